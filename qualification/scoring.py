"""How good is a lead? Points for who they are (fit) and for what they did (engagement), apart, and
the tier.

Only the script's rules give points, from typed answers and dated events: nothing that a prospect
writes can set
a score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor

from qualification.answers import AnswerSheet
from qualification.conditions import Condition, holds
from qualification.decision import judge
from qualification.script import ChoiceQuestion, Criterion, EngagementPlan, Script
from qualification.values import Choice


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Points and the rule that gave them: `budget:positive`, `company_size>=50`,
    `event:price_page`.
    """

    rule: str
    points: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score with its lines; `total` is fit and engagement together, each within its cap, never
    below zero.
    """

    fit: int
    engagement: int
    tier: str
    lines: tuple[ScoreLine, ...]

    @property
    def total(self) -> int:
        """Fit and engagement together."""
        return self.fit + self.engagement


@dataclass(frozen=True, slots=True)
class BehaviourEvent:
    """Something the lead did, dated (aware)."""

    name: str
    at: datetime


def score(
    script: Script, sheet: AnswerSheet, now: datetime, behaviour: Sequence[BehaviourEvent] = ()
) -> Scorecard:
    """The scorecard at `now`: the same answers and events always give the same."""
    fit = _fit_lines(script, sheet)
    engagement = _engagement_lines(script.score.engagement, behaviour, now)
    fit_total = _within(fit, script.score.fit.cap)
    engagement_total = _within(engagement, script.score.engagement.cap)
    total = fit_total + engagement_total
    tiers = script.score.tiers
    tier = next((name for name, floor_ in tiers.items() if total >= floor_), list(tiers)[-1])
    return Scorecard(fit_total, engagement_total, tier, (*fit, *engagement))


def _within(lines: Sequence[ScoreLine], cap: int) -> int:
    return max(0, min(cap, sum(line.points for line in lines)))


def _fit_lines(script: Script, sheet: AnswerSheet) -> tuple[ScoreLine, ...]:
    lines = [
        line for criterion in script.criteria for line in _criterion_lines(script, criterion, sheet)
    ]
    lines += [
        ScoreLine("fit:" + "+".join(line.when), line.points)
        for line in script.score.fit.lines
        if all(_met(script, key, condition, sheet) for key, condition in line.when.items())
    ]
    return tuple(lines)


def _met(script: Script, key: str, condition: Condition, sheet: AnswerSheet) -> bool:
    answer, criterion = sheet.answers.get(key), script.criterion(key)
    if answer is None or criterion is None:
        return False
    return holds(condition, answer.value, answer.given.date(), script.terms(criterion)) is True


def _criterion_lines(script: Script, criterion: Criterion, sheet: AnswerSheet) -> list[ScoreLine]:
    state = judge(script, criterion, sheet).state
    lines = []
    points = {
        "positive": criterion.points.positive,
        "acceptable": criterion.points.acceptable,
        "negative": criterion.points.negative,
        "unknown": 0,
    }[state]
    if points:
        lines.append(ScoreLine(f"{criterion.key}:{state}", points))
    answer = sheet.answers.get(criterion.key)
    if isinstance(criterion, ChoiceQuestion) and answer is not None:
        match answer.value:
            case Choice(option=option) if option in criterion.options:
                worth = criterion.options[option].points
                if worth:
                    lines.append(ScoreLine(f"{criterion.key}={option}", worth))
            case _:
                pass
    return lines


def _engagement_lines(
    plan: EngagementPlan, behaviour: Sequence[BehaviourEvent], now: datetime
) -> tuple[ScoreLine, ...]:
    lines = []
    for rule in plan.lines:
        weight = sum(
            _decayed(now - event.at, plan.half_life.exact() if plan.half_life else None)
            for event in behaviour
            if event.name == rule.event and event.at <= now
        )
        points = floor(rule.points * weight + 0.5)
        if points:
            lines.append(ScoreLine(f"event:{rule.event}", points))
    return tuple(lines)


def _decayed(age: timedelta, half_life: timedelta | None) -> float:
    return 1.0 if half_life is None else 0.5 ** (age / half_life)
