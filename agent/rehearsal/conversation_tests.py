"""Does the agent behave as the admin wants? Conversation tests are played here.

By the same Conductor that talks to prospects, with the conversation in memory and the clock under
control; the readings come from the plain reader, or, where a turn gives one, from a scripted model
whose answer goes through the same checks as a real model's.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from functools import partial
from typing import TypeAlias

from pydantic import JsonValue

from agent.conductor import Answered, Conductor
from agent.messages import TEXTED, Channel, InboundMessage, Message, Receipt
from agent.reading import Hear, Page, Reader, ReadResult
from agent.rehearsal.conversation_checks import Seen, check
from agent.rehearsal.conversation_form import (
    ConversationFile,
    ConversationTest,
    Expectation,
    ExpectedAnswer,
    Scene,
    Trouble,
)
from agent.rehearsal.rehearsal import Rehearsal, SetClock
from qualification.durations import Duration
from qualification.script import Script

__all__ = [
    "ConversationFile",
    "ConversationTest",
    "Expectation",
    "ExpectedAnswer",
    "Line",
    "Played",
    "Rig",
    "Scene",
    "Trouble",
    "play",
]

NO_TIME = timedelta(0)
BY_NUMBER: tuple[Channel, ...] = (*TEXTED, "voice")
NUMBER = "+34600000000"
"""Where who writes by telephone is reached."""
LOOKS = timedelta(minutes=30)
"""While time passes, silence is looked at so often."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript: who, what, and what was wrong with it."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Played:
    """How a conversation test went: the transcript, and every expectation that did not hold."""

    name: str
    transcript: tuple[Line, ...]
    failures: tuple[str, ...]

    def __str__(self) -> str:
        width = max((len(line.who) for line in self.transcript), default=0)
        lines = [f"{line.who:>{width}} | {line.text}" for line in self.transcript]
        head = f"{'FAILED' if self.failures else 'passed'}: {self.name}"
        return "\n".join([head, *lines])


Scripted: TypeAlias = Callable[[Scene], None]
"""Tells the scripted model what to answer in a turn."""
Rig: TypeAlias = Callable[[SetClock], tuple[Reader, Scripted]]
"""Makes a reader with a scripted model, for tests that script one."""


async def play(script: Script, test: ConversationTest, rig: Rig, *, always: bool = False) -> Played:
    """Play a conversation test to its end, even past failures: one mistake seldom comes alone.

    `always`: by the rig's reader also where no turn is scripted, to evaluate a real one.
    """
    clock = SetClock(test.now if test.now.tzinfo else test.now.replace(tzinfo=UTC))
    rehearsal = Rehearsal(script)
    reader, tell = rig(clock)
    interrupted = _Interrupted(reader)
    conductor = Conductor(
        inbox=rehearsal,
        workspace=rehearsal,
        replies=rehearsal,
        catalogue=rehearsal,
        readers={test.channel: interrupted} if always or test.scripted else {},
        clock=clock,
    )
    stage = _Stage(conductor, rehearsal, clock, tell, interrupted)
    greeting = await stage.arrive(test, script)
    lines = [Line("agent", one.text) for one in greeting]
    failures: list[str] = []
    _judge(test.greeting, await stage.look(greeting, None), lines, failures)
    for number, turn in enumerate(test.turns, start=1):
        played, seen = await stage.play(test, script, turn, number)
        lines += played
        _judge(turn.expect, seen, lines, failures)
    return Played(test.name, tuple(lines), tuple(failures))


def _judge(expected: Expectation, seen: Seen, lines: list[Line], failures: list[str]) -> None:
    for failure in check(expected, seen):
        lines.append(Line("!", failure))
        failures.append(failure)


