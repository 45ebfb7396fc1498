"""What does an open chat show next? First what it missed, from the record, then what happens."""

from typing import assert_never

from agent.happenings import Happening, Lagged, Listener, Partial, PhaseChanged, Said, Typing
from agent.ports import Replies
from channels.frames import Delta, FrameOut, MessageFrame, PhaseFrame, Ready, TypingFrame
from channels.ports import Record


class Feed:
    """The frames of one conversation after a sequence number: in order, none twice or left out."""

    __slots__ = ("_conversation", "_last", "_listener", "_record", "_replies")

    def __init__(
        self, conversation: str, after: int, listener: Listener, record: Record, replies: Replies
    ) -> None:
        self._conversation = conversation
        self._last = after
        self._listener = listener
        self._record = record
        self._replies = replies

    async def missed(self) -> list[FrameOut]:
        """What the record has after the last message sent, the phase, then Ready."""
        phase = (await self._replies.standing(self._conversation)).dialogue.phase
        return [*await self._from_record(), PhaseFrame(phase=phase), Ready()]

    async def news(self) -> list[FrameOut]:
        """Waits for something to happen: its frames, none when they were sent before."""
        return await self._frames(await anext(self._listener))

    async def _frames(self, happening: Happening) -> list[FrameOut]:
        match happening:
            case Said(message) if message.seq <= self._last:
                return []
            case Said(message) if message.seq == self._last + 1:
                self._last = message.seq
                return [MessageFrame.of(message)]
            case Said() | Lagged():
                return await self._from_record()
            case Partial():
                return [Delta.of(happening)]
            case Typing(on):
                return [TypingFrame(on=on)]
            case PhaseChanged(phase):
                return [PhaseFrame(phase=phase)]
            case _:
                assert_never(happening)

    async def _from_record(self) -> list[FrameOut]:
        frames: list[FrameOut] = []
        for message in await self._record.transcript_after(self._conversation, self._last):
            self._last = message.seq
            frames.append(MessageFrame.of(message))
        return frames
