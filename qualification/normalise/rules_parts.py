"""The rules for parts of a time already read: its end, its second week, the Tuesday in it."""

from dataclasses import replace
from datetime import date, timedelta

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
from qualification.normalise.resolve import next_weekday, resolved, when
from qualification.normalise.rules_days import FEW, length
from qualification.normalise.rules_units import UNITS, around
from qualification.normalise.rules_years import NTHS
from qualification.normalise.times import NEVER, Atom, Partial, When

PARTS = Level()
UNITS_BESIDE = ("day", "week", "weekend", "month", "quarter", "year")
DAYS_THAT_PLACE_A_WEEK = {"week": 3, "workweek": 3, "weekend": 5}
"""A week belongs where its Thursday lies (as in ISO 8601), a weekend where its Saturday does."""


@PARTS.rule("WHEN_month|WHEN_day|WHEN_quarter|WHEN_half|WHEN_season of|,|at_in? WHEN_year")
def in_that_year(_: Moment, named: Atom, whole: Atom) -> When | None:
    """ "March next year", "Q1 of next year": moved to the year that was said."""
    one = named.when
    if one.partial and one.partial.year is not None:
        return None
    number = whole.when.start.year
    months = 12 * (number - one.start.year)
    return replace(
        one,
        start=add_months(one.start, months),
        end=add_months(one.end, months),
        partial=replace(one.partial or Partial(), year=number),
    )


@PARTS.rule(
    "from|between? WHEN_month or|dash|until|and WHEN_month of|,|at_in? WHEN_year",
    "from|between? WHEN_quarter or|dash|until|and WHEN_quarter of|,|at_in? WHEN_year",
)
def several_in_that_year(moment: Moment, low: Atom, high: Atom, whole: Atom) -> When | None:
    """ "Q1 or Q2 of next year"."""
    first, last = in_that_year(moment, low, whole), in_that_year(moment, high, whole)
    if first is None or last is None or first.start >= last.start:
        return None
    return When(first.start, last.end, "several")


@PARTS.rule("PART part_of WHEN", "EARLY dash? WHEN")
def part_of(_: Moment, named: Atom, whole: Atom) -> When:
    if whole.when.stretch.length <= timedelta(days=1):
        return whole.when
    return when(part(whole.when.stretch, named.part), approximate=True)


@PARTS.rule(
    "PART until|dash|or|and PART part_of WHEN",
    "PART until|dash|or|and EARLY WHEN",
    "between PART and PART part_of WHEN",
    "between PART and EARLY WHEN",
)
def parts_of(moment: Moment, low: Atom, high: Atom, whole: Atom) -> When | None:
    """ "Mid to late June"."""
    first, last = part_of(moment, low, whole), part_of(moment, high, whole)
    return When(first.start, last.end, "several", True) if first.end <= last.start else None


@PARTS.rule("rest of? WHEN|ALONE_YEAR")
def rest_of(moment: Moment, whole: Atom) -> When | None:
    today, left = moment.now.date(), time_of(whole)
    if left.end <= today:
        return None
    return replace(left, start=max(today, left.start))


@UNITS.rule("ORD|last_ordinal UNIT|WEEKDAY of this? UNIT", "ORD|last_ordinal DUR of this? UNIT")
def nth_of_this(moment: Moment, which: Atom, one: Atom, whole: Atom) -> When | None:
    """ "The last day of the month": of this month, or of the next if that is past."""
    for away in (0, 1):
        found = _nth_of(moment, which, one, whole, away)
        if found and found.end > moment.now.date():
            return found
    return None


@UNITS.rule(
    "ORD|last_ordinal UNIT|WEEKDAY of next|coming UNIT",
    "ORD|last_ordinal UNIT|WEEKDAY of UNIT next_after",
    "ORD|last_ordinal DUR of next|coming UNIT",
    "ORD|last_ordinal DUR of UNIT next_after",
)
def nth_of_next(moment: Moment, which: Atom, one: Atom, whole: Atom) -> When | None:
    return _nth_of(moment, which, one, whole, 1)


@UNITS.rule("ORD|last_ordinal UNIT of last UNIT", "ORD|last_ordinal UNIT of UNIT last_after")
def nth_of_last(moment: Moment, which: Atom, one: Atom, whole: Atom) -> When | None:
    return _nth_of(moment, which, one, whole, -1)


def _nth_of(moment: Moment, which: Atom, one: Atom, whole: Atom, away: int) -> When | None:
    within = around(moment, whole, away)
    if within is None:
        return None
    if "DUR" in one.roles:
        return first_units(moment, which, one, replace(whole, when=within))
    if "WEEKDAY" in one.roles:
        return nth_weekday_of(moment, which, one, replace(whole, when=within))
    return _nth(within.stretch, one.unit, which.ordinal or -1)


@UNITS.rule("ORD of! this? UNIT")
def first_of_month(moment: Moment, which: Atom, whole: Atom) -> When | None:
    """ "The first of the month" is a day."""
    if whole.unit != "month" or "DAY" not in which.roles:
        return None
    return resolved(Partial(day=which.ordinal), moment.now.date())