class _Interrupted:
    """Satisfies Reader: another one, during whose first reading of a turn something may happen."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.meanwhile: Callable[[], Awaitable[object]] | None = None

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:
        """The reading; one that more messages interrupt never ends."""
        if self.meanwhile is not None:
            happens, self.meanwhile = self.meanwhile, None
            await happens()
        return await self._reader.read(page, hear)


class _Stage:
    """Makes happen what a turn says, in the conversation opened last."""

    def __init__(
        self,
        conductor: Conductor,
        rehearsal: Rehearsal,
        clock: SetClock,
        tell: Scripted,
        reader: _Interrupted,
    ) -> None:
        self._conductor = conductor
        self._rehearsal = rehearsal
        self._clock = clock
        self._tell = tell
        self._reader = reader
        self._conversation = ""
        self._channel: Channel = "chat"
        self._received = 0

    async def arrive(self, test: ConversationTest, script: Script) -> tuple[Message, ...]:
        """Open a conversation with the script as it is published now; the greeting."""
        address = NUMBER if test.channel in BY_NUMBER else test.name
        opened = await self._conductor.open(test.channel, address, script.script, test.language)
        self._channel = test.channel
        self._conversation = opened.conversation
        return opened.messages

    async def play(
        self, test: ConversationTest, script: Script, turn: Scene, number: int
    ) -> tuple[list[Line], Seen]:
        """The transcript of a turn, and what can be checked after it."""
        self._tell(turn)
        lines: list[Line] = []
        said: list[Message] = []
        if turn.publish:
            self._rehearsal.publish(changed(script, turn.publish), f"{script.script}-{number}")
            lines.append(Line("", f"(a new version is published: {', '.join(turn.publish)})"))
        if turn.arrives:
            lines.append(Line("", "(a new conversation)"))
            said += await self.arrive(test, script)
        if turn.wait is not None:
            lines.append(Line("", f"({turn.wait.count} {turn.wait.unit}s pass)"))
            said += await self._let_pass(turn.wait)
        lines += await self._person(turn)
        if turn.give_back:
            lines.append(Line("", "(the agent goes on)"))
            said += await self._give_back()
        lines += [Line("prospect", text) for text in (*turn.say, *turn.meanwhile)]
        answered = await self._speak(turn)
        said += answered.messages if answered else ()
        lines += [Line("agent", message.text) for message in said]
        return lines, await self.look(said, answered)

    async def _person(self, turn: Scene) -> list[Line]:
        lines: list[Line] = []
        if turn.take_over is not None:
            await self._conductor.take_over(self._conversation, turn.take_over)
            lines.append(Line("", f"({turn.take_over} takes over)"))
        if turn.person_says is not None:
            by = turn.take_over or "a person"
            written = await self._conductor.say(self._conversation, by, turn.person_says)
            lines += [Line(by, message.text) for message in written]
        return lines

    async def _speak(self, turn: Scene) -> Answered | None:
        """The prospect writes: all at once, and what comes while the model reads."""
        if turn.meanwhile:
            self._reader.meanwhile = partial(self._receive_all, turn.meanwhile)
        receipt = await self._receive_all(turn.say)
        return await self._conductor.answer(receipt) if receipt is not None else None

    async def _receive_all(self, texts: Sequence[str]) -> Receipt | None:
        receipt: Receipt | None = None
        for text in texts:
            self._received += 1
            name = f"{self._conversation}:{self._received}"
            message = InboundMessage(
                self._channel, name, self._conversation, text, self._clock.now()
            )
            receipt = await self._conductor.receive(message)
        return receipt

    async def _let_pass(self, span: Duration) -> list[Message]:
        before = self._newest()
        left = span.exact()
        while left > NO_TIME:
            self._clock.move(min(LOOKS, left))
            left -= LOOKS
            await self._conductor.sweep(waiting=NO_TIME)
        return self._rehearsal.messages_after(self._conversation, before)

    async def _give_back(self) -> list[Message]:
        before = self._newest()
        await self._conductor.give_back(self._conversation)
        return self._rehearsal.messages_after(self._conversation, before)

    def _newest(self) -> int:
        return len(self._rehearsal.messages_after(self._conversation, 0))

    async def look(self, said: Sequence[Message], answered: Answered | None) -> Seen:
        """What stands after a turn."""
        now = await self._conductor.standing(self._conversation)
        handovers = self._rehearsal.handovers(self._conversation)
        return Seen(
            sheet=now.dialogue.sheet,
            verdict=now.verdict,
            phase=now.dialogue.phase,
            asked=now.dialogue.asked,
            language=now.dialogue.language,
            tier=now.score.tier,
            score=now.score.total,
            signals=answered.read.reading.signals if answered and answered.read else None,
            reply=" ".join(message.text for message in said),
            handed_over=tuple(one.why for one in handovers if one.why != "nurture"),
        )


def changed(script: Script, parts: Mapping[str, Mapping[str, JsonValue]]) -> Script:
    """A script with other parts of some questions. Raises ValueError for one that it lacks."""
    unknown = [key for key in parts if script.criterion(key) is None]
    if unknown:
        raise ValueError(f"`publish` changes {', '.join(unknown)}: the script has no such question")
    criteria = tuple(
        type(one).model_validate({**one.model_dump(), **parts.get(one.key, {})})
        for one in script.criteria
    )
    return script.model_copy(update={"criteria": criteria})
