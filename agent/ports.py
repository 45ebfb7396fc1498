"""What does the agent need from outside? Small protocols; storage, models and app.py
supply them.
"""

from collections.abc import AsyncGenerator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeAlias

from agent.dialogue import Dialogue, Reason
from agent.messages import Channel, InboundMessage, Message, Opening, Receipt
from agent.reading import CallRecord, Reading
from qualification.answers import Answer
from qualification.decision import Verdict
from qualification.handover import Handover
from qualification.scoring import BehaviourEvent, Scorecard, ScoreLine
from qualification.script import Script
from qualification.values import Json

NO_TIME = timedelta(0)


class Clock(Protocol):
    """What time is it? Always aware, always UTC."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One request to a language model: a prefix that never changes within a conversation, then what
    does.
    """

    prefix: str
    state: str
    schema: Mapping[str, Json]
    schema_name: str
    max_tokens: int
    timeout: float
    """Seconds."""


@dataclass(frozen=True, slots=True)
class ModelReply:
    """What came back: the text (a JSON document) and what it cost."""

    text: str
    model: str
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0


class LanguageModel(Protocol):
    """A model that answers with one JSON object of a given schema. Failures are
    agent.errors.ModelError.
    """

    @property
    def name(self) -> str:
        """The model, as it is recorded with each call that came to nothing."""
        ...

    async def complete(self, call: ModelCall) -> ModelReply: ...

    def stream(self, call: ModelCall) -> AsyncGenerator[str | ModelReply, None]:
        """Pieces of the text as they come, and the whole ModelReply last."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """What a lead did, and how they were judged last."""

    behaviour: tuple[BehaviourEvent, ...] = ()
    outcome: str = "undecided"
    tier: str | None = None
    lines: tuple[ScoreLine, ...] = ()
    heard: datetime | None = None
    """When they last wrote, where there is no transcript to show it."""


NOT_SCORED = Scored()


@dataclass(frozen=True, slots=True)
class Claim:
    """A conversation held for one turn: nobody else can commit to it while `token` is the
    newest.
    """

    conversation: str
    token: int
    channel: Channel
    address: str
    source: str | None
    script: Script
    script_version: str
    dialogue: Dialogue
    unread: tuple[Message, ...]
    transcript: tuple[Message, ...]
    """What was said before the unread, oldest first: the last 10 messages."""
    inbound_seq: int
    """The newest message of the prospect that this claim has seen."""
    handover: str | None
    """The id of the hand-over already made for this lead."""
    remind_at: datetime | None = None
    """When to look at the silence; what was due and is not any more was done by somebody else."""
    remind_why: Reason | None = None
    elsewhere: bool = False
    """A re-contact is due, and they have talked to us since, or sales has got them, in another
    conversation.
    """
    scored: Scored = NOT_SCORED

    def last_heard(self) -> datetime | None:
        """When the prospect last wrote, as far as this claim shows."""
        newest = (*self.transcript, *self.unread)[::-1]
        return next((one.at for one in newest if one.author == "prospect"), None)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message to be said by us: the agent, or a person who took over."""

    id: str
    text: str
    author: Literal["agent", "person"] = "agent"
    heard: str | None = None
    """What a caller heard of it before they cut in; None where it was said to its end."""


@dataclass(frozen=True, slots=True)
class SecondRead:
    """A turn of the backlog that a model has read now, and what it read."""

    id: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """All that one turn changes, written in one transaction or not at all."""

    dialogue: Dialogue
    at: datetime
    read_up_to: int
    """Messages of the prospect up to this seq are answered by this turn."""
    said: tuple[Utterance, ...]
    answers: tuple[Answer, ...]
    """New and changed ones."""
    verdict: Verdict
    score: Scorecard
    reading: Reading | None = None
    calls: tuple[CallRecord, ...] = ()
    handover: Handover | None = None
    remind_at: datetime | None = None
    """When to look whether the prospect fell silent; None clears it."""
    remind_why: Reason | None = None
    recontact: Reason | None = None
    """What is said takes up the conversation after long."""
    left_to_person: Reason | None = None
    """They should hear from us, and we cannot write to them."""
    rescore_at: datetime | None = None
    """When time alone may have changed the score; None when it cannot."""
    review: bool = False
    """People are to look whether our rules were wrong to turn the lead away."""
    again: str | None = None
    """Why the messages answered by this turn are to be read again by a model."""
    reread: tuple[SecondRead, ...] = ()
    """The turns whose second reading this is."""
    nurture: Handover | None = None
    """The lead as nurture systems get it, from `nurture_at` on, instead of what waits for them."""
    nurture_at: datetime | None = None
    nurture_off: bool = False
    """What waits for nurture systems must not go to them any more."""


