"""Conditions compare what the prospect said with what the script wants."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from qualification.conditions import (
    ChoiceCondition,
    Condition,
    MoneyCondition,
    NoRate,
    NumberCondition,
    Rates,
    Terms,
    TextCondition,
    TimeframeCondition,
    YesNoCondition,
    comparable,
    holds,
)
from qualification.durations import Span
from qualification.values import Choice, Money, Period, Text, Timeframe, Value, YesNo
from tests.builders import money, number

DAY = date(2026, 3, 10)
RATES = Rates.model_validate(
    {"base": "EUR", "on": "2026-03-01", "per_unit": {"USD": "0.9", "GBP": "1.2"}}
)


def over(low: int | None, high: int | None = None, currency: str = "EUR") -> MoneyCondition:
    return MoneyCondition.model_validate(
        {"overlaps": {"min": low, "max": high, "currency": currency}}
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (money(3000), True),
        (money(2999), False),
        (money(2000, 4000), True),
        (money(None, 3000), True),
        (money(None, 2999), False),
        (money(1), False),
        (money(5000), True),
        (money(5001), False),
        (Money(Decimal(100), None), True),
        (Money(Decimal(5001), None), False),
        (Money(None, None), True),
    ],
)
def test_a_budget_qualifies_as_soon_as_its_range_touches_ours(value: Money, expected: bool) -> None:
    assert holds(over(3000, 5000), value, DAY, Terms()) is expected


@pytest.mark.parametrize(
    ("period", "per", "amount"),
    [
        ("month", "year", 12_000),
        ("week", "year", 52_000),
        ("quarter", "year", 4_000),
        ("day", "year", 220_000),
        ("hour", "year", 1_800_000),
        ("year", "year", 1_000),
        ("quarter", "month", Decimal(1000) / 3),
        ("once", "year", 1_000),
        (None, "year", 1_000),
        ("month", None, 1_000),
        ("month", "once", 1_000),
    ],
)
def test_amounts_are_compared_in_the_period_of_the_question(
    period: Period | None, per: Period | None, amount: Decimal | int
) -> None:
    said = money(1000, period=period)
    compared = comparable(said, "EUR", Terms(per=per))
    assert isinstance(compared, Money)
    assert compared.min == compared.max
    assert compared.min is not None
    assert round(compared.min, 6) == round(Decimal(amount), 6)


@pytest.mark.parametrize(
    ("said", "wanted", "amount"),
    [
        ("USD", "EUR", 90),
        ("EUR", "USD", Decimal(100) / Decimal("0.9")),
        ("GBP", "USD", Decimal(400) / 3),
        ("EUR", "EUR", 100),
        (None, "EUR", 100),
    ],
)
def test_currencies_are_compared_by_the_scripts_rates(
    said: str | None, wanted: str, amount: Decimal | int
) -> None:
    compared = comparable(money(100, currency=said), wanted, Terms(rates=RATES))
    assert isinstance(compared, Money)
    assert compared.currency == wanted
    assert compared.min is not None
    assert round(compared.min, 6) == round(Decimal(amount), 6)


def test_an_open_end_stays_open_in_another_currency() -> None:
    said = Money(None, Decimal(100), "USD")
    assert comparable(said, "EUR", Terms(rates=RATES)) == Money(None, Decimal("90.0"), "EUR")
    said = Money(Decimal(100), None, "USD")
    assert comparable(said, "EUR", Terms(rates=RATES)) == Money(Decimal("90.0"), None, "EUR")


@pytest.mark.parametrize("rates", [None, RATES])
def test_an_amount_in_a_currency_without_a_rate_cannot_be_judged(rates: Rates | None) -> None:
    value = money(3000, currency="CHF")
    assert holds(over(10), value, DAY, Terms(rates=rates)) == NoRate("CHF", "EUR")
    assert holds(over(10, currency="CHF"), value, DAY, Terms(rates=rates)) is True


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Timeframe("asap"), True),
        (Timeframe("none"), False),
        (Timeframe("date", date(2026, 6, 10)), True),
        (Timeframe("date", date(2026, 6, 11)), False),
        (Timeframe("range", date(2026, 6, 1), date(2026, 9, 1)), True),
        (Timeframe("range", date(2026, 7, 1), date(2026, 9, 1)), False),
        (Timeframe("range", None, date(2026, 9, 1)), True),
        (Timeframe("open", date(2026, 4, 1)), True),
        (Timeframe("open", date(2026, 7, 1)), False),
        (Timeframe("none", date(2026, 4, 1)), True),
        (Timeframe("open"), False),
    ],
)
def test_a_time_is_soon_enough_when_it_may_begin_within_the_span(
    when: Timeframe, expected: bool
) -> None:
    condition = TimeframeCondition(within=Span(3, "month"))
    assert holds(condition, when, DAY, Terms()) is expected


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (NumberCondition(at_least=Decimal(50)), number(50), True),
        (NumberCondition(at_least=Decimal(50)), number(49), False),
        (NumberCondition(at_least=Decimal(50)), number(40, 60), True),
        (NumberCondition(at_most=Decimal(10)), number(11), False),
        (NumberCondition(at_least=Decimal(5), at_most=Decimal(10)), number(7), True),
        (ChoiceCondition(any_of=("a", "b")), Choice("b"), True),
        (ChoiceCondition(any_of=("a", "b")), Choice("c"), False),
        (YesNoCondition(answer=True), YesNo(True), True),
        (YesNoCondition(answer=False), YesNo(True), False),
        (TextCondition(), Text("we lose leads"), True),
        (TextCondition(), Text(""), False),
        (TextCondition(given=False), Text(""), True),
        (
            TextCondition(mentions=("Alcalá de Henares", "madrid")),
            Text("en alcala de henares"),
            True,
        ),
        (TextCondition(mentions=("madrid",)), Text("en Getafe"), False),
        (TextCondition(mentions=("madrid",)), Text("madrileño"), False),
        (TextCondition(mentions_none_of=("barcelona",)), Text("en Getafe"), True),
        (TextCondition(mentions_none_of=("barcelona",)), Text("Barcelona, Gràcia"), False),
        (TextCondition(mentions_none_of=("barcelona",)), Text(""), False),
        (TextCondition(mentions=("a",), mentions_none_of=("b",)), Text("a b"), False),
        (NumberCondition(at_least=Decimal(1)), Text("ten"), False),
        (TextCondition(), number(3), False),
    ],
)
def test_the_other_kinds_are_compared_by_their_own_words(
    condition: Condition, value: Value, expected: bool
) -> None:
    assert holds(condition, value, DAY, Terms()) is expected


@given(st.lists(st.integers(0, 10**9), min_size=4, max_size=4, unique=True).map(sorted))
def test_ranges_touch_exactly_when_they_share_an_amount(amounts: list[int]) -> None:
    a, b, c, d = amounts
    for theirs, ours, expected in (
        ((a, b), (c, d), False),
        ((c, d), (a, b), False),
        ((a, c), (b, d), True),
        ((b, d), (a, c), True),
        ((a, d), (b, c), True),
        ((b, c), (a, d), True),
        ((a, b), (b, c), True),
    ):
        assert holds(over(*ours), money(*theirs), DAY, Terms()) is expected


def test_a_condition_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValidationError):
        NumberCondition()


def test_what_was_not_given_cannot_mention_anything() -> None:
    with pytest.raises(ValidationError, match="leave `given` out"):
        TextCondition(given=False, mentions=("madrid",))


def test_one_word_to_mention_needs_no_list() -> None:
    assert TextCondition.model_validate({"mentions": "madrid"}).mentions == ("madrid",)
