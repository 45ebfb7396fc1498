import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.first_field import FirstField


def feed(field: FirstField, document: str, size: int) -> list[str]:
    return [field.feed(document[start : start + size]) for start in range(0, len(document), size)]


@given(st.text(), st.integers(1, 30), st.booleans())
def test_any_text_comes_out_whole_however_it_is_cut(text: str, size: int, escaped: bool) -> None:
    document = json.dumps({"bridge": text, "rest": 'x"y'}, ensure_ascii=escaped)
    field = FirstField("bridge")
    assert "".join(feed(field, document, size)) == text
    assert field.done


def test_text_is_given_out_as_soon_as_it_is_there() -> None:
    field = FirstField("bridge")
    assert feed(field, '{"bridge": "Hola, ', 100) == ["Hola, "]
    assert field.feed("Ana.") == "Ana."
    assert not field.done
    assert field.feed('", "x": "') == ""
    assert field.done
    assert field.feed('more"') == ""


@pytest.mark.parametrize("part", ["\\", "\\u00", "\\ud83d", "\\ud83d\\", "\\ud83d\\ude0"])
def test_nothing_of_an_incomplete_escape_is_given_out(part: str) -> None:
    field = FirstField("bridge")
    assert field.feed('{"bridge":"a' + part) == "a"


def test_half_an_escaped_character_comes_out_when_its_other_half_has_come() -> None:
    field = FirstField("bridge")
    assert [field.feed('{"bridge":"\\ud83d'), field.feed('\\ude00"')] == ["", "😀"]


def test_a_code_fence_is_no_obstacle() -> None:
    assert FirstField("bridge").feed('```json\n{ "bridge" : "Hola"') == "Hola"


def test_another_first_field_gives_nothing() -> None:
    field = FirstField("bridge")
    document = json.dumps({"answers": ["x" * 300], "bridge": "Hola"})
    assert set(feed(field, document, 20)) == {""}
    assert field.done


def test_a_broken_escape_ends_it() -> None:
    field = FirstField("bridge")
    assert field.feed('{"bridge":"a\\x b"') == ""
    assert field.done
