"""Which kinds of jobs does a process do, how many at once, and how often?"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Handler: TypeAlias = Callable[[str], Awaitable[datetime | None]]
"""Takes a row's id; may return when it wants to run again."""

POLL = 1.0
"""Seconds between two looks at what waits; what this very process asks for is begun at once."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many are begun in any stretch of so long, in all processes together."""

    starts: int
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A part of a kind with limits of its own: what waits in one lane does not hold the others."""

    name: str
    at_once: int | None = None
    """In all processes together."""
    per_process: int | None = 10
    rate: Rate | None = None
    poll: float = POLL

    @property
    def here(self) -> int | None:
        """In one process; never more than in all of them, which DBOS refuses."""
        limits = [one for one in (self.per_process, self.at_once) if one is not None]
        return min(limits, default=None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job: who does it, and how many at once. A job without a lane has these limits."""

    name: str
    handler: Handler
    at_once: int | None = None
    """In all processes together."""
    per_process: int | None = 10
    rate: Rate | None = None
    poll: float = POLL
    lanes: Sequence[Lane] = ()

    def queues(self) -> dict[str, Lane]:
        """The limits of each of its queues, by the queue's name."""
        own = Lane("", self.at_once, self.per_process, self.rate, self.poll)
        return {queue_name(self.name, one.name): one for one in (own, *self.lanes)}


def queue_name(kind: str, lane: str | None) -> str:
    """`deliver`, or `deliver.hubspot`."""
    return f"{kind}.{lane}" if lane else kind
