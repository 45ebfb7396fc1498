"""Are the leads still the same people? The population stability index of each answer.

An index under 0.1 is taken for the same population, over 0.25 for another one (Siddiqi, Credit Risk
Scorecards, 2006). Small samples differ by chance: about (levels - 1) x (1/n + 1/m) of it (Yurdakul
2018), so an alarm also needs what chance hardly gives.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from qualification.analytics.observed import Observed

FEWEST = 100
"""Leads in each half, below which nothing is said."""
SHIFTED = 0.25
CHANCE = 3.0
"""Times the expected index of unchanged leads."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How far the answers to one question have moved from the older to the newer leads."""

    key: str
    index: float
    by_chance: float
    """About so much of it is seen in unchanged leads."""
    shares: tuple[tuple[str, float, float], ...]
    """Each level: its share before, and now."""

    @property
    def shifted(self) -> bool:
        """Whether to look why: an alarm for people, nothing else follows."""
        return self.index > max(SHIFTED, CHANCE * self.by_chance)


def drift(before: Sequence[Observed], now: Sequence[Observed], keys: Sequence[str]) -> list[Drift]:
    """Each question's, the largest first; none while there are too few leads."""
    if min(len(before), len(now)) < FEWEST:
        return []
    return sorted((_drift(before, now, key) for key in keys), key=lambda one: -one.index)


def _drift(before: Sequence[Observed], now: Sequence[Observed], key: str) -> Drift:
    was = Counter(lead.level(key) for lead in before)
    new = Counter(lead.level(key) for lead in now)
    levels = sorted(was.keys() | new.keys())
    index = 0.0
    for level in levels:
        old = (was[level] + 0.5) / (len(before) + 0.5 * len(levels))
        young = (new[level] + 0.5) / (len(now) + 0.5 * len(levels))
        index += (young - old) * log(young / old)
    by_chance = (len(levels) - 1) * (1 / len(before) + 1 / len(now))
    shares = tuple((one, was[one] / len(before), new[one] / len(now)) for one in levels)
    return Drift(key, index, by_chance, shares)
