"""Which day is meant? Places a date without its year, month or week, in the future if it can."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from qualification.normalise.days import Stretch, add_months, clamp, day, month, year
from qualification.normalise.times import Partial, When

PARTS_OF_A_YEAR = ("quarter", "half", "season")
MONTHS_SEARCHED = 48
"""Far enough for any weekday to fall on any day of a month, and for a leap year."""


def when(stretch: Stretch, partial: Partial | None = None, *, approximate: bool = False) -> When:
    """The days of a stretch, as an answer."""
    return When(stretch.start, stretch.end, stretch.unit, approximate, partial)


def resolved(partial: Partial, today: date, *, past: bool = False) -> When | None:
    """The first time from today on (or the last before today) that fits what was said."""
    fitting = (
        when(stretch, partial)
        for stretch in _candidates(partial, today, past)
        if partial.year or (stretch.start < today if past else stretch.end > today)
    )
    return next(fitting, None)


def _candidates(partial: Partial, today: date, past: bool) -> Iterator[Stretch]:
    step = -1 if past else 1
    if partial.month is None and partial.day is None and partial.weekday is not None:
        yield next_weekday(partial.weekday, clamp(-7 if past else 0, today)).stretch
    elif partial.month is None and partial.day is None:
        yield year(partial.year or today.year)
    elif partial.month is None:
        firsts = (add_months(today.replace(day=1), step * n) for n in range(MONTHS_SEARCHED))
        yield from (found for first in firsts for found in _day_in(first, partial))
    else:
        years = [partial.year] if partial.year else [today.year + step * n for n in range(9)]
        if partial.day is None:
            yield from (month(one, partial.month) for one in years)
        else:
            unnamed, number = replace(partial, weekday=None), partial.month
            firsts = (date(one, number, 1) for one in years)
            yield from (found for first in firsts for found in _day_in(first, unnamed))


def _day_in(first: date, partial: Partial) -> Iterator[Stretch]:
    """The day of a month, if the month has it and it is the weekday that was said."""
    found = clamp((partial.day or 1) - 1, first)
    if found.month == first.month and partial.weekday in (None, found.weekday()):
        yield day(found)


def next_weekday(number: int, base: date) -> When:
    """The first such weekday from a day on."""
    return when(day(clamp((number - base.weekday()) % 7, base)), Partial(weekday=number))


def between(low: When, high: When, today: date) -> tuple[When, When]:
    """Two ends of a stretch: what one leaves unsaid comes from the other; low comes first."""
    first, last = low.partial, high.partial
    if low.unit in PARTS_OF_A_YEAR and high.unit in PARTS_OF_A_YEAR:
        return _parts_of_years(low, high)
    if first is None or last is None:
        return low, high
    if first.day is None and first.weekday is not None:
        start = next_weekday(first.weekday, today)
        return start, resolved(last, start.start) or high
    if first.year and not last.year:
        return low, resolved(last, low.start) or high
    end = resolved(last, today) or high
    shared = Partial(last.year, first.month or last.month, first.day)
    start = low if first.year else resolved(shared, today) or low
    if not first.year and (last.year is None or start.start >= end.end):
        start = resolved(replace(shared, year=None), end.end, past=True) or low
    return start, end


def _parts_of_years(low: When, high: When) -> tuple[When, When]:
    """ "Between Q2 and Q3 2027": the year said of one is the other's too."""
    named, other = bool(low.partial and low.partial.year), bool(high.partial and high.partial.year)
    if other and not named:
        while low.start > high.start or low.start.year < high.start.year:
            step = 12 if low.start < high.start else -12
            moved = replace(low, start=add_months(low.start, step), end=add_months(low.end, step))
            if step > 0 and moved.start > high.start:
                break
            low = moved
    while high.start < low.start and not other:
        high = replace(high, start=add_months(high.start, 12), end=add_months(high.end, 12))
    return low, high
