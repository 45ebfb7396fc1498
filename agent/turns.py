"""How is a turn taken? Claim, read, decide, write, tell: under a fenced lease, from the start again
when more came.

A turn holds its conversation by a lease, never by an open transaction. All that it changes is
written in one
transaction or not at all, so a process may die at any point: the messages stay unread, and the next
sweep, here
or elsewhere, answers them once.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

from agent.cues import signals_in
from agent.dialogue import (
    Event,
    LeadFellSilent,
    LeadSpoke,
    MessageRead,
    Read,
    Step,
    advance,
    upcoming,
)
from agent.errors import AgentError, EnoughToday, LeaseLost, ModelError, MoreArrived
from agent.evidence.confirming import with_confirmation
from agent.evidence.signing import with_signature
from agent.happenings import Listeners, Offered, Partial, PhaseChanged, Said, Typing
from agent.hearing import as_heard, without_unheard_question
from agent.messages import Channel, Message
from agent.placing import Placing
from agent.plain.plain_reader import PlainReader
from agent.ports import Claim, Clock, Turn, Utterance, Workspace
from agent.reading import CallRecord, Hear, Page, Reader, ReadResult, legible
from agent.reception import choices, is_reception
from agent.speech import Say
from agent.turn import make_turn
from agent.ways import way_to
from qualification.signals import Signal

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=5)
"""How long a conversation stays held when its process dies; renewed while a reading takes longer.
"""
RESTARTS = 3
"""How often a reading starts anew because the prospect went on writing; then it is read plainly, at
once.
"""
_PLAIN_TRIES = 20
"""Plain readings take milliseconds: so many interrupted in a row is not a person writing."""
WAIT_FOR_ALL = 1.0
"""Seconds that a sweep waits for its turns; those that take longer go on beside the next one."""
LONGEST_PAUSE = 600.0
"""Seconds between tries of a turn that keeps failing."""
SILENCING = frozenset({Signal.OPT_OUT, Signal.WANTS_HUMAN})
"""Where the words themselves show these, nothing is said ahead of the decision."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """How often a turn failed for no known reason, and when (loop time) it may be tried again."""

    failed: int
    until: float


NO_TROUBLE = Trouble(0, 0.0)


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn that was written here."""

    claim: Claim
    turn: Turn
    messages: tuple[Message, ...]
    read: ReadResult | None


