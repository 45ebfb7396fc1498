"""How is PostgreSQL reached? Over asyncpg, by a pool of connections that replaces dead ones."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.commits import committed

T = TypeVar("T")


class PostgresServer:
    """Runs transactions on one server; each works on the loop, in a greenlet."""

    def __init__(self, url: URL, pool_size: int, patience: float) -> None:
        """`patience`: seconds that anybody waits for a connection."""
        self._engine = _engine(url, pool_size, patience)
        self._alone = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    async def write(self, work: Callable[[Connection], T]) -> T:
        """In one transaction."""
        return await _run(self._engine, work, commit=True)

    async def write_alone(self, work: Callable[[Connection], T]) -> T:
        """One statement, without BEGIN and COMMIT."""
        return await _run(self._alone, work, commit=False)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """In one snapshot."""
        return await _run(self._readers, work, commit=False)

    async def read_loosely(self, work: Callable[[Connection], T]) -> T:
        """Each statement by itself, without BEGIN and ROLLBACK."""
        return await _run(self._alone, work, commit=False)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


async def _run(engine: AsyncEngine, work: Callable[[Connection], T], *, commit: bool) -> T:
    """A pooled connection may have died unnoticed: before the commit, a fresh one is tried."""
    for last in (False, True):
        async with engine.connect() as connection:
            try:
                result = await connection.run_sync(work)
            except DBAPIError as error:
                if last or not error.connection_invalidated:
                    raise
                continue
            if commit:
                await connection.commit()
                if connection.sync_connection is not None:
                    committed(connection.sync_connection)
            return result
    raise AssertionError("unreachable: the last attempt returns or raises")


def _engine(url: URL, pool_size: int, patience: float) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=patience,
        hide_parameters=True,
        connect_args={"timeout": patience, "server_settings": {"jit": "off"}},
    )
    event.listen(engine.sync_engine, "handle_error", _leave_out_values)
    return engine


def _leave_out_values(context: ExceptionContext) -> None:
    """PostgreSQL's DETAIL quotes the row that it refused, and a traceback would log it."""
    cause = context.original_exception.__cause__
    if getattr(cause, "detail", None):
        cause.detail = None  # type: ignore[union-attr]  # asyncpg's, which has it
