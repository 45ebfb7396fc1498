"""qualification.analytics on leads drawn from a known truth: it finds what is there, and only that.

Twelve questions of which four matter, as in the simulation that the limits were chosen by.
"""

from statistics import mean

import pytest

from qualification.analytics.calibration import predicted
from qualification.analytics.quality import brier
from qualification.analytics.separation import separation
from tests.qualification.analytics.leads import KEYS, MATTER, drawn

REPEATS = 12

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(("count", "at_least"), [(300, 0.9), (600, 0.98)])
def test_the_questions_that_matter_are_found_and_hardly_any_other(
    count: int, at_least: float
) -> None:
    found = false = 0
    for seed in range(REPEATS):
        separating = {
            one.key
            for one in separation(drawn(count, seed), KEYS, "won").questions
            if one.separates
        }
        found += len(separating & set(MATTER))
        false += len(separating - set(MATTER))
    assert found >= at_least * len(MATTER) * REPEATS
    assert false <= 0.2 * (found + false)


def scores(count: int) -> tuple[float, float, float]:
    """Brier of the base rate, of the points calibrated, and of fitted weights."""
    rows = []
    for seed in range(REPEATS):
        leads = drawn(count, seed)
        ends = [bool(lead.won) for lead in leads]
        share = sum(ends) / count
        rows.append(
            (
                share * (1 - share),
                brier(predicted(leads, ends, KEYS, "sigmoid"), ends),
                brier(predicted(leads, ends, KEYS, "logistic"), ends),
            )
        )
    base, sigmoid, logistic = (mean(column) for column in zip(*rows, strict=True))
    return base, sigmoid, logistic


def test_with_few_outcomes_the_hand_made_points_are_better() -> None:
    base, sigmoid, logistic = scores(40)
    assert sigmoid < logistic
    assert sigmoid < base


def test_with_many_outcomes_the_fitted_weights_are_better() -> None:
    base, sigmoid, logistic = scores(300)
    assert logistic < sigmoid < base
