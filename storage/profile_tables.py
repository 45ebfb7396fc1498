"""Which table tells what others were asked about leads?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Row


class EnquiryRow(Row):
    """A question to a service about one lead: once for each e-mail, and its answer."""

    __tablename__ = "enquiries"
    __table_args__: Any = (
        UniqueConstraint("conversation", "provider", "email"),
        Index(None, "email", "provider"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    provider: Mapped[str]
    email: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    """`waiting`, `answered` (not yet with the lead), `done`, `failed` or `left_alone`."""
    tries: Mapped[int] = mapped_column(default=0)
    fields: Mapped[str | None]
    """What was answered; an empty object where nothing is known."""
    last_error: Mapped[str | None]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
