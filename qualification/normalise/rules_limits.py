"""The rules for limits, and for answers that are no date: at once, no hurry."""

from dataclasses import replace

from qualification.normalise.days import add_months, clamp
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved
from qualification.normalise.rules_days import number_alone
from qualification.normalise.rules_offsets import from_now, within_length
from qualification.normalise.rules_parts import time_of
from qualification.normalise.rules_spans import until
from qualification.normalise.rules_units import around, the_weekend
from qualification.normalise.times import Answer, Atom, Partial, Silence, When

LAST_OF_MONTH = 31
LIMITS = Level()
CHANGES = Level()
"""Tried when the limits are read: what is said of one time for the sake of another."""
HASTE = Level()
"""Tried where an answer says no other time; in a sentence these only join: "ya tenemos uno"."""


@LIMITS.rule("before WHEN|ALONE_YEAR")
def before(moment: Moment, one: Atom) -> When:
    """Before a day; before "the end of the year" is in that year."""
    said = time_of(one)
    end = said.end if said.unit.endswith(" end") else said.start
    return until(moment, replace(said, end=end)) or said


@LIMITS.rule("by WHEN|ALONE_YEAR", "WHEN latest", "latest at_in? WHEN")
def by(moment: Moment, one: Atom) -> When:
    said = time_of(one)
    return until(moment, said) or said


@LIMITS.rule("not ...? till after WHEN", "till after WHEN not", "not_before after WHEN")
def not_until_after(_: Moment, one: Atom) -> Answer:
    """ "Hasta después del verano no"."""
    return Answer("open", one.when.end, None, one.when.approximate)


@LIMITS.rule("not ...? till WHEN", "till WHEN not")
def not_until(_: Moment, one: Atom) -> Answer:
    """ "We can't start until June", "hasta junio no"."""
    return Answer("open", one.when.start, None, one.when.approximate)


@LIMITS.rule("WHEN earliest", "earliest at_in? WHEN")
def not_before(_: Moment, one: Atom) -> Answer:
    return Answer("open", one.when.start, None, one.when.approximate)


@LIMITS.rule("not_before ... WHEN")
def not_before_that(_: Moment, one: Atom) -> Answer:
    """ "No antes de que acabe el contrato en junio", "not until the lease ends in June"."""
    return Answer("open", one.when.start, None, one.when.approximate)


@LIMITS.rule("and|, in|at_in WHEN_season COUNT")
def cost_of_a_season(_: Moment, _season: Atom, count: Atom) -> Silence | None:
    """ "130 al mes, y en verano 180"."""
    return Silence() if count.number > LAST_OF_MONTH else None


@LIMITS.rule("WHEN_year the! UNIT")
def half_of_something(_: Moment, _year: Atom, unit: Atom) -> Silence | None:
    """ "Este año la mitad": half of what is bought."""
    return Silence() if unit.unit == "half" else None


@CHANGES.rule("was_to at_in? WHEN ,? but ...? WHEN|DONE", "stops at_in? WHEN ,? so ...? WHEN|DONE")
def instead(_: Moment, _one: Atom, other: Atom) -> Atom:
    """ "It was going to be January but now it's May", "we stop on the 20th, so after that"."""
    return other


@LIMITS.rule("since WHEN|ALONE_YEAR")
def since(moment: Moment, one: Atom) -> When | None:
    """What began and goes on lies behind: "since January"."""
    today, said = moment.now.date(), time_of(one)
    if said.start > today and said.partial and not said.partial.year:
        said = resolved(said.partial, today, past=True) or said
    return When(said.start, today, "several") if said.start < today else None


@LIMITS.rule("subject did did_what? at_in? WHEN", "did_only did_what? at_in? WHEN")
def done(moment: Moment, one: Atom) -> Atom | None:
    """What people tell of lies behind: "we started in January", "we spoke on Monday"."""
    said, today = one.when, moment.now.date()
    if said.start <= today or said.partial is None or said.partial.year:
        return None
    behind = resolved(said.partial, today, past=True)
    return replace(one, when=behind) if behind else None


