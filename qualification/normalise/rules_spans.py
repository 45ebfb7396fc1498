"""The rules for ranges and limits, and for answers that are no date: at once, no hurry."""

from dataclasses import replace

from qualification.normalise.days import add_months, clamp, year
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import between, resolved
from qualification.normalise.rules_offsets import from_now
from qualification.normalise.rules_units import around
from qualification.normalise.times import Answer, Atom, Partial, When

DAY_RANGES = Level()
RANGES = Level()
LIMITS = Level()


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


@RANGES.rule("from? YEAR until|dash YEAR", "between YEAR and|dash YEAR")
def years(_: Moment, first: Atom, last: Atom) -> When | None:
    if first.number >= last.number:
        return None
    return When(year(first.number).start, year(last.number).end, "several")


@RANGES.rule("from now until|dash WHEN", "between now and WHEN", "now until|dash WHEN")
def from_now_to(moment: Moment, high: Atom) -> When | None:
    return _until(moment, high.when)


@RANGES.rule("WHEN or WHEN")
def either(_: Moment, one: Atom, other: Atom) -> When | None:
    """ "March or April": the stretch of both, if they are neighbours."""
    if one.when.end != other.when.start:
        return None
    return When(one.when.start, other.when.end, "several", True)


def _until(moment: Moment, one: When) -> When | None:
    """From today to the end of a time that is not over."""
    today = moment.now.date()
    return When(today, one.end, "several", one.approximate) if one.end > today else None


@LIMITS.rule("before WHEN")
def before(moment: Moment, one: Atom) -> When:
    """Before a day; before "the end of the year" is in that year."""
    end = one.when.end if one.when.unit.endswith(" end") else one.when.start
    return _until(moment, replace(one.when, end=end)) or one.when


@LIMITS.rule("by WHEN")
def by(moment: Moment, one: Atom) -> When:
    return _until(moment, one.when) or one.when


@LIMITS.rule("before_end WHEN")
def before_end(moment: Moment, one: Atom) -> When | None:
    """ "Antes de que acabe mayo"."""
    return _until(moment, one.when)


@LIMITS.rule("before_end UNIT")
def before_end_of_unit(moment: Moment, unit: Atom) -> When | None:
    """ "Antes de que acabe el mes"."""
    whole = around(moment, unit, 0)
    return _until(moment, whole) if whole else None


@LIMITS.rule("before|by DUR")
def by_length(moment: Moment, length: Atom) -> When:
    return When(moment.now.date(), from_now(moment, length.duration).end, "several")


@LIMITS.rule("after WHEN")
def after(_: Moment, one: Atom) -> Answer:
    return Answer("open", one.when.end, None, one.when.approximate)


@LIMITS.rule("after DUR")
def after_length(moment: Moment, length: Atom) -> When:
    return from_now(moment, length.duration)


@LIMITS.rule("starting WHEN", "from? WHEN onwards")
def starting(_: Moment, one: Atom) -> Answer:
    return Answer("open", one.when.start, None, one.when.approximate)


@LIMITS.rule("about DUR", "for? DUR", "within? DUR")
def length_alone(moment: Moment, length: Atom) -> When | None:
    """A bare length answers "when?": within it. In a sentence it may be the length of anything."""
    if not moment.asked and not moment.alone:
        return None
    said, today = length.duration, moment.now.date()
    if said.minutes:
        return from_now(moment, said)
    months, days = said.most or (said.months, said.days)
    return When(today, clamp(days, add_months(today, months)), "several", said.approximate)


@LIMITS.rule("YEAR")
def year_alone(moment: Moment, named: Atom) -> When | None:
    if not (moment.asked or moment.alone) or "SPELLED" in named.roles:
        return None
    return resolved(Partial(named.number), moment.now.date())


@LIMITS.rule("asap")
def at_once(_: Moment) -> Answer:
    return Answer("asap")


@LIMITS.rule("asap_alone|now")
def at_once_alone(moment: Moment) -> Answer | None:
    """Words of haste in an answer; in a sentence they only join: "ya tenemos uno"."""
    return Answer("asap") if moment.asked or moment.alone else None


@LIMITS.rule("never_mind")
def no_hurry(_: Moment) -> Answer:
    return Answer("none")
