"""The rules for weeks, months and years seen from today: this one, the next, what is left of it."""

from dataclasses import replace

from qualification.normalise.days import MONTHS_IN, add_months, clamp, day, part, unit_around
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import next_weekday, resolved, when
from qualification.normalise.rules_days import LONE, length
from qualification.normalise.times import Atom, Partial, When

UNITS = Level()
THIS = Level()
MOVABLE = MONTHS_IN.keys() | {"day", "week", "workweek", "weekend", "fortnight"}


def around(moment: Moment, unit: Atom, away: int) -> When | None:
    """The unit that is so many away from the one that holds today."""
    if unit.unit not in MOVABLE:
        return None
    return when(unit_around(moment.now.date(), unit.unit, away))


@UNITS.rule("this UNIT")
@THIS.rule("of the UNIT", "of_the UNIT", "at_in the UNIT")
def this_unit(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, 0)


@UNITS.rule("next|coming UNIT", "UNIT next_after")
def next_unit(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, 1)


@UNITS.rule("last UNIT", "UNIT last_after")
def last_unit(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, -1)


@UNITS.rule("at_in? UNIT after next!")
def unit_after_next(moment: Moment, unit: Atom) -> When | None:
    return around(moment, unit, 2)


@UNITS.rule("next|coming DUR", "DUR next_after")
def next_units(moment: Moment, span: Atom) -> When:
    """The coming days, weeks and months begin tomorrow; quarters and years are whole ones."""
    said, first = span.duration, clamp(1, moment.now.date())
    if said.unit in ("quarter", "half", "year"):
        first = unit_around(moment.now.date(), said.unit, 1).start
    return When(first, clamp(said.days, add_months(first, said.months)), "several")


@UNITS.rule("COUNT next! UNIT")
def next_counted(moment: Moment, count: Atom, unit: Atom) -> When | None:
    said = length(count.count, unit.unit)
    return next_units(moment, replace(count, duration=said)) if said else None


@UNITS.rule("last DUR", "DUR last_after")
def last_units(moment: Moment, span: Atom) -> When:
    tomorrow = clamp(1, moment.now.date())
    start = add_months(tomorrow, -span.duration.months)
    return When(clamp(-1 - span.duration.days, start), tomorrow, "several")


@LONE.rule("WEEKDAY")
@UNITS.rule("this WEEKDAY", "coming WEEKDAY")
def weekday(moment: Moment, named: Atom) -> When:
    """The next one; said today, today's name means next week."""
    return next_weekday(named.weekday, clamp(1, moment.now.date()))


@UNITS.rule("next WEEKDAY", "WEEKDAY next_after")
def weekday_of_next_week(moment: Moment, named: Atom) -> When:
    monday = unit_around(moment.now.date(), "week", 1).start
    return when(day(clamp(named.weekday, monday)))


@UNITS.rule("last WEEKDAY", "WEEKDAY last_after")
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


@THIS.rule("PART of? UNIT", "ENDOF")
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
