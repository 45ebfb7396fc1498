"""Jobs are done when they are committed, again if they ask for it, and by others if one dies."""

import asyncio
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

import storage.jobs
from agent.errors import Unavailable
from agent.ports import Job
from storage.database import Database
from storage.jobs import DurableJobs, Kind
from tests.storage.working import Handler, SetStatus, later, states


async def count(jobs: DurableJobs) -> int:
    """How many are on record, done or not."""
    return len(await jobs._client.list_workflows_async())


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
    assert handler.most <= 2


async def test_a_job_that_fails_is_tried_again_and_given_up_visibly(
    jobs: DurableJobs, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.jobs, "BACK_OFF", (timedelta(0), timedelta(0)))
    handler.answers["row"] = [ValueError("one"), ValueError("two"), ValueError("three")]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row", "row")
    given_up = [("work", "row", "failed")]
    assert await states(jobs, given_up) == given_up
    (failed,) = await jobs.pending(states=["failed"])
    assert (failed.row, failed.runs, failed.errors) == ("row", 2, 3)
    assert failed.why == "ValueError: three"


async def test_the_error_that_a_job_is_tried_again_for_is_told_with_it(
    jobs: DurableJobs, handler: Handler
) -> None:
    handler.answers["row"] = [ValueError("no such\n  account")]
    await jobs.add(Job("work", "row", key="key"))
    await handler.has_seen("row")
    assert await states(jobs, [("work", "key", "delayed")]) == [("work", "key", "delayed")]
    (delayed,) = await jobs.pending()
    assert (delayed.row, delayed.why) == ("row", "ValueError: no such account")
    assert (delayed.runs, delayed.errors) == (1, 1)
    assert delayed.at is not None
    assert delayed.at > datetime.now(UTC)


async def test_a_job_is_begun_at_once_where_it_is_asked_for(
    database: Database, handler: Handler
) -> None:
    asking = DurableJobs(database)
    await asking.start([Kind("work", handler, per_process=2, poll=600)])
    rows = [str(place) for place in range(12)]
    for row in rows:
        await asking.add(Job("work", row))
    await handler.has_seen(*rows)
    assert handler.most <= 2
    await asking.stop()


async def test_a_database_that_goes_away_at_a_jobs_end_is_waited_for(
    jobs: DurableJobs, handler: Handler, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, away = database.write, [Unavailable("away")]

    async def away_once(work: object) -> object:
        if handler.seen and away:
            raise away.pop()
        return await write(work)  # type: ignore[arg-type]  # passed through as it came

    handler.answers["row"] = [later(seconds=0), None]
    await jobs.add(Job("work", "row"))
    monkeypatch.setattr(database, "write", away_once)
    await handler.has_seen("row", "row")
    assert away == []


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


async def test_what_was_done_long_ago_is_forgotten(jobs: DurableJobs, handler: Handler) -> None:
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row")
    await states(jobs, [])
    await jobs.clean()
    await jobs.add(Job("work", "row"))
    await asyncio.sleep(0.5)
    assert handler.seen == ["row"]
    await jobs.clean(keep_done=timedelta(days=-1))
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row")


async def test_a_job_whose_next_run_waits_for_long_is_one_job_all_the_while(
    jobs: DurableJobs, handler: Handler
) -> None:
    handler.answers["row"] = [later(days=30), None]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row")
    await states(jobs, [("work", "row", "delayed")])
    await jobs.clean(keep_done=timedelta(days=-1))
    await jobs.add(Job("work", "row"))
    await asyncio.sleep(0.5)
    assert handler.seen == ["row"]
    assert await jobs.cancel("work", "row")
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row")


async def test_of_a_job_that_goes_on_for_ever_the_first_run_alone_is_kept(
    jobs: DurableJobs, handler: Handler
) -> None:
    handler.answers["row"] = [*(later(days=-1) for _ in range(4)), later(days=30)]
    await jobs.add(Job("work", "row"))
    await handler.has_seen(*["row"] * 5)
    await states(jobs, [("work", "row", "delayed")])
    await jobs.clean(keep_done=timedelta(days=-1))
    assert await count(jobs) == 2


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
    await idle.clean()
    assert await count(idle) == 8, "nothing is old yet"
    await idle.clean(keep_done=timedelta(days=-1))
    assert await count(idle) == 3
    await idle.clean(keep_failed=timedelta(days=-1))
    assert await count(idle) == 1
    assert await idle.waiting() == 1
