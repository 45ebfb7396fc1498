"""qualification.analytics.drafting: S56, S57: points and thresholds from how leads ended."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from qualification.analytics.draft_reasons import explained, header
from qualification.analytics.drafting import UNPRICED, Drafted, Need, draft
from qualification.analytics.observed import Observed
from qualification.analytics.steps import STEP, worths
from qualification.analytics.worth import Terms
from qualification.script import Script
from tests.builders import make_script, question

WORTH = {"tells": 0, "blind": 30}
"""The script's points: the question that tells is worth nothing, the one that does not a lot."""


def script(tiers: Mapping[str, int] | None = None, **points: dict[str, int]) -> Script:
    """A script with a question that tells who buys and one that does not."""
    worth = {key: {"positive": good} for key, good in WORTH.items()} | points
    return make_script(
        framework="none",
        criteria=[question(key, "yes_no", points=worth[key]) for key in WORTH],
        qualify={"all_of": ["tells"]},
        score={"tiers": tiers or {"hot": 30, "rest": 0}},
    )


def leads(count: int, of: Script, good: float = 0.7, bad: float = 0.2) -> list[Observed]:
    """Leads with both answers, with the script's points, won by the first answer alone."""
    chance = Random(3)
    found = []
    for _ in range(count):
        states = {key: chance.choice(("positive", "negative")) for key in WORTH}
        points = sum(worths(one)[states[one.key]] for one in of.criteria)
        share = good if states["tells"] == "positive" else bad
        found.append(Observed(states, points=int(points), won=chance.random() < share))
    return found


def drafted(found: Drafted | Need) -> Drafted:
    assert isinstance(found, Drafted)
    return found


def test_the_question_that_tells_gets_points_a_step_at_a_time() -> None:
    own = script({"hot": 40, "rest": 0})
    found = drafted(draft(own, leads(600, own), "won"))
    (change,) = [one for one in found.points if one.state == "positive"]
    assert (change.key, change.before, change.after) == ("tells", 0, STEP)
    assert change.ended.share == pytest.approx(0.7, abs=0.06)
    assert change.rest.share == pytest.approx(0.2, abs=0.06)
    assert found.order.sure
    assert found.by_criterion["tells"]["positive"] == STEP
    assert "blind" not in found.by_criterion  # nothing shows that it tells: it is left alone
    assert (found.tiers, found.notes) == ({}, (UNPRICED,))


def test_points_that_tell_already_are_left_alone() -> None:
    own = script(tells={"positive": 30}, blind={"positive": 0})
    found = drafted(draft(own, leads(600, own), "won"))
    assert found.points == ()
    assert "the points stay" in found.notes[0]


def test_with_too_few_ends_it_says_what_is_missing() -> None:
    own = script()
    found = draft(own, leads(60, own), "won")
    assert isinstance(found, Need)
    assert found.note.startswith("Not enough data: 21 ended well and 39 badly. Missing: 40 more")
    rare = draft(own, leads(600, own, good=0.02, bad=0.01), "won")
    assert isinstance(rare, Need)
    assert "of the rarer kind (20 are needed, ten for each question)" in rare.note
    assert "known ends" not in rare.note


def test_ends_that_nobody_knows_count_for_nothing() -> None:
    own = script()
    unknown = [replace(one, won=None) for one in leads(600, own)]
    assert draft(own, unknown, "won") == Need(0, 0, 0)


def test_a_question_that_works_the_wrong_way_round_is_for_people_to_ask_about() -> None:
    own = script()
    found = drafted(draft(own, leads(600, own, good=0.2, bad=0.7), "won"))
    assert "tells" not in found.by_criterion
    assert "tells stays: its negative answers ended better" in found.notes[0]


def test_the_threshold_moves_a_step_to_where_calls_pay() -> None:
    own = script({"hot": 40, "rest": 0}, tells={"positive": 30}, blind={"positive": 0})
    found = drafted(draft(own, leads(600, own), "won", Terms(win=1000, call=100)))
    assert found.tier is not None
    assert (found.tier.before, found.tier.after) == (40, 30)
    assert found.tier.gain.sure
    assert found.tiers == {"hot": 30}


