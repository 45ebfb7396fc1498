"""Who of ours is not there? Absences beside those of teams.yaml, written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from storage.database import Database
from storage.routing_tables import AbsenceRow
from storage.settling import lock

_COMING = (
    select(*AbsenceRow.__table__.c)
    .where(AbsenceRow.ends_at > bindparam("now"))
    .order_by(AbsenceRow.starts_at, AbsenceRow.id)
)
_BACK = (
    update(AbsenceRow)
    .where(
        AbsenceRow.person == bindparam("of"),
        AbsenceRow.starts_at <= bindparam("now"),
        AbsenceRow.ends_at > bindparam("now"),
    )
    .values(ends_at=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is not there for a while."""

    person: str
    starts_at: datetime
    ends_at: datetime
    why: str | None = None
    by: str | None = None


class Absences:
    """Keeps who is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, absence: Absence, now: datetime) -> None:
        """Put one on record; leads given out from now on go by it."""
        row = {
            "id": uuid4().hex,
            "person": absence.person,
            "starts_at": absence.starts_at,
            "ends_at": absence.ends_at,
            "why": absence.why,
            "by": absence.by,
            "created_at": now,
        }

        def work(connection: Connection) -> None:
            lock(connection)
            connection.execute(insert(AbsenceRow), row)

        await self._database.write(work)

    async def back(self, person: str, now: datetime) -> bool:
        """Somebody is there again; False when they were not away."""

        def work(connection: Connection) -> bool:
            lock(connection)
            return connection.execute(_BACK, {"of": person, "now": now}).rowcount > 0

        return await self._database.write(work)

    async def coming(self, now: datetime) -> tuple[Absence, ...]:
        """Those that are not over, in order."""

        def work(connection: Connection) -> Sequence[Row[Any]]:
            return connection.execute(_COMING, {"now": now}).all()

        rows = await self._database.read(work)
        return tuple(
            Absence(one.person, one.starts_at, one.ends_at, one.why, one.by) for one in rows
        )
