"""What do the loader and the chat window know of how a chat is set up? What any visitor may see."""

import json
import re
from collections.abc import Sequence
from typing import Any

from agent.widget import Office, Widget
from channels.chat.colours import for_the_dark, for_the_light, ink_on
from qualification.script import Script
from qualification.values import Language

_ORIGIN = re.compile(
    r"https?://(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?"
)


def is_origin(text: str) -> bool:
    """Whether it is a site as a policy names it: `https://acme.example`, `https://*.acme.example`."""
    return len(text) <= 200 and _ORIGIN.fullmatch(text) is not None


def ancestors(sites: Sequence[str]) -> str:
    """Who may embed the chat, for `frame-ancestors` (CSP Level 3): we, and the sites; all may where
    none is named.
    """
    return " ".join(("'self'", *sites)) if sites else "*"


def loader_config(widget: Widget) -> str:
    """What widget.js is told, as JSON that stands in a script."""
    return _written(
        {
            "widget": widget.key,
            "script": widget.script,
            "lang": widget.language or "",
            "fill": widget.colour,
            "ink": ink_on(widget.colour),
            "side": widget.side,
            "label": dict(widget.launcher),
        }
    )


def frame_config(
    widget: Widget,
    script: Script,
    *,
    key: str,
    language: Language,
    office: Office,
    mail: bool,
) -> str:
    """What the chat window is told, as JSON; `key`: the script that is asked for, if one is."""
    return _written(
        {
            "widget": widget.key,
            "script": key,
            "language": language,
            "agent": script.persona.name,
            "fill": widget.colour,
            "ink": ink_on(widget.colour),
            "light": for_the_light(widget.colour),
            "dark": for_the_dark(widget.colour),
            "fields": [{"kind": one.kind, "required": one.required} for one in widget.fields],
            "consent": dict(widget.consent),
            "away": dict(widget.away),
            "reply": widget.reply_minutes,
            "open": office.open,
            "opens": office.opens.isoformat() if office.opens else None,
            "vouched": widget.identified_only,
            "mail": mail,
        }
    )


def _written(config: dict[str, Any]) -> str:
    return json.dumps(config, sort_keys=True).replace("<", "\\u003c")
