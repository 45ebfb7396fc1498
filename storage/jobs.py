"""How does work outlive the process that asked for it? DBOS runs it; nothing else here knows DBOS.

A job carries the id of a row, and the row holds the truth: jobs are done at least once, so a
handler looks at its row first. A handler may return the time at which it wants to run again; that
is a new job, so that no process has to wait for it.
"""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal
from uuid import uuid4

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions, WorkflowStatus
from sqlalchemy import Connection, column, func, select, table

from agent.errors import Unavailable
from agent.ports import Job, PendingJob
from storage.database import Database, synchronous
from storage.heartbeat import Heartbeat

Handler = Callable[[str], Awaitable[datetime | None]]
"""Takes a row's id; may return when it wants to run again."""

APPLICATION = "banter"
VERSION = "1"
"""Fixed: DBOS takes over between equal versions only, and by default each change is a version."""
WORKFLOW = "job"
BEAT = timedelta(seconds=1)
SILENT = timedelta(seconds=5)
"""A process that has not been heard of for so long is dead."""
CLEAN = timedelta(minutes=10)
KEEP_DONE = timedelta(days=7)
CLEAN_AT_ONCE = 1000
KEEP_FAILED = timedelta(days=90)
BACK_OFF = tuple(timedelta(seconds=s) for s in (10, 60, 300, 1800, 7200, 28800))
"""After errors of ours in a handler; then the job is given up, and listed as failed."""

