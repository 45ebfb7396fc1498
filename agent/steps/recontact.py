"""Whom do we write to after long, when, and with which words? PURE.

Two reasons: they asked to be written to then (`take_up_again`), and the script asks the not yet
qualified again (`requalify`). The plan is made anew with every step, so that an answer, a stop, a
person who takes over or a hand-over cancels it by not making it again. Which answers are asked for
again is decided in qualification/freshness.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never

from agent.moves import (
    Dialogue,
    Event,
    LeadArrived,
    LeadFellSilent,
    LeadSpoke,
    LeaveToPerson,
    LeftAlone,
    MessageRead,
    MessagesReread,
    PersonGaveBack,
    PersonTookOver,
    Reason,
    Recontact,
    Remind,
    Step,
)
from agent.speech import Act, AskQuestion, Say, SayText
from agent.steps.agenda import is_qualified, upcoming
from agent.steps.goodbyes import ABUSE_AT_MOST
from qualification.decision import judge, questions
from qualification.freshness import refreshed, turning_points
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Text

FARTHEST = timedelta(days=730)
"""Nobody is promised to be written to later than that."""
MORNING = time(10)
"""When a day that they named begins: within the lawful hours nearly everywhere."""
LONGEST_WISH = 100
"""Characters of what they said they wanted; longer words are not repeated to them."""
ELSEWHERE = "elsewhere"
_NOT_FOR_US = frozenset(
    {Signal.NOT_INTERESTED, Signal.WRONG_PERSON, Signal.SUPPORT, Signal.OPT_OUT}
)


def with_plan(script: Script, event: Event, step: Step) -> Step:
    """A step with when we write first, unless it says so itself. In a call that is over, nobody is
    reminded of the pending question: the time of the call has passed.
    """
    match event:
        case LeadArrived() | LeadSpoke():
            return step
        case LeadFellSilent() | LeftAlone() | MessageRead() | PersonGaveBack() | PersonTookOver():
            kept = None
        case MessagesReread():
            kept = event.remind_at if event.remind_why == "requalify" else None
        case _ as never:
            assert_never(never)
    effects = step.effects
    if step.dialogue.spoken:
        effects = tuple(one for one in effects if not isinstance(one, Remind))
    if any(isinstance(one, Remind) for one in effects):
        return step
    plan = planned(script, step.dialogue, event.at)
    if plan is None:
        return replace(step, effects=effects)
    if kept is not None and plan.why == "requalify":
        plan = replace(plan, at=kept)
    return replace(step, effects=(*effects, plan))


def planned(script: Script, dialogue: Dialogue, at: datetime) -> Remind | None:
    """When we write first, if they do not write before, and why."""
    if not _may_be_written_to(script, dialogue):
        return None
    promised = _promised(script, dialogue, at)
    if promised is not None:
        return Remind(promised, "take_up_again")
    plan = script.requalify
    if plan is None or dialogue.requalified >= plan.at_most:
        return None
    if plan.only_if == "interested" and not interested(script, dialogue):
        return None
    due = _worth_asking(script, dialogue, at + plan.after.exact())
    return None if due is None else Remind(due, "requalify")


def interested(script: Script, dialogue: Dialogue) -> bool:
    """They said "later", asked us something that sales should answer, or gave an answer that speaks
    for them.
    """
    if Signal.LATER in dialogue.signals or dialogue.open_questions:
        return True
    states = (judge(script, criterion, dialogue.sheet).state for criterion in script.criteria)
    return any(state in ("positive", "acceptable") for state in states)


def take_up(script: Script, before: Dialogue, event: LeadFellSilent) -> Step:
    """The conversation is taken up again: with the next question that is open now. Left to a person
    where we cannot write, or have promised to and have nothing to ask.
    """
    if event.elsewhere:
        return Step(replace(before, left_alone=ELSEWHERE))
    if before.left_alone == ELSEWHERE:  # where they talked to us since, they cannot be written to
        before = replace(before, left_alone=None)
    if not _may_be_written_to(script, before):
        return Step(before)
    done = _counted(before, event.why)
    fresh = afresh(script, done, event.at)
    key = next(iter(upcoming(script, fresh)), None)
    if event.why == "requalify" and not _criteria(script, done, event.at):
        return Step(done)
    if key is None or event.opens is None:
        return Step(done, (LeaveToPerson(event.why),))
    quiet = script.nudge.quiet_hours if script.nudge else None
    opens = quiet.over(event.opens) if quiet else event.opens
    if opens > event.at:
        return Step(before, (Remind(opens, event.why),))
    asked = replace(
        fresh,
        phase="open",
        asked=key,
        tries={key: 1},
        offered=(),
        idle=0,
        courtesies=0,
        parted=False,
        turns=min(before.turns, 1),  # the limit counts anew
        nudges=len(script.nudge.after) if script.nudge else 0,  # this was one
    )
    acts = (*_opening(script, before, event.why), AskQuestion(key))
    return Step(asked, (Say(acts, turn=before.requalified), Recontact(event.why)))


def leave_alone(dialogue: Dialogue, event: LeftAlone) -> Step:
    """Nothing is said unasked any more; what waits for sales goes to sales all the same."""
    left = replace(dialogue, left_alone=event.by)
    if event.remind_at is not None and event.remind_why == "handover":
        return Step(left, (Remind(event.remind_at, "handover"),))
    return Step(left)


def _may_be_written_to(script: Script, dialogue: Dialogue) -> bool:
    """They have written, and nobody else has the lead or has said no."""
    if dialogue.phase in ("held", "stopped") or dialogue.left_alone is not None:
        return False
    if not dialogue.turns or dialogue.handed_over is not None or dialogue.abuse > ABUSE_AT_MOST:
        return False
    return not (_NOT_FOR_US & dialogue.signals or is_qualified(script, dialogue))


def _promised(script: Script, dialogue: Dialogue, at: datetime) -> datetime | None:
    """The moment that they named: the morning of the day, or the middle of what is left of a time
    that has begun; None where it is no date, is over, or too far away.
    """
    when = dialogue.later
    if when is None or Signal.LATER not in dialogue.signals:
        return None
    if when.start is not None and (begins := _morning(script, when.start)) > at:
        return begins if begins - at <= FARTHEST else None
    if when.end is None or (ends := _moment(script, when.end, time())) <= at:
        return None
    return at + (ends - at) / 2 if ends - at <= FARTHEST else None


def _morning(script: Script, day: date) -> datetime:
    return _moment(script, day, MORNING)


def _moment(script: Script, day: date, hour: time) -> datetime:
    quiet = script.nudge.quiet_hours if script.nudge else None
    return datetime.combine(day, hour, quiet.zone() if quiet else UTC).astimezone(UTC)


def _worth_asking(script: Script, dialogue: Dialogue, since: datetime) -> datetime | None:
    """The first moment from `since` on when there is something to ask that could qualify them."""
    return next(
        (at for at in _moments(script, dialogue, since) if _criteria(script, dialogue, at)), None
    )


def _criteria(script: Script, dialogue: Dialogue, at: datetime) -> tuple[str, ...]:
    """What would be asked then, but for who they are: nobody is written to for that alone."""
    return questions(script, afresh(script, dialogue, at).sheet, dialogue.signals)


def _moments(script: Script, dialogue: Dialogue, since: datetime) -> Iterator[datetime]:
    yield since
    yield from turning_points(script, dialogue.sheet, since)


def _counted(dialogue: Dialogue, why: Reason) -> Dialogue:
    """What they asked for is done; what the script asks for is done once more."""
    again = dialogue.requalified + (why == "requalify")
    return replace(
        dialogue, later=None, signals=dialogue.signals - {Signal.LATER}, requalified=again
    )


def afresh(script: Script, dialogue: Dialogue, at: datetime) -> Dialogue:
    """The dialogue without what time will have overtaken by then."""
    return replace(dialogue, sheet=refreshed(script, dialogue.sheet, at))


def _opening(script: Script, before: Dialogue, why: Reason) -> tuple[Act, ...]:
    """Who writes and why, what they wanted, and how to stop us."""
    opens: Act = SayText("requalify" if why == "requalify" else "take_up_again")
    wish = _wish(script, before)
    said = (SayText("you_said", {"quote": wish}),) if wish else ()
    return (opens, *said, SayText("how_to_stop"))


def _wish(script: Script, dialogue: Dialogue) -> str | None:
    """What they said they wanted, in their own words: the first good answer to a text question."""
    for criterion in script.criteria:
        answer = dialogue.sheet.answers.get(criterion.key)
        if answer is None or not isinstance(answer.value, Text) or answer.evidence is None:
            continue
        quote = " ".join(answer.evidence.quote.split()).rstrip(".!,;: ")
        good = judge(script, criterion, dialogue.sheet).state != "negative"
        if good and 0 < len(quote) <= LONGEST_WISH:
            return quote
    return None
