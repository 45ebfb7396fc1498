"""What does a second reading change? PURE: messages that were read plainly, because no model could
be used, read again by one.

What is known is corrected, sales learn of it once, and not a word is said to the prospect. What
they wrote later wins, and what the model does not mention stands: to be silent is not to correct.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.moves import (
    RECONTACTS,
    Dialogue,
    HandOver,
    MessagesReread,
    Remind,
    SecondReading,
    Step,
)
from agent.reading import ReadAnswer
from agent.steps.agenda import left_to_people, upcoming
from agent.steps.reactions import closing
from qualification.answers import Answer, AnswerSheet, Declined
from qualification.decision import decide
from qualification.normalise import fold
from qualification.profile.prefilling import prefill
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Money, Text, Timeframe, Value

MOST_QUESTIONS = 20
_LEAVING = frozenset({Signal.SUPPORT, Signal.WRONG_PERSON, Signal.NOT_INTERESTED, Signal.LATER})
"""How it ends, unless the prospect has gone on since."""


def reread(script: Script, before: Dialogue, event: MessagesReread) -> Step:
    """The step after a second reading; the record of those who have opted out is left alone."""
    if before.phase == "stopped":
        return Step(before)
    heard = _heard(before, event.readings)
    after = replace(before, signals=before.signals | heard)
    for one in event.readings:
        after = _learn(after, one)
    last = event.readings[-1]
    if Signal.LATER in after.signals and not last.later:
        after = replace(after, later=last.reading.later or after.later)
    after = replace(after, sheet=prefill(script, after.sheet))
    step = _decide(script, before, after, heard, event.readings)
    if step.dialogue.phase != "open" or event.remind_at is None or event.remind_why in RECONTACTS:
        return step
    settled = before.asked is not None and step.dialogue.sheet.settled(before.asked)
    if settled and not upcoming(script, step.dialogue):
        return step  # nothing is left to remind of
    return replace(step, effects=(*step.effects, Remind(event.remind_at, event.remind_why)))


def corrected(sheet: AnswerSheet, one: SecondReading) -> AnswerSheet:
    """The sheet with what a second reading found, as of when it was said."""
    for read in one.reading.answers:
        if not _stands(sheet, read, one):
            answer = Answer(read.key, read.value, one.at, read.evidence, "reread")
            sheet = sheet.with_answer(answer)
    for doubt in one.reading.doubts:
        known = sheet.answers.get(doubt.key)
        if doubt.why == "withdrawn" and known is not None and known.given <= one.at:
            sheet = sheet.without_answer(doubt.key)
    for decline in one.reading.declines:
        if not sheet.settled(decline.key):
            declined = Declined(decline.key, decline.reason, decline.evidence)
            sheet = sheet.with_declined(declined)
    return sheet


def _stands(sheet: AnswerSheet, read: ReadAnswer, one: SecondReading) -> bool:
    """Whether what is known goes before what was read now."""
    known = sheet.stated(read.key)
    evidence = (known or sheet.declined.get(read.key) or read).evidence
    if evidence is not None and evidence.message in one.later:
        return True
    if known is None:
        return False
    if evidence is not None and evidence.message in one.messages:
        return _says_no_more(read.value, known.value)
    return not (read.corrects or read.key == one.asked)


def _says_no_more(new: Value, known: Value) -> bool:
    """Whether a value is the known one, or the known one from fewer of the same words."""
    match new, known:
        case Money(), Money():
            currency, period = new.currency or known.currency, new.period or known.period
            same = replace(new, currency=currency, period=period, approximate=known.approximate)
            return same == known
        case Timeframe(), Timeframe():
            return replace(new, approximate=known.approximate) == known
        case Text(text=less), Text(text=more) if less and more:
            return fold(less) in fold(more) or fold(more) in fold(less)
        case _:
            return new == known


def _heard(before: Dialogue, readings: Sequence[SecondReading]) -> frozenset[Signal]:
    """What the first reading had missed and still counts."""
    heard = frozenset[Signal]()
    for one in readings:
        counts = {Signal.OPT_OUT}
        if not one.person_since:
            counts |= {Signal.WANTS_HUMAN}
        if Signal.NOT_INTERESTED not in before.signals:
            counts |= {Signal.WANTS_DEMO}
        if not one.later:
            counts |= _LEAVING
        heard |= (one.reading.signals - one.noticed) & counts
    return heard


def _learn(dialogue: Dialogue, one: SecondReading) -> Dialogue:
    sheet, asked = corrected(dialogue.sheet, one), one.reading.question
    if dialogue.phase == "open":
        sheet = _without_doubtful(sheet, one)
    if asked is None or Signal.QUESTION in one.noticed:
        return replace(dialogue, sheet=sheet)
    questions = (*dialogue.open_questions, asked)[-MOST_QUESTIONS:]
    return replace(dialogue, sheet=sheet, open_questions=questions)


def _without_doubtful(sheet: AnswerSheet, one: SecondReading) -> AnswerSheet:
    """The sheet without what was read in words that have two readings: it is asked about again."""
    for doubt in one.reading.doubts:
        known = sheet.answers.get(doubt.key)
        told = known.evidence.message if known is not None and known.evidence is not None else None
        if doubt.why == "disagrees" and told in one.messages:
            sheet = sheet.without_answer(doubt.key)
    return sheet


def _decide(
    script: Script,
    before: Dialogue,
    after: Dialogue,
    heard: frozenset[Signal],
    readings: Sequence[SecondReading],
) -> Step:
    """To whom the conversation belongs now, and what sales are told."""
    update = (HandOver("update"),) if before.handed_over and after != before else ()
    if Signal.OPT_OUT in heard:
        return Step(replace(after, phase="stopped", asked=None, answered_by=None), update)
    if before.phase == "held":
        return Step(after, update)
    if Signal.WANTS_HUMAN in heard:
        held = left_to_people(after)
        held = replace(held, handed_over=before.handed_over or "wants_human")
        return Step(held, (HandOver("wants_human"),))
    qualified = decide(script, after.sheet, after.signals).outcome == "qualified"
    leaving = replace(readings[-1].reading, signals=heard) if heard & _LEAVING else None
    goodbye = closing(leaving, qualified=qualified) if leaving else None
    if goodbye is not None:
        after = replace(after, phase="closed", asked=None)
    if goodbye == "close_support" and not before.handed_over:
        return Step(replace(after, handed_over="support"), (HandOver("support"),))
    if not qualified or Signal.NOT_INTERESTED in after.signals:
        return Step(after, update)
    if before.handed_over is None:
        return Step(replace(after, handed_over="qualified"), (HandOver("qualified"),))
    return Step(replace(after, handed_over="qualified") if update else after, update)