_LOG = logging.getLogger(__name__)
_STATES: Mapping[str, Literal["delayed", "queued", "running", "failed"]] = {
    "DELAYED": "delayed",
    "ENQUEUED": "queued",
    "PENDING": "running",
    "ERROR": "failed",
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": "failed",
}
_DONE = ["SUCCESS", "CANCELLED"]
_GIVEN_UP = [name for name, state in _STATES.items() if state == "failed"]
_NOT_DONE = [name for name, state in _STATES.items() if state != "failed"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job: who does it, and how many at once."""

    name: str
    handler: Handler
    at_once: int | None = None
    """In all processes together."""
    per_process: int | None = 10
    per_minute: int | None = None
    """Started in any minute, in all processes together."""
    poll: float = 1.0
    """Seconds between two looks at what waits."""


class DurableJobs:
    """agent.ports.Jobs over DBOS, on the database of everything else. At most one in a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._client = DBOSClient(
            system_database_url=database.sync_url, application_name=APPLICATION, lazy=True
        )
        self._heartbeat = Heartbeat(database, f"{socket.gethostname()}-{uuid4().hex}")
        self._kinds: Mapping[str, Kind] = {}
        self._upkeep: list[asyncio.Task[None]] = []
        self._running = 0

    def enqueue(self, connection: Connection, job: Job) -> None:
        """Add a job in the transaction of the row it is about: both are there, or neither."""
        run = _Run.of(job)
        self._client.enqueue_in_transaction(connection, run.options(job.at), *run.arguments())

    async def add(self, job: Job) -> None:
        """Have it done; a key that is known already changes nothing."""
        await self._database.write(lambda connection: self.enqueue(connection, job))

    async def cancel(self, kind: str, key: str) -> None:
        """Forget it, if it has not begun."""
        waiting = await self._client.list_workflows_async(
            workflow_id_prefix=f"{kind}:{key}",
            status=["DELAYED", "ENQUEUED"],
            load_input=False,
            load_output=False,
        )
        ids = [one.workflow_id for one in waiting if _named(one.workflow_id) == (kind, key)]
        if ids:
            await self._client.cancel_workflows_async(ids)

    async def pending(self, limit: int = 100) -> list[PendingJob]:
        """What is not done yet, oldest first, and what was given up."""
        found = await self._client.list_workflows_async(
            name=WORKFLOW, status=list(_STATES), limit=limit, load_input=False, load_output=False
        )
        return [_pending(one) for one in found]

    async def waiting(self) -> int:
        """How many are not done yet; those that were given up do not count."""
        schema = "dbos" if self._database.dialect == "postgresql" else None
        jobs = table("workflow_status", column("name"), column("status"), schema=schema)
        wanted = select(func.count()).where(jobs.c.name == WORKFLOW, jobs.c.status.in_(_NOT_DONE))
        return await self._database.read(lambda connection: connection.execute(wanted).scalar_one())

    async def check(self) -> None:
        """Raise Unavailable unless the database takes what is written: a sign of life."""
        await self._heartbeat.beat()

    async def start(self, kinds: Sequence[Kind]) -> None:
        """Begin to do jobs of these kinds in this process, and to take over those of dead ones."""
        self._kinds = {kind.name: kind for kind in kinds}
        await self._heartbeat.beat()
        await asyncio.to_thread(prepare_jobs, self._database.sync_url)
        for kind in kinds:
            await self._client.register_queue_async(
                kind.name,
                global_concurrency=kind.at_once,
                worker_concurrency=kind.per_process,
                polling_interval_sec=kind.poll,
                limiter={"limit": kind.per_minute, "period": 60.0} if kind.per_minute else None,
            )
        DBOS(config=_config(self._database.sync_url, self._heartbeat.process))

        @DBOS.workflow(name=WORKFLOW)
        async def job(kind: str, row: str, key: str, number: int, errors: int) -> None:
            await self._do(_Run(kind, row, key, number, errors))

        DBOS.launch()
        self._upkeep = [
            asyncio.create_task(_every(BEAT, self._take_over)),
            asyncio.create_task(_every(CLEAN, self._clean)),
        ]

    async def stop(self, grace: timedelta = timedelta(seconds=5)) -> None:
        """End what is running within `grace`; the rest is for the other processes, or the next."""
        if self._upkeep:
            for task in self._upkeep:
                task.cancel()
            await asyncio.gather(*self._upkeep, return_exceptions=True)
            self._upkeep = []
            await _destroy(grace if self._running else timedelta(0))
            await self._heartbeat.leave()
        await asyncio.to_thread(self._client.destroy)

    async def _do(self, run: "_Run") -> None:
        """One run of a job: a database that is away is waited for, our own errors are retried."""
        self._running += 1
        try:
            again = await _patiently(self._kinds[run.kind].handler, run.row)
            errors = 0
        except Exception:
            _LOG.exception("%s %s failed, run %d", run.kind, run.row, run.number)
            if run.errors >= len(BACK_OFF):
                raise
            again = datetime.now(UTC) + BACK_OFF[run.errors]
            errors = run.errors + 1
        finally:
            self._running -= 1
        if again is not None:
            following = replace(run, number=run.number + 1, errors=errors)
            await self._client.enqueue_async(following.options(again), *following.arguments())

    async def _take_over(self) -> None:
        """Say that we live, and put what dead processes were doing back on its queue."""
        await self._heartbeat.beat()
        for dead in await self._heartbeat.take_dead(SILENT):
            left = await self._client.list_workflows_async(
                executor_id=dead, status="PENDING", load_input=False, load_output=False
            )
            for queue in {one.queue_name for one in left}:
                ids = [one.workflow_id for one in left if one.queue_name == queue]
                await self._client.resume_workflows_async(ids, queue_name=queue)
            await self._heartbeat.forget(dead)
            if left:
                _LOG.warning("took over %d jobs of %s", len(left), dead)

    async def _clean(self) -> None:
        """Forget what was done long ago; until then its key keeps it from being done again."""
        now = datetime.now(UTC)
        for states, keep in ((_DONE, KEEP_DONE), (_GIVEN_UP, KEEP_FAILED)):
            while await self._clean_some(states, now - keep):
                pass

    async def _clean_some(self, states: list[str], before: datetime) -> bool:
        """Whether there may be more."""
        old = await self._client.list_workflows_async(
            name=WORKFLOW,
            status=states,
            completed_before=before.isoformat(),
            limit=CLEAN_AT_ONCE,
            load_input=False,
            load_output=False,
        )
        if old:
            await self._client.delete_workflows_async([one.workflow_id for one in old])
        return len(old) == CLEAN_AT_ONCE


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a job: the first, or one that an earlier run asked for."""

    kind: str
    row: str
    key: str
    number: int = 0
    errors: int = 0
    """How many runs have ended in an error of ours, in a row."""

    @classmethod
    def of(cls, job: Job) -> "_Run":
        return cls(job.kind, job.row, job.key or job.row)

    def options(self, at: datetime | None) -> EnqueueOptions:
        """Its name makes twice once; the queue is that of its kind."""
        options = EnqueueOptions(
            workflow_name=WORKFLOW,
            queue_name=self.kind,
            workflow_id=f"{self.kind}:{self.key}" + (f"#{self.number}" if self.number else ""),
        )
        if at is not None:
            options["delay_seconds"] = max(0.0, (at - datetime.now(UTC)).total_seconds())
        return options

    def arguments(self) -> tuple[str, str, str, int, int]:
        """What the workflow is called with."""
        return (self.kind, self.row, self.key, self.number, self.errors)


def _config(url: str, process: str) -> DBOSConfig:
    return DBOSConfig(
        name=APPLICATION,
        system_database_url=url,
        sys_db_pool_size=5,
        application_version=VERSION,
        executor_id=process,
        log_level="WARNING",
        run_migrations=False,
    )


async def _patiently(handler: Handler, row: str) -> datetime | None:
    """Wait for a database that is away as long as it takes: nothing could be written."""
    wait = 1.0
    while True:
        try:
            return await handler(row)
        except Unavailable:
            await asyncio.sleep(wait)
            wait = min(30.0, wait * 2)


async def _every(pause: timedelta, work: Callable[[], Awaitable[None]]) -> None:
    """Upkeep goes on whatever happens: the database may go away and come back."""
    while True:
        try:
            await work()
        except Exception:
            _LOG.exception("the upkeep of jobs failed; it is tried again in %s", pause)
        await asyncio.sleep(pause.total_seconds())


async def _destroy(grace: timedelta) -> None:
    """DBOS joins threads that need this loop, and leaves the loop with an executor of its own."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as thread:
        await loop.run_in_executor(
            thread,
            lambda: DBOS.destroy(
                destroy_registry=True, workflow_completion_timeout_sec=int(grace.total_seconds())
            ),
        )
    loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))


def _named(workflow: str) -> tuple[str, str]:
    kind, _, rest = workflow.partition(":")
    return kind, rest.partition("#")[0]


def _pending(status: WorkflowStatus) -> PendingJob:
    kind, key = _named(status.workflow_id)
    due = status.delay_until_epoch_ms
    return PendingJob(
        kind=kind,
        key=key,
        state=_STATES[status.status],
        since=_moment(status.created_at or 0),
        at=None if due is None else _moment(due),
    )


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def prepare_jobs(url: str) -> None:
    """Give a database the tables that jobs are kept in; several processes may do it at once."""
    DBOS.migrate(synchronous(url))
