"""Qualified or not? The verdict, why, and what is still worth asking. This file decides; nothing
else does.

Rules are evaluated in three values (met, failed, open), so that one function serves for the
verdict, for its bounds (what it would be if every open answer came out worst or best) and for the
next question: a question is worth asking while a rule that is still open rests on it.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from qualification.answers import Answer, AnswerSheet
from qualification.conditions import Condition, NoRate, holds
from qualification.script import Criterion, Script
from qualification.signals import Signal
from qualification.values import Text, YesNo

State = Literal["positive", "acceptable", "negative", "unknown"]
Outcome = Literal["qualified", "unqualified", "undecided"]
Standing = Literal["met", "failed", "open"]
RuleName = Literal["auto", "disqualify", "knock_out", "all_of", "at_least", "required"]


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


@dataclass(frozen=True, slots=True)
class Bounds:
    """The verdict if every open answer came out worst, and best: equal means that nothing more can
    change it.
    """

    worst: Outcome
    best: Outcome


def decide(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> Verdict:
    """The verdict on what is known now."""
    judgements = tuple(judge(script, criterion, sheet) for criterion in script.criteria)
    reasons = tuple(_rules(script, sheet, judgements, signals))
    outcome: Outcome
    failed = tuple(reason for reason in reasons if reason.standing == "failed")
    open_ = tuple(reason for reason in reasons if reason.standing == "open")
    auto = tuple(reason for reason in reasons if reason.rule == "auto")
    if auto:
        outcome, decisive = "qualified", auto
    elif failed:
        outcome, decisive = "unqualified", failed
    elif open_:
        outcome, decisive = "undecided", open_
    else:
        outcome, decisive = "qualified", reasons
    return Verdict(outcome, decisive, judgements)


def bounds(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> Bounds:
    """What the verdict can still become."""
    verdict = decide(script, sheet, signals)
    if verdict.outcome != "undecided":
        return Bounds(verdict.outcome, verdict.outcome)
    only_completeness = all(reason.rule == "required" for reason in verdict.reasons)
    return Bounds("qualified" if only_completeness else "unqualified", "qualified")


def questions(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> tuple[str, ...]:
    """The criteria still worth asking, in the script's order: those that an open rule rests on."""
    verdict = decide(script, sheet, signals)
    if verdict.outcome != "undecided":
        return ()
    wanted = {key for reason in verdict.reasons for key in reason.keys}
    return tuple(c.key for c in script.criteria if c.key in wanted and not sheet.settled(c.key))


def next_question(script: Script, sheet: AnswerSheet, signals: Set[Signal]) -> str | None:
    """The first question worth asking; None when no remaining answer can change anything."""
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


def _rules(
    script: Script, sheet: AnswerSheet, judgements: tuple[Judgement, ...], signals: Set[Signal]
) -> Iterator[Reason]:
    states = {one.key: one.state for one in judgements}
    rule = script.qualify
    shown = tuple(signal.value for signal in rule.auto if signal in signals)
    if shown:
        yield Reason("auto", "met", shown)
    barred = tuple(signal.value for signal in rule.disqualify if signal in signals)
    if barred:
        yield Reason("disqualify", "failed", barred)
    for criterion in script.criteria:
        if criterion.knock_out:
            yield _one_of_all("knock_out", criterion.key, states, sheet)
    for key in rule.all_of:
        yield _one_of_all("all_of", key, states, sheet)
    if rule.at_least is not None:
        yield _at_least(rule.at_least.count, rule.at_least.of, states, sheet)
    for criterion in script.criteria:
        if criterion.required:
            settled = sheet.settled(criterion.key)
            yield Reason("required", "met" if settled else "open", (criterion.key,))


def _one_of_all(rule: RuleName, key: str, states: dict[str, State], sheet: AnswerSheet) -> Reason:
    """A knock-out falls only on a negative answer; `all_of` also on a question that was declined.

    An answer that cannot be judged (in a currency without a rate) fails nothing: the rule is open.
    """
    state = states[key]
    if state == "unknown" and key not in sheet.declined:
        return Reason(rule, "open", (key,))
    bad = ("negative",) if rule == "knock_out" else ("negative", "unknown")
    return Reason(rule, "failed" if state in bad else "met", (key,))


def _at_least(
    count: int, keys: tuple[str, ...], states: dict[str, State], sheet: AnswerSheet
) -> Reason:
    good = tuple(key for key in keys if states[key] in ("positive", "acceptable"))
    pending = tuple(key for key in keys if states[key] == "unknown" and key not in sheet.declined)
    if len(good) >= count:
        return Reason("at_least", "met", good)
    if len(good) + len(pending) < count:
        return Reason("at_least", "failed", tuple(key for key in keys if key not in good))
    return Reason("at_least", "open", pending)