@LIMITS.rule("if subject? did|did_only did_what? at_in? WHEN")
def imagined(_: Moment, one: Atom) -> Atom:
    """ "What if we started in January?"."""
    return one


@LIMITS.rule("before_end WHEN")
def before_end(moment: Moment, one: Atom) -> When | None:
    """ "Antes de que acabe mayo"."""
    return until(moment, one.when)


@LIMITS.rule("before_end UNIT")
def before_end_of_unit(moment: Moment, unit: Atom) -> When | None:
    """ "Antes de que acabe el mes"."""
    whole = around(moment, unit, 0)
    return until(moment, whole) if whole else None


@LIMITS.rule("before DUR")
def before_length(moment: Moment, length: Atom) -> When | None:
    return within_length(moment, length)


@LIMITS.rule("by DUR")
def by_length(moment: Moment, length: Atom) -> When:
    return When(moment.now.date(), from_now(moment, length.duration).end, "several")


@LIMITS.rule("after_end UNIT")
def after_unit(moment: Moment, unit: Atom) -> Answer | None:
    """ "Cuando acabe el trimestre"."""
    whole = around(moment, unit, 0)
    return Answer("open", whole.end) if whole else None


@LIMITS.rule("after WHEN|ALONE_YEAR", "once WHEN over_after")
def after(_: Moment, one: Atom) -> Answer:
    said = time_of(one)
    return Answer("open", said.end, None, said.approximate)


@LIMITS.rule("before_the FREE")
def before_number(moment: Moment, number: Atom) -> When | None:
    """ "Antes del 15"."""
    one = number_alone(moment, number)
    return before(moment, replace(number, when=one)) if one else None


@LIMITS.rule("after_the FREE")
def after_number(moment: Moment, number: Atom) -> Answer | None:
    one = number_alone(moment, number)
    return after(moment, replace(number, when=one)) if one else None


@LIMITS.rule("starting_the FREE")
def starting_number(moment: Moment, number: Atom) -> Answer | When | None:
    one = number_alone(moment, number)
    return starting(moment, replace(number, when=one)) if one else None


@LIMITS.rule("after DUR")
def after_length(moment: Moment, length: Atom) -> When:
    return from_now(moment, length.duration)


@LIMITS.rule("starting WHEN|ALONE_YEAR", "WHEN onwards", "from WHEN onwards|on_from")
def starting(moment: Moment, one: Atom) -> Answer | When:
    """From a day on; from one long past, until now."""
    said, today = time_of(one), moment.now.date()
    if said.end <= today:
        return When(said.start, today, "several")
    return Answer("open", said.start, None, said.approximate)


@LIMITS.rule("DUR after|from|before ...")
def after_something(_: Moment, _length: Atom) -> Silence:
    """ "A month after we sign": nobody knows when that is."""
    return Silence()


@LIMITS.rule("about DUR", "for? DUR", "within? DUR", "DUR latest", "latest DUR")
def length_alone(moment: Moment, length: Atom) -> When | None:
    """A bare length answers "when?": within it. In a sentence it may be the length of anything."""
    if not moment.asked and not moment.alone:
        return None
    said, today = length.duration, moment.now.date()
    if said.minutes:
        return from_now(moment, said)
    months, days = said.most or (said.months, said.days)
    return When(today, clamp(days, add_months(today, months)), "several", said.approximate)


@LIMITS.rule("UNIT")
def weekend_alone(moment: Moment, unit: Atom) -> When | None:
    return the_weekend(moment, unit) if moment.asked or moment.alone else None


@LIMITS.rule("YEAR")
def year_alone(moment: Moment, named: Atom) -> When | None:
    if not (moment.asked or moment.alone) or "SPELLED" in named.roles:
        return None
    return resolved(Partial(named.number), moment.now.date())


@LIMITS.rule("asap")
def at_once(_: Moment) -> Answer:
    return Answer("asap")


@LIMITS.rule("never_mind")
def no_hurry(_: Moment) -> Answer:
    return Answer("none")


@HASTE.rule("asap_alone|now")
def at_once_alone(_: Moment) -> Answer:
    return Answer("asap")


@HASTE.rule("never_mind_alone")
def no_hurry_alone(_: Moment) -> Answer:
    return Answer("none")
