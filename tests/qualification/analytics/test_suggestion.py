"""qualification.analytics.suggestion: points on the scale of a scorecard."""

import pytest

from qualification.analytics.calibration import Calibrated, calibrate
from qualification.analytics.observed import Observed
from qualification.analytics.suggestion import suggest
from tests.qualification.analytics.leads import KEYS, MATTER, TRUE_WEIGHT, drawn


def test_suggested_points_are_the_truth_on_a_scale_where_twenty_double_the_odds() -> None:
    found = calibrate(drawn(4000, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found)
    assert suggested is not None
    true_points = TRUE_WEIGHT * 20 / 0.6931
    for key in KEYS:
        gap = suggested.points[key]["positive"] - suggested.points[key]["negative"]
        assert gap == pytest.approx(true_points if key in MATTER else 0, abs=10)
    assert set(suggested.odd).isdisjoint(MATTER)


def test_points_count_from_a_question_that_was_not_answered() -> None:
    leads = [
        Observed({"need": level}, won=won)
        for level, good, bad in [("positive", 60, 20), ("unanswered", 20, 60)]
        for won in [True] * good + [False] * bad
    ]
    found = calibrate(leads, ["need"], "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found)
    assert suggested is not None
    assert suggested.points["need"] == {"positive": pytest.approx(63, abs=3)}  # 9 times the odds


def test_an_answer_that_works_against_its_question_is_pointed_out() -> None:
    leads = [
        Observed({"need": level}, won=won)
        for level, good, bad in [("negative", 60, 20), ("positive", 20, 60)]
        for won in [True] * good + [False] * bad
    ]
    found = calibrate(leads, ["need"], "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found)
    assert suggested is not None
    assert suggested.odd == ("need",)


@pytest.mark.parametrize("count", [100, 200])
def test_with_too_few_outcomes_nothing_is_suggested(count: int) -> None:
    found = calibrate(drawn(count, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    assert suggest(found) is None
