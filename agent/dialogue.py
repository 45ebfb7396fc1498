"""What happens next in a conversation? PURE: advance(script, dialogue, event) -> Step. This file
decides it.

Nothing here waits, asks the time or draws lots: events carry their time, effects say what is to be
done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from agent.aloud import say_value
from agent.learning import RETURNING, Learned, learn
from agent.moves import (
    Dialogue,
    Effect,
    Event,
    HandOver,
    LeadArrived,
    LeadFellSilent,
    LeadSpoke,
    MessageRead,
    MessagesReread,
    PersonGaveBack,
    PersonTookOver,
    Phase,
    Read,
    Remind,
    Step,
)
from agent.reactions import DIGRESSIONS, closing, reactions
from agent.reading import Reading
from agent.rereading import reread
from agent.speech import Act, AskQuestion, Introduce, Say, SayText
from qualification.answers import AnswerSheet, Declined
from qualification.decision import Outcome, Verdict, can_qualify, decide, questions
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Value
from qualification.wording import TextId

__all__ = [
    "PATIENCE",
    "Dialogue",
    "Effect",
    "Event",
    "HandOver",
    "LeadArrived",
    "LeadFellSilent",
    "LeadSpoke",
    "MessageRead",
    "MessagesReread",
    "PersonGaveBack",
    "PersonTookOver",
    "Phase",
    "Read",
    "Remind",
    "Step",
    "advance",
    "upcoming",
    "verdict_on",
]

PATIENCE = timedelta(minutes=5)
"""A qualified lead that falls silent before giving a contact goes to sales after this long all the
same.
"""


def advance(script: Script, dialogue: Dialogue, event: Event) -> Step:
    """The next step of a conversation."""
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
        case LeadFellSilent(at=at):
            return _after_silence(script, dialogue, at)
        case PersonTookOver(by=by):
            return _taken_over(dialogue, by)
        case PersonGaveBack(at=at):
            return _given_back(script, dialogue, at)
        case MessagesReread():
            return reread(script, dialogue, event)
        case _ as never:
            assert_never(never)


def verdict_on(script: Script, dialogue: Dialogue) -> Verdict:
    """The verdict on what the dialogue knows."""
    return decide(script, dialogue.sheet, dialogue.signals)


def upcoming(script: Script, dialogue: Dialogue) -> tuple[str, ...]:
    """The questions still to be put, in order: criteria while they can change the verdict, then the
    contact.
    """
    sheet = dialogue.sheet
    contact = tuple(kind for kind in script.contact.ask if not sheet.settled(kind))
    criteria = questions(script, sheet, dialogue.signals)
    outcome = verdict_on(script, dialogue).outcome
    match script.contact.when:
        case "first" if outcome != "unqualified":
            return (*contact, *criteria)
        case "qualified" if outcome != "unqualified":
            return (*criteria, *contact)
        case _:
            return criteria


def _arrive(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """The greeting and the first question; who has not written a word yet is not reminded."""
    step = _ask_next(script, dialogue, Say(_introduction(dialogue)), at)
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
        return Step(known, update)
    introduction = _introduction(before)
    known = replace(known, introduced=True)
    if Signal.WANTS_HUMAN in reading.signals:
        held = replace(known, phase="held", handed_over=known.handed_over or "wants_human")
        say = Say((*introduction, SayText("hold_for_human")), turn=known.turns)
        return Step(held, (say, HandOver("wants_human")))
    say = Say(
        (*introduction, *reactions(script, before.asked, learned, reading)),
        reading.bridge,
        reading.asks,
        known.turns,
    )
    goodbye = closing(reading, qualified=verdict_on(script, known).outcome == "qualified")
    if goodbye is not None:
        say = Say((*introduction, SayText(goodbye)), turn=known.turns)
        return _leave(script, known, say, update)
    if before.phase == "closed" and not _takes_up_again(before, learned, reading):
        return Step(known, (_or_courtesy(say, reading), *update))
    return _go_on(script, before, known, learned, reading, say, at, update)


def _after_stop(script: Script, before: Dialogue, reading: Reading, at: datetime) -> Step:
    """Silence, until they ask for us again in so many words."""
    if Signal.OPT_IN not in reading.signals or Signal.OPT_OUT in reading.signals:
        return Step(before)
    learned = learn(script, before.sheet, before.signals, reading, at, before.asked)
    known = _with_what_was_learned(script, before, learned, reading)
    say = Say((*_introduction(before), SayText("opted_in")), turn=known.turns)
    back = replace(known, phase="open", introduced=True)
    update = _update(before, learned, reading)
    if not upcoming(script, back) and not _sales_awaits(script, back):
        return Step(replace(back, phase="closed"), (say, *update))
    return _ask_next(script, back, say, at, update)


def _introduction(dialogue: Dialogue) -> tuple[Act, ...]:
    """Who we are goes before anything else that we say, once."""
    return () if dialogue.introduced else (Introduce(),)


def _leave(script: Script, known: Dialogue, say: Say, update: tuple[Effect, ...]) -> Step:
    """The message ends the conversation; what others must take up is passed on."""
    closed = replace(known, phase="closed", asked=None)
    if SayText("close_support") in say.acts:
        closed = replace(closed, handed_over=known.handed_over or "support")
        return Step(closed, (say, HandOver("support")))
    if Signal.NOT_INTERESTED not in known.signals and _sales_awaits(script, closed):
        return Step(replace(closed, handed_over="qualified"), (say, HandOver("qualified")))
    return Step(closed, (say, *update))


def _with_what_was_learned(
    script: Script, before: Dialogue, learned: Learned, reading: Reading
) -> Dialogue:
    """The prospect was heard: what they said is known, and the nudges start anew."""
    language = reading.language if reading.language in script.languages else None
    unanswered = (reading.question,) if reading.question else ()
    return replace(
        before,
        language=language or before.language,
        sheet=learned.sheet,
        signals=learned.signals,
        turns=before.turns + (before.phase != "held"),
        nudges=0,
        open_questions=(*before.open_questions, *unanswered)[-20:],
    )


def _update(before: Dialogue, learned: Learned, reading: Reading) -> tuple[Effect, ...]:
    """Sales already has the lead: tell them what changed, and what we promised to pass on."""
    new = learned.changed or learned.declined or learned.signals != before.signals
    changed = new or reading.question is not None
    return (HandOver("update"),) if before.handed_over and changed else ()


def _takes_up_again(before: Dialogue, learned: Learned, reading: Reading) -> bool:
    """Whether a message after the close goes on talking business (and is not just a "thank
    you").
    """
    resuming = {Signal.QUESTION, Signal.WANTS_DEMO, Signal.OPT_IN}
    said = learned.changed or learned.declined or learned.doubts
    interested_again = RETURNING & (before.signals - learned.signals)
    return bool(said or interested_again or resuming & reading.signals)


def _or_courtesy(say: Say, reading: Reading) -> Say:
    """What is said after the close, where there is nothing to answer: a word, and no question."""
    acts = tuple(act for act in say.acts if act != SayText("my_pleasure"))
    text: TextId = "farewell" if Signal.PLEASANTRY in reading.signals else "after_close"
    return replace(say, acts=acts or (SayText(text),))


def _go_on(
    script: Script,
    before: Dialogue,
    known: Dialogue,
    learned: Learned,
    reading: Reading,
    say: Say,
    at: datetime,
    update: tuple[Effect, ...],
) -> Step:
    """Clear up what was unclear, put again what was not answered, else the next question."""
    limit = script.limits.asks_per_question
    unclear = _unclear(script, known, learned) if known.turns < script.limits.turns else None
    missed = before.asked if _missed(before, learned, reading) else None
    once_more = _worth_another_try(script, before, known, learned)
    was_offered = bool(before.offered) and missed is not None
    if unclear is not None and not was_offered and known.tries.get(unclear.key, 0) < limit:
        key, question = unclear.key, unclear.acts
        tries = _one_more(known.tries, key)
        asked = replace(known, phase="open", asked=key, offered=unclear.offered, tries=tries)
        return _spoken(script, asked, replace(say, acts=(*say.acts, *question)), at, update)
    if once_more is not None:
        sheet = _undeclined(known.sheet, once_more)
        known = replace(known, sheet=sheet, tries=_one_more(known.tries, once_more))
    elif missed is not None and (was_offered or known.tries.get(missed, 0) >= limit):
        given_up = known.sheet.with_declined(Declined(missed, "unclear"))
        known = replace(known, sheet=given_up)
    elif missed is not None:
        known = replace(known, tries=_one_more(known.tries, missed))
        say = replace(say, acts=(*say.acts, SayText("not_understood")))
    if before.phase == "closed" and _nothing_changed(script, before, known):
        return Step(known, (_or_courtesy(say, reading), *update))
    return _ask_next(script, known, say, at, update)


def _nothing_changed(script: Script, before: Dialogue, known: Dialogue) -> bool:
    """Whether the goodbye that was said still stands: the same outcome, and nothing left to do."""
    if upcoming(script, known) or _sales_awaits(script, known):
        return False
    return verdict_on(script, known).outcome == verdict_on(script, before).outcome


def _missed(before: Dialogue, learned: Learned, reading: Reading) -> bool:
    """Whether the message was a failed try at the pending question."""
    if before.asked is None or learned.sheet.settled(before.asked):
        return False
    return not (learned.changed or learned.declined or DIGRESSIONS & reading.signals)


def _worth_another_try(
    script: Script, before: Dialogue, known: Dialogue, learned: Learned
) -> str | None:
    """The pending question, where "I don't know" alone would keep the lead from qualifying."""
    key = before.asked
    if key is None or key not in learned.declined:
        return None
    fresh = known.tries.get(key, 0) < script.limits.asks_per_question
    cannot_say = known.sheet.declined[key].reason == "does_not_know"
    without = can_qualify(script, known.sheet, known.signals)
    with_it = can_qualify(script, _undeclined(known.sheet, key), known.signals)
    return key if fresh and cannot_say and with_it and not without else None


def _undeclined(sheet: AnswerSheet, key: str) -> AnswerSheet:
    """The sheet as if this question had not been declined."""
    declined = {one: why for one, why in sheet.declined.items() if one != key}
    return replace(sheet, declined=declined)


@dataclass(frozen=True, slots=True)
class _Unclear:
    """A question to clear something up, and the readings that it offers."""

    key: str
    acts: tuple[Act, ...]
    offered: tuple[Value, ...] = ()


def _unclear(script: Script, known: Dialogue, learned: Learned) -> _Unclear | None:
    """What must be cleared up before anything else, and how it is asked."""
    foreign = learned.foreign
    if foreign is not None and _matters(script, known, foreign.key):
        gaps = {"quote": foreign.quote, "currency": foreign.wanted}
        return _Unclear(foreign.key, (SayText("clarify_currency", gaps),))
    doubt = next((one for one in learned.doubts if _matters(script, known, one.key)), None)
    if doubt is None:
        return None
    if doubt.why == "invalid" and doubt.key in _INVALID:
        return _Unclear(doubt.key, (SayText(_INVALID[doubt.key]),))
    gaps = {"quote": doubt.evidence.quote}
    said = [say_value(script, doubt.key, one, known.language) for one in doubt.readings[:2]]
    if len(said) == 2 and said[0] != said[1]:
        between = SayText("clarify_between", {**gaps, "first": said[0], "second": said[1]})
        return _Unclear(doubt.key, (between,), doubt.readings[:2])
    return _Unclear(doubt.key, (SayText("clarify", gaps), AskQuestion(doubt.key)))


_INVALID: Mapping[str, TextId] = {"email": "invalid_email", "phone": "invalid_phone"}


def _matters(script: Script, known: Dialogue, key: str) -> bool:
    """Whether it would be asked if nothing were known about it."""
    answers = {one: answer for one, answer in known.sheet.answers.items() if one != key}
    without = replace(known, sheet=replace(known.sheet, answers=answers))
    return key in upcoming(script, without)


def _one_more(tries: Mapping[str, int], key: str) -> dict[str, int]:
    return {**tries, key: tries.get(key, 0) + 1}


def _ask_next(
    script: Script,
    dialogue: Dialogue,
    say: Say,
    at: datetime,
    effects: tuple[Effect, ...] = (),
) -> Step:
    """Put the pending question again if it still matters, else the first that does; close when none
    is left.
    """
    keys = upcoming(script, dialogue)
    if not keys or dialogue.turns >= script.limits.turns:
        return _close(script, dialogue, say, effects)
    key = dialogue.asked if dialogue.asked in keys else keys[0]
    attempt = max(1, dialogue.tries.get(key, 0))
    asked = replace(
        dialogue,
        phase="open",
        asked=key,
        offered=dialogue.offered if key == dialogue.asked else (),
        tries={**dialogue.tries, key: attempt},
        introduced=True,
    )
    say = replace(say, acts=(*say.acts, AskQuestion(key, attempt)))
    return _spoken(script, asked, say, at, effects)


def _spoken(
    script: Script, dialogue: Dialogue, say: Say, at: datetime, effects: tuple[Effect, ...]
) -> Step:
    """The step of a question just put: with the reminder for when nobody answers it."""
    remind = _reminder(script, dialogue, at)
    return Step(dialogue, (say, *effects, *((remind,) if remind else ())))


def _close(script: Script, dialogue: Dialogue, say: Say, effects: tuple[Effect, ...]) -> Step:
    """Nothing is left to ask: say goodbye by the verdict, and hand the qualified over.

    The goodbye thanks the prospect itself: once is enough.
    """
    say = replace(say, acts=tuple(act for act in say.acts if act != SayText("thanks")))
    outcome = verdict_on(script, dialogue).outcome
    say = replace(say, acts=(*say.acts, SayText(_GOODBYES[outcome])))
    closed = replace(dialogue, phase="closed", asked=None)
    if _sales_awaits(script, closed):
        return Step(replace(closed, handed_over="qualified"), (say, HandOver("qualified")))
    return Step(closed, (say, *effects))


_GOODBYES: Mapping[Outcome, TextId] = {
    "qualified": "close_qualified",
    "unqualified": "close_unqualified",
    "undecided": "close_undecided",
}


def _reminder(script: Script, dialogue: Dialogue, at: datetime) -> Remind | None:
    """When to come back: soon for a qualified lead that sales has not got yet, else by the script's
    nudges.
    """
    if _sales_awaits(script, dialogue):
        return Remind(at + PATIENCE)
    plan = script.nudge
    if plan is None or dialogue.nudges >= len(plan.after):
        return None
    waited = plan.after[dialogue.nudges - 1].exact() if dialogue.nudges else timedelta()
    due = at + plan.after[dialogue.nudges].exact() - waited
    return Remind(plan.quiet_hours.over(due) if plan.quiet_hours else due)


def _after_silence(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """Sales gets the qualified lead as it is; anybody else gets a word, but not in the
    quiet hours.
    """
    if dialogue.phase != "open" or dialogue.asked is None:
        return Step(dialogue)
    if _sales_awaits(script, dialogue):
        handed = replace(dialogue, handed_over="qualified")
        remind = _reminder(script, handed, at)
        return Step(handed, (HandOver("qualified"), *((remind,) if remind else ())))
    plan = script.nudge
    if plan is None or dialogue.nudges >= len(plan.after):
        return Step(dialogue)
    if plan.quiet_hours is not None and plan.quiet_hours.contains(at):
        return Step(dialogue, (Remind(plan.quiet_hours.over(at)),))
    nudged = replace(dialogue, nudges=dialogue.nudges + 1)
    attempt = max(1, dialogue.tries.get(dialogue.asked, 1))
    say = Say((SayText("nudge"), AskQuestion(dialogue.asked, attempt)), turn=dialogue.turns)
    return _spoken(script, nudged, say, at, ())


def _sales_awaits(script: Script, dialogue: Dialogue) -> bool:
    """The lead is qualified and sales has not got it as such."""
    qualified = verdict_on(script, dialogue).outcome == "qualified"
    return qualified and dialogue.handed_over != "qualified"


def _taken_over(dialogue: Dialogue, by: str) -> Step:
    """A person answers from now on; who opted out is not written to by anybody."""
    if dialogue.phase == "stopped":
        return Step(dialogue)
    return Step(replace(dialogue, phase="held", answered_by=by))


def _given_back(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """Back from a person: go on asking if anything is left to ask, without a word if not."""
    if dialogue.phase != "held":
        return Step(dialogue)
    back = replace(dialogue, phase="open", answered_by=None)
    if upcoming(script, back):
        return _ask_next(script, back, Say(_introduction(back), turn=back.turns), at)
    closed = replace(back, phase="closed", asked=None)
    if _sales_awaits(script, closed):
        return Step(replace(closed, handed_over="qualified"), (HandOver("qualified"),))
    return Step(closed)
