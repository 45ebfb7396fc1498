"""Which tables tell how leads were scored? What they did, and how score and verdict changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class BehaviourRow(Row):
    """Something a lead did, told to us by another system."""

    __tablename__ = "behaviour"
    __table_args__: Any = (UniqueConstraint("conversation", "client_id"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    client_id: Mapped[str]
    """The sender's own id: what makes a repeat recognisable."""
    kind: Mapped[str]
    seconds: Mapped[int | None]
    """How long a page was looked at."""
    at: Mapped[datetime]
    received_at: Mapped[datetime]


class ScoreChangeRow(Row):
    """A scorecard that differs from the one before it; only added to."""

    __tablename__ = "score_changes"
    __table_args__: Any = (Index(None, "conversation"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    cause: Mapped[str]
    """`turn`, `event` or `time`."""
    score: Mapped[int]
    fit: Mapped[int]
    engagement: Mapped[int]
    tier: Mapped[str]
    lines: Mapped[str]
    """All of them; what came and went shows beside the row before."""
    at: Mapped[datetime]


class VerdictChangeRow(Row):
    """A verdict that differs from the one before it; only added to."""

    __tablename__ = "verdict_changes"
    __table_args__: Any = (Index(None, "conversation"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    outcome: Mapped[str]
    reasons: Mapped[str]
    """The rules that decided."""
    cause: Mapped[str | None]
    """`requalify` or `take_up_again`: what was too old to stand was put aside, to be asked again;
    None: something was said or done.
    """
    at: Mapped[datetime]
