"""qualification.analytics.expectation: S48, wins against what was expected."""

import pytest
from scipy import stats  # type: ignore[import-untyped]

from qualification.analytics.expectation import distribution, expectation


def test_alike_leads_are_binomial() -> None:
    assert distribution([0.3] * 25) == pytest.approx(list(stats.binom.pmf(range(26), 25, 0.3)))


def test_unlike_leads_by_hand() -> None:
    assert distribution([0.5, 0.2]) == pytest.approx([0.4, 0.5, 0.1])
    assert distribution([]) == [1.0]


@pytest.mark.parametrize(("wins", "surprising"), [(15, True), (17, False), (34, False), (35, True)])
def test_what_chance_hardly_explains_is_surprising(wins: int, surprising: bool) -> None:
    low, high = stats.binom.interval(0.95, 100, 0.25)
    found = expectation([0.25] * 100, wins)
    assert found.leads == 100
    assert found.expected == pytest.approx(25)
    assert (found.low, found.high) == (int(low), int(high))
    assert found.surprising is surprising


def test_certainty_has_no_room() -> None:
    found = expectation([1.0, 0.0], 1)
    assert (found.low, found.high) == (1, 1)
    assert not found.surprising
