"""Rules that can never be met and points that never count are told, with their place."""

import pytest

from qualification.scriptfile import ScriptError, parse_script, warnings

SCRIPT = """\
script: demo
title: Demo
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I'm an AI.}
criteria:
  - {key: size, kind: number, ask: {en: How many?}, positive: {at_least: 5}, points: {positive: 60}}
  - {key: town, kind: text, ask: {en: Which town?}}
contact: {when: never}
"""
RULE = "qualify: {all_of: [size]}\n"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (
            "qualify: {all_of: [size], auto: [support], disqualify: [wrong_person, support]}\n",
            "11:71: `support` never rules anybody out",
        ),
        (
            RULE + "score: {fit: {cap: 50}, tiers: {hot: 40, cold: 0}}\n",
            "8:86: of 60 points only 50",
        ),
        (
            RULE + "score:\n  fit:\n    groups: {firm: 5}\n"
            "    lines: [{when: {size: {at_least: 9}}, group: firm, points: 9}]\n",
            "15:64: of 9 points only 5 count",
        ),
        (
            RULE + "score: {engagement: {cap: 10, lines: [{event: price_page, points: 20}]}}\n",
            "12:67: of 20 points only 10 count",
        ),
        (
            RULE + "score: {fit: {profile: [{when: {job_title: {mentions: ceo}}, points: 120}]}}\n",
            "12:70: of 120 points only 100 count",
        ),
        (
            RULE + "score: {engagement: {cap: 50, groups: {mail: 90}}}\n",
            "12:46: `mail` never comes to 90 points: the cap of `engagement` is 50",
        ),
        (
            RULE + "score:\n  tiers: {hot: 90, warm: 30, cold: 0}\n",
            "13:11: no lead can reach `hot`",
        ),
        ("qualify: {tier: hot}\n", "11:11: the best answers give 60 points, and `hot` asks for 70"),
        (RULE + "order: score_then_qualify\n", "12:1: the best answers give 60 points"),
    ],
)
def test_what_is_written_for_nothing_is_told_with_its_place(parts: str, found: str) -> None:
    text = SCRIPT + parts
    told = [str(one) for one in warnings(parse_script(text), text)]
    assert [one for one in told if one.startswith(found)] == told
    assert len(told) == 1


def test_where_everything_gives_points_nothing_waits_for_the_score() -> None:
    text = SCRIPT.replace("Which town?}", "Which town?}, points: {positive: 20}")
    text += RULE + "order: score_then_qualify\n"
    (told,) = warnings(parse_script(text), text)
    assert str(told).startswith("12:1: every question gives points, so none waits")


def test_a_script_whose_rules_can_all_be_met_is_not_told_anything() -> None:
    text = SCRIPT + RULE + "score: {cap: 60, tiers: {hot: 50, cold: 0}}\n"
    assert warnings(parse_script(text), text) == ()


def test_a_list_of_tiers_without_any_asks_for_one() -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(SCRIPT + RULE + "score: {tiers: {}}\n")
    assert "12:8: name a tier at least, like `hot: 70`" in str(caught.value)


def test_a_tier_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(SCRIPT + "qualify: {tier: wram}\n")
    assert "11:17: there is no tier `wram`: did you mean `warm`?" in str(caught.value)
