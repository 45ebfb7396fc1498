"""Who writes to a SQLite file? One connection in one thread; what queues up shares a commit.

SQLite has one writer at a time anyway. Here nobody waits for it by polling a lock, a transaction
costs one change of thread, and under load one wait for the disk serves all that queued up during
the last one: each unit of work has a savepoint of its own, so that its failure is only its own.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine

T = TypeVar("T")
Work = Callable[[Connection], Any]

TOGETHER = 64
"""So many units of work share a commit at most."""


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


class Writer:
    """Runs units of work one after the other, each whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")
        self._connection: Connection | None = None
        self._waiting: list[tuple[Work, asyncio.Future[Any]]] = []
        self._writing = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, once it is committed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if not self._writing:
            self._write()
        return await future

    async def close(self) -> None:
        """Close the connection."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=True)

    def _write(self) -> None:
        """Begin with what waits; what was cancelled meanwhile is not begun."""
        waiting = [(work, future) for work, future in self._waiting if not future.done()]
        batch, self._waiting = waiting[:TOGETHER], waiting[TOGETHER:]
        self._writing = bool(batch)
        if batch:
            works = [work for work, _ in batch]
            written = asyncio.get_running_loop().run_in_executor(self._thread, self._commit, works)
            written.add_done_callback(partial(self._tell, [future for _, future in batch]))

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

    def _commit(self, works: Sequence[Work]) -> list[Any]:
        """In the thread. An error that ended the whole transaction is everybody's."""
        if self._connection is None:
            self._connection = self._engine.connect()
        with self._connection.begin():
            begin_immediately(self._connection)
            if len(works) == 1:
                return [works[0](self._connection)]
            return [_apart(self._connection, work) for work in works]

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
