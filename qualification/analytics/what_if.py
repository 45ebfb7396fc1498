"""Who would stand differently under a draft, and why? Two scripts over the same answers.

Both are asked at the same moment about the same answers and events, so whatever differs is the
draft's doing.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from qualification.answers import AnswerSheet
from qualification.decision import Outcome, Verdict, decide
from qualification.scoring import BehaviourEvent, Scorecard, score
from qualification.script import Script
from qualification.signals import Signal


@dataclass(frozen=True, slots=True)
class Standing:
    """A lead under one script."""

    verdict: Verdict
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Change:
    """What a draft would change for a lead."""

    before: Outcome
    after: Outcome
    tier_before: str
    tier_after: str
    why: tuple[str, ...]
    """`budget: positive → negative`, `points of need:positive: 20 → 5`, `hot from 70 → 60`."""

    @property
    def gained(self) -> bool:
        """It would qualify, and does not now."""
        return self.after == "qualified" != self.before

    @property
    def lost(self) -> bool:
        """It would not qualify any more."""
        return self.before == "qualified" != self.after


def standing(
    script: Script,
    sheet: AnswerSheet,
    signals: Set[Signal],
    at: datetime,
    behaviour: Sequence[BehaviourEvent] = (),
    last_message: datetime | None = None,
) -> Standing:
    """The lead under this script at that moment, as if it were scored for the first time: no tier
    is kept by a hysteresis.
    """
    verdict = decide(script, sheet, signals)
    card = score(script, sheet, at, behaviour, last_message=last_message, verdict=verdict)
    return Standing(verdict, card)


def change(own: Script, before: Standing, draft: Script, after: Standing) -> Change | None:
    """None where verdict and tier stay."""
    verdicts = before.verdict.outcome, after.verdict.outcome
    tiers = before.card.tier, after.card.tier
    why: list[str] = []
    if verdicts[0] != verdicts[1]:
        why += _judged(before.verdict, after.verdict) or _ruled(before.verdict, after.verdict)
    if tiers[0] != tiers[1]:
        why += _scored(before.card, after.card)
        why += _floors(own.score.tiers, draft.score.tiers)
    if verdicts[0] == verdicts[1] and tiers[0] == tiers[1]:
        return None
    return Change(*verdicts, *tiers, tuple(why))


def _judged(before: Verdict, after: Verdict) -> list[str]:
    """The criteria that the draft judges differently."""
    was, now = before.states, after.states
    return list(_differences(was, now, "{name}: {was} → {now}", "not asked"))


def _ruled(before: Verdict, after: Verdict) -> list[str]:
    """The rules that decided, where every answer is judged alike."""
    was = {f"{one.rule} {', '.join(one.keys)}": one.standing for one in before.reasons}
    now = {f"{one.rule} {', '.join(one.keys)}": one.standing for one in after.reasons}
    return list(_differences(was, now, "{name}: {was} → {now}", "no rule"))


def _scored(before: Scorecard, after: Scorecard) -> list[str]:
    was = {one.rule: one.points for one in before.lines}
    now = {one.rule: one.points for one in after.lines}
    return list(_differences(was, now, "points of {name}: {was} → {now}", "0"))


def _floors(was: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    return list(_differences(was, now, "{name} from {was} → {now}", "none"))


def _differences(
    was: Mapping[str, object], now: Mapping[str, object], text: str, missing: str
) -> Iterator[str]:
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name, missing), now.get(name, missing)
        if before != after:
            yield text.format(name=name, was=before, now=after)
