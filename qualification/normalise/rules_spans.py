"""The rules for ranges: from one time to another, one or the next, one or another at the latest."""

from dataclasses import replace
from datetime import timedelta

from qualification.normalise.days import unit_around, year
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import PARTS_OF_A_YEAR, between, resolved
from qualification.normalise.times import Atom, Partial, When

DAY_RANGES = Level()
RANGES = Level()
ONE_DAY = timedelta(days=1)
NEXT_AFTER = ("week", "month", "quarter", "year", "weekend")


@RANGES.rule(
    "from? WHEN until|dash WHEN",
    "between WHEN and|dash WHEN",
    "between WHEN until WHEN",
)
def from_to(moment: Moment, low: Atom, high: Atom) -> When | None:
    start, end = between(low.when, high.when, moment.now.date())
    if start.start >= end.end:
        return None
    return When(start.start, end.end, "several", start.approximate or end.approximate)


@DAY_RANGES.rule("from? DAY until|dash WHEN_day", "between DAY and|dash WHEN_day")
def day_to_date(moment: Moment, first: Atom, last: Atom) -> When | None:
    """ "From the 13th to the 15th of July"."""
    said = last.when.partial
    if said is None or said.day is None or first.number >= said.day:
        return None
    low = replace(last.when, partial=Partial(None, None, first.number))
    return from_to(moment, replace(first, when=low), last)


@DAY_RANGES.rule(
    "from? WHEN_day until|dash DAY",
    "from? WHEN_day until|dash DAY ,|of? YEAR",
    "between WHEN_day and DAY",
    "between WHEN_day and DAY ,|of? YEAR",
)
def date_to_day(moment: Moment, first: Atom, last: Atom, year: Atom | None = None) -> When | None:
    """ "August 10 - 22, 2012"."""
    said = first.when.partial
    if said is None or said.month is None or said.day is None or last.number <= said.day:
        return None
    which = year.number if year else said.year
    high = resolved(Partial(which, said.month, last.number), moment.now.date())
    if high is None:
        return None
    low = resolved(replace(said, year=which), moment.now.date()) or first.when
    return from_to(moment, replace(first, when=low), replace(last, when=high))


@RANGES.rule("from WHEN WHEN")
def from_part_to_part(moment: Moment, low: Atom, high: Atom) -> When | None:
    """ "De mediados de marzo a mediados de abril", where the "a" belongs to "a mediados"."""
    parted = " " in low.when.unit and " " in high.when.unit
    return from_to(moment, low, high) if parted else None


@RANGES.rule("from? YEAR until|dash YEAR", "between YEAR and|dash YEAR")
def years(_: Moment, first: Atom, last: Atom) -> When | None:
    if first.number >= last.number:
        return None
    return When(year(first.number).start, year(last.number).end, "several")


@RANGES.rule("from now until|dash WHEN", "between now and WHEN", "now until|dash WHEN")
def from_now_to(moment: Moment, high: Atom) -> When | None:
    return until(moment, high.when)


@RANGES.rule("WHEN ,? or WHEN")
def either(moment: Moment, one: Atom, other: Atom) -> When | None:
    """ "March or April": the stretch of both, if they are neighbours."""
    first, last = one.when, other.when
    if {first.unit, last.unit} <= {*PARTS_OF_A_YEAR, "month"}:
        first, last = between(first, last, moment.now.date())
    overlap = ONE_DAY if first.unit == last.unit == "season" else timedelta(0)
    if abs(first.end - last.start) > overlap:
        return None
    return When(first.start, last.end, "several", True)


@RANGES.rule("WHEN , WHEN")
def neighbours(moment: Moment, one: Atom, other: Atom) -> When | None:
    """ "September, October"; days in a list stay days."""
    return None if "day" in (one.when.unit, other.when.unit) else either(moment, one, other)


@RANGES.rule("WHEN ,? or next", "WHEN ,? or next_after", "WHEN ,? or UNIT after")
def or_the_next(_: Moment, one: Atom, unit: Atom | None = None) -> When | None:
    """ "This week or next"."""
    named = one.when.unit
    if named not in NEXT_AFTER or (unit and unit.unit != named):
        return None
    last = unit_around(one.when.start, named, 1)
    return When(one.when.start, last.end, "several", True)


@RANGES.rule("WHEN ,? latest at_in? WHEN", "WHEN ,? at_in? WHEN latest")
def at_the_latest(_: Moment, one: Atom, last: Atom) -> When | None:
    """ "March, April at the latest"."""
    if one.when.start >= last.when.end:
        return None
    return When(one.when.start, last.when.end, "several", one.when.approximate)


def until(moment: Moment, one: When) -> When | None:
    """From today to the end of a time that is not over."""
    today = moment.now.date()
    return When(today, one.end, "several", one.approximate) if one.end > today else None
