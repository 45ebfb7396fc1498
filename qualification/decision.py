"""Qualified or not? The verdict, why, and what is still worth asking. This file decides; nothing
else does.

Rules are evaluated in three values (met, failed, open), so that one function serves for the
verdict, for its bounds (what it would be if every open answer came out worst or best) and for the
next question: a question is worth asking while a rule that is still open rests on it and its answer
can still change the verdict. Only what was said can fail a rule: what was refused, not known or not
understood leaves it open, for people to look at.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from qualification.answers import Answer, AnswerSheet
from qualification.conditions import Condition, NoRate, holds
from qualification.points import reach, scored
from qualification.script import Criterion, Script
from qualification.signals import Signal
from qualification.values import Text, YesNo

State = Literal["positive", "acceptable", "negative", "unknown"]
Outcome = Literal["qualified", "unqualified", "undecided"]
Standing = Literal["met", "failed", "open"]
RuleName = Literal["auto", "disqualify", "knock_out", "all_of", "at_least", "tier", "required"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one criterion's answer is worth, and the rule that says so."""

    key: str
    state: State
    rule: str
    """`positive`, `acceptable`, `negative`; or why unknown: `unanswered`, `refused`,
    `does_not_know`, `unclear`,
    `no_rate:USD`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule of the script and how it stands; `keys` are the criteria or signals behind it."""

    rule: RuleName
    standing: Standing
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision with everything that it rests on."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    """The rules that decided, or, while undecided, those still open."""
    criteria: tuple[Judgement, ...]

    @property
    def states(self) -> dict[str, State]:
        """Criterion -> its state."""
        return {one.key: one.state for one in self.criteria}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The verdict if everything unknown came out worst, and best: equal means that nothing more can
    change it. What was declined is unknown too: the prospect may still answer it later.
    """

    worst: Outcome
    best: Outcome


