"""Values have one public form."""

from datetime import date
from decimal import Decimal

import pytest

from qualification.values import (
    Choice,
    Contact,
    Json,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    YesNo,
    to_json,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (
            Money(Decimal("3000.0"), None, "EUR", "year", True),
            {"min": 3000, "max": None, "currency": "EUR", "period": "year", "approximate": True},
        ),
        (
            Timeframe("range", date(2026, 3, 1), date(2026, 4, 1)),
            {"kind": "range", "start": "2026-03-01", "end": "2026-04-01", "approximate": False},
        ),
        (
            Timeframe("asap"),
            {"kind": "asap", "start": None, "end": None, "approximate": False},
        ),
        (Number(Decimal("2.5"), Decimal(3)), {"min": 2.5, "max": 3}),
        (Choice("decides"), "decides"),
        (YesNo(True), True),
        (Text("we lose leads"), "we lose leads"),
        (Contact("email", "a@b.es"), "a@b.es"),
    ],
)
def test_a_value_is_shown_without_its_span_and_type(value: Value, shown: Json) -> None:
    assert to_json(value) == shown


def test_whole_numbers_are_shown_as_whole_numbers() -> None:
    shown = to_json(Number(Decimal("10.00"), Decimal("1E+3")))
    assert isinstance(shown, dict)
    assert [type(number) for number in shown.values()] == [int, int]


def test_the_same_value_said_in_two_places_is_the_same() -> None:
    assert Choice("a", (0, 1)) == Choice("a", (5, 6))
