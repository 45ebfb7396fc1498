"""What do outcomes mean for whose leads are whose? What is over is nobody's work."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, case, func, null, select, text, update

from storage.routing_tables import AssignmentRow
from storage.tables import ConversationRow

_ONE_AT_A_TIME = 7_204_982
"""The key of the advisory lock that decisions queue up for: each rests on the ones before."""
_HERE = (
    AssignmentRow.handover
    == select(ConversationRow.handover)
    .where(ConversationRow.id == bindparam("of"))
    .scalar_subquery(),
    AssignmentRow.ended_at.is_(None),
)
_ACCEPTED = (
    update(AssignmentRow)
    .where(*_HERE, AssignmentRow.state == "offered", AssignmentRow.person.is_not(None))
    .values(state="accepted", accepted_at=bindparam("moment"))
)
_REJECTED = (
    update(AssignmentRow)
    .where(*_HERE)
    .values(
        state="rejected",
        reason=bindparam("why"),
        ended_at=bindparam("moment"),
        closed_at=func.coalesce(AssignmentRow.closed_at, bindparam("moment")),
    )
)
_OVER = (
    update(AssignmentRow)
    .where(*_HERE)
    .values(
        state=case((AssignmentRow.person.is_(null()), AssignmentRow.state), else_="accepted"),
        accepted_at=func.coalesce(AssignmentRow.accepted_at, bindparam("moment")),
        closed_at=func.coalesce(AssignmentRow.closed_at, bindparam("moment")),
    )
)


def lock(connection: Connection) -> None:
    """Hold all others back until the transaction ends; SQLite does so by itself. Taken before any
    row is held, so that nobody waits for each other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})


def settle(
    connection: Connection, conversation: str, outcome: str, reason: str | None, at: datetime
) -> None:
    """What sales says of a lead elsewhere, in a CRM say, is said of its assignment too."""
    match outcome:
        case "accepted":
            connection.execute(_ACCEPTED, {"of": conversation, "moment": at})
        case "rejected":
            connection.execute(_REJECTED, {"of": conversation, "moment": at, "why": reason})
        case _:
            connection.execute(_OVER, {"of": conversation, "moment": at})
