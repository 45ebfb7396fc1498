"""What is on its way to sales? Parcels, how they fared, and the port that keeps them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

Event = Literal["lead.qualified", "lead.updated", "lead.needs_person"]
Remedy = Literal["fix_configuration", "fix_data", "final"]


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


@dataclass(frozen=True, slots=True)
class Delivered:
    """The system has it; `response` is what it said, for the record."""

    response: str = ""


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not now, or nobody knows whether it arrived: send it again, at `at` or after the back-off."""

    why: str
    at: datetime | None = None


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
    ) -> None:
        """Write down how the attempt ended; `next_at` if there will be another. The newest wins."""
        ...

    async def put_back(self, parcel: str, now: datetime) -> bool:
        """Send a failed one again from the start; False when it is not failed."""
        ...
