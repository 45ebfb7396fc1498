"""Jobs in two processes and through outages: nothing is lost, nothing is done twice for nothing."""

import asyncio
import shutil
import sqlite3
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

import storage.jobs
from agent.ports import Job
from storage.database import Database
from storage.heartbeat import Heartbeat
from storage.jobs import DEATHS, DurableJobs, Kind
from tests.databases import start_postgres, stop_postgres
from tests.storage.working import (
    Handler,
    SetStatus,
    Start,
    amend,
    doing,
    later,
    rows_of_dbos,
    says,
    states,
)

FOR_EVER = 3600


class Heard:
    """What some processes say that they do."""

    def __init__(self) -> None:
        self.began: list[tuple[int, str]] = []
        """By which process, and which row."""
        self.ended: list[str] = []

    async def listen(self, process: Process) -> None:
        """To its end."""
        assert process.stdout is not None
        async for line in process.stdout:
            what, _, row = line.decode().strip().partition(" ")
            if what == "began":
                self.began.append((process.pid, row))
            elif what == "ended":
                self.ended.append(row)

    async def has_ended(self, *rows: str) -> None:
        """Wait until exactly these have ended, in whatever order, and nothing more follows."""
        for _ in range(1200):
            if sorted(self.ended) == sorted(rows):
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        assert sorted(self.ended) == sorted(rows)


@pytest.fixture
def heard() -> Heard:
    """Nothing yet."""
    return Heard()


@pytest.fixture
async def restarted_postgres() -> AsyncIterator[None]:
    """Whatever a test does to the server, it runs again for the next."""
    yield
    start_postgres()


async def test_what_a_killed_process_was_doing_is_done_by_another_and_all_else_once(
    idle: DurableJobs, start_worker: Start, heard: Heard
) -> None:
    held = [f"held {place}" for place in range(5)]
    for row in held:
        await idle.add(Job("work", row))
    first = await start_worker(FOR_EVER)
    listening = [asyncio.create_task(heard.listen(first))]
    for _ in range(1200):
        if len(heard.began) == len(held):
            break
        await asyncio.sleep(0.05)
    second = await start_worker(0)
    listening.append(asyncio.create_task(heard.listen(second)))
    free = [f"free {place}" for place in range(5)]
    for row in free:
        await idle.add(Job("work", row))
    first.kill()
    killed = time.monotonic()
    await heard.has_ended(*held, *free)
    assert time.monotonic() - killed < 15
    assert sorted(row for process, row in heard.began if process == second.pid) == sorted(
        held + free
    )
    second.kill()
    await asyncio.gather(*listening)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_rate_is_kept_by_two_processes_together(
    idle: DurableJobs, database: Database, start_worker: Start, heard: Heard
) -> None:
    rows = [str(place) for place in range(12)]
    workers = [await start_worker(0, "--rate", "4", "1.5") for _ in range(2)]
    for worker in workers:
        await says(worker, "ready")
    listening = [asyncio.create_task(heard.listen(worker)) for worker in workers]
    for row in rows:
        await idle.add(Job("work", row))
    await heard.has_ended(*rows)
    begun = rows_of_dbos(database).c.started_at_epoch_ms
    wanted = select(begun).order_by(begun)
    at = await database.read(lambda connection: connection.execute(wanted).scalars().all())
    assert len(at) == len(rows)
    assert min(late - early for early, late in zip(at, at[4:], strict=False)) >= 1500
    for worker in workers:
        worker.kill()
    await asyncio.gather(*listening)


async def test_jobs_of_another_version_and_of_unknown_kinds_are_never_lost(
    idle: DurableJobs, database: Database, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.jobs, "VERSION", "0")
    async with doing(database, Kind("work", handler, poll=0.1)):
        pass
    await idle.add(Job("work", "new"))
    await idle.add(Job("later", "row"))
    await idle.add(Job("work", "delayed", at=later(seconds=1)))
    for run in ("work:new", "work:delayed"):
        await amend(database, run, application_version="0")
    monkeypatch.setattr(storage.jobs, "VERSION", "2")
    async with doing(database, Kind("work", handler, poll=0.1)) as newer:
        await handler.has_seen("delayed", "new")
        unknown = [("later", "row", "queued")]
        assert await states(newer, unknown) == unknown
    monkeypatch.setattr(storage.jobs, "VERSION", "0")
    kinds = [Kind(name, handler, poll=0.1) for name in ("work", "later")]
    async with doing(database, *kinds) as back:
        await back.add(Job("work", "after the way back"))
        await handler.has_seen("delayed", "new", "row", "after the way back")


async def test_a_job_that_a_dead_process_of_another_version_was_doing_is_done(
    idle: DurableJobs,
    database: Database,
    handler: Handler,
    set_status: SetStatus,
) -> None:
    await idle.add(Job("work", "row"))
    await set_status("row", "PENDING")
    await amend(database, "work:row", application_version="0", executor_id="x")
    dead = Heartbeat(database, "x")
    await dead.beat()
    await dead.leave()
    async with doing(database, Kind("work", handler, poll=0.1)):
        await handler.has_seen("row")


async def test_a_job_that_kills_its_process_again_and_again_is_given_up(
    idle: DurableJobs, database: Database, handler: Handler
) -> None:
    await idle.add(Job("work", "row"))
    await amend(database, "work:row", recovery_attempts=DEATHS + 1)
    async with doing(database, Kind("work", handler, poll=0.1)):
        given_up = [("work", "row", "failed")]
        assert await states(idle, given_up) == given_up
        (failed,) = await idle.pending()
        assert failed.why == f"the processes that did it died, {DEATHS} times"
        assert handler.seen == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.usefixtures("restarted_postgres")
async def test_jobs_go_on_after_postgresql_was_restarted(database: Database) -> None:
    begun, done, go_on = set[str](), list[str](), asyncio.Event()

    async def work(row: str) -> None:
        begun.add(row)
        if row == "through it":
            await go_on.wait()
        await database.write(lambda connection: connection.execute(text("SELECT 1")))
        done.append(row)

    async with doing(database, Kind("work", work, poll=0.1)) as running:
        await running.add(Job("work", "through it"))
        await running.add(Job("work", "after it", at=later(seconds=2)))
        for _ in range(1200):
            if begun:
                break
            await asyncio.sleep(0.05)
        await asyncio.to_thread(stop_postgres)
        go_on.set()
        await asyncio.sleep(2.5)
        assert done == []
        await asyncio.to_thread(start_postgres)
        for _ in range(1200):
            if len(done) == 2:
                break
            await asyncio.sleep(0.05)
        assert sorted(done) == ["after it", "through it"]
        assert await states(running, []) == []


async def test_jobs_go_on_after_another_has_held_the_file(
    sqlite_template: Path, tmp_path: Path, handler: Handler
) -> None:
    shutil.copy(sqlite_template, tmp_path / "one.db")
    database = Database(f"sqlite:///{tmp_path}/one.db", patience=0.1)
    async with doing(database, Kind("work", handler, poll=0.1)) as running:
        other = sqlite3.connect(tmp_path / "one.db", isolation_level=None)
        handler.answers["row"] = [later(seconds=0), None]
        await running.add(Job("work", "row"))
        await handler.has_seen("row")
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(1.5)
        other.execute("ROLLBACK")
        other.close()
        await running.add(Job("work", "later"))
        await handler.has_seen("row", "row", "later")
        assert await states(running, []) == []
    await database.close()
