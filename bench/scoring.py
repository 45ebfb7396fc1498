"""How well are the corpora read? Rows wholly right: nothing missing, nothing extra.

Money and numbers by value (a currency that several share may be any of them), times by day; a row
whose source gives no interval is scored by its first day alone.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from bench.corpora import Amount, ContactRow, MoneyRow, NumberRow, Time, TimeRow
from qualification.normalise import read_contact, read_money, read_number, read_timeframe
from qualification.values import ContactKind, Language, Money, Number, Timeframe

LOOSE_DAYS = 3
"""A month is 28 to 31 days, so lengths of time are compared with so much leeway."""
SAME_DIGITS = 7
"""Phones are the same when so many last digits are: sources differ in how they write prefixes."""
_FIELDS: dict[str, ContactKind] = {
    "phone": "phone",
    "email": "email",
    "person_name": "name",
    "name": "name",
    "company": "company",
    "job_title": "job_title",
}
Bounds: TypeAlias = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that was read wrong."""

    text: str
    expected: str
    got: str


@dataclass
class Tally:
    """How many of a kind were right, and which were not."""

    right: int = 0
    of: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, right: bool, text: str, expected: object, got: object) -> None:
        """One row more."""
        self.of += 1
        self.right += right
        if not right:
            self.misses.append(Miss(text, str(expected), str(got)))

    @property
    def percent(self) -> float | None:
        """Of the rows there are; None when there are none."""
        return 100 * self.right / self.of if self.of else None


@dataclass
class Stopwatch:
    """How much processor time each reading took: what else the machine does does not count."""

    seconds: list[float] = field(default_factory=list)

    _began: float = 0.0

    def __enter__(self) -> None:
        self._began = time.thread_time()

    def __exit__(self, *_: object) -> None:
        self.seconds.append(time.thread_time() - self._began)


def money(rows: Iterable[MoneyRow], language: Language, watch: Stopwatch) -> dict[str, Tally]:
    """Wholly right; of those that hold a range; and those with no money left alone."""
    scores = {"whole": Tally(), "ranges": Tally(), "clean": Tally()}
    for row in rows:
        if row.style == "oddity":
            continue
        asked = row.kind.endswith("no_currency")
        with watch:
            got = read_money(row.text, language, asked=asked)
        right = len(got) == len(row.expected) and all(map(_same_money, row.expected, got))
        shown = [(*one.bounds, one.currency) for one in row.expected], [_money(one) for one in got]
        scores["whole"].add(right, row.text, *shown)
        if row.kind in ("range", "min", "max"):
            scores["ranges"].add(right, row.text, *shown)
        if not row.expected:
            scores["clean"].add(right, row.text, *shown)
    return scores


def numbers(rows: Iterable[NumberRow], language: Language, watch: Stopwatch) -> dict[str, Tally]:
    """Wholly right; of those that hold a range; and those with no number left alone."""
    scores = {"whole": Tally(), "ranges": Tally(), "clean": Tally()}
    for row in rows:
        expected = sorted((one.bounds for one in row.expected), key=str)
        with watch:
            read = read_number(row.text, language)
        got = sorted(map(_bounds, read), key=str)
        scores["whole"].add(expected == got, row.text, expected, got)
        if row.kind == "range":
            scores["ranges"].add(expected == got, row.text, expected, got)
        if not expected:
            scores["clean"].add(not got, row.text, expected, got)
    return scores


def times(rows: Iterable[TimeRow], language: Language, watch: Stopwatch) -> dict[str, Tally]:
    """Right day, right interval, right length of time; and sentences without any left alone."""
    scores = {"day": Tally(), "interval": Tally(), "length": Tally(), "clean": Tally()}
    for row in rows:
        with watch:
            got = read_timeframe(row.text, language, now=row.reference_time)
        shown = [_stretch(one) for one in row.expected], [_timeframe(one) for one in got]
        if not row.expected:
            scores["clean"].add(not got, row.text, *shown)
            continue
        counted = len(got) == len(row.expected)
        if any(one.preferred.duration_s is not None for one in row.expected):
            right = counted and all(map(_same_length, row.expected, got))
            scores["length"].add(right, row.text, *shown)
            continue
        right = counted and all(map(_same_day, row.expected, got))
        scores["day"].add(right, row.text, *shown)
        right = right and all(map(_same_end, row.expected, got))
        scores["interval"].add(right, row.text, *shown)
    return scores


def contacts(rows: Iterable[ContactRow], language: Language, watch: Stopwatch) -> dict[str, Tally]:
    """By field; how many people somebody speaks of must be among the numbers read."""
    scores: dict[str, Tally] = {}
    for row in rows:
        tally = scores.setdefault(row.field, Tally())
        if row.field not in _FIELDS:
            counts = [one.min for one in read_number(row.text, language, asked=True)]
            right = all(Decimal(str(wanted)) in counts for wanted in row.expected)
            tally.add(right, row.text, list(row.expected), [str(one) for one in counts])
            continue
        kind = _FIELDS[row.field]
        with watch:
            read = read_contact(row.text, language, asked=kind)
        got = [one.value for one in read if one.kind == kind]
        wanted_all = [str(one) for one in row.expected]
        same = len(got) == len(wanted_all) and all(
            _comparable(kind, wanted) == _comparable(kind, value)
            for wanted, value in zip(wanted_all, got, strict=True)
        )
        tally.add(same, row.text, wanted_all, got)
    return scores


def _comparable(kind: ContactKind, value: str) -> str:
    if kind == "phone":
        return "".join(filter(str.isdigit, value))[-SAME_DIGITS:]
    return value.casefold()


def _bounds(value: Money | Number) -> Bounds:
    low, high = value.min, value.max
    return None if low is None else float(low), None if high is None else float(high)


def _money(value: Money) -> tuple[float | None, float | None, str | None]:
    return *_bounds(value), value.currency


def _same_money(wanted: Amount, got: Money) -> bool:
    same = wanted.currency_ambiguous or wanted.currency == got.currency
    return same and wanted.bounds == _bounds(got)


def _stretch(wanted: Time) -> tuple[str, str] | str:
    one = wanted.preferred
    if one.duration_s is not None:
        return f"{one.duration_s / 86_400:g} days"
    return _first_day(wanted), _end_day(wanted)


def _timeframe(got: Timeframe) -> tuple[str, str]:
    return str(got.start or ""), str(got.end or "")


def _first_day(wanted: Time) -> str:
    return (wanted.preferred.start or "")[: len("2026-01-01")]


def _end_day(wanted: Time) -> str:
    """The day that the end excludes: one that ends within a day excludes the next."""
    end = wanted.preferred.end
    if end is None:
        return ""
    moment = datetime.fromisoformat(end)
    whole = moment.time() == datetime.min.time()
    return (moment.date() + timedelta(days=0 if whole else 1)).isoformat()


def _same_day(wanted: Time, got: Timeframe) -> bool:
    return _first_day(wanted) in ("", str(got.start))


def _same_end(wanted: Time, got: Timeframe) -> bool:
    return wanted.point_only or _end_day(wanted) in ("", str(got.end))


def _same_length(wanted: Time, got: Timeframe) -> bool:
    length = wanted.preferred.duration_s
    if length is None or got.start is None or got.end is None:
        return False
    return abs(_days(got.start, got.end) - length / 86_400) < LOOSE_DAYS


def _days(start: date, end: date) -> int:
    return (end - start).days
