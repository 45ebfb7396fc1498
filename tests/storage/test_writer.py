"""Units of work that come together share a commit, and nothing else."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from agent.errors import Unavailable
from storage.database import Database
from storage.tables import PromptRow
from storage.writer import TOGETHER, driver_of
from tests.storage.records import NOW

Insert = Callable[[str], Callable[[Connection], str]]


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Only SQLite is written so."""
    shutil.copy(sqlite_template, tmp_path / "one.db")
    return f"sqlite:///{tmp_path}/one.db"


@pytest.fixture
def keep() -> Insert:
    """Makes a unit of work that keeps a name and returns it."""

    def make(name: str) -> Callable[[Connection], str]:
        def work(connection: Connection) -> str:
            row = {"hash": name, "text": "x" * 500, "first_used_at": NOW}
            connection.execute(insert(PromptRow), row)
            return name

        return work

    return make


async def kept(database: Database) -> set[str]:
    """The names on record."""
    return await database.read(
        lambda connection: set(connection.execute(select(PromptRow.hash)).scalars())
    )


async def statements(database: Database) -> list[str]:
    """Fills with what the writing connection executes from now on."""
    seen: list[str] = []
    await database.write(lambda connection: driver_of(connection).set_trace_callback(seen.append))
    return seen


async def test_what_comes_together_is_committed_together(database: Database, keep: Insert) -> None:
    seen = await statements(database)
    names = [str(place) for place in range(TOGETHER + 10)]
    assert await asyncio.gather(*(database.write(keep(name)) for name in names)) == names
    assert await kept(database) == set(names)
    commits = seen.count("COMMIT")
    assert 2 <= commits <= 4, "the first alone, then those that waited for it, as many as may"


async def test_one_that_fails_undoes_nothing_but_itself(database: Database, keep: Insert) -> None:
    await database.write(keep("taken"))
    names = ["a", "b", "taken", "c", "taken", "d"]
    ends = await asyncio.gather(
        *(database.write(keep(name)) for name in names), return_exceptions=True
    )
    failed = [name for name, end in zip(names, ends, strict=True) if isinstance(end, Exception)]
    assert failed == ["taken", "taken"]
    assert all(isinstance(end, str | IntegrityError) for end in ends)
    assert await kept(database) == {"taken", "a", "b", "c", "d"}


async def test_what_fails_half_way_leaves_none_of_its_parts(
    database: Database, keep: Insert
) -> None:
    def half(connection: Connection) -> None:
        keep("half")(connection)
        raise KeyError("half-way")

    ends = await asyncio.gather(
        database.write(keep("a")),
        database.write(keep("b")),
        database.write(half),
        database.write(keep("c")),
        return_exceptions=True,
    )
    assert isinstance(ends[2], KeyError)
    assert await kept(database) == {"a", "b", "c"}


async def test_a_full_disk_acknowledges_only_what_is_kept(database: Database, keep: Insert) -> None:
    pages = await database.write(
        lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    )
    await database.write(
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}").all()
    )
    names = [str(place) for place in range(60)]
    ends = await asyncio.gather(
        *(database.write(keep(name)) for name in names), return_exceptions=True
    )
    acknowledged = {end for end in ends if isinstance(end, str)}
    assert await kept(database) == acknowledged
    assert any(isinstance(end, Unavailable) for end in ends)
    assert all(isinstance(end, str | Unavailable) for end in ends)
    await database.write(
        lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=100000").all()
    )
    assert await database.write(keep("again")) == "again"


async def test_who_waited_for_a_commit_that_failed_does_not_wait_as_long_again(
    database_url: str, keep: Insert, tmp_path: Path
) -> None:
    database = Database(database_url, patience=0.4)
    seen = await statements(database)
    other = sqlite3.connect(tmp_path / "one.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ends = await asyncio.gather(
        database.write(keep("first")), database.write(keep("second")), return_exceptions=True
    )
    assert [type(end) for end in ends] == [Unavailable, Unavailable]
    other.execute("ROLLBACK")
    other.close()
    assert await database.write(keep("third")) == "third"
    waits = [one for one in seen if "busy_timeout" in one]
    assert waits == ["PRAGMA busy_timeout=250", "PRAGMA busy_timeout=400"]
    await database.close()


async def test_what_is_cancelled_before_its_turn_is_not_written(
    database: Database, keep: Insert
) -> None:
    first = asyncio.create_task(database.write(keep("first")))
    second = asyncio.create_task(database.write(keep("second")))
    third = asyncio.create_task(database.write(keep("third")))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(first, second, third, return_exceptions=True)
    assert second.cancelled()
    assert await kept(database) == {"first", "third"}
