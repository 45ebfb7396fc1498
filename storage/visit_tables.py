"""Which table tells who agreed that the pages they look at are told to us?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class VisitConsentRow(Row):
    """A visitor agrees, or takes it back; only added to, and the newest counts."""

    __tablename__ = "visit_consents"
    __table_args__: Any = (Index(None, "conversation"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    kind: Mapped[str]
    """`given` or `withdrawn`."""
    at: Mapped[datetime]
