"""A row is right when nothing is missing and nothing is extra."""

from datetime import datetime
from typing import Any

import pytest

from bench.corpora import ContactRow, MoneyRow, NumberRow, TimeRow
from bench.scoring import Stopwatch, contacts, money, numbers, times

EUROS = {"amount": 5000, "currency": "EUR"}
NOW = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001 - sources give their moments without a zone


def money_row(text: str, *expected: dict[str, Any], kind: str = "value") -> MoneyRow:
    return MoneyRow.model_validate({"text": text, "kind": kind, "expected": expected})


def time_row(text: str, *expected: dict[str, Any]) -> TimeRow:
    row = {"text": text, "reference_time": NOW, "expected": expected}
    return TimeRow.model_validate(row)


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (money_row("we have 5,000 euros", EUROS), True),
        (money_row("we have 5,000 euros", {**EUROS, "amount": 500}), False),
        (money_row("we have 5,000 euros", {**EUROS, "currency": "USD"}), False),
        (money_row("we have 5,000 euros"), False),
        (money_row("we have no idea", EUROS), False),
        (money_row("$20", {"amount": 20, "currency": "CAD", "currency_ambiguous": True}), True),
        (money_row("about 300", {"amount": 300}, kind="value_no_currency"), True),
        (money_row("up to 20 euros", {"max": 20, "currency": "EUR"}, kind="max"), True),
    ],
)
def test_money_is_right_by_its_bounds_and_currency(row: MoneyRow, right: bool) -> None:
    scores = money([row], "en", Stopwatch())
    assert (scores["whole"].right, scores["whole"].of) == (int(right), 1)


def test_oddities_are_not_scored_and_ranges_are_counted_apart() -> None:
    odd = money_row("5,000 euros", EUROS).model_copy(update={"style": "oddity"})
    least = money_row("at least 20 euros", {"min": 20, "currency": "EUR"}, kind="min")
    scores = money([odd, least, money_row("nothing yet", kind="none")], "en", Stopwatch())
    assert {name: one.of for name, one in scores.items()} == {"whole": 2, "ranges": 1, "clean": 1}


def test_numbers_are_right_in_any_order() -> None:
    row = NumberRow.model_validate(
        {"text": "40 people in 3 offices", "expected": [{"value": 3}, {"value": 40}]}
    )
    scores = numbers([row, NumberRow(text="all of us", expected=())], "en", Stopwatch())
    assert scores["whole"].right == 2
    assert scores["clean"].right == 1


@pytest.mark.parametrize(
    ("expected", "day", "interval"),
    [
        ({"start": "2026-03-05", "end": "2026-03-06"}, 1, 1),
        ({"start": "2026-03-05T09:00:00", "end": "2026-03-05T10:00:00"}, 1, 1),
        ({"start": "2026-03-05", "end": "2026-03-09"}, 1, 0),
        ({"start": "2026-03-04", "end": "2026-03-06"}, 0, 0),
    ],
)
def test_a_time_is_right_by_its_days(expected: dict[str, str], day: int, interval: int) -> None:
    scores = times([time_row("on 5 March", {"preferred": expected})], "en", Stopwatch())
    assert (scores["day"].right, scores["interval"].right) == (day, interval)


def test_a_source_without_intervals_is_scored_by_the_first_day() -> None:
    stretch = {"start": "2026-03-05T12:00:00", "end": "2026-04-06"}
    row = time_row("on 5 March", {"preferred": stretch, "point_only": True})
    assert times([row], "en", Stopwatch())["interval"].right == 1


def test_lengths_and_sentences_without_time_are_counted_apart() -> None:
    rows = [
        time_row("it takes two weeks", {"preferred": {"duration_s": 14 * 86_400}}),
        time_row("we sell doors"),
    ]
    scores = times(rows, "en", Stopwatch())
    assert {name: one.of for name, one in scores.items()} == {
        "day": 0,
        "interval": 0,
        "length": 1,
        "clean": 1,
    }
    assert scores["clean"].right == 1


@pytest.mark.parametrize(
    ("field", "text", "expected", "right"),
    [
        ("email", "write to Ana@Example.org", ("ana@example.org",), 1),
        ("email", "no address here", ("ana@example.org",), 0),
        ("phone", "call +34 611 22 33 44", ("0034611223344",), 1),
        ("person_name", "my name is ana lópez", ("Ana López",), 1),
        ("people_count", "a table for 4 at 8", (4,), 1),
        ("people_count", "a table for us", (4,), 0),
    ],
)
def test_contacts_are_right_by_their_field(
    field: str, text: str, expected: tuple[str | int, ...], right: int
) -> None:
    row = ContactRow(text=text, field=field, expected=expected)
    assert contacts([row], "en", Stopwatch())[field].right == right


def test_every_reading_is_timed_and_every_miss_kept() -> None:
    watch = Stopwatch()
    scores = money([money_row("we have 5,000 euros")], "en", watch)
    assert len(watch.seconds) == 1
    assert scores["whole"].misses[0].text == "we have 5,000 euros"
    assert "5000" in scores["whole"].misses[0].got
