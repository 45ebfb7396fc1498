"""What the tests of jobs share: a handler that remembers, jobs in this process and in others."""

import asyncio
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from sqlalchemy import TableClause, column, table, update

from storage.database import Database
from storage.jobs import DurableJobs, Kind

SetStatus = Callable[[str, str], Awaitable[None]]


class Start(Protocol):
    """Starts a process that does jobs; they take so long each, or for ever."""

    async def __call__(self, seconds: float, *options: str) -> Process: ...


class Handler:
    """Does jobs as it is told, and remembers which."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.answers: dict[str, list[datetime | Exception | None]] = {}
        self.running = 0
        self.most = 0

    async def __call__(self, row: str) -> datetime | None:
        self.seen.append(row)
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0.05)
        self.running -= 1
        answer = self.answers.get(row, [None]).pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def has_seen(self, *rows: str) -> None:
        """Wait until exactly these were done, in whatever order."""
        for _ in range(3000):
            if sorted(self.seen) == sorted(rows):
                break
            await asyncio.sleep(0.02)
        assert sorted(self.seen) == sorted(rows)


@pytest.fixture
def handler() -> Handler:
    """One that has done nothing yet."""
    return Handler()


@asynccontextmanager
async def doing(database: Database, *kinds: Kind) -> AsyncIterator[DurableJobs]:
    """A process that does jobs of these kinds, stopped however the test ends."""
    running = DurableJobs(database)
    await running.start(kinds)
    try:
        yield running
    finally:
        await running.stop()


@pytest.fixture
async def jobs(database: Database, handler: Handler) -> AsyncIterator[DurableJobs]:
    """Running, at most two at a time."""
    running = DurableJobs(database)
    await running.start([Kind("work", handler, per_process=2, poll=0.1)])
    yield running
    await running.stop()


@pytest.fixture
async def idle(database: Database) -> AsyncIterator[DurableJobs]:
    """Of a process that asks for jobs and does none."""
    asking = DurableJobs(database)
    yield asking
    await asking.stop()


@pytest.fixture
def set_status(database: Database) -> SetStatus:
    """Gives a job of the kind `work` a state that takes days, or many deaths, to come about."""

    async def change(key: str, status: str) -> None:
        ended = int(time.time() * 1000)
        await amend(database, f"work:{key}", status=status, completed_at=ended)

    return change


@pytest.fixture
async def start_worker(database_url: str) -> AsyncIterator[Start]:
    """Starts processes that run jobs (tests/storage/worker.py); all are killed at the end."""
    started: list[Process] = []

    async def start(seconds: float, *options: str) -> Process:
        arguments = ("-m", "tests.storage.worker", database_url, str(seconds), *options)
        process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE)
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def rows_of_dbos(database: Database) -> TableClause:
    """What it keeps of each job."""
    schema = "dbos" if database.dialect == "postgresql" else None
    names = ("workflow_uuid", "status", "completed_at", "executor_id", "application_version")
    more = ("recovery_attempts", "started_at_epoch_ms", "created_at")
    return table("workflow_status", *map(column, (*names, *more)), schema=schema)


async def amend(database: Database, run: str, **values: str | int) -> None:
    """Change what is kept of a run, as time, deaths and other versions of ours would."""
    rows = rows_of_dbos(database)
    change = update(rows).where(rows.c.workflow_uuid == run).values(values)
    await database.write(lambda connection: connection.execute(change))


async def says(process: Process, words: str) -> None:
    """Wait until a worker says something."""
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while (await process.stdout.readline()).decode().strip() != words:
            assert not process.stdout.at_eof()


async def states(jobs: DurableJobs, wanted: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """What is not done, once it is as it should be or has had time enough."""
    for _ in range(1200):
        found = [(one.kind, one.key, one.state) for one in await jobs.pending()]
        if found == wanted:
            break
        await asyncio.sleep(0.05)
    return [*found]


def later(**ago: float) -> datetime:
    """So long from now."""
    return datetime.now(UTC) + timedelta(**ago)
