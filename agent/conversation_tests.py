"""Does the agent behave as the admin wants? Conversation tests: what is said, and what must hold
after it.

docs/scripts.md explains the format. A test is played by the same Conductor that talks to prospects,
with the
conversation in memory and the clock under control; the readings come from the plain reader, or,
where a turn
gives one, from a scripted model whose answer goes through the same checks as a real model's.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from agent.conductor import Answered, Conductor, Opened
from agent.dialogue import Phase
from agent.messages import InboundMessage, Message
from agent.reading import Reader
from agent.rehearsal import Rehearsal, SetClock
from qualification.answers import AnswerSheet
from qualification.decision import Outcome, State, Verdict
from qualification.durations import Duration
from qualification.handover import Why
from qualification.normalise import fold
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Json, Language, to_json

Trouble = Literal["timeout", "unreachable", "refused", "nonsense"]


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Sayings = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedAnswer(_Form):
    """What is known about one question: any part may be left out."""

    state: State | None = None
    value: JsonValue = None
    """Equal to the value; of an object, the keys given."""
    quote: str | None = None


class Expectation(_Form):
    """What must hold after a turn; what is not mentioned may be anything."""

    asked: str | None = None
    """The question pending; `nothing` when there is none."""
    answers: Mapping[str, ExpectedAnswer] = Field(default_factory=dict)
    unanswered: tuple[str, ...] = ()
    declined: Mapping[str, str] = Field(default_factory=dict)
    signals: tuple[Signal, ...] | None = None
    """Of this message: all of them, in any order."""
    phase: Phase | None = None
    verdict: Outcome | None = None
    tier: str | None = None
    score: int | None = None
    language: Language | None = None
    says: Sayings = ()
    """Each stands somewhere in the reply, whatever the case and accents."""
    never_says: Sayings = ()
    silent: bool | None = None
    handed_over: tuple[Why, ...] | None = None
    """All hand-overs of the conversation so far, oldest first."""


class Scene(_Form):
    """One thing that happens, and what must hold after it."""

    say: Sayings = ()
    """What the prospect writes; several at once are a burst."""
    wait: Duration | None = None
    """Time that passes before anything else happens in this turn."""
    take_over: str | None = None
    person_says: str | None = None
    give_back: bool = False
    reading: JsonValue = None
    """What the model answers (an object, or a text for broken ones)."""
    model: Trouble | None = None
    """How the model fails instead."""
    expect: Expectation = Expectation()

    @model_validator(mode="after")
    def _something_happens(self) -> "Scene":
        if not (self.say or self.wait or self.take_over or self.person_says or self.give_back):
            raise ValueError(
                "nothing happens in this turn: give `say`, `wait`, `take_over`, `person_says`"
                " or `give_back`"
            )
        return self


class ConversationTest(_Form):
    """A conversation with what must hold in it."""

    name: str
    language: Language
    covers: Sayings = ()
    """The conversation patterns that it shows."""
    now: datetime = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    greeting: Expectation = Expectation()
    turns: tuple[Scene, ...] = Field(min_length=1)


class ConversationFile(_Form):
    """A file of conversation tests of one script."""

    script: str
    conversations: tuple[ConversationTest, ...] = Field(min_length=1)


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


@dataclass(frozen=True, slots=True)
class _Seen:
    """What can be checked after a turn."""

    sheet: AnswerSheet
    verdict: Verdict
    phase: Phase
    asked: str | None
    language: Language
    tier: str
    score: int
    signals: frozenset[Signal] | None
    reply: str
    handed_over: tuple[Why, ...]


Scripted: TypeAlias = Callable[[Scene], None]
"""Tells the scripted model what to answer in a turn."""
Rig: TypeAlias = Callable[[SetClock], tuple[Reader, Scripted]]
"""Makes a reader with a scripted model, for tests that script one."""


async def play(script: Script, test: ConversationTest, rig: Rig) -> Played:
    """Play a conversation test to its end, even past failures: one mistake seldom comes alone."""
    clock = SetClock(test.now if test.now.tzinfo else test.now.replace(tzinfo=UTC))
    rehearsal = Rehearsal(script)
    reader, tell = rig(clock)
    scripted = any(turn.reading is not None or turn.model is not None for turn in test.turns)
    conductor = Conductor(
        inbox=rehearsal,
        workspace=rehearsal,
        replies=rehearsal,
        catalogue=rehearsal,
        readers={"chat": reader} if scripted else {},
        clock=clock,
    )
    stage = _Stage(conductor, rehearsal, clock, tell)
    opened = await conductor.open("chat", test.name, script.script, test.language)
    lines = [Line("agent", one.text) for one in opened.messages]
    failures: list[str] = []
    greeted = await stage.look(opened.conversation, opened.messages, None)
    _judge(test.greeting, greeted, lines, failures)
    for number, turn in enumerate(test.turns, start=1):
        played, seen = await stage.play(opened, turn, number)
        lines += played
        _judge(turn.expect, seen, lines, failures)
    return Played(test.name, tuple(lines), tuple(failures))


def _judge(expected: Expectation, seen: _Seen, lines: list[Line], failures: list[str]) -> None:
    for failure in check(expected, seen):
        lines.append(Line("!", failure))
        failures.append(failure)


class _Stage:
    """Makes happen what a turn says."""

    def __init__(
        self, conductor: Conductor, rehearsal: Rehearsal, clock: SetClock, tell: Scripted
    ) -> None:
        self._conductor = conductor
        self._rehearsal = rehearsal
        self._clock = clock
        self._tell = tell

    async def play(self, opened: Opened, turn: Scene, number: int) -> tuple[list[Line], _Seen]:
        """The transcript of a turn, and what can be checked after it."""
        conversation = opened.conversation
        self._tell(turn)
        lines: list[Line] = []
        said: list[Message] = []
        answered: Answered | None = None
        if turn.wait is not None:
            lines.append(Line("", f"({turn.wait.count} {turn.wait.unit}s pass)"))
            said += await self._let_pass(conversation, turn.wait)
        if turn.take_over is not None:
            await self._conductor.take_over(conversation, turn.take_over)
            lines.append(Line("", f"({turn.take_over} takes over)"))
        if turn.person_says is not None:
            by = turn.take_over or "a person"
            written = await self._conductor.say(conversation, by, turn.person_says)
            lines += [Line(by, message.text) for message in written]
        if turn.give_back:
            lines.append(Line("", "(the agent goes on)"))
            said += await self._give_back(conversation)
        for place, text in enumerate(turn.say):
            lines.append(Line("prospect", text))
            receipt = await self._conductor.receive(
                InboundMessage(
                    "chat",
                    f"{conversation}:{number}:{place}",
                    conversation,
                    text,
                    self._clock.now(),
                )
            )
            if place == len(turn.say) - 1:
                answered = await self._conductor.answer(receipt)
                said += answered.messages
        lines += [Line("agent", message.text) for message in said]
        return lines, await self.look(conversation, said, answered)

    async def _let_pass(self, conversation: str, span: Duration) -> list[Message]:
        before = await self._newest(conversation)
        self._clock.move(span.exact())
        await self._conductor.sweep(waiting=span.exact() * 0)
        return self._rehearsal.messages_after(conversation, before)

    async def _give_back(self, conversation: str) -> list[Message]:
        before = await self._newest(conversation)
        await self._conductor.give_back(conversation)
        return self._rehearsal.messages_after(conversation, before)

    async def _newest(self, conversation: str) -> int:
        return len(self._rehearsal.messages_after(conversation, 0))

    async def look(
        self, conversation: str, said: Sequence[Message], answered: Answered | None
    ) -> _Seen:
        """What stands after a turn."""
        now = await self._conductor.standing(conversation)
        return _Seen(
            sheet=now.dialogue.sheet,
            verdict=now.verdict,
            phase=now.dialogue.phase,
            asked=now.dialogue.asked,
            language=now.dialogue.language,
            tier=now.score.tier,
            score=now.score.total,
            signals=answered.read.reading.signals if answered and answered.read else None,
            reply=" ".join(message.text for message in said),
            handed_over=tuple(one.why for one in self._rehearsal.handovers(conversation)),
        )


def check(expected: Expectation, seen: _Seen) -> Iterator[str]:
    """Every expectation that does not hold, in words."""
    plain: tuple[tuple[str, object, object], ...] = (
        ("asked", expected.asked, seen.asked or "nothing"),
        ("phase", expected.phase, seen.phase),
        ("verdict", expected.verdict, seen.verdict.outcome),
        ("tier", expected.tier, seen.tier),
        ("score", expected.score, seen.score),
        ("language", expected.language, seen.language),
        ("handed_over", expected.handed_over, seen.handed_over),
        ("silent", expected.silent, not seen.reply),
    )
    for name, wanted, got in plain:
        if wanted is not None and wanted != got:
            yield f"{name} should be {_shown(wanted)}, but is {_shown(got)}"
    if expected.signals is not None and set(expected.signals) != (seen.signals or set()):
        got_signals = _shown(tuple(sorted(seen.signals or ())))
        yield f"signals should be {_shown(tuple(sorted(expected.signals)))}, but are {got_signals}"
    yield from _check_answers(expected, seen)
    yield from _check_words(expected, seen.reply)


def _check_answers(expected: Expectation, seen: _Seen) -> Iterator[str]:
    states = {one.key: one.state for one in seen.verdict.criteria}
    for key, wanted in expected.answers.items():
        answer = seen.sheet.answers.get(key)
        if answer is None:
            yield f"{key} should be answered, but is not"
            continue
        value = to_json(answer.value)
        if wanted.value is not None and not _matches(wanted.value, value):
            yield f"{key} should be {_shown(wanted.value)}, but is {_shown(value)}"
        quote = answer.evidence.quote if answer.evidence else None
        if wanted.quote is not None and wanted.quote != quote:
            yield f"{key} should rest on {wanted.quote!r}, but rests on {quote!r}"
        if wanted.state is not None and wanted.state != states.get(key):
            yield f"{key} should be {wanted.state}, but is {states.get(key, 'no criterion')}"
    for key in expected.unanswered:
        if key in seen.sheet.answers:
            value = to_json(seen.sheet.answers[key].value)
            yield f"{key} should not be answered, but is {_shown(value)}"
    for key, reason in expected.declined.items():
        declined = seen.sheet.declined.get(key)
        if declined is None or declined.reason != reason:
            got = declined.reason if declined else "not declined"
            yield f"{key} should be declined ({reason}), but is {got}"


def _check_words(expected: Expectation, reply: str) -> Iterator[str]:
    said = fold(reply)
    for phrase in expected.says:
        if fold(phrase) not in said:
            yield f"the reply should say {phrase!r}"
    for phrase in expected.never_says:
        if fold(phrase) in said:
            yield f"the reply should never say {phrase!r}"


def _matches(wanted: JsonValue, got: Json) -> bool:
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(
            key in got and _matches(value, got[key]) for key, value in wanted.items()
        )
    if isinstance(wanted, str) and not isinstance(got, str):
        return wanted == json.dumps(got)
    return wanted == got


def _shown(value: object) -> str:
    match value:
        case str():
            return value
        case tuple():
            return ", ".join(map(str, value)) or "none"
        case _:
            return str(value)