class Turns:
    """The turns that this process takes; at most one at a time in each conversation."""

    def __init__(
        self,
        workspace: Workspace,
        readers: Mapping[Channel, Reader],
        listeners: Listeners,
        placing: Placing,
        clock: Clock,
        lease: timedelta = LEASE,
    ) -> None:
        """`readers`: the reader of each channel that has a model; the others are read plainly."""
        self._workspace = workspace
        self._readers = readers
        self._listeners = listeners
        self._placing = placing
        self._clock = clock
        self._lease = lease
        self._plain = PlainReader()
        self.written = 0
        """How many turns this process has written."""
        self._running: dict[str, asyncio.Task[Taken | None]] = {}
        self._troubles: dict[str, Trouble] = {}
        self._readings: dict[str, asyncio.Task[ReadResult]] = {}
        self._hushed: set[str] = set()
        """Their callers have cut in: no turn is taken before they have spoken."""
        self._aloud: dict[str, Utterance] = {}
        """What was said already of the message that a reading is making."""
        self._broken_off: dict[str, tuple[Utterance, ...]] = {}
        """What was said of messages that were never finished: the next turn puts it on record."""

    def begin(self, conversation: str) -> asyncio.Task[Taken | None]:
        """Start a turn, after the one that is running here if there is one."""
        self._hushed.discard(conversation)
        task = asyncio.get_running_loop().create_task(
            self._after(self._running.get(conversation), conversation)
        )
        self._running[conversation] = task
        task.add_done_callback(partial(self._ended, conversation))
        return task

    async def take(self, conversation: str) -> Taken | None:
        """Take a turn; None when there is nothing to answer or another process is at it.

        It goes on even if the caller is cancelled: a visitor who closes the page has still written.
        """
        return await asyncio.shield(self.begin(conversation))

    async def take_all(self, conversations: Iterable[str]) -> None:
        """Take the turns of several at once: none that fails or takes its time holds up the next.

        A turn that failed for no known reason is tried again ever more seldom.
        """
        now = asyncio.get_running_loop().time()
        tasks = {
            self.begin(one)
            for one in conversations
            if one not in self._running
            and one not in self._hushed
            and self._troubles.get(one, NO_TROUBLE).until <= now
        }
        if tasks:
            await asyncio.wait(tasks, timeout=WAIT_FOR_ALL)

    def interrupt(self, conversation: str) -> None:
        """More has come: a reading under way starts anew with it."""
        reading = self._readings.get(conversation)
        if reading is not None:
            reading.cancel()

    def hush(self, conversation: str, heard: str | None = None) -> None:
        """The caller has cut in: a reading under way is dropped, and none begins until `begin`.

        `heard`: what was heard of the message that it was making, where not all that was said.
        """
        self._hushed.add(conversation)
        said = self._aloud.get(conversation)
        if said is not None and heard is not None:
            self._aloud[conversation] = replace(said, heard=heard)
        self.interrupt(conversation)

    async def finish(self) -> None:
        """Wait until the running turns are written."""
        while self._running:
            await asyncio.wait(set(self._running.values()))

    async def write(self, claim: Claim, turn: Turn, read: ReadResult | None = None) -> Taken:
        """Write a turn and tell who listens."""
        messages = await self._workspace.commit(claim, turn, seen=claim.inbound_seq)
        self.written += 1
        self._troubles.pop(claim.conversation, None)
        self._listeners.publish(claim.conversation, [Said(message) for message in messages])
        if turn.dialogue.phase != claim.dialogue.phase:
            self._listeners.publish(claim.conversation, [PhaseChanged(turn.dialogue.phase)])
        if offered := choices(claim.script, turn.dialogue):
            self._listeners.publish(claim.conversation, [Offered(offered)])
        return Taken(claim, turn, messages, read)

    async def _after(
        self, running: asyncio.Task[Taken | None] | None, conversation: str
    ) -> Taken | None:
        if running is not None:
            await asyncio.wait({running})
        if conversation in self._hushed:
            return None
        claim = await self._workspace.claim(conversation, self._clock.now(), self._lease)
        if claim is None:
            return None
        try:
            if not claim.unread:
                return await self._look_after(claim)
            self._listeners.publish(conversation, [Typing(True)])
            try:
                return await self._answer(claim)
            finally:
                self._aloud.pop(conversation, None)
                self._listeners.publish(conversation, [Typing(False)])
        except LeaseLost:
            log.info("Conversation %s was taken over while it was read", conversation)
            return None

    def _ended(self, conversation: str, task: asyncio.Task[Taken | None]) -> None:
        if self._running.get(conversation) is task:
            del self._running[conversation]
        if task.cancelled() or (error := task.exception()) is None:
            return
        if isinstance(error, AgentError):
            log.warning("A turn of %s failed; the sweep takes it up: %r", conversation, error)
            return
        failed = self._troubles.get(conversation, NO_TROUBLE).failed + 1
        pause = min(LONGEST_PAUSE, 2.0**failed)
        until = asyncio.get_running_loop().time() + pause
        self._troubles[conversation] = Trouble(failed, until)
        log.error("A turn of %s failed %d times", conversation, failed, exc_info=error)

    async def _look_after(self, claim: Claim) -> Taken | None:
        """Nothing is unread: the prospect may have fallen silent."""
        now = self._clock.now()
        if claim.remind_at is None or claim.remind_at > now:
            await self._workspace.release(claim)
            return None
        why = claim.remind_why or "nudge"
        opens = way_to(claim, why, now)
        return await self._write_step(claim, LeadFellSilent(now, why, opens, claim.elsewhere))

    async def _write_step(self, claim: Claim, event: Event) -> Taken | None:
        step = advance(claim.script, claim.dialogue, event)
        if claim.channel == "voice" and any(isinstance(one, Say) for one in step.effects):
            step = Step(claim.dialogue)  # the call is over: nobody would hear it
        turn = make_turn(claim, step, event.at, message=uuid4().hex)
        try:
            return await self.write(claim, turn)
        except (MoreArrived, EnoughToday):
            await self._workspace.release(claim)
            return None

    async def _answer(self, first: Claim) -> Taken | None:
        """Read, decide, write; anew when the prospect wrote meanwhile, and plainly when that does
        not end.
        """
        claim: Claim | None = first
        spent: tuple[CallRecord, ...] = ()
        broken_off = self._broken_off.pop(first.conversation, ())
        trusted = first.conversation not in self._troubles
        for attempt in range(RESTARTS + _PLAIN_TRIES):
            if claim is None:
                return None
            now = self._clock.now()
            claim = replace(
                claim, dialogue=without_unheard_question(claim.dialogue, claim.transcript)
            )
            claim = await self._placing.enter(claim)
            step = advance(claim.script, claim.dialogue, LeadSpoke(now))
            message = uuid4().hex
            result = await self._read(
                claim,
                message,
                fully=Read(fully=True) in step.effects,
                hurried=attempt >= RESTARTS or not trusted,
            )
            aloud = self._aloud.pop(claim.conversation, None)
            if result is not None:
                now = self._clock.now()
                unread = legible(claim.unread)
                confirmed = with_confirmation(claim.dialogue, unread, result.reading)
                signed = with_signature(claim.dialogue, unread, confirmed)
                reading = await self._placing.read(claim, signed)
                result = replace(result, reading=reading)
                step = advance(claim.script, claim.dialogue, MessageRead(reading, now))
                spent += result.calls
                settled = await self._placing.settle(claim, reading, step)
                if isinstance(settled, Claim):
                    claim = settled  # read again, by the script that goes on
                    continue
                step = settled
                turn = make_turn(
                    claim,
                    step,
                    now,
                    message=message,
                    reading=reading,
                    calls=spent,
                    again=None if is_reception(claim.script) else result.again,
                )
                turn = replace(turn, said=(*broken_off, *turn.said))
                try:
                    return await self.write(claim, turn, result)
                except MoreArrived:
                    log.debug("More arrived in %s: reading anew", claim.conversation)
            if aloud is not None and claim.channel == "voice":
                broken_off = (*broken_off, aloud)
            if claim.conversation in self._hushed:
                self._broken_off[claim.conversation] = broken_off
                await self._workspace.release(claim)
                return None
            claim = await self._with_what_came(claim)
        return None

    async def _with_what_came(self, claim: Claim) -> Claim | None:
        """The claim anew, with the messages that have come; only if nobody took it meanwhile."""
        now = self._clock.now()
        if not await self._workspace.renew(claim, now, self._lease):
            raise LeaseLost(claim.conversation)
        return await self._workspace.claim(claim.conversation, now, self._lease, steal=True)

    async def _read(
        self, claim: Claim, message: str, *, fully: bool, hurried: bool
    ) -> ReadResult | None:
        """The reading of what is unread; None when it was interrupted by more.

        `hurried`: read plainly what a model should read, and let one do so later.
        """
        page = Page(
            script=claim.script,
            sheet=claim.dialogue.sheet.without_inferences(),
            language=claim.dialogue.language,
            asked=claim.dialogue.asked,
            expected=upcoming(claim.script, claim.dialogue),
            unread=legible(claim.unread),
            transcript=as_heard(claim.transcript),
            now=self._clock.now(),
            offered=claim.dialogue.offered,
        )
        shown = _shown_by_the_words(claim)
        reader = self._readers.get(claim.channel)
        if reader is None or not fully or Signal.OPT_OUT in shown:
            return await self._plain.read(page)
        if hurried:
            return replace(await self._plain.read(page), again="hurried")
        quiet = shown & SILENCING or is_reception(claim.script)
        hear = None if quiet else self._ear(claim.conversation, message)
        task = asyncio.get_running_loop().create_task(reader.read(page, hear))
        self._readings[claim.conversation] = task
        try:
            while not (await asyncio.wait({task}, timeout=self._lease.total_seconds() / 2))[0]:
                if not await self._workspace.renew(claim, self._clock.now(), self._lease):
                    raise LeaseLost(claim.conversation)
            return task.result()
        except ModelError as error:
            plainly = await self._plain.read(page)
            reading = replace(plainly.reading, bridge=error.heard)
            return ReadResult(reading, error.calls, again=error.outcome)
        except asyncio.CancelledError:
            if task.cancelled():
                return None
            raise
        except AgentError:
            raise
        except Exception:
            log.exception("Reading %s failed; it is read plainly", claim.conversation)
            return replace(await self._plain.read(page), again="failed")
        finally:
            task.cancel()
            self._readings.pop(claim.conversation, None)

    def _ear(self, conversation: str, message: str) -> Hear | None:
        """Passes sentences on as they are made, if anybody is there to see them."""
        if not self._listeners.anybody(conversation):
            return None
        index = 0

        def hear(sentence: str) -> None:
            nonlocal index
            said = self._aloud.get(conversation)
            text = f"{said.text} {sentence}" if said is not None else sentence
            self._aloud[conversation] = Utterance(message, text)
            self._listeners.publish(conversation, [Partial(message, sentence, index)])
            index += 1

        return hear


def _shown_by_the_words(claim: Claim) -> frozenset[Signal]:
    """The signals that the cues find in the unread messages: a stop must be honoured whatever a
    model reads.
    """
    return frozenset().union(*(signals_in(message.text) for message in legible(claim.unread)))
