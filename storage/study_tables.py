"""What do those who look back need in the database? Indexes that hold all that a report counts, so
that a million leads are counted without reading one of them; and the table of what was asked.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import ConversationRow, Row

LEADS = text("(inbound_seq > 0 OR substr(address, 1, 5) = 'form:')")
"""Who is a lead: whoever wrote or spoke, and whom a form or an import told of (console/leads_api.py
gives them such an address); a chat only opened is none. Queries say it as the indexes do: with a
parameter in its place they could not be used.
"""

Index(
    "ix_conversations_counted",
    ConversationRow.created_at,
    ConversationRow.source,
    ConversationRow.channel,
    ConversationRow.language,
    ConversationRow.script_version,
    ConversationRow.outcome,
    sqlite_where=LEADS,
    postgresql_where=LEADS,
)
Index(
    "ix_conversations_sampled",
    ConversationRow.script_version,
    ConversationRow.id,
    ConversationRow.created_at,
    sqlite_where=LEADS,
    postgresql_where=LEADS,
)


class StudyRow(Row):
    """A question about the leads of the past: a replay, a suggestion, a plan that is tried."""

    __tablename__ = "studies"
    __table_args__: Any = (Index(None, "asked_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """`replay`, `suggestion` or `routing`."""
    request: Mapped[str]
    state: Mapped[str]
    """`waiting`, `running`, `done` or `failed`."""
    leads: Mapped[int | None]
    """How many are to be looked at, once that is known."""
    done: Mapped[int] = mapped_column(default=0)
    result: Mapped[str | None]
    trouble: Mapped[str | None]
    """Why it failed."""
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
