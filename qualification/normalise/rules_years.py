"""The rules for years and their quarters, halves, seasons and feasts."""

from qualification.normalise.days import (
    MONTHS_IN,
    Stretch,
    add_months,
    clamp,
    feast,
    month,
    part,
    season,
    unit_around,
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved, when
from qualification.normalise.times import Atom, Partial, When

YEARS = Level()
NTHS = Level()
"""Tried once the years, months and weeks they may lie in are read."""


@YEARS.rule("at_in YEAR", "year_word|fiscal of? YEAR", "equals YEAR")
def year_alone(moment: Moment, year: Atom) -> When | None:
    return resolved(Partial(year.number), moment.now.date())


@YEARS.rule("PART part_of ALONE_YEAR", "EARLY dash? ALONE_YEAR", "EARLY year_word|fiscal YEAR")
def part_of_that_year(moment: Moment, named: Atom, year: Atom) -> When | None:
    """ "Early 2027"."""
    whole = resolved(Partial(year.number), moment.now.date(), past=year.number < moment.now.year)
    return when(part(whole.stretch, named.part), approximate=True) if whole else None


@YEARS.rule("FISCAL")
def fiscal_year(moment: Moment, year: Atom) -> When | None:
    """ "FY27", "'27"."""
    return resolved(Partial(year.number), moment.now.date())


@YEARS.rule("coming_year")
def new_year(moment: Moment) -> When:
    """ "In the new year": the next, unless this one is new."""
    return when(unit_around(moment.now.date(), "year", int(moment.now.month > 1)))


@YEARS.rule("QUARTER", "QUARTER of|,|at_in|dash? fiscal? YEAR")
def quarter(moment: Moment, named: Atom, year: Atom | None = None) -> When | None:
    number = year.number if year else named.number
    return part_of_year(moment, named.ordinal, named.unit, number or None)


@YEARS.rule("YEAR ,|dash|of? QUARTER")
def year_and_quarter(moment: Moment, year: Atom, named: Atom) -> When | None:
    return quarter(moment, named, year)


@YEARS.rule("YEAR ORD UNIT")
def year_and_ordinal(moment: Moment, year: Atom, which: Atom, unit: Atom) -> When | None:
    return ordinal_part_of_year(moment, which, unit, year)


@YEARS.rule(
    "from|between? ORD until|dash|and|or ORD UNIT",
    "from|between? ORD until|dash|and|or ORD UNIT of|,? YEAR",
)
def several_quarters(
    moment: Moment, low: Atom, high: Atom, unit: Atom, year: Atom | None = None
) -> When | None:
    """ "From the second to the fourth quarter"."""
    number = year.number if year else None
    last = _ordinal(moment, high, unit, number)
    first = _ordinal(moment, low, unit, number or (last.start.year if last else None))
    if first is None or last is None or first.start >= last.start:
        return None
    return When(first.start, last.end, "several")


@YEARS.rule("ORD UNIT of? year_word? YEAR")
def ordinal_part_of_year(moment: Moment, which: Atom, unit: Atom, year: Atom) -> When | None:
    return _ordinal(moment, which, unit, year.number)


@NTHS.rule("ORD UNIT")
def ordinal_part(moment: Moment, which: Atom, unit: Atom) -> When | None:
    return _ordinal(moment, which, unit, None)


def _ordinal(moment: Moment, which: Atom, unit: Atom, year: int | None) -> When | None:
    if unit.unit not in ("quarter", "half"):
        return None
    return part_of_year(moment, which.ordinal, unit.unit, year)


def part_of_year(moment: Moment, number: int, unit: str, year: int | None) -> When | None:
    """The nth quarter or half, of this year if it is not over."""
    size = MONTHS_IN[unit]
    if number > 12 // size:
        return None
    number = number if number > 0 else 12 // size
    first = month(year or moment.now.year, (number - 1) * size + 1).start
    end = add_months(first, size)
    if year is None and end <= moment.now.date():
        first, end = add_months(first, 12), add_months(end, 12)
    return when(Stretch(first, end, unit), Partial(year))


@YEARS.rule("SEASON", "SEASON of|,? YEAR", "this SEASON")
def season_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When:
    if year:
        return when(season(named.season, year.number))
    candidates = (season(named.season, moment.now.year + step) for step in (-1, 0, 1))
    return when(next(found for found in candidates if found.end > moment.now.date()))


@YEARS.rule("next|coming SEASON", "SEASON next_after!")
def next_season(moment: Moment, named: Atom) -> When:
    candidates = (season(named.season, moment.now.year + step) for step in (0, 1))
    return when(next(found for found in candidates if found.start > moment.now.date()))


@YEARS.rule("last SEASON!", "the past SEASON!", "SEASON last_after!")
def last_season(moment: Moment, named: Atom) -> When | None:
    candidates = (season(named.season, moment.now.year - step) for step in (0, 1))
    return when(next(found for found in candidates if found.end <= moment.now.date()))


@YEARS.rule("FEAST", "FEAST of|,|at_in? YEAR", "next|coming|this FEAST")
def feast_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When:
    if year:
        return when(feast(named.feast, year.number))
    found = feast(named.feast, moment.now.year)
    if found.end <= moment.now.date():
        found = feast(named.feast, moment.now.year + 1)
    return when(found)


@YEARS.rule("last FEAST!", "FEAST last_after!")
def last_feast(moment: Moment, named: Atom) -> When:
    candidates = (feast(named.feast, moment.now.year - step) for step in (0, 1))
    return when(next(found for found in candidates if found.end <= moment.now.date()))


@YEARS.rule("FEAST UNIT")
def feast_weekend(moment: Moment, named: Atom, unit: Atom) -> When | None:
    """The weekend that a holiday lengthens, or the week it lies in."""
    found = feast_of_year(moment, named)
    if unit.unit == "week":
        return when(unit_around(found.start, "week"))
    if unit.unit != "weekend":
        return None
    saturday = clamp(-((found.start.weekday() - 5) % 7), found.start)
    return When(saturday, max(clamp(2, saturday), found.end), "weekend")
