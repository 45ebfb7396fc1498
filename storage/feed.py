"""What was said anywhere, since a moment ago? One query a second feeds every open socket.

Positions are given when a message is inserted, not when it is committed: on PostgreSQL a lower
position may become visible after a higher one. A position that was passed over is therefore looked
for again, until its transaction must be over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, or_, select

from agent.messages import Message
from agent.ports import Clock
from storage.database import Database
from storage.inbox import AUTHORS
from storage.tables import MessageRow

PATIENCE = timedelta(seconds=30)
"""No transaction takes longer; a position missing then belonged to one that was rolled back."""
MOST = 1000
"""Messages read at once."""

_NEWEST = select(func.coalesce(func.max(MessageRow.position), 0))
FRESH = (
    select(
        MessageRow.position,
        MessageRow.conversation,
        MessageRow.id,
        MessageRow.seq,
        MessageRow.author,
        MessageRow.text,
        MessageRow.at,
    )
    .where(
        MessageRow.position > bindparam("low"),
        or_(
            MessageRow.position > bindparam("after"),
            MessageRow.position.in_(bindparam("missing", expanding=True)),
        ),
    )
    .order_by(MessageRow.position)
    .limit(bindparam("most"))
)
"""`low` is below all that is wanted: without it either database would walk through every message
that there is, twice a second.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """A message and the conversation it belongs to."""

    conversation: str
    message: Message


class Feed:
    """Gives every message once, whichever process stored it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._after: int | None = None
        self._missing: dict[int, datetime] = {}

    async def fresh(self) -> tuple[Published, ...]:
        """The messages that have appeared since the last call; the first one gives none."""
        if self._after is None:
            self._after = await self._database.read(
                lambda connection: connection.execute(_NEWEST).scalar_one()
            )
            return ()
        fresh = list[Published]()
        more = True
        while more:
            page = await self._read(self._after)
            self._remember([position for position, _ in page], self._after)
            fresh += (published for _, published in page)
            more = len(page) == MOST
        return tuple(fresh)

    async def _read(self, after: int) -> list[tuple[int, Published]]:
        missing = list(self._missing)
        low = min([after, *(position - 1 for position in missing)])
        wanted = {"low": low, "after": after, "missing": missing, "most": MOST}

        def work(connection: Connection) -> list[tuple[int, Published]]:
            return [
                (position, Published(of, Message(identity, seq, AUTHORS[author], text, at)))
                for position, of, identity, seq, author, text, at in connection.execute(
                    FRESH, wanted
                )
            ]

        return await self._database.read(work)

    def _remember(self, seen: list[int], after: int) -> None:
        now = self._clock.now()
        newest = max([after, *seen])
        gone = {position for position, since in self._missing.items() if since < now - PATIENCE}
        for position in range(after + 1, newest):
            self._missing.setdefault(position, now)
        for position in gone.union(seen):
            self._missing.pop(position, None)
        self._after = newest
