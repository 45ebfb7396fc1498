"""How does work outlive the process that asked for it? DBOS runs it; nothing else here knows DBOS.

A job carries the id of a row, and the row holds the truth: jobs are done at least once, so a
handler looks at its row first. A handler may return the time at which it wants to run again; that
is a new job, so that no process has to wait for it.
"""

import asyncio
import logging
import socket
import threading
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import uuid4

from dbos import (
    DBOS,
    DBOSClient,
    DBOSConfig,
    EnqueueOptions,
    WorkflowSerializationFormat,
    WorkflowStatus,
)
from dbos._queue import queue_worker_thread
from sqlalchemy import Connection

from agent.ports import Job, JobState, PendingJob
from agent.upkeep import keep_doing
from storage.commits import after_commit
from storage.database import Database, synchronous
from storage.heartbeat import Heartbeat
from storage.job_bell import Bell
from storage.job_kinds import Handler, Kind, Lane, Rate, queue_name
from storage.job_rows import DONE, GIVEN_UP, STATES, WORKFLOW, JobRows, Tally, moment
from storage.job_runs import Run, in_words, named
from storage.patience import patiently

__all__ = ["DurableJobs", "Handler", "Kind", "Lane", "Rate", "prepare_jobs", "queue_name"]

APPLICATION = "banter"
VERSION = "1"
"""Fixed: by default each change of the source is a version, and none does the jobs of another."""
BEAT = timedelta(seconds=1)
SILENT = timedelta(seconds=5)
"""A process that has not been heard of for so long is dead."""
CLEAN = timedelta(minutes=10)
KEEP_DONE = timedelta(days=7)
CLEAN_AT_ONCE = 1000
KEEP_FAILED = timedelta(days=90)
DEATHS = 10
"""A job that was running when so many processes died has killed them: it is given up."""
BACK_OFF = tuple(timedelta(seconds=s) for s in (10, 60, 300, 1800, 7200, 28800))
"""After errors of ours in a handler; then the job is given up, and listed as failed."""
LOOK_AGAIN = (0.03, 0.1, 0.3)
"""Seconds after the end of a job that held others up: DBOS frees its place soon after."""

UNUSED = 0.2
"""Seconds between two rounds of DBOS's threads for messages, which nobody sends: how long its end
waits for them.
"""
MANY = 1_000_000
JOIN = 10.0
"""Seconds that a thread is waited for."""

_LOG = logging.getLogger(__name__)


