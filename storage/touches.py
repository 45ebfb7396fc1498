"""When did a person first turn to a lead? By a word in the conversation, or by taking a call."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from storage.routing_tables import AssignmentRow, RingRow
from storage.tables import MessageRow

SAID_AT = (
    select(func.min(MessageRow.at))
    .where(
        MessageRow.conversation == AssignmentRow.conversation,
        MessageRow.author == "person",
        MessageRow.at >= AssignmentRow.handed_over_at,
    )
    .scalar_subquery()
    .label("said_at")
)
SPOKE_AT = (
    select(func.min(RingRow.answered_at))
    .where(RingRow.conversation == AssignmentRow.conversation, RingRow.answer == "accepted")
    .scalar_subquery()
    .label("spoke_at")
)


def touched_at(row: Any) -> datetime | None:
    """The first of both. Whoever was put through talks to them when the lead comes, not before."""
    spoke = None if row.spoke_at is None else max(row.spoke_at, row.handed_over_at)
    return min((at for at in (row.said_at, spoke) if at is not None), default=None)
