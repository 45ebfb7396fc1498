"""Which points would the outcomes suggest? For people to look at, never applied here.

Points are log odds on a scale on which TWICE points double the odds, so the script stays a
scorecard.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from qualification.analytics.calibration import Calibrated
from qualification.analytics.models import Weights
from qualification.analytics.observed import SILENT

TWICE = 20
ENDS_PER_WEIGHT = 10
STATES = ("positive", "acceptable", "negative")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Points for each state of each criterion; those that no lead showed are left out."""

    points: Mapping[str, Mapping[str, int]]
    odd: tuple[str, ...]
    """Criteria whose negative answers would be worth more than the positive ones: ask why before
    anything is changed.
    """


def suggest(calibrated: Calibrated, telling: Collection[str]) -> Suggestion | None:
    """Points by the fitted weights, for the questions that tell something: those of the others are
    chance. None without any, and while there are too few outcomes for so many weights.
    """
    model = calibrated.model
    if not isinstance(model, Weights):
        return None
    well = sum(calibrated.ends)
    rarer = min(well, calibrated.known - well)
    if rarer < ENDS_PER_WEIGHT * len(model.by_level):
        return None
    fitted = {key: points_of(model.by_level[key]) for key in model.by_level if key in telling}
    points = {key: one for key, one in fitted.items() if any(one.values())}
    odd = tuple(
        key
        for key, one in points.items()
        if "negative" in one and one["negative"] > one.get("positive", 0)
    )
    return Suggestion(points, odd) if points else None


def points_of(levels: Mapping[str, float]) -> dict[str, int]:
    """Against an unanswered question, which is worth nothing in a script."""
    silent = levels.get(SILENT, 0.0)
    return {
        state: round((levels[state] - silent) * TWICE / log(2))
        for state in STATES
        if state in levels
    }
