"""qualification.analytics.worth: S56, a change that chance hardly explains."""

import pytest

from qualification.analytics.worth import Terms, best_cut, gain_of_cut, gain_of_order

WON = [True] * 60 + [False] * 140
GOOD = [80.0] * 50 + [20.0] * 10 + [80.0] * 10 + [20.0] * 130
"""Points that tell most of those who were won."""
BLIND = [float(place % 7) for place in range(200)]


def test_calling_by_points_that_tell_wins_more_and_chance_does_not_explain_it() -> None:
    found = gain_of_order(BLIND, GOOD, WON, calls=60)
    assert found.gained == pytest.approx(50 - 60 * 0.3, abs=3)
    assert found.sure
    assert found.low < found.gained < found.high


def test_the_same_points_gain_nothing() -> None:
    found = gain_of_order(GOOD, GOOD, WON, calls=60)
    assert (found.gained, found.low, found.high) == (0, 0, 0)
    assert not found.sure


def test_of_leads_that_are_level_each_is_called_as_likely() -> None:
    found = gain_of_order([0.0] * 200, GOOD, WON, calls=60)
    assert found.gained == pytest.approx(50 - 60 * 0.3)


def test_a_threshold_is_worth_the_deals_it_adds_less_the_calls_it_costs() -> None:
    """From 80 on 60 are called and 50 won; from 20 on all 200 are called and 60 won."""
    found = gain_of_cut(GOOD, WON, old=80, new=20, terms=Terms(win=100, call=10))
    assert found.gained == 10 * 100 - 140 * 10
    assert found.high < found.gained + 100 * 10
    cheap = gain_of_cut(GOOD, WON, old=80, new=20, terms=Terms(win=1000, call=10))
    assert cheap.gained == 10 * 1000 - 140 * 10
    assert cheap.sure


def test_a_lower_threshold_brings_nothing_to_a_team_that_is_full() -> None:
    found = gain_of_cut(GOOD, WON, old=80, new=20, terms=Terms(win=100, call=10, capacity=60))
    assert found.gained == 0


def test_the_same_leads_always_give_the_same_interval() -> None:
    first, second = (gain_of_order(BLIND, GOOD, WON, calls=30) for _ in range(2))
    assert first == second


FEW = (80, 80, 60, 60, 40, 40, 20)
FEW_WON = (True, True, True, False, False, False, False)


def test_the_threshold_is_where_calls_bring_most() -> None:
    assert best_cut(FEW, FEW_WON, Terms(win=100, call=30)) == 60
    assert best_cut(FEW, FEW_WON, Terms(win=100, call=70)) == 80


def test_a_team_that_is_full_gains_nothing_by_a_lower_one() -> None:
    assert best_cut(FEW, FEW_WON, Terms(win=100, call=30, capacity=2)) == 80


def test_where_calls_only_cost_there_is_no_threshold() -> None:
    assert best_cut([80, 60], [False, False], Terms(win=100, call=30)) is None
