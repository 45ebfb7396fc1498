"""Who of ours is not there? Absences beside those of teams.yaml, written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import uuid4

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from agent.leaving import KIND, Away, is_planned, planned
from agent.ports import Job
from agent.routing import Assignment
from qualification.routing.working_time import Interval
from storage.acceptance import Acceptance
from storage.database import Database
from storage.routing_tables import AbsenceRow
from storage.settling import lock
from storage.teams import Teams

_COLUMNS = AbsenceRow.__table__.c
_COMING = (
    select(*_COLUMNS)
    .where(AbsenceRow.ends_at > bindparam("now"))
    .order_by(AbsenceRow.starts_at, AbsenceRow.id)
)
_ONE = select(*_COLUMNS).where(AbsenceRow.id == bindparam("of"))
_NOT_OVER = _ONE.where(
    AbsenceRow.person == bindparam("whose"), AbsenceRow.ends_at > bindparam("now")
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
    id: str = field(default_factory=lambda: uuid4().hex, compare=False)


class Timers(Protocol):
    """storage.jobs.DurableJobs, as far as jobs are asked for and forgotten in a transaction."""

    def enqueue(self, connection: Connection, job: Job) -> None: ...

    def withdraw(self, connection: Connection, kind: str, key: str) -> bool: ...


class Absences:
    """Keeps who is not there; when somebody begins not to be, what waits for them is moved."""

    def __init__(self, database: Database, teams: Teams, timers: Timers) -> None:
        self._database = database
        self._teams = teams
        self._timers = timers

    async def add(
        self, absence: Absence, acceptance: Acceptance, now: datetime
    ) -> tuple[Assignment, ...]:
        """Put one on record: leads given out from now on go by it, and what waits for them goes to
        others when it begins; those that went now.
        """
        row = {
            "id": absence.id,
            "person": absence.person,
            "starts_at": absence.starts_at,
            "ends_at": absence.ends_at,
            "why": absence.why,
            "by": absence.by,
            "created_at": now,
        }

        def work(connection: Connection) -> tuple[Assignment, ...]:
            lock(connection)
            connection.execute(insert(AbsenceRow), row)
            return self._begins(connection, absence, acceptance, now)

        return await self._database.write(work)

    async def change(
        self, absence: Absence, acceptance: Acceptance, now: datetime
    ) -> tuple[Assignment, ...] | None:
        """Have one that is not over begin and end at other times, for another reason; those leads
        that went now. None when there is none with its id.
        """
        values = {
            "starts_at": absence.starts_at,
            "ends_at": absence.ends_at,
            "why": absence.why,
            "by": absence.by,
        }

        def work(connection: Connection) -> tuple[Assignment, ...] | None:
            lock(connection)
            row = _not_over(connection, absence.person, absence.id, now)
            if row is None:
                return None
            self._forget(connection, row)
            connection.execute(
                update(AbsenceRow).where(AbsenceRow.id == absence.id).values(**values)
            )
            return self._begins(connection, absence, acceptance, now)

        return await self._database.write(work)

    async def remove(self, person: str, absence: str, now: datetime) -> bool:
        """Take out one that has not begun, end one that has; False when there is none, or it is
        over.
        """

        def work(connection: Connection) -> bool:
            lock(connection)
            row = _not_over(connection, person, absence, now)
            if row is None:
                return False
            this = AbsenceRow.id == absence
            if row.starts_at > now:
                self._forget(connection, row)
                connection.execute(delete(AbsenceRow).where(this))
            else:
                connection.execute(update(AbsenceRow).where(this).values(ends_at=now))
            return True

        return await self._database.write(work)

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
            Absence(one.person, one.starts_at, one.ends_at, one.why, one.by, id=one.id)
            for one in rows
        )

    async def absence(self, row: str) -> Away | None:
        """agent.leaving.Known: the absence that a job is about, as it is now."""
        if is_planned(row):
            version = await self._teams.current()
            return None if version is None else planned(version.plan, row)
        found = await self._database.read(
            lambda connection: connection.execute(_ONE, {"of": row}).first()
        )
        if found is None:
            return None
        return Away(found.person, Interval(found.starts_at, found.ends_at))

    def _begins(
        self, connection: Connection, absence: Absence, acceptance: Acceptance, now: datetime
    ) -> tuple[Assignment, ...]:
        """Move now what waits for them, or have it moved then."""
        at = absence.starts_at
        if at <= now:
            return acceptance.left(connection, absence.person, now)
        self._timers.enqueue(connection, Job(KIND, absence.id, key=_key(absence.id, at), at=at))
        return ()

    def _forget(self, connection: Connection, row: Row[Any]) -> None:
        self._timers.withdraw(connection, KIND, _key(row.id, row.starts_at))


def _not_over(connection: Connection, person: str, absence: str, now: datetime) -> Row[Any] | None:
    asked = {"of": absence, "whose": person, "now": now}
    return connection.execute(_NOT_OVER, asked).first()


def _key(absence: str, at: datetime) -> str:
    """One job for each beginning: a key that was done once is not done again for a week."""
    return f"{absence}/{int(at.timestamp())}"
