"""Who reads a SQLite file? A few connections, each in a thread for as long as its snapshot lasts.

Through aiosqlite every statement changes the thread twice and waits for the loop in between: a page
of the console makes twenty statements, which were eighty such changes and half of its processor
time, and many times that on a busy machine. Here a snapshot takes two.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine

from agent.errors import Unavailable
from storage.writer import driver_of

T = TypeVar("T")


class Reader:
    """Runs what only reads, several at a time."""

    def __init__(self, engine: Engine, at_once: int, patience: float) -> None:
        """`patience`: seconds that anybody waits until it is their turn."""
        self._engine = engine
        self._patience = patience
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="sqlite-reader")
        self._closed = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, which saw one moment of the file. Whoever does not wait for it any
        more leaves it to its end, if it has begun.
        """
        if self._closed:
            raise Unavailable("the database has been closed")
        reading = self._threads.submit(self._read, work)
        late: list[Future[T]] = []
        turn = asyncio.get_running_loop().call_later(self._patience, _give_up, reading, late)
        try:
            return await asyncio.wrap_future(reading)
        except asyncio.CancelledError:
            if late:
                raise Unavailable("every connection to the database is busy") from None
            raise
        finally:
            turn.cancel()

    async def close(self) -> None:
        """Wait for what is being read, also what nobody waits for; then close the connections."""
        self._closed = True
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()

    def _read(self, work: Callable[[Connection], T]) -> T:
        """In a thread; the snapshot ends when the connection goes back to its pool."""
        with self._engine.connect() as connection:
            driver_of(connection).execute("BEGIN")
            return work(connection)


def _give_up(reading: Future[T], late: list[Future[T]]) -> None:
    """What has begun goes on: only a turn that did not come is waited for no longer."""
    if reading.cancel():
        late.append(reading)
