"""The rules for weeks, months and years seen from today: this one, the next, what is left of it."""

from dataclasses import replace

from qualification.normalise.days import (
    DAYS_IN,
    MONTHS_IN,
    add_months,
    clamp,
    day,
    part,
    unit_around,
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import next_weekday, resolved, when
from qualification.normalise.rules_days import FEW, LONE, length
from qualification.normalise.rules_years import part_of_year
from qualification.normalise.times import Atom, Duration, Partial, When

UNITS = Level()
THIS = Level()
MOVABLE = MONTHS_IN.keys() | {"day", "week", "workweek", "weekend", "fortnight"}


def around(moment: Moment, unit: Atom, away: int) -> When | None:
    """The unit that is so many away from the one that holds today."""
    if unit.unit not in MOVABLE:
        return None
    return when(unit_around(moment.now.date(), unit.unit, away))


@UNITS.rule("this UNIT")
@THIS.rule("of the UNIT", "of_the UNIT", "at_in the UNIT", "at_in_the UNIT")
def this_unit(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, 0)


@UNITS.rule("next|coming UNIT")
def next_unit(moment: Moment, unit: Atom) -> When | None:
    """Of several that nobody counted, the first few."""
    if "UNITS" in unit.roles:
        said = length(FEW, unit.unit, approximate=True)
        return next_units(moment, replace(unit, duration=said)) if said else None
    return around(moment, unit, 1)


@UNITS.rule("the other! UNIT")
def other_unit(moment: Moment, unit: Atom) -> When | None:
    """ "La otra semana", to a question about when, is the next one; "el otro día" is past."""
    return next_unit(moment, unit) if moment.asked and unit.unit != "day" else None


@UNITS.rule("UNIT next_after!")
def unit_to_come(moment: Moment, unit: Atom) -> When | None:
    """ "El mes que viene"; but not the day of "any day next week"."""
    return None if unit.unit == "day" else next_unit(moment, unit)


@UNITS.rule("ORD UNIT!")
def last_part_of_year(moment: Moment, which: Atom, unit: Atom) -> When | None:
    """ "El último trimestre" is the year's fourth, not the one before this."""
    if which.ordinal != -1 or unit.unit not in ("quarter", "half"):
        return None
    return part_of_year(moment, -1, unit.unit, None)


@UNITS.rule("last UNIT!", "past UNIT!", "UNIT last_after!")
def last_unit(moment: Moment, unit: Atom) -> When | None:
    if "UNITS" in unit.roles:
        said = length(FEW, unit.unit, approximate=True)
        return last_units(moment, replace(unit, duration=said)) if said else None
    return around(moment, unit, -1)


@UNITS.rule("at_in? UNIT after next!")
def unit_after_next(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, 2)


@UNITS.rule("in|at_in|for|within next|coming DUR", "DUR next_after!")
def next_units(moment: Moment, span: Atom, *, whole: bool = False) -> When:
    """The coming days, weeks and months begin tomorrow; quarters and years are whole ones."""
    said, first = span.duration, clamp(1, moment.now.date())
    if whole or said.unit in ("quarter", "half", "year"):
        first = unit_around(moment.now.date(), said.unit, 1).start
    months, days = said.most or (said.months, said.days)
    return When(first, clamp(days, add_months(first, months)), "several", said.approximate)


@UNITS.rule("upcoming DUR", "COUNT upcoming! UNIT")
def nth_upcoming(moment: Moment, span: Atom, unit: Atom | None = None) -> When | None:
    """Standing alone, "upcoming 2 weeks" is a deadline: the second week from this one."""
    count, named = span.number, unit
    if unit is None:
        count, named = _counted(span.duration), span
    if not moment.alone or moment.asked or named is None:
        return next_counted(moment, span, unit) if unit else next_units(moment, span)
    return around(moment, replace(named, unit=named.unit or span.duration.unit), count)


@UNITS.rule("next|coming DUR")
def next_units_alone(moment: Moment, span: Atom) -> When:
    """A phrase that stands alone, as on a calendar, means whole weeks and months."""
    calendar = span.duration.unit in ("week", "month")
    return next_units(moment, span, whole=calendar and moment.alone and not moment.asked)


def _counted(said: Duration) -> int:
    """How many of its unit a length is."""
    return said.months // MONTHS_IN[said.unit] if said.months else said.days // DAYS_IN[said.unit]


@UNITS.rule("COUNT next! UNIT")
def next_counted(moment: Moment, count: Atom, unit: Atom) -> When | None:
    said = length(count.count, unit.unit)
    return next_units(moment, replace(count, duration=said)) if said else None


@UNITS.rule("next|coming UNIT or COUNT")
def next_one_or_two(moment: Moment, unit: Atom, count: Atom) -> When | None:
    """ "The next week or two"."""
    return next_counted(moment, count, unit)


@UNITS.rule("last DUR!", "the past DUR!", "DUR last_after!")
def last_units(moment: Moment, span: Atom) -> When:
    tomorrow = clamp(1, moment.now.date())
    start = add_months(tomorrow, -span.duration.months)
    return When(clamp(-1 - span.duration.days, start), tomorrow, "several")


@LONE.rule("WEEKDAY")
@UNITS.rule("this WEEKDAY", "coming WEEKDAY")
def weekday(moment: Moment, named: Atom) -> When:
    """The next one; said today, today's name means next week."""
    return next_weekday(named.weekday, clamp(1, moment.now.date()))


@UNITS.rule("next WEEKDAY", "WEEKDAY next_after!")
def weekday_of_next_week(moment: Moment, named: Atom) -> When:
    monday = unit_around(moment.now.date(), "week", 1).start
    return when(day(clamp(named.weekday, monday)))


@UNITS.rule("WEEKDAY ,|of|at_in? this UNIT")
def weekday_of_this_week(moment: Moment, named: Atom, unit: Atom, away: int = 0) -> When | None:
    week = around(moment, unit, away) if unit.unit == "week" else None
    return when(day(clamp(named.weekday, week.start))) if week else None


@UNITS.rule("WEEKDAY ,|of|at_in? next|coming UNIT")
def weekday_of_the_next_week(moment: Moment, named: Atom, unit: Atom) -> When | None:
    return weekday_of_this_week(moment, named, unit, 1)


@UNITS.rule("WEEKDAY ,|of|at_in? last UNIT")
def weekday_of_last_week(moment: Moment, named: Atom, unit: Atom) -> When | None:
    return weekday_of_this_week(moment, named, unit, -1)


@UNITS.rule("WEEKDAY after next!")
def weekday_after_next(moment: Moment, named: Atom) -> When:
    return when(day(clamp(7, weekday(moment, named).start)))


@UNITS.rule("WEEKDAY UNIT!")
def weekday_week(moment: Moment, named: Atom, unit: Atom) -> When | None:
    """ "Monday week", as the British say."""
    return weekday_after_next(moment, named) if unit.unit == "week" else None


@UNITS.rule("last WEEKDAY!", "past WEEKDAY!", "WEEKDAY last_after!")
def last_weekday(moment: Moment, named: Atom) -> When | None:
    return resolved(Partial(weekday=named.weekday), moment.now.date(), past=True)


@UNITS.rule("rest of? UNIT", "rest of? this UNIT")
def rest_of_unit(moment: Moment, unit: Atom) -> When | None:
    whole = around(moment, unit, 0)
    return replace(whole, start=moment.now.date(), unit="several") if whole else None


@UNITS.rule("later_in UNIT", "later_in this UNIT")
def later_in_unit(moment: Moment, unit: Atom) -> When | None:
    """ "Later this year": what is left of its second half."""
    whole = around(moment, unit, 0)
    if whole is None:
        return None
    half = whole.start + whole.stretch.length / 2
    if whole.unit == "year":
        half = add_months(whole.start, 6)
    return replace(whole, start=max(moment.now.date(), half), unit="several")


@LONE.rule("the UNIT")
def the_weekend(moment: Moment, unit: Atom) -> When | None:
    """Of all units only the weekend needs no "this"."""
    one_weekend = unit.unit == "weekend" and "UNITS" not in unit.roles
    return around(moment, unit, 0) if one_weekend else None


@UNITS.rule("within the UNIT")
def within_unit(moment: Moment, unit: Atom) -> When | None:
    """ "Within the year": before it ends."""
    return rest_of_unit(moment, unit)


@THIS.rule("PART part_of UNIT", "EARLY dash? UNIT", "ENDOF")
def part_of_unit(moment: Moment, named: Atom, unit: Atom | None = None) -> When | None:
    """ "Finales de mes", "end of the year": of this one, or of the next if that is past."""
    name, today = (unit or named).unit, moment.now.date()
    if name == "day":
        return when(day(today))
    if name not in MOVABLE:
        return None
    found = part(unit_around(today, name), named.part)
    if found.end <= today:
        found = part(unit_around(today, name, 1), named.part)
    return when(found, approximate=True)
