"""What does a system hear from us? The steps of one delivery, as requests that nobody has sent yet.

A system's file says in which order the system is called and what its answers mean; it sends
nothing and waits for nothing. So the same steps are sent, printed by a dry run, checked by
`doctor`, and tested without a network.
"""

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from agent.ledger import Record
from agent.outbox import Failed, RetryAt
from qualification.values import Json

__all__ = [
    "Call",
    "Fault",
    "Kept",
    "Record",
    "Refused",
    "Reply",
    "Shared",
    "SignInAgain",
    "Steps",
    "made",
    "made_by_each",
]


@dataclass(frozen=True, slots=True)
class Call:
    """A request to be made: of `body` and `form` at most one."""

    step: str
    """What it is for: `contact`, `note`, ... Names it in the record and in a dry run."""
    method: str
    url: str
    """Whole, or a path below the system's own address; what is variable in it is quoted."""
    body: Json = None
    form: Mapping[str, str] | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    changes: bool = True
    """False for a look-up. Before a change is sent it goes on record, so that after a crash the
    next attempt knows that it may have arrived (Record.unsure)."""
    also: frozenset[int] = frozenset()
    """Statuses besides 2xx that the steps want to see: `{404}` for a look-up. All others are
    judged by System.fault, and the steps never see them."""
    example: Json = None
    """What the system would answer, for a dry run: enough of it for the next step."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the system answered."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    """Their names in lower case."""
    body: bytes = b""
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """When it came: what "in ten seconds" counts from."""

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

    def object(self) -> dict[str, Json]:
        """The object that it is; an empty one where it is none."""
        found = self.json()
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Kept:
    """A step is done: the id that the system gave is on record before the next step begins."""

    step: str
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What comes next makes something that other leads need too, such as their company: one of
    them makes it while the others wait, and for a while they are told what it is.
    """

    step: str
    """The step that makes or finds it; its Kept ends the wait."""
    key: str
    """What they have in common: the domain of the company."""
    more: tuple[str, ...] = ()
    """What else tells that it is the same: whoever has one of these waits as well."""


def made(reply: Reply) -> str:
    """The answer to Shared: what another lead's delivery has made; an empty text: make it."""
    return made_by_each(reply)[0]


def made_by_each(reply: Reply) -> list[str]:
    """The same for each key: one may be known where another is not."""
    return reply.body.decode().split("\n")


@dataclass(frozen=True, slots=True)
class SignInAgain:
    """The system no longer takes our token: get a new one and repeat the call, once."""

    why: str


Fault: TypeAlias = RetryAt | Failed | SignInAgain
"""What a bad answer means for what comes next."""


class Refused(Exception):
    """Raised by steps: the delivery ends here, with this outcome."""

    def __init__(self, outcome: RetryAt | Failed) -> None:
        super().__init__(outcome.why)
        self.outcome = outcome


Steps: TypeAlias = Generator[Call | Kept | Shared, Reply, str]
"""Yields what is to be sent or kept, takes the answers, returns what the record shows at the end.
After `Kept` it is given an empty Reply, after `Shared` one for `made`. Raises Refused.

Each change is followed by its Kept. At the start of each attempt the steps run anew, with a Record
of what was done: what Record.is_current need not be sent again, what is in Record.unsure is looked
for before it is created again, and where Record.remote knows an id from an earlier revision that
record is brought up to date (never a second note, never a second task)."""
