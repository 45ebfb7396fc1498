"""How long does it take? The middle and the slow end of durations."""

from collections.abc import Sequence
from dataclasses import dataclass

SLOW = 0.9


@dataclass(frozen=True, slots=True)
class Pace:
    """Durations in seconds: half are no longer than the median, nine in ten than `slow`."""

    of: int
    median: float | None
    slow: float | None


def pace(seconds: Sequence[float]) -> Pace:
    """Of none there is no middle."""
    ordered = sorted(seconds)
    if not ordered:
        return Pace(0, None, None)
    last = len(ordered) - 1
    return Pace(len(ordered), ordered[round(last / 2)], ordered[round(last * SLOW)])
