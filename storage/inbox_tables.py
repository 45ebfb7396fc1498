"""Which tables does the inbox read? A narrow line for each conversation, and what people add to it.

The lines are kept by triggers of the database (migration 0018), so that whoever writes a
conversation, a message or an assignment keeps them, and a list of a hundred thousand leads needs
neither a join nor a dialogue.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row, partial_index

FILTERS = (
    "status",
    "assignee",
    "person",
    "answering",
    "channel",
    "script",
    "outcome",
    "tier",
    "language",
    "source",
    "team",
    "snoozed_until",
    "merged_into",
)
"""What lists are narrowed by: all in one index, after the order that lists have."""
_UNPLACED = text(
    "handover IS NOT NULL AND offer IS NULL AND merged_into IS NULL AND status <> 'resolved'"
)
"""What nobody has (storage/unplaced.py)."""
_UNRESOLVED = text("status <> 'resolved' AND merged_into IS NULL")
"""The lists that one works with pass over what was put aside: after a year that is almost all."""


class InboxLineRow(Row):
    """A conversation as lists show it."""

    __tablename__ = "inbox_lines"
    __table_args__: Any = (
        Index("ix_inbox_lines_listed", "last_at", "position", *FILTERS),
        Index(
            "ix_inbox_lines_unresolved",
            "last_at",
            "position",
            *FILTERS,
            sqlite_where=_UNRESOLVED,
            postgresql_where=_UNRESOLVED,
        ),
        Index(
            "ix_inbox_lines_unplaced",
            "handover",
            sqlite_where=_UNPLACED,
            postgresql_where=_UNPLACED,
        ),
        Index(None, "changed_at"),
        partial_index("merged_into", "merged_into IS NOT NULL"),
        partial_index("due_at", "due_at IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), unique=True)
    status: Mapped[str]
    """`open` (it is up to people), `pending` (the agent is at it), `snoozed` or `resolved`."""
    snoozed_until: Mapped[datetime | None]
    assignee: Mapped[str | None]
    """The user who sees to it: by their id."""
    person: Mapped[str | None]
    """Whose lead it is, and in which team: as it was routed, by the ids in teams.yaml."""
    team: Mapped[str | None]
    offer: Mapped[str | None]
    """How it fares there: the state of the newest assignment."""
    due_at: Mapped[datetime | None]
    """Until when it is to be accepted."""
    answering: Mapped[str]
    """`agent`, `waiting` (for a person), `person` or `nobody` (it has ended)."""
    answered_by: Mapped[str | None]
    phase: Mapped[str]
    handover: Mapped[str | None]
    person_due_at: Mapped[datetime | None]
    waiting_since: Mapped[datetime | None]
    channel: Mapped[str]
    script: Mapped[str]
    language: Mapped[str]
    source: Mapped[str | None]
    outcome: Mapped[str]
    tier: Mapped[str | None]
    score: Mapped[int]
    name: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    people: Mapped[str]
    """Name, e-mail and number in parts, to be found by."""
    last_seq: Mapped[int]
    inbound_seq: Mapped[int]
    last_at: Mapped[datetime]
    last_author: Mapped[str | None]
    preview: Mapped[str]
    merged_into: Mapped[str | None]
    """The conversation of the same person that this one was put with."""
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    """By the database's own clock: what watchers have not seen yet."""


class InboxReadRow(Row):
    """Up to where somebody of ours has read a conversation."""

    __tablename__ = "inbox_reads"

    user: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    seq: Mapped[int]


class InboxNoteRow(Row):
    """What somebody of ours wrote beside a conversation, for colleagues only."""

    __tablename__ = "inbox_notes"
    __table_args__: Any = (Index(None, "conversation"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    author: Mapped[str]
    text: Mapped[str]
    after_seq: Mapped[int]
    """The newest message when it was written: where it stands in the transcript."""
    at: Mapped[datetime]


class InboxViewRow(Row):
    """Filters that somebody keeps under a name."""

    __tablename__ = "inbox_views"
    __table_args__: Any = (UniqueConstraint("user", "name"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str]
    name: Mapped[str]
    query: Mapped[str]
    created_at: Mapped[datetime]
