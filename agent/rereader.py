"""When is a turn read again that was read plainly? As soon as a model answers, for a day at most.

Each turn is read as it would have been read then: with the question that was pending, and what was
known and said before it. All that a conversation left behind is written as one correction, in one
transaction under the lease. Nothing is held while the model reads: a prospect who writes goes
first.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from agent.backlog import TALK, Backlog, PlainTurn, Waiting
from agent.dialogue import MessagesReread, Phase, advance
from agent.errors import LeaseLost, ModelError, ModelNonsense, MoreArrived
from agent.hearing import as_heard
from agent.messages import Channel
from agent.moves import SecondReading
from agent.ports import Claim, Clock, SecondRead, Workspace
from agent.reading import CallRecord, Page, Reader, Reading, legible
from agent.steps.rereading import corrected
from agent.turn import make_turn
from agent.turns import LEASE
from qualification.answers import AnswerSheet

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=15)
"""Between two tries: as long as it has waited already, within these."""
SOON = timedelta(seconds=10)
"""The conversation is busy: not the model's fault."""
PATIENCE = timedelta(days=1)
"""After it, what was read plainly stays as it is."""
USELESS = 3
"""Answers that could not be used; another one of the same model would be no better."""
WRITES, WRITE_PAUSE = 10, 0.5
"""Tries, and seconds between them, to write what was read while the prospect keeps us busy."""


@dataclass
class _Attempt:
    """What one try has read, and what it has cost."""

    read: list[tuple[PlainTurn, Reading]] = field(default_factory=list)
    useless: list[PlainTurn] = field(default_factory=list)
    calls: list[CallRecord] = field(default_factory=list)

    def has_failed(self, turn: PlainTurn) -> bool:
        """Whether no more is to be expected of a model."""
        return turn.useless + (turn in self.useless) >= USELESS