class Inbox(Protocol):
    """Where messages are kept from the moment they are acknowledged."""

    async def open(self, opening: Opening, dialogue: Dialogue, greeting: Utterance | None) -> None:
        """Begin a conversation, its greeting said. Raises AlreadyOpen when its thread has one."""
        ...

    async def thread(self, channel: Channel, theirs: str, ours: str) -> str | None:
        """The conversation that goes on between two numbers, None when there is none."""
        ...

    async def receive(self, message: InboundMessage) -> Receipt:
        """Store a message; a repeat (same channel and external id) changes nothing and gives the
        first receipt.
        """
        ...

    async def unanswered(
        self, now: datetime, limit: int, *, waiting: timedelta = NO_TIME, more: timedelta = NO_TIME
    ) -> list[str]:
        """Conversations with unread messages whose lease is free or expired, longest waiting first.

        `waiting`: only those that have waited at least so long, so that a burst is left to settle;
        by SMS and WhatsApp so much `more`, for people take their time there.
        """
        ...

    async def silent(self, now: datetime, limit: int) -> list[str]:
        """Conversations whose time to be reminded has come (Turn.remind_at), longest due first;
        then those to be asked again, as many as may be today, those who showed most interest first.
        """
        ...


class Workspace(Protocol):
    """Holds a conversation for a turn, under a fenced lease, and writes the turn."""

    async def claim(
        self, conversation: str, now: datetime, lease: timedelta, *, steal: bool = False
    ) -> Claim | None:
        """The conversation, if its lease is free or expired (`steal`: in any case); None when
        another holds it.
        """
        ...

    async def renew(self, claim: Claim, now: datetime, lease: timedelta) -> bool:
        """Hold it longer; False when somebody else took over."""
        ...

    async def commit(self, claim: Claim, turn: Turn, *, seen: int) -> tuple[Message, ...]:
        """Write the turn and free the conversation; the messages said, with their seq.

        Raises LeaseLost when another holds it now, MoreArrived when the prospect has written after
        `seen`, EnoughToday when as many were asked again today as may be.
        """
        ...

    async def release(self, claim: Claim) -> None:
        """Free the conversation without a turn."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands, for one who only looks."""

    dialogue: Dialogue
    script: Script
    scored: Scored = NOT_SCORED


class Replies(Protocol):
    """Tells what was said, to a waiter that may not be where the turn ran."""

    async def standing(self, conversation: str) -> Standing:
        """Where it stands now. Raises UnknownConversation."""
        ...

    async def said_after(self, conversation: str, seq: int) -> tuple[Message, ...] | None:
        """Our messages that answer the one with `seq`; None while that one is unanswered."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done later or elsewhere: its kind, and the row that holds the truth."""

    kind: str
    row: str
    key: str | None = None
    """Names the job: the same key twice is one job. The row's id when none is given."""
    at: datetime | None = None
    """Not before; at once when none is given."""
    lane: str | None = None
    """The outside system that it waits for: each lane has its own limits and holds no other."""


JobState: TypeAlias = Literal["delayed", "queued", "running", "failed"]


@dataclass(frozen=True, slots=True)
class PendingJob:
    """A job not done: waiting for its time or its turn, running, or given up after our own
    errors.
    """

    kind: str
    key: str
    state: JobState
    since: datetime
    at: datetime | None
    row: str
    lane: str | None = None
    runs: int = 0
    """Those before this one."""
    errors: int = 0
    """Runs that ended in an error of ours, in a row."""
    why: str = ""
    """The newest of those errors."""


class Jobs(Protocol):
    """Work that outlives the process which asked for it: done at least once, in any process."""

    async def add(self, job: Job) -> None:
        """Have it done; a key that is known already changes nothing."""
        ...

    async def cancel(self, kind: str, key: str) -> bool:
        """Forget it, key and all; False when it runs, or there is nothing to forget."""
        ...

    async def reschedule(self, kind: str, key: str, at: datetime) -> bool:
        """Have it done at another time; False when it runs, or does not wait any more."""
        ...

    async def pending(
        self, limit: int = 100, states: Collection[JobState] = ()
    ) -> list[PendingJob]:
        """What is not done yet and what was given up, oldest first; all `states` if none is
        named.
        """
        ...
