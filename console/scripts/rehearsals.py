"""How does one talk to a draft? In memory, by the same Conductor that talks to prospects: what is
said comes with every request, so nothing is kept that matters, and an edited draft hears it all
again.
"""

import asyncio
import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from agent.conductor import Answered, Conductor, Opened
from agent.messages import Channel, InboundMessage
from agent.ports import Clock
from agent.reading import Reader
from agent.rehearsal.rehearsal import Rehearsal
from channels.incoming import NotTaken, clean
from qualification.script import Script
from qualification.values import Language

KEPT = 32
"""Conversations that are remembered, so that a turn more costs one reading and not all again."""
MOST = 60
"""Messages of one conversation."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, and what it led to."""

    said: str
    answered: Answered


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with a draft from its beginning."""

    opened: Opened
    exchanges: tuple[Exchange, ...]

    @property
    def over(self) -> bool:
        """Whether the agent says no more."""
        return bool(self.exchanges) and self.exchanges[-1].answered.dialogue.phase != "open"


@dataclass(frozen=True, slots=True)
class _Stage:
    conductor: Conductor
    clock: Clock
    opened: Opened

    async def hear(self, said: str) -> Exchange:
        message = InboundMessage(
            "chat", uuid4().hex, self.opened.conversation, clean(said), self.clock.now()
        )
        receipt = await self.conductor.receive(message)
        return Exchange(said, await self.conductor.answer(receipt))


class Rehearsals:
    """Plays conversations with drafts."""

    def __init__(self, readers: Mapping[Channel, Reader], clock: Clock, kept: int = KEPT) -> None:
        """`readers`: by the configured model; without them the plain reader reads."""
        self._readers = readers
        self._clock = clock
        self._limit = kept
        self._kept: OrderedDict[str, tuple[_Stage, Talk]] = OrderedDict()

    @property
    def has_model(self) -> bool:
        """Whether a language model can be asked for."""
        return bool(self._readers)

    async def talk(
        self, script: Script, language: Language, said: Sequence[str], *, model: bool = False
    ) -> Talk:
        """The conversation in which a prospect says this. Raises NotTaken for what no visitor could
        send.
        """
        said = tuple(said)
        if len(said) > MOST:
            raise NotTaken(f"a preview ends after {MOST} messages: begin a new one")
        by_model = model and self.has_model
        subject = (script.model_dump_json(), language, by_model)
        stage, talk = await self._furthest(script, subject, said)
        for text in said[len(talk.exchanges) :]:
            exchange = await stage.hear(text)
            talk = Talk(talk.opened, (*talk.exchanges, exchange))
            await asyncio.sleep(0)  # others are served between two turns
        self._keep(_name(subject, said), stage, talk)
        return talk

    async def _furthest(
        self, script: Script, subject: tuple[str, Language, bool], said: Sequence[str]
    ) -> tuple[_Stage, Talk]:
        """The same conversation as it was one message ago, or a new one."""
        for length in (len(said), len(said) - 1):
            found = self._kept.pop(_name(subject, said[:length]), None) if length > 0 else None
            if found is not None:
                return found
        _, language, by_model = subject
        rehearsal = Rehearsal(script)
        conductor = Conductor(
            inbox=rehearsal,
            workspace=rehearsal,
            replies=rehearsal,
            catalogue=rehearsal,
            readers=self._readers if by_model else {},
            clock=self._clock,
        )
        opened = await conductor.open("chat", uuid4().hex, script.script, language, "preview")
        return _Stage(conductor, self._clock, opened), Talk(opened, ())

    def _keep(self, name: str, stage: _Stage, talk: Talk) -> None:
        self._kept[name] = (stage, talk)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)


def _name(subject: tuple[str, Language, bool], said: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps([*subject, *said]).encode()).hexdigest()
