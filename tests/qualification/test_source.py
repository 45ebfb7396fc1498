"""YAML becomes plain data with places, or a problem that its author understands."""

import pytest

from qualification.source import MAX_CHARACTERS, read_source


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_source(text).problems]


def test_every_value_stays_the_text_that_was_written() -> None:
    source = read_source("a: no\nb: 21:00\nc: 3000\nd: 'null'\ne: [~, null, x]\nf: 2026-01-01\n")
    assert source.data == {
        "a": "no",
        "b": "21:00",
        "c": "3000",
        "d": "null",
        "e": [None, None, "x"],
        "f": "2026-01-01",
    }


def test_keys_and_values_have_their_places() -> None:
    source = read_source("a:\n  b: [x, y]\n")
    assert source.key_at(("a", "b")) == (2, 3)
    assert source.value_at(("a", "b")) == (2, 6)
    assert source.value_at(("a", "b", 1)) == (2, 10)
    assert source.value_at(()) == (1, 1)


def test_a_part_that_was_not_written_has_the_place_of_the_part_around_it() -> None:
    source = read_source("x: 1\na:\n  b: 1\n")
    assert source.value_at(("a", "c", "d")) == (2, 1)
    assert source.key_at(("z",)) == (1, 1)


def test_a_value_left_out_has_the_place_of_its_key() -> None:
    source = read_source("x: 1\na:\nb: 2\n")
    assert source.value_at(("a",)) == (2, 1)
    assert source.data == {"x": "1", "a": None, "b": "2"}


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_source("\ufeffa: 1").data == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the script is empty: see docs/scripts.md for a start"),
        ("# nothing\n", "1:1: the script is empty: see docs/scripts.md for a start"),
        ("a:\n\tb: 1", "2:1: a tab at the beginning of a line: indent with spaces"),
        (
            "es: Nota: algo",
            "1:9: a second `:` in this line, or a line indented too far: "
            'quote a text with a colon, like "Note: …"; keys of one group begin in one column',
        ),
        (
            "a: b\nc\n",
            "2:1: a `:` is missing: "
            "write `key: value`; continue a long text on lines indented further than its key",
        ),
        ("a: 1\nb: 'it", "2:4: a quote is opened here and never closed: close it"),
        (
            "a: [b, c",
            "1:9: a bracket or a comma is missing: "
            "write lists as `[a, b]` and groups as `{key: value}`; "
            "quote texts with commas inside them",
        ),
        (
            'a: "C:\\q"',
            "1:8: a backslash in double quotes has a meaning of its own: "
            "use single quotes, or write it twice",
        ),
        ("a: @x", "1:4: a value cannot begin with this character: put the text in quotes"),
        (
            "a: 'x' y",
            "1:8: this line does not fit the ones above it: "
            "begin the keys (or the `-`) of one group in one column, and quote whole texts",
        ),
        (
            "a: *b*",
            "1:4: `*` at the beginning of a value has a meaning of its own in YAML: "
            'put the text in quotes, like "*text*"',
        ),
        (
            "a: &b c",
            "1:4: `&` at the beginning of a value has a meaning of its own in YAML: "
            'put the text in quotes, like "& Co."',
        ),
        (
            "a: !Hola",
            "1:4: `!` at the beginning of a value has a meaning of its own in YAML: "
            'put the text in quotes, like "!Hola!"',
        ),
        (
            "a: {{name}}",
            "1:5: this cannot be the name of a key: "
            "put quotes around a text that begins with `{` or `[`",
        ),
        ("a: 1\n---\nb: 1", "2:1: a second document begins here: one file holds one script"),
        ("a: 1\na: 2", "2:1: `a` stands here a second time, after line 1: keep one of the two"),
        ("a: \x07", "1:4: an invisible character (U+0007) that no text needs: delete it"),
        ('a: "\\x07"', "1:4: an escape for a character that no text needs: delete it"),
        ('a: "\\U99999999"', "1:5: `\\U` names no character here: write the character"),
        (
            "%YAML 9.9\n---\na: 1",
            "1:1: this is not YAML (found incompatible YAML document "
            "(version 1.* is required)): see docs/scripts.md for the form",
        ),
    ],
)
def test_each_problem_of_form_is_told_in_plain_words(text: str, expected: str) -> None:
    assert expected in problems(text)


def test_every_tab_is_shown() -> None:
    assert [one.split(":")[0] for one in problems("a:\n\tb: 1\n\t\n \tc: 2")] == ["2", "4"]


def test_every_key_written_twice_is_shown_and_the_first_one_kept() -> None:
    source = read_source("a: 1\nb: {c: 1, c: {d: 2}}\na: 3\n")
    assert source.data == {"a": "1", "b": {"c": "1"}}
    assert [one.line for one in source.problems] == [2, 3]


@pytest.mark.no_cover
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[a,", "{a: "])
def test_a_bomb_of_levels_is_refused_before_it_is_read(opening: str) -> None:
    (found,) = problems(opening * 10_000)
    assert "too many levels" in found or "this line" in found or "cannot be" in found


def test_aliases_cannot_multiply() -> None:
    found = problems("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    assert "`&` at the beginning of a value" in found[0]


def test_a_text_that_is_too_long_is_not_even_looked_at() -> None:
    (found,) = problems("a" * (MAX_CHARACTERS + 1))
    assert "more than 200000" in found
