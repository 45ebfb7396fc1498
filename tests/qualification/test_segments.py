"""SMS are counted as the networks count them, and texts are made to need few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.segments import part, plainer, segments, units

ACCENTED = "¿Qué tal está? "


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("hello", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("¿ñÑ¡üé", 1),
        ("ñ" * 160, 1),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("á" * 134, 2),
        ("á" * 135, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" * 10, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("á" * 66 + "😀" + "a" * 66, 3),
    ],
)
def test_segments_are_counted_by_alphabet_and_length(text: str, count: int) -> None:
    assert segments(text) == count


def test_a_typographic_mark_that_costs_a_segment_is_replaced() -> None:
    assert plainer("“Nexo” — it’s…" + "x" * 80) == '"Nexo" - it\'s...' + "x" * 80
    assert plainer("“Nexo”") == "“Nexo”"


def test_accents_stay() -> None:
    text = "¿Qué presupuesto tienen? Está bien «más o menos» " * 3
    assert "Está" in plainer(text)
    assert plainer("está «así»" * 20) == "está «así»" * 20


def test_a_long_text_is_parted_at_sentences() -> None:
    first, second = "One " * 20 + "end.", "Two " * 20 + "end?"
    assert part(f"{first} {second}", 100) == [first, second]


def test_a_sentence_too_long_is_parted_at_clauses_then_words_then_anywhere() -> None:
    assert part("aaaa bbbb, cccc dddd", 12) == ["aaaa bbbb,", "cccc dddd"]
    assert part("aaaa bbbb cccc", 10) == ["aaaa bbbb", "cccc"]
    assert part("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert part("😀" * 6, 10) == ["😀" * 5, "😀"]


def test_an_empty_text_has_no_parts() -> None:
    assert part("   ") == []


@given(st.text(alphabet="ab .,?\n😀á", max_size=300), st.integers(4, 60))
def test_nothing_said_is_lost_and_no_part_is_too_long(text: str, longest: int) -> None:
    parts = part(text, longest)
    assert all(0 < units(one) <= longest for one in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
