"""How good is a lead? Points for who they are (fit) and for what they did (engagement), apart, and
the tier.

Only the script's rules give points, from typed answers and dated events: nothing that a prospect
writes can set a score. The lines of a scorecard add up to its total: what a cap takes away is a
line too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp2, floor, fsum
from typing import NamedTuple

from qualification.answers import AnswerSheet
from qualification.caps import cuts
from qualification.conditions import Condition, holds
from qualification.decision import State, Verdict, states_of
from qualification.profile.fitting import fits_profile
from qualification.score_plan import EngagementLine, EngagementPlan, FitPlan, ScorePlan
from qualification.script import ChoiceQuestion, Criterion, Script
from qualification.values import Choice

LOOK_AGAIN = timedelta(days=1)
"""How long points that decay are left as they are."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Points and the rule that gave them: `budget:positive`, `fit:company_size`,
    `profile:job_title`, `event:price_page`; or took them: `cap:engagement`.
    """

    rule: str
    points: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score with its lines; each part is within its cap."""

    fit: int
    engagement: int
    tier: str
    lines: tuple[ScoreLine, ...]
    balance: int = 0
    """What the total's own cap takes away, and what brings it up to zero."""

    @property
    def total(self) -> int:
        """Fit and engagement together, within the cap of both, never below zero."""
        return self.fit + self.engagement + self.balance


@dataclass(frozen=True, slots=True)
class BehaviourEvent:
    """Something the lead did, dated (aware)."""

    name: str
    at: datetime
    seconds: int | None = None
    """How long a page was looked at."""


class _Earned(NamedTuple):
    """The lines of one rule or one answer, which count together, and the group they count in."""

    lines: tuple[ScoreLine, ...]
    group: str | None = None

    @property
    def points(self) -> int:
        return sum(line.points for line in self.lines)


def score(
    script: Script,
    sheet: AnswerSheet,
    now: datetime,
    behaviour: Sequence[BehaviourEvent] = (),
    *,
    before: str | None = None,
    last_message: datetime | None = None,
    verdict: Verdict | None = None,
) -> Scorecard:
    """The scorecard at `now`: the same answers, events and tier `before` always give the same.

    Whoever has the `verdict` on these answers gives it, so that nothing is judged twice.
    """
    plan = script.score
    last = _last_sign_of_life(sheet, now, behaviour, last_message)
    states = verdict.states if verdict is not None else states_of(script, sheet)
    fit = _part("fit", _fit_lines(script, sheet, states), plan.fit)
    did = _part(
        "engagement", _engagement_lines(plan.engagement, behaviour, now, last), plan.engagement
    )
    lines = [*fit.lines, *did.lines]
    balance = 0
    if plan.cap is not None and fit.good + did.good > plan.cap:
        balance = plan.cap - fit.good - did.good
        lines.append(ScoreLine("cap:total", balance))
    whole = fit.points + did.points + balance
    if whole < 0:
        balance -= whole
        lines.append(ScoreLine("floor:total", -whole))
    total = max(0, whole)
    return Scorecard(fit.points, did.points, _tier(plan, total, before), tuple(lines), balance)


def next_change(
    script: Script,
    sheet: AnswerSheet,
    now: datetime,
    behaviour: Sequence[BehaviourEvent] = (),
    *,
    last_message: datetime | None = None,
) -> datetime | None:
    """When the score may have changed by time alone; None when it stays as it is."""
    plan = script.score.engagement
    last = _last_sign_of_life(sheet, now, behaviour, last_message)
    moments = [
        last + timedelta(days=line.inactive_days)
        for line in plan.lines
        if line.inactive_days is not None and last is not None
    ]
    earned = _engagement_lines(plan, behaviour, now, last)
    found = {line.rule for one in earned for line in one.lines}
    if any(line.rule in found and _fades(line, plan) for line in plan.lines):
        moments.append(now + LOOK_AGAIN)
    return min((one for one in moments if one > now), default=None)


def _fades(line: EngagementLine, plan: EngagementPlan) -> bool:
    return line.inactive_days is None and (line.half_life or plan.half_life) is not None


