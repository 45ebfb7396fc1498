"""When do we speak first? PURE: the reminders of a question put, and what they lead to.

After weeks or months it is agent/steps/recontact.py that decides.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from agent.moves import Dialogue, Effect, HandOver, LeadFellSilent, Remind, Step
from agent.speech import AskQuestion, Say, SayText
from agent.steps.agenda import sales_awaits, upcoming
from agent.steps.goodbyes import goodbye
from qualification.decision import decide
from qualification.script import Script

PATIENCE = timedelta(minutes=5)
"""A qualified lead that falls silent before giving a contact goes to sales after this long all the
same.
"""


def spoken(
    script: Script, dialogue: Dialogue, say: Say, at: datetime, effects: tuple[Effect, ...] = ()
) -> Step:
    """The step of a question just put: with the reminder for when nobody answers it."""
    remind = _reminder(script, dialogue, at)
    return Step(dialogue, (say, *effects, *((remind,) if remind else ())))


def after_silence(script: Script, dialogue: Dialogue, event: LeadFellSilent) -> Step:
    """Sales gets the qualified lead as it is; anybody else gets a word, but not in the
    quiet hours.
    """
    at = event.at
    if dialogue.phase != "open" or dialogue.asked is None:
        return Step(dialogue)
    if sales_awaits(script, dialogue):
        handed = replace(dialogue, handed_over="qualified")
        remind = _reminder(script, handed, at)
        return Step(handed, (HandOver("qualified"), *((remind,) if remind else ())))
    plan = script.nudge
    if plan is None or dialogue.nudges >= len(plan.after):
        return Step(dialogue)
    if plan.quiet_hours is not None and plan.quiet_hours.contains(at):
        return Step(dialogue, (Remind(plan.quiet_hours.over(at)),))
    key = _still_open(script, dialogue, dialogue.asked)
    if key is None:
        outcome = decide(script, dialogue.sheet, dialogue.signals).outcome
        parting = Say((SayText(goodbye(script, dialogue.sheet, outcome)),), turn=dialogue.turns)
        return Step(replace(dialogue, phase="closed", asked=None, offered=()), (parting,))
    attempt = max(1, dialogue.tries.get(key, 1))
    nudged = replace(dialogue, asked=key, nudges=dialogue.nudges + 1)
    nudged = replace(nudged, tries={**dialogue.tries, key: attempt})
    if key != dialogue.asked:
        nudged = replace(nudged, offered=())
    say = Say((SayText("nudge"), AskQuestion(key, attempt)), turn=dialogue.turns)
    return spoken(script, nudged, say, at)


def _still_open(script: Script, dialogue: Dialogue, asked: str) -> str | None:
    """The question pending, unless a second reading has found its answer: then the next one."""
    if asked not in dialogue.sheet.answers or dialogue.offered:
        return asked
    return next(iter(upcoming(script, dialogue)), None)


def _reminder(script: Script, dialogue: Dialogue, at: datetime) -> Remind | None:
    """When to come back: soon for a qualified lead that sales has not got yet, else by the script's
    nudges.
    """
    if sales_awaits(script, dialogue):
        return Remind(at + PATIENCE, "handover")
    plan = script.nudge
    if plan is None or dialogue.nudges >= len(plan.after):
        return None
    waited = plan.after[dialogue.nudges - 1].exact() if dialogue.nudges else timedelta()
    due = at + plan.after[dialogue.nudges].exact() - waited
    return Remind(plan.quiet_hours.over(due) if plan.quiet_hours else due)
