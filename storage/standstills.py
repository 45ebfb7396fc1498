"""Which systems let nobody through, and until somebody does something? As deliveries meet it.

One row a system: of many leads that are refused alike the first opens it, and has the admins told;
the first that gets through ends it, and the others follow. What passes by itself is told of after
an hour.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, bindparam, func, select, update

from agent.outbox import ALONE, Delivered, Failed, Outcome, Parcel, Remedy, RetryAt
from agent.ports import Job
from storage.database import Database
from storage.delivery_tables import StandstillRow
from storage.suppressions import inserting

KIND = "standstill"
"""The kind of job that tells the admins; its row is the system."""
QUIET: Mapping[Remedy, timedelta] = {
    "sign_in": timedelta(hours=1),
    "fix_configuration": timedelta(days=1),
    "down": timedelta(hours=1),
}
"""What comes and goes is told no more often than this. Rights and settings may be wrong for some
leads alone, between which others get through."""
DOWN = timedelta(hours=1)
"""A system that has let nobody through for so long is told of."""
OUTAGE = timedelta(minutes=1)
"""Where nobody got through for so long, all that wait follow whoever does: their pauses may be
hours by then. What failed for a moment comes back by itself."""
Stopped = Literal["down", "fix_configuration", "sign_in"]
STOPPED: Mapping[str, Stopped] = {
    "down": "down",
    "fix_configuration": "fix_configuration",
    "sign_in": "sign_in",
}
"""The least first: a worse one takes the place of one that has not ended."""
_WORSE = tuple(STOPPED)

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
_TROUBLED = (
    select(StandstillRow.remedy, StandstillRow.ended_at, StandstillRow.failing_since)
    .where(_OF, StandstillRow.ended_at.is_(None) | StandstillRow.failing_since.is_not(None))
    .with_for_update()
)
_END = (
    update(StandstillRow)
    .where(_OF)
    .values(ended_at=func.coalesce(StandstillRow.ended_at, bindparam("moment")), failing_since=None)
)
_FAILING = select(StandstillRow.failing_since).where(_OF)
_FAIL = (
    update(StandstillRow)
    .where(_OF)
    .values(failing_since=func.coalesce(StandstillRow.failing_since, bindparam("moment")))
    .returning(StandstillRow.failing_since)
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


@dataclass(frozen=True, slots=True)
class Noted:
    """What an attempt says of its system."""

    passes_again: bool = False
    """It is the first that gets through, and others wait; or somebody tried it for them."""
    trouble: datetime | None = None
    """It waits, and nobody has got through since then."""


def failing_since(connection: Connection, system: str) -> datetime | None:
    """Since when nobody gets through, and somebody waits; None where the last one did."""
    return connection.execute(_FAILING, {"of": system}).scalar()


def note_outcome(
    connection: Connection,
    parcel: Parcel,
    outcome: Outcome,
    now: datetime,
    enqueue: Enqueue,
    *,
    waits: bool,
) -> Noted:
    """In the transaction that records an attempt. `waits`: there will be another."""
    system, trouble = parcel.system, None
    if isinstance(outcome, Delivered):
        again = outcome.asked and _passes_again(connection, system, now)
        return Noted(passes_again=again or parcel.urged == "person")
    if waits:
        trouble = _troubled(connection, system, now)
    found = _stops(outcome, trouble, now) if parcel.alone < ALONE else None
    if found is not None and _begins(connection, system, *found, outcome.why, now):
        enqueue(connection, Job(KIND, system, key=f"{system}/{now.isoformat()}"))
    return Noted(trouble=trouble)


def _stops(
    outcome: Failed | RetryAt, trouble: datetime | None, now: datetime
) -> tuple[Stopped, datetime] | None:
    """What the system stands still for, and since when."""
    match outcome:
        case Failed(remedy="sign_in" | "fix_configuration" as remedy):
            return remedy, now
        case RetryAt() if trouble is not None and now - trouble >= DOWN:
            return "down", trouble
    return None


def _passes_again(connection: Connection, system: str, now: datetime) -> bool:
    found = connection.execute(_TROUBLED, {"of": system}).first()
    if found is None:
        return False
    connection.execute(_END, {"of": system, "moment": now})
    waited = found.ended_at is None and found.remedy != "fix_configuration"
    return waited or (found.failing_since is not None and now - found.failing_since >= OUTAGE)


def _troubled(connection: Connection, system: str, now: datetime) -> datetime:
    """Since when nobody gets through: since now, where the last one did."""
    since = failing_since(connection, system)
    if since is None:
        _add(connection, system, "down", "", now)
        since = connection.execute(_FAIL, {"of": system, "moment": now}).scalar_one()
    return since or now


def _add(connection: Connection, system: str, remedy: Stopped, why: str, now: datetime) -> None:
    """A row for the system, if it has none; it stands for nothing yet."""
    first = {"system": system, "since": now, "remedy": remedy, "why": why, "ended_at": now}
    new = inserting(connection, StandstillRow).values(**first)
    connection.execute(new.on_conflict_do_nothing(index_elements=["system"]))


def _begins(
    connection: Connection,
    system: str,
    remedy: Stopped,
    since: datetime,
    why: str,
    now: datetime,
) -> bool:
    """Whether the admins are to be told: it is new, and was not told a moment ago."""
    _add(connection, system, remedy, why, now)
    found = connection.execute(_FOUND, {"of": system}).one()
    is_open = found.ended_at is None
    if is_open and _WORSE.index(found.remedy) >= _WORSE.index(remedy):
        return False
    began = {"of": system, "began": since, "helps": remedy, "because": why}
    connection.execute(_BEGIN, began)
    # who cannot sign in any more has more to do than before
    return is_open or found.told_at is None or now - found.told_at >= QUIET[remedy]
