"""What do the leads of one script teach? Its funnel, its questions, its points against the ends."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qualification.analytics.calibration import Calibrated, NotEnough, calibrate
from qualification.analytics.drift import Drift, drift
from qualification.analytics.expectation import Expectation, expectation
from qualification.analytics.fairness import expected_by
from qualification.analytics.funnel import Step, funnel
from qualification.analytics.observed import Observed, Target, ended
from qualification.analytics.pace import Pace, pace
from qualification.analytics.quality import Lift, lift
from qualification.analytics.separation import Separation, separation
from qualification.analytics.suggestion import Suggestion, suggest
from qualification.script import Script


@dataclass(frozen=True, slots=True)
class Paces:
    """How long it took from the first message of theirs."""

    reply: Pace
    """To our first reply."""
    answer: Pace
    """To the first answer of theirs that was understood."""
    verdict: Pace
    """To the first verdict."""


UNTIMED = Paces(pace([]), pace([]), pace([]))


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
    expected: Mapping[str, Mapping[str, Expectation]]
    """Wins against what was said of the same leads: by month, source, language and channel."""
    drift: tuple[Drift, ...]
    """The newer half of the leads looked at against the older; none while there are too few."""
    pace: Paces


def script_report(
    script: Script,
    seen: Sequence[Observed],
    known: Sequence[Observed],
    capacity: int | None,
    paces: Paces = UNTIMED,
) -> ScriptReport:
    """`seen`: a sample of all leads; `known`: those with an end; both oldest first."""
    half = len(seen) // 2
    keys = [criterion.key for criterion in script.criteria]
    found = calibrate(known, keys, "won")
    usable = found if isinstance(found, Calibrated) else None
    won = separation(known, keys, "won")
    telling = [one.key for one in won.questions if one.separates]
    return ScriptReport(
        script=script.script,
        looked_at=len(seen),
        ended=len(known),
        funnel=funnel(seen, keys),
        separations=(
            separation(seen, keys, "passed"),
            separation(known, keys, "accepted"),
            won,
        ),
        calibration=found,
        lift=lift(usable.said, usable.ends, capacity) if usable and capacity else None,
        expectation=_expectation(known, keys, "won"),
        suggestion=suggest(usable, telling) if usable else None,
        expected=_expected(known, usable),
        drift=tuple(drift(seen[:half], seen[half:], keys)),
        pace=paces,
    )


_GROUPS: Mapping[str, Callable[[Observed], str]] = {
    "month": lambda lead: lead.month,
    "source": lambda lead: lead.source,
    "language": lambda lead: lead.language,
    "channel": lambda lead: lead.channel,
}


def _expected(
    known: Sequence[Observed], usable: Calibrated | None
) -> Mapping[str, Mapping[str, Expectation]]:
    if usable is None:
        return {}
    return {name: expected_by(known, usable, group_of) for name, group_of in _GROUPS.items()}


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
