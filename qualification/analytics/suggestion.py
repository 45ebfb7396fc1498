"""Which points and thresholds would the outcomes suggest? A draft for people, never applied here.

Points are log odds on a scale on which TWICE points double the odds, so the script stays a
scorecard. A threshold is chosen by what a call costs and a win brings, and by how many leads the
team can call.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from qualification.analytics.calibration import Calibrated
from qualification.analytics.models import Weights
from qualification.analytics.observed import SILENT
from qualification.analytics.rates import Rate

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


@dataclass(frozen=True, slots=True)
class Cut:
    """A threshold: call who has at least so many points."""

    points: int
    called: Rate
    """Of those it would have called, how many ended well."""
    value: float
    """What it would have brought, costs taken off."""


def suggest(calibrated: Calibrated) -> Suggestion | None:
    """Points by the fitted weights; None while there are too few outcomes for so many weights."""
    model = calibrated.model
    if not isinstance(model, Weights):
        return None
    well = sum(calibrated.ends)
    rarer = min(well, calibrated.known - well)
    if rarer < ENDS_PER_WEIGHT * len(model.by_level):
        return None
    points = {key: _points(levels) for key, levels in model.by_level.items()}
    odd = tuple(
        key for key, one in points.items() if one.get("negative", 0) > one.get("positive", 0)
    )
    return Suggestion(points, odd)


def cut(
    leads: Sequence[tuple[int, bool]], *, win: float, call: float, capacity: int | None = None
) -> Cut | None:
    """The threshold that would have brought most, of those that call no more than `capacity`; None
    where calling anybody would only have cost. `leads` are points and ends.
    """
    best: Cut | None = None
    for points in sorted({points for points, _ in leads}, reverse=True):
        ends = [end for one, end in leads if one >= points]
        if capacity is not None and len(ends) > capacity:
            break
        value = win * sum(ends) - call * len(ends)
        if value > (best.value if best else 0.0):
            best = Cut(points, Rate(sum(ends), len(ends)), value)
    return best


def _points(levels: Mapping[str, float]) -> dict[str, int]:
    """Against an unanswered question, which is worth nothing in a script."""
    silent = levels.get(SILENT, 0.0)
    return {
        state: round((levels[state] - silent) * TWICE / log(2))
        for state in STATES
        if state in levels
    }
