"""The rules for days and months by their names and numbers, and for lengths of time."""

from datetime import date
from decimal import Decimal

from qualification.normalise.days import (
    DAYS_IN,
    MINUTES_IN,
    MONTHS_IN,
    add_months,
    clamp,
    unit_around,
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved, when
from qualification.normalise.times import Atom, Duration, Partial, Silence, When

LENGTHS = Level()
DATES = Level()
LONE = Level()
FEW = Decimal(3)
COUPLE = Decimal(2)
HALF = Decimal("0.5")
MOST_UNITS = 10**5
CENTURY = 2000
SOON = 15
"""Years ahead that are written with two figures."""


def length(count: Decimal, unit: str, *, approximate: bool = False) -> Duration | None:
    """So many of a unit, unless it is beyond belief."""
    if count > MOST_UNITS:
        return None
    if unit in MINUTES_IN:
        return Duration(minutes=int(count * MINUTES_IN[unit]), unit=unit, approximate=approximate)
    if unit in MONTHS_IN:
        months = count * MONTHS_IN[unit]
        days = int((months - int(months)) * 30)
        return Duration(int(months), days, unit=unit, approximate=approximate)
    if unit == "workday":
        whole = int(count)
        return Duration(days=whole + whole // 5 * 2, unit="day", approximate=approximate)
    return Duration(days=int(count * DAYS_IN[unit]), unit=unit, approximate=approximate)


@LENGTHS.rule("about? COUNT UNIT")
def counted(_: Moment, count: Atom, unit: Atom) -> Duration | None:
    return (
        length(count.count, unit.unit)
        if "FIGURE" not in count.roles or count.number < 1900
        else None
    )


@LENGTHS.rule("COUNT and_half UNIT", "COUNT UNIT and_half")
def counted_and_half(_: Moment, count: Atom, unit: Atom) -> Duration | None:
    return length(count.count + HALF, unit.unit)


@LENGTHS.rule("UNIT and_half!")
def one_and_half(_: Moment, unit: Atom) -> Duration | None:
    """ "Mes y medio"."""
    return None if "UNITS" in unit.roles else length(1 + HALF, unit.unit)


@LENGTHS.rule("COUNT UNIT or COUNT")
def one_or_two(moment: Moment, low: Atom, unit: Atom, high: Atom) -> Duration | None:
    """ "A month or two"."""
    return from_to(moment, low, high, unit)


@LENGTHS.rule("half_unit UNIT")
def half(_: Moment, unit: Atom) -> Duration | None:
    return length(HALF, unit.unit)


@LENGTHS.rule("some UNIT")
def some(_: Moment, unit: Atom) -> Duration | None:
    return length(FEW, unit.unit, approximate=True)


@LENGTHS.rule("couple UNIT", "couple of UNIT")
def couple(_: Moment, unit: Atom) -> Duration | None:
    return length(COUPLE, unit.unit, approximate=True)


@LENGTHS.rule("COUNT dash|or|until COUNT UNIT", "between COUNT and COUNT UNIT")
def from_to(_: Moment, low: Atom, high: Atom, unit: Atom) -> Duration | None:
    least, most = length(low.count, unit.unit), length(high.count, unit.unit)
    if not (least and most) or low.count >= high.count:
        return None
    return Duration(
        least.months, least.days, least.minutes, unit.unit, True, (most.months, most.days)
    )


@LENGTHS.rule("COUNT UNIT and|,? COUNT UNIT")
def compound(_: Moment, one: Atom, unit: Atom, two: Atom, smaller: Atom) -> Duration | None:
    first, second = length(one.count, unit.unit), length(two.count, smaller.unit)
    if not (first and second) or unit.unit == smaller.unit:
        return None
    return Duration(
        first.months + second.months,
        first.days + second.days,
        first.minutes + second.minutes,
        smaller.unit,
    )


@DATES.rule(
    "WEEKDAY? ,? DAY of|dash? MONTH",
    "WEEKDAY? ,? DAY of|dash? MONTH ,|of|dash? YEAR",
)
def day_of_month(
    moment: Moment, weekday: Atom | None, number: Atom, named: Atom, year: Atom | None = None
) -> When | None:
    partial = Partial(
        year.number if year else None,
        named.month,
        number.number,
        weekday.weekday if weekday else None,
    )
    return resolved(partial, moment.now.date())


@DATES.rule(
    "WEEKDAY? ,? MONTH ,|dash? DAY",
    "WEEKDAY? ,? MONTH ,|dash? DAY ,|of|dash? YEAR",
)
def month_and_day(
    moment: Moment, weekday: Atom | None, named: Atom, number: Atom, year: Atom | None = None
) -> When | None:
    return day_of_month(moment, weekday, number, named, year)


@DATES.rule("next|this? LITERAL", "WEEKDAY ,? LITERAL")
def literal(moment: Moment, *atoms: Atom) -> When | None:
    """A date in figures."""
    return resolved(atoms[-1].partial, moment.now.date())


@DATES.rule("DAY dash! MONTH dash! DAY")
def short_year(moment: Moment, number: Atom, named: Atom, year: Atom) -> When | None:
    """ "13/abr/27"."""
    partial = Partial(CENTURY + year.number, named.month, number.number)
    return resolved(partial, moment.now.date())


@DATES.rule("MONTH of_the! DAY")
def month_of_short_year(moment: Moment, named: Atom, year: Atom) -> When | None:
    """ "Enero del 27": a year where it can be one soon."""
    partial = Partial(CENTURY + year.number, named.month)
    soon = 0 <= CENTURY + year.number - moment.now.year <= SOON
    return resolved(partial, moment.now.date()) if soon else None


@DATES.rule("UNIT of! MONTH", "UNIT of! MONTH of|,|dash? YEAR")
def month_by_name(moment: Moment, unit: Atom, named: Atom, year: Atom | None = None) -> When | None:
    """ "The month of May"."""
    month_named = unit.unit == "month" and "UNITS" not in unit.roles
    return month_of_year(moment, named, year) if month_named else None


@DATES.rule("UNIT COUNT of|,|dash YEAR")
def numbered_week(_: Moment, unit: Atom, count: Atom, year: Atom) -> When | None:
    """ "Week 20 of 2027", as ISO 8601 counts them."""
    if unit.unit != "week" or not 1 <= count.number <= 52:
        return None
    return when(unit_around(date.fromisocalendar(year.number, count.number, 1), "week"))


@DATES.rule("ORDFIG place")
def floor(_: Moment, _number: Atom) -> Silence:
    """ "3rd floor", "2nd bathroom"."""
    return Silence()


@DATES.rule(
    "every WEEKDAY",
    "every COUNT? UNIT",
    "day_word? DAY of every UNIT",
    "ORD|last_ordinal WEEKDAY|UNIT of every UNIT",
)
def habit(_: Moment, *_atoms: Atom | None) -> Silence:
    """What happens again and again has no date."""
    return Silence()


@DATES.rule("the|day_word DAY of_the DAY")
def number_of_number(moment: Moment, number: Atom, month_number: Atom) -> When | None:
    """ "El 17 del 11"."""
    if month_number.number > 12:
        return None
    return resolved(Partial(None, month_number.number, number.number), moment.now.date())


@DATES.rule("YEAR dash MONTH dash DAY")
def year_month_day(moment: Moment, year: Atom, named: Atom, number: Atom) -> When | None:
    return day_of_month(moment, None, number, named, year)


@DATES.rule("MONTH dash YEAR dash DAY")
def month_year_day(moment: Moment, named: Atom, year: Atom, number: Atom) -> When | None:
    return day_of_month(moment, None, number, named, year)


@DATES.rule("DAY dash YEAR dash MONTH")
def day_year_month(moment: Moment, number: Atom, year: Atom, named: Atom) -> When | None:
    return day_of_month(moment, None, number, named, year)


@DATES.rule("this MONTH")
def month_of_this_year(moment: Moment, named: Atom) -> When | None:
    today = moment.now.date()
    return resolved(Partial(today.year if named.month >= today.month else None, named.month), today)


@DATES.rule("MONTH", "MONTH of|,|dash? YEAR")
def month_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When | None:
    return resolved(Partial(year.number if year else None, named.month), moment.now.date())


@DATES.rule("next|coming MONTH", "MONTH next_after!")
def next_month(moment: Moment, named: Atom) -> When | None:
    today = moment.now.date()
    return resolved(Partial(None, named.month), add_months(today.replace(day=1), 1))


@DATES.rule("last MONTH!", "the past MONTH!", "MONTH last_after!")
def last_month(moment: Moment, named: Atom) -> When | None:
    return resolved(Partial(None, named.month), moment.now.date().replace(day=1), past=True)


@DATES.rule("WEEKDAY ,? DAY")
def weekday_and_number(moment: Moment, weekday: Atom, number: Atom) -> When | None:
    return resolved(Partial(None, None, number.number, weekday.weekday), moment.now.date())


@LONE.rule("day_word DAY", "ORDFIG", "el FREE")
def number_alone(moment: Moment, number: Atom) -> When | None:
    return resolved(Partial(None, None, number.number), moment.now.date())


@DATES.rule("AWAY")
def days_from_today(moment: Moment, named: Atom) -> When | None:
    first = clamp(named.days_away, moment.now.date())
    return When(first, clamp(1, first))
