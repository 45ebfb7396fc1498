"""A process that falls silent is found by one of the others."""

import asyncio
from datetime import timedelta

import pytest

from storage.database import Database
from storage.heartbeat import Heartbeat

SILENT = timedelta(milliseconds=200)


@pytest.fixture
def dead(database: Database) -> Heartbeat:
    """A process that will not be heard of any more."""
    return Heartbeat(database, "dead")


@pytest.fixture
def alive(database: Database) -> Heartbeat:
    """Another."""
    return Heartbeat(database, "alive")


async def test_a_process_that_goes_on_is_left_alone(dead: Heartbeat, alive: Heartbeat) -> None:
    await dead.beat()
    await alive.beat()
    assert await alive.take_dead(timedelta(minutes=1)) == []


async def test_a_silent_process_is_taken_over_but_never_by_itself(
    dead: Heartbeat, alive: Heartbeat
) -> None:
    await dead.beat()
    await alive.beat()
    await asyncio.sleep(SILENT.total_seconds() * 1.5)
    await alive.beat()
    assert await alive.take_dead(SILENT) == ["dead"]
    await alive.forget("dead")
    assert await alive.take_dead(timedelta(0)) == []


async def test_a_dead_process_is_given_to_one_of_those_who_look(
    dead: Heartbeat, database: Database, database_url: str
) -> None:
    await dead.beat()
    await dead.leave()
    other = Database(database_url)
    found = await asyncio.gather(
        *(
            Heartbeat(one, f"alive {place}").take_dead(timedelta(seconds=5))
            for place, one in enumerate([database, other] * 3)
        )
    )
    assert sorted(found) == [[], [], [], [], [], ["dead"]]
    await other.close()


async def test_a_process_taken_by_one_that_dies_too_is_found_again(
    dead: Heartbeat, alive: Heartbeat
) -> None:
    await dead.beat()
    await dead.leave()
    assert await alive.take_dead(SILENT) == ["dead"]
    assert await alive.take_dead(SILENT) == []
    await asyncio.sleep(SILENT.total_seconds() * 1.5)
    assert await alive.take_dead(SILENT) == ["dead"]


async def test_a_process_wrongly_thought_dead_comes_back(dead: Heartbeat, alive: Heartbeat) -> None:
    await dead.beat()
    await alive.forget("dead")
    await dead.beat()
    await asyncio.sleep(SILENT.total_seconds() * 1.5)
    assert await alive.take_dead(SILENT) == ["dead"]


async def test_a_process_that_ends_leaves_its_work_at_once(
    dead: Heartbeat, alive: Heartbeat
) -> None:
    await dead.beat()
    await dead.leave()
    assert await alive.take_dead(timedelta(days=1)) == ["dead"]


async def test_who_was_away_itself_judges_nobody_until_the_others_could_beat_again(
    dead: Heartbeat, alive: Heartbeat
) -> None:
    await dead.beat()
    await alive.beat(SILENT)
    await asyncio.sleep(SILENT.total_seconds() * 1.5)
    await alive.beat(SILENT)
    assert await alive.take_dead(SILENT) == []
    for _ in range(6):
        await asyncio.sleep(SILENT.total_seconds() / 4)
        await alive.beat(SILENT)
    assert await alive.take_dead(SILENT) == ["dead"]
