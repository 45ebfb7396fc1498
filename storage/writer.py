"""Who writes to a SQLite file? One connection in one thread; what queues up shares a commit.

SQLite has one writer at a time anyway. Here nobody waits for it by polling a lock, a transaction
costs one change of thread, and under load one wait for the disk serves all that queued up during
the last one: each unit of work has a savepoint of its own, so that its failure is only its own.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine

from storage.commits import committed

T = TypeVar("T")
Work = Callable[[Connection], Any]

TOGETHER = 64
"""So many units of work share a commit at most."""
LEAST_PATIENCE = 0.25
"""Seconds that a commit waits for the lock, also for those who have waited long enough already."""


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of work, who waits for it, and since when."""

    work: Work
    future: asyncio.Future[Any]
    since: float


class Writer:
    """Runs units of work one after the other, each whole or not at all."""

    def __init__(self, engine: Engine, patience: float) -> None:
        """`patience`: seconds that a unit waits while somebody else has the file locked."""
        self._engine = engine
        self._patience = patience
        self._timeout = patience
        """What the connection waits at present."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")
        self._connection: Connection | None = None
        self._waiting: list[_Unit] = []
        self._writing = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, once it is committed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Unit(work, future, time.monotonic()))
        if not self._writing:
            self._write()
        return await future

    async def close(self) -> None:
        """Close the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=True)

    def _write(self) -> None:
        """Begin with what waits; what was cancelled meanwhile is not begun."""
        waiting = [unit for unit in self._waiting if not unit.future.done()]
        batch, self._waiting = waiting[:TOGETHER], waiting[TOGETHER:]
        self._writing = bool(batch)
        if batch:
            works = [unit.work for unit in batch]
            written = asyncio.get_running_loop().run_in_executor(
                self._thread, self._commit, works, batch[0].since
            )
            written.add_done_callback(partial(self._tell, [unit.future for unit in batch]))

    def _tell(
        self, futures: Sequence[asyncio.Future[Any]], written: asyncio.Future[list[Any]]
    ) -> None:
        error = written.exception()
        ends = [error] * len(futures) if error is not None else written.result()
        for future, end in zip(futures, ends, strict=True):
            if future.done():
                continue
            match end:
                case _Failed(error=own):
                    future.set_exception(own)
                case BaseException():
                    future.set_exception(end)
                case result:
                    future.set_result(result)
        self._write()

    def _commit(self, works: Sequence[Work], since: float) -> list[Any]:
        """In the thread. An error that ended the whole transaction is everybody's."""
        if self._connection is None:
            self._connection = self._engine.connect()
        self._wait_no_longer(self._connection, time.monotonic() - since)
        with self._connection.begin():
            begin_immediately(self._connection)
            if len(works) == 1:
                ends = [works[0](self._connection)]
            else:
                ends = [_apart(self._connection, work) for work in works]
        committed(self._connection)
        return ends

    def _wait_no_longer(self, connection: Connection, waited: float) -> None:
        """Who has waited for one commit that failed does not wait as long again for the next."""
        quick = waited < self._patience / 10
        timeout = self._patience if quick else max(LEAST_PATIENCE, self._patience - waited)
        if timeout != self._timeout:
            driver_of(connection).execute(f"PRAGMA busy_timeout={round(timeout * 1000)}")
            self._timeout = timeout

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()


def begin_immediately(connection: Connection) -> None:
    """Take the write lock first: what reads and then writes cannot find it taken half-way.

    By the driver: a hook for BEGIN would make SQLAlchemy look for hooks at every statement.
    """
    driver_of(connection).execute("BEGIN IMMEDIATE")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The connection below SQLAlchemy's."""
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


def _apart(connection: Connection, work: Work) -> Any:
    """Run one unit of several so that its failure undoes nothing but itself."""
    driver = driver_of(connection)
    driver.execute("SAVEPOINT work")
    try:
        result = work(connection)
    except Exception as error:
        if not driver.in_transaction:
            raise
        driver.execute("ROLLBACK TO work")
        result = _Failed(error)
    driver.execute("RELEASE work")
    return result
