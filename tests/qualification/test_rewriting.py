"""qualification.rewriting: other numbers in a script, all else as it was written."""

import difflib

import pytest

from qualification.rewriting import NotRewritable, rewritten
from qualification.scriptfile import parse_script
from tests.builders import SAMPLES, sample, sample_text

HEAD = """\
script: test
title: Test
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I am an assistant.}
"""
TAIL = "qualify: {all_of: [need]}\n"
NEED = "criteria:\n  - key: need  # why they come\n    kind: text\n    ask: {en: What for?}\n"


def changed(before: str, after: str) -> list[str]:
    """The lines that came and went."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:1] in "+-"]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_takes_other_points_and_tiers(name: str) -> None:
    script, text = sample(name), sample_text(name)
    points = {one.key: {"positive": 33, "negative": -7} for one in script.criteria}
    tiers = {tier: floor + 1 for tier, floor in script.score.tiers.items()}
    read = parse_script(rewritten(text, points, tiers))
    assert {one.points.positive for one in read.criteria} == {33}
    assert {one.points.negative for one in read.criteria} == {-7}
    assert dict(read.score.tiers) == tiers


@pytest.mark.no_cover
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_to_change_changes_nothing(name: str) -> None:
    assert rewritten(sample_text(name), {}, {}) == sample_text(name)


def test_only_the_number_changes_in_a_line_with_a_comment() -> None:
    text = HEAD + NEED + "    points: {positive: 20, negative: -5}  # agreed in May\n" + TAIL
    after = rewritten(text, {"need": {"positive": 30}}, {})
    assert changed(text, after) == [
        "-     points: {positive: 20, negative: -5}  # agreed in May",
        "+     points: {positive: 30, negative: -5}  # agreed in May",
    ]


def test_numbers_that_are_not_there_are_added_in_the_form_of_those_that_are() -> None:
    block = HEAD + NEED + "    points:\n      positive: 20  # agreed\n" + TAIL
    after = rewritten(block, {"need": {"positive": 21, "negative": -5}}, {})
    assert "    points:\n      negative: -5\n      positive: 21  # agreed\n" in after
    flow = HEAD + NEED + "    points: {positive: 20}\n" + TAIL
    after = rewritten(flow, {"need": {"acceptable": 5}}, {})
    assert "points: {acceptable: 5, positive: 20}" in after
    empty = HEAD + NEED + "    points: {}\n" + TAIL
    assert "points: {acceptable: 5}" in rewritten(empty, {"need": {"acceptable": 5}}, {})


def test_a_question_without_points_gets_them_below_its_key() -> None:
    after = rewritten(HEAD + NEED + TAIL, {"need": {"positive": 7}}, {})
    assert "  - key: need  # why they come\n    points: {positive: 7}\n    kind: text" in after
    flow = HEAD + "criteria:\n  - {key: need, kind: text, ask: {en: What for?}}\n" + TAIL
    assert "{key: need, points: {positive: 7}, kind" in rewritten(
        flow, {"need": {"positive": 7}}, {}
    )


def test_a_key_in_the_last_line_gets_them_too() -> None:
    text = HEAD.replace("none", "bant") + "criteria:\n  - key: need"
    after = rewritten(text, {"need": {"positive": 7}}, {})
    assert after.endswith("\n  - key: need\n    points: {positive: 7}\n")


def test_a_script_of_its_framework_alone_names_the_questions_whose_points_change() -> None:
    """Unless that would leave the others out: a list of criteria is the whole list."""
    text = HEAD.replace("none", "bant")
    keys = [one.key for one in parse_script(text).criteria]
    after = rewritten(text, {key: {"positive": 3} for key in keys}, {})
    assert after.endswith("  - {key: competitors, points: {positive: 3}}\n")
    with pytest.raises(NotRewritable):
        rewritten(text, {"need": {"positive": 3}}, {})


def test_tiers_that_nobody_wrote_are_written_out() -> None:
    without = HEAD + NEED + TAIL
    after = rewritten(without, {}, {"hot": 65})
    assert after.endswith("score:\n  tiers: {hot: 65, warm: 40, nurture: 0}\n")
    framework = HEAD.replace("none", "bant")
    assert rewritten(framework, {}, {"hot": 65}).endswith("{hot: 65, warm: 40, nurture: 0}\n")
    below = HEAD + NEED + "score:\n  # ours\n  hysteresis: 5\n" + TAIL
    after = rewritten(below, {}, {"hot": 65})
    assert "  tiers: {hot: 65, warm: 40, nurture: 0}\n  hysteresis: 5\n" in after


def test_what_cannot_be_written_into_a_text_is_said_and_nothing_else_is_changed() -> None:
    flow = HEAD + NEED + "score: {hysteresis: 5}\n" + TAIL
    with pytest.raises(NotRewritable, match="unusual form"):
        rewritten(flow, {}, {"hot": 65})


def test_a_script_without_tiers_that_gets_none_stays_as_it_is() -> None:
    text = HEAD + NEED + TAIL
    assert rewritten(text, {}, {}) == text


def test_only_the_floor_of_a_tier_changes() -> None:
    text = HEAD + NEED + TAIL + "score:\n  tiers: {hot: 60, warm: 40, nurture: 0}  # of spring\n"
    after = rewritten(text, {}, {"hot": 65})
    assert after == text.replace("hot: 60", "hot: 65")
