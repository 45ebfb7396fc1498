"""The rules for ranges and limits, and for answers that are no date: at once, no hurry."""

from dataclasses import replace

from qualification.normalise.days import add_months, clamp
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import between, resolved
from qualification.normalise.rules_units import around, from_now
from qualification.normalise.times import Atom, Duration, Partial, When

DAY_RANGES = Level()
RANGES = Level()
LIMITS = Level()


@RANGES.rule(
    "from? WHEN until|dash WHEN",
    "between WHEN and|dash WHEN",
    "between WHEN until WHEN",
)
def from_to(moment: Moment, low: Atom, high: Atom) -> When | None:
    if low.when is None or high.when is None:
        return None
    ends = between(low.when, high.when, moment.now.date())
    if ends is None:
        return None
    start, end = ends
    return When(start.start, end.end, "several", start.approximate or end.approximate)


@DAY_RANGES.rule("from? DAY until|dash WHEN_day", "between DAY and|dash WHEN_day")
def day_to_date(moment: Moment, first: Atom, last: Atom) -> When | None:
    """ "From the 13th to the 15th of July"."""
    said = last.when.partial if last.when else None
    if said is None or said.day is None or first.number >= said.day:
        return None
    low = When(None, None, partial=Partial(None, None, first.number))
    return from_to(moment, replace(first, when=low), last)


@DAY_RANGES.rule(
    "from? WHEN_day until|dash DAY",
    "from? WHEN_day until|dash DAY ,|of? YEAR",
    "between WHEN_day and DAY",
    "between WHEN_day and DAY ,|of? YEAR",
)
def date_to_day(moment: Moment, first: Atom, last: Atom, year: Atom | None = None) -> When | None:
    """ "August 10 - 22, 2012"."""
    said = first.when.partial if first.when else None
    if said is None or said.month is None or said.day is None or last.number <= said.day:
        return None
    which = year.number if year else said.year
    low = resolved(replace(said, year=which), moment.now.date())
    high = resolved(Partial(which, said.month, last.number), moment.now.date())
    if low is None or high is None:
        return None
    return from_to(moment, replace(first, when=low), replace(last, when=high))


@RANGES.rule("from? YEAR until|dash YEAR", "between YEAR and|dash YEAR")
def years(_: Moment, first: Atom, last: Atom) -> When | None:
    low, high = (resolved(Partial(atom.number), _.now.date()) for atom in (first, last))
    if low is None or high is None or first.number >= last.number:
        return None
    return When(low.start, high.end, "several")


@RANGES.rule("from now until|dash WHEN", "between now and WHEN", "now until|dash WHEN")
def from_now_to(moment: Moment, high: Atom) -> When | None:
    if high.when is None or high.when.end is None or high.when.end <= moment.now.date():
        return None
    return When(moment.now.date(), high.when.end, "several")


@RANGES.rule("WHEN or WHEN")
def either(_: Moment, one: Atom, other: Atom) -> When | None:
    """ "March or April": the stretch of both, if they are neighbours."""
    if one.when is None or other.when is None or one.when.unit != other.when.unit:
        return None
    if one.when.end is None or one.when.end != other.when.start:
        return None
    return When(one.when.start, other.when.end, "several", True)


@LIMITS.rule("before WHEN")
def before(moment: Moment, one: Atom) -> When | None:
    today = moment.now.date()
    if one.when is None or one.when.start is None:
        return None
    end = one.when.end if one.when.unit.endswith(" end") else one.when.start
    return When(today, end, "several") if end and today < end else one.when


@LIMITS.rule("by WHEN")
def by(moment: Moment, one: Atom) -> When | None:
    today = moment.now.date()
    if one.when is None or one.when.end is None or one.when.end <= today:
        return one.when
    return When(today, one.when.end, "several", one.when.approximate)


@LIMITS.rule("before_end WHEN", "before_end UNIT")
def before_end(moment: Moment, one: Atom) -> When | None:
    """ "Antes de que acabe el mes"."""
    today = moment.now.date()
    whole = one.when or around(moment, one, 0)
    return When(today, whole.end, "several") if whole and whole.end and whole.end > today else None


@LIMITS.rule("before now? DUR", "by DUR")
def by_length(moment: Moment, length: Atom) -> When | None:
    end = from_now(moment, length.duration or Duration())
    return When(moment.now.date(), end.end, "several") if end else None


@LIMITS.rule("after WHEN")
def after(_: Moment, one: Atom) -> When | None:
    if one.when is None or one.when.end is None:
        return None
    return When(one.when.end, None, one.when.unit, one.when.approximate)


@LIMITS.rule("after DUR")
def after_length(moment: Moment, length: Atom) -> When | None:
    return from_now(moment, length.duration or Duration())


@LIMITS.rule("starting WHEN", "from? WHEN onwards")
def starting(_: Moment, one: Atom) -> When | None:
    return When(one.when.start, None, one.when.unit, one.when.approximate) if one.when else None


@LIMITS.rule("about DUR", "for? DUR", "within? DUR")
def length_alone(moment: Moment, length: Atom) -> When | None:
    """A bare length answers "when?": within it. In a sentence it may be the length of anything."""
    if not moment.asked and not moment.alone:
        return None
    said, today = length.duration or Duration(), moment.now.date()
    if said.minutes:
        return from_now(moment, said)
    months, days = said.most or (said.months, said.days)
    return When(today, clamp(days, add_months(today, months)), "several", said.approximate)


@LIMITS.rule("asap")
def at_once(_: Moment) -> When | None:
    return When(None, None, asap=True)


@LIMITS.rule("asap_alone|now")
def at_once_alone(moment: Moment) -> When | None:
    return When(None, None, asap=True) if moment.asked or moment.alone else None


@LIMITS.rule("never_mind")
def no_hurry(_: Moment) -> When | None:
    return When(None, None, unhurried=True)


@LIMITS.rule("YEAR")
def year_asked(moment: Moment, year: Atom) -> When | None:
    if not (moment.asked or moment.alone):
        return None
    if "SPELLED" in year.roles:
        return None
    return resolved(Partial(year.number), moment.now.date())
