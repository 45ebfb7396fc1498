"""What does a step change on record? PURE: the effects of a step made into the rows of one turn."""

from collections.abc import Sequence
from datetime import datetime

from agent.dialogue import (
    RECONTACTS,
    Dialogue,
    HandOver,
    LeaveToPerson,
    Reason,
    Recontact,
    Remind,
    Step,
    verdict_on,
)
from agent.nurture import Standing, due, is_called_off
from agent.ports import Claim, SecondRead, Turn, Utterance
from agent.reading import CallRecord, Reading
from agent.speech import Say, compose
from qualification.analytics.holdout import is_to_be_reviewed
from qualification.handover import Cause, Handover, make_handover
from qualification.scoring import Scorecard, next_change, score


def make_turn(
    claim: Claim,
    step: Step,
    at: datetime,
    *,
    message: str,
    reading: Reading | None = None,
    calls: Sequence[CallRecord] = (),
    read_up_to: int | None = None,
    again: str | None = None,
    reread: Sequence[SecondRead] = (),
) -> Turn:
    """The turn of a step; `message` is the id of what is said, `read_up_to` all that the claim saw
    by default. What led to an opt-out is not read `again`.
    """
    dialogue = step.dialogue
    script = claim.script
    card = score_claim(claim, dialogue, at)
    texts = [
        compose(script, dialogue.language, effect, claim.channel)
        for effect in step.effects
        if isinstance(effect, Say)
    ]
    text = " ".join(text for text in texts if text)
    before = claim.dialogue.sheet.answers
    remind = _reminder(claim, step)
    answers = tuple(
        answer for key, answer in dialogue.sheet.answers.items() if before.get(key) is not answer
    )
    verdict = verdict_on(script, dialogue)
    standing = Standing(verdict.outcome, bool(answers), remind is not None)
    nurture_at = due(claim, dialogue, standing, at)
    return Turn(
        dialogue=dialogue,
        at=at,
        read_up_to=claim.inbound_seq if read_up_to is None else read_up_to,
        said=(Utterance(message, text),) if text else (),
        answers=answers,
        verdict=verdict,
        score=card,
        review=is_to_be_reviewed(script, claim.conversation, verdict, card.total),
        reading=reading,
        calls=tuple(calls),
        handover=_handover(claim, dialogue, step, card),
        remind_at=None if remind is None else remind.at,
        remind_why=None if remind is None else remind.why,
        recontact=_reason(step, Recontact),
        left_to_person=_reason(step, LeaveToPerson),
        rescore_at=next_change(
            script, dialogue.sheet, at, claim.scored.behaviour, last_message=claim.last_heard()
        ),
        again=None if dialogue.phase == "stopped" else again,
        reread=tuple(reread),
        nurture=None if nurture_at is None else _told(claim, dialogue, card, "nurture"),
        nurture_at=nurture_at,
        nurture_off=is_called_off(claim, dialogue),
    )


def score_claim(claim: Claim, dialogue: Dialogue, at: datetime) -> Scorecard:
    """The score with what the lead did, as far as the claim knows it."""
    return score(
        claim.script,
        dialogue.sheet,
        at,
        claim.scored.behaviour,
        before=claim.scored.tier,
        last_message=claim.last_heard(),
    )


def _reminder(claim: Claim, step: Step) -> Remind | None:
    """When to look whether they fell silent; a call keeps its own time, and ends."""
    found = next((one for one in step.effects if isinstance(one, Remind)), None)
    if found is not None and claim.channel == "voice" and found.why not in RECONTACTS:
        return None
    return found


def _reason(step: Step, effect: type[Recontact] | type[LeaveToPerson]) -> Reason | None:
    return next((one.why for one in step.effects if isinstance(one, effect)), None)


def _handover(claim: Claim, dialogue: Dialogue, step: Step, card: Scorecard) -> Handover | None:
    asked = next((one for one in step.effects if isinstance(one, HandOver)), None)
    return None if asked is None else _told(claim, dialogue, card, asked.why)


def _told(claim: Claim, dialogue: Dialogue, card: Scorecard, why: Cause) -> Handover:
    return make_handover(
        claim.script,
        dialogue.sheet,
        verdict_on(claim.script, dialogue),
        card,
        why=why,
        language=dialogue.language,
        channel=claim.channel,
        source=claim.source,
        open_questions=dialogue.open_questions,
        later=dialogue.later,
        stopped=dialogue.phase == "stopped",
        chosen_by=dialogue.chosen_by,
    )
