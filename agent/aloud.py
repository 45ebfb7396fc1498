"""How is a value said back in words, where a question offers two readings of an answer? PURE."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from qualification.script import ChoiceQuestion, Script
from qualification.values import (
    Choice,
    Contact,
    Language,
    Money,
    Number,
    Period,
    Text,
    Timeframe,
    Value,
    YesNo,
)

_PERIODS: Mapping[Language, Mapping[Period, str]] = {
    "es": {
        "once": "en total",
        "hour": "por hora",
        "day": "al día",
        "week": "a la semana",
        "month": "al mes",
        "quarter": "al trimestre",
        "year": "al año",
    },
    "en": {
        "once": "in all",
        "hour": "an hour",
        "day": "a day",
        "week": "a week",
        "month": "a month",
        "quarter": "a quarter",
        "year": "a year",
    },
}
_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
_LIMITS: Mapping[Language, tuple[str, str, str]] = {
    "es": ("entre {} y {}", "al menos {}", "como mucho {}"),
    "en": ("between {} and {}", "at least {}", "at most {}"),
}
_DATES: Mapping[Language, tuple[str, str, str]] = {
    "es": ("entre el {} y el {}", "a partir del {}", "antes del {}"),
    "en": ("between {} and {}", "from {} on", "before {}"),
}
_WHENEVER: Mapping[Language, tuple[str, str]] = {
    "es": ("cuanto antes", "sin fecha fija"),
    "en": ("as soon as possible", "no fixed date"),
}
_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}
_WEEK: Mapping[Language, str] = {"es": "la semana del {}", "en": "the week of {}"}
_DAY = timedelta(days=1)
_I = re.compile(r"\bi\b")
"""Scripts list what people write: "i don't decide"."""
_WEEK_LONG = timedelta(days=7)


def say_value(script: Script, key: str, value: Value, language: Language) -> str:
    """A value in words, as an answer to one of the script's questions."""
    match value:
        case Money():
            period = f" {_PERIODS[language][value.period]}" if value.period else ""
            return _limits(value.min, value.max, value.currency, language) + period
        case Number():
            return _limits(value.min, value.max, None, language)
        case Timeframe():
            return _when(value, language)
        case Choice():
            return _mark(_option(script, key, value.option, language), language)
        case YesNo(yes=yes):
            return {"es": ("que no", "que sí"), "en": ("no", "yes")}[language][yes]
        case Text(text=text):
            return _mark(text, language)
        case Contact():
            return value.value


def _limits(
    low: Decimal | None, high: Decimal | None, currency: str | None, language: Language
) -> str:
    between, at_least, at_most = _LIMITS[language]
    if low is not None and high is not None:
        first = _amount(low, currency, language)
        return first if low == high else between.format(first, _amount(high, currency, language))
    if low is not None:
        return at_least.format(_amount(low, currency, language))
    return at_most.format(_amount(high or Decimal(0), currency, language))


def _amount(amount: Decimal, currency: str | None, language: Language) -> str:
    whole = amount == amount.to_integral_value()
    figure = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    if language == "es":
        figure = figure.translate({ord(","): ".", ord("."): ","})
    if currency is None:
        return figure
    symbol = _SYMBOLS.get(currency)
    if language == "en" and symbol:
        return f"{symbol}{figure}"
    return f"{figure} {symbol or currency}"


def _when(value: Timeframe, language: Language) -> str:
    between, since, before = _DATES[language]
    match value.start, value.end:
        case None, None:
            return _WHENEVER[language][value.kind == "none"]
        case date() as start, None:
            return since.format(_day(start, language))
        case None, date() as end:
            return before.format(_day(end, language))
        case date() as start, date() as end:
            last = end - _DAY
            if start == last:
                return ("el " if language == "es" else "") + _day(start, language)
            if _is_year(start, end):
                return str(start.year)
            if _is_week(start, end):
                return _WEEK[language].format(_day(start, language))
            if start.day == end.day == 1 and last.month == start.month and last.year == start.year:
                month = _MONTHS[language][start.month - 1]
                return f"{month} de {start.year}" if language == "es" else f"{month} {start.year}"
            return between.format(_day(start, language), _day(last, language))
    raise AssertionError(value)


def _is_week(start: date, end: date) -> bool:
    return end - start == _WEEK_LONG and start.isoweekday() == 1


def _is_year(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 1, 1) and (
        end.year == start.year + 1
    )


def _day(day: date, language: Language) -> str:
    month = _MONTHS[language][day.month - 1]
    if language == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{day.day} {month} {day.year}"


def _option(script: Script, key: str, option: str, language: Language) -> str:
    criterion = script.criterion(key)
    if not isinstance(criterion, ChoiceQuestion) or option not in criterion.options:
        return option
    said = criterion.options[option].says[language][0]
    return _I.sub("I", said) if language == "en" else said


def _mark(text: str, language: Language) -> str:
    return f"«{text}»" if language == "es" else f"“{text}”"
