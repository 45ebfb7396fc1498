"""Who leads the conversations? The Conductor: opens them, receives, has turns taken, lets people
take over.

It is what every channel talks to. agent/turns.py takes the turns, agent/dialogue.py decides what
happens in them.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from agent.catalogue import Catalogue
from agent.dialogue import (
    Dialogue,
    Event,
    HandOver,
    LeadArrived,
    LeftAlone,
    PersonGaveBack,
    PersonTookOver,
    Phase,
    Step,
    advance,
    verdict_on,
)
from agent.errors import (
    LeaseLost,
    MoreArrived,
    NotHeld,
    NotTheHolder,
    OptedOut,
    Unavailable,
    UnknownConversation,
    UnknownScript,
)
from agent.happenings import Listener, Listeners, PhaseChanged, Said, Typing, Writing
from agent.messages import Channel, InboundMessage, Message, Opening, Receipt
from agent.placing import Placing
from agent.ports import NO_TIME, Claim, Clock, Inbox, Replies, Utterance, Workspace
from agent.reading import Reader, ReadResult
from agent.reception import choices, is_reception
from agent.speech import Say, compose
from agent.steps.agenda import sales_awaits
from agent.turn import make_turn
from agent.turns import LEASE, Taken, Turns
from qualification.answers import AnswerSheet
from qualification.choosing import NOWHERE, Arrival, ChosenBy, choose
from qualification.decision import Verdict
from qualification.handover import Why
from qualification.profile.prefilling import prefill
from qualification.scoring import Scorecard, score
from qualification.script import RECEPTION, Script
from qualification.values import Language

BURST = 4.0
"""Seconds after which a chat's turn starts even if the prospect keeps writing."""
PATIENCE = 30.0
"""Seconds to wait for a reply that another process is making."""
_LOOK_AGAIN = 0.1
SWEPT_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier conversation of the same person has brought: it is not asked again."""

    sheet: AnswerSheet
    handed_over: Why | None = None
    handover: str | None = None
    """The id of the hand-over: what changes goes to sales as an update of it."""


NOTHING_KNOWN = Known(AnswerSheet())


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation that has just begun."""

    conversation: str
    messages: tuple[Message, ...]
    dialogue: Dialogue
    script: Script

    @property
    def choices(self) -> tuple[str, ...]:
        """What they may choose from, in the words to say it with."""
        return choices(self.script, self.dialogue)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a message led to; `read` is None where the turn was taken elsewhere or earlier."""

    messages: tuple[Message, ...]
    dialogue: Dialogue
    script: Script
    verdict: Verdict
    score: Scorecard
    read: ReadResult | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """What they may choose from, in the words to say it with."""
        return choices(self.script, self.dialogue)


class Conductor:
    """Leads this process's share of the conversations; any number of processes may share one
    database.
    """

    def __init__(
        self,
        *,
        inbox: Inbox,
        workspace: Workspace,
        replies: Replies,
        catalogue: Catalogue,
        readers: Mapping[Channel, Reader],
        clock: Clock,
        lease: timedelta = LEASE,
    ) -> None:
        """`readers`: the reader of each channel that has a model; the others are read plainly."""
        self._inbox = inbox
        self._workspace = workspace
        self._replies = replies
        self._catalogue = catalogue
        self._clock = clock
        self._lease = lease
        self._listeners = Listeners()
        placing = Placing(catalogue, clock)
        self._turns = Turns(workspace, readers, self._listeners, placing, clock, lease)
        self._timers: dict[str, tuple[float, asyncio.TimerHandle]] = {}

    async def open(
        self,
        channel: Channel,
        address: str,
        script_key: str | None,
        language: Language | None = None,
        source: str | None = None,
        *,
        ours: str | None = None,
        greet: bool = True,
        known: Known = NOTHING_KNOWN,
        chosen_by: ChosenBy | None = "named",
        arrival: Arrival = NOWHERE,
    ) -> Opened:
        """Begin a conversation: its greeting is on record when this returns.

        `greet`: say who we are at once; otherwise with our first answer. `ours`: the number of ours
        they wrote to. `script_key`: None to have it chosen by how they arrive; `chosen_by`: what it
        was chosen by elsewhere. Raises UnknownScript, and AlreadyOpen when the thread has a
        conversation.
        """
        if script_key is None:
            script_key, chosen_by = await self._place(arrival)
        published = await self._catalogue.current(script_key)
        if published is None:
            raise UnknownScript(script_key)
        script, now = published.script, self._clock.now()
        spoken = language if language in script.languages else script.default_language
        dialogue = Dialogue(
            language=spoken,
            sheet=prefill(script, known.sheet),
            handed_over=known.handed_over,
            spoken=channel == "voice",
            chosen_by=None if is_reception(script) else chosen_by,
        )
        greeting = None
        if greet:
            step = advance(script, dialogue, LeadArrived(now))
            dialogue = step.dialogue
            says = (one for one in step.effects if isinstance(one, Say))
            text = " ".join(compose(script, dialogue.language, one, channel) for one in says)
            greeting = Utterance(uuid4().hex, text)
        opening = Opening(
            uuid4().hex,
            channel,
            address,
            published.id,
            dialogue.language,
            now,
            source,
            ours,
            known.handover,
        )
        await self._inbox.open(opening, dialogue, greeting)
        first = Message(greeting.id, 1, "agent", greeting.text, now) if greeting else None
        return Opened(opening.conversation, (first,) if first else (), dialogue, script)

    async def _place(self, arrival: Arrival) -> tuple[str, ChosenBy | None]:
        """The script for somebody who arrives so, or the reception."""
        scripts = [one.script for one in await self._catalogue.all_current()]
        chosen = choose(scripts, arrival)
        return (chosen.script, chosen.by) if chosen else (RECEPTION, None)

    async def thread(self, channel: Channel, theirs: str, ours: str) -> str | None:
        """The conversation that goes on between two numbers, None when there is none."""
        return await self._inbox.thread(channel, theirs, ours)

    async def receive(self, message: InboundMessage) -> Receipt:
        """Put a message on record; a reading that is under way starts anew with it.

        Raises Unavailable (nothing is on record) and UnknownConversation.
        """
        receipt = await self._inbox.receive(message)
        if not receipt.repeat:
            said = Message(
                receipt.message, receipt.seq, "prospect", message.text, message.received_at
            )
            self._listeners.publish(receipt.conversation, [Said(said)])
            self._turns.interrupt(receipt.conversation)
        return receipt

    async def answer(self, receipt: Receipt) -> Answered:
        """Our answer to a received message: the turn is taken here and now, or waited for.

        Raises Unavailable when nobody answered in time: the message is kept and will be answered.
        """
        deadline = asyncio.get_running_loop().time() + PATIENCE
        try_here = not receipt.repeat
        while True:
            if try_here:
                taken = await self._turns.take(receipt.conversation)
                if taken is not None and taken.turn.read_up_to >= receipt.seq:
                    return _answered(taken)
            said = await self._replies.said_after(receipt.conversation, receipt.seq)
            if said is not None:
                return await self.standing(receipt.conversation, said)
            if asyncio.get_running_loop().time() > deadline:
                raise Unavailable("The message is on record; its answer is still being made.")
            await asyncio.sleep(_LOOK_AGAIN)
            try_here = True

    async def standing(self, conversation: str, said: tuple[Message, ...] = ()) -> Answered:
        """Where a conversation stands, as the answer that was `said`. Raises
        UnknownConversation.
        """
        now = await self._replies.standing(conversation)
        verdict = verdict_on(now.script, now.dialogue)
        card = score(
            now.script,
            now.dialogue.sheet,
            self._clock.now(),
            now.scored.behaviour,
            before=now.scored.tier,
            last_message=now.scored.heard,
            verdict=verdict,
        )
        return Answered(said, now.dialogue, now.script, verdict, card)

    def hush(self, conversation: str, heard: str | None = None) -> None:
        """A caller has cut in: a reading under way is dropped, and the next one waits for
        `expect_turn`. `heard`: what they heard of the message it was making, if not all of it.
        """
        self._turns.hush(conversation, heard)

    def expect_turn(self, conversation: str, settle: float, longest: float = BURST) -> None:
        """Take the turn once nothing more has come for `settle` seconds, or after `longest`: a
        burst is one turn.
        """
        loop = asyncio.get_running_loop()
        began, timer = self._timers.pop(conversation, (loop.time(), None))
        if timer is not None:
            timer.cancel()
        due = min(loop.time() + settle, began + longest)
        self._timers[conversation] = (began, loop.call_at(due, self._settled, conversation))

    def listen(self, conversation: str) -> AbstractContextManager[Listener]:
        """Hear what happens in a conversation, for as long as the block runs."""
        return self._listeners.listen(conversation)

    def turns_written(self) -> int:
        """How many turns this process has written."""
        return self._turns.written

    def tell_phase(self, conversation: str, phase: Phase) -> None:
        """Tell this process's listeners that a conversation stands otherwise now."""
        self._listeners.publish(conversation, [PhaseChanged(phase)])

    def tell_typing(self, conversation: str, *, on: bool) -> None:
        """A person of ours is typing, or has stopped: this process's visitors see it."""
        self._listeners.publish(conversation, [Typing(on)])

    def tell_writing(self, conversation: str, *, on: bool) -> None:
        """The prospect is writing, or has stopped: who looks on in this process sees it."""
        self._listeners.publish(conversation, [Writing(on)])

    def publish(self, conversation: str, messages: Sequence[Message]) -> None:
        """Tell this process's listeners what another process put on record."""
        self._listeners.publish(
            conversation, [Said(message, elsewhere=True) for message in messages]
        )

    async def sweep(self, *, waiting: timedelta, more: timedelta = NO_TIME) -> int:
        """Take the turns that nobody took (a process died) and those of silence; how many there
        were. `waiting`, `more`: see Inbox.unanswered.
        """
        now = self._clock.now()
        left = await self._inbox.unanswered(now, SWEPT_AT_ONCE, waiting=waiting, more=more)
        left += await self._inbox.silent(now, SWEPT_AT_ONCE)
        await self._turns.take_all(dict.fromkeys(left))
        return len(left)

    async def take_over(self, conversation: str, by: str) -> None:
        """A person answers from now on; a turn under way is dropped. Raises OptedOut."""
        claim = await self._steal(conversation)
        await self._write_step(claim, PersonTookOver(by, self._clock.now()))

    async def give_back(self, conversation: str, by: str | None = None) -> None:
        """The agent goes on. `by`: the person who gives it back, who must have it.

        Raises NotHeld when no person has the conversation, and NotTheHolder.
        """
        if by is not None:
            _check_holder((await self._replies.standing(conversation)).dialogue, conversation, by)
        claim = await self._steal(conversation)
        if claim.dialogue.phase != "held":
            await self._workspace.release(claim)
            raise NotHeld(conversation)
        await self._write_step(claim, PersonGaveBack(self._clock.now()), holder=by)

    async def leave_alone(self, conversation: str, by: str) -> None:
        """Nothing is said to them unasked any more, until they write."""
        claim = await self._steal(conversation)
        event = LeftAlone(by, claim.remind_at, claim.remind_why, self._clock.now())
        await self._write_step(claim, event)

    async def take_stock(self, conversation: str) -> Taken | None:
        """Judge a conversation by what was known beforehand: a form may tell enough for sales. None
        when a turn is under way, which does the same.
        """
        now = self._clock.now()
        claim = await self._workspace.claim(conversation, now, self._lease)
        if claim is None:
            return None
        step = Step(claim.dialogue)
        if sales_awaits(claim.script, claim.dialogue):
            handed = replace(claim.dialogue, handed_over="qualified")
            step = Step(handed, (HandOver("qualified"),))
        turn = make_turn(claim, step, now, message=uuid4().hex, read_up_to=0)
        try:
            return await self._turns.write(claim, turn)
        except (MoreArrived, LeaseLost):
            return None

    async def say(self, conversation: str, by: str, text: str) -> tuple[Message, ...]:
        """A person says something; by that they take the conversation over, if they had not.

        Raises OptedOut.
        """
        return await self._say(conversation, by, text)

    async def say_holding(self, conversation: str, by: str, text: str) -> tuple[Message, ...]:
        """The same, for the person who has taken the conversation over and for nobody else.

        Raises OptedOut and NotTheHolder.
        """
        standing = await self._replies.standing(conversation)
        _check_holder(standing.dialogue, conversation, by)  # before a turn under way is dropped
        return await self._say(conversation, by, text, holder=by)

    async def _say(
        self, conversation: str, by: str, text: str, holder: str | None = None
    ) -> tuple[Message, ...]:
        claim = await self._steal(conversation)
        event = PersonTookOver(by, self._clock.now())
        said = Utterance(uuid4().hex, text, "person")
        return (await self._write_step(claim, event, said, holder=holder)).messages

    async def aclose(self) -> None:
        """Start nothing more, and let the turns under way be written."""
        for _, timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        await self._turns.finish()

    def _settled(self, conversation: str) -> None:
        del self._timers[conversation]
        self._turns.begin(conversation)

    async def _steal(self, conversation: str) -> Claim:
        """Hold it whoever has it: a person goes before a turn under way. Raises
        UnknownConversation.
        """
        claim = await self._workspace.claim(
            conversation, self._clock.now(), self._lease, steal=True
        )
        if claim is None:
            raise UnknownConversation(conversation)
        return claim

    async def _write_step(
        self,
        claim: Claim,
        event: Event,
        utterance: Utterance | None = None,
        *,
        holder: str | None = None,
    ) -> Taken:
        """Write what a person did; messages not read yet stay so, for the turn that comes
        after it. `holder`: who must have the conversation for it.
        """
        while True:
            try:
                if holder is not None:
                    _check_holder(claim.dialogue, claim.conversation, holder)
            except NotTheHolder:
                await self._workspace.release(claim)
                raise
            if isinstance(event, PersonTookOver) and claim.dialogue.phase == "stopped":
                await self._workspace.release(claim)
                raise OptedOut(claim.conversation)
            if isinstance(event, PersonTookOver):
                event = replace(event, unread=bool(claim.unread))
            step = advance(claim.script, claim.dialogue, event)
            read = claim.unread[0].seq - 1 if claim.unread else claim.inbound_seq
            turn = make_turn(claim, step, event.at, message=uuid4().hex, read_up_to=read)
            if utterance is not None:
                turn = replace(turn, said=(utterance,))
            try:
                return await self._turns.write(claim, turn)
            except (MoreArrived, LeaseLost):
                claim = await self._steal(claim.conversation)


def _check_holder(dialogue: Dialogue, conversation: str, by: str) -> None:
    """Raises NotTheHolder; those who have opted out are a matter of its own."""
    if dialogue.phase != "stopped" and dialogue.answered_by != by:
        raise NotTheHolder(conversation, dialogue.answered_by)


def _answered(taken: Taken) -> Answered:
    turn = taken.turn
    return Answered(
        taken.messages, turn.dialogue, taken.claim.script, turn.verdict, turn.score, taken.read
    )
