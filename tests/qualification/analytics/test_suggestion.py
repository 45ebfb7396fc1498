"""qualification.analytics.suggestion: points on the scale of a scorecard."""

import pytest

from qualification.analytics.calibration import Calibrated, calibrate
from qualification.analytics.observed import Observed
from qualification.analytics.suggestion import suggest
from tests.qualification.analytics.leads import KEYS, MATTER, TRUE_WEIGHT, drawn


def test_suggested_points_are_the_truth_on_a_scale_where_twenty_double_the_odds() -> None:
    found = calibrate(drawn(4000, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found, KEYS)
    assert suggested is not None
    true_points = TRUE_WEIGHT * 20 / 0.6931
    for key in KEYS:
        points = suggested.points.get(
            key, {"positive": 0, "negative": 0}
        )  # of zeros nothing is said
        gap = points["positive"] - points["negative"]
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
    suggested = suggest(found, ["need"])
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
    suggested = suggest(found, ["need"])
    assert suggested is not None
    assert suggested.odd == ("need",)


@pytest.mark.parametrize("count", [100, 200])
def test_with_too_few_outcomes_nothing_is_suggested(count: int) -> None:
    found = calibrate(drawn(count, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    assert suggest(found, KEYS) is None


def test_what_may_be_chance_is_not_suggested() -> None:
    found = calibrate(drawn(4000, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found, MATTER)
    assert suggested is not None
    assert set(suggested.points) == set(MATTER)
    assert suggest(found, []) is None


def test_a_question_without_bad_answers_does_not_work_against_itself() -> None:
    leads = [
        Observed({"need": level}, won=won)
        for level, good, bad in [("positive", 20, 60), ("unanswered", 60, 20)]
        for won in [True] * good + [False] * bad
    ]
    found = calibrate(leads, ["need"], "won")
    assert isinstance(found, Calibrated)
    suggested = suggest(found, ["need"])
    assert suggested is not None
    assert suggested.points["need"]["positive"] < 0
    assert suggested.odd == ()
