"""Which processes are alive? Each says so in a row; one that falls silent is taken over."""

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.database import Database
from storage.tables import ProcessRow

_BEAT = (
    update(ProcessRow)
    .where(ProcessRow.id == bindparam("process"))
    .values(seen_at=bindparam("moment"))
)
_STALE = select(ProcessRow.id).where(
    ProcessRow.seen_at < bindparam("before"), ProcessRow.id != bindparam("process")
)
_TAKE = (
    update(ProcessRow)
    .where(ProcessRow.id == bindparam("dead"), ProcessRow.seen_at < bindparam("before"))
    .values(seen_at=bindparam("moment"))
)


class Heartbeat:
    """Says that this process lives, and finds those that do not, by the database's clock."""

    def __init__(self, database: Database, process: str) -> None:
        self._database = database
        self.process = process
        self._beaten: float | None = None
        """When it last did, by a clock that nobody sets."""
        self._away_until = 0.0

    async def beat(self, silent: timedelta = timedelta.max) -> None:
        """This process lives, also if another has thought it dead.

        `silent`: after a break of so long, when the database was away or we were held, it judges no
        other for as long: those who had the same trouble have not been able to beat either.
        """

        def work(connection: Connection) -> None:
            now = _now(connection)
            seen = connection.execute(_BEAT, {"process": self.process, "moment": now})
            if seen.rowcount == 0:
                connection.execute(
                    insert(ProcessRow), {"id": self.process, "started_at": now, "seen_at": now}
                )

        await self._database.write(work)
        now, long = time.monotonic(), silent.total_seconds()
        if self._beaten is not None and now - self._beaten > long:
            self._away_until = now + long
        self._beaten = now

    async def take_dead(self, silent: timedelta) -> list[str]:
        """Those silent for so long, each given to one asker; to another if that dies as well."""
        if time.monotonic() < self._away_until:
            return []

        def work(connection: Connection) -> list[str]:
            now = _now(connection)
            before = now - silent
            stale = {"before": before, "process": self.process}
            return [
                dead
                for dead in connection.execute(_STALE, stale).scalars().all()
                if connection.execute(
                    _TAKE, {"dead": dead, "before": before, "moment": now}
                ).rowcount
            ]

        return await self._database.write(work)

    async def forget(self, dead: str) -> None:
        """Its work is taken over."""
        gone = delete(ProcessRow).where(ProcessRow.id == dead)
        await self._database.write(lambda connection: connection.execute(gone))

    async def leave(self) -> None:
        """This process ends: what it has not finished may be taken over at once."""
        long_ago = {"process": self.process, "moment": datetime.fromtimestamp(0, UTC)}
        await self._database.write(lambda connection: connection.execute(_BEAT, long_ago))


def _now(connection: Connection) -> datetime:
    """One clock for all machines: the clocks of two may differ by more than a heartbeat."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return now
