"""A database in memory: units of work are whole or not at all, and it is gone when it is closed."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Connection, text

from storage.commits import after_commit
from storage.database import Database


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    made = Database("sqlite://")
    await made.write(lambda connection: connection.execute(text("CREATE TABLE t (n INTEGER)")))
    yield made
    await made.close()


def put(connection: Connection) -> None:
    connection.execute(text("INSERT INTO t VALUES (1)"))


def count(connection: Connection) -> int:
    return int(connection.execute(text("SELECT count(*) FROM t")).scalar_one())


async def test_what_is_written_can_be_read(database: Database) -> None:
    await database.write(put)
    await database.write_alone(put)
    assert await database.read(count) == await database.read_loosely(count) == 2


async def test_what_fails_leaves_nothing_and_stops_nobody(database: Database) -> None:
    def work(connection: Connection) -> None:
        put(connection)
        raise KeyError("changed my mind")

    with pytest.raises(KeyError):
        await database.write(work)
    assert await database.read(count) == 0
    await database.write(put)
    assert await database.read(count) == 1


async def test_calls_are_made_once_it_is_written(database: Database) -> None:
    called: list[str] = []

    def work(connection: Connection) -> None:
        put(connection)
        after_commit(connection, lambda: called.append("made"))
        assert called == []

    await database.write(work)
    assert called == ["made"]


async def test_another_one_is_another_database(database: Database) -> None:
    await database.write(put)
    other = Database("sqlite://")
    await other.write(lambda connection: connection.execute(text("CREATE TABLE t (n INTEGER)")))
    assert await other.read(count) == 0
    await other.close()
