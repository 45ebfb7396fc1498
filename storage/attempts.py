"""How often has somebody tried? Counted in the database: all processes of a firm know of each try.

Each key is one bucket and one number: the moment when it will be full again.
"""

import hashlib
import hmac

from sqlalchemy import Connection, delete, select, update

from agent.ports import Clock
from storage.access_tables import AttemptRow
from storage.database import Database
from storage.suppressions import inserting

MARK = 12
"""Hexadecimal digits that tell accounts apart."""


class Attempts:
    """Takes a try out of a bucket, or says how long to wait for one."""

    def __init__(self, database: Database, clock: Clock, secret: str) -> None:
        """`secret`: what keys are hashed with, for they name accounts and addresses."""
        self._database = database
        self._clock = clock
        self._secret = secret.encode()

    def mark(self, of: str) -> str:
        """A short digest under which the same account or address is known again, and no other."""
        return self._digest(f"mark:{of}")[:MARK]

    def _digest(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()

    async def take(self, key: str, *, burst: int, seconds: float) -> float:
        """0.0 when there was one to take, else the seconds until there is. So many at once
        (`burst`), then one in `seconds`.
        """
        now = self._clock.now().timestamp()
        mark = self._digest(f"attempt:{key}")

        def work(connection: Connection) -> float:
            connection.execute(delete(AttemptRow).where(AttemptRow.full_at < now))
            connection.execute(
                inserting(connection, AttemptRow)
                .values(mark=mark, full_at=now)
                .on_conflict_do_nothing()
            )
            row = select(AttemptRow.full_at).where(AttemptRow.mark == mark).with_for_update()
            full_at = max(now, connection.execute(row).scalar_one()) + seconds
            wait = full_at - now - burst * seconds
            if wait > 1e-6:
                return wait
            connection.execute(
                update(AttemptRow).where(AttemptRow.mark == mark).values(full_at=full_at)
            )
            return 0.0

        return await self._database.write(work)
