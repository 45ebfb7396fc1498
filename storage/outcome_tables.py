"""Which tables tell how leads ended? What sales says of them, only added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row

_HOLDS = text("holds")
HOLDS = text("outcomes.holds")
"""As the index says it: otherwise it could not be used."""


class OutcomeRow(Row):
    """What sales said of a lead; the newest of each stage holds. What reports count them by stands
    here too, so that they need not look at the leads.
    """

    __tablename__ = "outcomes"
    __table_args__: Any = (
        UniqueConstraint("conversation", "reference"),
        Index(None, "conversation", "stage"),
        Index(None, "at"),
        Index(
            "ix_outcomes_counted",
            "opened_at",
            "script_version",
            "source",
            "person",
            "outcome",
            "currency",
            "hundredths",
            "conversation",
            sqlite_where=_HOLDS,
            postgresql_where=_HOLDS,
        ),
    )

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    stage: Mapped[str]
    """`acceptance` or `deal`."""
    outcome: Mapped[str]
    """`accepted` or `rejected`; `won` or `lost`."""
    reason: Mapped[str | None]
    hundredths: Mapped[int | None] = mapped_column(BigInteger)
    """The amount, in hundredths of the currency."""
    currency: Mapped[str | None]
    person: Mapped[str | None]
    """Who said it."""
    reference: Mapped[str | None]
    """The sender's own id: what makes a repeat recognisable."""
    at: Mapped[datetime]
    """When it happened."""
    recorded_at: Mapped[datetime]
    holds: Mapped[bool]
    """Whether it is the newest of its stage."""
    source: Mapped[str | None]
    script_version: Mapped[str]
    opened_at: Mapped[datetime]
    """When the lead's conversation began."""
