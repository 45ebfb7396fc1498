"""What did a caller hear of what we said? PURE: a message cut short is remembered as it was heard.

Else a model believes that it said what nobody heard, and a "yes" is taken for the answer to a
question that was never put.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.dialogue import Dialogue
from agent.messages import Message

_ENDS = re.compile(r"(?<=[.!?…])\s+")
CUT = "—"


def as_heard(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages as far as they were heard; without those of which nothing was."""
    return tuple(
        one if one.heard is None else replace(one, text=f"{one.heard}{CUT}")
        for one in messages
        if one.heard != ""
    )


def without_unheard_question(dialogue: Dialogue, before: Sequence[Message]) -> Dialogue:
    """The dialogue as if its question had not been put, where the caller cut in before it.

    `before`: what was said before the message that is read now.
    """
    if dialogue.asked is None or not before or not _missed(before[-1]):
        return dialogue
    tries = dict(dialogue.tries)
    tries[dialogue.asked] = max(0, tries.get(dialogue.asked, 0) - 1)
    return replace(dialogue, asked=None, offered=(), tries=tries)


def _missed(message: Message) -> bool:
    """Whether no word of the question that a message ends with was heard."""
    if message.heard is None or message.author == "prospect":
        return False
    sentences = _ENDS.split(message.text)
    asking = [place for place, one in enumerate(sentences) if "?" in one]
    if not asking:
        return False
    before = " ".join(sentences[: asking[-1]])
    return len(message.heard.split()) <= len(before.split())
