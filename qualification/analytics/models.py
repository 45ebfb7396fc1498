"""How likely will a lead end well? Two ways from answers to a probability, both still a scorecard.

With few outcomes the hand-made points are kept and only put on the scale of probabilities (Platt
1999, with his smoothed targets). With enough of them the levels of the answers get weights of their
own: a logistic regression, penalised (L2), on each level's weight of evidence (Good 1950; counts
smoothed by a half).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TypeAlias

from qualification.analytics.observed import Observed

PENALTY = 1.0
"""scikit-learn's C: its default."""
HARDLY = 1e6
"""C where there is one slope only, held by Platt's targets."""


@dataclass(frozen=True, slots=True)
class Sigmoid:
    """The points as they are, on the scale of probabilities."""

    slope: float
    """Log odds a point."""
    intercept: float

    def probability(self, lead: Observed) -> float:
        """That it ends well."""
        return logistic(self.intercept + self.slope * lead.points)


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds for each level of each answer; a level never seen has none."""

    intercept: float
    by_level: Mapping[str, Mapping[str, float]]

    def probability(self, lead: Observed) -> float:
        """That it ends well."""
        odds = self.intercept
        for key, levels in self.by_level.items():
            odds += levels.get(lead.level(key), 0.0)
        return logistic(odds)


Model: TypeAlias = Sigmoid | Weights


def logistic(odds: float) -> float:
    """Log odds as a probability."""
    if odds >= 0:
        return 1 / (1 + exp(-odds))
    return exp(odds) / (1 + exp(odds))


def fit_sigmoid(leads: Sequence[Observed], ends: Sequence[bool]) -> Sigmoid:
    """Platt's scaling; each lead counts towards both ends, by his targets."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    points = [float(lead.points) for lead in leads]
    mean = sum(points) / len(points)
    spread = (sum((one - mean) ** 2 for one in points) / len(points)) ** 0.5
    well = sum(ends)
    high, low = (well + 1) / (well + 2), 1 / (len(ends) - well + 2)
    targets = [high if end else low for end in ends]
    if not spread:
        share = sum(targets) / len(targets)
        return Sigmoid(0.0, log(share / (1 - share)))
    scaled = [[(one - mean) / spread] for one in points]
    fitted = LogisticRegression(C=HARDLY).fit(
        scaled * 2,
        [1] * len(leads) + [0] * len(leads),
        sample_weight=targets + [1 - target for target in targets],
    )
    slope = float(fitted.coef_[0][0]) / spread
    return Sigmoid(slope, float(fitted.intercept_[0]) - slope * mean)


def fit_weights(leads: Sequence[Observed], ends: Sequence[bool], keys: Sequence[str]) -> Weights:
    """A weight for each question on the evidence of its levels; without any, the base rate."""
    if not keys:
        well = sum(ends)
        return Weights(log((well + 0.5) / (len(ends) - well + 0.5)), {})
    from sklearn.linear_model import LogisticRegression

    evidence = {key: weight_of_evidence(leads, ends, key) for key in keys}
    rows = [[evidence[key][lead.level(key)] for key in keys] for lead in leads]
    fitted = LogisticRegression(C=PENALTY).fit(rows, ends)
    weights = {
        key: {level: float(slope) * one for level, one in evidence[key].items()}
        for key, slope in zip(keys, fitted.coef_[0], strict=True)
    }
    return Weights(float(fitted.intercept_[0]), weights)


def weight_of_evidence(
    leads: Sequence[Observed], ends: Sequence[bool], key: str
) -> dict[str, float]:
    """The log of how much more often a level is seen among those that ended well."""
    counts: dict[str, list[int]] = {}
    for lead, end in zip(leads, ends, strict=True):
        counts.setdefault(lead.level(key), [0, 0])[end] += 1
    well, spare = sum(ends), len(counts) / 2
    badly = len(ends) - well
    return {
        level: log((high + 0.5) / (well + spare)) - log((low + 0.5) / (badly + spare))
        for level, (low, high) in sorted(counts.items())
    }
