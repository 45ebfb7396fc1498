"""What is still to be found out? PURE: the questions to come, the verdict, and who waits for it."""

from dataclasses import replace

from agent.moves import Dialogue
from qualification.decision import Verdict, decide, questions
from qualification.script import Script


def verdict_on(script: Script, dialogue: Dialogue) -> Verdict:
    """The verdict on what the dialogue knows."""
    return decide(script, dialogue.sheet, dialogue.signals)


def is_qualified(script: Script, dialogue: Dialogue) -> bool:
    """Whether the lead qualifies by what is known."""
    return verdict_on(script, dialogue).outcome == "qualified"


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


def matters(script: Script, dialogue: Dialogue, key: str) -> bool:
    """Whether a question would be put if nothing were known about it."""
    answers = {one: answer for one, answer in dialogue.sheet.answers.items() if one != key}
    without = replace(dialogue, sheet=replace(dialogue.sheet, answers=answers))
    return key in upcoming(script, without)


def left_to_people(dialogue: Dialogue) -> Dialogue:
    """The dialogue in which people of ours answer: what is said to them is no answer to us, so
    nothing is pending; we ask anew when it is given back.
    """
    return replace(dialogue, phase="held", asked=None, offered=())


def sales_awaits(script: Script, dialogue: Dialogue) -> bool:
    """The lead is qualified and sales has not got it as such."""
    return is_qualified(script, dialogue) and dialogue.handed_over != "qualified"
