"""Which systems take nothing until somebody does something? Noted as deliveries meet it.

One row a system: of many leads that are refused alike the first opens it, and has the admins told;
the first that gets through ends it, and the others follow.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, bindparam, select, update

from agent.outbox import Delivered, Failed, Outcome, Parcel, Remedy
from agent.ports import Job
from storage.database import Database
from storage.delivery_tables import StandstillRow
from storage.suppressions import inserting

KIND = "standstill"
"""The kind of job that tells the admins; its row is the system."""
QUIET: Mapping[Remedy, timedelta] = {
    "sign_in": timedelta(hours=1),
    "fix_configuration": timedelta(days=1),
}
"""What comes and goes is told no more often than this. Rights and settings may be wrong for some
leads alone, between which others get through."""
Stopped = Literal["sign_in", "fix_configuration"]
STOPPED: Mapping[str, Stopped] = {
    "sign_in": "sign_in",
    "fix_configuration": "fix_configuration",
}

Enqueue = Callable[[Connection, Job], None]

_OF = StandstillRow.system == bindparam("of")
_OPEN = _OF & StandstillRow.ended_at.is_(None)
_ROW = select(
    StandstillRow.since,
    StandstillRow.remedy,
    StandstillRow.why,
    StandstillRow.ended_at,
    StandstillRow.told_at,
)
_FOUND = _ROW.where(_OF).with_for_update()
_BEGIN = (
    update(StandstillRow)
    .where(_OF)
    .values(
        since=bindparam("began"),
        remedy=bindparam("helps"),
        why=bindparam("because"),
        ended_at=None,
    )
)
_END = (
    update(StandstillRow)
    .where(_OPEN)
    .values(ended_at=bindparam("moment"))
    .returning(StandstillRow.remedy)
)
_TOLD = update(StandstillRow).where(_OPEN).values(told_at=bindparam("moment"))


@dataclass(frozen=True, slots=True)
class Standstill:
    """A system that takes nothing just now."""

    system: str
    since: datetime
    remedy: Stopped
    why: str
    told_at: datetime | None
    """When the admins were told, of this one or of one before."""


class Standstills:
    """Looks them up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self) -> tuple[Standstill, ...]:
        """Those that have not ended, by system."""
        asked = (
            _ROW.add_columns(StandstillRow.system)
            .where(StandstillRow.ended_at.is_(None))
            .order_by(StandstillRow.system)
        )
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return tuple(
            Standstill(row.system, row.since, STOPPED[row.remedy], row.why, row.told_at)
            for row in rows
        )

    async def told(self, system: str, at: datetime) -> None:
        """The admins know of it."""
        changes = {"of": system, "moment": at}
        await self._database.write(lambda connection: connection.execute(_TOLD, changes))


def note_outcome(
    connection: Connection, parcel: Parcel, outcome: Outcome, now: datetime, enqueue: Enqueue
) -> bool:
    """In the transaction that records an attempt: whether it is the first since nobody could sign
    in to the system.
    """
    match outcome:
        case Delivered():
            return _ended(connection, parcel.system, now)
        case Failed(why=why, remedy="sign_in" | "fix_configuration" as remedy):
            if _begins(connection, parcel.system, remedy, why, now):
                key = f"{parcel.system}/{now.isoformat()}"
                enqueue(connection, Job(KIND, parcel.system, key=key))
    return False


def _ended(connection: Connection, system: str, now: datetime) -> bool:
    return connection.execute(_END, {"of": system, "moment": now}).scalar() == "sign_in"


def _begins(connection: Connection, system: str, remedy: Stopped, why: str, now: datetime) -> bool:
    """Whether the admins are to be told: it is new, and was not told a moment ago."""
    first = {"system": system, "since": now, "remedy": remedy, "why": why, "ended_at": now}
    new = inserting(connection, StandstillRow).values(**first)
    connection.execute(new.on_conflict_do_nothing(index_elements=["system"]))
    found = connection.execute(_FOUND, {"of": system}).one()
    if found.ended_at is None and found.remedy in (remedy, "sign_in"):
        return False
    began = {"of": system, "began": now, "helps": remedy, "because": why}
    connection.execute(_BEGIN, began)
    is_worse = found.ended_at is None  # who cannot sign in any more has more to do
    return is_worse or found.told_at is None or now - found.told_at >= QUIET[remedy]
