"""The rules for days, months and years by their names and numbers, and for lengths of time."""

from decimal import Decimal

from qualification.normalise.days import (
    DAYS_IN,
    MINUTES_IN,
    MONTHS_IN,
    Stretch,
    add_months,
    clamp,
    feast,
    month,
    season,
)
from qualification.normalise.grammar import Level, Moment
from qualification.normalise.resolve import resolved, when
from qualification.normalise.times import Atom, Duration, Partial, When

LENGTHS = Level()
DATES = Level()
LONE = Level()
FEW = Decimal(3)
COUPLE = Decimal(2)
HALF = Decimal("0.5")
MOST_UNITS = 10**5


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


@LENGTHS.rule("COUNT UNIT and|, COUNT UNIT")
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


@DATES.rule("MONTH", "this MONTH", "MONTH of|,|dash? YEAR")
def month_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When | None:
    return resolved(Partial(year.number if year else None, named.month), moment.now.date())


@DATES.rule("next|coming MONTH", "MONTH next_after")
def next_month(moment: Moment, named: Atom) -> When | None:
    today = moment.now.date()
    return resolved(Partial(None, named.month), add_months(today.replace(day=1), 1))


@DATES.rule("last MONTH", "MONTH last_after")
def last_month(moment: Moment, named: Atom) -> When | None:
    return resolved(Partial(None, named.month), moment.now.date().replace(day=1), past=True)


@DATES.rule("WEEKDAY ,? DAY")
def weekday_and_number(moment: Moment, weekday: Atom, number: Atom) -> When | None:
    return resolved(Partial(None, None, number.number, weekday.weekday), moment.now.date())


@LONE.rule("day_word DAY", "ORDFIG", "el FREE")
def number_alone(moment: Moment, number: Atom) -> When | None:
    return resolved(Partial(None, None, number.number), moment.now.date())


@DATES.rule("at_in YEAR", "year_word of? YEAR", "equals YEAR")
def year_alone(moment: Moment, year: Atom) -> When | None:
    return resolved(Partial(year.number), moment.now.date())


@DATES.rule("QUARTER", "QUARTER of|,|at_in? YEAR")
def quarter(moment: Moment, named: Atom, year: Atom | None = None) -> When | None:
    return part_of_year(moment, named.ordinal, named.unit, year.number if year else None)


@DATES.rule("ORD UNIT of? year_word? YEAR")
def ordinal_part_of_year(moment: Moment, which: Atom, unit: Atom, year: Atom) -> When | None:
    if unit.unit not in ("quarter", "half"):
        return None
    return part_of_year(moment, which.ordinal, unit.unit, year.number)


@DATES.rule("ORD UNIT")
def ordinal_part(moment: Moment, which: Atom, unit: Atom) -> When | None:
    if unit.unit not in ("quarter", "half"):
        return None
    return part_of_year(moment, which.ordinal, unit.unit, None)


def part_of_year(moment: Moment, number: int, unit: str, year: int | None) -> When | None:
    """The nth quarter or half, of this year if it is not over."""
    size = MONTHS_IN[unit]
    if number > 12 // size:
        return None
    number = number if number > 0 else 12 // size
    first = month(year or moment.now.year, (number - 1) * size + 1).start
    end = add_months(first, size)
    if year is None and end <= moment.now.date():
        first, end = add_months(first, 12), add_months(end, 12)
    return when(Stretch(first, end, unit))


@DATES.rule("SEASON", "SEASON of|,? YEAR", "this SEASON", "next|coming SEASON", "SEASON next_after")
def season_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When:
    if year:
        return when(season(named.season, year.number))
    candidates = (season(named.season, moment.now.year + step) for step in (-1, 0, 1))
    return when(next(found for found in candidates if found.end > moment.now.date()))


@DATES.rule("last SEASON", "SEASON last_after")
def last_season(moment: Moment, named: Atom) -> When | None:
    candidates = (season(named.season, moment.now.year - step) for step in (0, 1))
    return when(next(found for found in candidates if found.end <= moment.now.date()))


@DATES.rule("FEAST", "FEAST of|,|at_in? YEAR", "next|coming|this FEAST")
def feast_of_year(moment: Moment, named: Atom, year: Atom | None = None) -> When:
    if year:
        return when(feast(named.feast, year.number))
    found = feast(named.feast, moment.now.year)
    if found.end <= moment.now.date():
        found = feast(named.feast, moment.now.year + 1)
    return when(found)


@DATES.rule("FEAST UNIT")
def feast_weekend(moment: Moment, named: Atom, unit: Atom) -> When | None:
    """The weekend that a holiday lengthens."""
    if unit.unit != "weekend":
        return None
    found = feast_of_year(moment, named)
    saturday = clamp(-((found.start.weekday() - 5) % 7), found.start)
    return When(saturday, max(clamp(2, saturday), found.end), "weekend")


@DATES.rule("AWAY")
def days_from_today(moment: Moment, named: Atom) -> When | None:
    first = clamp(named.days_away, moment.now.date())
    return When(first, clamp(1, first))
