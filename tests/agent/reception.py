"""Two product lines in memory, and somebody who has not said which of them they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from agent.conductor import Answered, Conductor, Opened
from agent.messages import Channel, InboundMessage
from agent.reading import Reader
from agent.rehearsal.rehearsal import Rehearsal, SetClock
from qualification.script import RECEPTION, Script
from qualification.values import Language
from tests.agent.readings import NOON
from tests.agent.scripts import CRM

WORKS: Mapping[str, Any] = {
    "script": "home-works",
    "title": "Encina",
    "framework": "none",
    "languages": ["es", "en"],
    "persona": {"name": "Marta", "company": "Encina"},
    "disclosure": {
        "es": "Soy Marta, la asistente virtual de Encina.",
        "en": "I'm Marta, Encina's AI assistant.",
    },
    "topics": {
        "es": ["una reforma", "reforma", "reformas", "reformar", "obra"],
        "en": ["a renovation", "renovation", "renovations", "renovate"],
    },
    "facts": [
        {
            "id": "price",
            "topics": {"es": ["cuánto cuesta", "precio"], "en": ["how much", "price"]},
            "answer": {"es": "Un baño cuesta 7.000 €.", "en": "A bathroom is €7,000."},
        }
    ],
    "criteria": [
        {
            "key": "town",
            "kind": "text",
            "ask": {"es": ["¿En qué localidad está la casa?"], "en": ["Which town is it in?"]},
        },
        {
            "key": "rooms",
            "kind": "number",
            "ask": {"es": ["¿Cuántas habitaciones son?"], "en": ["How many rooms is it?"]},
            "says": {"es": ["habitaciones"], "en": ["rooms"]},
        },
    ],
    "qualify": {"all_of": ["town", "rooms"]},
}


def works(**changes: Any) -> Script:
    """A script about houses."""
    return Script.model_validate({**WORKS, **changes})


def sales(**changes: Any) -> Script:
    """The CRM's, with the words that it is known by."""
    topics = {"es": ["el CRM", "CRM", "software"], "en": ["the CRM", "CRM", "sales software"]}
    return Script.model_validate({**CRM, "topics": topics, **changes})


@dataclass
class Desk:
    """A reception, and the conversation that was opened last."""

    rehearsal: Rehearsal
    conductor: Conductor
    clock: SetClock
    conversation: str = ""
    channel: Channel = "chat"

    async def arrive(
        self, language: Language, channel: Channel = "chat", key: str = RECEPTION
    ) -> Opened:
        """Somebody comes, and is greeted unless they write first."""
        self.channel = channel
        opened = await self.conductor.open(
            channel, uuid4().hex, key, language, greet=channel not in ("sms", "whatsapp")
        )
        self.conversation = opened.conversation
        return opened

    async def say(self, text: str) -> Answered:
        """They say something, and are answered."""
        now = self.clock.now()
        message = InboundMessage(self.channel, uuid4().hex, self.conversation, text, now)
        return await self.conductor.answer(await self.conductor.receive(message))


def desk(*scripts: Script, default: str = "", reader: Reader | None = None) -> Desk:
    """The reception of these scripts; `reader`: who reads its chats in place of the plain one."""
    rehearsal = Rehearsal(*(scripts or (sales(), works())), default=default)
    clock = SetClock(NOON)
    conductor = Conductor(
        inbox=rehearsal,
        workspace=rehearsal,
        replies=rehearsal,
        catalogue=rehearsal,
        readers={"chat": reader} if reader else {},
        clock=clock,
    )
    return Desk(rehearsal, conductor, clock)


def reply(answered: Answered) -> str:
    """What was said, as one text."""
    return " ".join(message.text for message in answered.messages)
