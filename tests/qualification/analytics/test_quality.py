"""qualification.analytics.quality: scores checked against scikit-learn and by published figures."""

from random import Random

import pytest
from sklearn.metrics import brier_score_loss, roc_auc_score  # type: ignore[import-untyped]

from qualification.analytics.quality import area_under_curve, brier, lift, quality
from qualification.analytics.rates import Rate


@pytest.fixture
def said() -> list[float]:
    chance = Random(3)
    return [round(chance.random(), 1) for _ in range(200)]  # many ties


@pytest.fixture
def ends(said: list[float]) -> list[bool]:
    chance = Random(4)
    return [chance.random() < one for one in said]


def test_scikit_learn_gives_the_same_scores(said: list[float], ends: list[bool]) -> None:
    assert brier(said, ends) == pytest.approx(brier_score_loss(ends, said))
    assert area_under_curve(said, ends) == pytest.approx(roc_auc_score(ends, said))


def test_the_published_interval_of_the_area() -> None:
    # Hanley and McNeil 1982, table I: 58 normal and 51 abnormal images, rated from 1 to 5
    normal, abnormal = (33, 6, 6, 11, 2), (3, 2, 2, 11, 33)
    ratings = [
        (rating / 5, ill)
        for counts, ill in ((normal, False), (abnormal, True))
        for rating, count in enumerate(counts, 1)
        for _ in range(count)
    ]
    found = quality([one for one, _ in ratings], [ill for _, ill in ratings])
    assert found.area == pytest.approx(0.893, abs=5e-4)
    low, high = found.area_interval
    assert (high - low) / 2 / 1.96 == pytest.approx(0.032, abs=1e-3)


def test_who_says_the_base_rate_has_no_skill() -> None:
    found = quality([0.25] * 8, [True, False, False, False] * 2)
    assert found.skill == pytest.approx(0.0)
    assert found.area == 0.5
    (only,) = found.bins
    assert (only.said, only.came_true) == (0.25, Rate(2, 8))


def test_who_knows_it_all_has_all_the_skill() -> None:
    found = quality([1.0, 0.0, 1.0, 0.0], [True, False, True, False])
    assert found.skill == 1.0
    assert found.area == 1.0
    assert found.area_interval == (1.0, 1.0)


def test_the_table_of_reliability_holds_every_lead_once(
    said: list[float], ends: list[bool]
) -> None:
    bins = quality(said, ends).bins
    assert sum(one.came_true.of for one in bins) == 200
    assert sum(one.came_true.hits for one in bins) == sum(ends)
    assert [one.said for one in bins] == sorted(one.said for one in bins)
    assert sum(one.said * one.came_true.of for one in bins) == pytest.approx(sum(said))


def test_ends_of_one_kind_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="ended badly"):
        quality([0.5, 0.5], [True, True])


def test_lift_is_what_calling_the_best_first_brings() -> None:
    found = lift([0.9, 0.1, 0.8, 0.2], [True, False, True, False], 2)
    assert found is not None
    assert (found.called, found.times) == (Rate(2, 2), 2.0)


def test_without_anybody_to_call_or_to_win_there_is_no_lift() -> None:
    assert lift([0.9], [True], 0) is None
    assert lift([0.9], [False], 1) is None
