"""Was the name that we offered confirmed? PURE, for both readers: "Am I speaking with Ana?"

A yes makes it theirs, with the yes as its quote; a no takes it back, and they are asked. Any other
answer is read as it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.messages import Message
from agent.moves import Dialogue
from agent.reading import Doubt, ReadAnswer, Reading
from agent.steps.asking import to_confirm
from qualification.answers import Evidence
from qualification.normalise import read_yes_no
from qualification.signals import Signal
from qualification.values import Contact

MOST_WORDS = 4
"""A yes or no with more words says something else too."""
_OF_A_NO = frozenset({Signal.REFUSES, Signal.NOT_INTERESTED})
"""What a bare no would mean after another question."""


def with_confirmation(dialogue: Dialogue, unread: Sequence[Message], reading: Reading) -> Reading:
    """The reading with the name, if it was confirmed; without a refusal, if it was denied."""
    name = to_confirm(dialogue.sheet)
    first = dialogue.tries.get("name") == 1 and dialogue.asked == "name"
    if not (name and first) or any(one.key == "name" for one in reading.answers):
        return reading
    for message in unread:
        said = read_yes_no(message.text, reading.language or dialogue.language)
        if said is None or len(message.text.split()) > MOST_WORDS:
            continue
        start, end = said.span
        evidence = Evidence(message.id, message.text[start:end])
        if said.yes:
            answer = ReadAnswer("name", Contact("name", name), evidence)
            return replace(reading, answers=(*reading.answers, answer))
        return replace(
            reading,
            declines=tuple(one for one in reading.declines if one.key != "name"),
            doubts=(*reading.doubts, Doubt("name", evidence, "withdrawn")),
            signals=reading.signals - _OF_A_NO,
        )
    return reading
