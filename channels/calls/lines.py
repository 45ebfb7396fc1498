"""What does a call work with, and how does it stand? The call, its conversation, what is wanted."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from agent.calling import BY_SCRIPT, Call, Calls, Roster, Turn, WhyTransfer, why_transfer
from agent.conductor import Answered
from agent.messages import InboundMessage, Message, Receipt
from agent.ports import Clock
from agent.spoken import is_second_try
from agent.texting import Note
from channels.calls.pages import CallPages
from channels.calls.texts import A_CUSTOMER
from channels.calls.twiml import Say
from channels.chat.ports import Record
from qualification.brief.private import is_private
from qualification.handover import contact_of
from qualification.script import Script
from qualification.values import Language

log = logging.getLogger(__name__)


class Conversations(Protocol):
    """agent.conductor.Conductor, as far as the webhooks of calls need it."""

    async def receive(self, message: InboundMessage) -> Receipt: ...

    async def answer(self, receipt: Receipt) -> Answered: ...

    async def standing(self, conversation: str) -> Answered: ...

    async def take_over(self, conversation: str, by: str) -> None: ...

    async def give_back(self, conversation: str) -> None: ...


class Notes(Protocol):
    """agent.texting.Texts, as far as our own people are written to."""

    async def tell(self, note: Note, now: datetime) -> None: ...


WEBHOOK_PATIENCE = 8.0
"""Seconds that a webhook waits for an answer; Twilio waits for 15."""


@dataclass(frozen=True, slots=True)
class Line:
    """A call, and where its conversation stands."""

    call: Call
    standing: Answered

    @property
    def language(self) -> Language:
        """The one spoken now."""
        return self.standing.dialogue.language

    @property
    def script(self) -> Script:
        """What the conversation follows."""
        return self.standing.script

    @property
    def why(self) -> WhyTransfer | None:
        """Why people of ours should talk to them now."""
        now = self.standing
        return why_transfer(now.script, now.dialogue, now.verdict.outcome, now.score.tier)

    @property
    def lead(self) -> str:
        """Who is calling, as sales is told."""
        name = contact_of(self.standing.dialogue.sheet).get("name", A_CUSTOMER[self.language])
        shown = self.call.theirs.startswith("+")
        return f"{name} ({self.call.theirs})" if shown else name

    @property
    def quotes(self) -> tuple[str, ...]:
        """What they said, in their words: the answers to the script's questions, without those that
        tell what is nobody's business.
        """
        answers = self.standing.dialogue.sheet.answers
        found = (answers.get(one.key) for one in self.script.criteria)
        said = (one.evidence.quote for one in found if one is not None and one.evidence)
        return tuple(quote for quote in said if not is_private(quote))


@dataclass(frozen=True, slots=True)
class LastWords:
    """What is still to be heard, and how far the record goes with it."""

    spoken: tuple[Say, ...]
    seq: int


@dataclass(frozen=True, slots=True)
class Switchboard:
    """What the steps of calls share."""

    conversations: Conversations
    record: Record
    calls: Calls
    notes: Notes
    pages: CallPages
    clock: Clock
    sender: str = ""
    """Who writes to our people: a number or service of ours; empty: the number that was called."""
    roster: Roster = BY_SCRIPT
    """Who takes calls."""
    longest: timedelta = timedelta(minutes=15)
    """Of a call in the simple mode."""
    patience: float = WEBHOOK_PATIENCE
    _answering: set[asyncio.Task[Answered]] = field(default_factory=set)

    async def line(self, sid: str) -> Line | None:
        """The call and its conversation; None for one that is not on record."""
        call = await self.calls.of(sid)
        if call is None:
            return None
        return Line(call, await self.conversations.standing(call.conversation))

    async def next_person(self, line: Line) -> Turn | None:
        """Whose telephone rings next; None when nobody is left or in."""
        if line.why is None:
            return None
        plan = line.script.transfer
        return await self.roster.next(line.call, plan, line.why, line.language, self.clock.now())

    async def answer(self, receipt: Receipt) -> Answered | None:
        """The answer to a message; None when it takes too long: it is made all the same."""
        task = asyncio.create_task(self.conversations.answer(receipt))
        self._answering.add(task)
        task.add_done_callback(self._answered)
        done, _ = await asyncio.wait({task}, timeout=self.patience)
        return task.result() if done else None

    def _answered(self, task: asyncio.Task[Answered]) -> None:
        self._answering.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.warning("A caller's words are not answered yet: %s", task.exception())

    async def last_words(self, line: Line, after: int = 0) -> LastWords:
        """What we said after the prospect's last words, and after this message."""
        said: list[Message] = []
        conversation = line.call.conversation
        while page := await self.record.transcript_after(conversation, said[-1].seq if said else 0):
            said += page
        last = max((one.seq for one in said if one.author == "prospect"), default=0)
        ours = [one for one in said if one.seq > max(last, after)]
        spelled = is_second_try(line.standing.dialogue)
        return LastWords(
            tuple(self.pages.say(one.text, line.language, spelled=spelled) for one in ours),
            said[-1].seq if said else 0,
        )
