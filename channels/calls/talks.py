"""How does the talk of a call go on? Over the relay, in the simple mode, or not at all."""

from dataclasses import dataclass, replace

from channels.calls.lines import Line, Switchboard
from channels.calls.pages import NOT_RECORDED, Page
from channels.calls.twiml import Hangup, Say


@dataclass(frozen=True, slots=True)
class Talks:
    """Begins the talk, and takes it up again after something else."""

    board: Switchboard

    async def begin(self, line: Line) -> Page:
        """The first words, heard to their end; before them the notice, where it is recorded."""
        notice = self.board.pages.notice(line.script, line.language)
        return (*notice, *await self.go_on(line, first=True))

    async def unrecorded(self, line: Line, digits: str) -> Page:
        """A key was pressed at the notice: one of them leaves the recording out."""
        begin = await self.go_on(line, first=True)
        if digits != NOT_RECORDED:
            return (*self.board.pages.recording(line.script), *begin)
        await self.agree(line, agreed=False)
        return begin

    async def agree(self, line: Line, *, agreed: bool) -> None:
        """Whether the call may be recorded is on record, with the words they were told."""
        recording = line.script.recording
        if recording is not None:
            told, now = recording.notice[line.language], self.board.clock.now()
            await self.board.calls.agree(line.call, agreed, told, now)

    async def go_on(
        self, line: Line, *, said: tuple[Say, ...] = (), first: bool = False, after: int = 0
    ) -> Page:
        """Say this and what was said last, then listen; hang up when there is nothing to say.

        `first`: nobody cuts in. `after`: what was said up to this message is left out.
        """
        board, call, script = self.board, line.call, line.script
        last = await board.last_words(line, after)
        words = (*said, *last.spoken)
        if line.standing.dialogue.phase == "closed" and last.spoken:
            return board.pages.part(script, line.language, words, turn=last.seq)
        if line.standing.dialogue.phase == "closed":
            return (*words, *board.pages.goodbye(line.language))
        if line.standing.dialogue.phase == "stopped":
            return (*words, Hangup())
        if call.mode == "relay":
            return board.pages.relay(script, line.language, words, last.seq)
        return board.pages.listen(
            script, line.language, words, turn=last.seq, interruptible=not first
        )

    async def without_relay(self, line: Line) -> Line:
        """The line, in the simple mode from here on."""
        while line.call.mode != "gather":
            changed = replace(line.call, mode="gather")
            if await self.board.calls.change(line.call, changed):
                line = replace(line, call=changed)
            else:
                line = await self.board.line(line.call.sid) or line
        return line
