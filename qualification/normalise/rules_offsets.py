"""The rules for what lies a length of time away, and for hours of the day."""

from datetime import timedelta

from qualification.normalise.days import add_months, clamp, day
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import when
from qualification.normalise.rules_parts import PARTS
from qualification.normalise.rules_units import weekday
from qualification.normalise.times import Answer, Atom, Duration, Silence, When

NOON = 12
OFFSETS = Level()
CLOCKS = Level()
HOURS = Level()
"""Tried last: no limit or range is said of an hour."""


def moved(one: When, length: Duration, sign: int = 1) -> When:
    """The day a length of time after (or before) another; of a range of lengths, all its days."""
    start = clamp(sign * length.days, add_months(one.start, sign * length.months))
    if length.most is None:
        return When(start, clamp(1, start), approximate=length.approximate)
    months, days = length.most
    end = clamp(sign * days, add_months(one.start, sign * months))
    return When(min(start, end), clamp(1, max(start, end)), "several", length.approximate)


def from_now(moment: Moment, length: Duration, sign: int = 1) -> When:
    """The day a length of time from this minute."""
    then = moment.now + timedelta(minutes=sign * length.minutes)
    return moved(when(day(then.date())), length, sign)


@OFFSETS.rule("in about? DUR from_now?", "DUR from_now", "in DUR UNIT", "from_now DUR")
def after_now(moment: Moment, length: Atom, _: Atom | None = None) -> When:
    return from_now(moment, length.duration)


@OFFSETS.rule("ago about? DUR", "DUR before_now")
def before_now(moment: Moment, length: Atom) -> When:
    return from_now(moment, length.duration, -1)


@OFFSETS.rule("within DUR", "in less DUR", "less DUR from_now", "in within DUR")
def within_length(moment: Moment, length: Atom) -> When | None:
    end = clamp(-1, from_now(moment, length.duration).end)
    return When(moment.now.date(), end, "several") if end > moment.now.date() else None


@OFFSETS.rule("lasting ...? for? about|more? DUR")
def lasting(_: Moment, _length: Atom) -> Silence:
    """ "We have been waiting for two years"."""
    return Silence()


@OFFSETS.rule("DUR after|from|of WHEN")
def length_after(_: Moment, length: Atom, one: Atom) -> When:
    return moved(one.when, length.duration)


@OFFSETS.rule("less DUR after|from|of WHEN")
def soon_after(_: Moment, length: Atom, one: Atom) -> When:
    return When(one.when.start, moved(one.when, length.duration).start, "several")


@OFFSETS.rule("DUR at_in? WHEN_day")
def weeks_on(_: Moment, length: Atom, one: Atom) -> When | None:
    """ "A week on Tuesday", "two weeks today"."""
    return moved(one.when, length.duration) if length.duration.unit == "week" else None


@OFFSETS.rule("in? more about? DUR", "in? more about? DUR from_now", "starting DUR")
def longer_than(moment: Moment, length: Atom) -> Answer | None:
    """ "More than a year", "not for another six months"."""
    if not moment.asked and not moment.alone:
        return None
    return Answer("open", from_now(moment, length.duration).start)


@OFFSETS.rule("DUR before WHEN")
def length_before(_: Moment, length: Atom, one: Atom) -> When:
    return moved(one.when, length.duration, -1)


@OFFSETS.rule("from? WHEN_day for DUR")
def for_length(_: Moment, one: Atom, length: Atom) -> When:
    start, said = one.when.start, length.duration
    end = clamp(said.days, add_months(start, said.months))
    return When(start, max(end, one.when.end), "several")


@PARTS.rule("COUNT WEEKDAY from_now", "in COUNT WEEKDAY")
def weekdays_from_now(moment: Moment, count: Atom, named: Atom) -> When:
    weeks = min(count.number, 10**4) - 1
    return when(day(clamp(7 * weeks, weekday(moment, named).start)))


@CLOCKS.rule("WHEN_day ,|at_in|in|until|of? CLOCK ,|at_in? CLOCK")
@CLOCKS.rule("WHEN_day ,|at_in|in|until|of? CLOCK")
def day_and_hour(_: Moment, named: Atom, *_hours: Atom) -> When:
    """An hour says nothing about the day."""
    return named.when


@CLOCKS.rule("CLOCK ,|at_in|of|for? WHEN_day", "CLOCK CLOCK of|,? WHEN_day")
def hour_and_day(_: Moment, *atoms: Atom) -> When:
    return atoms[-1].when


@HOURS.rule("day_end")
def end_of_day(moment: Moment) -> When:
    return when(day(moment.now.date()))


@HOURS.rule("noon")
def noon(moment: Moment) -> When | None:
    """Said alone: today's, or tomorrow's if it is past."""
    return _today_or(moment, tomorrow=moment.now.hour >= NOON) if moment.alone else None


@HOURS.rule("midnight")
def midnight(moment: Moment) -> When | None:
    """Said alone, the one that ends today."""
    return _today_or(moment, tomorrow=True) if moment.alone else None


@HOURS.rule("HOUR", "HOUR ,|of? CLOCK", "DAY in? CLOCK")
def hour_alone(moment: Moment, hour: Atom, _: Atom | None = None) -> When:
    """Today, or tomorrow if it is past."""
    said = hour.hour or hour.number
    return _today_or(moment, tomorrow=said <= moment.now.hour)


def _today_or(moment: Moment, *, tomorrow: bool) -> When:
    first = clamp(int(tomorrow), moment.now.date())
    return When(first, clamp(1, first), "hour")
