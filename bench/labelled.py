"""What should be found in a message? Messages with gold answers, and how a reading compares.

bench/messages.*.yaml holds our own; rows of the corpora are put into the same form.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from agent.reading import Page, Reading
from agent.rehearsal.conversation_checks import matches
from bench.corpora import Corpora, MoneyRow, TimeRow
from bench.intents import EITHER, EXPECTED
from bench.standpoint import NOW, standing_at
from qualification.answers import DeclineReason
from qualification.signals import Signal
from qualification.source import read_source
from qualification.values import LANGUAGES, Json, Language, to_json

HERE = Path(__file__).parent
OneT = TypeVar("OneT")
HARMLESS = frozenset({Signal.PLEASANTRY})
"""Found or not, nothing follows from it."""
_OF_DECLINES: Mapping[DeclineReason, Signal] = {
    "refused": Signal.REFUSES,
    "does_not_know": Signal.DOES_NOT_KNOW,
}


class Labelled(BaseModel):
    """A message, the question it answers, and everything that it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    script: str
    asked: str
    say: str
    answers: Mapping[str, JsonValue] = Field(default_factory=dict)
    """By question: the value, of an object the parts that matter; null for any value."""
    declined: Mapping[str, DeclineReason] = Field(default_factory=dict)
    signals: tuple[Signal, ...] = ()
    also: tuple[str, ...] = ()
    """Questions that may be taken as answered as well as not."""
    either: tuple[Signal, ...] = ()
    """Signals that may be found as well as not."""
    now: datetime = NOW


class LabelledFile(BaseModel):
    """The messages of one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Language
    messages: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A message in its language."""

    language: Language
    message: Labelled

    def page(self) -> Page:
        """What a reader is given."""
        one = self.message
        stand = standing_at(one.script, self.language, one.asked)
        return replace(stand, now=one.now).page(one.say)


@dataclass(frozen=True, slots=True)
class Judged:
    """How a reading compares with what the message holds."""

    exact: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    signals: int
    false_signals: tuple[str, ...]
    missed_signals: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Nothing missing and nothing extra."""
        return not (self.wrong or self.missed or self.false_signals or self.missed_signals)


def labelled_messages() -> list[Case]:
    """Our own, language after language by turns, so that any first part holds both."""
    files = []
    for language in LANGUAGES:
        path = HERE / f"messages.{language}.yaml"
        file = LabelledFile.model_validate(read_source(path.read_text(encoding="utf-8")).data)
        files.append([Case(file.language, one) for one in file.messages])
    return [case for pair in zip(*files, strict=True) for case in pair]


def corpus_sample(corpora: Corpora, at_most: int) -> list[Case]:
    """Rows of the corpora as answers to our questions, evenly taken from all of them."""
    cases: list[Case] = []
    for language in LANGUAGES:
        cases += [Case(language, one) for one in _from_money(corpora.money(language))]
        cases += [Case(language, one) for one in _from_times(corpora.times(language))]
    cases += [
        Case(
            "en",
            Labelled(
                script="crm-suite",
                asked="authority",
                say=row.text,
                signals=(EXPECTED[row.intent],),
                either=tuple(EITHER.get(row.intent, ())),
            ),
        )
        for row in corpora.intents()
        if row.intent in EXPECTED and row.intent != "dont_know"
    ]
    return evenly(cases, at_most)


def evenly(cases: list[OneT], at_most: int | None) -> list[OneT]:
    """So many of them, spread over all; all of them without a limit."""
    if at_most is None or len(cases) <= at_most:
        return cases
    return [cases[place * len(cases) // at_most] for place in range(at_most)]


def grouped(cases: list[Case]) -> list[Case]:
    """By script and language: a server that keeps the beginning of a prompt reads it once."""
    return sorted(cases, key=lambda one: (one.message.script, one.language))


def judge(message: Labelled, reading: Reading) -> Judged:
    """What was found, what was read wrong, what was missed."""
    got: dict[str, Json] = {one.key: to_json(one.value) for one in reading.answers}
    declined = {one.key: one.reason for one in reading.declines}
    exact = [key for key in message.answers if key in got and _same(message.answers[key], got[key])]
    exact += [key for key, reason in message.declined.items() if declined.get(key) == reason]
    wrong = [
        f"{key} = {value}"
        for key, value in got.items()
        if key not in exact and key not in message.also
    ]
    wrong += [
        f"{key} declined ({reason})"
        for key, reason in declined.items()
        if key not in exact and key not in message.also
    ]
    wanted = {*message.answers, *message.declined}
    missed = [key for key in wanted if key not in exact and key not in got and key not in declined]
    signals = frozenset(message.signals)
    allowed = signals | HARMLESS | frozenset(message.either) | _implied(message)
    return Judged(
        exact=len(exact),
        wrong=tuple(wrong),
        missed=tuple(sorted(missed)),
        signals=len(signals & reading.signals),
        false_signals=tuple(sorted(reading.signals - allowed)),
        missed_signals=tuple(sorted(signals - reading.signals)),
    )


def _implied(message: Labelled) -> frozenset[Signal]:
    return frozenset(
        _OF_DECLINES[reason] for reason in message.declined.values() if reason in _OF_DECLINES
    )


def _same(wanted: JsonValue, got: Json) -> bool:
    return wanted is None or matches(wanted, got)


def _from_money(rows: Iterable[MoneyRow]) -> Iterator[Labelled]:
    for row in rows:
        if row.style == "oddity" or len(row.expected) != 1:
            continue
        (amount,) = row.expected
        low, high = amount.bounds
        value: dict[str, JsonValue] = {"min": _whole(low), "max": _whole(high)}
        if not amount.currency_ambiguous:
            value["currency"] = amount.currency
        yield Labelled(
            script="crm-suite",
            asked="budget",
            say=row.text,
            answers={"budget": value},
            either=(Signal.QUESTION,),
        )


def _from_times(rows: Iterable[TimeRow]) -> Iterator[Labelled]:
    for row in rows:
        if len(row.expected) != 1 or (start := row.expected[0].preferred.start) is None:
            continue
        yield Labelled(
            script="crm-suite",
            asked="timeline",
            say=row.text,
            answers={"timeline": {"start": start[: len("2026-01-01")]}},
            either=(Signal.QUESTION,),
            now=row.reference_time.replace(tzinfo=UTC),
        )


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number.is_integer() else number
