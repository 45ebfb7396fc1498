"""Why will they hear from us, and of what? PURE: a plan in words, for those who may cancel it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from agent.aloud import say_value
from agent.dialogue import Dialogue, Reason, upcoming, verdict_on
from agent.steps.recontact import afresh
from qualification.script import Script

Due = Literal["nudge", "requalify", "take_up_again", "not_sent"]
"""`not_sent`: what we wrote was not allowed to go out."""
REASONS: Mapping[str, Reason] = {
    "handover": "handover",
    "nudge": "nudge",
    "requalify": "requalify",
    "take_up_again": "take_up_again",
}
DUES: Mapping[str, Due] = {
    "nudge": "nudge",
    "requalify": "requalify",
    "take_up_again": "take_up_again",
    "not_sent": "not_sent",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """That somebody is to hear from us: `by` us at that time, or by a person, since then."""

    why: Due
    at: datetime
    by: Literal["agent", "person"]


@dataclass(frozen=True, slots=True)
class Because:
    """The rule behind a plan, what it rests on, and what would be asked."""

    rule: str
    words: str
    asks: tuple[str, ...] = ()


def because(script: Script, dialogue: Dialogue, plan: Plan) -> Because:
    """Why there is this plan."""
    match plan.why:
        case "nudge":
            return _nudge(script, dialogue)
        case "requalify":
            return _requalify(script, dialogue, plan)
        case "take_up_again":
            return _take_up_again(script, dialogue, plan)
        case "not_sent":
            asks = () if dialogue.asked is None else (dialogue.asked,)
            return Because("may_send", "What we wrote was not allowed to go out.", asks)


def _nudge(script: Script, dialogue: Dialogue) -> Because:
    number, plan = dialogue.nudges + 1, script.nudge
    rule = f"nudge: {number} of {len(plan.after)}" if plan is not None else "nudge"
    asks = () if dialogue.asked is None else (dialogue.asked,)
    return Because(rule, "They have not answered the question.", asks)


def _requalify(script: Script, dialogue: Dialogue, plan: Plan) -> Because:
    done, of = dialogue.requalified, script.requalify
    number = done + (plan.by == "agent")
    rule = "requalify"
    if of is not None:
        rule = f"requalify: {number} of {of.at_most}, {of.after.count} {of.after.unit}s after"
    verdict = verdict_on(script, dialogue)
    reasons = "; ".join(
        f"{one.rule} {one.standing}: {', '.join(one.keys)}" for one in verdict.reasons
    )
    asks = upcoming(script, afresh(script, dialogue, plan.at))
    return Because(rule, f"They are {verdict.outcome} ({reasons}).", asks)


def _take_up_again(script: Script, dialogue: Dialogue, plan: Plan) -> Because:
    asks = upcoming(script, afresh(script, dialogue, plan.at))
    if dialogue.later is None:
        return Because("later", "They asked to be written to about now.", asks)
    when = say_value(script, "", dialogue.later, "en")
    return Because("later", f"They asked to be written to then: {when}.", asks)
