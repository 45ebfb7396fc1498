"""What does an open chat show next? First what it missed, from the record, then what happens."""

from typing import assert_never

from agent.dialogue import Phase
from agent.happenings import (
    Happening,
    Lagged,
    Listener,
    Offered,
    Partial,
    PhaseChanged,
    Said,
    Typing,
    Writing,
)
from agent.ports import Replies
from agent.reception import choices
from channels.chat.frames import (
    ChoicesFrame,
    Delta,
    FrameOut,
    MessageFrame,
    PhaseFrame,
    Ready,
    TypingFrame,
)
from channels.chat.ports import Record


class Feed:
    """The frames of one conversation after a sequence number: in order, none twice or left out."""

    __slots__ = ("_conversation", "_last", "_listener", "_phase", "_record", "_replies")

    def __init__(
        self, conversation: str, after: int, listener: Listener, record: Record, replies: Replies
    ) -> None:
        self._conversation = conversation
        self._last = after
        self._listener = listener
        self._phase: Phase | None = None
        self._record = record
        self._replies = replies

    async def missed(self) -> list[FrameOut]:
        """What the record has after the last message sent, the phase, then Ready."""
        return [*await self._from_record(), Ready()]

    async def news(self) -> list[FrameOut]:
        """Waits for something to happen: its frames, none when they were sent before."""
        return await self._frames(await anext(self._listener))

    async def _frames(self, happening: Happening) -> list[FrameOut]:
        match happening:
            case Said(message) if message.seq <= self._last:
                return []
            case Said(message) if message.seq == self._last + 1:
                self._last = message.seq
                news = await self._standing_on_record() if happening.elsewhere else []
                return [MessageFrame.of(message), *news]
            case Said() | Lagged():
                return await self._from_record()
            case Partial():
                return [Delta.of(happening)]
            case Typing(on):
                return [TypingFrame(on=on)]
            case Writing():
                return []
            case PhaseChanged(phase):
                self._phase = phase
                return [PhaseFrame(phase=phase)]
            case Offered(offered):
                return [ChoicesFrame(choices=list(offered))]
            case _:
                assert_never(happening)

    async def _from_record(self) -> list[FrameOut]:
        """The messages after the last one sent, then the phase if it is another one, and what may
        be chosen.
        """
        frames: list[FrameOut] = []
        while page := await self._record.transcript_after(self._conversation, self._last):
            self._last = page[-1].seq
            frames += map(MessageFrame.of, page)
        return [*frames, *await self._standing_on_record()]

    async def _standing_on_record(self) -> list[FrameOut]:
        now = await self._replies.standing(self._conversation)
        frames: list[FrameOut] = []
        if now.dialogue.phase != self._phase:
            self._phase = now.dialogue.phase
            frames.append(PhaseFrame(phase=now.dialogue.phase))
        if offered := choices(now.script, now.dialogue):
            frames.append(ChoicesFrame(choices=list(offered)))
        return frames
