"""Reads of a SQLite file go on side by side, and nobody waits for their turn for ever."""

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from agent.errors import Unavailable
from storage.database import READERS, Database
from storage.tables import PromptRow

SOON = 5.0


class Gate:
    """Reads that go on until they are let go."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.open = threading.Event()

    def work(self, connection: Connection) -> int:
        self.begun.release()
        assert self.open.wait(SOON)
        found: int = connection.execute(text("SELECT 1")).scalar_one()
        return found

    async def entered(self, count: int) -> None:
        """Wait until so many have begun."""
        for _ in range(count):
            assert await asyncio.to_thread(self.begun.acquire, timeout=SOON)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
async def impatient(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    shutil.copy(sqlite_template, tmp_path / "one.db")
    database = Database(f"sqlite:///{tmp_path}/one.db", patience=0.2)
    yield database
    await database.close()


def look(connection: Connection) -> int:
    return len(connection.execute(select(PromptRow.hash)).all())


async def test_long_reads_do_not_stop_each_other(impatient: Database, gate: Gate) -> None:
    long = [asyncio.create_task(impatient.read(gate.work)) for _ in range(READERS - 1)]
    await gate.entered(READERS - 1)
    assert await impatient.read(look) == 0
    gate.open.set()
    assert await asyncio.gather(*long) == [1] * (READERS - 1)


async def test_who_waits_too_long_for_a_turn_is_told_so_and_may_come_again(
    impatient: Database, gate: Gate
) -> None:
    long = [asyncio.create_task(impatient.read(gate.work)) for _ in range(READERS)]
    await gate.entered(READERS)
    with pytest.raises(Unavailable, match="busy"):
        await impatient.read(look)
    gate.open.set()
    assert await asyncio.gather(*long) == [1] * READERS  # what had begun was left to its end
    assert await impatient.read(look) == 0


async def test_what_nobody_waits_for_any_more_is_not_begun(impatient: Database, gate: Gate) -> None:
    long = [asyncio.create_task(impatient.read(gate.work)) for _ in range(READERS)]
    await gate.entered(READERS)
    seen = list[str]()
    waiting = asyncio.create_task(impatient.read(lambda _: seen.append("begun")))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.open.set()
    await asyncio.gather(*long)
    assert await impatient.read(look) == 0
    assert seen == []


async def test_a_read_that_fails_leaves_its_connection_usable(impatient: Database) -> None:
    for _ in range(READERS + 1):
        with pytest.raises(ZeroDivisionError):
            await impatient.read(lambda _: 1 // 0)
    assert await impatient.read(look) == 0


async def test_after_the_end_nothing_is_read(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/one.db")
    await database.close()
    with pytest.raises(Unavailable, match="closed"):
        await database.check()
