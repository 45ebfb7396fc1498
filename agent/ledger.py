"""What did a system get of a lead, step by step? The record that makes a delivery happen once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from agent.errors import AgentError

SHARED = "shared:"
"""The record of what several hand-overs share is kept under names that begin so."""
MADE = "made"
"""The step that it is kept as: no hand-over has a step of this name, whose record tells whose a
record of theirs is.
"""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was done: the id that the system gave, for which revision, and when."""

    remote: str
    revision: int
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    """What earlier attempts, and earlier revisions of the same hand-over, did in a system."""

    revision: int = 1
    """The one that is being delivered."""
    done: Mapping[str, Done] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    """Steps that were sent and never answered: look before you repeat them."""
    sent: Mapping[str, datetime] = field(default_factory=dict, compare=False)
    """When these were sent: a search may lag behind."""
    delivered: int = 0
    """The newest revision that arrived whole; 0 before the first."""

    def remote(self, step: str) -> str | None:
        """The id that the system gave, by whichever revision; None where it was never done."""
        known = self.done.get(step)
        return known.remote if known is not None else None

    def is_current(self, step: str) -> bool:
        """Whether an earlier attempt did it for this very revision: it need not be repeated."""
        known = self.done.get(step)
        return known is not None and known.revision >= self.revision

    def sparing(self, steps: Collection[str]) -> "Record":
        """The same, with these steps current as far as they were done and are sure."""
        current = {
            name: replace(one, revision=self.revision)
            for name, one in self.done.items()
            if name in steps and name not in self.unsure
        }
        return replace(self, done={**self.done, **current})


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody else delivers it to the system just now: come back."""

    until: datetime
    """It is done, or counts as dead, by then."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A newer revision was delivered already; it holds all that this one does."""

    revision: int


class Superseded(AgentError):
    """Somebody else has taken over what an attempt held: send nothing more, look again later."""


@dataclass(frozen=True, slots=True)
class Share:
    """Something that several hand-overs have in common, such as their company: whoever makes it
    holds it meanwhile, and what they made is kept for the others.
    """

    step: str
    """The step that makes it."""
    name: str
    """Under which it is held and kept. It tells nothing of whom it is about."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to deliver one revision of a hand-over to a system."""

    parcel: str
    system: str
    handover: str
    revision: int
    number: int
    shares: tuple[Share, ...] = ()
    """What it holds besides the hand-over."""

    def shared(self, step: str, key: str) -> Share:
        """What other hand-overs in this system have in common with this one: the same key."""
        digest = sha256(f"{self.system} {step} {key}".encode()).hexdigest()
        return Share(step, f"{SHARED}{digest}")

    def holding(self, shares: Sequence[Share]) -> "Attempt":
        """The same, which holds these as well."""
        return replace(self, shares=tuple(dict.fromkeys((*self.shares, *shares))))

    def holding_only(self, steps: Collection[str]) -> "Attempt":
        """The same, which holds only what these steps make."""
        return replace(self, shares=tuple(one for one in self.shares if one.step in steps))


@dataclass(frozen=True, slots=True)
class Line:
    """One request as the story of a delivery tells it."""

    step: str
    method: str
    path: str
    status: int | None
    """None where no answer came."""
    why: str | None
    """What was wrong with it, if something was."""
    milliseconds: int
    at: datetime
    attempt: int = 0


class Ledger(Protocol):
    """Keeps the record, for one attempt at a time on a hand-over and system."""

    async def begin(
        self, attempt: Attempt, now: datetime, until: datetime
    ) -> Record | Busy | Overtaken:
        """Hold the hand-over in this system until then, and look what was done."""
        ...

    async def share(
        self, attempt: Attempt, shares: Sequence[Share], now: datetime, until: datetime
    ) -> Sequence[Done | None] | Busy:
        """Hold all of these until then, or none; what was made of each, if it was made."""
        ...

    async def hold_on(self, attempt: Attempt, until: datetime) -> None:
        """Hold all that it holds for longer. Raises Superseded."""
        ...

    async def sending(self, attempt: Attempt, step: str, until: datetime) -> None:
        """A change is about to be sent: until it is answered it is unsure. All that the attempt
        holds is held on to, in the same transaction. Raises Superseded.
        """
        ...

    async def told(self, attempt: Attempt, line: Line, *, refused: bool) -> None:
        """A request is over; `refused`: it is certain that it was not done."""
        ...

    async def kept(self, attempt: Attempt, step: str, remote: str, until: datetime) -> None:
        """A step is done. What it made is kept for all who share it, and let go of, as far as it
        is still held. Raises Superseded where the hand-over is not.
        """
        ...

    async def end(self, attempt: Attempt, *, delivered: bool) -> None:
        """Let go of all that it holds; what was delivered holds nothing unsure any more."""
        ...