class DurableJobs:
    """agent.ports.Jobs over DBOS, on the database of everything else. At most one in a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._client = DBOSClient(
            system_database_url=database.sync_url, application_name=APPLICATION, lazy=True
        )
        self._heartbeat = Heartbeat(database, f"{socket.gethostname()}-{uuid4().hex}")
        self._rows = JobRows(database.dialect)
        self._kinds: Mapping[str, Kind] = {}
        self._bells: dict[str, Bell] = {}
        """Of the queues that this process looks at."""
        self._most = dict[str, int]()
        """How many jobs of a queue this process can do at once."""
        self._newest = dict[str, float]()
        """When a job of a queue was begun last, by the loop's clock."""
        self._lookers: list[threading.Thread] = []
        self._upkeep: list[asyncio.Task[None]] = []
        self._running = Counter[str]()
        """Jobs by their queue."""

    def enqueue(self, connection: Connection, job: Job) -> None:
        """Add a job in the transaction of the row it is about: both are there, or neither."""
        self._enqueue(connection, Run.of(job), job.at)

    def withdraw(self, connection: Connection, kind: str, key: str) -> bool:
        """`cancel` in the transaction of the row that the job was about."""
        return self._rows.cancel(connection, kind, key)

    def move(self, connection: Connection, kind: str, key: str, at: datetime) -> bool:
        """`reschedule` in the transaction of the row that the job is about."""
        queues = self._rows.move(connection, kind, key, at, datetime.now(UTC))
        for queue in queues:
            after_commit(connection, partial(self._ring, queue))
        return bool(queues)

    async def add(self, job: Job) -> None:
        """Have it done; a key that is known already changes nothing."""
        await self._database.write(lambda connection: self.enqueue(connection, job))

    async def cancel(self, kind: str, key: str) -> bool:
        """Forget it, key and all; False when it runs, or there is nothing to forget."""
        return await self._database.write(lambda connection: self.withdraw(connection, kind, key))

    async def reschedule(self, kind: str, key: str, at: datetime) -> bool:
        """Have it done at another time; False when it runs, or does not wait any more."""
        return await self._database.write(lambda connection: self.move(connection, kind, key, at))

    async def retry(self, kind: str, key: str) -> bool:
        """Do now what was given up, or waits for its time; False when it is neither."""
        found = await self._client.list_workflows_async(
            name=WORKFLOW,
            workflow_id_prefix=f"{kind}:{key}",
            status=list(GIVEN_UP),
            load_output=False,
        )
        failed = [(one.workflow_id, _run(one)) for one in found]
        mine = [(identity, run) for identity, run in failed if (run.kind, run.key) == (kind, key)]

        def work(connection: Connection) -> bool:
            now = datetime.now(UTC)
            again = [run for one, run in mine if self._rows.set_aside(connection, one, now)]
            for run in again:
                self._enqueue(connection, run.next(), None)
            return self.move(connection, kind, key, now) or bool(again)

        return await self._database.write(work)

    async def pending(
        self, limit: int = 100, states: Collection[JobState] = ()
    ) -> list[PendingJob]:
        """What is not done yet and what was given up, oldest first; all `states` if none is
        named.
        """
        wanted = [name for name, state in STATES.items() if not states or state in states]
        found = await self._client.list_workflows_async(name=WORKFLOW, status=wanted, limit=limit)
        return [_pending(one) for one in found]

    async def tally(self) -> list[Tally]:
        """How many are not done, and how many were given up, in each queue."""
        return await self._database.read(self._rows.tally)

    async def waiting(self) -> int:
        """How many are not done yet; those that were given up do not count."""
        return sum(one.count for one in await self.tally() if one.state != "failed")

    async def clean(
        self, keep_done: timedelta = KEEP_DONE, keep_failed: timedelta = KEEP_FAILED
    ) -> None:
        """Forget what was done long ago; until then its key keeps it from being done again."""
        now = datetime.now(UTC)
        for states, keep in ((DONE, keep_done), (GIVEN_UP, keep_failed)):
            before, gone = now - keep, CLEAN_AT_ONCE
            while gone == CLEAN_AT_ONCE:
                gone = await self._database.write(
                    partial(self._rows.clean, states=states, before=before, most=CLEAN_AT_ONCE)
                )

    async def check(self) -> None:
        """Raise Unavailable unless the database takes what is written: a sign of life."""
        await self._heartbeat.beat()

    async def start(self, kinds: Sequence[Kind]) -> None:
        """Begin to do jobs of these kinds in this process, and to take over those of dead ones.

        Jobs of other kinds, of an older or newer version of ours, are left to those who know them.
        """
        self._kinds = {kind.name: kind for kind in kinds}
        await self._heartbeat.beat()
        await asyncio.to_thread(prepare_jobs, self._database.sync_url)
        queues = {name: lane for kind in kinds for name, lane in kind.queues().items()}
        for name, lane in queues.items():
            await self._register(name, lane)
            self._most[name] = lane.here or MANY
        engine = DBOS(config=_config(self._database.sync_url, self._heartbeat.process))
        DBOS.listen_queues([])

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=DEATHS)
        async def job(
            kind: str,
            row: str,
            key: str,
            number: int,
            errors: int,
            more: dict[str, str] | None = None,
        ) -> None:
            await self._do(Run.read((kind, row, key, number, errors, more or {})))

        DBOS.launch()
        await self._adopt()
        for name in queues:
            await self._look_at(engine, name)
        self._upkeep = [
            asyncio.create_task(keep_doing(self._take_over, BEAT)),
            asyncio.create_task(keep_doing(self.clean, CLEAN)),
        ]

    async def stop(self, grace: timedelta = timedelta(seconds=5)) -> None:
        """End what is running within `grace`; the rest is for the other processes, or the next."""
        if self._upkeep:
            for task in self._upkeep:
                task.cancel()
            await asyncio.gather(*self._upkeep, return_exceptions=True)
            self._upkeep = []
            for bell in self._bells.values():
                bell.set()
            await _destroy(self._lookers, grace if self._running.total() else timedelta(0))
            self._bells, self._lookers = {}, []
            await self._heartbeat.leave()
        await asyncio.to_thread(self._client.destroy)

    async def _register(self, name: str, lane: Lane) -> None:
        rate = lane.rate
        await self._client.register_queue_async(
            name,
            global_concurrency=lane.at_once,
            worker_concurrency=lane.here,
            polling_interval_sec=lane.poll,
            limiter={"limit": rate.starts, "period": rate.seconds} if rate else None,
        )

    async def _look_at(self, engine: DBOS, name: str) -> None:
        """Look at a queue as DBOS does, but also when its bell is rung.

        DBOS looks once in a poll, so that what is asked for waits half a second on average, and a
        queue of ten at once ends ten a second. It has no way to wake a queue; its own thread for
        one, given an event that can be rung, is woken. Tests hold the place where that is joined.
        """
        queue = await DBOS.retrieve_queue_async(name)
        self._bells[name] = bell = Bell()
        arguments = (bell, engine, queue)
        looker = threading.Thread(
            target=queue_worker_thread, args=arguments, name=f"jobs-{name}", daemon=True
        )
        self._lookers.append(looker)
        looker.start()

    def _enqueue(self, connection: Connection, run: Run, at: datetime | None) -> None:
        options = EnqueueOptions(
            workflow_name=WORKFLOW,
            queue_name=run.queue,
            workflow_id=run.id,
            serialization_type=WorkflowSerializationFormat.PORTABLE,
        )
        delay = 0.0 if at is None else (at - datetime.now(UTC)).total_seconds()
        if delay > 0:
            options["delay_seconds"] = delay
        else:
            after_commit(connection, partial(self._ring, run.queue))
        self._client.enqueue_in_transaction(connection, options, *run.arguments())

    def _ring(self, queue: str) -> None:
        bell = self._bells.get(queue)
        if bell is not None:
            bell.ring()

    async def _do(self, run: Run) -> None:
        """One run of a job: a database that is away is waited for, our own errors are retried."""
        held_up = self._others_wait(run.queue)
        self._running[run.queue] += 1
        try:
            again = await patiently(partial(self._kinds[run.kind].handler, run.row))
            following = run.next()
        except Exception as error:
            _LOG.exception("%s %s failed, run %d", run.kind, run.row, run.number)
            if run.errors >= len(BACK_OFF):
                raise
            again = datetime.now(UTC) + BACK_OFF[run.errors]
            following = run.after(error)
        finally:
            if held_up or self._running[run.queue] >= self._most[run.queue]:
                self._look_again(run.queue)
            self._running[run.queue] -= 1
        if again is not None:
            await patiently(partial(self._run_again, following, again))

    async def _run_again(self, run: Run, at: datetime) -> None:
        await self._database.write(lambda connection: self._enqueue(connection, run, at))

    def _others_wait(self, queue: str) -> bool:
        """Maybe, when the one before has only just begun: of many, DBOS begins so many at once."""
        now = asyncio.get_running_loop().time()
        before, self._newest[queue] = self._newest.get(queue, 0.0), now
        return now - before < LOOK_AGAIN[-1]

    def _look_again(self, queue: str) -> None:
        """A place is free, or will be in a moment."""
        loop = asyncio.get_running_loop()
        for seconds in LOOK_AGAIN:
            loop.call_later(seconds, self._ring, queue)

    async def _take_over(self) -> None:
        """Say that we live, and put what dead processes were doing back on its queue."""
        await self._heartbeat.beat(SILENT)
        dead = await self._heartbeat.take_dead(SILENT)
        if not dead:
            return
        left = await self._database.write(lambda connection: self._rows.take_over(connection, dead))
        for one in dead:
            await self._heartbeat.forget(one)
        if left:
            _LOG.warning("took over %d jobs of %s", left, ", ".join(dead))
            for bell in self._bells.values():
                bell.ring()

    async def _adopt(self) -> None:
        """Do what was asked for by another version of ours, whose process may never come back."""
        await self._database.write(
            lambda connection: self._rows.adopt(connection, VERSION, datetime.now(UTC))
        )


