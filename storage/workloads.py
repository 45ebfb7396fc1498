"""What does everybody have now, and who is not there? For people to see, not for routing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from qualification.routing.plan import TeamPlan
from qualification.routing.routing import Workload
from qualification.routing.working_time import Interval, began
from storage.assignment_rows import COUNTED, away
from storage.database import Database
from storage.routing_tables import AssignmentRow


@dataclass(frozen=True, slots=True)
class Presence:
    """Who has what, and who is not there."""

    work: dict[str, Workload]
    away: dict[str, tuple[Interval, ...]]
    """Absences that are not written in the plan."""
    waiting: dict[str, int]
    """Queue -> leads that lie in it."""


class Workloads:
    """Counts what lies with whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self, plan: TeamPlan, now: datetime) -> Presence:
        """Of everybody in the plan, whether they have caps or not."""
        since = {one.id: began(now, plan.zone_of(one)) for one in plan.people}
        return await self._database.read(lambda connection: _presence(connection, since, now))


def _presence(connection: Connection, since: dict[str, datetime], now: datetime) -> Presence:
    today = {
        person: connection.execute(
            select(func.count())
            .select_from(AssignmentRow)
            .where(AssignmentRow.person == person, AssignmentRow.at >= began_at, COUNTED)
        ).scalar_one()
        for person, began_at in since.items()
    }
    lying = connection.execute(
        select(
            AssignmentRow.person,
            AssignmentRow.queue,
            func.count().label("leads"),
        )
        .where(AssignmentRow.closed_at.is_(None))
        .group_by(AssignmentRow.person, AssignmentRow.queue)
    ).all()
    held: dict[str, int] = {}
    waiting: dict[str, int] = {}
    for row in lying:
        if row.person is not None:
            held[row.person] = held.get(row.person, 0) + row.leads
        elif row.queue is not None:
            waiting[row.queue] = row.leads
    work = {one: Workload(today[one], held.get(one, 0)) for one in since}
    return Presence(work, away(connection, now), waiting)
