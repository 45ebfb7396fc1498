"""What happens next in a conversation? PURE: advance(script, dialogue, event) -> Step. This file
decides it.

Nothing here waits, asks the time or draws lots: events carry their time, effects say what is to be
done. Which question is put is decided in agent/steps/asking.py, how it ends in
agent/steps/goodbyes.py, when we speak first in agent/steps/silence.py.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from agent.moves import (
    RECONTACTS,
    Dialogue,
    Effect,
    Event,
    HandOver,
    LeadArrived,
    LeadFellSilent,
    LeadSpoke,
    LeaveToPerson,
    LeftAlone,
    MessageRead,
    MessagesReread,
    PersonGaveBack,
    PersonTookOver,
    Phase,
    Read,
    Reason,
    Recontact,
    Remind,
    Step,
)
from agent.reading import Reading
from agent.speech import Act, AnswerFact, Introduce, Say, SayText
from agent.steps.agenda import (
    is_qualified,
    left_to_people,
    sales_awaits,
    upcoming,
    verdict_on,
)
from agent.steps.asking import Heard, ask_next, go_on
from agent.steps.goodbyes import ABUSE_AT_MOST, after_a_person, after_the_close, parting
from agent.steps.learning import MISTAKEN, RETURNING, Learned, learn
from agent.steps.reactions import closing, reactions
from agent.steps.recontact import leave_alone, planned, take_up, with_plan
from agent.steps.rereading import reread
from agent.steps.silence import PATIENCE, after_silence
from qualification.script import RECEPTION, Script
from qualification.signals import Signal
from qualification.wording import TextId

__all__ = [
    "PATIENCE",
    "RECONTACTS",
    "Dialogue",
    "Effect",
    "Event",
    "HandOver",
    "LeadArrived",
    "LeadFellSilent",
    "LeadSpoke",
    "LeaveToPerson",
    "LeftAlone",
    "MessageRead",
    "MessagesReread",
    "PersonGaveBack",
    "PersonTookOver",
    "Phase",
    "Read",
    "Reason",
    "Recontact",
    "Remind",
    "Step",
    "advance",
    "upcoming",
    "verdict_on",
]

TOLD_AGAIN_AFTER = timedelta(minutes=10)
"""Whoever waits for a person that long and writes again is told that they have been heard."""


def advance(script: Script, dialogue: Dialogue, event: Event) -> Step:
    """The next step of a conversation, and when we write first if nobody else does."""
    return with_plan(script, event, _step(script, dialogue, event))


def _step(script: Script, dialogue: Dialogue, event: Event) -> Step:
    match event:
        case LeadArrived(at=at):
            return _arrive(script, dialogue, at)
        case LeadSpoke():
            worth_a_model = dialogue.phase in ("open", "closed")
            return Step(
                dialogue, (Read(fully=worth_a_model and dialogue.turns < script.limits.turns),)
            )
        case MessageRead(reading=reading, at=at):
            return _respond(script, dialogue, reading, at)
        case LeadFellSilent():
            act = take_up if event.why in RECONTACTS else after_silence
            return act(script, dialogue, event)
        case PersonTookOver():
            return _taken_over(dialogue, event)
        case PersonGaveBack(at=at):
            return _given_back(script, dialogue, at)
        case LeftAlone():
            return leave_alone(dialogue, event)
        case MessagesReread():
            return reread(script, dialogue, event)
        case _ as never:
            assert_never(never)


def _arrive(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """The greeting and the first question. Who has not said a word yet is not reminded, nor said
    goodbye to when earlier conversations leave nothing to ask.
    """
    greeting = Say(_introduction(dialogue))
    if script.script == RECEPTION:
        open_question = replace(greeting, acts=(*greeting.acts, SayText("what_about")))
        return Step(replace(dialogue, introduced=True), (open_question,))
    if not upcoming(script, dialogue):
        return Step(replace(dialogue, introduced=True), (greeting,))
    step = ask_next(script, dialogue, greeting, at)
    return replace(step, effects=tuple(one for one in step.effects if isinstance(one, Say)))


def _respond(script: Script, before: Dialogue, reading: Reading, at: datetime) -> Step:
    """The step after a message was read, by what it does to the conversation."""
    if before.phase == "stopped":
        return _after_stop(script, before, reading, at)
    learned = learn(script, before.sheet, before.signals, reading, at, before.asked)
    known = _with_what_was_learned(script, before, learned, reading)
    update = _update(before, learned, reading)
    if Signal.OPT_OUT in reading.signals:
        stopped = replace(known, phase="stopped", asked=None, answered_by=None)
        return Step(stopped, (Say((SayText("opted_out"),), turn=known.turns), *update))
    if before.phase == "held":
        return _while_held(before, known, reading, at, update)
    introduction = _introduction(before)
    known = replace(known, introduced=True)
    if Signal.WANTS_HUMAN in reading.signals:
        return _call_a_person(before, known, reading, introduction, at)
    goodbye = closing(reading, qualified=is_qualified(script, known))
    if known.abuse > ABUSE_AT_MOST and Signal.ABUSIVE in reading.signals:
        goodbye = goodbye or "close_abusive"
    if goodbye is not None and not (goodbye == "close_abusive" and before.phase == "closed"):
        return _leave(script, known, goodbye, introduction, at, update)
    acts = (*introduction, *reactions(script, before, learned, reading))
    say = Say(acts, reading.bridge, reading.asks, known.turns)
    if before.phase == "closed" and not _takes_up_again(before, learned, reading):
        return after_the_close(before, known, say, reading, update)
    step = go_on(Heard(script, before, learned, reading, at, update), known, say)
    if before.phase == "closed" and step.dialogue.phase == "closed":
        known = replace(step.dialogue, handed_over=before.handed_over)
        if _nothing_changed(script, before, known):
            return after_the_close(before, known, say, reading, update)
    return step


def _after_stop(script: Script, before: Dialogue, reading: Reading, at: datetime) -> Step:
    """Silence, until they ask for us again in so many words."""
    if Signal.OPT_IN not in reading.signals or Signal.OPT_OUT in reading.signals:
        return Step(before)
    learned = learn(script, before.sheet, before.signals, reading, at, before.asked)
    known = _with_what_was_learned(script, before, learned, reading)
    say = Say((*_introduction(before), SayText("opted_in")), turn=known.turns)
    back = replace(known, phase="open", introduced=True)
    update = _update(before, learned, reading)
    if not upcoming(script, back) and not sales_awaits(script, back):
        return Step(replace(back, phase="closed"), (say, *update))
    return ask_next(script, back, say, at, update)


def _introduction(dialogue: Dialogue) -> tuple[Act, ...]:
    """Who we are goes before anything else that we say, once."""
    return () if dialogue.introduced else (Introduce(),)


def _leave(
    script: Script,
    known: Dialogue,
    goodbye: TextId,
    introduction: tuple[Act, ...],
    at: datetime,
    update: tuple[Effect, ...],
) -> Step:
    """The message ends the conversation; what others must take up is passed on."""
    closed = replace(known, phase="closed", asked=None, courtesies=0, parted=False)
    effects = update
    if goodbye == "close_support":
        closed = replace(closed, handed_over=known.handed_over or "support")
        effects = (HandOver("support"),)
    elif Signal.NOT_INTERESTED not in known.signals and sales_awaits(script, closed):
        closed = replace(closed, handed_over="qualified")
        effects = (HandOver("qualified"),)
    plan = planned(script, closed, at)
    promised = plan is not None and plan.why == "take_up_again"
    last = parting(script, closed, goodbye, sales_knows=bool(effects), promised=promised)
    return Step(closed, (Say((*introduction, last), turn=known.turns), *effects))


def _call_a_person(
    before: Dialogue,
    known: Dialogue,
    reading: Reading,
    introduction: tuple[Act, ...],
    at: datetime,
) -> Step:
    """A person is asked for, and told; who is to be called anyway, and only says when, is not made
    to wait for one in the chat.
    """
    awaited = before.phase == "closed" and before.handed_over == "qualified"
    if awaited and Signal.LATER in reading.signals:
        say = Say((*introduction, SayText("passed_on")), turn=known.turns)
        return Step(replace(known, courtesies=0), (say, HandOver("update")))
    held = replace(left_to_people(known), handed_over=known.handed_over or "wants_human")
    say = Say((*introduction, SayText("hold_for_human")), turn=known.turns)
    return Step(replace(held, held_since=at), (say, HandOver("wants_human")))


def _with_what_was_learned(
    script: Script, before: Dialogue, learned: Learned, reading: Reading
) -> Dialogue:
    """The prospect was heard: what they said is known, and the nudges start anew."""
    language = reading.language if reading.language in script.languages else None
    aside = reading.aside.quote if reading.aside else None
    unanswered = tuple(one for one in (reading.question, aside) if one is not None)
    return replace(
        before,
        language=language or before.language,
        sheet=learned.sheet,
        signals=learned.signals,
        turns=before.turns + (before.phase != "held"),
        nudges=0,
        left_alone=None,
        open_questions=(*before.open_questions, *unanswered)[-20:],
        later=reading.later or (before.later if Signal.LATER in learned.signals else None),
        abuse=before.abuse + (Signal.ABUSIVE in reading.signals),
    )


def _update(before: Dialogue, learned: Learned, reading: Reading) -> tuple[Effect, ...]:
    """Sales already has the lead: tell them what changed, what we promised to pass on, and that
    they may not write any more, or again.
    """
    learnt = learned.changed or learned.declined or learned.withdrawn
    news = learned.signals != before.signals or reading.question or reading.aside
    changed = bool(learnt or news or {Signal.OPT_OUT, Signal.OPT_IN} & reading.signals)
    return (HandOver("update"),) if before.handed_over and changed else ()


def _takes_up_again(before: Dialogue, learned: Learned, reading: Reading) -> bool:
    """Whether a message after the close goes on talking business (and is not just a "thank
    you").
    """
    resuming = {Signal.QUESTION, Signal.WANTS_DEMO, Signal.OPT_IN}
    said = learned.changed or learned.declined or learned.doubts
    interested_again = (RETURNING | MISTAKEN) & (before.signals - learned.signals)
    return bool(said or interested_again or resuming & reading.signals)


def _nothing_changed(script: Script, before: Dialogue, known: Dialogue) -> bool:
    """Whether the goodbye that was said still stands: the same outcome, and nothing left to do."""
    if sales_awaits(script, known):
        return False
    return verdict_on(script, known).outcome == verdict_on(script, before).outcome


def _while_held(
    before: Dialogue, known: Dialogue, reading: Reading, at: datetime, update: tuple[Effect, ...]
) -> Step:
    """A person answers; who waits long for one is told now and then that they have been heard."""
    known = left_to_people(known)
    if before.answered_by is None:
        known = replace(known, owed=tuple(dict.fromkeys((*before.owed, *reading.facts))))
    waited = before.held_since is None or at - before.held_since >= TOLD_AGAIN_AFTER
    if not waited or Signal.PLEASANTRY in reading.signals:
        return Step(known, update)
    say = Say((*_introduction(before), SayText("still_held")), turn=known.turns)
    return Step(replace(known, held_since=at, introduced=True), (say, *update))


def _taken_over(dialogue: Dialogue, event: PersonTookOver) -> Step:
    """A person answers from now on; who opted out is not written to by anybody. What they wrote to
    us before that still answers our question.
    """
    if dialogue.phase == "stopped":
        return Step(dialogue)
    answers_us = dialogue.phase == "open" and event.unread
    held = replace(dialogue, phase="held") if answers_us else left_to_people(dialogue)
    return Step(replace(held, answered_by=event.by, held_since=event.at, owed=()))


def _given_back(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """Back from a person: what was asked while nobody was there is answered, and what is left to
    ask is asked; where there is nothing left, they are bidden goodbye.
    """
    if dialogue.phase != "held":
        return Step(dialogue)
    owed = tuple(AnswerFact(fact) for fact in dialogue.owed if script.fact(fact) is not None)
    back = replace(dialogue, phase="open", answered_by=None, held_since=None, owed=())
    say = Say((*_introduction(back), *owed), turn=back.turns)
    if upcoming(script, back):
        return ask_next(script, back, say, at)
    return after_a_person(script, back, say)
