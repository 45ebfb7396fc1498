"""A caller who cuts in is left to speak; a call that is over is not nudged."""

import asyncio
from datetime import timedelta
from uuid import uuid4

from agent.conductor import Conductor
from agent.messages import InboundMessage
from agent.rehearsal.rehearsal import Rehearsal, SetClock
from tests.agent.readings import NOON
from tests.agent.scripts import crm
from tests.fakes.reader import PATIENCE, FakeReader


class Call:
    """A conversation by voice, whose readings a test holds back."""

    def __init__(self) -> None:
        self.clock = SetClock(NOON)
        self.rehearsal = Rehearsal(crm())
        self.reader = FakeReader()
        self.conductor = Conductor(
            inbox=self.rehearsal,
            workspace=self.rehearsal,
            replies=self.rehearsal,
            catalogue=self.rehearsal,
            readers={"voice": self.reader},
            clock=self.clock,
        )
        self.conversation = ""

    async def begin(self) -> None:
        """The call is answered."""
        opened = await self.conductor.open("voice", "+34600111222", "crm", "en")
        self.conversation = opened.conversation

    async def says(self, text: str) -> None:
        """The caller speaks; the turn begins at once."""
        await self.conductor.receive(
            InboundMessage("voice", uuid4().hex, self.conversation, text, self.clock.now())
        )
        self.conductor.expect_turn(self.conversation, 0.0)

    async def has(self, count: int) -> list[str]:
        """Everything said, once it is so many messages."""
        async with asyncio.timeout(PATIENCE):
            while len(self.rehearsal.messages_after(self.conversation, 0)) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        return [one.text for one in self.rehearsal.messages_after(self.conversation, 0)]

    async def dropped(self) -> None:
        """Waits until the reading is given up and the conversation is free again."""
        async with asyncio.timeout(PATIENCE):
            while not await self.rehearsal.unanswered(self.clock.now(), 1):  # noqa: ASYNC110
                await asyncio.sleep(0.001)


async def test_a_reading_is_dropped_and_the_conversation_is_free() -> None:
    call = Call()
    await call.begin()
    call.reader.hold()
    await call.says("we lose customers")
    await call.reader.begun(1)
    call.conductor.hush(call.conversation)
    await call.dropped()
    assert call.reader.cancelled == 1
    assert await call.conductor.sweep(waiting=timedelta(0)) == 1
    await asyncio.sleep(0.05)
    assert len(call.reader.pages) == 1  # nor does the sweep answer while they speak
    call.reader.let_go()
    await call.says("and we have 5000 euros a year")
    assert "decision" in (await call.has(4))[-1]
    assert [one.text for one in call.reader.pages[-1].unread] == [
        "we lose customers",
        "and we have 5000 euros a year",
    ]


async def test_a_turn_that_has_not_begun_does_not_begin() -> None:
    call = Call()
    await call.begin()
    call.reader.hold()
    await call.says("we lose customers")
    await call.reader.begun(1)
    call.conductor.expect_turn(call.conversation, 0.0)
    await asyncio.sleep(0.01)
    call.conductor.hush(call.conversation)
    await call.dropped()
    await asyncio.sleep(0.02)
    assert len(call.reader.pages) == 1
    call.reader.let_go()
    await call.conductor.aclose()


async def test_what_was_said_of_a_dropped_message_is_on_record_as_it_was_heard() -> None:
    call = Call()
    await call.begin()
    call.reader.sentences = ["I see.", "That is annoying."]
    call.reader.hold()
    with call.conductor.listen(call.conversation):
        await call.says("we lose customers")
        await call.reader.begun(1)
        call.conductor.hush(call.conversation, "I see. That")
        await call.dropped()
        call.reader.sentences = []
        call.reader.let_go()
        await call.says("5000 euros a year")
        await call.has(5)
    broken_off = call.rehearsal.messages_after(call.conversation, 0)[3]
    assert (broken_off.text, broken_off.heard) == ("I see. That is annoying.", "I see. That")


async def test_a_call_that_is_over_is_not_nudged() -> None:
    call = Call()
    await call.begin()
    await call.says("we lose customers")
    said = await call.has(3)
    for _ in range(10):
        call.clock.move(timedelta(hours=12))
        await call.conductor.sweep(waiting=timedelta(0))
        await call.conductor.aclose()
    assert await call.has(3) == said
    assert await call.rehearsal.silent(call.clock.now(), 1) == []
