"""A job is cancelled, moved and tried again by its key, and of two who want it one has it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

import storage.jobs
from agent.ports import Job
from storage.database import Database
from storage.jobs import DurableJobs
from tests.storage.working import Handler, SetStatus, later, states

MANY = 40


async def keys(jobs: DurableJobs) -> list[str]:
    """Of all that is not done."""
    return sorted(one.key for one in await jobs.pending())


async def test_a_job_is_cancelled_by_its_key_and_no_other(idle: DurableJobs) -> None:
    for row in ("row", "row2", "row/1", "row_", "ro%"):
        await idle.add(Job("work", row))
    await idle.add(Job("play", "row", at=later(days=1)))
    assert await idle.cancel("work", "row")
    assert not await idle.cancel("work", "row"), "it is gone"
    assert not await idle.cancel("work", "no such row")
    assert not await idle.cancel("work", "ro_")
    assert await keys(idle) == ["ro%", "row", "row/1", "row2", "row_"]
    assert await idle.cancel("play", "row")
    assert await idle.cancel("work", "ro%")
    assert await keys(idle) == ["row/1", "row2", "row_"]


async def test_what_was_cancelled_may_be_asked_for_again_and_what_was_done_may_not(
    jobs: DurableJobs, handler: Handler
) -> None:
    await jobs.add(Job("work", "row", at=later(days=1)))
    assert await jobs.cancel("work", "row")
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row")
    assert await states(jobs, []) == []
    assert not await jobs.cancel("work", "row")
    await jobs.add(Job("work", "row"))
    await asyncio.sleep(0.5)
    assert handler.seen == ["row"]


async def test_a_job_is_cancelled_between_two_of_its_runs_too(
    jobs: DurableJobs, handler: Handler
) -> None:
    handler.answers["row"] = [later(seconds=0), later(days=1), None]
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row")
    assert await states(jobs, [("work", "row", "delayed")]) == [("work", "row", "delayed")]
    assert await jobs.cancel("work", "row")
    assert await jobs.pending() == []
    await jobs.add(Job("work", "row"))
    await handler.has_seen("row", "row", "row")


async def test_a_job_is_cancelled_in_the_transaction_of_its_row_or_not_at_all(
    idle: DurableJobs, database: Database
) -> None:
    await idle.add(Job("work", "row"))

    def fails_after_cancelling(connection: Connection) -> None:
        assert idle.withdraw(connection, "work", "row")
        assert idle.move(connection, "work", "row", later(days=1)) is False
        raise KeyError("half-way")

    with pytest.raises(KeyError):
        await database.write(fails_after_cancelling)
    assert await keys(idle) == ["row"]


async def test_a_job_that_runs_is_neither_cancelled_nor_moved_nor_tried_again(
    idle: DurableJobs, set_status: SetStatus
) -> None:
    await idle.add(Job("work", "row"))
    await set_status("row", "PENDING")
    assert not await idle.cancel("work", "row")
    assert not await idle.reschedule("work", "row", later(days=1))
    assert not await idle.retry("work", "row")
    assert [(one.key, one.state) for one in await idle.pending()] == [("row", "running")]


async def test_a_job_is_moved_later_and_sooner_and_to_now(
    jobs: DurableJobs, handler: Handler
) -> None:
    months, weeks = later(days=90), later(days=14)
    await jobs.add(Job("work", "row", at=weeks))
    for at in (months, weeks):
        assert await jobs.reschedule("work", "row", at)
        (pending,) = await jobs.pending()
        assert pending.state == "delayed"
        assert pending.at is not None
        assert abs(pending.at - at) < timedelta(seconds=1)
    assert await jobs.reschedule("work", "row", datetime.now(UTC))
    await handler.has_seen("row")
    assert not await jobs.reschedule("work", "row", months), "it is done"


async def test_a_job_that_waits_for_its_turn_can_still_be_put_off(idle: DurableJobs) -> None:
    await idle.add(Job("work", "row"))
    assert await idle.reschedule("work", "row", later(days=90))
    (pending,) = await idle.pending()
    assert pending.state == "delayed"


async def test_what_was_given_up_is_tried_again_from_the_start_but_once(
    jobs: DurableJobs, handler: Handler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.jobs, "BACK_OFF", ())
    handler.answers["row"] = [ValueError("one"), later(seconds=0), None]
    await jobs.add(Job("work", "row", key="row/1"))
    failed = [("work", "row/1", "failed")]
    assert await states(jobs, failed) == failed
    again = await asyncio.gather(*(jobs.retry("work", "row/1") for _ in range(5)))
    assert sorted(again)[-1], "somebody did it"
    await handler.has_seen("row", "row", "row")
    assert await states(jobs, []) == []
    assert not await jobs.retry("work", "row/1")


async def test_what_waits_for_its_time_is_done_now_when_it_is_tried_again(
    jobs: DurableJobs, handler: Handler
) -> None:
    await jobs.add(Job("work", "row", at=later(days=1)))
    assert await jobs.retry("work", "row")
    await handler.has_seen("row")


async def test_what_was_given_up_is_taken_off_the_list_by_cancelling_it(
    idle: DurableJobs, set_status: SetStatus
) -> None:
    await idle.add(Job("work", "row"))
    await set_status("row", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
    (failed,) = await idle.pending(states=["failed"])
    assert failed.why == f"the processes that did it died, {storage.jobs.DEATHS} times"
    assert await idle.cancel("work", "row")
    assert await idle.pending() == []


async def test_of_who_begins_a_job_and_who_cancels_it_exactly_one_has_it(
    jobs: DurableJobs, handler: Handler
) -> None:
    rows = [str(place) for place in range(MANY)]
    cancelled = []
    for row in rows:
        await jobs.add(Job("work", row))
        if await jobs.cancel("work", row):
            cancelled.append(row)
        await asyncio.sleep(0.01)
    await handler.has_seen(*(row for row in rows if row not in cancelled))
    assert await states(jobs, []) == []


async def test_of_who_begins_a_job_and_who_puts_it_off_exactly_one_has_it(
    jobs: DurableJobs, handler: Handler
) -> None:
    rows = [str(place) for place in range(MANY)]
    await asyncio.gather(*(jobs.add(Job("work", row)) for row in rows))
    moved = await asyncio.gather(*(jobs.reschedule("work", row, later(days=9)) for row in rows))
    put_off = [row for row, was in zip(rows, moved, strict=True) if was]
    await handler.has_seen(*(row for row in rows if row not in put_off))
    waiting = await jobs.pending(states=["delayed", "queued"])
    assert sorted(one.key for one in waiting) == sorted(put_off)


async def test_an_appointment_that_is_moved_by_many_at_once_is_kept_once(
    jobs: DurableJobs, handler: Handler
) -> None:
    await jobs.add(Job("work", "row", at=later(days=1)))
    times = [later(days=day) for day in range(2, 12)] + [later(seconds=1)]
    await asyncio.gather(*(jobs.reschedule("work", "row", at) for at in times))
    await jobs.reschedule("work", "row", later(seconds=0))
    await handler.has_seen("row")
    await asyncio.sleep(0.3)
    assert handler.seen == ["row"]
