"""The rules for weeks, months and years seen from today, their parts, and what lies so far away."""

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
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved, when
from qualification.normalise.rules_days import LONE, length
from qualification.normalise.times import Atom, Duration, Partial, When

UNITS = Level()
THIS = Level()
PARTS = Level()
OFFSETS = Level()
CLOCKS = Level()
MOVABLE = MONTHS_IN.keys() | {"week", "workweek", "weekend", "fortnight"}


def around(moment: Moment, unit: Atom, away: int) -> When | None:
    """The unit that is so many away from the one that holds today."""
    if unit.unit == "day":
        return when(day(clamp(away, moment.now.date())))
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
def next_units(moment: Moment, length: Atom) -> When | None:
    """The coming days, weeks and months begin tomorrow; quarters and years are whole ones."""
    said = length.duration or Duration()
    today = moment.now.date()
    if said.unit in ("quarter", "half", "year"):
        first = unit_around(today, said.unit, 1).start
        return When(first, add_months(first, said.months), "several")
    first = clamp(1, today)
    return When(first, clamp(said.days, add_months(first, said.months)), "several")


@UNITS.rule("COUNT next! UNIT")
def next_counted(moment: Moment, count: Atom, unit: Atom) -> When | None:
    said = length(count.count, unit.unit)
    return next_units(moment, replace(count, duration=said)) if said else None


@UNITS.rule("last DUR", "DUR last_after")
def last_units(moment: Moment, span: Atom) -> When | None:
    said = span.duration or Duration()
    tomorrow = clamp(1, moment.now.date())
    return When(clamp(-1 - said.days, add_months(tomorrow, -said.months)), tomorrow, "several")


@LONE.rule("WEEKDAY")
def weekday_alone(moment: Moment, named: Atom) -> When | None:
    """The next one; said today, today's name means next week."""
    found = resolved(Partial(weekday=named.weekday), clamp(1, moment.now.date()))
    return replace(found, partial=Partial(weekday=named.weekday)) if found else None


@UNITS.rule("this WEEKDAY", "coming WEEKDAY")
def this_weekday(moment: Moment, named: Atom) -> When | None:
    return weekday_alone(moment, named)


@UNITS.rule("next WEEKDAY", "WEEKDAY next_after")
def next_weekday(moment: Moment, named: Atom) -> When | None:
    """The one of next week."""
    monday = unit_around(moment.now.date(), "week", 1).start
    return when(day(clamp(named.weekday, monday)))


@UNITS.rule("last WEEKDAY", "WEEKDAY last_after")
def last_weekday(moment: Moment, named: Atom) -> When | None:
    return resolved(Partial(weekday=named.weekday), moment.now.date(), past=True)


@UNITS.rule("rest of? UNIT", "rest of? this UNIT")
def rest_of_unit(moment: Moment, unit: Atom) -> When | None:
    whole = around(moment, unit, 0)
    return replace(whole, start=moment.now.date(), unit="several") if whole else None


@THIS.rule("PART of? UNIT", "ENDOF")
def part_of_unit(moment: Moment, named: Atom, unit: Atom | None = None) -> When | None:
    """ "Finales de mes", "end of the year": of this one."""
    name = unit.unit if unit else named.unit
    if name == "day":
        return when(day(moment.now.date()))
    if name not in MONTHS_IN and name != "week":
        return None
    found = part(unit_around(moment.now.date(), name), named.part)
    if found.end <= moment.now.date():
        found = part(unit_around(moment.now.date(), name, 1), named.part)
    return when(found, approximate=True)


@PARTS.rule("WHEN_month|WHEN_day|WHEN_quarter|WHEN_half|WHEN_season of|,|at_in? WHEN_year")
def in_that_year(_: Moment, named: Atom, year: Atom) -> When | None:
    """ "March next year", "Q1 of next year": moved to the year that was said."""
    one, whole = named.when, year.when
    if one is None or whole is None or one.start is None or one.end is None or whole.start is None:
        return None
    if one.partial and one.partial.year is not None:
        return None
    months = 12 * (whole.start.year - one.start.year)
    return replace(one, start=add_months(one.start, months), end=add_months(one.end, months))


@UNITS.rule("later_in UNIT", "later_in this UNIT")
def later_in_unit(moment: Moment, unit: Atom) -> When | None:
    """ "Later this year": what is left of its second half."""
    whole = around(moment, unit, 0)
    if whole is None or whole.end is None:
        return None
    half = whole.stretch.start + whole.stretch.length / 2
    if whole.unit == "year":
        half = add_months(whole.stretch.start, 6)
    return replace(whole, start=max(moment.now.date(), half), unit="several")


