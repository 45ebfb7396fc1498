"""Which tables make a delivery happen once? What each system has, what it was asked, our tokens."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class DeliveryTurnRow(Row):
    """Who delivers a hand-over to a system just now, and the newest revision that arrived."""

    __tablename__ = "delivery_turns"

    handover: Mapped[str] = mapped_column(primary_key=True)
    system: Mapped[str] = mapped_column(primary_key=True)
    parcel: Mapped[str | None]
    attempt: Mapped[int] = mapped_column(default=0)
    held_until: Mapped[datetime | None]
    delivered: Mapped[int] = mapped_column(default=0)
    """The newest revision that arrived whole; 0 before the first."""


class DeliveryStepRow(Row):
    """One step of a hand-over in a system: what came of it, over all attempts and revisions."""

    __tablename__ = "delivery_steps"
    __table_args__: Any = (Index(None, "remote", "system"),)

    handover: Mapped[str] = mapped_column(primary_key=True)
    system: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    remote: Mapped[str | None]
    """The id that the system gave; None until it is known to be done."""
    revision: Mapped[int] = mapped_column(default=0)
    """The newest one that it was done for."""
    unsure: Mapped[bool] = mapped_column(default=False)
    """Sent, and not answered."""
    at: Mapped[datetime]


class DeliveryCallRow(Row):
    """One request of an attempt, or how it ended, for people who ask what happened."""

    __tablename__ = "delivery_calls"
    __table_args__: Any = (Index(None, "parcel"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    parcel: Mapped[str] = mapped_column(ForeignKey("deliveries.id"))
    attempt: Mapped[int]
    step: Mapped[str]
    method: Mapped[str]
    path: Mapped[str]
    """Where to, without the query."""
    status: Mapped[int | None]
    why: Mapped[str | None]
    milliseconds: Mapped[int]
    at: Mapped[datetime]


class PreparationRow(Row):
    """What was made of a revision before it was delivered: whose lead it is, and the brief."""

    __tablename__ = "preparations"

    handover: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str | None]
    brief: Mapped[str | None]
    trouble: Mapped[str | None]
    """Why it went out without one of them."""
    at: Mapped[datetime]


class AnnouncementRow(Row):
    """A revision that was made because the lead has another owner; one for each assignment."""

    __tablename__ = "announcements"

    handover: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    """Counts the assignments of the hand-over."""
    why: Mapped[str]
    revision: Mapped[int]
    at: Mapped[datetime]


class GrantRow(Row):
    """The newest token of a system, sealed with SECRET_KEY."""

    __tablename__ = "grants"

    system: Mapped[str] = mapped_column(primary_key=True)
    settings: Mapped[str]
    """What it was given for: with other credentials it is not used."""
    number: Mapped[int] = mapped_column(default=0)
    """How often it was renewed: two processes that want to renew the same one are told apart."""
    sealed: Mapped[str | None]
    claimed_until: Mapped[datetime | None]


class StandstillRow(Row):
    """A system that takes nothing until somebody does something; the newest time of each."""

    __tablename__ = "standstills"

    system: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    remedy: Mapped[str]
    """agent.outbox.Remedy"""
    why: Mapped[str]
    ended_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    """When the admins were last told of one."""
    failing_since: Mapped[datetime | None]
    """Nobody has got through since then, and somebody waits; None where the last one did."""
