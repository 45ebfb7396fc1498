"""Can the answers still reach a tier? The least and the most points that they can come to.

Behaviour is left out: a verdict rests on what was said alone.
"""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple, TypeAlias

from qualification.answers import AnswerSheet
from qualification.caps import cuts
from qualification.conditions import holds
from qualification.profile.fitting import fits_profile
from qualification.score_plan import FitLine, FitPlan
from qualification.script import ChoiceQuestion, Criterion, Script
from qualification.values import Choice

States: TypeAlias = Mapping[str, str]
"""How each criterion stands: positive, acceptable, negative or unknown."""


class Reach(NamedTuple):
    """From so many points to so many."""

    least: int
    most: int


def reach(script: Script, sheet: AnswerSheet, states: States) -> Reach:
    """The points for the answers in these states, within the cap: what is unknown may come out
    either way (but what was declined takes nothing away), what is supposed to be good or bad comes
    out best or worst.
    """
    plan = script.score.fit
    parts = [(None, _of_criterion(one, sheet, states[one.key])) for one in script.criteria]
    grouped = [
        *parts,
        *((line.group, _of_line(script, line, sheet, states)) for line in plan.lines),
        *(
            (one.group, _sure(one.points))
            for one in plan.profile
            if fits_profile(script, one, sheet)
        ),
    ]
    return Reach(
        _within(plan, [(group, one.least) for group, one in grouped]),
        _within(plan, [(group, one.most) for group, one in grouped]),
    )


def _sure(points: int) -> Reach:
    return Reach(points, points)


def _within(plan: FitPlan, grouped: Sequence[tuple[str | None, int]]) -> int:
    """The sum within the caps of the groups and of the whole, never below zero."""
    cut = sum(over for _, over in cuts(plan, grouped))
    return max(0, sum(points for _, points in grouped) - cut)


def scored(script: Script) -> frozenset[str]:
    """The criteria whose answers give or take points."""
    named = {key for line in script.score.fit.lines for key in line.when}
    return frozenset(one.key for one in script.criteria if one.key in named or any(_worths(one)))


def _worths(criterion: Criterion) -> tuple[int, ...]:
    """Every number of points that the answer may have; that of no answer is 0."""
    points = criterion.points
    if not isinstance(criterion, ChoiceQuestion):
        return 0, points.positive, points.acceptable, points.negative
    return 0, *(_of_option(criterion, option) for option in criterion.options)


def _of_option(criterion: ChoiceQuestion, option: str) -> int:
    points = criterion.points
    worth = {
        "positive": points.positive,
        "acceptable": points.acceptable,
        "negative": points.negative,
    }
    return worth[state_of(criterion, option)] + criterion.options[option].points


def state_of(criterion: ChoiceQuestion, option: str) -> str:
    """How a question judges one of its options."""
    good, will_do = criterion.positive, criterion.acceptable
    if (good is None and will_do is None) or (good is not None and option in good.any_of):
        return "positive"
    return "acceptable" if will_do is not None and option in will_do.any_of else "negative"


def _of_criterion(criterion: Criterion, sheet: AnswerSheet, state: str) -> Reach:
    answer = sheet.answers.get(criterion.key)
    if answer is None:
        worths = _worths(criterion)
        declined = criterion.key in sheet.declined
        return _supposed(Reach(min(worths), max(worths)), {state}, declined=declined)
    points = criterion.points
    worth = {
        "positive": points.positive,
        "acceptable": points.acceptable,
        "negative": points.negative,
    }
    option = answer.value.option if isinstance(answer.value, Choice) else ""
    options = criterion.options if isinstance(criterion, ChoiceQuestion) else {}
    total = worth.get(state, 0) + (options[option].points if option in options else 0)
    return _sure(total)


def _of_line(script: Script, line: FitLine, sheet: AnswerSheet, states: States) -> Reach:
    for criterion in script.criteria:
        answer = sheet.answers.get(criterion.key)
        condition = line.when.get(criterion.key)
        if answer is None or condition is None:
            continue
        day, terms = answer.given.date(), script.terms(criterion)
        if holds(condition, answer.value, day, terms) is not True:
            return Reach(0, 0)
    missing = line.when.keys() - sheet.answers.keys()
    if not missing:
        return _sure(line.points)
    either = Reach(min(0, line.points), max(0, line.points))
    declined = missing <= sheet.declined.keys()
    return _supposed(either, {states[key] for key in missing}, declined=declined)


def _supposed(either: Reach, states: Set[str], *, declined: bool) -> Reach:
    """What an answer that is missing can come to; what was declined takes no points away."""
    if "unknown" in states:
        return Reach(0, either.most) if declined else either
    return _sure(either.least if "negative" in states else either.most)
