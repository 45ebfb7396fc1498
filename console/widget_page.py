"""What of a chat's settings is shown, and how? PURE, from what is stored or was just sent."""

from collections.abc import Mapping, Sequence

from agent.widget import Widget
from channels.chat.colours import (
    DARK_GROUND,
    LIGHT_GROUND,
    contrast,
    for_the_dark,
    for_the_light,
    ink_on,
)
from console.translations import N_
from console.widget_contexts import FIELD_NAMES, FieldRow, Swatch, Tab
from qualification.values import CONTACT_KINDS
from storage.widgets import StoredWidget

ON_IT = N_("Text on the colour")
IN_THE_LIGHT = N_("The colour as text, light")
IN_THE_DARK = N_("The colour as text, dark")
SERVER = """\
import time, jwt  # PyJWT

def chat_token(user):
    claims = {
        "sub": user.id,
        "email": user.email,
        "name": user.name,
        "aud": "%(key)s",
        "exp": int(time.time()) + 3600,
    }
    return jwt.encode(claims, CHAT_SECRET, algorithm="HS256")"""


def tabs(stored: Sequence[StoredWidget], current: str) -> tuple[Tab, ...]:
    """All the chats there are."""
    return tuple(
        Tab(one.widget.key, one.widget.name or one.widget.key, one.widget.key == current)
        for one in stored
    )


def field_rows(widget: Widget) -> tuple[FieldRow, ...]:
    """Each datum that may be asked for, and whether it is."""
    wanted = {one.kind: "required" if one.required else "optional" for one in widget.fields}
    return tuple(
        FieldRow(kind, FIELD_NAMES[kind], wanted.get(kind, "no")) for kind in CONTACT_KINDS
    )


def swatches(colour: str) -> tuple[Swatch, ...]:
    """What becomes of a colour, so that it can be read everywhere."""
    light, dark = for_the_light(colour), for_the_dark(colour)
    pairs = (
        (ON_IT, ink_on(colour), colour),
        (IN_THE_LIGHT, light, LIGHT_GROUND),
        (IN_THE_DARK, dark, DARK_GROUND),
    )
    return tuple(
        Swatch(what, ink, ground, round(contrast(ink, ground), 1), colour in (ink, ground))
        for what, ink, ground in pairs
    )


def snippet(address: str, key: str) -> str:
    """What goes into the pages of the site."""
    return f'<script async src="{address}/widget.js?widget={key}"></script>'


def draft_config(widget: Widget, language: str, *, form: bool) -> Mapping[str, object]:
    """What the chat in the preview is told, see channels/chat/static/chat/sample.js."""
    return {
        "fill": widget.colour,
        "ink": ink_on(widget.colour),
        "light": for_the_light(widget.colour),
        "dark": for_the_dark(widget.colour),
        "theme": widget.theme,
        "language": language,
        "fields": [{"kind": one.kind, "required": one.required} for one in widget.fields],
        "consent": dict(widget.consent),
        "away": dict(widget.away),
        "form": form and widget.asks_first(),
        "label": widget.launcher.get("es" if language == "es" else "en", ""),
        "side": widget.side,
    }
