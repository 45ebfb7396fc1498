"""Which conditions of a script can never be met, or never decide anything? Each with its place."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from qualification.conditions import (
    ChoiceCondition,
    Condition,
    MoneyCondition,
    NumberCondition,
    TextCondition,
    TimeframeCondition,
    YesNoCondition,
)
from qualification.errors import Problem
from qualification.normalise.text import find_phrase, fold
from qualification.saying import Said
from qualification.script import Script
from qualification.source import Path, Source


def dead_conditions(script: Script, source: Source) -> Iterator[Problem]:
    """What no answer can meet, and what is acceptable but good already."""
    may_lack = {one.key for one in script.criteria if one.lacking is not None}
    for path, key, condition in _of_answers(script):
        if isinstance(condition, TextCondition) and not (condition.given or key in may_lack):
            message = Said("no answer meets `given: no`: whoever answers says something")
            hint = Said("delete it, or say under `lacking:` how people say that there is none")
            yield Problem(*source.value_at(path), message, hint)
    for path, _, condition in (*_of_answers(script), *_of_profiles(script)):
        if isinstance(condition, TextCondition) and _contradicts_itself(condition):
            message = Said(
                "nothing meets this: `mentions_none_of` takes all that `mentions` asks for"
            )
            yield Problem(*source.value_at(path), message, Said("name each word in one of them"))
    for index, criterion in enumerate(script.criteria):
        path = ("criteria", index, "acceptable")
        good, will_do = criterion.positive, criterion.acceptable
        if good and will_do and path in source.keys and _covers(good, will_do):
            message = Said("all that is `acceptable` here is `positive` already")
            hint = Said("make it wider than `positive`, or delete it")
            yield Problem(*source.key_at(path), message, hint)


_Placed: TypeAlias = tuple[Path, str, Condition]
"""A condition, where it stands and what it is about."""


def _of_answers(script: Script) -> Iterator[_Placed]:
    """The conditions on what was said."""
    for index, criterion in enumerate(script.criteria):
        if criterion.positive:
            yield ("criteria", index, "positive"), criterion.key, criterion.positive
        if criterion.acceptable:
            yield ("criteria", index, "acceptable"), criterion.key, criterion.acceptable
    for index, line in enumerate(script.score.fit.lines):
        for key, condition in line.when.items():
            yield ("score", "fit", "lines", index, "when", key), key, condition


def _of_profiles(script: Script) -> Iterator[_Placed]:
    for index, line in enumerate(script.score.fit.profile):
        for field, condition in line.when.items():
            yield ("score", "fit", "profile", index, "when", field), field, condition


def _contradicts_itself(condition: TextCondition) -> bool:
    """Whether each phrase that is asked for has one in it that is ruled out."""
    asked, ruled_out = condition.mentions, condition.mentions_none_of
    return bool(asked) and all(
        any(find_phrase(fold(one), other) is not None for other in ruled_out) for one in asked
    )


def _covers(good: Condition, will_do: Condition) -> bool:
    """Whether all that meets the second condition meets the first."""
    match good, will_do:
        case MoneyCondition(overlaps=wide), MoneyCondition(overlaps=narrow):
            return wide.currency == narrow.currency and _within(
                (narrow.min, narrow.max), (wide.min, wide.max)
            )
        case TimeframeCondition(within=longer), TimeframeCondition(within=span):
            return span.exact() <= longer.exact()
        case NumberCondition(), NumberCondition():
            return _within((will_do.at_least, will_do.at_most), (good.at_least, good.at_most))
        case ChoiceCondition(any_of=many), ChoiceCondition(any_of=some):
            return set(some) <= set(many)
        case YesNoCondition(answer=one), YesNoCondition(answer=other):
            return one is other
        case TextCondition(), TextCondition(given=True) if good == TextCondition():
            return True
        case _:
            return good == will_do


def _within(
    inner: tuple[Decimal | None, Decimal | None], outer: tuple[Decimal | None, Decimal | None]
) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high
