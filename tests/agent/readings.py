"""Readings for the tests of the pure core: what a reader may hand over, without one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st

from agent.reading import Doubt, ReadAnswer, ReadDecline, Reading, Wording
from qualification.answers import Evidence
from qualification.script import Criterion, Script
from qualification.signals import Signal
from qualification.values import (
    CONTACT_KINDS,
    Choice,
    Contact,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    YesNo,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""A Monday, outside any quiet hours."""


def euros(amount: int, currency: str | None = "EUR") -> Money:
    """An amount a year."""
    return Money(Decimal(amount), Decimal(amount), currency, "year")


def day(year: int, month: int, day: int) -> Timeframe:
    """One day."""
    start = date(year, month, day)
    return Timeframe("date", start, date.fromordinal(start.toordinal() + 1))


def told(key: str, value: Value, quote: str = "…", *, corrects: bool = False) -> ReadAnswer:
    """An answer read in a message."""
    return ReadAnswer(key, value, Evidence("m1", quote), corrects)


def declined(key: str, reason: Any = "refused") -> ReadDecline:
    """A question left unanswered on purpose."""
    return ReadDecline(key, reason, Evidence("m1", "no"))


def doubtful(
    key: str, why: Any = "disagrees", quote: str = "5 o 50", between: tuple[Value, ...] = ()
) -> Doubt:
    """Words that must be asked about."""
    return Doubt(key, Evidence("m1", quote), why, between)


def reading(*answers: ReadAnswer, signals: Any = (), **parts: Any) -> Reading:
    """A plain reading."""
    return Reading(reader="plain", answers=answers, signals=frozenset(signals), **parts)


VALUES: dict[str, tuple[Value, ...]] = {
    "text": (Text("perdemos clientes"), Text("otra cosa"), Text("")),
    "money": (
        euros(0),
        euros(2500),
        euros(5000),
        euros(5000, None),
        euros(4000, "USD"),
        euros(9, "JPY"),
    ),
    "timeframe": (Timeframe("asap"), Timeframe("none"), day(2027, 1, 1), day(2029, 1, 1)),
    "number": (Number(Decimal(1), Decimal(1)), Number(Decimal(4), None)),
    "yes_no": (YesNo(True), YesNo(False)),
}


def _answers(script: Script) -> Iterator[ReadAnswer]:
    """Every answer that can be given to a script, as it is said first and as a correction."""
    for corrects in (False, True):
        for kind in CONTACT_KINDS:
            yield told(kind, Contact(kind, "one"), corrects=corrects)
            yield told(kind, Contact(kind, "two {x}"), "two {x}", corrects=corrects)
        for criterion in script.criteria:
            if criterion.kind == "choice":
                options: tuple[Value, ...] = tuple(map(Choice, criterion.options))
            else:
                options = VALUES[criterion.kind]
            for value in options:
                yield told(criterion.key, value, corrects=corrects)


def _two(criterion: Criterion) -> tuple[Value, ...]:
    """Two values that one answer may have."""
    if criterion.kind == "choice":
        return tuple(map(Choice, criterion.options))[:2]
    return VALUES[criterion.kind][1:3]


def readings(script: Script) -> st.SearchStrategy[Reading]:
    """Anything that a reader may find in a message: mostly a little, seldom much."""
    keys = [*(criterion.key for criterion in script.criteria), *CONTACT_KINDS]
    finds = st.one_of(
        st.sampled_from(list(_answers(script))),
        st.sampled_from([*Signal]),
        st.sampled_from(
            [
                *(declined(key, reason) for key in keys for reason in REASONS),
                *(doubtful(key, why) for key in keys for why in ("invalid", "disagrees")),
                *(doubtful(one.key, between=_two(one)) for one in script.criteria),
                *("price", "trial", "unheard_of", "¿tienen app?"),
                *(Wording(key, "¿Y qué presupuesto tienen?") for key in keys),
            ]
        ),
    )
    manners = st.sampled_from(
        [(None, ""), (None, ""), ("es", ""), ("en", ""), ("es", "Entiendo."), (None, "I see.")]
    )
    return st.builds(_made, st.lists(finds, max_size=4), manners)


REASONS = ("refused", "does_not_know")
Find: TypeAlias = ReadAnswer | ReadDecline | Doubt | Signal | Wording | str


def _made(finds: list[Find], manner: tuple[Language | None, str]) -> Reading:
    """A reading of what was found; an answer goes before a decline or a doubt of its question."""
    answers = tuple(one for one in finds if isinstance(one, ReadAnswer))
    answered = {one.key for one in answers}
    language, bridge = manner
    texts = [one for one in finds if type(one) is str]
    return Reading(
        reader="model" if bridge else "plain",
        language=language,
        signals=frozenset(one for one in finds if isinstance(one, Signal)),
        answers=answers,
        declines=tuple(
            one for one in finds if isinstance(one, ReadDecline) and one.key not in answered
        ),
        doubts=tuple(one for one in finds if isinstance(one, Doubt) and one.key not in answered),
        facts=tuple(dict.fromkeys(one for one in texts if "?" not in one)),
        question=next((one for one in texts if "?" in one), None),
        bridge=bridge,
        asks=next((one for one in finds if isinstance(one, Wording)), None),
    )
