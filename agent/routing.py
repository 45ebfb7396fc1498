"""Who gets a lead? The ports between the router, the places that leads go to, and the CRMs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from agent.outbox import Owner
from qualification.values import ContactKind

Change = Literal["reassigned", "escalated", "taken"]
"""Why a lead has another owner: moved by a rule or by hand, given to whoever is named for that, or
taken out of a queue."""


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

    async def owner_of(self, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
        """Who has the person with these data, or their company; None when nobody has.

        A system that is away raises agent.errors.Unavailable: the lead is routed without it.
        """
        ...
