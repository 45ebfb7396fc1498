"""What was answered earlier, and what does a message say of the same kind? PURE."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.plain.likely import is_year
from agent.plain.options import choose
from agent.plain.utterance import Utterance
from qualification.answers import Answer
from qualification.normalise import read_money, read_number, read_timeframe
from qualification.script import (
    ChoiceQuestion,
    Criterion,
    MoneyQuestion,
    NumberQuestion,
    TimeframeQuestion,
)
from qualification.values import Choice, Span, Value

SHORT = 5
"""Words of a message in which a month's name alone is a date: "make it May"."""
SHORT_COMPARING = 12
"""The same of a message that puts one beside the other: "I said May, but March is better"."""
_COMPARES = re.compile(r"(?:^| )(?:i said|dije|habia dicho|better|mejor|rather|instead|not)(?= |$)")
_TO_US = ("escrib", "contact", "llam", "avis", "write", "text", "call", "reach", "ping")
"""How the verbs begin of those who want to hear from us: when is not when they want what we
sell.
"""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The new value of an earlier answer, and the words that give it."""

    key: str
    value: Value
    span: Span
    sure: bool = True
    """No: it only differs from what was said before, and which one holds must be asked."""


def newest_first(heard: Utterance) -> Iterator[tuple[Criterion, Answer]]:
    """The criteria answered so far, the newest answer first."""
    known = heard.page.sheet.answers
    latest_last = sorted(known.values(), key=lambda one: one.given)
    for answer in reversed(latest_last):
        criterion = heard.page.script.criterion(answer.key)
        if criterion is not None:
            yield criterion, answer


def values_of(heard: Utterance, criterion: Criterion) -> Sequence[Value]:
    """The values of a question's kind in a text; a bare number is one."""
    text = heard.text
    match criterion:
        case MoneyQuestion():
            amounts = read_money(text, heard.language, asked=True)
            return [one for one in amounts if not is_year(heard.folded, one)]
        case NumberQuestion():
            return read_number(text, heard.language, asked=True)
        case TimeframeQuestion() if not any(w.startswith(_TO_US) for w in heard.said.split()):
            few = SHORT_COMPARING if _COMPARES.search(heard.said) else SHORT
            bare = heard.is_short(few) and not any(c.isdigit() for c in text)
            return read_timeframe(text, heard.language, now=heard.page.now, asked=bare)
        case ChoiceQuestion():
            return option_in(criterion, text)
        case _:
            return ()


def option_in(criterion: ChoiceQuestion, text: str) -> Sequence[Choice]:
    choice = choose(text, criterion, worth=lambda _: 0).choice
    return (choice,) if choice is not None else ()
