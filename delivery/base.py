"""What is a place that leads are delivered to? One method that says how it fared."""

from typing import Protocol

from agent.outbox import Outcome, Parcel


class Place(Protocol):
    """A system where salespeople work."""

    system: str
    """Its name in the record: `webhook`, `hubspot`, ..."""

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Hand one parcel over. Whatever the network does is an Outcome, never an exception."""
        ...
