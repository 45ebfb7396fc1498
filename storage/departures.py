"""Whose leads are still with somebody who does not stand in the teams any more? Others get them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from agent.routing import Assignment
from storage.database import Database
from storage.placing import Placing
from storage.routing_tables import AssignmentRow
from storage.settling import lock

AT_ONCE = 50
"""Leads in a transaction: new ones wait for it, for they are given out one after the other."""
_OPEN = (
    AssignmentRow.person.is_not(None),
    AssignmentRow.closed_at.is_(None),
    AssignmentRow.ended_at.is_(None),
)
_WHO = (
    select(
        AssignmentRow.person,
        func.count().label("leads"),
        func.max(AssignmentRow.plan).label("plan"),
    )
    .where(*_OPEN)
    .group_by(AssignmentRow.person)
    .order_by(AssignmentRow.person)
)
_THEIRS = (
    select(*AssignmentRow.__table__.c)
    .where(*_OPEN, AssignmentRow.person == bindparam("of"))
    .order_by(AssignmentRow.at, AssignmentRow.id)
    .limit(AT_ONCE)
)


class StillThere(Exception):
    """They stand in the plan that holds: move their leads one by one, or take them out first."""


@dataclass(frozen=True, slots=True)
class Departed:
    """Somebody who has left, with leads that are neither won, lost nor rejected."""

    person: str
    name: str
    """As the last plan that they got a lead by has it."""
    leads: int


class Departures:
    """Knows who left, and hands on what they had."""

    def __init__(self, database: Database, placing: Placing) -> None:
        self._database = database
        self._placing = placing

    async def all(self) -> tuple[Departed, ...]:
        """Everybody who has left and has open leads; nobody while no plan is published."""

        def work(connection: Connection) -> tuple[Departed, ...]:
            plan = self._placing.plan_now(connection)
            if plan is None:
                return ()
            return tuple(
                Departed(person, self._name(connection, person, last), leads)
                for person, leads, last in connection.execute(_WHO).all()
                if person is not None and plan.person(person) is None
            )

        return await self._database.read(work)

    async def hand_on(self, person: str, by: str, now: datetime) -> tuple[Assignment, ...]:
        """Give all of it to others by the rules, as if it had not been given to them; where the
        leads are now. Raises StillThere and storage.placing.NotAssigned.
        """

        def work(connection: Connection) -> tuple[Assignment, ...]:
            lock(connection)
            plan = self._placing.version(connection).plan
            if plan.person(person) is not None:
                raise StillThere(person)
            rows = connection.execute(_THEIRS, {"of": person}).all()
            moved = (self._placing.follow(connection, row, "away", now, by=by) for row in rows)
            return tuple(self._placing.shown(connection, row) for row in moved if row is not None)

        found: list[Assignment] = []
        while moved := await self._database.write(work):
            found += moved
        return tuple(found)

    def _name(self, connection: Connection, person: str, plan: int) -> str:
        member = self._placing.plan_numbered(connection, plan).person(person)
        return person if member is None else member.name
