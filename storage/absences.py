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
from qualification.routing.working_time import Interval, whole_days
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
_OVERLAPPING = (
    select(*_COLUMNS)
    .where(
        AbsenceRow.person == bindparam("of"),
        AbsenceRow.id != bindparam("but"),
        AbsenceRow.starts_at < bindparam("ends"),
        AbsenceRow.ends_at > bindparam("starts"),
        AbsenceRow.ends_at > bindparam("now"),
    )
    .order_by(AbsenceRow.starts_at)
    .limit(1)
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


class AlreadyAway(Exception):
    """Somebody is away then already: enter the time that is new, or change what is on record."""

    def __init__(self, absence: Absence, *, planned: bool = False) -> None:
        """`planned`: it stands in teams.yaml, and has no id."""
        super().__init__(
            f"{absence.person} is already away from {absence.starts_at} to {absence.ends_at}"
        )
        self.absence = absence
        self.planned = planned


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
        others when it begins; those that went now. Raises AlreadyAway.
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
            self._refuse_twice(connection, absence, now)
            connection.execute(insert(AbsenceRow), row)
            return self._begins(connection, absence, acceptance, now)

        return await self._database.write(work)

    async def change(
        self, absence: Absence, acceptance: Acceptance, now: datetime
    ) -> tuple[Assignment, ...] | None:
        """Have one that is not over begin and end at other times, for another reason; those leads
        that went now. None when there is none with its id. Raises AlreadyAway.
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
            self._refuse_twice(connection, absence, now)
            self._forget(connection, row)
            connection.execute(
                update(AbsenceRow).where(AbsenceRow.id == absence.id).values(**values)
            )
            moved = self._begins(connection, absence, acceptance, now)
            acceptance.timed_again(connection, absence.person, now)
            return moved

        return await self._database.write(work)

    async def remove(
        self, person: str, absence: str, acceptance: Acceptance, now: datetime
    ) -> bool:
        """Take out one that has not begun, end one that has; False when there is none, or it is
        over. What waits for them is to be accepted by the times that hold then.
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
            acceptance.timed_again(connection, person, now)
            return True

        return await self._database.write(work)

    async def back(self, person: str, acceptance: Acceptance, now: datetime) -> bool:
        """Somebody is there again; False when they were not away."""

        def work(connection: Connection) -> bool:
            lock(connection)
            if not connection.execute(_BACK, {"of": person, "now": now}).rowcount:
                return False
            acceptance.timed_again(connection, person, now)
            return True

        return await self._database.write(work)

    async def coming(self, now: datetime) -> tuple[Absence, ...]:
        """Those that are not over, in order."""

        def work(connection: Connection) -> Sequence[Row[Any]]:
            return connection.execute(_COMING, {"now": now}).all()

        rows = await self._database.read(work)
        return tuple(map(_absence, rows))

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

    def _refuse_twice(self, connection: Connection, absence: Absence, now: datetime) -> None:
        """Two absences over the same days would end at two times: nobody sees which one holds."""
        asked = {
            "of": absence.person,
            "but": absence.id,
            "starts": absence.starts_at,
            "ends": absence.ends_at,
            "now": now,
        }
        other = connection.execute(_OVERLAPPING, asked).first()
        if other is not None:
            raise AlreadyAway(_absence(other))
        version = self._teams.newest(connection)
        person = None if version is None else version.plan.person(absence.person)
        if version is None or person is None:
            return
        for one in person.absences:
            during = whole_days(one.start, one.end, version.plan.zone_of(person))
            if during.start <= absence.starts_at and absence.ends_at <= during.end:
                known = Absence(person.id, during.start, during.end, one.why)
                raise AlreadyAway(known, planned=True)

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


def _absence(row: Row[Any]) -> Absence:
    return Absence(row.person, row.starts_at, row.ends_at, row.why, row.by, id=row.id)


def _key(absence: str, at: datetime) -> str:
    """One job for each beginning: a key that was done once is not done again for a week."""
    return f"{absence}/{int(at.timestamp())}"
