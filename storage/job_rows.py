"""How do jobs stand? What is changed in the rows that DBOS keeps of them, in transactions of ours.

DBOS changes the same rows by the same rule: a change names the states that it may be made from, so
that of two who want a job at once (one to begin it, one to cancel it) exactly one has it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    column,
    delete,
    func,
    null,
    select,
    table,
    update,
)

from agent.ports import JobState
from storage.job_runs import named, run_id

WORKFLOW: Final = "job"
"""The name under which DBOS knows every job of ours."""
STATES: Mapping[str, JobState] = {
    "DELAYED": "delayed",
    "ENQUEUED": "queued",
    "PENDING": "running",
    "ERROR": "failed",
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": "failed",
}
WAITING = ("DELAYED", "ENQUEUED")
RUNNING = "PENDING"
GIVEN_UP = tuple(name for name, state in STATES.items() if state == "failed")
DONE = ("SUCCESS", "CANCELLED")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many jobs of a queue are in a state."""

    queue: str
    state: JobState
    count: int


class JobRows:
    """The rows of jobs in one database; each method is to be called in a transaction."""

    def __init__(self, dialect: str) -> None:
        schema = "dbos" if dialect == "postgresql" else None
        self._jobs = table(
            "workflow_status",
            *map(column, ("workflow_uuid", "name", "status", "queue_name", "executor_id")),
            *map(column, ("owner_xid", "application_version", "recovery_attempts")),
            *map(column, ("started_at_epoch_ms", "delay_until_epoch_ms")),
            *map(column, ("updated_at", "completed_at")),
            schema=schema,
        )
        self._versions = table(
            "application_versions",
            *map(column, ("version_name", "version_timestamp")),
            schema=schema,
        )
        self._parts = tuple(
            table(name, column("workflow_uuid"), schema=schema)
            for name in ("workflow_input", "workflow_output", "operation_outputs")
        )

    def tally(self, connection: Connection) -> list[Tally]:
        """How many are not done, and how many were given up, in each queue."""
        jobs = self._jobs.c
        found = connection.execute(
            select(jobs.queue_name, jobs.status, func.count())
            .where(jobs.name == WORKFLOW, jobs.status.in_(tuple(STATES)))
            .group_by(jobs.queue_name, jobs.status)
        ).all()
        counts = dict[tuple[str, JobState], int]()
        for queue, status, count in found:
            place = (queue or "", STATES[status])
            counts[place] = counts.get(place, 0) + count
        return [Tally(queue, state, count) for (queue, state), count in sorted(counts.items())]

    def cancel(self, connection: Connection, kind: str, key: str) -> bool:
        """Forget a job that waits or was given up, and the runs before; its key is new again."""
        last = self._held(connection, kind, key, (*WAITING, *GIVEN_UP))
        if not last:
            return False
        before = [run_id(kind, key, one) for one in range(max(named(one)[2] for one in last))]
        ended = connection.execute(
            select(self._jobs.c.workflow_uuid).where(
                self._jobs.c.workflow_uuid.in_(before), self._jobs.c.status != RUNNING
            )
        ).scalars()
        self._delete(connection, {*last, *ended})
        return True

    def move(
        self, connection: Connection, kind: str, key: str, at: datetime, now: datetime
    ) -> list[str]:
        """Have a job that waits done at another time; the queues of what is to be done at once."""
        jobs = self._jobs.c
        waiting = self._held(connection, kind, key, WAITING)
        later = at > now
        found = connection.execute(
            update(self._jobs)
            .where(jobs.workflow_uuid.in_(waiting))
            .values(
                status="DELAYED" if later else "ENQUEUED",
                delay_until_epoch_ms=milliseconds(at) if later else null(),
                updated_at=milliseconds(now),
            )
            .returning(jobs.queue_name)
        )
        return [one.queue_name for one in found]

    def set_aside(self, connection: Connection, run: str, now: datetime) -> bool:
        """Take a run off the list of what was given up; False if somebody else has done so."""
        jobs = self._jobs.c
        changed = connection.execute(
            update(self._jobs)
            .where(jobs.workflow_uuid == run, jobs.status.in_(GIVEN_UP))
            .values(status="CANCELLED", updated_at=milliseconds(now))
        )
        return changed.rowcount == 1

    def take_over(self, connection: Connection, dead: Collection[str]) -> int:
        """Put back on its queue what dead processes were doing, whatever their version.

        The times that it was begun still count: what kills its process is given up in the end.
        """
        jobs = self._jobs.c
        left = connection.execute(
            update(self._jobs)
            .where(jobs.status == RUNNING, jobs.executor_id.in_(dead), jobs.name == WORKFLOW)
            .values(
                status="ENQUEUED",
                owner_xid=null(),
                started_at_epoch_ms=null(),
                application_version=null(),
            )
        )
        return left.rowcount

    def adopt(self, connection: Connection, version: str, now: datetime) -> int:
        """Have this version do what waits for any other, and what will be asked for.

        DBOS gives a job of one version to no other, and one of none to the newest: after a change
        of version, or back to an older one, jobs would wait for ever.
        """
        newest = self._versions.c
        connection.execute(
            update(self._versions)
            .where(newest.version_name == version)
            .values(version_timestamp=milliseconds(now))
        )
        jobs = self._jobs.c
        adopted = connection.execute(
            update(self._jobs)
            .where(
                jobs.status.in_(WAITING),
                jobs.name == WORKFLOW,
                jobs.application_version != version,
            )
            .values(application_version=null())
        )
        return adopted.rowcount

    def clean(
        self, connection: Connection, states: Sequence[str], before: datetime, most: int
    ) -> int:
        """Forget what ended before then; so many at once, for others want to write as well.

        The first run of a job stays until the last one is forgotten: its id is what keeps the job
        from being begun a second time.
        """
        jobs = self._jobs.c
        unfinished = {*WAITING, RUNNING, *GIVEN_UP} - set(states)
        later = self._jobs.alias("later").c
        going_on = select(_job_of(connection, later.workflow_uuid)).where(
            later.name == WORKFLOW,
            later.status.in_(sorted(unfinished)),
            later.workflow_uuid.contains("#", autoescape=True),
        )
        old = connection.execute(
            select(jobs.workflow_uuid)
            .where(
                jobs.name == WORKFLOW,
                jobs.status.in_(states),
                jobs.completed_at < milliseconds(before),
                jobs.workflow_uuid.not_in(going_on),
            )
            .order_by(jobs.completed_at)
            .limit(most)
        ).scalars()
        return self._delete(connection, list(old))

    def _held(
        self, connection: Connection, kind: str, key: str, states: Collection[str]
    ) -> list[str]:
        """The runs of a job in these states; nobody else can change them until the commit.

        Mostly its first run is what waits. Looking for later ones is looking through all that
        wait, on PostgreSQL; on SQLite, where that would hold up the one writer, ids are in order.
        """
        first, run = run_id(kind, key), self._jobs.c.workflow_uuid
        if connection.dialect.name == "sqlite":
            later = and_(run >= f"{first}#", run < f"{first}$")
        else:
            waiting = self._jobs.c.status.in_((*WAITING, *GIVEN_UP))
            later = and_(waiting, run.startswith(f"{first}#", autoescape=True))
        for wanted in (run == first, later):
            rows = connection.execute(
                select(run, self._jobs.c.status, self._jobs.c.name).where(wanted).with_for_update()
            ).all()
            found = [
                one.workflow_uuid
                for one in rows
                if one.status in states
                and one.name == WORKFLOW
                and named(one.workflow_uuid)[:2] == (kind, key)
            ]
            if found:
                return found
        return []

    def _delete(self, connection: Connection, runs: Collection[str]) -> int:
        for one in (*self._parts, self._jobs):
            gone = connection.execute(delete(one).where(one.c.workflow_uuid.in_(runs)))
        return gone.rowcount


def _job_of(connection: Connection, run: ColumnElement[str]) -> ColumnElement[str]:
    """The id of a run's first run, by which the job is known (storage.job_runs.run_id)."""
    if connection.dialect.name == "sqlite":
        return func.substr(run, 1, func.instr(run, "#") - 1)
    return func.split_part(run, "#", 1)


def milliseconds(at: datetime) -> int:
    """As DBOS writes a time."""
    return round(at.timestamp() * 1000)


def moment(milliseconds: int) -> datetime:
    """As we read it."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
