"""How often, and how sure is that? Shares with Wilson's interval, and the difference of two.

Wilson 1927 for one share; Newcombe 1998 (Statistics in Medicine 17, method 10) for a difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""95 %"""
FEWEST = 20
WIDEST = 0.30
"""Fewer cases, or a wider interval, are not enough to compare by."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        """None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, with 95 % confidence."""
        return wilson(self.hits, self.of)

    @property
    def enough(self) -> bool:
        """Whether there are cases enough to rest something on it."""
        low, high = self.interval
        return self.of >= FEWEST and high - low <= WIDEST


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's score interval at 95 %; everything is possible when nothing was seen."""
    if not of:
        return 0.0, 1.0
    share, z2 = hits / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return low, high


def difference(one: Rate, other: Rate) -> tuple[float, float, float]:
    """How much more often, with its interval (Newcombe's method 10); of two that were seen."""
    if not one.of or not other.of:
        raise ValueError("a share of nothing cannot be compared: leave the empty side out")
    first, second = one.hits / one.of, other.hits / other.of
    (low1, high1), (low2, high2) = one.interval, other.interval
    gap = first - second
    low = gap - sqrt((first - low1) ** 2 + (high2 - second) ** 2)
    high = gap + sqrt((high1 - first) ** 2 + (second - low2) ** 2)
    return gap, low, high


def ranked(counts: Mapping[str, tuple[int, int]]) -> dict[str, Rate]:
    """Each name's rate, the most cases first."""
    order = sorted(counts.items(), key=lambda item: (-item[1][1], item[0]))
    return {name: Rate(hits, of) for name, (hits, of) in order}