@NTHS.rule("ORD|last_ordinal UNIT of? WHEN")
@UNITS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
def nth_unit(_: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    """ "The last week of July", "segunda quincena de marzo", "fifth day of next month"."""
    if "UNITS" in unit.roles:
        return counted_first_units(_, replace(which, count=FEW), which, unit, whole)
    return _nth(_within(whole), unit.unit, which.ordinal or -1)


@NTHS.rule("ORD last_ordinal UNIT of? WHEN")
@UNITS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
def nth_last_unit(_: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    return _nth(_within(whole), unit.unit, -which.ordinal)


@NTHS.rule("ORD|last_ordinal DUR of? WHEN")
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


@UNITS.rule(
    "COUNT ORD|last_ordinal UNIT of? WHEN", "COUNT ORD|last_ordinal UNIT of? year_word? YEAR"
)
def counted_first_units(
    moment: Moment, count: Atom, which: Atom, unit: Atom, whole: Atom
) -> When | None:
    """ "Las dos primeras semanas de junio"."""
    said = length(count.count, unit.unit)
    return first_units(moment, which, replace(unit, duration=said), whole) if said else None


@UNITS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
@PARTS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
def nth_weekday_of(_: Moment, which: Atom, named: Atom, whole: Atom) -> When | None:
    found = nth_weekday(_within(whole), named.weekday, which.ordinal or -1)
    return when(day(found)) if found else None


@PARTS.rule("DAY day_word? of WHEN_month", "day_word DAY of WHEN_month")
def day_of(_: Moment, number: Atom, whole: Atom) -> When | None:
    return _nth(_within(whole), "day", number.number)


@PARTS.rule("WHEN_month ,? at_in? the ORDFIG|FREE", "WHEN_month ,? at_in? day_word DAY")
def month_and_number(moment: Moment, whole: Atom, number: Atom) -> When | None:
    """ "Next month, on the 5th"."""
    return day_of(moment, number, whole)


@PARTS.rule("WEEKDAY of|,|at_in? WHEN_week")
def weekday_of_week(_: Moment, named: Atom, week: Atom) -> When:
    return when(day(clamp(named.weekday, week.when.start)))


@PARTS.rule("WHEN_week ,? at_in? WEEKDAY")
def week_and_weekday(moment: Moment, week: Atom, named: Atom) -> When:
    return weekday_of_week(moment, named, week)


@UNITS.rule("week_of WHEN_day", "week_of FREE|ORDFIG")
@PARTS.rule("week_of WHEN_day")
def week_beginning(moment: Moment, named: Atom) -> When | None:
    """ "W/c 10 March"."""
    one = named.when
    if "DAY" in named.roles:
        one = resolved(Partial(day=named.number), moment.now.date()) or NEVER
    return when(unit_around(one.start, "week")) if one is not NEVER else None


@UNITS.rule("UNIT of|of_the! WHEN_day", "UNIT of|of_the! FREE|ORDFIG")
@PARTS.rule("UNIT of|of_the! WHEN_day")
def week_of(moment: Moment, unit: Atom, named: Atom) -> When | None:
    """ "La semana del 10 de marzo", "the weekend of the 13th"."""
    week = week_beginning(moment, named)
    if unit.unit == "weekend" and week:
        return when(unit_around(week.start, "weekend"))
    return week if unit.unit == "week" else None


@PARTS.rule("WEEKDAY after WHEN")
def weekday_after(_: Moment, named: Atom, one: Atom) -> When:
    return next_weekday(named.weekday, one.when.end)


@PARTS.rule("WEEKDAY before WHEN")
def weekday_before(_: Moment, named: Atom, one: Atom) -> When:
    return next_weekday(named.weekday, clamp(-7, one.when.start))


@PARTS.rule("UNIT after WHEN")
def unit_after(_: Moment, unit: Atom, one: Atom) -> When | None:
    """ "The week after Easter"."""
    return _beside(unit, clamp(-1, one.when.end), 1)


@PARTS.rule("UNIT before WHEN")
def unit_before(_: Moment, unit: Atom, one: Atom) -> When | None:
    return _beside(unit, one.when.start, -1)


def _beside(unit: Atom, base: date, away: int) -> When | None:
    if "UNITS" in unit.roles or unit.unit not in UNITS_BESIDE:
        return None
    return when(unit_around(base, unit.unit, away))


@PARTS.rule("WEEKDAY ,|at_in? in DUR", "WEEKDAY ,? DUR from_now")
def weekday_in_weeks(moment: Moment, named: Atom, length: Atom) -> When | None:
    """ "Monday in three weeks": the one of that week."""
    said = length.duration
    if said.unit == "day" or said.minutes:
        return None
    then = clamp(said.days, add_months(moment.now.date(), said.months))
    return when(day(clamp(named.weekday, unit_around(then, "week").start)))


@PARTS.rule("ORD? closest WEEKDAY until WHEN_day", "ORD? WEEKDAY closest until? WHEN_day")
def closest_weekday(_: Moment, which: Atom | None, named: Atom, one: Atom) -> When | None:
    """ "The closest Monday to 5 April"."""
    base, nth = one.when.start, which.ordinal if which else 1
    around_it = (next_weekday(named.weekday, clamp(7 * step, base)) for step in range(-3, 3))
    ranked = sorted(around_it, key=lambda found: abs(found.start - base))
    return ranked[nth - 1] if 1 <= nth <= len(ranked) else None


def time_of(whole: Atom) -> When:
    """The time that an atom is, be it a year in figures."""
    return when(year(whole.number)) if "YEAR" in whole.roles else whole.when


def _within(whole: Atom) -> Stretch:
    return time_of(whole).stretch


def _nth(within: Stretch, unit: str, number: int) -> When | None:
    """The nth week, day, month or quarter of a stretch, or its nth from the end."""
    if unit in DAYS_THAT_PLACE_A_WEEK:
        placed = nth_weekday(within, DAYS_THAT_PLACE_A_WEEK[unit], number)
        return when(unit_around(placed, unit)) if placed else None
    if unit == "half" and within.unit == "month":
        unit = "fortnight"
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
