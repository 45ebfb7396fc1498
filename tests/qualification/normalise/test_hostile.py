"""No input makes a reader slow: the work grows no faster than the text, and stops with it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.normalise import (
    detect_language,
    find_phrase,
    fold,
    read_choice,
    read_contact,
    read_money,
    read_number,
    read_timeframe,
    read_yes_no,
)

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
READERS: dict[str, Callable[[str], object]] = {
    "money": lambda text: read_money(text, "es", asked=True),
    "number": lambda text: read_number(text, "en"),
    "timeframe": lambda text: read_timeframe(text, "es", now=NOW, asked=True),
    "name": lambda text: read_contact(text, "es", asked="name"),
    "count": lambda text: read_number(text, "es", asked=True),
    "phone": lambda text: read_contact(text, "es", asked="phone"),
    "choice": lambda text: read_choice(text, {"a": ["decido yo"], "b": ["lo hace mi jefe"]}),
    "yes or no": lambda text: read_yes_no(text, "es"),
    "language": detect_language,
    "phrase": lambda text: find_phrase(fold(text), "a a b"),
}
MOST_CALLS = 200_000
"""Function calls in one reading: some tens of milliseconds."""


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """Counts the Python functions that something calls."""

    def count(run: Callable[[], object]) -> int:
        total = 0

        def note(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal total
            total += event == "call"

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            run()
        finally:
            sys.setprofile(before)
        return total

    return count


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    ["5 ", "5", "a", "a ", "1.", "5-", "5/", "a@", "@", "$", "mil ", "cinco y ", "entre 5 y ",
     "hasta ", "de ", "la ", "lunes, ", "en 3 meses ", "may ", "the 3rd ", "q1 ", "+1 ", "(",
     "612345678 ", "a arroba b punto ", "me llamo ", "soy la ", "no ", "é", "\u0301", "\u200b",
     "quiero 5k euros al mes para marzo, soy Ana ",
     "lunes ", "mar ", "de de la ", "no hasta ", "12/", "1/2/", "2027-", "q1 to ", "first last ",
     "next week or ", "from may to ", "the week after ", "mid to late ",
     "two thousand, ", "two hundred thousand, ", "5 (5 ", "no más de ", "un cuarto de ", "be de ",
     "y yo ", "mi a y ", "seis doble ", "the third and ", "3000/", "O'", "decide ", "at "],
)  # fmt: skip
@pytest.mark.parametrize("reader", READERS)
def test_a_long_repetition_costs_little(
    reader: str, piece: str, calls: Callable[[Callable[[], object]], int]
) -> None:
    text = (piece * 20_000)[:20_000]
    READERS[reader]("hola 5")
    assert calls(lambda: READERS[reader](text)) < MOST_CALLS


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(max_size=80))
def test_any_text_is_read_without_an_error(reader: str, text: str) -> None:
    READERS[reader](text)


@given(text=st.text(max_size=80))
def test_every_span_lies_in_the_text(text: str) -> None:
    spans = [value.span for value in read_money(text, "en", asked=True)]
    spans += [value.span for value in read_number(text, "es", asked=True)]
    spans += [value.span for value in read_contact(text, "en", asked="name")]
    assert all(0 <= start < end <= len(text) for start, end in spans)
