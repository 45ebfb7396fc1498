"""What did the seller read first? The newest brief of a lead, as it was written for them."""

from sqlalchemy import Connection, bindparam, select

from agent.outbox import Brief
from storage.database import Database
from storage.delivery_tables import PreparationRow
from storage.outbox import BRIEF
from storage.tables import HandoverRow

_NEWEST = (
    select(PreparationRow.brief)
    .join(
        HandoverRow,
        (HandoverRow.id == PreparationRow.handover)
        & (HandoverRow.revision == PreparationRow.revision),
    )
    .where(HandoverRow.conversation == bindparam("of"), PreparationRow.brief.is_not(None))
    .order_by(HandoverRow.position.desc())
    .limit(1)
)


async def brief_of(database: Database, conversation: str) -> Brief | None:
    """None while none is written."""

    def work(connection: Connection) -> Brief | None:
        found = connection.execute(_NEWEST, {"of": conversation}).scalar()
        return None if found is None else BRIEF.validate_json(found)

    return await database.read_loosely(work)