def _config(url: str, process: str) -> DBOSConfig:
    return DBOSConfig(
        name=APPLICATION,
        system_database_url=url,
        sys_db_pool_size=5,
        application_version=VERSION,
        executor_id=process,
        log_level="WARNING",
        run_migrations=False,
        notification_listener_polling_interval_sec=UNUSED,
        notification_coalesce_sec=UNUSED,
    )


async def _destroy(lookers: Sequence[threading.Thread], grace: timedelta) -> None:
    """DBOS joins threads that need this loop, and leaves the loop with an executor of its own."""

    def destroy() -> None:
        for looker in lookers:
            looker.join(JOIN)
        DBOS.destroy(
            destroy_registry=True, workflow_completion_timeout_sec=int(grace.total_seconds())
        )

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as thread:
        await loop.run_in_executor(thread, destroy)
    loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))


def _run(status: WorkflowStatus) -> Run:
    given = status.input
    if given is None:
        kind, key, number = named(status.workflow_id)
        return Run(kind, key, key, number)
    return Run.read(given["args"])


def _pending(status: WorkflowStatus) -> PendingJob:
    run, state = _run(status), STATES[status.status]
    due = status.delay_until_epoch_ms
    return PendingJob(
        kind=run.kind,
        key=run.key,
        state=state,
        since=moment(status.created_at or 0),
        at=None if due is None else moment(due),
        row=run.row,
        lane=run.lane,
        runs=run.number,
        errors=run.errors + (state == "failed"),
        why=_why(status, run),
    )


def _why(status: WorkflowStatus, run: Run) -> str:
    if status.error is not None:
        return in_words(status.error, getattr(status.error, "name", None))
    if status.status in GIVEN_UP:
        return f"the processes that did it died, {DEATHS} times"
    return run.why


def prepare_jobs(url: str) -> None:
    """Give a database the tables that jobs are kept in; several processes may do it at once."""
    DBOS.migrate(synchronous(url))
