"""Which tables are there? Typed, with no relationship ever loaded unasked.

Documents (dialogue, reading, payload) are texts of JSON, written and read by storage/documents.py:
byte for byte the same on both databases.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator, TypeEngine


class _IsoMoment(sqlite.DATETIME):
    """SQLite keeps moments as text: always UTC and always as long, so that they sort."""

    def bind_processor(self, _dialect: Dialect) -> Callable[[datetime | None], str | None]:
        """From an aware moment."""
        return _iso

    def result_processor(
        self, _dialect: Dialect, _coltype: object
    ) -> Callable[[str | None], datetime | None]:
        """To an aware moment."""
        return _moment


def _iso(value: datetime | None) -> str | None:
    return None if value is None else value.astimezone(UTC).isoformat(" ", "microseconds")


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment, to the microsecond, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL has a type for it."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(_IsoMoment())  # type: ignore[no-untyped-call]
        return dialect.type_descriptor(DateTime(timezone=True))


def partial_index(column: str, condition: str) -> Index:
    """An index over the few rows that somebody looks for."""
    where = text(condition)
    return Index(None, column, sqlite_where=where, postgresql_where=where)


Counter = BigInteger().with_variant(Integer, "sqlite")
"""A number given by the database; SQLite counts only in INTEGER."""


class Row(DeclarativeBase):
    """A row of any table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text(), datetime: Moment()}  # noqa: RUF012 - read by SQLAlchemy


