from decimal import Decimal

from agent.agreement import alike
from qualification.values import Choice, Money, Number, Text, Timeframe


def test_what_only_one_of_two_amounts_names_is_no_difference() -> None:
    bare = Money(Decimal(500), Decimal(500))
    assert alike(bare, Money(Decimal(500), Decimal(500), "EUR", "month"))
    assert not alike(
        Money(Decimal(500), Decimal(500), "EUR"), Money(Decimal(500), Decimal(500), "USD")
    )


def test_ranges_that_touch_are_alike() -> None:
    assert alike(Number(Decimal(10), Decimal(20)), Number(Decimal(20), None))
    assert not alike(Number(None, Decimal(20)), Number(Decimal(21), Decimal(30)))
    assert not alike(Number(Decimal(21), Decimal(30)), Number(None, Decimal(20)))


def test_haste_is_like_no_date() -> None:
    assert alike(Timeframe("asap"), Timeframe("asap"))
    assert not alike(Timeframe("asap"), Timeframe("none"))


def test_values_of_two_kinds_are_never_alike() -> None:
    assert not alike(Choice("a"), Text("a"))
    assert alike(Choice("a"), Choice("a"))
