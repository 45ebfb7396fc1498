"""What is on its way to sales? Parcels, how they fared, and the port that keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from qualification.values import Language

Event = Literal[
    "lead.qualified",
    "lead.updated",
    "lead.needs_person",
    "lead.nurture",
    "lead.withdrawn",
    "lead.outcome",
]
"""The last three are not for sales: left to nurture; taken off its lists again; what sales made of
it.
"""
SALES: frozenset[Event] = frozenset({"lead.qualified", "lead.updated", "lead.needs_person"})
"""What a place gets that does not say otherwise."""
Way = Literal["email", "sms"]
"""How one of our own people is told of a lead."""
WAYS: tuple[Way, ...] = ("email", "sms")
Remedy = Literal["sign_in", "fix_configuration", "fix_data", "final", "down"]
"""Credentials, rights or settings, the lead's data; nothing that anybody can do; the system itself,
which lets nobody through.
"""
ALONE = 2
"""Who was refused so often although others had got through meanwhile is no part of what troubles
the system: it waits for itself alone, and may be given up.
"""
Urge = Literal["person", "follows"]
"""A person asked for it; another one has got through that had to wait as well."""
URGES: Mapping[str, Urge] = {"person": "person", "follows": "follows"}
BriefAuthor = Literal["data", "model"]
"""Composed from the data alone; with sentences of a model that the record bears out."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The salesperson that a lead was assigned to, as the places where they work know them."""

    id: str
    name: str
    email: str
    phone: str | None = None
    language: Language = "es"
    ids: Mapping[str, str] = field(default_factory=dict)
    """Who they are in each system: `hubspot` -> their owner id there."""
    ways: tuple[Way, ...] = WAYS
    """How they want to be told, as far as that is possible."""
    channels: Mapping[str, str] = field(default_factory=dict)
    """Where the lead is told to several, if not where all are: `slack` -> a channel's id."""
    timezone: str | None = None
    """Where they work: the day of a date is theirs. None in what an older version of us wrote."""
    due_at: datetime | None = None
    """By when they are to accept the lead, in their working time; None where nobody has to."""
    came: str = ""
    """Why it comes to them, in their language, where whoever had it is not there."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a model, and the prospect's words that it rests on."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Words:
    """What of a model's own words stands in a brief: a later revision may take them over."""

    of: str
    """A digest of what the record said when they were written."""
    summary: tuple[Told, ...] = ()
    manner: tuple[Told, ...] = ()
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the seller reads first, in their language; every name and figure in it is on record."""

    language: Language
    headline: str
    text: str
    """Plain lines; headings end with a colon, points begin with "- "."""
    summary: str = ""
    """The lines of its first section; empty in what an older version of us wrote."""
    next_step: str = ""
    by: BriefAuthor | None = None
    """None in what an older version of us wrote."""
    words: Words | None = None
    """The model's, where it is by one; not for those who read the brief."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One hand-over on its way to one system; id and body stay the same over all attempts."""

    id: str
    system: str
    event: Event
    body: str
    attempt: int
    """Counts up over its whole life: names this attempt."""
    tries: int
    """This one included, since it was last put back by hand: what the back-off counts."""
    owner: Owner | None = None
    brief: Brief | None = None
    unmeasured: bool = False
    """They had agreed that what they do is measured, and took it back."""
    unsaid: int = 0
    """So many waits in a row nobody named a time: the next one is longer."""
    waiting_since: datetime | None = None
    """It waits since then for another try; None before the first wait."""
    urged: Urge | None = None
    """Why this attempt does not wait until the system's pause is over."""
    due: datetime | None = None
    """When it was to be sent; where it is urged: since when it is."""
    failing_since: datetime | None = None
    """Nobody has got through to the system since then; None where the last one did."""
    others_pass: bool = False
    """Others have got through to the system since it was last tried."""
    alone: int = 0
    """So many of its tries, this one included, began after others had got through."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """The system has it; `response` is what it said, for the record."""

    response: str = ""
    asked: bool = True
    """False where there was nothing to tell it: it may be down all the same."""


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not now, or nobody knows whether it arrived: send it again, at `at` or after the back-off."""

    why: str
    at: datetime | None = None
    busy: bool = False
    """Nothing is wrong, the system takes no more just now: the try does not count."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It will not go through by itself: somebody must act, then send it again."""

    why: str
    remedy: Remedy


Outcome: TypeAlias = Delivered | RetryAt | Failed


class Outbox(Protocol):
    """Keeps the parcels and what became of them."""

    async def take(self, parcel: str, now: datetime) -> Parcel | datetime | None:
        """Begin an attempt; when to come back if it is not due; None if nothing is to be done."""
        ...

    async def record(
        self, parcel: Parcel, outcome: Outcome, now: datetime, next_at: datetime | None
    ) -> bool:
        """Write down how the attempt ended; `next_at` if there will be another. The newest wins.
        True where it got through and others wait for just that.
        """
        ...

    async def follow(self, system: str, now: datetime) -> None:
        """Others that wait for the system go out now: one has got through."""
        ...

    async def put_back(self, parcel: str, now: datetime) -> bool:
        """Send a failed one again from the start; False when it is not failed."""
        ...
