"""How does a simulated prospect name a time, and which days are meant? PURE."""

from datetime import date, timedelta
from random import Random

from agent.simulation.personas.table import TimeWords
from agent.simulation.personas.truths import When
from qualification.durations import Span
from qualification.values import Timeframe


def say_when(truth: When, words: TimeWords, today: date, rng: Random) -> tuple[str, Timeframe, int]:
    """A time in words, the days that it means, and by how many days one may differ over it."""
    match truth.form:
        case "asap":
            return rng.choice(words.asap), Timeframe("asap"), 0
        case "whenever":
            return rng.choice(words.whenever), Timeframe("none"), 0
        case "weeks":
            text = rng.choice(words.weeks).format(n=truth.ahead)
            return text, _day(today + timedelta(weeks=truth.ahead)), 7
        case "in_months":
            text = rng.choice(words.in_months).format(n=truth.ahead)
            return text, _day(_later(today, truth.ahead)), 31
        case "next_month":
            return rng.choice(words.next_month), _month(_later(today, 1)), 0
        case "month" | "month_year":
            return _in_month(truth, words, today, rng)
        case "day":
            return _on_day(truth, words, today, rng)
        case "quarter":
            return _in_quarter(truth, words, today, rng)
        case "year":
            year = today.year + truth.ahead
            span = Timeframe("range", date(year, 1, 1), date(year + 1, 1, 1))
            return rng.choice(words.year).format(year=year), span, 0


def _later(day: date, months: int) -> date:
    return Span(months, "month").after(day)


def _day(day: date) -> Timeframe:
    return Timeframe("date", day, day + timedelta(days=1))


def _month(day: date) -> Timeframe:
    first = day.replace(day=1)
    return Timeframe("range", first, _later(first, 1))


def _in_month(
    truth: When, words: TimeWords, today: date, rng: Random
) -> tuple[str, Timeframe, int]:
    """A month by its name: the next of that name, unless the year is said."""
    meant = _later(today, min(truth.ahead, 11))
    frames = words.month if truth.form == "month" else words.month_year
    name = words.months[meant.month - 1]
    return rng.choice(frames).format(month=name, year=meant.year), _month(meant), 0


def _on_day(truth: When, words: TimeWords, today: date, rng: Random) -> tuple[str, Timeframe, int]:
    """A day of a coming month; from the 11th to the 20th every day is written with the same
    ending in English.
    """
    meant = _later(today, truth.ahead).replace(day=rng.randint(11, 20))
    name = words.months[meant.month - 1]
    return rng.choice(words.day).format(day=meant.day, month=name), _day(meant), 0


def _in_quarter(
    truth: When, words: TimeWords, today: date, rng: Random
) -> tuple[str, Timeframe, int]:
    meant = _later(today, 3 * truth.ahead)
    quarter = (meant.month - 1) // 3 + 1
    first = date(meant.year, 3 * quarter - 2, 1)
    text = rng.choice(words.quarter).format(q=quarter, year=meant.year)
    return text, Timeframe("range", first, _later(first, 3)), 0
