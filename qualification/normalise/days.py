"""The calendar's arithmetic: stretches of days, units, seasons and feasts."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from qualification.normalise.tables.holidays import (
    BY_WEEKDAY,
    FIXED,
    FROM_EASTER,
    FROM_ORTHODOX_EASTER,
)

MONTHS_IN = {"month": 1, "bimester": 2, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS_IN = {"day": 1, "workday": 1, "week": 7, "workweek": 7, "fortnight": 14, "weekend": 7}
MINUTES_IN = {"minute": 1, "hour": 60}
SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}
SEASON_ENDS = {"spring": (6, 21), "summer": (9, 24), "autumn": (12, 21), "winter": (3, 21)}
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""No answer lies outside these."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` until before `end`; `unit` is how finely it was said."""

    start: date
    end: date
    unit: str = "day"

    @property
    def length(self) -> timedelta:
        return self.end - self.start


def clamp(days: int, base: date) -> date:
    """So many days after a date, within what is believable."""
    ordinal = min(max(base.toordinal() + days, FIRST.toordinal()), LAST.toordinal())
    return date.fromordinal(ordinal)


def add_months(base: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    index = base.year * 12 + base.month - 1 + months
    year, month = divmod(index, 12)
    if not FIRST.year <= year <= LAST.year:
        return (FIRST, LAST)[months > 0]
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def day(one: date) -> Stretch:
    return Stretch(one, clamp(1, one))


def month(year: int, number: int) -> Stretch:
    first = date(year, number, 1)
    return Stretch(first, add_months(first, 1), "month")


def year(number: int) -> Stretch:
    return Stretch(date(number, 1, 1), date(number + 1, 1, 1), "year")


def unit_around(base: date, unit: str, away: int = 0) -> Stretch:
    """The week, month, quarter... that holds a date, or one so many units away."""
    if unit == "weekend":
        saturday = clamp(5 - base.weekday() + 7 * away, base)
        return Stretch(saturday, clamp(2, saturday), "weekend")
    if unit in DAYS_IN:
        size = DAYS_IN[unit]
        first = clamp(size * away - (base.weekday() if size > 1 else 0), base)
        return Stretch(first, clamp(5 if unit == "workweek" else size, first), unit)
    size = MONTHS_IN[unit]
    ahead = (base.month - 1) // min(size, 12) * min(size, 12)
    january = date(base.year if size <= 12 else base.year // 10 * 10, 1, 1)
    first = add_months(january, ahead + size * away)
    return Stretch(first, add_months(first, size), unit)


def season(name: str, year_of_start: int) -> Stretch:
    ends = date(year_of_start + (name == "winter"), *SEASON_ENDS[name])
    return Stretch(date(year_of_start, *SEASONS[name]), ends, "season")


def easter(year_number: int) -> date:
    """The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year_number % 19, divmod(year_number, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    line = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * line) // 433
    number = (h + line - 7 * m + 90) // 25
    return date(year_number, number, (h + line - 7 * m + 33 * number + 19) % 32)


def orthodox_easter(year_number: int) -> date:
    """The Julian computus (Meeus, chapter 8), as the Gregorian calendar counts its days."""
    a, b, c = year_number % 4, year_number % 7, year_number % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    number, which = divmod(d + e + 114, 31)
    ahead = year_number // 100 - year_number // 400 - 2
    return clamp(which + ahead, date(year_number, number, 1))


def nth_weekday(within: Stretch, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a stretch, counted from its end when negative."""
    if nth > 0:
        first = clamp((weekday - within.start.weekday()) % 7, within.start)
        found = clamp(7 * (nth - 1), first)
    else:
        final = clamp(-1, within.end)
        found = clamp(-((final.weekday() - weekday) % 7) + 7 * (nth + 1), final)
    return found if within.start <= found < within.end else None


def feasts() -> Iterator[tuple[str, tuple[str, int]]]:
    """Every name of a feast, with its table and place there."""
    tables = {
        "fixed": [row.names for row in FIXED],
        "easter": [row.names for row in FROM_EASTER],
        "orthodox": [row.names for row in FROM_ORTHODOX_EASTER],
        "weekday": [row.names for row in BY_WEEKDAY],
    }
    for table, rows in tables.items():
        for place, names in enumerate(rows):
            for name in names.split(","):
                yield name.strip(), (table, place)


@cache
def feast(which: tuple[str, int], year_number: int) -> Stretch:
    """A feast in a year."""
    table, place = which
    if table == "fixed":
        fixed = FIXED[place]
        first = date(year_number, fixed.month, fixed.day)
        return Stretch(first, clamp(fixed.length, first))
    if table in ("easter", "orthodox"):
        western = table == "easter"
        movable = (FROM_EASTER if western else FROM_ORTHODOX_EASTER)[place]
        sunday = easter(year_number) if western else orthodox_easter(year_number)
        first = clamp(movable.days, sunday)
        return Stretch(first, clamp(movable.length, first))
    row = BY_WEEKDAY[place]
    found = nth_weekday(month(year_number, row.month), row.weekday, row.nth)
    first = clamp(row.days, found or date(year_number, row.month, 1))
    return Stretch(first, clamp(row.length, first))


def part(whole: Stretch, which: str) -> Stretch:
    """The beginning, middle or end of a stretch: thirds, as people divide months and years."""
    if whole.unit == "month":
        cuts = [clamp(0, whole.start), clamp(10, whole.start), clamp(20, whole.start), whole.end]
    elif whole.unit in ("week", "workweek"):
        cuts = [*(clamp(step, whole.start) for step in (0, 3, 4)), whole.end]
    elif whole.unit == "year":
        cuts = [add_months(whole.start, step) for step in (0, 3, 9, 12)]
    elif whole.unit in ("quarter", "half"):
        size = MONTHS_IN[whole.unit] // 3
        cuts = [add_months(whole.start, size * step) for step in range(4)]
    else:
        third = whole.length // 3
        cuts = [whole.start, whole.start + third, whole.end - third, whole.end]
    index = {"begin": 0, "mid": 1, "end": 2}[which]
    return Stretch(
        cuts[index], max(cuts[index + 1], clamp(1, cuts[index])), f"{whole.unit} {which}"
    )
