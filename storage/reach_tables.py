"""Which tables tell how people are reached? Threads, calls, texts, and who may be written to."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row, partial_index


class ThreadRow(Row):
    """Which conversation goes on between two numbers, on one channel."""

    __tablename__ = "threads"

    channel: Mapped[str] = mapped_column(primary_key=True)
    theirs: Mapped[str] = mapped_column(primary_key=True)
    ours: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    opened_at: Mapped[datetime]


class CallRow(Row):
    """One telephone call."""

    __tablename__ = "calls"
    __table_args__: Any = (Index(None, "conversation"),)

    sid: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    theirs: Mapped[str]
    ours: Mapped[str]
    mode: Mapped[str]
    """`relay` or `gather`."""
    state: Mapped[str]
    """`talking`, `transferring`, `transferred`, `voicemail`, `ended`."""
    end_reason: Mapped[str | None]
    place: Mapped[int] = mapped_column(default=0)
    """Which of the people to be tried comes next."""
    accepted_by: Mapped[str | None]
    """Who pressed 1: Twilio counts a declined whisper as answered too."""
    callback: Mapped[str | None]
    """When they want to be called back, in their own words."""
    recording: Mapped[str | None]
    """The sid of a voicemail or recording, so that it can be erased."""
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class TextRow(Row):
    """One part of a message on its way to a phone."""

    __tablename__ = "texts"
    __table_args__: Any = (
        Index(None, "conversation"),
        Index(None, "message"),
        UniqueConstraint("sid"),
        Index(None, "to_address", "created_at"),
        partial_index("next_at", "next_at IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    """Its place among the parts of its message."""
    message: Mapped[str | None] = mapped_column(ForeignKey("messages.id"))
    conversation: Mapped[str | None] = mapped_column(ForeignKey("conversations.id"))
    channel: Mapped[str]
    to_address: Mapped[str]
    sender: Mapped[str]
    body: Mapped[str]
    template: Mapped[str | None]
    purpose: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    rank: Mapped[int] = mapped_column(default=-1)
    attempts: Mapped[int] = mapped_column(default=0)
    sid: Mapped[str | None]
    code: Mapped[int | None]
    last_error: Mapped[str | None]
    next_at: Mapped[datetime | None]
    """When to look at it again; None once nothing is left to be done."""
    tried_at: Mapped[datetime | None]
    """When it was last handed to Twilio."""
    as_template: Mapped[bool] = mapped_column(default=False)
    """It was handed over as its template."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PermissionRow(Row):
    """What may_send said, and by which rule; only added to."""

    __tablename__ = "permissions"
    __table_args__: Any = (Index(None, "address"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    text: Mapped[str | None]
    address: Mapped[str]
    """A keyed hash: see storage/suppressions.py."""
    channel: Mapped[str]
    purpose: Mapped[str]
    ruling: Mapped[str]
    rule: Mapped[str]
    until: Mapped[datetime | None]
    at: Mapped[datetime]


class SuppressionRow(Row):
    """Somebody asked us to stop, or to start again; only added to, and it outlives their data."""

    __tablename__ = "suppressions"
    __table_args__: Any = (Index(None, "address"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    address: Mapped[str]
    """A keyed hash: it cannot be turned back into a number by trying all numbers."""
    channel: Mapped[str]
    """Where it was said: `stop` holds for every channel, `start` for this one."""
    kind: Mapped[str]
    """`stop`, `start`, or `help`, which only says that the carrier has answered."""
    how: Mapped[str]
    """`words`; `carrier`: they told the carrier, which answered them."""
    reference: Mapped[str | None] = mapped_column(unique=True)
    """What it was said in, as the carrier names it: a repeat of it changes nothing."""
    at: Mapped[datetime]


class UnreachableRow(Row):
    """A number that cannot be reached on a channel: no mobile, unknown, out of service."""

    __tablename__ = "unreachable"

    address: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[int]
    at: Mapped[datetime]


class ConsentRow(Row):
    """What somebody agreed to, or withdrew; only added to."""

    __tablename__ = "consents"
    __table_args__: Any = (Index(None, "address"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    address: Mapped[str]
    channel: Mapped[str]
    purpose: Mapped[str]
    kind: Mapped[str]
    """`given` or `withdrawn`."""
    method: Mapped[str]
    """`wrote_first`, `called` or `words`."""
    words: Mapped[str | None]
    """The exact text they were shown, or said."""
    page: Mapped[str | None]
    ip: Mapped[str | None]
    at: Mapped[datetime]


class ErasureRow(Row):
    """What Twilio or a list keeps of somebody who was erased here; gone once it is gone there."""

    __tablename__ = "erasures"

    sid: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """agent.erasing.KeptKind"""
    tries: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]
    asked_at: Mapped[datetime]
