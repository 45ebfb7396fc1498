from datetime import timedelta

from agent.breaker import Breaker
from tests.agent.pages import NOW

PAUSE = timedelta(seconds=30)


def opened() -> Breaker:
    breaker = Breaker(failures=3, pause=PAUSE)
    for _ in range(3):
        breaker.failed(NOW)
    return breaker


def test_it_opens_after_so_many_failures_in_a_row() -> None:
    breaker = Breaker(failures=3, pause=PAUSE)
    for _ in range(2):
        breaker.failed(NOW)
        assert breaker.allows(NOW)
    breaker.failed(NOW)
    assert not breaker.allows(NOW)


def test_a_success_in_between_starts_the_count_anew() -> None:
    breaker = Breaker(failures=2, pause=PAUSE)
    breaker.failed(NOW)
    breaker.succeeded()
    breaker.failed(NOW)
    assert breaker.allows(NOW)


def test_after_the_pause_one_trial_is_let_through() -> None:
    breaker = opened()
    assert not breaker.allows(NOW + PAUSE - timedelta(seconds=1))
    assert breaker.allows(NOW + PAUSE)
    assert not breaker.allows(NOW + PAUSE)


def test_a_trial_that_works_closes_it() -> None:
    breaker = opened()
    assert breaker.allows(NOW + PAUSE)
    breaker.succeeded()
    assert breaker.allows(NOW + PAUSE)
    assert breaker.allows(NOW + PAUSE)


def test_a_trial_that_fails_opens_it_again() -> None:
    breaker = opened()
    assert breaker.allows(NOW + PAUSE)
    breaker.failed(NOW + PAUSE)
    assert not breaker.allows(NOW + PAUSE + timedelta(seconds=29))
    assert breaker.allows(NOW + PAUSE + PAUSE)


def test_a_trial_that_never_reports_back_does_not_close_it_for_ever() -> None:
    breaker = opened()
    assert breaker.allows(NOW + PAUSE)
    assert breaker.allows(NOW + PAUSE + PAUSE)
