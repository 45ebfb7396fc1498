"""Which points and which threshold would the deals write into a script? Small steps, each with its
reason, and none that chance may have made. A person publishes them, or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qualification.analytics.observed import Observed, Target, ended
from qualification.analytics.rates import Rate
from qualification.analytics.steps import STEP, Steps, Teacher, more
from qualification.analytics.suggestion import ENDS_PER_WEIGHT
from qualification.analytics.worth import Gain, Terms, best_cut, gain_of_cut, gain_of_order
from qualification.script import Script

FEWEST = 100


@dataclass(frozen=True, slots=True)
class Need:
    """Too few ends are known to change anything."""

    ended_well: int
    ended_badly: int
    weights: int
    """Questions whose points would be fitted."""

    @property
    def note(self) -> str:
        """What is missing."""
        known, rarer = self.ended_well + self.ended_badly, min(self.ended_well, self.ended_badly)
        each = ENDS_PER_WEIGHT * self.weights
        missing = [
            f"{short} {what}"
            for short, what in (
                (FEWEST - known, f"more known ends ({FEWEST} are needed)"),
                (
                    each - rarer,
                    f"more of the rarer kind ({each} are needed, ten for each question)",
                ),
            )
            if short > 0
        ]
        return (
            f"Not enough data: {self.ended_well} ended well and {self.ended_badly} badly. "
            f"Missing: {' and '.join(missing)}."
        )


@dataclass(frozen=True, slots=True)
class PointChange:
    """Other points for one state of one criterion."""

    key: str
    state: str
    before: int
    after: int
    ended: Rate
    """How often leads in this state ended well."""
    rest: Rate
    """How often the others did."""


@dataclass(frozen=True, slots=True)
class TierChange:
    """Another threshold."""

    tier: str
    before: int
    after: int
    gain: Gain


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the ends suggest; with neither points nor a tier, the script stays as it is."""

    ended_well: int
    ended_badly: int
    order: Gain
    """What calling by other points would have brought, in good ends, on leads held back from the
    fit.
    """
    calls: int
    """So many, the best first: as many as are called now or can be, half of them at most."""
    points: tuple[PointChange, ...] = ()
    tier: TierChange | None = None
    notes: tuple[str, ...] = ()
    """What stays, and why."""

    @property
    def by_criterion(self) -> dict[str, dict[str, int]]:
        """The new points."""
        found: dict[str, dict[str, int]] = {}
        for one in self.points:
            found.setdefault(one.key, {})[one.state] = one.after
        return found

    @property
    def tiers(self) -> dict[str, int]:
        """The new threshold."""
        return {} if self.tier is None else {self.tier.tier: self.tier.after}


def draft(
    script: Script, leads: Sequence[Observed], target: Target, terms: Terms | None = None
) -> Drafted | Need:
    """What would be changed. `points` of the leads are those that the script gives them now;
    without `terms` no threshold is looked for.
    """
    known, ends = ended(leads, target)
    keys = [one.key for one in script.criteria if len({lead.level(one.key) for lead in known}) > 1]
    well = sum(ends)
    rarer = min(well, len(ends) - well)
    if len(ends) < FEWEST or rarer < ENDS_PER_WEIGHT * max(1, len(keys)):
        return Need(well, len(ends) - well, len(keys))
    teacher = Teacher(script, keys, target)
    floor = next(iter(script.score.tiers.values()))
    called_now = sum(lead.points >= floor for lead in known) or len(known) // 4
    calls = min((terms and terms.capacity) or called_now, len(known) // 2)
    steps, notes = teacher.steps(known, ends)
    now, held_back = [lead.points for lead in known], teacher.held_back(known, ends)
    order = gain_of_order(now, held_back, ends, calls)
    if not order.sure:
        notes.append(_too_little(order, calls))
        steps = {}
    tier: TierChange | None = None
    note: str | None = UNPRICED
    if terms is not None:
        after = [lead.points + more(steps, lead) for lead in known]
        tier, note = _threshold(script, after, ends, terms)
    points = _changes(script, known, ends, steps)
    notes += [note] if note else []
    return Drafted(well, len(ends) - well, order, calls, points, tier, tuple(notes))


UNPRICED = "the tiers stay: say what a deal brings and what a call costs to have them looked at"


def _too_little(order: Gain, calls: int) -> str:
    return (
        f"the points stay: calling {calls} by others would have brought {order.gained:+.1f} good "
        f"ends ({order.low:+.1f} to {order.high:+.1f}), which chance may explain"
    )


def _changes(
    script: Script, leads: Sequence[Observed], ends: Sequence[bool], steps: Steps
) -> tuple[PointChange, ...]:
    found = []
    for criterion in script.criteria:
        for state, step in steps.get(criterion.key, {}).items():
            inside = [
                end
                for lead, end in zip(leads, ends, strict=True)
                if lead.level(criterion.key) == state
            ]
            before = getattr(criterion.points, state)
            found.append(
                PointChange(
                    criterion.key,
                    state,
                    before,
                    before + step,
                    Rate(sum(inside), len(inside)),
                    Rate(sum(ends) - sum(inside), len(ends) - len(inside)),
                )
            )
    return tuple(found)


def _threshold(
    script: Script, points: Sequence[int], ends: Sequence[bool], terms: Terms
) -> tuple[TierChange | None, str | None]:
    """Of the highest tier, whom sales calls first; or why it stays."""
    (tier, before), *lower = script.score.tiers.items()
    best = best_cut(points, ends, terms)
    if best is None:
        return None, f"{tier} stays at {before}: by these costs no call would have paid"
    lowest = lower[0][1] + 1 if lower else 0
    after = max(lowest, before - STEP, min(before + STEP, best))
    gain = gain_of_cut(points, ends, before, after, terms)
    if not gain.gained:
        return None, f"{tier} stays at {before}: no other threshold brings more"
    if not gain.sure:
        return None, (
            f"{tier} stays at {before}: {after} would have brought {gain.gained:+,.0f} "
            f"({gain.low:+,.0f} to {gain.high:+,.0f}), which chance may explain"
        )
    return TierChange(tier, before, after, gain), None
