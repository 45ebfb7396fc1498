"""qualification.analytics.rates: Wilson and Newcombe, by their own examples and by scipy."""

import pytest
from scipy import stats  # type: ignore[import-untyped]

from qualification.analytics.rates import Rate, difference, ranked, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_published_intervals_of_one_share(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("hits", "of"), [(0, 1), (1, 1), (9, 20), (50, 50), (700, 100_000)])
def test_scipy_finds_the_same_interval(hits: int, of: int) -> None:
    found = stats.binomtest(hits, of).proportion_ci(method="wilson")
    assert wilson(hits, of) == pytest.approx((found.low, found.high), abs=1e-12)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # Newcombe 1998, Statistics in Medicine 17: 873-890, table II, method 10
        (Rate(56, 70), Rate(48, 80), (0.2000, 0.0524, 0.3339)),
        (Rate(9, 10), Rate(3, 10), (0.6000, 0.1705, 0.8090)),
        (Rate(10, 10), Rate(0, 10), (1.0000, 0.6075, 1.0000)),
    ],
)
def test_the_published_intervals_of_a_difference(
    one: Rate, other: Rate, expected: tuple[float, float, float]
) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=5e-5)


def test_nothing_is_known_of_nothing() -> None:
    nothing = Rate(0, 0)
    assert nothing.share is None
    assert nothing.interval == (0.0, 1.0)
    with pytest.raises(ValueError, match="leave the empty side out"):
        difference(Rate(1, 2), nothing)
    with pytest.raises(ValueError, match="leave the empty side out"):
        difference(nothing, Rate(1, 2))


@pytest.mark.parametrize(
    ("rate", "enough"),
    [(Rate(9, 20), False), (Rate(0, 19), False), (Rate(0, 20), True), (Rate(25, 50), True)],
)
def test_few_cases_or_a_wide_interval_are_not_enough(rate: Rate, enough: bool) -> None:
    assert rate.enough is enough


def test_sources_come_with_the_most_cases_first() -> None:
    rates = ranked({"ads": (1, 5), "web": (3, 9), "fair": (2, 5)})
    assert list(rates) == ["web", "ads", "fair"]
    assert rates["web"].share == pytest.approx(1 / 3)
