"""What do the leads of one script teach? Its funnel, its questions, its points against the ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualification.analytics.calibration import Calibrated, NotEnough, calibrate
from qualification.analytics.expectation import Expectation, expectation
from qualification.analytics.funnel import Step, funnel
from qualification.analytics.observed import Observed, Target, ended
from qualification.analytics.quality import Lift, lift
from qualification.analytics.separation import Separation, separation
from qualification.analytics.suggestion import Suggestion, suggest
from qualification.script import Script


@dataclass(frozen=True, slots=True)
class ScriptReport:
    """One script."""

    script: str
    looked_at: int
    """Leads that the funnel and the first separation rest on."""
    ended: int
    """Leads of which sales said how they ended."""
    funnel: tuple[Step, ...]
    separations: tuple[Separation, ...]
    """By our rules, by acceptance, by deals."""
    calibration: Calibrated | NotEnough
    lift: Lift | None
    """Of calling the best first; None without probabilities or a capacity."""
    expectation: Expectation | None
    """The later half of the deals against what the earlier half led to expect."""
    suggestion: Suggestion | None


def script_report(
    script: Script, seen: Sequence[Observed], known: Sequence[Observed], capacity: int | None
) -> ScriptReport:
    """`seen`: a sample of all leads; `known`: those with an end, oldest first."""
    keys = [criterion.key for criterion in script.criteria]
    found = calibrate(known, keys, "won")
    usable = found if isinstance(found, Calibrated) else None
    return ScriptReport(
        script=script.script,
        looked_at=len(seen),
        ended=len(known),
        funnel=funnel(seen, keys),
        separations=(
            separation(seen, keys, "passed"),
            separation(known, keys, "accepted"),
            separation(known, keys, "won"),
        ),
        calibration=found,
        lift=lift(usable.said, usable.ends, capacity) if usable and capacity else None,
        expectation=_expectation(known, keys, "won"),
        suggestion=suggest(usable) if usable else None,
    )


def _expectation(
    known: Sequence[Observed], keys: Sequence[str], target: Target
) -> Expectation | None:
    """A model must not have seen the leads that it is held against."""
    leads, ends = ended(known, target)
    half = len(leads) // 2
    before = calibrate(leads[:half], keys, target)
    if isinstance(before, NotEnough):
        return None
    model = before.model
    return expectation([model.probability(lead) for lead in leads[half:]], sum(ends[half:]))