@PARTS.rule("PART of? WHEN")
def part_of(_: Moment, named: Atom, whole: Atom) -> When | None:
    one = whole.when
    if one is None or one.end is None or " " in one.unit:
        return None
    if one.stretch.length <= timedelta(days=1):
        return one
    return when(part(one.stretch, named.part), approximate=True)


@PARTS.rule("rest of? WHEN")
def rest_of(moment: Moment, whole: Atom) -> When | None:
    one = whole.when
    if one is None or one.end is None or one.end <= moment.now.date():
        return None
    return replace(one, start=max(moment.now.date(), one.start or moment.now.date()))


@UNITS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD|last_ordinal UNIT of? WHEN", "ORD|last_ordinal UNIT of? year_word? YEAR")
def nth_unit(moment: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    """ "The last week of July", "segunda quincena de marzo", "fifth day of next month"."""
    within = _within(moment, whole)
    if within is None:
        return None
    return _nth(within, unit.unit, which.ordinal or -1)


@UNITS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
@PARTS.rule("ORD last_ordinal UNIT of? WHEN", "ORD last_ordinal UNIT of? year_word? YEAR")
def nth_last_unit(moment: Moment, which: Atom, unit: Atom, whole: Atom) -> When | None:
    within = _within(moment, whole)
    return _nth(within, unit.unit, -which.ordinal) if within else None


@UNITS.rule("ORD|last_ordinal DUR of? WHEN", "ORD|last_ordinal DUR of? year_word? YEAR")
@PARTS.rule("ORD|last_ordinal DUR of? WHEN", "ORD|last_ordinal DUR of? year_word? YEAR")
def first_units(moment: Moment, which: Atom, length: Atom, whole: Atom) -> When | None:
    """ "The last four months of 2021"."""
    within, said = _within(moment, whole), length.duration or Duration()
    if within is None or which.ordinal > 1:
        return None
    if which.ordinal == 1:
        end = clamp(said.days, add_months(within.start, said.months))
        return When(within.start, min(end, within.end), "several")
    start = clamp(-said.days, add_months(within.end, -said.months))
    return When(max(start, within.start), within.end, "several")


@UNITS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
@PARTS.rule("ORD|last_ordinal WEEKDAY of|at_in? WHEN")
def nth_weekday_of(moment: Moment, which: Atom, named: Atom, whole: Atom) -> When | None:
    within = _within(moment, whole)
    if within is None or within.length < timedelta(days=27):
        return None
    found = nth_weekday(within, named.weekday, which.ordinal or -1)
    return when(day(found)) if found else None


@PARTS.rule("DAY day_word? of WHEN_month", "day_word DAY of WHEN_month")
def day_of(moment: Moment, number: Atom, whole: Atom) -> When | None:
    within = _within(moment, whole)
    if within is None or number.number > within.length.days:
        return None
    return when(day(clamp(number.number - 1, within.start)))


def _within(moment: Moment, whole: Atom) -> Stretch | None:
    if whole.when is None:
        found = resolved(Partial(whole.number), moment.now.date())
        return found.stretch if found else None
    one = whole.when
    return one.stretch if one.start and one.end else None


def _nth(within: Stretch, unit: str, number: int) -> When | None:
    """The nth week (weeks belong where their Thursday lies), day, month or quarter of a stretch."""
    if unit in ("week", "workweek") and number:
        thursday = nth_weekday(within, 3, number)
        return when(unit_around(thursday, unit)) if thursday else None
    if unit == "weekend" and number:
        saturday = nth_weekday(within, 5, number)
        return when(unit_around(saturday, unit)) if saturday else None
    if unit == "fortnight":
        middle = clamp(15, within.start)
        return when(Stretch(within.start, middle) if number == 1 else Stretch(middle, within.end))
    base = within.start if number > 0 else within.end
    steps = number - 1 if number > 0 else number
    if unit in MONTHS_IN:
        start = add_months(base, steps * MONTHS_IN[unit])
        found = Stretch(start, add_months(start, MONTHS_IN[unit]), unit)
    elif unit == "day":
        found = day(clamp(steps, base))
    else:
        return None
    return when(found) if within.start <= found.start and found.end <= within.end else None


@PARTS.rule("WEEKDAY of|,|at_in? WHEN_week")
def weekday_of_week(_: Moment, named: Atom, week: Atom) -> When | None:
    return _on(named, week)


@PARTS.rule("WHEN_week ,? at_in? WEEKDAY")
def week_and_weekday(_: Moment, week: Atom, named: Atom) -> When | None:
    return _on(named, week)


def _on(named: Atom, week: Atom) -> When | None:
    if week.when is None or week.when.start is None:
        return None
    return when(day(clamp(named.weekday, week.when.start)))


def moved(one: When, length: Duration, sign: int = 1) -> When | None:
    """The day a length of time after (or before) another."""
    if one.start is None:
        return None
    start = clamp(sign * length.days, add_months(one.start, sign * length.months))
    end = clamp(1, start)
    if length.most:
        end = clamp(1 + sign * length.most[1], add_months(one.start, sign * length.most[0]))
    return When(
        min(start, end),
        max(clamp(1, start), end),
        "day" if not length.most else "several",
        length.approximate,
    )


def from_now(moment: Moment, length: Duration, sign: int = 1) -> When | None:
    """The day a length of time from this minute."""
    then = moment.now + timedelta(minutes=sign * min(length.minutes, 10**8))
    return moved(when(day(then.date())), length, sign)


@PARTS.rule("UNIT of|of_the! WHEN_day", "UNIT of|of_the! FREE")
def week_of(moment: Moment, unit: Atom, named: Atom) -> When | None:
    """ "La semana del 10 de marzo"."""
    one = named.when or resolved(Partial(day=named.number), moment.now.date())
    if unit.unit != "week" or one is None or one.start is None:
        return None
    return when(unit_around(one.start, "week"))


@OFFSETS.rule("in about? DUR from_now?", "DUR from_now", "in DUR UNIT", "from_now DUR")
def after_now(moment: Moment, length: Atom, _: Atom | None = None) -> When | None:
    return from_now(moment, length.duration or Duration())


@OFFSETS.rule("ago about? DUR", "DUR before_now")
def before_now(moment: Moment, length: Atom) -> When | None:
    return from_now(moment, length.duration or Duration(), -1)


@OFFSETS.rule("within DUR", "in less DUR", "less DUR from_now", "in within DUR")
def within_length(moment: Moment, length: Atom) -> When | None:
    end = from_now(moment, length.duration or Duration())
    return When(moment.now.date(), end.start, "several") if end is not None else None


@OFFSETS.rule("less? DUR after|from|of WHEN")
def length_after(_: Moment, length: Atom, one: Atom) -> When | None:
    return moved(one.when, length.duration or Duration()) if one.when else None


@OFFSETS.rule("DUR before WHEN")
def length_before(_: Moment, length: Atom, one: Atom) -> When | None:
    return moved(one.when, length.duration or Duration(), -1) if one.when else None


@PARTS.rule("COUNT WEEKDAY from_now")
def weekdays_from_now(moment: Moment, count: Atom, named: Atom) -> When | None:
    found = weekday_alone(moment, named)
    if found is None or found.start is None or count.number > 1000:
        return None
    return when(day(clamp(7 * (count.number - 1), found.start)))


@OFFSETS.rule("from? WHEN_day for DUR")
def for_length(_: Moment, one: Atom, length: Atom) -> When | None:
    said, start = length.duration or Duration(), one.when.start if one.when else None
    return (
        When(start, clamp(said.days, add_months(start, said.months)), "several") if start else None
    )


@CLOCKS.rule(
    "WHEN_day ,|at_in|in|until|of? CLOCK ,|at_in? CLOCK?",
    "CLOCK ,|at_in|of|for? WHEN_day ,? CLOCK?",
    "CLOCK CLOCK of|,? WHEN_day",
)
def at_hour(_: Moment, one: Atom, two: Atom, three: Atom | None = None) -> When | None:
    """An hour says nothing about the day."""
    return next((atom.when for atom in (one, two, three) if atom and atom.when), None)


@CLOCKS.rule("HOUR ,|of? CLOCK?", "DAY in? CLOCK")
def hour_alone(moment: Moment, hour: Atom, _: Atom | None) -> When | None:
    """Today, or tomorrow if it is past."""
    first = clamp(int((hour.hour or hour.number) <= moment.now.hour), moment.now.date())
    return When(first, clamp(1, first), "hour")
