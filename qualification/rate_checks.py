"""Can every amount of a script be compared? Currencies that its rates do not lead to, one mistake
a place.

Without a rate an amount is never judged (`conditions.comparable`): a condition in such a currency
would be met by nobody who answers in another.
"""

from collections.abc import Iterator
from datetime import date

from qualification.errors import Problem
from qualification.mistakes import shown
from qualification.saying import Said
from qualification.script import Script
from qualification.source import Data, Path, Source

OLD_DAYS = 365
"""Rates are looked up again once a year at least."""


def check_rates(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Every currency of the conditions that has no rate to the others of its question."""
    rates = data.get("rates")
    if rates is None:
        yield from _without(data, source)
    elif isinstance(rates, dict):
        yield from _with(data, rates, source)


def ageing(script: Script, source: Source, today: date) -> Iterator[Problem]:
    """Rates of a day that has not come, and rates of long ago."""
    if script.rates is None:
        return
    on, place = script.rates.on, source.value_at(("rates", "on"))
    if on > today:
        yield Problem(
            *place,
            Said("the rates are of %(on)s, which lies ahead", on=on),
            Said("write their day"),
        )
    elif (today - on).days > OLD_DAYS:
        hint = Said("look them up again, and write their day")
        yield Problem(*place, Said("the rates are of %(on)s: more than a year old", on=on), hint)


def _without(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """A script with no rates asks each question in one currency."""
    first: dict[str, str] = {}
    for question, path, currency in _currencies(data):
        other = first.setdefault(question, currency)
        if other != currency:
            message = Said(
                "`%(question)s` is compared in `%(other)s` too, and there are no `rates`",
                question=question,
                other=shown(other),
            )
            hint = Said("write `%(other)s`, or add `rates:` with both", other=other)
            yield Problem(*source.value_at(path), message, hint)


def _with(data: dict[str, Data], rates: dict[str, Data], source: Source) -> Iterator[Problem]:
    base, listed = rates.get("base"), rates.get("per_unit")
    if not isinstance(base, str) or not isinstance(listed, dict):
        return
    if base in listed:
        place = source.key_at(("rates", "per_unit", base))
        yield Problem(
            *place,
            Said("`%(base)s` is the base: its rate is 1", base=shown(base)),
            Said("delete it"),
        )
    for _, path, currency in _currencies(data):
        if currency != base and currency not in listed:
            message = Said("`rates` has no rate for `%(currency)s`", currency=shown(currency))
            hint = Said(
                "add what one %(currency)s is in %(base)s under `per_unit`",
                currency=currency,
                base=base,
            )
            yield Problem(*source.value_at(path), message, hint)


def _currencies(data: dict[str, Data]) -> Iterator[tuple[str, Path, str]]:
    """The question, the place and the currency of each condition on money."""
    for index, criterion in enumerate(_list(data, "criteria")):
        key = _inner(criterion, "key")
        for state in ("positive", "acceptable"):
            path = ("criteria", index, state)
            yield from _currency(key, path, _inner(criterion, state))
    fit = _inner(_inner(data, "score"), "fit")
    for index, line in enumerate(_list(fit, "lines")):
        when = _inner(line, "when")
        for key, condition in when.items() if isinstance(when, dict) else ():
            yield from _currency(key, ("score", "fit", "lines", index, "when", key), condition)


def _currency(key: Data, path: Path, condition: Data) -> Iterator[tuple[str, Path, str]]:
    currency = _inner(_inner(condition, "overlaps"), "currency")
    if isinstance(key, str) and isinstance(currency, str):
        yield key, (*path, "overlaps", "currency"), currency


def _inner(data: Data, key: str) -> Data:
    return data.get(key) if isinstance(data, dict) else None


def _list(data: Data, key: str) -> list[Data]:
    inner = _inner(data, key)
    return inner if isinstance(inner, list) else []
