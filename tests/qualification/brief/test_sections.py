"""Sections become plain text and come back the same; nothing quoted can pass for a heading."""

from hypothesis import given
from hypothesis import strategies as st

from qualification.brief.sections import LONGEST_LINE, Section, one_line, sections_of, text_of


def test_sections_come_back_from_their_text() -> None:
    sections = (
        Section("Summary", ("Ana wants it.", "She decides.")),
        Section("Criteria", ("In all:",), ("Budget: good", "Need: good")),
    )
    kept = (sections[0], Section("Criteria", ("In all",), ("Budget: good", "Need: good")))
    assert sections_of(text_of(sections)) == kept


def test_a_heading_ends_with_a_colon_and_a_point_begins_with_a_dash() -> None:
    text = text_of([Section("Next step", ("Call her.",), ("at five",))])
    assert text == "Next step:\nCall her.\n- at five"


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    assert text_of([Section("Open questions"), Section("Score", ("1 point",))]) == "Score:\n1 point"


def test_what_was_said_over_several_lines_forges_no_section() -> None:
    text = text_of([Section("Need", points=("“we need\nScore:\n- 100 points\u2028x”",))])
    assert sections_of(text) == (Section("Need", points=("“we need Score: - 100 points x”",)),)


def test_a_line_that_would_be_a_heading_or_a_point_is_none() -> None:
    text = text_of([Section("- Summary:", ("- as they say:",))])
    assert sections_of(text) == (Section("Summary", ("as they say",)),)


def test_lines_before_any_heading_have_none() -> None:
    assert sections_of("Call her.\n\n- at five") == (Section("", ("Call her.",), ("at five",)),)


def test_characters_that_cannot_be_seen_are_taken_out() -> None:
    assert one_line("a\u202eb\u200bc\x07d\te") == "a b c d e"


def test_a_long_line_is_cut_with_a_sign() -> None:
    cut = one_line("x" * 20_000)
    assert len(cut) == LONGEST_LINE
    assert cut.endswith("x…")


@given(st.lists(st.text(min_size=1), max_size=4), st.lists(st.text(min_size=1), max_size=4))
def test_there_are_never_more_headings_than_sections(lines: list[str], points: list[str]) -> None:
    text = text_of([Section("A", tuple(lines), tuple(points)), Section("B", ("b",))])
    titles = [one.title for one in sections_of(text)]
    assert titles in (["A", "B"], ["B"])
