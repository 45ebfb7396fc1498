"""How is the database reached? A transaction is a plain function of a connection.

`write` runs a synchronous function of a SQLAlchemy connection in one transaction, `read` in one
snapshot. PostgreSQL runs it over asyncpg. SQLite runs it in threads (storage/writer.py and
storage/reader.py): 0.5 ms of CPU for a transaction of three statements, where aiosqlite takes
1.2 ms because it changes the thread several times for every statement.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import StaticPool

from agent.errors import Unavailable
from storage.postgres import PostgresServer
from storage.reader import Reader
from storage.throwaway import Throwaway
from storage.writer import Writer

T = TypeVar("T")

PATIENCE = 2.5
"""Seconds that a statement waits for a lock, and anybody for a connection."""

READERS = 4
"""Snapshots of a SQLite file at a time."""
WAL_TRIES = 50
WAL_PAUSE = 0.1
"""Seconds between them."""
SYNCHRONOUS = "FULL"
"""A commit is on disk before it is acknowledged, also when the power fails."""
CACHE_KIB = 65_536
MAPPED_BYTES = 1 << 30
"""SQLite's own 2 MB do not hold the upper pages of the indexes of a million messages."""

_SQLITE_AWAY = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_READONLY",
    "SQLITE_CANTOPEN",
    "SQLITE_NOMEM",
    "SQLITE_PROTOCOL",
)
_POSTGRES_AWAY = ("08", "25006", "40", "53", "55P03", "57", "58")
"""Connection, read-only, serialisation, resources, lock, operator, input/output: all pass."""


class _DriverConnection(Protocol):
    """What both SQLite drivers offer to the event hooks."""

    isolation_level: str | None

    def cursor(self) -> Any: ...


class _Access(Protocol):
    """A way to a database: a SQLite file's, a PostgreSQL server's."""

    async def write(self, work: Callable[[Connection], T]) -> T: ...

    async def write_alone(self, work: Callable[[Connection], T]) -> T: ...

    async def read(self, work: Callable[[Connection], T]) -> T: ...

    async def read_loosely(self, work: Callable[[Connection], T]) -> T: ...

    async def close(self) -> None: ...


class Database:
    """One database, by its plain URL: `sqlite:///file` or `postgresql://…`; `sqlite://` is one in
    memory, which is gone when it is closed.
    """

    def __init__(
        self,
        url: str,
        *,
        pool_size: int = 10,
        patience: float = PATIENCE,
    ) -> None:
        self._url = _plain(url)
        self.dialect = self._url.get_backend_name()
        self._access: _Access = (
            _sqlite_access(self._url, min(READERS, pool_size), patience)
            if self.dialect == "sqlite"
            else PostgresServer(self._url, pool_size, patience)
        )

    @property
    def sync_url(self) -> str:
        """The URL for synchronous use (migrations, jobs): psycopg on PostgreSQL."""
        return synchronous(self._url)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction; it is committed when `work` returns, and only then."""
        with named_errors():
            return await self._access.write(work)

    async def write_alone(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which is one statement on PostgreSQL: there it needs no BEGIN and no COMMIT.

        A connection that dies may have done it: only for what may be done twice.
        """
        with named_errors():
            return await self._access.write_alone(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which changes nothing, in one snapshot. On SQLite it runs in a thread."""
        with named_errors():
            return await self._access.read(work)

    async def read_loosely(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which changes nothing and needs no snapshot: one statement, or several that
        need not be of the same moment. On PostgreSQL that saves a BEGIN and a ROLLBACK.
        """
        with named_errors():
            return await self._access.read_loosely(work)

    async def check(self) -> None:
        """Raise Unavailable unless the database answers."""
        await self.read(lambda connection: connection.execute(text("SELECT 1")).scalar_one())

    async def close(self) -> None:
        """Close every connection; nothing can be read or written afterwards."""
        await self._access.close()


class _SqliteFile:
    """Writes in one thread, reads in a few."""

    def __init__(self, url: URL, readers: int, patience: float) -> None:
        self._writer = Writer(_sqlite(url, 1, patience), patience)
        self._reader = Reader(_sqlite(url, readers, patience), readers, patience)

    async def write(self, work: Callable[[Connection], T]) -> T:
        return await self._writer.run(work)

    async def write_alone(self, work: Callable[[Connection], T]) -> T:
        return await self._writer.run(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._reader.run(work)

    async def read_loosely(self, work: Callable[[Connection], T]) -> T:
        return await self._reader.run(work)

    async def close(self) -> None:
        await self._writer.close()
        await self._reader.close()


def synchronous(url: str | URL) -> str:
    """A plain URL with the driver that synchronous code uses."""
    plain = _plain(url)
    if plain.get_backend_name() == "postgresql":
        plain = plain.set(drivername="postgresql+psycopg")
    return plain.render_as_string(hide_password=False)


def _plain(url: str | URL) -> URL:
    parsed = make_url(url)
    name = {"postgres": "postgresql"}.get(parsed.get_backend_name(), parsed.get_backend_name())
    if name not in ("sqlite", "postgresql"):
        raise NoSuchModuleError(
            f"{name!r} is not supported: write sqlite:///file or postgresql://user@host/name"
        )
    return parsed.set(drivername=name)


def _sqlite_access(url: URL, readers: int, patience: float) -> "_SqliteFile | Throwaway":
    if url.database:
        return _SqliteFile(url, readers, patience)
    engine = create_engine(url, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    return Throwaway(engine)


def _sqlite(url: URL, pool_size: int, patience: float) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"timeout": patience},
    )
    event.listen(engine, "connect", prepare_sqlite)
    return engine


def prepare_sqlite(driver: _DriverConnection, _record: object) -> None:
    """What is deleted is overwritten: a person who is erased is not left in the file."""
    driver.isolation_level = None
    cursor = driver.cursor()
    _use_wal(cursor)
    for pragma in (
        f"synchronous={SYNCHRONOUS}",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"cache_size=-{CACHE_KIB}",
        f"mmap_size={MAPPED_BYTES}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """A file changes to WAL once in its life; SQLite does not wait for others who do it too."""
    for left in reversed(range(WAL_TRIES)):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(WAL_PAUSE)


@contextmanager
def named_errors() -> Iterator[None]:
    """Troubles that pass by themselves become Unavailable; mistakes of ours stay what they are."""
    try:
        yield
    except PoolTimeout as error:
        raise Unavailable("every connection to the database is busy") from error
    except DBAPIError as error:
        if is_away(error):
            raise Unavailable(f"the database cannot take it now: {error.orig}") from error
        raise
    except sqlite3.Error as error:
        if _passes(error):
            raise Unavailable(f"the database cannot take it now: {error}") from error
        raise
    except OSError as error:
        raise Unavailable(f"the database cannot be reached: {error}") from error


def is_away(error: DBAPIError) -> bool:
    """Whether the database could not take a statement that was right."""
    return error.connection_invalidated or _passes(error.orig)


def _passes(error: BaseException | None) -> bool:
    name = getattr(error, "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(_SQLITE_AWAY)
    state = getattr(error, "sqlstate", None)
    return state is not None and str(state).startswith(_POSTGRES_AWAY)
