"""Who gets a lead? The ports between the router, the places that leads go to, and the CRMs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from agent.outbox import Owner
from qualification.values import ContactKind, Language

Change = Literal["reassigned", "escalated", "taken"]
"""Why a lead has another owner: moved by a rule or by hand, given to whoever is named for that, or
taken out of a queue."""
Cause = Literal["routed", "reassigned", "away", "escalated", "fallback", "taken", "by_hand"]
"""Why a lead came to a place: by the rules, because nobody accepted it before, because whoever had
it is not there, or by a person.
"""
AssignmentState = Literal["offered", "accepted", "rejected", "passed_on", "missed", "away", "moved"]
"""Waiting to be accepted; accepted; found to be no lead; handed back; not accepted in time; not
accepted because they are not there; moved on by a person.
"""


class Assigning(Protocol):
    """Gives leads to people."""

    async def assign(self, handover: str) -> Owner | None:
        """Whose lead this is: decided at the first call, the same answer again until it is
        re-assigned. None while nobody in person has it: it lies in a queue that has no address,
        or no teams are published.
        """
        ...


class Announcing(Protocol):
    """Tells the places that a lead has another owner."""

    async def announce(self, handover: str, why: Change, number: int) -> None:
        """Deliver the lead once more (`lead.updated`) with the owner that it has now.

        `number` counts the assignments of this hand-over: twice under one number is once.
        """
        ...


@dataclass(frozen=True, slots=True)
class ExistingOwner:
    """Somebody of ours who has this person or their company already."""

    system: str
    """Where that is on record: `banter`, `hubspot`, ..."""
    id: str
    """Who they are there: Owner.ids[system]; in our own record their id in teams.yaml."""
    email: str | None
    """For a system whose ids are not in teams.yaml."""
    why: Literal["contact", "account", "opportunity", "call"]
    """What they have: the person, the company, an open opportunity, or the call just taken."""


class Owners(Protocol):
    """A record of who has whom: our own, or a CRM's."""

    @property
    def name(self) -> str:
        """As in ExistingOwner.system."""
        ...

    async def owner_of(self, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
        """Who has the person with these data, or their company; None when nobody has.

        A system that is away raises agent.errors.Unavailable: the lead is routed without it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Assignment:
    """A place that a lead was given to, and how it fared there."""

    id: str
    handover: str
    number: int
    """Counts the places of one hand-over, from 1."""
    conversation: str
    plan: int
    """The version of the teams by which it was decided."""
    cause: Cause
    state: AssignmentState
    person: str | None
    team: str | None
    queue: str | None
    rule: str
    tier: str
    at: datetime
    remind_at: datetime | None
    due_at: datetime | None
    reminded_at: datetime | None
    accepted_at: datetime | None
    overdue_at: datetime | None
    ended_at: datetime | None
    closed_at: datetime | None
    reason: str | None
    by: str | None
    why: str
    """In words: how the rule came to this place."""
    owner: Owner | None
    """Who has it, or the mailbox of the queue."""
    takers: tuple[Owner, ...] = ()
    """Who looks after the queue it lies in, where that has no mailbox."""
    remind_next_at: datetime | None = None
    """When a queue is reminded again of what nobody took in time; None where it is not."""

    @property
    def is_waiting(self) -> bool:
        """Whether it may still be accepted here in time."""
        over = self.ended_at is not None or self.closed_at is not None
        return self.state == "offered" and self.overdue_at is None and not over

    @property
    def is_late(self) -> bool:
        """Whether it still waits here to be accepted although its time is over."""
        over = self.ended_at is not None or self.closed_at is not None
        return self.state == "offered" and self.overdue_at is not None and not over

    @property
    def reachable(self) -> tuple[Owner, ...]:
        """Who is to accept it: whoever has it, or the queue's mailbox, or else its people."""
        return self.takers if self.owner is None else (self.owner,)


@dataclass(frozen=True, slots=True)
class Overdue:
    """A lead that nobody took out of its queue in time, and that nobody else gets."""

    assignment: Assignment | None
    """None where nobody is to be reminded now."""
    number: int
    """Counts these reminders, from 1."""
    next_at: datetime | None
    """When to look again; None when this was the last time."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A hand-over that is nowhere yet."""

    handover: str
    conversation: str
    contact: Mapping[ContactKind, str]


class Assignments(Protocol):
    """Keeps whose leads are whose; every change in one transaction, one after the other."""

    async def current(self, handover: str) -> Assignment | None:
        """Where a lead is; None while it is nowhere."""
        ...

    async def newcomer(self, handover: str) -> Newcomer | None:
        """A lead that is nowhere yet; None when there is no such hand-over, or no plan."""
        ...

    async def give(
        self,
        handover: str,
        known: Sequence[ExistingOwner],
        now: datetime,
        silent: Sequence[str] = (),
    ) -> Assignment | None:
        """Route a lead that is nowhere; where it is already, that. `silent`: the records that did
        not say whether they know somebody.
        """
        ...

    async def claim(
        self, assignment: str, known: Sequence[ExistingOwner], now: datetime
    ) -> Assignment | None:
        """Where the lead is next, if it still waits to be accepted and is another's by what a
        record says now; None where nothing changes.
        """
        ...

    async def fall_back(self, handover: str, now: datetime) -> Assignment | None:
        """Put a lead that is nowhere into the fallback queue; where it is already, that."""
        ...

    async def get(self, assignment: str) -> Assignment | None:
        """One place of a lead, also one that it has left."""
        ...

    async def remind(self, assignment: str, now: datetime) -> Assignment | None:
        """It, if it still waits to be accepted and nobody was reminded yet; noted as reminded."""
        ...

    async def overdue(self, assignment: str, now: datetime) -> Assignment | None:
        """Where the lead is next, if it was not accepted in time; None where nothing changes."""
        ...

    async def remind_again(self, assignment: str, now: datetime) -> Overdue | None:
        """A queue whose lead nobody took in time; None where that is nobody's work any more."""
        ...


@dataclass(frozen=True, slots=True)
class Reminder:
    """A word to somebody who has not accepted a lead yet."""

    assignment: str
    """The same reminder again has the same one."""
    handover: str
    conversation: str
    owner: Owner
    language: Language
    due_at: datetime | None
    again: int = 0
    """Counts those after the time was over, from 1."""
    queued: bool = False
    """Whether it lies in a queue: nobody in person has it."""


class Reminding(Protocol):
    """Reaches our own people."""

    async def remind(self, reminder: Reminder, now: datetime) -> None:
        """Tell them once; who cannot be reached this way is left alone."""
        ...


class AcceptLinks(Protocol):
    """Makes the addresses under which a lead is accepted or rejected."""

    def link(self, handover: str, owner: str) -> str:
        """A signed address for one owner (Owner.id), for a message to them."""
        ...
