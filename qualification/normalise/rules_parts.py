"""The rules for parts of a time already read: its end, its second week, the Tuesday in it."""

from dataclasses import replace
from datetime import timedelta

from qualification.normalise.days import (
    MONTHS_IN,
    Stretch,
    add_months,
    clamp,
    day,
    nth_weekday,
    part,
    unit_around,
    year,
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved, when
from qualification.normalise.rules_units import UNITS
from qualification.normalise.times import Atom, Partial, When

PARTS = Level()
DAYS_THAT_PLACE_A_WEEK = {"week": 3, "workweek": 3, "weekend": 5}
"""A week belongs where its Thursday lies (as in ISO 8601), a weekend where its Saturday does."""


@PARTS.rule("WHEN_month|WHEN_day|WHEN_quarter|WHEN_half|WHEN_season of|,|at_in? WHEN_year")
def in_that_year(_: Moment, named: Atom, whole: Atom) -> When | None:
    """ "March next year", "Q1 of next year": moved to the year that was said."""
    one = named.when
    if one.partial and one.partial.year is not None:
        return None
    months = 12 * (whole.when.start.year - one.start.year)
    return replace(one, start=add_months(one.start, months), end=add_months(one.end, months))


@PARTS.rule("PART of? WHEN")
def part_of(_: Moment, named: Atom, whole: Atom) -> When:
    if whole.when.stretch.length <= timedelta(days=1):
        return whole.when
    return when(part(whole.when.stretch, named.part), approximate=True)


@PARTS.rule("rest of? WHEN")
def rest_of(moment: Moment, whole: Atom) -> When | None:
    today = moment.now.date()
    if whole.when.end <= today:
        return None
    return replace(whole.when, start=max(today, whole.when.start))


@UNITS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
def nth_unit(_: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    """ "The last week of July", "segunda quincena de marzo", "fifth day of next month"."""
    return _nth(_within(whole), unit.unit, which.ordinal or -1)


@UNITS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
def nth_last_unit(_: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    return _nth(_within(whole), unit.unit, -which.ordinal)


@UNITS.rule("ORD|last_ordinal DUR of? WHEN", "ORD|last_ordinal DUR of? year_word? YEAR")
@PARTS.rule("ORD|last_ordinal DUR of? WHEN", "ORD|last_ordinal DUR of? year_word? YEAR")
def first_units(_: Moment, which: Atom, span: Atom, whole: Atom) -> When | None:
    """ "The last four months of 2021"."""
    within, said = _within(whole), span.duration
    if which.ordinal > 1:
        return None
    if which.ordinal == 1:
        end = clamp(said.days, add_months(within.start, said.months))
        return When(within.start, min(end, within.end), "several")
    start = clamp(-said.days, add_months(within.end, -said.months))
    return When(max(start, within.start), within.end, "several")


@UNITS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
@PARTS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
def nth_weekday_of(_: Moment, which: Atom, named: Atom, whole: Atom) -> When | None:
    found = nth_weekday(_within(whole), named.weekday, which.ordinal or -1)
    return when(day(found)) if found else None


@PARTS.rule("DAY day_word? of WHEN_month", "day_word DAY of WHEN_month")
def day_of(_: Moment, number: Atom, whole: Atom) -> When | None:
    return _nth(_within(whole), "day", number.number)


@PARTS.rule("WEEKDAY of|,|at_in? WHEN_week")
def weekday_of_week(_: Moment, named: Atom, week: Atom) -> When:
    return when(day(clamp(named.weekday, week.when.start)))


@PARTS.rule("WHEN_week ,? at_in? WEEKDAY")
def week_and_weekday(moment: Moment, week: Atom, named: Atom) -> When:
    return weekday_of_week(moment, named, week)


@PARTS.rule("UNIT of|of_the! WHEN_day", "UNIT of|of_the! FREE")
def week_of(moment: Moment, unit: Atom, named: Atom) -> When | None:
    """ "La semana del 10 de marzo"."""
    if unit.unit != "week":
        return None
    today = moment.now.date()
    one = resolved(Partial(day=named.number), today) if "FREE" in named.roles else named.when
    return when(unit_around(one.start if one else today, "week"))


def _within(whole: Atom) -> Stretch:
    return year(whole.number) if "YEAR" in whole.roles else whole.when.stretch


def _nth(within: Stretch, unit: str, number: int) -> When | None:
    """The nth week, day, month or quarter of a stretch, or its nth from the end."""
    if unit in DAYS_THAT_PLACE_A_WEEK:
        placed = nth_weekday(within, DAYS_THAT_PLACE_A_WEEK[unit], number)
        return when(unit_around(placed, unit)) if placed else None
    if unit == "fortnight":
        middle = clamp(15, within.start)
        return when(Stretch(within.start, middle) if number == 1 else Stretch(middle, within.end))
    if unit not in (*MONTHS_IN, "day"):
        return None
    base = within.start if number > 0 else within.end
    steps = number - 1 if number > 0 else number
    found = day(clamp(steps, base))
    if unit in MONTHS_IN:
        start = add_months(base, steps * MONTHS_IN[unit])
        found = Stretch(start, add_months(start, MONTHS_IN[unit]), unit)
    return when(found) if within.start <= found.start and found.end <= within.end else None
