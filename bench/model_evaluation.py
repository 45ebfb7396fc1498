"""How well does a real model read, beside the plain reader? The same messages, the same checks."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeAlias

from agent.breaker import Breaker
from agent.errors import ModelError
from agent.model_reader import ModelReader
from agent.plain.plain_reader import PlainReader, read_plainly
from agent.ports import LanguageModel, ModelCall
from agent.reading import CallRecord, Hear, Page, Reader, ReadResult
from agent.rehearsal.conversation_tests import ConversationTest, Scene, play
from agent.rehearsal.rehearsal import SystemClock
from bench.labelled import Case, Judged, judge
from bench.standpoint import sample
from qualification.values import Json
from tests.conversations.patterns import all_tests

GONE_AFTER = 3
"""So many readings in a row that did not reach the server: it is gone."""
Advance: TypeAlias = Callable[[], bool]
"""Told after each message, row or conversation; says whether to go on."""


class ServerGone(RuntimeError):
    """The model's server does not answer (any more); the message says what to look at."""


@dataclass
class Account:
    """What readings took: for one reader, over everything that it read."""

    seconds: list[float] = field(default_factory=list)
    calls: list[CallRecord] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    """What was read and not accepted, each with the reason."""
    fallbacks: Counter[str] = field(default_factory=Counter)
    """Readings that the plain reader had to make, by what went wrong."""
    unreached: int = 0
    """In a row."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one reader did with a set of messages."""

    cases: tuple[Case, ...]
    judged: tuple[Judged, ...]

    def total(self, count: Callable[[Judged], int]) -> int:
        """A sum over all messages."""
        return sum(map(count, self.judged))


@dataclass(frozen=True, slots=True)
class Told:
    """Which conversation tests passed."""

    passed: int
    of: int
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Everything about one reader."""

    name: str
    messages: Score
    rows: Score
    conversations: Told
    account: Account


class Watched:
    """Satisfies Reader: the same readings, with an account of what each took."""

    def __init__(self, reader: Reader, account: Account) -> None:
        self._reader = reader
        self._account = account

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:
        """The reader's own, or its own error."""
        began = time.perf_counter()
        try:
            result = await self._reader.read(page, hear)
        except ModelError as error:
            self._account.fallbacks[error.outcome] += 1
            self._account.calls += error.calls
            self._account.unreached += error.outcome in ("unreachable", "refused")
            raise
        finally:
            self._account.seconds.append(time.perf_counter() - began)
        self._account.unreached = 0
        self._account.calls += result.calls
        self._account.dropped += result.reading.dropped
        return result


async def reach(model: LanguageModel, seconds: float) -> None:
    """Ask the model for next to nothing. Raises ServerGone when it cannot be used."""
    schema: dict[str, Json] = {
        "type": "object",
        "properties": {"ready": {"type": "boolean"}},
        "required": ["ready"],
        "additionalProperties": False,
    }
    call = ModelCall(
        prefix='Answer {"ready": true}.',
        state="Ready?",
        schema=schema,
        schema_name="ready",
        max_tokens=20,
        timeout=seconds,
    )
    try:
        await model.complete(call)
    except ModelError as error:
        raise ServerGone(f"The model cannot be evaluated. {error}") from error


def model_reader(model: LanguageModel, seconds: float) -> ModelReader:
    """The reader that prospects get, with a time limit that lets a slow machine finish."""
    never = Breaker(failures=1_000_000, pause=timedelta(seconds=1))
    return ModelReader(model, SystemClock(), never, limit=seconds)


def told_plainly() -> list[tuple[str, ConversationTest]]:
    """The conversation tests in which no turn says what the model reads, with their scripts."""
    return [(one.script, one.test) for one in all_tests() if not one.test.scripted]


async def evaluate(
    name: str,
    reader: Reader,
    cases: Sequence[Case],
    rows: Sequence[Case],
    conversations: Sequence[tuple[str, ConversationTest]],
    advance: Advance,
) -> Column:
    """Everything read by one reader, until it is told to stop. Raises ServerGone."""
    account = Account()
    watched = Watched(reader, account)
    return Column(
        name=name,
        messages=await _read_all(watched, account, cases, advance),
        rows=await _read_all(watched, account, rows, advance),
        conversations=await _play_all(watched, account, conversations, advance),
        account=account,
    )


async def evaluate_plainly(
    cases: Sequence[Case],
    rows: Sequence[Case],
    conversations: Sequence[tuple[str, ConversationTest]],
) -> Column:
    """The same by the plain reader."""
    return await evaluate("plain reader", PlainReader(), cases, rows, conversations, lambda: True)


async def _read_all(
    reader: Watched, account: Account, cases: Iterable[Case], advance: Advance
) -> Score:
    read: list[Case] = []
    judged: list[Judged] = []
    for case in cases:
        page = case.page()
        try:
            reading = (await reader.read(page)).reading
        except ModelError:
            reading = read_plainly(page)
        read.append(case)
        judged.append(judge(case.message, reading))
        _still_there(account)
        if not advance():
            break
    return Score(tuple(read), tuple(judged))


async def _play_all(
    reader: Watched,
    account: Account,
    conversations: Iterable[tuple[str, ConversationTest]],
    advance: Advance,
) -> Told:
    failures: list[str] = []
    count = 0
    for script, test in conversations:
        played = await play(sample(script), test, lambda _: (reader, _nothing), always=True)
        failures += [f"{test.name}: {failure}" for failure in played.failures[:1]]
        count += 1
        _still_there(account)
        if not advance():
            break
    return Told(count - len(failures), count, tuple(failures))


def _nothing(_: Scene) -> None:
    """A real model is not told what to answer."""


def _still_there(account: Account) -> None:
    if account.unreached >= GONE_AFTER:
        raise ServerGone(
            f"The model's server did not answer {GONE_AFTER} times in a row; is it still running?"
        )