def test_it_never_moves_past_the_tier_below() -> None:
    tiers = {"hot": 36, "warm": 32, "rest": 0}
    own = script(tiers, tells={"positive": 35}, blind={"positive": 0})
    found = drafted(draft(own, leads(600, own), "won", Terms(win=1000, call=100)))
    assert found.tier is not None
    assert found.tier.after == 33


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (Terms(win=10, call=1000), "by these costs no call would have paid"),
        (Terms(win=1000, call=150, capacity=100), "no other threshold brings more"),
        (Terms(win=1000, call=160), "which chance may explain"),
    ],
)
def test_a_threshold_that_stays_says_why(terms: Terms, reason: str) -> None:
    own = script({"one": 8}, tells={"positive": 8}, blind={"positive": 0})
    found = drafted(draft(own, leads(600, own), "won", terms))
    assert found.tier is None
    assert "one stays at 8" in found.notes[-1]
    assert reason in found.notes[-1]


def test_a_choice_is_worth_its_state_and_its_options() -> None:
    options: dict[str, Any] = {
        name: {"says": {"es": name, "en": name}, "points": points}
        for name, points in (("boss", 20), ("owner", 30), ("helper", 5))
    }
    (criterion,) = make_script(
        framework="none",
        criteria=[
            question(
                "role",
                "choice",
                options=options,
                positive={"any_of": ["boss", "owner"]},
                acceptable={"any_of": ["helper"]},
                points={"positive": 1, "negative": -4},
            )
        ],
        qualify={"all_of": ["role"]},
    ).criteria
    assert worths(criterion) == {"positive": 26, "acceptable": 5, "negative": -4}


def test_what_is_acceptable_never_passes_what_is_good() -> None:
    chance = Random(5)
    own = script()
    many = [
        Observed({"tells": state, "blind": "positive"}, points=30, won=chance.random() < share)
        for state, share in (("positive", 0.8), ("acceptable", 0.9), ("negative", 0.05))
        for _ in range(200)
    ]
    found = drafted(draft(own, many, "won"))
    steps = found.by_criterion["tells"]
    assert steps["acceptable"] <= steps["positive"]


def test_the_reasons_stand_at_the_top_of_the_draft() -> None:
    own = script({"hot": 40, "rest": 0})
    at = datetime(2026, 3, 2, tzinfo=UTC)
    found = drafted(draft(own, leads(600, own), "won", Terms(win=1000, call=100)))
    text = header("test", 3, "won", at, at, found)
    assert all(line.startswith("# ") for line in text.splitlines())
    assert "test, version 3, made on 2026-03-02 from 600 deals" in text
    assert "- tells, positive: 0 -> 10 points" in text
    assert "deals won" in text
    own = script({"hot": 40, "rest": 0}, tells={"positive": 30}, blind={"positive": 0})
    found = drafted(draft(own, leads(600, own), "won", Terms(win=1000, call=100)))
    assert "# - hot: from 40 -> 30 points" in header("test", 3, "won", at, at, found)


def test_what_stays_is_explained_too() -> None:
    own = script(tells={"positive": 30}, blind={"positive": 0})
    lines = explained("won", drafted(draft(own, leads(600, own), "won")))
    assert lines[-1] == f"- {UNPRICED}"
    assert not any("->" in line for line in lines)


@pytest.mark.parametrize("levels", [("positive", "positive"), ("unanswered", "declined")])
def test_questions_that_everybody_answers_alike_or_nobody_answers_keep_their_points(
    levels: tuple[str, str],
) -> None:
    own = script()
    known = [
        Observed(dict.fromkeys(WORTH, levels[n % 2]), points=40 * (n % 4 < 2), won=n % 4 < 2)
        for n in range(200)
    ]
    found = drafted(draft(own, known, "won"))
    assert (found.points, found.ended_well) == ((), 100)
