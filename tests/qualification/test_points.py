"""A tier that the answers must reach: met, out of reach or open, before all has been said."""

from typing import Any

import pytest

from qualification.decision import Verdict, bounds, decide, questions
from qualification.points import reach, scored
from qualification.scoring import BehaviourEvent, score
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Choice, Contact, Value
from tests.builders import NOW, make_script, make_sheet, money, number, question

TIERS = {"hot": 50, "warm": 30, "rest": 0}


def by_tier(tier: str | None = "warm", **parts: Any) -> Script:
    """A script of three scored questions: 40, 25 and 20 points at best."""
    criteria = [
        question(
            "budget",
            "money",
            positive={"overlaps": {"min": 100, "currency": "EUR"}},
            points={"positive": 40, "negative": -20},
        ),
        question(
            "role",
            "choice",
            options={
                "boss": {"says": {"es": "jefa", "en": "boss"}, "points": 5},
                "staff": {"says": {"es": "empleada", "en": "staff"}, "points": 2},
                "student": {"says": {"es": "alumna", "en": "student"}, "points": -10},
            },
            positive={"any_of": ["boss"]},
            acceptable={"any_of": ["staff"]},
            points={"positive": 20, "acceptable": 10, "negative": -5},
        ),
        question("size", "number"),
    ]
    score = {"fit": {"lines": [{"when": {"size": {"at_least": 10}}, "points": 20}]}, "tiers": TIERS}
    whole: dict[str, Any] = {"criteria": criteria, "qualify": {"tier": tier}, "score": score}
    return make_script(framework="none", **{**whole, **parts})


def verdict(script: Script, **answers: Value) -> Verdict:
    return decide(script, make_sheet(answers), frozenset())


def test_nothing_is_decided_while_the_answers_may_end_on_either_side() -> None:
    found = verdict(by_tier())
    assert found.outcome == "undecided"
    assert [(one.rule, one.standing) for one in found.reasons] == [("tier", "open")]
    assert found.reasons[0].keys == ("budget", "role", "size")
    assert reach(by_tier(), make_sheet(), dict.fromkeys(("budget", "role", "size"), "unknown")) == (
        0,
        85,
    )


def test_the_tier_is_met_as_soon_as_no_answer_can_take_it_away() -> None:
    assert verdict(by_tier(), budget=money(500)).outcome == "undecided"
    found = verdict(by_tier(), budget=money(500), role=Choice("staff"))
    assert found.outcome == "qualified"
    assert (
        questions(by_tier(), make_sheet({"budget": money(500), "role": Choice("boss")}), set())
        == ()
    )


def test_the_tier_is_out_of_reach_as_soon_as_no_answer_can_bring_it() -> None:
    found = verdict(by_tier(), budget=money(5), role=Choice("student"))
    assert found.outcome == "unqualified"
    assert found.reasons[0].rule == "tier"


@pytest.mark.parametrize(
    ("size", "role", "outcome"),
    [(12, "boss", "qualified"), (3, "staff", "unqualified"), (12, "staff", "qualified")],
)
def test_lines_of_the_score_count_once_they_are_known(size: int, role: str, outcome: str) -> None:
    script = by_tier()
    sheet: dict[str, Value] = {"size": number(size), "role": Choice(role)}
    settled = make_sheet(sheet, {"budget": "refused"})
    if outcome == "unqualified":
        settled = make_sheet({**sheet, "budget": money(5)})
    assert decide(script, settled, frozenset()).outcome == outcome


def test_what_was_refused_takes_no_points_away() -> None:
    sheet = make_sheet({"budget": money(500)}, {"size": "refused", "role": "does_not_know"})
    assert decide(by_tier(), sheet, frozenset()).outcome == "qualified"


def test_what_was_refused_leaves_the_tier_open_for_people_to_look_at() -> None:
    script = by_tier()
    sheet = make_sheet({"role": Choice("staff"), "size": number(3)}, {"budget": "refused"})
    assert decide(script, sheet, frozenset()).outcome == "undecided"
    assert questions(script, sheet, frozenset()) == ()


def test_the_bounds_are_those_of_the_best_and_the_worst_answers() -> None:
    found = bounds(by_tier(), make_sheet({"role": Choice("staff")}), frozenset())
    assert (found.worst, found.best) == ("unqualified", "qualified")


def test_a_choice_without_conditions_is_good_whatever_is_chosen() -> None:
    options = {
        "one": {"says": {"es": "uno", "en": "one"}, "points": 30},
        "two": {"says": {"es": "dos", "en": "two"}},
    }
    script = by_tier(
        criteria=[question("pick", "choice", options=options, points={"positive": 5})], score={}
    )
    assert reach(script, make_sheet(), {"pick": "unknown"}) == (0, 35)
    assert reach(script, make_sheet({"pick": Choice("two")}), {"pick": "positive"}) == (5, 5)


def test_an_option_that_is_gone_gives_no_points_of_its_own() -> None:
    sheet = make_sheet({"role": Choice("director")})
    states = {"budget": "unknown", "role": "negative", "size": "unknown"}
    assert reach(by_tier(), sheet, states) == (0, 55)


