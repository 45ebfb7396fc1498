"""What does a system hear from us? The steps of one delivery, as requests that nobody has sent yet.

A system's file says in which order the system is called and what its answers mean; it sends
nothing and waits for nothing. So the same steps are sent, printed by a dry run, checked by
`doctor`, and tested without a network.
"""

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from agent.outbox import Outcome
from qualification.values import Json


@dataclass(frozen=True, slots=True)
class Call:
    """A request to be made: of `body` and `form` at most one."""

    step: str
    """What it is for: `contact`, `note`, ... Names it in the record and in a dry run."""
    method: str
    url: str
    """Whole, or a path below the system's own address."""
    body: Json = None
    form: Mapping[str, str] | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    changes: bool = True
    """False for a look-up. Before a change is sent it goes on record, so that after a crash the
    next attempt knows that it may have arrived (Record.unsure)."""
    example: Json = None
    """What the system would answer, for a dry run: enough of it for the next step."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the system answered."""

    status: int
    headers: Mapping[str, str]
    """Their names in lower case."""
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether its status is one of success; what it says may still be an error."""
        return 200 <= self.status < 300

    def json(self) -> Json:
        """Its body read; None where it is no JSON."""
        try:
            found: Json = json.loads(self.body)
        except ValueError:
            return None
        return found


@dataclass(frozen=True, slots=True)
class Kept:
    """A step is done: the id that the system gave is on record before the next step begins."""

    step: str
    remote: str


@dataclass(frozen=True, slots=True)
class Record:
    """What earlier attempts, and earlier revisions of the same hand-over, did in this system."""

    done: Mapping[str, str] = field(default_factory=dict)
    """Step -> remote id."""
    unsure: frozenset[str] = frozenset()
    """Steps that were sent and never answered: look before you repeat them."""


class Refused(Exception):
    """The delivery ends here, with this outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.why if hasattr(outcome, "why") else "delivered")
        self.outcome = outcome


class SignInAgain(Exception):
    """The system no longer takes our token: get a new one and repeat the call, once."""


Steps: TypeAlias = Generator[Call | Kept, Reply, str]
"""Yields what is to be sent or kept, takes the answers, returns what the record shows at the end.
After `Kept` it is given an empty Reply. Raises Refused or SignInAgain."""
