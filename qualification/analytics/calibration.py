"""What are the points worth? The probability behind them, how far it can be trusted, and when not.

In a simulation of twelve questions of which four matter, hand-made points put on the scale of
probabilities beat a fitted model with 40 and with 80 outcomes, and lose to it from 150
(tests/qualification/analytics/test_simulation.py repeats it).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualification.analytics.models import Model, fit_sigmoid, fit_weights
from qualification.analytics.observed import Observed, Target, ended
from qualification.analytics.quality import Quality, quality

FEWEST = 40
FEWEST_OF_EACH = 10
FITTED_FROM = 150
FITTED_FROM_OF_EACH = 30
FOLDS = 5

Method = Literal["sigmoid", "logistic"]


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The model of all outcomes, and how well such models did on leads that they had not seen."""

    target: Target
    method: Method
    model: Model
    quality: Quality
    said: tuple[float, ...]
    """For each lead whose end is known, by a model fitted without it."""
    ends: tuple[bool, ...]

    @property
    def known(self) -> int:
        """Leads whose end is known."""
        return len(self.ends)


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Too few outcomes to put a probability on anything."""

    target: Target
    ended_well: int
    ended_badly: int

    @property
    def note(self) -> str:
        """What is missing."""
        return (
            f"Not enough data: {self.ended_well} ended well and {self.ended_badly} badly; "
            f"{FEWEST} in all and {FEWEST_OF_EACH} of each are needed."
        )


def calibrate(
    leads: Sequence[Observed], keys: Sequence[str], target: Target
) -> Calibrated | NotEnough:
    """The points put on the scale of probabilities, or, with enough outcomes, weights fitted."""
    known, ends = ended(leads, target)
    well = sum(ends)
    rarer = min(well, len(ends) - well)
    if len(ends) < FEWEST or rarer < FEWEST_OF_EACH:
        return NotEnough(target, well, len(ends) - well)
    fitted = len(ends) >= FITTED_FROM and rarer >= FITTED_FROM_OF_EACH and bool(keys)
    method: Method = "logistic" if fitted else "sigmoid"
    said = predicted(known, ends, keys, method)
    model = fit(known, ends, keys, method)
    return Calibrated(target, method, model, quality(said, ends), tuple(said), tuple(ends))


def fit(
    leads: Sequence[Observed], ends: Sequence[bool], keys: Sequence[str], method: Method
) -> Model:
    """A model of all these leads."""
    return fit_sigmoid(leads, ends) if method == "sigmoid" else fit_weights(leads, ends, keys)


def predicted(
    leads: Sequence[Observed], ends: Sequence[bool], keys: Sequence[str], method: Method
) -> list[float]:
    """What models fitted to the other folds say of each lead (the folds are always the same)."""
    said = [0.0] * len(leads)
    for fold in folds(ends):
        inside = set(fold)
        rest = [place for place in range(len(leads)) if place not in inside]
        model = fit([leads[one] for one in rest], [ends[one] for one in rest], keys, method)
        for place in fold:
            said[place] = model.probability(leads[place])
    return said


def folds(ends: Sequence[bool]) -> list[list[int]]:
    """Dealt out in turn, those that ended well and badly apart: each fold has its share of both."""
    folds: list[list[int]] = [[] for _ in range(FOLDS)]
    for kind in (True, False):
        for turn, place in enumerate(place for place, end in enumerate(ends) if end is kind):
            folds[turn % FOLDS].append(place)
    return folds
