"""Which tables hold how the chats of web sites are set up, and what their visitors left there?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class WidgetRow(Row):
    """The chat of one web site."""

    __tablename__ = "widgets"

    key: Mapped[str] = mapped_column(primary_key=True)
    settings: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    """Counts its changes: two people who change it at once do not undo each other."""
    secret: Mapped[str | None]
    """By which the site vouches for its visitors, sealed."""
    secret_at: Mapped[datetime | None]
    secret_before: Mapped[str | None]
    """The one before, good for agent.widget.GRACE."""
    updated_at: Mapped[datetime]
    updated_by: Mapped[str | None]


class GuestRow(Row):
    """Who the visitor of a chat is, in the site's words."""

    __tablename__ = "chat_guests"
    __table_args__: Any = (Index(None, "widget", "subject", "at"),)

    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    widget: Mapped[str | None]
    subject: Mapped[str | None]
    """None: nobody vouches for them."""
    verified: Mapped[str | None]
    """What the site vouches for, as JSON."""
    attributes: Mapped[str | None]
    """What the page told without, as JSON."""
    at: Mapped[datetime]


class ChatConsentRow(Row):
    """What a visitor agreed to before the chat began; only added to."""

    __tablename__ = "chat_consents"
    __table_args__: Any = (Index(None, "conversation"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    words: Mapped[str]
    """As they were shown."""
    page: Mapped[str | None]
    at: Mapped[datetime]


class ChatRatingRow(Row):
    """How a chat was for its visitor."""

    __tablename__ = "chat_ratings"

    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    stars: Mapped[int]
    comment: Mapped[str]
    at: Mapped[datetime]
