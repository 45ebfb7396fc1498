"""How far, and which way, do the ends of leads move the points of a script? A step at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import TypeAlias

from qualification.analytics.calibration import folds
from qualification.analytics.models import fit_weights
from qualification.analytics.observed import Observed, Target
from qualification.analytics.separation import separation
from qualification.analytics.suggestion import points_of
from qualification.points import state_of
from qualification.script import ChoiceQuestion, Criterion, Script

STEP = 10
"""Points that anything changes by at most, from one version to the next."""
SMALLEST = 2
"""Points that are worth a change."""

Steps: TypeAlias = Mapping[str, Mapping[str, int]]
"""How many points more, by criterion and state."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """What leads teach about the points of a script."""

    script: Script
    keys: Sequence[str]
    target: Target

    def steps(self, leads: Sequence[Observed], ends: Sequence[bool]) -> tuple[Steps, list[str]]:
        """From the points that there are towards the fitted ones, for questions that separate; and
        what is odd. The fitted ones are brought to the same scale: the best answers together are
        worth as much as now.
        """
        model = fit_weights(leads, ends, self.keys)
        fitted = {key: points_of(levels) for key, levels in model.by_level.items()}
        now = {one.key: worths(one) for one in self.script.criteria if one.key in fitted}
        wide = sum(_spread(one) for one in fitted.values())
        scale = sum(_spread(one) for one in now.values()) / wide if wide else 0.0
        tested = separation(leads, self.keys, self.target).questions
        steps: dict[str, dict[str, int]] = {}
        odd = []
        for key in (one.key for one in tested if one.separates):
            states = fitted[key]
            if states.get("negative", 0) > states.get("positive", 0):
                odd.append(
                    f"{key} stays: its negative answers ended better than its positive ones; ask "
                    "why before its points are changed"
                )
            else:
                new = {state: worth * (scale or 1.0) for state, worth in states.items()}
                steps[key] = _towards(new, now[key])
        return steps, odd

    def held_back(self, leads: Sequence[Observed], ends: Sequence[bool]) -> list[int]:
        """The points of each lead after the steps that the other leads suggest."""
        points = [0] * len(leads)
        for fold in folds(ends):
            inside = set(fold)
            rest = [place for place in range(len(leads)) if place not in inside]
            steps, _ = self.steps([leads[one] for one in rest], [ends[one] for one in rest])
            for place in fold:
                points[place] = leads[place].points + more(steps, leads[place])
        return points


def _towards(new: Mapping[str, float], now: Mapping[str, float]) -> dict[str, int]:
    """A step at most; what is acceptable stays between good and bad."""
    after = {state: now[state] + max(-STEP, min(STEP, new[state] - now[state])) for state in new}
    if "acceptable" in after:
        low, high = after.get("negative", -1000.0), after.get("positive", 1000.0)
        after["acceptable"] = max(low, min(high, after["acceptable"]))
    steps = {state: round(worth - now[state]) for state, worth in after.items()}
    return {state: step for state, step in steps.items() if abs(step) >= SMALLEST}


def more(steps: Steps, lead: Observed) -> int:
    return sum(by_state.get(lead.level(key), 0) for key, by_state in steps.items())


def worths(criterion: Criterion) -> dict[str, float]:
    """What each state of a criterion is worth now: of options in one state, their mean."""
    points: dict[str, float] = {**criterion.points.model_dump()}
    if isinstance(criterion, ChoiceQuestion):
        for state in points:
            there = [name for name in criterion.options if state_of(criterion, name) == state]
            points[state] += mean(criterion.options[one].points for one in there) if there else 0
    return points


def _spread(worths: Mapping[str, float]) -> float:
    """From the worst to the best, no answer (0) among them."""
    return max((0.0, *worths.values())) - min((0.0, *worths.values()))
