"""What do the CRMs tell us of the leads that we gave them? Who took them, and how they ended.

The port between the systems that tell (delivery/news.py), the record of what was heard
(storage/news.py), and the job that asks (agent/follower.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal, Protocol, TypeAlias, runtime_checkable


@dataclass(frozen=True, slots=True)
class About:
    """A record of theirs, as it was when it was asked for."""

    step: str
    """Which step of a delivery made it (agent.ledger.Record): `contact`, `deal`, `person`, ..."""
    remote: str
    """Its id there."""
    at: datetime
    """When it was changed, by their clock."""
    made: datetime | None = None
    """When it came to be: a deal is about no lead that they got later."""
    beside: tuple[tuple[str, str], ...] = ()
    """Step and id of records that it hangs on: what we did not make ourselves is about the lead of
    one of these."""


@dataclass(frozen=True, slots=True)
class OwnerTold:
    """Who has it there."""

    about: About
    owner: str
    """Their id of the owner; empty where it is nobody in person, but a queue, say."""
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody works on it."""

    about: About


@dataclass(frozen=True, slots=True)
class Rejected:
    """Somebody found that it is no lead."""

    about: About
    reason: str


@dataclass(frozen=True, slots=True)
class Won:
    """It was sold."""

    about: About
    amount: Decimal | None = None
    currency: str | None = None
    """Both, or neither."""


@dataclass(frozen=True, slots=True)
class Lost:
    """It was not sold."""

    about: About
    reason: str | None = None


News: TypeAlias = OwnerTold | Accepted | Rejected | Won | Lost


@dataclass(frozen=True, slots=True)
class Told:
    """What a system told at one time: also of records that are none of ours."""

    news: tuple[News, ...] = ()
    since: datetime | None = None
    """From when on to ask next, by their clock; None where nothing was changed."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A record of theirs that was changed, as they called to say."""

    kind: Literal["person", "deal"]
    remote: str


class Teller(Protocol):
    """A system that tells what became of our leads."""

    @property
    def name(self) -> str:
        """Of the system: `hubspot`."""
        ...

    async def told(self, since: datetime, contacts: Sequence[str] = ()) -> Told:
        """What was changed since then, and how `contacts` are now, which carry no key of ours.
        Raises agent.errors.Unavailable.
        """
        ...


@runtime_checkable
class Witness(Teller, Protocol):
    """A system that can be asked about single records too."""

    async def told_of(self, touched: Sequence[Touched]) -> Told:
        """How these are now. Raises agent.errors.Unavailable."""
        ...


class Hearsay(Protocol):
    """Keeps what was heard; the same again changes nothing."""

    async def since(self, system: str) -> datetime | None:
        """From when on a system is to be asked; None before the first time."""
        ...

    async def contacts(self, system: str, now: datetime) -> Sequence[str]:
        """Ids of contacts of theirs who came back to us: no key of ours is on them, so that they
        are asked for one by one.
        """
        ...

    async def hear(
        self, system: str, news: Sequence[News], since: datetime | None, now: datetime
    ) -> int:
        """Write what is new about leads of ours, and only then from when on to ask next. How many
        were new.
        """
        ...
