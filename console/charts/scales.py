"""Where does an axis end, and what is marked on it? PURE."""

from collections.abc import Sequence
from math import ceil, floor, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MARKS = 5
SECOND, MINUTE, HOUR, DAY = 1.0, 60.0, 3_600.0, 86_400.0
SHORTEST = SECOND
"""What took no time is drawn as if it had taken a second."""
_DECADES = (SECOND, 10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 10 * HOUR, 4 * DAY, 40 * DAY)


def marks(most: float, at_most: int = _MARKS) -> tuple[float, ...]:
    """Round numbers from nothing to just over `most`."""
    if most <= 0:
        return (0.0, 1.0)
    rough = most / at_most
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * one for one in _STEPS if unit * one >= rough * (1 - 1e-9))
    return tuple(round(step * number, 10) for number in range(ceil(most / step - 1e-9) + 1))


def share_marks(most: float) -> tuple[float, ...]:
    """The same for shares, which end at one."""
    return marks(min(1.0, max(most, 0.05)))


def spread_marks(furthest: float) -> tuple[float, ...]:
    """The same to both sides of nothing."""
    ahead = marks(min(1.0, max(furthest, 0.1)), 2)
    return (*(-one for one in reversed(ahead[1:])), *ahead)


def time_marks(longest: float) -> tuple[float, ...]:
    """Seconds, minutes, hours, days: each mark about ten times the one before."""
    last = next((place for place, one in enumerate(_DECADES) if one >= longest), len(_DECADES) - 1)
    return _DECADES[: max(2, last + 1)]


def along(value: float, of: Sequence[float]) -> float:
    """How far from the first mark to the last."""
    return min(1.0, max(0.0, (value - of[0]) / (of[-1] - of[0])))


def along_times(seconds: float, of: Sequence[float]) -> float:
    """The same by the logarithm."""
    span = log10(of[-1]) - log10(of[0])
    return min(1.0, max(0.0, (log10(max(seconds, SHORTEST)) - log10(of[0])) / span))
