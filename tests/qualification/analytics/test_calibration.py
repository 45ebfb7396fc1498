"""qualification.analytics.calibration: the way is chosen by how many outcomes there are."""

import pytest

from qualification.analytics.calibration import Calibrated, NotEnough, calibrate
from qualification.analytics.models import Sigmoid, Weights
from qualification.analytics.observed import Observed
from tests.qualification.analytics.leads import KEYS, drawn


def test_with_few_outcomes_the_points_are_kept() -> None:
    found = calibrate(drawn(100, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    assert (found.method, found.known) == ("sigmoid", 100)
    assert isinstance(found.model, Sigmoid)
    assert found.model.slope > 0


def test_with_many_outcomes_weights_are_fitted() -> None:
    found = calibrate(drawn(400, 1), KEYS, "won")
    assert isinstance(found, Calibrated)
    assert found.method == "logistic"
    assert isinstance(found.model, Weights)
    assert found.quality.skill > 0.1
    assert found.quality.area > 0.7


def test_without_questions_there_is_nothing_to_fit_but_the_points() -> None:
    found = calibrate(drawn(400, 1), (), "won")
    assert isinstance(found, Calibrated)
    assert found.method == "sigmoid"


@pytest.mark.parametrize(("won", "lost"), [(20, 19), (9, 300), (300, 9)])
def test_too_few_outcomes_are_said_plainly(won: int, lost: int) -> None:
    leads = [Observed({}, won=True)] * won + [Observed({}, won=False)] * lost
    found = calibrate(leads, KEYS, "won")
    assert found == NotEnough("won", won, lost)
    assert found.note.startswith(f"Not enough data: {won} ended well and {lost} badly")


def test_no_lead_is_judged_by_a_model_that_has_seen_it() -> None:
    leads = [Observed({}, points=place, won=place % 2 == 0) for place in range(60)]
    found = calibrate(leads, (), "won")
    assert isinstance(found, Calibrated)
    assert found.quality.skill < 0.02  # the points say nothing, and it does not look otherwise
