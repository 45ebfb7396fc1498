"""When do we speak first? PURE: the reminders of a question put, and what they lead to."""

from dataclasses import replace
from datetime import datetime, timedelta

from agent.moves import Dialogue, Effect, HandOver, Remind, Step
from agent.speech import AskQuestion, Say, SayText
from agent.steps.agenda import sales_awaits
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


def after_silence(script: Script, dialogue: Dialogue, at: datetime) -> Step:
    """Sales gets the qualified lead as it is; anybody else gets a word, but not in the
    quiet hours.
    """
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
    nudged = replace(dialogue, nudges=dialogue.nudges + 1)
    attempt = max(1, dialogue.tries.get(dialogue.asked, 1))
    say = Say((SayText("nudge"), AskQuestion(dialogue.asked, attempt)), turn=dialogue.turns)
    return spoken(script, nudged, say, at)


def _reminder(script: Script, dialogue: Dialogue, at: datetime) -> Remind | None:
    """When to come back: soon for a qualified lead that sales has not got yet, else by the script's
    nudges.
    """
    if sales_awaits(script, dialogue):
        return Remind(at + PATIENCE)
    plan = script.nudge
    if plan is None or dialogue.nudges >= len(plan.after):
        return None
    waited = plan.after[dialogue.nudges - 1].exact() if dialogue.nudges else timedelta()
    due = at + plan.after[dialogue.nudges].exact() - waited
    return Remind(plan.quiet_hours.over(due) if plan.quiet_hours else due)
