"""Conditions that nothing meets, or that decide nothing, are told with their place."""

import pytest

from qualification.scriptfile import parse_script, warnings

SCRIPT = """\
script: demo
title: Demo
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I'm an AI.}
contact: {when: never}
qualify: {all_of: [it]}
"""
OPTIONS = "options: {a: {says: {en: one}}, b: {says: {en: two}}}, "


def told(kind: str, conditions: str, score: str = "") -> list[str]:
    """What is said of a question with these conditions."""
    rest = OPTIONS if kind == "choice" else ""
    asks = f"criteria:\n  - {{key: it, kind: {kind}, ask: {{en: What?}}, {rest}\n"
    text = f"{SCRIPT}{asks}     {conditions}}}\n{score}"
    return [str(one) for one in warnings(parse_script(text), text)]


NEVER = "`mentions_none_of` takes all that `mentions` asks for"


def test_what_is_asked_for_and_ruled_out_at_once_is_told() -> None:
    (one,) = told("text", "positive: {mentions: [Madrid], mentions_none_of: [madrid]}")
    assert one.startswith("11:16: nothing meets this: " + NEVER)
    (one,) = told("text", "acceptable: {mentions: [north madrid], mentions_none_of: [madrid]}")
    assert NEVER in one
    assert told("text", "positive: {mentions: [madrid], mentions_none_of: [north madrid]}") == []
    assert told("text", "positive: {mentions: [rome, madrid], mentions_none_of: [rome]}") == []
    assert told("text", "positive: {mentions_none_of: [rome]}") == []


def test_lines_of_the_score_are_looked_at_too() -> None:
    condition = "{mentions: [ceo], mentions_none_of: [ceo]}"
    line = f"score: {{fit: {{profile: [{{when: {{job_title: {condition}}}, points: 5}}]}}}}\n"
    (one,) = told("text", "positive: {given: yes}", line)
    assert one.startswith("12:44: nothing meets this")
    line = "score: {fit: {lines: [{when: {it: {given: no}}, points: 5}]}}\n"
    (one,) = told("text", "positive: {given: yes}", line)
    assert one.startswith("12:35: no answer meets `given: no`")


def test_an_answer_is_never_nothing_but_a_profile_may_lack_something() -> None:
    (one,) = told("text", "positive: {given: no}")
    assert one.startswith("11:16: no answer meets `given: no`")
    assert told("text", "positive: {given: no}, lacking: {en: nothing}") == []
    both = "positive: {given: yes}, acceptable: {given: no}, lacking: {en: nothing}"
    assert told("text", both) == []
    line = "score: {fit: {profile: [{when: {company: {given: no}}, points: -5}]}}\n"
    assert told("text", "positive: {given: yes}", line) == []


@pytest.mark.parametrize(
    ("kind", "good", "will_do", "dead"),
    [
        ("money", "overlaps: {min: 5, currency: EUR}", "overlaps: {min: 9, currency: EUR}", True),
        ("money", "overlaps: {min: 5, currency: EUR}", "overlaps: {min: 3, currency: EUR}", False),
        ("money", "overlaps: {min: 5, currency: EUR}", "overlaps: {max: 9, currency: EUR}", False),
        ("money", "overlaps: {max: 9, currency: EUR}", "overlaps: {min: 3, currency: EUR}", False),
        ("number", "at_least: 5, at_most: 9", "at_least: 6, at_most: 9", True),
        ("number", "at_least: 5, at_most: 9", "at_least: 6, at_most: 10", False),
        ("timeframe", "within: 3 months", "within: 8 weeks", True),
        ("timeframe", "within: 3 months", "within: 1 year", False),
        ("choice", "any_of: [a, b]", "any_of: [b]", True),
        ("choice", "any_of: [a]", "any_of: [b]", False),
        ("yes_no", "answer: yes", "answer: yes", True),
        ("yes_no", "answer: yes", "answer: no", False),
        ("text", "given: yes", "mentions: [madrid]", True),
        ("text", "mentions: [madrid]", "mentions: [madrid]", True),
        ("text", "mentions: [madrid]", "given: yes", False),
    ],
)
def test_what_is_acceptable_but_good_already_is_told(
    kind: str, good: str, will_do: str, dead: bool
) -> None:
    found = told(kind, f"positive: {{{good}}}, acceptable: {{{will_do}}}")
    assert [one.partition("`acceptable` here is ")[2][:10] for one in found] == [
        "`positive`"
    ] * dead


def test_amounts_in_two_currencies_are_left_to_the_rates() -> None:
    rates = "rates: {base: EUR, on: 2026-09-01, per_unit: {USD: 0.9}}\n"
    conditions = (
        "positive: {overlaps: {min: 5, currency: EUR}}, "
        "acceptable: {overlaps: {min: 9, currency: USD}}"
    )
    assert told("money", conditions, rates) == []
