"""Points come from answers and dated events by the script's rules alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.answers import AnswerSheet
from qualification.scoring import BehaviourEvent, ScoreLine, score
from qualification.script import Script
from qualification.values import Choice, Text, Value
from tests.builders import NOW, make_script, make_sheet, money, number, question

WHO = question(
    "who",
    "choice",
    options={
        "decides": {"says": {"es": "yo", "en": "me"}, "points": 20},
        "neither": {"says": {"es": "otro", "en": "other"}},
    },
    positive={"any_of": ["decides"]},
    points={"positive": 5, "negative": -10},
)
SIZE = question("size", "number")
BUDGET = question(
    "budget",
    "money",
    positive={"overlaps": {"min": 3000, "currency": "EUR"}},
    acceptable={"overlaps": {"min": 1000, "currency": "EUR"}},
    points={"positive": 25, "acceptable": 10, "negative": -15},
)


def script_of(**plan: object) -> Script:
    return make_script(
        framework="none", criteria=[WHO, SIZE, BUDGET], qualify={"all_of": ["who"]}, score=plan
    )


def event(name: str, days_ago: float = 0) -> BehaviourEvent:
    return BehaviourEvent(name, NOW - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("amount", "lines"),
    [
        (3000, (ScoreLine("budget:positive", 25),)),
        (2000, (ScoreLine("budget:acceptable", 10),)),
        (10, (ScoreLine("budget:negative", -15),)),
    ],
)
def test_an_answer_is_worth_what_its_state_is(amount: int, lines: tuple[ScoreLine, ...]) -> None:
    card = score(script_of(), make_sheet({"budget": money(amount)}), NOW)
    assert card.lines == lines
    assert card.fit == max(0, lines[0].points)


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (Choice("decides"), (ScoreLine("who:positive", 5), ScoreLine("who=decides", 20))),
        (Choice("neither"), (ScoreLine("who:negative", -10),)),
        (Choice("gone"), (ScoreLine("who:negative", -10),)),
        (Text("me"), (ScoreLine("who:negative", -10),)),
    ],
)
def test_an_option_is_worth_its_own_points_besides(
    value: Value, lines: tuple[ScoreLine, ...]
) -> None:
    assert score(script_of(), make_sheet({"who": value}), NOW).lines == lines


def test_what_is_unknown_is_worth_nothing() -> None:
    card = score(script_of(), make_sheet(declined={"budget": "refused"}), NOW)
    assert (card.total, card.lines, card.tier) == (0, (), "nurture")


def test_a_fit_line_counts_when_all_its_conditions_are_met() -> None:
    plan = {
        "lines": [
            {"when": {"size": {"at_least": 50}}, "points": 15},
            {"when": {"size": {"at_least": 50}, "who": {"any_of": ["decides"]}}, "points": 7},
            {"when": {"gone": {"given": True}}, "points": 99},
        ]
    }
    sheet = make_sheet({"size": number(50)})
    assert score(script_of(fit=plan), sheet, NOW).lines == (ScoreLine("fit:size", 15),)
    sheet = make_sheet({"size": number(50), "who": Choice("decides")})
    assert ScoreLine("fit:size+who", 7) in score(script_of(fit=plan), sheet, NOW).lines


def test_an_amount_in_a_currency_without_a_rate_meets_no_line() -> None:
    plan = {
        "lines": [{"when": {"budget": {"overlaps": {"min": 1, "currency": "EUR"}}}, "points": 9}]
    }
    sheet = make_sheet({"budget": money(5000, currency="CHF")})
    assert score(script_of(fit=plan), sheet, NOW).lines == ()


def test_each_part_stops_at_its_cap_and_never_falls_below_zero() -> None:
    plan = {
        "fit": {"cap": 20},
        "engagement": {
            "cap": 30,
            "lines": [{"event": "visit", "points": 20}, {"event": "support", "points": -50}],
        },
    }
    sheet = make_sheet({"budget": money(3000)})
    card = score(script_of(**plan), sheet, NOW, [event("visit"), event("visit")])
    assert (card.fit, card.engagement, card.total) == (20, 30, 50)
    card = score(script_of(**plan), AnswerSheet(), NOW, [event("support")])
    assert (card.engagement, card.lines) == (0, (ScoreLine("event:support", -50),))


def test_older_behaviour_counts_less_by_its_half_life() -> None:
    lines = [{"event": "visit", "points": 20}]
    plan = {"engagement": {"half_life": "30 days", "lines": lines}}
    for days, points in ((0, 20), (30, 10), (60, 5), (90, 3)):
        card = score(script_of(**plan), AnswerSheet(), NOW, [event("visit", days)])
        assert card.engagement == points
    undated = {"engagement": {"lines": lines}}
    assert score(script_of(**undated), AnswerSheet(), NOW, [event("visit", 900)]).engagement == 20


def test_what_has_not_happened_yet_or_is_not_in_the_plan_does_not_count() -> None:
    plan = {"engagement": {"lines": [{"event": "visit", "points": 20}]}}
    card = score(script_of(**plan), AnswerSheet(), NOW, [event("visit", -1), event("other")])
    assert card.lines == ()


@pytest.mark.parametrize(
    ("points", "tier"), [(70, "hot"), (69, "warm"), (40, "warm"), (39, "cold"), (0, "cold")]
)
def test_the_tier_is_the_highest_that_is_reached(points: int, tier: str) -> None:
    plan = {
        "engagement": {"lines": [{"event": "visit", "points": points}]},
        "tiers": {"hot": 70, "warm": 40, "cold": 10},
    }
    assert score(script_of(**plan), AnswerSheet(), NOW, [event("visit")]).tier == tier


@given(st.lists(st.tuples(st.sampled_from(["visit", "support"]), st.floats(0, 1000)), max_size=8))
def test_time_alone_only_ever_takes_away_from_what_was_good(
    happened: list[tuple[str, float]],
) -> None:
    plan = {"engagement": {"half_life": "10 days", "lines": [{"event": "visit", "points": 20}]}}
    events = [event(name, days) for name, days in happened]
    script = script_of(**plan)
    now = score(script, AnswerSheet(), NOW, events)
    later = score(script, AnswerSheet(), NOW + timedelta(days=5), events)
    assert 0 <= later.engagement <= now.engagement <= 100
    assert score(script, AnswerSheet(), NOW, list(reversed(events))) == now
