"""What is still to be read again? Turns that were read plainly because no model could be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from agent.messages import Channel, Message
from agent.moves import Dialogue
from agent.reading import CallRecord
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Language

KIND = "reread"
"""The kind of job that has a turn read again; its row is the turn's entry in the backlog."""
TALK = 10
"""Messages before those to be read again that come with them."""
Left = Literal["given_up", "left_alone"]
"""Not read again: no model could in time, or the prospect has opted out since."""


@dataclass(frozen=True, slots=True)
class PlainTurn:
    """A turn that was read plainly although a model should have read it."""

    id: str
    first_seq: int
    """Of the prospect's messages that it read, and the last."""
    last_seq: int
    asked: str | None
    """The question that was pending."""
    language: Language
    noticed: frozenset[Signal]
    """What the plain reading made of it besides answers."""
    at: datetime
    useless: int = 0
    """How often a model has answered without anything that could be used."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation with all its turns that wait to be read again, oldest first."""

    conversation: str
    channel: Channel
    script: Script
    dialogue: Dialogue
    turns: tuple[PlainTurn, ...]
    messages: tuple[Message, ...]
    """From TALK before the first of those turns up to now, oldest first."""


class Backlog(Protocol):
    """Keeps those turns; they are added, and struck off, in the transaction of a turn."""

    async def waiting(self, entry: str) -> Waiting | None:
        """The conversation of an entry; None when that one does not wait any more."""
        ...

    async def put_off(
        self,
        waiting: Waiting,
        useless: Sequence[PlainTurn],
        calls: Sequence[CallRecord],
        now: datetime,
    ) -> None:
        """Nothing was written this time: keep what was spent, and for which turns a model has
        answered uselessly.
        """
        ...

    async def leave(self, turns: Sequence[PlainTurn], why: Left, now: datetime) -> None:
        """They will not be read again."""
        ...