class ScriptVersionRow(Row):
    """A published text of a script; never changed."""

    __tablename__ = "script_versions"
    __table_args__: Any = (UniqueConstraint("key", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    number: Mapped[int]
    text: Mapped[str]
    sha256: Mapped[str]
    origin: Mapped[str]
    published_at: Mapped[datetime]
    published_by: Mapped[str | None]
    note: Mapped[str | None]
    """What was changed and why, in the words of who published it."""


class ConversationRow(Row):
    """A conversation: where it stands, who holds it, and what lists show of it."""

    __tablename__ = "conversations"
    __table_args__: Any = (
        partial_index("waiting_since", "waiting_since IS NOT NULL"),
        partial_index("remind_at", "remind_at IS NOT NULL"),
        partial_index("person_due_at", "person_due_at IS NOT NULL"),
        partial_index("rescore_at", "rescore_at IS NOT NULL"),
        partial_index("review_since", "review_since IS NOT NULL"),
        Index(None, "created_at", "id"),
        Index(None, "channel", "address"),
        partial_index("contact_phone", "contact_phone IS NOT NULL"),
        partial_index("contact_email", "contact_email IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address: Mapped[str]
    script_version: Mapped[str] = mapped_column(ForeignKey("script_versions.id"))
    source: Mapped[str | None]
    phase: Mapped[str]
    language: Mapped[str]
    dialogue: Mapped[str]
    outcome: Mapped[str] = mapped_column(default="undecided")
    tier: Mapped[str | None]
    score: Mapped[int] = mapped_column(default=0)
    fit: Mapped[int] = mapped_column(default=0)
    engagement: Mapped[int] = mapped_column(default=0)
    score_lines: Mapped[str | None]
    """The lines of the score, which its next change is compared with."""
    events: Mapped[int | None]
    """How many things they did that were told to us; None where there are none."""
    rescore_at: Mapped[datetime | None]
    """When time alone may have changed the score."""
    review_since: Mapped[datetime | None]
    """Since when people are to look whether our rules were wrong to turn them away."""
    contact_name: Mapped[str | None]
    contact_email: Mapped[str | None]
    contact_phone: Mapped[str | None]
    handover: Mapped[str | None]
    """The hand-over made for this lead; its later states are revisions of the same."""
    last_seq: Mapped[int] = mapped_column(default=0)
    """The newest message of either side."""
    inbound_seq: Mapped[int] = mapped_column(default=0)
    """The newest message of the prospect."""
    read_seq: Mapped[int] = mapped_column(default=0)
    """The prospect's messages up to here are answered."""
    waiting_since: Mapped[datetime | None]
    """When the oldest unanswered message came."""
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(default=0)
    remind_at: Mapped[datetime | None]
    remind_why: Mapped[str | None]
    """`handover`, `nudge`, `requalify` or `take_up_again`."""
    person_due_at: Mapped[datetime | None]
    """Since when they should hear from a person, because we cannot write to them; and why: as
    `remind_why`, or `not_sent`: the text was not allowed to go out.
    """
    person_due_why: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class RecontactDayRow(Row):
    """How many were asked again on a day (UTC)."""

    __tablename__ = "recontact_days"

    day: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


class MessageRow(Row):
    """One message; `position` counts over all conversations."""

    __tablename__ = "messages"
    __table_args__: Any = (
        UniqueConstraint("conversation", "seq"),
        UniqueConstraint("channel", "external_id"),
        {"sqlite_autoincrement": True},
    )

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    seq: Mapped[int]
    author: Mapped[str]
    text: Mapped[str]
    heard: Mapped[str | None]
    """What a caller heard of it before they cut in; None where it was said to its end."""
    channel: Mapped[str]
    external_id: Mapped[str | None]
    """The sender's own id: what makes a repeat recognisable."""
    at: Mapped[datetime]


class AnswerRow(Row):
    """One answer as it was given; a correction is another row."""

    __tablename__ = "answers"
    __table_args__: Any = (Index(None, "conversation"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    key: Mapped[str]
    value: Mapped[str]
    quote: Mapped[str | None]
    message: Mapped[str | None]
    source: Mapped[str]
    given: Mapped[datetime]
    at: Mapped[datetime]


class TurnRow(Row):
    """One turn: what was read, by whom, and up to which message."""

    __tablename__ = "turns"
    __table_args__: Any = (Index(None, "conversation", "read_up_to"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    read_up_to: Mapped[int]
    said_from: Mapped[int | None]
    """The seq of the first message said, and of the last."""
    said_to: Mapped[int | None]
    reader: Mapped[str | None]
    reading: Mapped[str | None]
    at: Mapped[datetime]


class RereadRow(Row):
    """A turn read plainly although a model should have read it: to be read again, or how it ended.

    The first reading is in its TurnRow, the second here.
    """

    __tablename__ = "rereads"
    __table_args__: Any = (Index(None, "conversation"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    asked: Mapped[str | None]
    language: Mapped[str]
    noticed: Mapped[str]
    """The signals of the first reading, one a line."""
    why: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="waiting")
    """`waiting`, `read`, `given_up` or `left_alone`."""
    useless: Mapped[int] = mapped_column(default=0)
    reading: Mapped[str | None]
    ended_at: Mapped[datetime | None]


class ModelCallRow(Row):
    """One call of a language model: what it cost and how it ended."""

    __tablename__ = "model_calls"
    __table_args__: Any = (Index(None, "conversation"), Index(None, "at"))

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    model: Mapped[str]
    prompt: Mapped[str]
    """The prompt's content hash: see PromptRow."""
    prompt_tokens: Mapped[int]
    cached_tokens: Mapped[int]
    completion_tokens: Mapped[int]
    milliseconds: Mapped[int]
    first_token_milliseconds: Mapped[int | None]
    outcome: Mapped[str]
    at: Mapped[datetime]


class PromptRow(Row):
    """A prompt's text under its content hash, kept once."""

    __tablename__ = "prompts"

    hash: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    first_used_at: Mapped[datetime]


class HandoverRow(Row):
    """One revision of what sales received."""

    __tablename__ = "handovers"
    __table_args__: Any = (
        UniqueConstraint("id", "revision"),
        Index(None, "conversation"),
    )

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    id: Mapped[str]
    revision: Mapped[int]
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    why: Mapped[str]
    payload: Mapped[str]
    created_at: Mapped[datetime]

    deliveries: Mapped[list["DeliveryRow"]] = relationship(
        back_populates="handover_row", lazy="raise", order_by="DeliveryRow.system"
    )


class DeliveryRow(Row):
    """A revision on its way to one system; the id is what the receiver recognises a repeat by."""

    __tablename__ = "deliveries"
    __table_args__: Any = (
        ForeignKeyConstraint(["handover", "revision"], ["handovers.id", "handovers.revision"]),
        Index(None, "handover", "revision"),
        Index(None, "state"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    handover: Mapped[str]
    revision: Mapped[int]
    system: Mapped[str]
    state: Mapped[str] = mapped_column(default="queued")
    attempts: Mapped[int] = mapped_column(default=0)
    """Over its whole life: the fence between two runs of the same delivery."""
    round: Mapped[int] = mapped_column(default=0)
    """How often it was put back by hand."""
    tries: Mapped[int] = mapped_column(default=0)
    """Since it was last put back: what the back-off counts."""
    next_at: Mapped[datetime | None]
    waiting_since: Mapped[datetime | None]
    """Since when it waits for another try; None where it does not."""
    unsaid: Mapped[int] = mapped_column(default=0, server_default="0")
    """So many waits in a row nobody named a time."""
    alone: Mapped[int] = mapped_column(default=0, server_default="0")
    """So many tries were in vain although others had got through since the one before."""
    trouble: Mapped[datetime | None]
    """Nobody had got through since then when it was last tried (StandstillRow.failing_since)."""
    urged: Mapped[str | None]
    """Why the next attempt does not wait for its time (agent.outbox.Urge)."""
    remedy: Mapped[str | None]
    """What would help (agent.outbox.Remedy); None where it passes by itself."""
    last_error: Mapped[str | None]
    response: Mapped[str | None]
    created_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]

    handover_row: Mapped[HandoverRow] = relationship(back_populates="deliveries", lazy="raise")


class ProcessRow(Row):
    """A process that runs jobs, and when it last said that it lives."""

    __tablename__ = "processes"

    id: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