def _tier(plan: ScorePlan, total: int, before: str | None) -> str:
    """The highest that is reached; those up to the one it had are left only so much lower."""
    names = list(plan.tiers)
    had = len(names) if before is None or before not in names else names.index(before)
    for place, name in enumerate(names):
        if total >= plan.tiers[name] - (plan.hysteresis if place >= had else 0):
            return name
    return names[-1]


class _Part(NamedTuple):
    """Fit or engagement: its points within the caps, how many of them are good, and its lines."""

    points: int
    good: int
    lines: tuple[ScoreLine, ...]


def _part(name: str, earned: Sequence[_Earned], plan: FitPlan | EngagementPlan) -> _Part:
    """The points of a part, and its lines with what the caps took away."""
    points = [(one.group, one.points) for one in earned]
    cut = [
        ScoreLine(f"cap:{name}" if group is None else f"cap:{name}.{group}", -over)
        for group, over in cuts(plan, points)
    ]
    taken = sum(line.points for line in cut)
    good = sum(count for _, count in points if count > 0)
    lines = (*(line for one in earned for line in one.lines), *cut)
    return _Part(sum(count for _, count in points) + taken, good + taken, lines)


def _fit_lines(script: Script, sheet: AnswerSheet, states: Mapping[str, State]) -> list[_Earned]:
    return [
        *(_Earned(_criterion_lines(one, states[one.key], sheet)) for one in script.criteria),
        *(
            _Earned((ScoreLine("fit:" + "+".join(line.when), line.points),), line.group)
            for line in script.score.fit.lines
            if all(_met(script, key, condition, sheet) for key, condition in line.when.items())
        ),
        *(
            _Earned((ScoreLine("profile:" + "+".join(one.when), one.points),), one.group)
            for one in script.score.fit.profile
            if fits_profile(script, one, sheet)
        ),
    ]


def _met(script: Script, key: str, condition: Condition, sheet: AnswerSheet) -> bool:
    answer, criterion = sheet.answers.get(key), script.criterion(key)
    if answer is None or criterion is None:
        return False
    return holds(condition, answer.value, answer.given.date(), script.terms(criterion)) is True


def _criterion_lines(
    criterion: Criterion, state: State, sheet: AnswerSheet
) -> tuple[ScoreLine, ...]:
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
    return tuple(lines)


def _last_sign_of_life(
    sheet: AnswerSheet,
    now: datetime,
    behaviour: Iterable[BehaviourEvent],
    last_message: datetime | None,
) -> datetime | None:
    """The newest message, answer or event; None when there never was one."""
    signs = [event.at for event in behaviour if event.at <= now]
    signs += [one.given for one in sheet.answers.values() if one.given <= now]
    if last_message is not None:
        signs.append(last_message)
    return max(signs, default=None)


def _engagement_lines(
    plan: EngagementPlan,
    behaviour: Iterable[BehaviourEvent],
    now: datetime,
    last: datetime | None,
) -> list[_Earned]:
    happened: dict[str, list[BehaviourEvent]] = {rule.event: [] for rule in plan.lines}
    for event in behaviour:
        if event.name in happened and event.at <= now:
            happened[event.name].append(event)
    lines = []
    for rule in plan.lines:
        days = rule.inactive_days
        if days is None:
            half_life = rule.half_life or plan.half_life
            weight = _weight(rule, happened, now, half_life.exact() if half_life else None)
        else:
            weight = float(last is not None and now - last >= timedelta(days=days))
        points = floor(rule.points * weight + 0.5)
        if points:
            lines.append(_Earned((ScoreLine(rule.rule, points),), rule.group))
    return lines


def _weight(
    rule: EngagementLine,
    happened: Mapping[str, Sequence[BehaviourEvent]],
    now: datetime,
    half_life: timedelta | None,
) -> float:
    """How often it counts: each time fully, or less the longer ago."""
    ages = [
        (now - event.at).total_seconds()
        for event in happened[rule.event]
        if rule.seconds is None or (event.seconds or 0) >= rule.seconds
    ]
    if rule.times is not None:
        ages = sorted(ages)[: rule.times]
    if half_life is None:
        return float(len(ages))
    seconds = -half_life.total_seconds()
    return fsum([exp2(age / seconds) for age in ages])
