"""What is on its way to a prospect's phone? Texts, how they fared, and the ports that send and keep
them.

A text is one part of a message of ours, sent by SMS or WhatsApp. It is written in the transaction
of the turn that said it, and sent by a job.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeAlias

from agent.messages import Channel

Purpose = Literal["reply", "nudge", "recontact", "confirmation", "sales"]
"""An answer to what they wrote; a word of our own after silence, or after weeks or months; the one
confirmation of an opt-out; a note to somebody of our own.
"""
UNASKED: tuple[Purpose, ...] = ("nudge", "recontact")
"""Out of place once they have written, or a person has."""
TextState = Literal[
    "waiting",  # for its time, or for a part before it
    "sending",  # handed to Twilio, no answer yet
    "unknown",  # no answer came: it may or may not have gone out
    "accepted",
    "queued",
    "sent",
    "delivered",
    "read",
    "undelivered",
    "failed",
    "canceled",
    "denied",  # may_send said no
]
RANK: Mapping[str, int] = {
    "accepted": 0,
    "scheduled": 0,
    "queued": 1,
    "sending": 2,
    "sent": 3,
    "delivered": 4,
    "partially_delivered": 4,
    "read": 5,
    "undelivered": 9,
    "failed": 9,
    "canceled": 9,
}
"""A status callback only moves a text up (Twilio: outbound message status in status callbacks)."""


@dataclass(frozen=True, slots=True)
class Template:
    """An approved WhatsApp template: what may be sent when the prospect has not written for 24
    hours.
    """

    content_sid: str
    variables: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """One attempt to send one text; `id` is the same over all attempts."""

    id: str
    conversation: str | None
    channel: Channel
    to: str
    """E.164, without the channel's prefix."""
    sender: str
    """Our number in E.164, or a messaging service (MG…)."""
    body: str
    purpose: Purpose
    attempt: int
    template: Template | None = None
    """Sent instead of the body."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Twilio has it, under `sid`; it may still fail, or have failed already: why says `code`."""

    sid: str
    status: str
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Twilio will not send it; `code` is Twilio's error code (0 when it gave none)."""

    code: int
    why: str


@dataclass(frozen=True, slots=True)
class Busy:
    """Surely not sent, and worth another try: 429, a connection that was never made."""

    why: str
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody knows whether it went out (time-out, 5xx): look for it before sending it again."""

    why: str


SendOutcome: TypeAlias = Accepted | Refused | Busy | Unclear


@dataclass(frozen=True, slots=True)
class Missing:
    """It was looked for and is not there."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A text handed to Twilio of which nobody knows whether it went out."""

    text: Text
    since: datetime
    """When it was handed over."""


@dataclass(frozen=True, slots=True)
class Report:
    """What Twilio tells of a text: in any order, and more than once."""

    sid: str
    status: str
    code: int | None = None
    text: str | None = None
    """The text's own id, from the address of its callback: whose `sid` it is when sending it
    brought no answer.
    """


@dataclass(frozen=True, slots=True)
class Note:
    """A text to somebody of our own; the same id twice is one."""

    id: str
    to: str
    sender: str
    body: str
    conversation: str | None = None


class Texter(Protocol):
    """Sends texts. Twilio's REST API has no idempotency key: an unclear outcome is looked up."""

    async def send(self, text: Text) -> SendOutcome: ...

    async def find(self, text: Text, since: datetime) -> Accepted | None:
        """A text that went out although no answer came; None when there is none. Raises
        agent.errors.Unavailable when the list cannot be had now.
        """
        ...


class Texts(Protocol):
    """Keeps the texts, and decides in each one's transaction whether it may go out now."""

    async def take(self, text: str, now: datetime) -> Text | Lost | datetime | None:
        """What to send, or to look for; when to come back; None if nothing is to be done."""
        ...

    async def record(
        self, text: Text, outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        """Write down how the attempt ended; when to come back, if there is more to be done."""
        ...

    async def report(self, report: Report, now: datetime) -> bool:
        """Note what Twilio tells of a text; False when that is not new, or not about ours."""
        ...

    async def tell(self, note: Note, now: datetime) -> None:
        """Have a note sent to somebody of our own."""
        ...


class Ledger(Protocol):
    """Keeps who asked us to stop. What is said in a conversation is written with its turn; this is
    for what the carrier tells.
    """

    async def carrier(
        self,
        address: str,
        channel: Channel,
        said: Literal["stop", "start", "help"],
        at: datetime,
        reference: str | None = None,
    ) -> None:
        """The carrier tells that they stopped or started us, or asked for help (Twilio's
        OptOutType): a stop cancels what waits to be sent, and as the carrier has answered a stop
        and a request for help, we do not answer them too. `at`: when the message was received.
        `reference`: its MessageSid; the same twice is once, however late it comes.
        """
        ...
