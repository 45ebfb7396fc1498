"""What must be cleared up before anything else, and how is it asked? PURE."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.aloud import say_value
from agent.moves import Dialogue
from agent.speech import Act, AskQuestion, SayText
from agent.steps.agenda import matters
from agent.steps.learning import Learned
from qualification.script import Script
from qualification.values import Value
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
    gaps = {"quote": doubt.evidence.quote}
    said = [say_value(script, doubt.key, one, known.language) for one in doubt.readings[:2]]
    if len(said) == 2 and said[0] != said[1]:
        between = SayText("clarify_between", {**gaps, "first": said[0], "second": said[1]})
        return Unclear(doubt.key, (between,), doubt.readings[:2])
    return Unclear(doubt.key, (SayText("clarify", gaps), AskQuestion(doubt.key)))
