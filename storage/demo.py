"""Are there made-up leads among the real ones? They are marked one by one, and removed as one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.database import Database
from storage.demo_copy import Rows, add_shares, whose, write_rows
from storage.demo_tables import DemoLeadRow, DemoSetRow
from storage.holdings import HELD
from storage.routing_tables import DebtRow, ShareRow
from storage.tables import ConversationRow

SET = "demo"
TOGETHER = 50
"""Leads written or removed in one transaction: nobody who writes waits long for it."""
State = Literal["making", "there", "removed"]

_ONE = select(DemoSetRow).where(DemoSetRow.id == SET)
_COUNT = select(func.count()).select_from(DemoLeadRow)
_SOME = select(DemoLeadRow.conversation).order_by(DemoLeadRow.conversation).limit(TOGETHER)
_ANY_LEAD = select(ConversationRow.id).limit(1)
_NOBODY = ~select(ConversationRow.id).exists()


class NotEmpty(Exception):
    """There are real leads, or the demo was made before: demo leads are for an empty database."""


@dataclass(frozen=True, slots=True)
class DemoSet:
    """The demo leads as a whole."""

    state: State
    seed: int
    leads: int
    began_at: datetime
    ended_at: datetime | None

    @property
    def shown(self) -> bool:
        """Whether some of the leads that people see are made up."""
        return self.state != "removed" or self.leads > 0


class DemoLeads:
    """Keeps made-up leads apart."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self) -> DemoSet | None:
        """The set; None where there never was one."""

        def work(connection: Connection) -> DemoSet | None:
            row = connection.execute(_ONE).first()
            if row is None:
                return None
            leads = connection.execute(_COUNT).scalar_one()
            return DemoSet(cast(State, row.state), row.seed, leads, row.began_at, row.ended_at)

        return await self._database.read(work)

    async def begin(self, seed: int, now: datetime, *, again: bool = False) -> None:
        """They are about to be made; `again`: although they were removed before. Raises NotEmpty.

        Of two processes that start together one begins: the row is there once.
        """

        def work(connection: Connection) -> None:
            row = connection.execute(_ONE).first()
            if row is not None and row.state == "removed" and again:
                connection.execute(delete(DemoSetRow))
                row = None
            if row is not None or connection.execute(_ANY_LEAD).first() is not None:
                raise NotEmpty
            values = {"id": SET, "state": "making", "seed": seed, "shares": "[]", "began_at": now}
            connection.execute(insert(DemoSetRow), values)

        await self._database.write(work)

    async def add(self, leads: Sequence[str], rows: Rows) -> None:
        """Some of them, marked in the same transaction."""

        def work(connection: Connection) -> None:
            write_rows(connection, rows)
            connection.execute(insert(DemoLeadRow), [{"conversation": one} for one in leads])

        await self._database.write(work)

    async def add_shares(self, shares: Sequence[dict[str, Any]]) -> None:
        """What our own people got of them."""

        def work(connection: Connection) -> None:
            add_shares(connection, shares)
            known = json.loads(connection.execute(_ONE.with_for_update()).one().shares)
            written = known + [{**one, "day": one["day"].isoformat()} for one in shares]
            _change(connection, shares=json.dumps(written))

        await self._database.write(work)

    async def finish(self, now: datetime) -> None:
        """All of them are there."""
        await self._database.write(
            lambda connection: _change(connection, state="there", ended_at=now)
        )

    async def remove(self, now: datetime) -> int:
        """Take every one of them away with all that is held of it; how many there were."""
        removed = 0
        while some := await self._database.write(_remove_some):
            removed += some
        await self._database.write(lambda connection: _end(connection, now))
        return removed


def _remove_some(connection: Connection) -> int:
    leads = connection.execute(_SOME).scalars().all()
    for table, theirs in HELD.items() if leads else ():
        connection.execute(delete(table).where(theirs), whose(leads))
    return len(leads)


def _end(connection: Connection, now: datetime) -> None:
    """Whose turn it is among our own people is theirs again."""
    row = connection.execute(_ONE).first()
    if row is None:
        return
    for one in json.loads(row.shares):
        taken = {"got": ShareRow.got - one["got"], "due": ShareRow.due - one["due"]}
        connection.execute(update(ShareRow).where(*_share(one)).values(**taken))
    connection.execute(delete(ShareRow).where(ShareRow.got <= 0, ShareRow.due <= 0))
    connection.execute(delete(DebtRow).where(_NOBODY))
    _change(connection, state="removed", shares="[]", ended_at=now)


def _share(one: dict[str, Any]) -> tuple[Any, ...]:
    day = date.fromisoformat(one["day"])
    return ShareRow.day == day, ShareRow.team == one["team"], ShareRow.person == one["person"]


def _change(connection: Connection, **values: object) -> None:
    connection.execute(
        update(DemoSetRow).where(DemoSetRow.id == bindparam("of_set")).values(**values),
        {"of_set": SET},
    )
