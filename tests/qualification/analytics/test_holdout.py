"""qualification.analytics.holdout: a share of the near misses, the same ones every time."""

import pytest

from qualification.analytics.holdout import drawn, is_to_be_reviewed, threshold
from qualification.decision import Outcome, Reason, RuleName, Verdict
from qualification.script import Script
from tests.agent.scripts import crm


def script(**changes: object) -> Script:
    return crm().model_copy(update={"holdout": 0.5, **changes})


def verdict(outcome: Outcome = "unqualified", rule: RuleName = "all_of") -> Verdict:
    return Verdict(outcome, (Reason(rule, "failed", ("need",)),), ())


def a_lead(*, chosen: bool) -> str:
    """A lead that is drawn with a share of one half, or one that is not."""
    return next(one for one in map(str, range(100)) if drawn(one, 0.5) is chosen)


def test_about_the_share_is_drawn_and_always_the_same() -> None:
    leads = [f"lead-{number}" for number in range(10_000)]
    chosen = [lead for lead in leads if drawn(lead, 0.05)]
    assert 430 <= len(chosen) <= 570
    assert chosen == [lead for lead in leads if drawn(lead, 0.05)]
    assert set(chosen) <= {lead for lead in leads if drawn(lead, 0.1)}


def test_a_near_miss_that_is_drawn_is_looked_at() -> None:
    points = threshold(script())
    assert is_to_be_reviewed(script(), a_lead(chosen=True), verdict(), points - 15)
    assert not is_to_be_reviewed(script(), a_lead(chosen=True), verdict(), points - 16)
    assert not is_to_be_reviewed(script(), a_lead(chosen=False), verdict(), points)


@pytest.mark.parametrize("outcome", ["qualified", "undecided"])
def test_only_who_was_turned_away_is_looked_at(outcome: Outcome) -> None:
    assert not is_to_be_reviewed(script(), a_lead(chosen=True), verdict(outcome), 100)


def test_who_wants_something_else_is_no_near_miss() -> None:
    other = verdict(rule="disqualify")
    assert not is_to_be_reviewed(script(), a_lead(chosen=True), other, 100)


def test_without_a_share_nobody_is() -> None:
    lead = a_lead(chosen=True)
    assert not is_to_be_reviewed(script(holdout=None), lead, verdict(), 100)


def test_the_threshold_is_the_tier_that_the_rule_wants_or_the_lowest_above_nothing() -> None:
    assert threshold(script()) == min(one for one in crm().score.tiers.values() if one)
    rule = crm().qualify.model_copy(update={"tier": "hot"})
    assert threshold(script(qualify=rule)) == crm().score.tiers["hot"]
    plan = crm().score.model_copy(update={"tiers": {"all": 0}})
    assert threshold(script(score=plan)) == 0
