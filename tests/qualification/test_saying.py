"""A sentence is English text, and still knows its form and what filled its gaps."""

import pickle

import pytest

from qualification.errors import ScriptError
from qualification.saying import Said
from qualification.scriptfile import parse_script
from tests.builders import sample_text


def test_a_sentence_is_its_text() -> None:
    assert Said("of %(points)s points", points=3) == "of 3 points"
    assert Said("write it like `5 %`") == "write it like `5 %`"
    assert Said("up to %(most)s %%", most=50) == "up to 50 %"


def test_a_sentence_within_a_sentence_keeps_its_own_form() -> None:
    inner = Said("add `%(key)s`", key="a")
    outer = Said("%(first)s; or delete it", first=inner)
    assert (outer, outer.gaps["first"]) == ("add `a`; or delete it", inner)


def test_what_is_wrong_and_what_to_do_are_told_apart_by_the_form_not_by_what_fills_it() -> None:
    wrong, instead = Said("`%(it)s` is no time: write `%(like)s`", it="a: b", like="21:00").parted()
    assert (wrong, instead) == ("`a: b` is no time", "write `21:00`")
    assert (wrong.template, instead.template) == ("`%(it)s` is no time", "write `%(like)s`")


def test_a_sentence_survives_the_way_to_another_process() -> None:
    said = Said("of %(points)s points", points=3)
    there = pickle.loads(pickle.dumps(said))  # noqa: S301 - our own
    assert (there, there.template, there.gaps) == (said, said.template, said.gaps)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("within: 3 moons", "`3 moons` is no length of time", "write it like"),
        ("within: [3]", "this is no length of time", "write it like"),
        ("within: 0 days", "`0 days` is no time at all", "write at least `1 days`"),
    ],
)
def test_mistakes_of_our_own_forms_come_apart_into_message_and_hint(
    written: str, message: str, hint: str
) -> None:
    text = sample_text("crm-suite")
    assert "within: 3 months" in text
    with pytest.raises(ScriptError) as refused:
        parse_script(text.replace("within: 3 months", written, 1))
    found = refused.value.problems[0]
    assert found.message == message
    assert found.hint.startswith(hint)
    assert found.message.template


def test_what_pydantic_alone_has_words_for_is_told_in_its_own() -> None:
    text = sample_text("crm-suite")
    assert "per: year" in text
    with pytest.raises(ScriptError) as refused:
        parse_script(text.replace("min: 3000", "min: Infinity", 1))
    assert refused.value.problems[0].message.template == "%(pydantic)s"
