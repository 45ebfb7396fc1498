"""What do outcomes mean for whose leads are whose? What is over is nobody's work, and what was no
lead was nobody's turn.
"""

from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, bindparam, case, func, null, select, text, update

from qualification.routing.plan import TeamPlan
from qualification.routing.planfile import parse_teams
from storage.assignment_rows import routed_in
from storage.routing_tables import AssignmentRow, TeamVersionRow
from storage.tables import ConversationRow
from storage.turns import give_back

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
_IN_TURN = (
    select(AssignmentRow.routed, AssignmentRow.at, TeamVersionRow.text)
    .join(TeamVersionRow, TeamVersionRow.number == AssignmentRow.plan)
    .where(*_HERE)
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
            _give_back(connection, conversation)
            connection.execute(_REJECTED, {"of": conversation, "moment": at, "why": reason})
        case _:
            connection.execute(_OVER, {"of": conversation, "moment": at})


def _give_back(connection: Connection, conversation: str) -> None:
    """As if whoever has it had said so by the button: whose turn it was is owed it."""
    for row in connection.execute(_IN_TURN, {"of": conversation}).all():
        give_back(connection, _plan(row.text), routed_in(row.routed).decision, row.at)


@lru_cache(maxsize=4)
def _plan(written: str) -> TeamPlan:
    """What a published text means: of those who say so one after the other, most had one plan."""
    return parse_teams(written)
