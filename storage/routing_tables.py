"""Which tables tell whose leads are whose? The plans, each place that a lead was at, the turns."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Row, partial_index


class TeamVersionRow(Row):
    """A published text of teams.yaml; never changed."""

    __tablename__ = "team_versions"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    sha256: Mapped[str]
    origin: Mapped[str]
    published_at: Mapped[datetime]
    published_by: Mapped[str | None]


class AssignmentRow(Row):
    """A place that a lead was given to: a person or a queue. The newest of a hand-over holds."""

    __tablename__ = "assignments"
    __table_args__: Any = (
        UniqueConstraint("handover", "number"),
        Index(None, "conversation"),
        Index(None, "at"),
        partial_index("person", "closed_at IS NULL"),
        partial_index("domain", "domain IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    handover: Mapped[str]
    number: Mapped[int]
    """Counts the places of one hand-over, from 1."""
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    plan: Mapped[int] = mapped_column(ForeignKey("team_versions.number"))
    cause: Mapped[str]
    """`routed`, `reassigned`, `away`, `escalated`, `fallback`, `taken` or `by_hand`."""
    state: Mapped[str]
    """`offered`, `accepted`, `rejected` (no lead), `passed_on`, `missed`, `away` or `moved`."""
    person: Mapped[str | None]
    team: Mapped[str | None]
    queue: Mapped[str | None]
    rule: Mapped[str]
    tier: Mapped[str]
    domain: Mapped[str | None]
    """Of the lead's company: its next lead is known by it."""
    handed_over_at: Mapped[datetime]
    """When the lead was ready for somebody."""
    at: Mapped[datetime]
    remind_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    overdue_at: Mapped[datetime | None]
    """When it was found not to have been accepted in time."""
    ended_at: Mapped[datetime | None]
    """When the lead went on to another place, or was rejected."""
    closed_at: Mapped[datetime | None]
    """When whoever had it was done with it: it went on, or was won, lost or rejected."""
    reason: Mapped[str | None]
    """Why it was rejected, passed on or moved, in their words."""
    by: Mapped[str | None]
    """Who moved it there by hand."""
    routed: Mapped[str]
    """The decision, with all that it rested on."""


class DebtRow(Row):
    """What somebody is owed in a team, in the units of qualification.routing.rotation."""

    __tablename__ = "routing_debts"

    team: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    owed: Mapped[int] = mapped_column(BigInteger)


class ShareRow(Row):
    """What somebody got in a team in a day, and what their share was, in the units of debts."""

    __tablename__ = "routing_shares"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    team: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    got: Mapped[int]
    """Leads that came to them in turn."""
    due: Mapped[int] = mapped_column(BigInteger().with_variant(Numeric(30, 0), "postgresql"))
    """64 bits would hold 1 700 leads of one person's day; SQLite goes on with a rounded number."""


class AbsenceRow(Row):
    """An absence of somebody of ours that is not written in teams.yaml."""

    __tablename__ = "absences"
    __table_args__: Any = (Index(None, "ends_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    why: Mapped[str | None]
    by: Mapped[str | None]
    created_at: Mapped[datetime]


class RingRow(Row):
    """A colleague whose telephone was rung for a caller."""

    __tablename__ = "rings"
    __table_args__: Any = (Index(None, "conversation"), Index(None, "at"))

    call: Mapped[str] = mapped_column(ForeignKey("calls.sid"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    person: Mapped[str | None]
    """Their id in teams.yaml; None for people of the script."""
    name: Mapped[str]
    phone: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str | None]
    """`accepted`, `declined` or `missed`."""
    answered_at: Mapped[datetime | None]