class Rereader:
    """Reads the turns of the backlog; the handler of jobs of the kind `reread`."""

    def __init__(
        self,
        backlog: Backlog,
        workspace: Workspace,
        readers: Mapping[Channel, Reader],
        clock: Clock,
        tell: Callable[[str, Phase], None],
        lease: timedelta = LEASE,
    ) -> None:
        """`tell`: hears of a conversation that stands otherwise now."""
        self._backlog = backlog
        self._workspace = workspace
        self._readers = readers
        self._clock = clock
        self._tell = tell
        self._lease = lease
        self._busy: set[str] = set()

    async def read_again(self, entry: str) -> datetime | None:
        """Make one try at an entry of the backlog; when to make the next, if there is to be one."""
        waiting = await self._backlog.waiting(entry)
        if waiting is None:
            return None
        if waiting.conversation in self._busy:
            return self._clock.now() + SOON
        self._busy.add(waiting.conversation)
        try:
            return await self._try(entry, waiting)
        finally:
            self._busy.discard(waiting.conversation)

    async def _try(self, entry: str, waiting: Waiting) -> datetime | None:
        attempt = await self._read(waiting)
        written = bool(attempt.read) and await self._write(entry, attempt)
        now = self._clock.now()
        calls = () if written else attempt.calls
        await self._backlog.put_off(waiting, attempt.useless, calls, now)
        if attempt.read and not written:
            return now + SOON
        done = {turn.id for turn, _ in attempt.read}
        left = [turn for turn in waiting.turns if turn.id not in done]
        lost = [one for one in left if attempt.has_failed(one) or now - one.at >= PATIENCE]
        if lost:
            log.warning("%s: %d turns stay read plainly", waiting.conversation, len(lost))
            await self._backlog.leave(lost, "given_up", now)
        return next((_next(one, now) for one in left if one.id == entry and one not in lost), None)

    async def _read(self, waiting: Waiting) -> _Attempt:
        """Turn by turn, each with what is known after the one before it."""
        attempt, sheet = _Attempt(), waiting.dialogue.sheet
        reader = self._readers.get(waiting.channel)
        if reader is None:
            return attempt
        for turn in waiting.turns:
            try:
                result = await reader.read(_page(waiting, turn, sheet))
            except ModelNonsense as error:
                attempt.useless.append(turn)
                attempt.calls += error.calls
                continue
            except ModelError as error:
                attempt.calls += error.calls
                break
            attempt.read.append((turn, result.reading))
            attempt.calls += result.calls
            sheet = corrected(sheet, _second_reading(waiting, turn, result.reading))
        return attempt

    async def _write(self, entry: str, attempt: _Attempt) -> bool:
        """Write what was read, between the turns; False when there was no room for it."""
        for _ in range(WRITES):
            waiting = await self._backlog.waiting(entry)
            if waiting is None:
                return True
            now = self._clock.now()
            claim = await self._workspace.claim(waiting.conversation, now, self._lease)
            if claim is not None:
                try:
                    return await self._correct(claim, entry, attempt)
                except MoreArrived:
                    await self._workspace.release(claim)
                except LeaseLost:
                    log.info("%s was taken over before it was corrected", claim.conversation)
            await asyncio.sleep(WRITE_PAUSE)
        return False

    async def _correct(self, claim: Claim, entry: str, attempt: _Attempt) -> bool:
        """What waits is looked up again: under the lease nobody else can strike it off."""
        if claim.unread:
            raise MoreArrived(claim.conversation)
        waiting = await self._backlog.waiting(entry)
        left = {turn.id for turn in waiting.turns} if waiting else set()
        read = [(turn, reading) for turn, reading in attempt.read if turn.id in left]
        if waiting is None or not read:
            await self._workspace.release(claim)
            return True
        now = self._clock.now()
        found = tuple(_second_reading(waiting, turn, reading) for turn, reading in read)
        why = claim.remind_why or "nudge"
        reread = MessagesReread(found, claim.remind_at, now, why)
        step = advance(claim.script, claim.dialogue, reread)
        turn = make_turn(
            claim,
            step,
            now,
            message=uuid4().hex,
            calls=attempt.calls,
            reread=[SecondRead(turn.id, reading) for turn, reading in read],
        )
        await self._workspace.commit(claim, turn, seen=claim.inbound_seq)
        if step.dialogue.phase != claim.dialogue.phase:
            self._tell(claim.conversation, step.dialogue.phase)
        return True


def _next(turn: PlainTurn, now: datetime) -> datetime:
    return now + min(LONGEST_PAUSE, max(FIRST_PAUSE, now - turn.at))


def _page(waiting: Waiting, turn: PlainTurn, sheet: AnswerSheet) -> Page:
    """What the reader would have been given then; nothing will be asked, so nothing is expected."""
    messages = [one for one in waiting.messages if one.seq <= turn.last_seq]
    return Page(
        script=waiting.script,
        sheet=_known_before(sheet, turn.at),
        language=turn.language,
        asked=turn.asked,
        expected=(),
        unread=legible(
            [one for one in messages if one.seq >= turn.first_seq and one.author == "prospect"]
        ),
        transcript=as_heard([one for one in messages if one.seq < turn.first_seq][-TALK:]),
        now=turn.at,
    )


def _known_before(sheet: AnswerSheet, at: datetime) -> AnswerSheet:
    known = sheet.without_inferences()
    given = (one for one in (*known.replaced, *known.answers.values()) if one.given < at)
    return AnswerSheet(answers={one.key: one for one in given})


def _second_reading(waiting: Waiting, turn: PlainTurn, reading: Reading) -> SecondReading:
    said = [one for one in waiting.messages if one.author == "prospect"]
    again = range(turn.first_seq, turn.last_seq + 1)
    return SecondReading(
        reading=reading,
        at=turn.at,
        asked=turn.asked,
        noticed=turn.noticed,
        messages=frozenset(one.id for one in said if one.seq in again),
        later=frozenset(one.id for one in said if one.seq > turn.last_seq),
        person_since=any(
            one.author == "person" and one.seq >= turn.first_seq for one in waiting.messages
        ),
    )
