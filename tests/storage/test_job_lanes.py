"""Each outside system has a lane: what waits there, or is not known here, holds nothing else."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select

from agent.ports import Job
from storage.database import Database
from storage.job_rows import Tally
from storage.jobs import DurableJobs, Kind, Lane, Rate
from tests.storage.working import Handler, doing, rows_of_dbos, states


@pytest.fixture
async def stuck() -> asyncio.Event:
    """What holds the jobs of the slow system until it is set."""
    return asyncio.Event()


async def test_a_slow_system_does_not_hold_the_others(
    database: Database, stuck: asyncio.Event
) -> None:
    done: list[str] = []

    async def deliver(row: str) -> datetime | None:
        if row.startswith("slow"):
            await stuck.wait()
        done.append(row)
        return None

    lanes = [Lane("slow", per_process=2, poll=0.1), Lane("quick", poll=0.1)]
    async with doing(database, Kind("deliver", deliver, lanes=lanes)) as jobs:
        for place in range(5):
            await jobs.add(Job("deliver", f"slow {place}", lane="slow"))
        quick = [f"quick {place}" for place in range(5)]
        for row in quick:
            await jobs.add(Job("deliver", row, lane="quick"))
        for _ in range(1000):
            if sorted(done) == quick:
                break
            await asyncio.sleep(0.02)
        assert sorted(done) == quick
        held = [Tally("deliver.slow", "queued", 3), Tally("deliver.slow", "running", 2)]
        for _ in range(200):
            if await jobs.tally() == held:
                break
            await asyncio.sleep(0.05)
        assert await jobs.tally() == held
        stuck.set()
        assert await states(jobs, []) == []
        assert len(done) == 10


async def test_a_lane_that_nobody_has_keeps_its_jobs_until_somebody_has_it(
    database: Database, handler: Handler, jobs: DurableJobs
) -> None:
    await jobs.add(Job("work", "known"))
    await jobs.add(Job("work", "row", lane="gone"))
    await handler.has_seen("known")
    waits = [("work", "row", "queued")]
    assert await states(jobs, waits) == waits
    (pending,) = await jobs.pending()
    assert pending.lane == "gone"
    await asyncio.sleep(0.5)
    assert await states(jobs, waits) == waits
    await jobs.stop()
    async with doing(database, Kind("work", handler, lanes=[Lane("gone", poll=0.1)])):
        await handler.has_seen("known", "row")


async def test_no_more_are_begun_in_any_stretch_of_time_than_the_lane_allows(
    database: Database, handler: Handler
) -> None:
    lanes = [Lane("slow", rate=Rate(3, 0.8), poll=0.1)]
    async with doing(database, Kind("work", handler, lanes=lanes)) as running:
        rows = [str(place) for place in range(7)]
        for row in rows:
            await running.add(Job("work", row, lane="slow"))
        await handler.has_seen(*rows)
        begun = rows_of_dbos(database).c.started_at_epoch_ms
        wanted = select(begun).order_by(begun)
        at = await database.read(lambda connection: connection.execute(wanted).scalars().all())
        assert min(late - early for early, late in zip(at, at[3:], strict=False)) >= 800


async def test_a_job_goes_on_in_its_lane(database: Database, handler: Handler) -> None:
    async with doing(database, Kind("work", handler, lanes=[Lane("one", poll=0.1)])) as running:
        handler.answers["row"] = [datetime.now().astimezone(), ValueError("broken")]
        await running.add(Job("work", "row", lane="one"))
        await handler.has_seen("row", "row")
        assert await states(running, [("work", "row", "delayed")])
        (pending,) = await running.pending()
        assert (pending.lane, pending.runs) == ("one", 2)


@pytest.mark.parametrize(
    ("at_once", "per_process", "here"), [(2, 10, 2), (10, 2, 2), (None, 3, 3), (4, None, 4)]
)
async def test_a_process_does_no_more_than_all_together_may(
    database: Database,
    handler: Handler,
    at_once: int | None,
    per_process: int | None,
    here: int,
) -> None:
    lane = Lane("few", at_once=at_once, per_process=per_process, poll=0.1)
    assert lane.here == here
    async with doing(database, Kind("work", handler, lanes=[lane])) as running:
        await running.add(Job("work", "row", lane="few"))
        await handler.has_seen("row")
