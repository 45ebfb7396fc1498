"""Jobs are done when they are committed, again if they ask for it, and by others if one dies."""

import asyncio
import shutil
import sqlite3
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

import storage.jobs
from agent.errors import Unavailable
from agent.ports import Job
from storage.database import Database
from storage.jobs import DurableJobs, Kind

Start = Callable[[float], Awaitable[Process]]
SetStatus = Callable[[str, str], Awaitable[None]]


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
        for _ in range(1000):
            if sorted(self.seen) == sorted(rows):
                break
            await asyncio.sleep(0.02)
        assert sorted(self.seen) == sorted(rows)


@pytest.fixture
def handler() -> Handler:
    """One that has done nothing yet."""
    return Handler()


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
    name = "dbos.workflow_status" if database.dialect == "postgresql" else "workflow_status"

    async def change(key: str, status: str) -> None:
        values = {"id": f"work:{key}", "status": status, "at": int(time.time() * 1000)}
        change = text(
            f"UPDATE {name} SET status = :status, completed_at = :at WHERE workflow_uuid = :id"  # noqa: S608
        )
        await database.write(lambda connection: connection.execute(change, values))

    return change


@pytest.fixture
async def start_worker(database_url: str) -> AsyncIterator[Start]:
    """Starts processes that run jobs; all are killed at the end."""
    started: list[Process] = []

    async def start(seconds_per_job: float) -> Process:
        arguments = ("-m", "tests.storage.worker", database_url, str(seconds_per_job))
        process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE)
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def states(jobs: DurableJobs, wanted: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """What is not done, once it is as it should be or has had time enough."""
    for _ in range(200):
        found = [(one.kind, one.key, one.state) for one in await jobs.pending()]
        if found == wanted:
            break
        await asyncio.sleep(0.05)
    return [*found]


async def count(jobs: DurableJobs) -> int:
    """How many are on record, done or not."""
    return len(await jobs._client.list_workflows_async())


async def says(process: Process, words: str) -> None:
    """Wait until a worker says something."""
    assert process.stdout is not None
    async with asyncio.timeout(30):
        while (await process.stdout.readline()).decode().strip() != words:
            assert not process.stdout.at_eof()


async def test_a_job_is_done_when_its_transaction_is_committed_and_not_otherwise(
    jobs: DurableJobs, handler: Handler, database: Database
) -> None:
    def fails_after_asking(connection: Connection) -> None:
        jobs.enqueue(connection, Job("work", "rolled back"))
        raise KeyError("half-way")

    with pytest.raises(KeyError):
        await database.write(fails_after_asking)
    await database.write(lambda connection: jobs.enqueue(connection, Job("work", "committed")))
    await handler.has_seen("committed")


async def test_a_key_is_done_once_and_another_key_of_the_same_row_again(
    jobs: DurableJobs, handler: Handler
) -> None:
    for _ in range(3):
        await jobs.add(Job("work", "row"))
    await handler.has_seen("row")
    await jobs.add(Job("work", "row"))
    await jobs.add(Job("work", "row", key="row/1"))
    await handler.has_seen("row", "row")


async def test_a_job_that_asks_for_it_is_done_again_later(
    jobs: DurableJobs, handler: Handler
) -> None:
    soon = datetime.now(UTC)
    handler.answers["row"] = [soon, soon, None]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row", "row")
    assert await states(jobs, []) == []


async def test_no_more_run_at_once_than_the_kind_allows(
    jobs: DurableJobs, handler: Handler
) -> None:
    rows = [str(place) for place in range(6)]
    for row in rows:
        await jobs.add(Job("work", row))
    await handler.has_seen(*rows)
    assert handler.most == 2


async def test_a_job_that_fails_is_tried_again_and_given_up_visibly(
    jobs: DurableJobs, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.jobs, "BACK_OFF", (timedelta(0), timedelta(0)))
    handler.answers["row"] = [ValueError("one"), ValueError("two"), ValueError("three")]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row", "row")
    given_up = [("work", "row", "failed")]
    assert await states(jobs, given_up) == given_up


async def test_a_job_waits_for_a_database_that_is_away(jobs: DurableJobs, handler: Handler) -> None:
    handler.answers["row"] = [Unavailable("away"), None]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row")


async def test_what_is_not_done_yet_is_listed(idle: DurableJobs) -> None:
    later = datetime.now(UTC) + timedelta(days=60)
    await idle.add(Job("work", "now"))
    await idle.add(Job("work", "later", at=later))
    pending = {one.key: one for one in await idle.pending()}
    assert {key: one.state for key, one in pending.items()} == {"now": "queued", "later": "delayed"}
    at = pending["later"].at
    assert at is not None
    assert abs(at - later) < timedelta(seconds=5)
    assert len(await idle.pending(limit=1)) == 1


async def test_what_waits_is_counted_and_what_was_given_up_is_not(
    idle: DurableJobs, set_status: SetStatus
) -> None:
    assert await idle.waiting() == 0
    for row in ("now", "running", "done", "given up"):
        await idle.add(Job("work", row))
    await idle.add(Job("work", "later", at=datetime.now(UTC) + timedelta(days=60)))
    await set_status("running", "PENDING")
    await set_status("done", "SUCCESS")
    await set_status("given up", "ERROR")
    assert await idle.waiting() == 3


async def test_a_database_that_cannot_be_written_does_not_pass_the_check(
    sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "one.db")
    database = Database(f"sqlite:///{tmp_path}/one.db", patience=0.05)
    jobs = DurableJobs(database)
    await jobs.check()
    other = sqlite3.connect(tmp_path / "one.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await database.check()
    with pytest.raises(Unavailable):
        await jobs.check()
    other.execute("ROLLBACK")
    other.close()
    await jobs.check()
    await jobs.stop()
    await database.close()


async def test_a_job_is_cancelled_by_its_key_and_no_other(idle: DurableJobs) -> None:
    for row in ("row", "row2", "row/1"):
        await idle.add(Job("work", row))
    await idle.cancel("work", "row")
    await idle.cancel("work", "no such row")
    assert sorted(one.key for one in await idle.pending()) == ["row/1", "row2"]


async def test_what_was_done_long_ago_is_forgotten(
    jobs: DurableJobs, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row")
    await jobs._clean()
    await jobs.add(Job("work", "row"))
    await asyncio.sleep(0.5)
    assert handler.seen == ["row"]
    monkeypatch.setattr(storage.jobs, "KEEP_DONE", timedelta(days=-1))
    await jobs._clean()
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row")


async def test_all_that_is_old_is_forgotten_at_once_and_what_waits_never(
    idle: DurableJobs, set_status: SetStatus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.jobs, "CLEAN_AT_ONCE", 2)
    given_up = {"given up": "ERROR", "ended too often": "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}
    done = {str(place): "SUCCESS" for place in range(5)}
    for row, status in {**done, **given_up}.items():
        await idle.add(Job("work", row))
        await set_status(row, status)
    await idle.add(Job("work", "waits"))
    await idle._clean()
    assert await count(idle) == 8, "nothing is old yet"
    monkeypatch.setattr(storage.jobs, "KEEP_DONE", timedelta(days=-1))
    await idle._clean()
    assert await count(idle) == 3
    monkeypatch.setattr(storage.jobs, "KEEP_FAILED", timedelta(days=-1))
    await idle._clean()
    assert await count(idle) == 1
    assert await idle.waiting() == 1


async def test_the_work_of_a_killed_worker_is_taken_over_within_ten_seconds(
    idle: DurableJobs, start_worker: Start
) -> None:
    await idle.add(Job("work", "row"))
    first = await start_worker(3600)
    await says(first, "began row")
    second = await start_worker(0)
    await says(second, "ready")
    first.kill()
    killed = time.monotonic()
    await says(second, "ended row")
    assert time.monotonic() - killed < 10
