"""How is somebody asked in Slack why a lead is none? By a small form over the channel (a modal).

Sources: Slack docs: views.open (a trigger_id is good for three seconds and for one form; no scope
is needed), "View payloads" (private_metadata of at most 3000 characters comes back with what was
sent), "Block Kit: input", "Modals" (`response_action: errors` keeps it open).
"""

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import httpx

from qualification.values import Json, Language

CALLBACK = "reject"
"""What our form is known by when it comes back."""
BLOCK, FIELD = "why", "reason"
LONGEST = 500
"""As the field of the console."""
METADATA = 3000
PATIENCE = 2.0
"""Seconds: a click is to be answered within three."""
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "title": "No es un lead",
        "submit": "Decirlo",
        "close": "Cancelar",
        "why": "¿Por qué no lo es?",
        "missing": "Escribe el motivo, por favor.",
    },
    "en": {
        "title": "Not a lead",
        "submit": "Say so",
        "close": "Cancel",
        "why": "Why is it no lead?",
        "missing": "Write the reason, please.",
    },
}
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pressed:
    """The button that a form was opened by; it comes back with the form."""

    value: str
    response_url: str

    def written(self) -> str:
        """As the form carries it."""
        return json.dumps({"value": self.value, "response_url": self.response_url})


class Opening(Protocol):
    """Opens forms for whoever has just clicked."""

    async def open(self, trigger: str, view: Mapping[str, Json]) -> bool:
        """Whether it is open now."""
        ...


@dataclass(frozen=True, slots=True)
class SlackForms:
    """Opening, by the token of our bot."""

    token: str = field(repr=False)
    base_url: str

    async def open(self, trigger: str, view: Mapping[str, Json]) -> bool:
        """Within the three seconds that a click is good for, and once."""
        headers = {"Authorization": f"Bearer {self.token}"}
        body = {"trigger_id": trigger, "view": dict(view)}
        try:
            async with asyncio.timeout(PATIENCE), httpx.AsyncClient() as client:
                url = f"{self.base_url.rstrip('/')}/views.open"
                answer = (await client.post(url, headers=headers, json=body)).json()
        except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            _LOG.warning("a form could not be opened in Slack: %s", type(error).__name__)
            return False
        if isinstance(answer, dict) and answer.get("ok") is True:
            return True
        why = answer.get("error") if isinstance(answer, dict) else answer
        _LOG.warning("a form could not be opened in Slack: %s", why)
        return False


def form(pressed: Pressed, language: Language) -> Mapping[str, Json]:
    """The question why it is no lead."""
    words = _WORDS[language]
    field: dict[str, Json] = {
        "type": "plain_text_input",
        "action_id": FIELD,
        "multiline": True,
        "max_length": LONGEST,
    }
    block: dict[str, Json] = {
        "type": "input",
        "block_id": BLOCK,
        "label": _plain(words["why"]),
        "element": field,
    }
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": pressed.written(),
        "title": _plain(words["title"]),
        "submit": _plain(words["submit"]),
        "close": _plain(words["close"]),
        "blocks": [block],
    }


def missing(language: Language) -> Mapping[str, Json]:
    """The answer to a form without a reason: it stays open and says so."""
    return {"response_action": "errors", "errors": {BLOCK: _WORDS[language]["missing"]}}


def fits(pressed: Pressed) -> bool:
    """Whether a form can carry it."""
    return len(pressed.written()) <= METADATA


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}
