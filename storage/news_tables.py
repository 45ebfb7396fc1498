"""Which tables keep what CRMs told of our leads? Until when they were asked, and what is so now."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Row


class CursorRow(Row):
    """From when on a system is to be asked next."""

    __tablename__ = "news_cursors"

    system: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    """By their clock."""


class NewsRow(Row):
    """The newest that a system said of a record."""

    __tablename__ = "news"
    __table_args__: Any = (Index(None, "conversation"),)

    system: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    """Which step of the delivery made the record."""
    remote: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True)
    """`owner`, `acceptance` or `deal`."""
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    """The lead that it is about."""
    said: Mapped[str]
    at: Mapped[datetime]
    """When the record was changed, by their clock."""
    heard_at: Mapped[datetime]
