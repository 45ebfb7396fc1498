"""qualification.analytics.pace: S59, how long it takes is measured, not promised."""

from qualification.analytics.pace import Pace, pace


def test_the_middle_and_the_slow_end() -> None:
    assert pace([float(one) for one in range(101)]) == Pace(101, 50.0, 90.0)
    assert pace([7.0]) == Pace(1, 7.0, 7.0)


def test_of_nothing_there_is_no_middle() -> None:
    assert pace([]) == Pace(0, None, None)
