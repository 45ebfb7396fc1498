"""Leads to look back on: a few by hand, and many drawn from a known truth."""

from collections.abc import Sequence
from math import exp
from random import Random

from qualification.analytics.observed import Observed

KEYS = tuple(f"q{number}" for number in range(12))
MATTER = KEYS[:4]
TRUE_WEIGHT = 1.6
"""Log odds that a good answer to one of the four adds."""
HAND_POINTS = {"q0": 15, "q1": 25, "q2": 10, "q3": 20, "q4": 10, "q5": 5}
"""What an expert wrote down: near the truth, with two that do not matter."""


def table(key: str, **levels: tuple[int, int]) -> list[Observed]:
    """Leads of each level: so many that were won, so many that were lost."""
    return [
        Observed({key: level}, won=won)
        for level, (good, bad) in levels.items()
        for won in (True,) * good + (False,) * bad
    ]


def drawn(count: int, seed: int) -> list[Observed]:
    """Twelve yes/no questions of which four matter, and whether the lead was won."""
    chance = Random(seed)
    leads = []
    for _ in range(count):
        yes = {key: chance.random() < 0.5 for key in KEYS}
        odds = -3.9 + TRUE_WEIGHT * sum(yes[key] for key in MATTER)
        leads.append(
            Observed(
                {key: "positive" if yes[key] else "negative" for key in KEYS},
                points=sum(points for key, points in HAND_POINTS.items() if yes[key]),
                won=chance.random() < 1 / (1 + exp(-odds)),
            )
        )
    return leads


def scored(pairs: Sequence[tuple[int, bool]]) -> list[Observed]:
    """Leads of whom only the points are known, and whether they were won."""
    return [Observed({}, points=points, won=won) for points, won in pairs]
