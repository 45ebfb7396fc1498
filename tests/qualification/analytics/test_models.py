"""qualification.analytics.models: the fits are what their definitions say."""

from math import log

import pytest

from qualification.analytics.models import (
    Sigmoid,
    Weights,
    fit_sigmoid,
    fit_weights,
    logistic,
    weight_of_evidence,
)
from qualification.analytics.observed import Observed
from tests.qualification.analytics.leads import scored, table

PAIRS = [(0, False)] * 6 + [(20, False)] * 3 + [(20, True)] * 2 + [(45, True)] * 4 + [(45, False)]


def test_the_sigmoid_meets_the_conditions_of_platts_fit() -> None:
    leads, ends = scored(PAIRS), [won for _, won in PAIRS]
    model = fit_sigmoid(leads, ends)
    targets = [7 / 8 if end else 1 / 12 for end in ends]  # (n + 1) / (n + 2) and 1 / (n + 2)
    left = [target - model.probability(lead) for target, lead in zip(targets, leads, strict=True)]
    assert sum(left) == pytest.approx(0, abs=1e-3)
    assert sum(one * lead.points for one, lead in zip(left, leads, strict=True)) == pytest.approx(
        0, abs=0.05
    )
    assert model.slope > 0


def test_points_that_are_all_alike_give_the_smoothed_base_rate() -> None:
    pairs = [(30, True)] * 5 + [(30, False)] * 5
    model = fit_sigmoid(scored(pairs), [won for _, won in pairs])
    assert model.probability(Observed({}, points=99)) == pytest.approx(0.5)


def test_points_that_separate_perfectly_give_no_certainty() -> None:
    pairs = [(0, False)] * 5 + [(90, True)] * 5
    model = fit_sigmoid(scored(pairs), [won for _, won in pairs])
    assert model.probability(Observed({}, points=90)) == pytest.approx(6 / 7, abs=1e-3)


def test_the_weight_of_evidence_of_a_level() -> None:
    leads = table("need", positive=(8, 2), negative=(2, 8), refused=(0, 5))
    ends = [bool(lead.won) for lead in leads]
    weights = weight_of_evidence(leads, ends, "need")
    assert weights["positive"] == pytest.approx(log(8.5 / 11.5) - log(2.5 / 16.5))
    assert weights["refused"] < weights["negative"] < 0 < weights["positive"]


def test_weights_follow_the_evidence_and_unseen_levels_have_none() -> None:
    leads = table("need", positive=(40, 10), negative=(10, 40))
    ends = [bool(lead.won) for lead in leads]
    model = fit_weights(leads, ends, ["need"])
    assert model.probability(Observed({"need": "positive"})) == pytest.approx(0.8, abs=0.02)
    assert model.probability(Observed({"need": "negative"})) == pytest.approx(0.2, abs=0.02)
    unseen = Observed({"need": "refused"})
    assert model.probability(unseen) == pytest.approx(logistic(model.intercept))


def test_log_odds_of_any_size_become_a_probability() -> None:
    assert logistic(0) == 0.5
    assert logistic(-2000) == 0.0
    assert logistic(2000) == 1.0
    assert Sigmoid(0.1, -2).probability(Observed({}, points=20)) == 0.5
    assert Weights(0.0, {}).probability(Observed({})) == 0.5


def test_without_questions_the_weights_say_the_smoothed_base_rate() -> None:
    found = fit_weights([Observed({})] * 4, [True, False, False, False], [])
    assert found.by_level == {}
    assert found.probability(Observed({})) == pytest.approx(1.5 / 5)
