"""A Conductor over a conversation in memory, with a reader and a clock that a test controls."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from agent.conductor import Answered, Conductor
from agent.dialogue import Step
from agent.happenings import Happening, Listener, Said
from agent.messages import InboundMessage, Message, Receipt
from agent.ports import Utterance
from agent.rehearsal.rehearsal import Rehearsal, SetClock
from agent.turn import make_turn
from agent.turns import LEASE
from qualification.script import Script
from qualification.values import Language
from tests.agent.readings import NOON
from tests.agent.scripts import crm
from tests.fakes.reader import PATIENCE, FakeReader


class Rig:
    """One process; `beside` makes another on the same conversations."""

    def __init__(self, script: Script | None = None, *, lease: timedelta = LEASE) -> None:
        self.clock = SetClock(NOON)
        self.rehearsal = Rehearsal(script or crm())
        self.script = (script or crm()).script
        self.reader = FakeReader()
        self.lease = lease
        self.conductor = self._conduct()

    def _conduct(self) -> Conductor:
        return Conductor(
            inbox=self.rehearsal,
            workspace=self.rehearsal,
            replies=self.rehearsal,
            catalogue=self.rehearsal,
            readers={"chat": self.reader},
            clock=self.clock,
            lease=self.lease,
        )

    def beside(self) -> "Rig":
        """Another process, with a reader of its own."""
        other = Rig(lease=self.lease)
        other.clock, other.rehearsal, other.script = self.clock, self.rehearsal, self.script
        other.conductor = other._conduct()
        return other

    async def open(self, language: Language = "es") -> str:
        """A new conversation."""
        opened = await self.conductor.open("chat", uuid4().hex, self.script, language)
        return opened.conversation

    async def hear(self, conversation: str, text: str, name: str | None = None) -> Receipt:
        """The prospect writes."""
        return await self.conductor.receive(
            InboundMessage("chat", name or uuid4().hex, conversation, text, self.clock.now())
        )

    async def talk(self, conversation: str, text: str, name: str | None = None) -> Answered:
        """The prospect writes and waits for the answer."""
        return await self.conductor.answer(await self.hear(conversation, text, name))

    def awaited(self, receipt: Receipt) -> asyncio.Task[Answered]:
        """Somebody waits for the answer."""
        return asyncio.ensure_future(self.conductor.answer(receipt))

    async def answer_first(self, conversation: str, text: str) -> None:
        """Take the conversation from whoever holds it and answer everything."""
        claim = await self.rehearsal.claim(conversation, self.clock.now(), self.lease, steal=True)
        assert claim is not None
        now = self.clock.now()
        turn = make_turn(claim, Step(claim.dialogue), now, message=uuid4().hex)
        turn = replace(turn, said=(Utterance(uuid4().hex, text),))
        await self.rehearsal.commit(claim, turn, seen=claim.inbound_seq)

    async def renewed(self, conversation: str) -> None:
        """Waits until the lease holds for two milliseconds more."""
        soon = self.clock.now() + timedelta(milliseconds=2)
        async with asyncio.timeout(PATIENCE):
            while conversation in await self.rehearsal.unanswered(soon, 1):  # noqa: ASYNC110
                await asyncio.sleep(0.001)

    def transcript(self, conversation: str) -> list[Message]:
        """Everything said."""
        return self.rehearsal.messages_after(conversation, 0)

    def said(self, conversation: str) -> list[str]:
        """What we said after the greeting."""
        return [one.text for one in self.transcript(conversation)[1:] if one.author != "prospect"]


async def heard(listener: Listener, until: type[Happening] = Said) -> list[Happening]:
    """What a listener hears, up to the first happening of a kind."""
    happenings: list[Happening] = []
    async with asyncio.timeout(PATIENCE):
        async for happening in listener:
            happenings.append(happening)
            if isinstance(happening, until):
                return happenings
    raise AssertionError("a listener never ends")


async def taken(listener: Listener, count: int) -> list[Happening]:
    """So many happenings."""
    async with asyncio.timeout(PATIENCE):
        return [await anext(listener) for _ in range(count)]
