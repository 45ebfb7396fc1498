"""Does what was expected of a conversation hold? Every expectation that does not, in words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import JsonValue

from agent.dialogue import Phase
from agent.rehearsal.conversation_form import Expectation
from qualification.answers import AnswerSheet
from qualification.decision import Verdict
from qualification.handover import Why
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Json, Language, to_json


@dataclass(frozen=True, slots=True)
class Seen:
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


def check(expected: Expectation, seen: Seen) -> Iterator[str]:
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


def _check_answers(expected: Expectation, seen: Seen) -> Iterator[str]:
    states = {one.key: one.state for one in seen.verdict.criteria}
    for key, wanted in expected.answers.items():
        answer = seen.sheet.answers.get(key)
        if answer is None:
            yield f"{key} should be answered, but is not"
            continue
        value = to_json(answer.value)
        if wanted.value is not None and not matches(wanted.value, value):
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


def matches(wanted: JsonValue, got: Json) -> bool:
    """Whether a value is as written: of an object, the keys given; scalars as YAML writes them."""
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(
            key in got and matches(value, got[key]) for key, value in wanted.items()
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
