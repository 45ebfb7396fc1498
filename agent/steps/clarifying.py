"""What must be cleared up before anything else, and how is it asked? PURE."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.aloud import say_value
from agent.moves import Dialogue
from agent.speech import Act, AskQuestion, SayText
from agent.steps.agenda import matters
from agent.steps.learning import Learned
from qualification.script import Script
from qualification.values import Language, Value
from qualification.wording import TextId

_INVALID: Mapping[str, TextId] = {"email": "invalid_email", "phone": "invalid_phone"}


@dataclass(frozen=True, slots=True)
class Unclear:
    """A question to clear something up, and the readings that it offers."""

    key: str
    acts: tuple[Act, ...]
    offered: tuple[Value, ...] = ()


def unclear(script: Script, known: Dialogue, learned: Learned) -> Unclear | None:
    """The first thing that is unclear and would change something."""
    foreign = learned.foreign
    if foreign is not None and matters(script, known, foreign.key):
        gaps = {"quote": foreign.quote, "currency": foreign.wanted}
        return Unclear(foreign.key, (SayText("clarify_currency", gaps),))
    doubt = next((one for one in learned.doubts if matters(script, known, one.key)), None)
    if doubt is None:
        return None
    if doubt.why == "invalid" and doubt.key in _INVALID:
        return Unclear(doubt.key, (SayText(_INVALID[doubt.key]),))
    if doubt.why == "withdrawn" and doubt.key == "name":
        return Unclear(doubt.key, (AskQuestion(doubt.key),))  # "no" to "am I speaking with Ana?"
    gaps = {"quote": doubt.evidence.quote}
    said = _said(script, doubt.key, known.language, doubt.readings)
    if said is not None:
        return Unclear(doubt.key, (SayText("clarify_between", gaps | said),), doubt.readings[:2])
    return Unclear(doubt.key, (SayText("clarify", gaps), AskQuestion(doubt.key)))


def between(script: Script, dialogue: Dialogue) -> Act | None:
    """The two readings that the pending question has offered, once more."""
    if dialogue.asked is None:
        return None
    said = _said(script, dialogue.asked, dialogue.language, dialogue.offered)
    return SayText("clarify_again", said) if said is not None else None


def _said(
    script: Script, key: str, language: Language, readings: Sequence[Value]
) -> dict[str, str] | None:
    """Two readings in words, if they can be told apart."""
    said = [say_value(script, key, one, language) for one in readings[:2]]
    apart = len(said) == 2 and said[0] != said[1]
    return {"first": said[0], "second": said[1]} if apart else None
