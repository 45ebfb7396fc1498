"""Which leads were given out lately, and on what did it rest? For trying another plan on them."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from qualification.routing.what_if import Past
from qualification.routing.working_time import Interval
from storage.assignment_rows import away, routed_from
from storage.database import Database
from storage.routing_tables import AssignmentRow

_FIRST = (
    select(*AssignmentRow.__table__.c)
    .where(AssignmentRow.number == 1, AssignmentRow.at >= bindparam("since"))
    .order_by(AssignmentRow.at, AssignmentRow.id)
)


class RoutingPast:
    """The first place of each lead."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def leads(self, since: datetime) -> tuple[Past, ...]:
        """Each lead given out since, in the order in which they came."""

        def work(connection: Connection) -> tuple[Past, ...]:
            found = []
            for row in connection.execute(_FIRST, {"since": since}):
                routed = routed_from(row)
                found.append(
                    Past(
                        handover=row.handover,
                        conversation=row.conversation,
                        at=routed.at,
                        lead=routed.lead,
                        person=row.person,
                        queue=row.queue,
                        rule=row.rule,
                        owned=routed.situation.owned,
                        closed_at=row.closed_at,
                    )
                )
            return tuple(found)

        return await self._database.read(work)

    async def away(self, since: datetime) -> dict[str, tuple[Interval, ...]]:
        """Who was away by hand since."""
        return await self._database.read(lambda connection: away(connection, since))
