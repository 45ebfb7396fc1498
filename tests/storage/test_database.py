"""The database takes whole transactions or none, says when it is away, and comes back by itself."""

import asyncio
import sqlite3
import traceback
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.exc import IntegrityError, NoSuchModuleError

import storage.database
from agent.errors import Unavailable
from storage.database import Database, synchronous
from storage.tables import PromptRow
from tests.storage.records import NOW


def insert_prompt(connection: Connection, name: str = "one") -> None:
    connection.execute(insert(PromptRow), {"hash": name, "text": "x" * 1000, "first_used_at": NOW})


def count_prompts(connection: Connection) -> int:
    return len(connection.execute(select(PromptRow.hash)).all())


@pytest.fixture
def sqlite_path(sqlite_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "one.db"
    path.write_bytes(sqlite_template.read_bytes())
    return path


async def test_work_that_fails_leaves_nothing(database: Database) -> None:
    def fails_half_way(connection: Connection) -> None:
        insert_prompt(connection)
        raise KeyError("half-way")

    with pytest.raises(KeyError):
        await database.write(fails_half_way)
    assert await database.read(count_prompts) == 0


async def test_a_read_sees_one_moment_whatever_is_written_meanwhile(
    database: Database, database_url: str
) -> None:
    await database.write(insert_prompt)
    writer = create_engine(synchronous(database_url))

    def counts_twice(connection: Connection) -> list[int]:
        first = count_prompts(connection)
        with writer.begin() as other:
            insert_prompt(other, "meanwhile")
        return [first, count_prompts(connection)]

    assert await database.read(counts_twice) == [1, 1]
    assert await database.read(count_prompts) == 2
    await database.write(lambda connection: insert_prompt(connection, "afterwards"))
    writer.dispose()


async def test_what_the_database_refuses_for_good_is_not_called_unavailable(
    database: Database,
) -> None:
    await database.write(insert_prompt)
    with pytest.raises(IntegrityError):
        await database.write(insert_prompt)
    await database.write(lambda connection: insert_prompt(connection, "another"))
    assert await database.read(count_prompts) == 2


async def test_an_error_does_not_log_what_was_to_be_written(database: Database) -> None:
    ana = "ana" + "@example.com"  # the lines of this test are in the traceback
    await database.write(lambda connection: insert_prompt(connection, ana))
    for name, words in ((ana, "x"), (ana + "2", None)):  # a key that is there, a value missing
        row = {"hash": name, "text": words, "first_used_at": NOW}
        with pytest.raises(IntegrityError) as refused:
            await database.write(
                partial(Connection.execute, statement=insert(PromptRow), parameters=row)
            )
        logged = "".join(traceback.format_exception(refused.value))
        assert "INSERT INTO prompts" in logged
        assert "ana@example.com" not in logged


async def test_moments_come_back_to_the_microsecond_and_aware(database: Database) -> None:
    await database.write(insert_prompt)
    stored = await database.read(
        lambda connection: connection.execute(select(PromptRow.first_used_at)).scalar_one()
    )
    assert stored == NOW
    assert stored.utcoffset() is not None


async def test_check_passes_while_the_database_answers(database: Database) -> None:
    await database.check()


async def test_sqlite_commits_to_disk_and_enforces_references(
    sqlite_path: Path, as_shipped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.database, "SYNCHRONOUS", as_shipped)
    database = Database(f"sqlite:///{sqlite_path}")

    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await database.write(pragmas) == ["wal", 2, 1]
    assert await database.read(pragmas) == ["wal", 2, 1]
    await database.close()


async def test_a_locked_sqlite_file_is_unavailable_and_usable_afterwards(
    sqlite_path: Path,
) -> None:
    database = Database(f"sqlite:///{sqlite_path}", patience=0.05)
    other = sqlite3.connect(sqlite_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable):
        await database.write(insert_prompt)
    other.execute("ROLLBACK")
    await database.write(insert_prompt)
    assert await database.read(count_prompts) == 1
    other.close()
    await database.close()


async def test_a_full_disk_is_unavailable_and_loses_nothing_that_was_acknowledged(
    sqlite_path: Path,
) -> None:
    database = Database(f"sqlite:///{sqlite_path}")
    await database.write(insert_prompt)
    pages = await database.write(
        lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    )
    await database.write(
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").scalar()
    )
    stored = 1
    full = False
    while not full and stored < 100:
        try:
            await database.write(partial(insert_prompt, name=f"more {stored}"))
            stored += 1
        except Unavailable:
            full = True
    assert full
    await database.write(
        lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=100000").scalar()
    )
    assert await database.read(count_prompts) == stored
    await database.write(lambda connection: insert_prompt(connection, "again"))
    await database.close()


async def test_a_sqlite_file_that_cannot_be_opened_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/no/such/folder/banter.db")
    with pytest.raises(Unavailable):
        await database.write(insert_prompt)
    with pytest.raises(Unavailable):
        await database.check()
    await database.close()


async def test_a_postgres_that_is_not_there_is_unavailable() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(Unavailable):
        await database.check()
    with pytest.raises(Unavailable):
        await database.write(insert_prompt)
    await database.close()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_connections_that_postgres_dropped_are_replaced_unnoticed(
    database: Database, database_url: str
) -> None:
    await database.write(insert_prompt)
    engine = create_engine(synchronous(database_url), isolation_level="AUTOCOMMIT")
    with engine.connect() as administrator:
        administrator.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()
    assert await database.read(count_prompts) == 1
    await database.write(lambda connection: insert_prompt(connection, "another"))
    assert await database.read(count_prompts) == 2


def test_other_databases_are_refused_with_what_to_write_instead() -> None:
    with pytest.raises(NoSuchModuleError, match="write sqlite:///file or postgresql://"):
        Database("mysql://root@localhost/banter")


async def test_a_read_that_nobody_waits_for_ends_before_the_database_is_closed(
    tmp_path: Path,
) -> None:
    database = Database(f"sqlite:///{tmp_path / 'banter.db'}")
    began, ended = asyncio.Event(), []
    loop = asyncio.get_running_loop()

    def work(connection: Connection) -> None:
        loop.call_soon_threadsafe(began.set)
        connection.execute(text("SELECT 1"))
        ended.append(True)

    reading = asyncio.create_task(database.read(work))
    await began.wait()
    reading.cancel()
    await database.close()
    assert ended == [True]
    assert reading.cancelled()
