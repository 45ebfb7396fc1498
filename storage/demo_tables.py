"""Which tables tell what is made up? The set of demo leads, and which leads are in it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Row


class DemoSetRow(Row):
    """The demo leads as a whole; once removed they are not made again by themselves."""

    __tablename__ = "demo_sets"

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    """`making`, `there` or `removed`."""
    seed: Mapped[int]
    shares: Mapped[str]
    """JSON: what the demo added to the shares of our own people, to be taken off again."""
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class DemoLeadRow(Row):
    """A lead that is made up."""

    __tablename__ = "demo_leads"

    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
