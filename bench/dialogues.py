"""What is read from the turns of real dialogues? By category, against gold where it exists.

The dialogues are about flights and hotels and not about our questions, so what is scored is what
their turns share with ours: the amounts, days and counts said, and the signals.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from agent.plain.plain_reader import read_plainly
from bench.corpora import Act, DialogueRow
from bench.scoring import Tally
from bench.standpoint import mid_conversation
from qualification.normalise import read_money, read_number, read_timeframe
from qualification.signals import Signal
from qualification.values import Language

NOW = datetime(2019, 3, 1, 9, 0, tzinfo=UTC)
"""The dialogues with dates in their gold play on the 1st of March 2019."""
SIGNALS: Mapping[str, frozenset[Signal]] = {
    "question": frozenset({Signal.QUESTION}),
    "human_handoff": frozenset({Signal.WANTS_HUMAN}),
    "dont_know": frozenset({Signal.DOES_NOT_KNOW}),
    "refusal": frozenset({Signal.NOT_INTERESTED, Signal.REFUSES, Signal.LATER}),
    "support": frozenset({Signal.SUPPORT}),
    "correction": frozenset({Signal.CORRECTS}),
    "negate_and_correct": frozenset({Signal.CORRECTS}),
}
"""Any of these shows that a turn of the category was understood."""
_AMOUNT = re.compile(r"amount|balance|price|cost|fare", re.IGNORECASE)
_COUNT = re.compile(r"number_of|num_|party_size|people|passengers", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Heard:
    """What of a category was read: the gold values among them, and the signals."""

    values: Tally
    signals: Tally


def heard(rows: Iterable[DialogueRow], language: Language) -> dict[str, Heard]:
    """Every category, values and signals apart."""
    found: dict[str, Heard] = {}
    stand = mid_conversation("crm-suite", language)
    for row in rows:
        tallies = found.setdefault(row.category, Heard(Tally(), Tally()))
        for kind, wanted in _gold(row):
            got = _values(row.text, language, kind)
            tallies.values.add(wanted in got, row.text, wanted, got)
        if (signals := SIGNALS.get(row.category)) is not None:
            read = read_plainly(stand.page(row.text)).signals
            wanted_signals = ", ".join(sorted(signals))
            tallies.signals.add(
                bool(signals & read), row.text, wanted_signals, ", ".join(sorted(read))
            )
    return found


def _gold(row: DialogueRow) -> Iterator[tuple[str, str]]:
    """The values of a turn that are of our kinds: money, number and day."""
    if isinstance(row.gold, tuple):
        for act in row.gold:
            if act.act == "INFORM" and act.value and (kind := _kind(act)) is not None:
                yield kind, _plain(act.value) if kind != "day" else act.value
        return
    match row.gold.slots.get("amount_of_money"):
        case {"amount": float() | int() as amount}:
            yield "money", _plain(str(amount))
    match row.gold.slots.get("people"):
        case int() as people:
            yield "number", str(people)


def _kind(act: Act) -> str | None:
    value = act.value or ""
    if _DAY.fullmatch(value):
        return "day"
    if not value.replace(".", "", 1).isdigit():
        return None
    if _AMOUNT.search(act.slot):
        return "money"
    return "number" if _COUNT.search(act.slot) else None


def _values(text: str, language: Language, kind: str) -> list[str]:
    match kind:
        case "money":
            return [_shown(one.min) for one in read_money(text, language, asked=True)]
        case "number":
            return [_shown(one.min) for one in read_number(text, language, asked=True)]
        case _:
            return [_day(one.start) for one in read_timeframe(text, language, now=NOW, asked=True)]


def _shown(value: Decimal | None) -> str:
    return "" if value is None else _plain(str(value))


def _plain(number: str) -> str:
    return f"{Decimal(number).normalize():f}"


def _day(value: date | None) -> str:
    return "" if value is None else value.isoformat()
