"""When is a salesperson told of a lead? Once for each hand-over that needs them.

What changes later is in the lead; they are told again only when it was given to somebody else, or
when a person is needed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.ledger import Attempt, Busy, Ledger, Line, Overtaken, Record, Superseded
from agent.outbox import Delivered, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.lead import Lead

HELD = timedelta(seconds=90)
"""A hand-over is held so long while somebody is told: longer than that takes."""
STEP = "alert"


@dataclass(frozen=True, slots=True)
class Sent:
    """How it went, for the story of the delivery."""

    outcome: Outcome
    method: str
    path: str
    status: int | None = None
    """None where no answer came."""
    unsure: bool = False
    """It may have gone out all the same."""


class Messenger(Protocol):
    """A way to reach our own people."""

    @property
    def system(self) -> str:
        """Its name in the record."""
        ...

    def recipient(self, lead: Lead) -> str | None:
        """Who would be told: the owner's id, or `""` for an address that several read. None where
        nobody can be reached this way.
        """
        ...

    async def send(self, parcel: Parcel, lead: Lead) -> Sent:
        """Tell them."""
        ...


class Alerting:
    """A place (delivery.base.Place) that tells one person."""

    def __init__(self, messenger: Messenger, ledger: Ledger, clock: Clock) -> None:
        self.system = messenger.system
        self.messenger = messenger
        self._ledger = ledger
        self._clock = clock

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Tell whoever has to know."""
        lead = Lead.of(parcel)
        to = self.messenger.recipient(lead)
        if to is None:
            return Delivered("nobody is told: who has it cannot be reached this way", asked=False)
        attempt = Attempt(parcel.id, self.system, lead.id, lead.revision, parcel.attempt)
        now = self._clock.now()
        match await self._ledger.begin(attempt, now, now + HELD):
            case Busy(until=until):
                return RetryAt("another revision of it is on its way", until, busy=True)
            case Overtaken(revision=revision):
                why = f"revision {revision}, which is newer, was delivered before"
                return Delivered(why, asked=False)
            case record:
                return await self._tell(parcel, lead, to, attempt, record)

    async def _tell(
        self, parcel: Parcel, lead: Lead, to: str, attempt: Attempt, record: Record
    ) -> Outcome:
        if _knows(lead, to, record):
            # not delivered as the ledger has it: an earlier revision that says more may yet come
            await self._ledger.end(attempt, delivered=False)
            return Delivered("nobody is told: who has it knows of it", asked=False)
        try:
            await self._ledger.sending(attempt, STEP, self._until())
            sent = await self._sent(parcel, lead, attempt)
            delivered = isinstance(sent.outcome, Delivered)
            if delivered:
                await self._ledger.kept(attempt, STEP, to, self._until())
        except Superseded:
            return RetryAt("another attempt took it over")
        await self._ledger.end(attempt, delivered=delivered)
        return sent.outcome

    async def _sent(self, parcel: Parcel, lead: Lead, attempt: Attempt) -> Sent:
        began = self._clock.now()
        sent = await self.messenger.send(parcel, lead)
        delivered = isinstance(sent.outcome, Delivered)
        line = Line(
            STEP,
            sent.method,
            sent.path,
            sent.status,
            None if isinstance(sent.outcome, Delivered) else sent.outcome.why,
            round((self._clock.now() - began).total_seconds() * 1000),
            began,
            attempt.number,
        )
        await self._ledger.told(attempt, line, refused=not delivered and not sent.unsure)
        return sent

    def _until(self) -> datetime:
        return self._clock.now() + HELD


def _knows(lead: Lead, to: str, record: Record) -> bool:
    """Whether this revision has nothing for them."""
    if record.is_current(STEP):
        return True
    return lead.event == "lead.updated" and record.remote(STEP) == to
