"""Which tables tell how leads ended? What sales says of them, only added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class OutcomeRow(Row):
    """What sales said of a lead; the newest of each stage holds."""

    __tablename__ = "outcomes"
    __table_args__: Any = (
        UniqueConstraint("conversation", "reference"),
        Index(None, "conversation", "stage"),
        Index(None, "at"),
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