def decide(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> Verdict:
    """The verdict on what is known now."""
    judgements = tuple(judge(script, criterion, sheet) for criterion in script.criteria)
    states = {one.key: one.state for one in judgements}
    outcome, decisive = _weighed(_rules(script, sheet, states, signals))
    return Verdict(outcome, decisive, judgements)


def bounds(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> Bounds:
    """What the verdict can still become."""
    states = states_of(script, sheet)
    unknown = {key for key, state in states.items() if state == "unknown"}
    worst, _ = _weighed(_rules(script, sheet, _supposing(states, unknown, "negative"), signals))
    best, _ = _weighed(_rules(script, sheet, _supposing(states, unknown, "positive"), signals))
    return Bounds(worst, best)


def can_qualify(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> bool:
    """Whether good answers to all that was not settled yet would qualify the lead."""
    states = states_of(script, sheet)
    best = _supposing(states, _unsettled(script, sheet), "positive")
    outcome, _ = _weighed(_rules(script, sheet, best, signals))
    return outcome == "qualified"


def questions(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> tuple[str, ...]:
    """The criteria still worth asking, in the script's order: those that an open rule rests on,
    while their answers can qualify the lead or fail the rule, and those that are required.
    """
    states = states_of(script, sheet)
    rules = _rules(script, sheet, states, signals)
    if _weighed(rules)[0] != "undecided":
        return ()
    unsettled = _unsettled(script, sheet)
    worst = _rules(script, sheet, _supposing(states, unsettled, "negative"), signals)
    may_be_asked = _may_be_asked(script, rules)
    winnable = can_qualify(script, sheet, signals)
    wanted: set[str] = set()
    for now, after in zip(rules, worst, strict=True):
        matters = winnable or after.standing == "failed" or now.rule == "required"
        if now.standing == "open" and matters:
            wanted.update(now.keys)
    return tuple(c.key for c in script.criteria if c.key in wanted & unsettled & may_be_asked)


def _may_be_asked(script: Script, rules: tuple[Reason, ...]) -> Set[str]:
    """All criteria; where the score comes first, those without points only once it is reached."""
    waits = script.order == "score_then_qualify" and any(
        one.rule == "tier" and one.standing != "met" for one in rules
    )
    return scored(script) if waits else {one.key for one in script.criteria}


def next_question(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> str | None:
    """The first question worth asking; None when no answer to what is not settled can change
    anything.
    """
    return next(iter(questions(script, sheet, signals)), None)


def judge(script: Script, criterion: Criterion, sheet: AnswerSheet) -> Judgement:
    """The state of one criterion: positive, acceptable or negative by its conditions, else
    unknown.
    """
    answer = sheet.answers.get(criterion.key)
    if answer is None:
        declined = sheet.declined.get(criterion.key)
        return Judgement(criterion.key, "unknown", declined.reason if declined else "unanswered")
    terms = script.terms(criterion)
    named: tuple[tuple[State, Condition | None], ...] = (
        ("positive", criterion.positive),
        ("acceptable", criterion.acceptable),
    )
    for state, condition in named:
        if condition is None:
            continue
        held = holds(condition, answer.value, answer.given.date(), terms)
        if isinstance(held, NoRate):
            return Judgement(criterion.key, "unknown", f"no_rate:{held.said}")
        if held:
            return Judgement(criterion.key, state, state)
    if criterion.positive is None and criterion.acceptable is None:
        state = _without_conditions(answer)
        return Judgement(criterion.key, state, state)
    return Judgement(criterion.key, "negative", "negative")


def _without_conditions(answer: Answer) -> State:
    """A criterion that sets no condition is positive when answered, but for a plain no or nothing
    at all.
    """
    match answer.value:
        case YesNo(yes=False) | Text(text=""):
            return "negative"
        case _:
            return "positive"


def states_of(script: Script, sheet: AnswerSheet) -> dict[str, State]:
    """Criterion -> its state."""
    return {one.key: judge(script, one, sheet).state for one in script.criteria}


def _unsettled(script: Script, sheet: AnswerSheet) -> set[str]:
    return {one.key for one in script.criteria if not sheet.settled(one.key)}


def _supposing(states: Mapping[str, State], keys: Set[str], state: State) -> dict[str, State]:
    """The states if the answers to these criteria came out so."""
    return {key: state if key in keys else known for key, known in states.items()}


def _weighed(reasons: tuple[Reason, ...]) -> tuple[Outcome, tuple[Reason, ...]]:
    """The outcome by the rules, and those that decided."""
    auto = tuple(reason for reason in reasons if reason.rule == "auto")
    failed = tuple(reason for reason in reasons if reason.standing == "failed")
    open_ = tuple(reason for reason in reasons if reason.standing == "open")
    if auto:
        return "qualified", auto
    if failed:
        return "unqualified", failed
    if open_:
        return "undecided", open_
    return "qualified", reasons


def _rules(
    script: Script, sheet: AnswerSheet, states: Mapping[str, State], signals: Set[Signal]
) -> tuple[Reason, ...]:
    """How every rule stands; which rules there are depends on the script and the signals alone."""
    return tuple(_each_rule(script, sheet, states, signals))


def _each_rule(
    script: Script, sheet: AnswerSheet, states: Mapping[str, State], signals: Set[Signal]
) -> Iterator[Reason]:
    rule = script.qualify
    shown = tuple(signal.value for signal in rule.auto if signal in signals)
    if shown:
        yield Reason("auto", "met", shown)
    barred = tuple(signal.value for signal in rule.disqualify if signal in signals)
    if barred:
        yield Reason("disqualify", "failed", barred)
    for criterion in script.criteria:
        if criterion.knock_out:
            yield _knock_out(criterion.key, states, sheet)
    for key in rule.all_of:
        yield Reason("all_of", _STANDINGS[states[key]], (key,))
    if rule.at_least is not None:
        yield _at_least(rule.at_least.count, rule.at_least.of, states, sheet)
    if script.tier_to_reach is not None:
        yield _tier(script, script.tier_to_reach, states, sheet)
    for criterion in script.criteria:
        if criterion.required:
            settled = sheet.settled(criterion.key) or states[criterion.key] != "unknown"
            yield Reason("required", "met" if settled else "open", (criterion.key,))


_STANDINGS: Mapping[State, Standing] = {
    "positive": "met",
    "acceptable": "met",
    "negative": "failed",
    "unknown": "open",
}


def _knock_out(key: str, states: Mapping[str, State], sheet: AnswerSheet) -> Reason:
    """Only a negative answer knocks out: what was declined does not even keep it open."""
    passed = states[key] == "unknown" and key in sheet.declined
    return Reason("knock_out", "met" if passed else _STANDINGS[states[key]], (key,))


def _at_least(
    count: int, keys: tuple[str, ...], states: Mapping[str, State], sheet: AnswerSheet
) -> Reason:
    """Open, on the unknown ones, while these could make up the count: those to be asked come first,
    and then those that were declined or cannot be judged.
    """
    good = tuple(key for key in keys if states[key] in ("positive", "acceptable"))
    pending = sorted((key for key in keys if states[key] == "unknown"), key=sheet.settled)
    if len(good) >= count:
        return Reason("at_least", "met", good)
    if len(good) + len(pending) < count:
        return Reason("at_least", "failed", tuple(key for key in keys if key not in good))
    return Reason("at_least", "open", tuple(pending))


def _tier(script: Script, tier: str, states: Mapping[str, State], sheet: AnswerSheet) -> Reason:
    """Open, on what is unknown and gives points, while the answers may end on either side of the
    tier: those to be asked come first, and then those that were declined or cannot be judged.
    """
    floor = script.score.tiers[tier]
    points = reach(script, sheet, states)
    giving = tuple(one.key for one in script.criteria if one.key in scored(script))
    if points.least >= floor:
        return Reason("tier", "met", giving)
    if points.most < floor:
        return Reason("tier", "failed", giving)
    pending = sorted((key for key in giving if states[key] == "unknown"), key=sheet.settled)
    return Reason("tier", "open", tuple(pending))
