"""Who hears what is happening in a conversation right now? In-process publish and subscribe.

Only what a socket shows at once travels here; the record is in the database, and a listener that
missed
something reads it there by sequence number.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from agent.dialogue import Phase
from agent.messages import Message

QUEUE_LIMIT = 200
"""A listener this far behind is told to catch up from the record instead."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message is on record: the prospect's, ours or a person's."""

    message: Message
    elsewhere: bool = False
    """Another process put it there; whatever else changed with it is on record only."""


@dataclass(frozen=True, slots=True)
class Typing:
    """We are reading or writing, or have stopped."""

    on: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """The prospect is writing, or has stopped: for people who look on."""

    on: bool


@dataclass(frozen=True, slots=True)
class Partial:
    """A checked sentence of a message that is still being made; the whole message follows
    as Said.
    """

    message: str
    text: str
    index: int


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """The conversation is open, held by a person, closed or stopped now."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class Offered:
    """The visitor may choose one of these, by saying it, until something else is said."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lagged:
    """This listener was too slow and lost something: read the record again from the last
    known seq.
    """


Happening: TypeAlias = Said | Typing | Writing | Partial | PhaseChanged | Offered | Lagged


class Listener:
    """One socket's view of one conversation: an async iterator of happenings."""

    __slots__ = ("_ahead", "_waiting")

    def __init__(self) -> None:
        self._ahead: list[Happening] = []
        self._waiting: asyncio.Future[None] | None = None

    def hear(self, happening: Happening) -> None:
        """Add a happening; a listener that does not keep up gets Lagged instead of the backlog."""
        if len(self._ahead) >= QUEUE_LIMIT:
            self._ahead = [Lagged()]
        else:
            self._ahead.append(happening)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def __aiter__(self) -> AsyncIterator[Happening]:
        return self

    async def __anext__(self) -> Happening:
        while not self._ahead:
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        return self._ahead.pop(0)


class Listeners:
    """All the listeners of this process, by conversation."""

    def __init__(self) -> None:
        self._by_conversation: dict[str, set[Listener]] = {}
        self._making: dict[str, list[Happening]] = {}
        """What whoever comes while we write must be told: that we do, and the text so far."""

    def __len__(self) -> int:
        return sum(map(len, self._by_conversation.values()))

    def anybody(self, conversation: str) -> bool:
        """Whether somebody listens to this conversation here."""
        return conversation in self._by_conversation

    def conversations(self) -> tuple[str, ...]:
        """Those that somebody listens to here."""
        return tuple(self._by_conversation)

    def publish(self, conversation: str, happenings: Iterable[Happening]) -> None:
        """Tell every listener of the conversation."""
        heard = tuple(happenings)
        for happening in heard:
            self._remember(conversation, happening)
        for listener in self._by_conversation.get(conversation, ()):
            for happening in heard:
                listener.hear(happening)

    @contextmanager
    def listen(self, conversation: str) -> Iterator[Listener]:
        """Listen for as long as the block runs. Who comes in the middle of a message hears its
        beginning first.
        """
        listener = Listener()
        for happening in self._making.get(conversation, ()):
            listener.hear(happening)
        self._by_conversation.setdefault(conversation, set()).add(listener)
        try:
            yield listener
        finally:
            remaining = self._by_conversation[conversation]
            remaining.discard(listener)
            if not remaining:
                del self._by_conversation[conversation]

    def _remember(self, conversation: str, happening: Happening) -> None:
        match happening:
            case Typing(on=True):
                self._making[conversation] = [happening]
            case Typing(on=False):
                self._making.pop(conversation, None)
            case Partial(message=message) if conversation in self._making:
                said = self._making[conversation]
                if isinstance(said[-1], Partial) and said[-1].message != message:
                    del said[1:]  # the reading began anew: what it had said is void
                said.append(happening)
            case Said(message=message) if message.author != "prospect":
                del self._making.get(conversation, [])[1:]
            case _:
                pass