ORDERED = [
    question("size", "number", points={"positive": 60}, positive={"at_least": 10}),
    question("need", "text", lacking={"es": "nada", "en": "nothing"}),
]


def score_first(**parts: Any) -> Script:
    whole: dict[str, Any] = {
        "criteria": ORDERED,
        "qualify": {"all_of": ["need"], "auto": ["wants_demo"]},
        "order": "score_then_qualify",
        "score": {"tiers": TIERS},
    }
    return make_script(framework="none", **{**whole, **parts})


def test_where_the_score_comes_first_the_rest_waits_for_the_highest_tier() -> None:
    script = score_first()
    assert scored(script) == {"size"}
    assert questions(script, make_sheet(), frozenset()) == ("size",)
    hot = make_sheet({"size": number(20)})
    assert questions(script, hot, frozenset()) == ("need",)
    assert decide(script, hot, frozenset()).outcome == "undecided"


def test_where_the_score_comes_first_who_is_not_hot_is_asked_no_more() -> None:
    cold = make_sheet({"size": number(2)})
    assert decide(score_first(), cold, frozenset()).outcome == "unqualified"
    assert questions(score_first(), cold, frozenset()) == ()


def test_where_the_score_comes_first_who_refuses_is_asked_no_more_and_looked_at() -> None:
    sheet = make_sheet({}, {"size": "refused"})
    assert decide(score_first(), sheet, frozenset()).outcome == "undecided"
    assert questions(score_first(), sheet, frozenset()) == ()


def test_where_the_score_comes_first_a_rule_may_name_a_lower_tier() -> None:
    script = score_first(qualify={"all_of": ["need"], "tier": "warm"})
    assert script.tier_to_reach == "warm"
    assert by_tier(None).tier_to_reach is None


def test_where_qualifying_comes_first_everything_is_asked() -> None:
    script = score_first(order="qualify_then_score")
    assert questions(script, make_sheet(), frozenset()) == ("need",)


def test_a_decided_buyer_does_not_wait_for_the_score() -> None:
    cold = make_sheet({"size": number(2)})
    assert decide(score_first(), cold, {Signal.WANTS_DEMO}).outcome == "qualified"
    assert questions(score_first(), cold, {Signal.WANTS_DEMO}) == ()


@pytest.mark.parametrize("size", [3, 20])
@pytest.mark.parametrize("role", ["boss", "staff", "student"])
@pytest.mark.parametrize("amount", [5, 500])
@pytest.mark.parametrize("cap", [70, 20])
def test_with_every_answer_known_the_reach_is_the_score(
    size: int, role: str, amount: int, cap: int
) -> None:
    plan = {
        "cap": cap,
        "groups": {"firm": 15},
        "lines": [{"when": {"size": {"at_least": 10}}, "points": 20, "group": "firm"}],
        "profile": [
            {"when": {"job_title": {"mentions": ["ceo"]}}, "points": 10, "group": "firm"},
            {"when": {"job_title": {"mentions": ["ceo"]}, "name": {"given": False}}, "points": -7},
        ],
    }
    script = by_tier(score={"fit": plan, "tiers": TIERS})
    sheet = make_sheet(
        {
            "size": number(size),
            "role": Choice(role),
            "budget": money(amount),
            "job_title": Contact("job_title", "CEO"),
        }
    )
    states = {one.key: one.state for one in decide(script, sheet, frozenset()).criteria}
    least, most = reach(script, sheet, states)
    assert least == most == max(0, score(script, sheet, NOW).fit)


def test_good_answers_over_the_cap_do_not_make_up_for_a_bad_one() -> None:
    tiers = {"hot": 30, "rest": 0}
    fit = {"cap": 30, "lines": [{"when": {"size": {"at_least": 10}}, "points": 20}]}
    script = by_tier("hot", score={"fit": fit, "tiers": tiers})
    good, bad = Choice("boss"), Choice("student")
    assert verdict(script, budget=money(500), size=number(20), role=good).outcome == "qualified"
    assert verdict(script, budget=money(500), size=number(20), role=bad).outcome == "unqualified"


def test_behaviour_ranks_but_neither_reaches_the_tier_nor_takes_it_away() -> None:
    """A verdict rests on what was said alone."""
    lines = [{"event": "price_page", "points": 40}, {"event": "support_request", "points": -60}]
    fit = {"lines": [{"when": {"size": {"at_least": 10}}, "points": 20}]}
    script = by_tier(score={"fit": fit, "engagement": {"lines": lines}, "tiers": TIERS})
    visits = (BehaviourEvent("price_page", NOW),) * 2
    unanswered = score(script, make_sheet(), NOW, visits)
    assert (unanswered.tier, verdict(script).outcome) == ("hot", "undecided")
    said = make_sheet({"budget": money(500), "role": Choice("boss"), "size": number(20)})
    complaint = score(script, said, NOW, [BehaviourEvent("support_request", NOW)])
    assert (complaint.tier, decide(script, said, frozenset()).outcome) == ("rest", "qualified")
