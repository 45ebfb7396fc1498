"""Which day is meant? Places a date without its year, month or week, in the future if it can."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from qualification.normalise.days import Stretch, add_months, clamp, day, month, year
from qualification.normalise.times import Partial, When

MONTHS_SEARCHED = 48
"""Far enough for any weekday to fall on any day of a month, and for a leap year."""


def when(stretch: Stretch, partial: Partial | None = None, *, approximate: bool = False) -> When:
    """The days of a stretch, as an answer."""
    return When(stretch.start, stretch.end, stretch.unit, approximate, partial)


def resolved(partial: Partial, today: date, *, past: bool = False) -> When | None:
    """The first time from today on (or the last before today) that fits what was said."""
    for stretch in _candidates(partial, today, past):
        fits = stretch.start < today if past else stretch.end > today
        if fits or partial.year is not None:
            return when(stretch, partial)
    return None


def _candidates(partial: Partial, today: date, past: bool) -> Iterator[Stretch]:
    step = -1 if past else 1
    if partial.month is None and partial.day is None and partial.weekday is not None:
        away = (partial.weekday - today.weekday()) % 7
        yield day(clamp(away - 7 if past else away, today))
    elif partial.month is None and partial.day is None:
        yield year(partial.year or today.year)
    elif partial.month is None:
        for months in range(MONTHS_SEARCHED):
            yield from _day_in(add_months(today.replace(day=1), step * months), partial)
    else:
        years = [partial.year] if partial.year else [today.year + step * n for n in range(9)]
        for one in years:
            if partial.day is None:
                yield month(one, partial.month)
            else:
                unnamed = replace(partial, weekday=None)
                yield from _day_in(date(one, partial.month, 1), unnamed)


def _day_in(first: date, partial: Partial) -> Iterator[Stretch]:
    """The day of a month, if the month has it and it is the weekday that was said."""
    found = clamp((partial.day or 1) - 1, first)
    if found.month == first.month and partial.weekday in (None, found.weekday()):
        yield day(found)


def between(low: When, high: When, today: date) -> tuple[When, When] | None:
    """Two ends of a stretch: what one leaves unsaid comes from the other; low comes first."""
    if high.partial and low.partial:
        low_said, high_said = low.partial, high.partial
        if low_said.weekday is not None and low_said.day is None:
            start = resolved(low_said, today)
            end = resolved(high_said, start.start or today) if start else None
            return (start, end) if start and end else None
        shared = Partial(
            low_said.year or high_said.year if low_said.month else high_said.year,
            low_said.month or high_said.month,
            low_said.day,
        )
        if low_said.year and not high_said.year:
            end = resolved(high_said, low.start or today)
            return (low, end) if end else None
        ends = resolved(high_said, today)
        if ends is None or ends.end is None:
            return None
        start = resolved(shared, today)
        if shared.year is None or (start and start.start and start.start >= ends.end):
            start = resolved(replace(shared, year=None), ends.end, past=True)
        return (start, ends) if start else None
    if low.start and high.end and low.start < high.end:
        return low, high
    return None
