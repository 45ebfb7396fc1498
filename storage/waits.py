"""What waits for each system, since when and until when, and what was given up? Over all leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from agent.outbox import Remedy
from storage.database import Database
from storage.delivery_tables import StandstillRow
from storage.given_up import GIVEN_UP
from storage.tables import DeliveryRow

MOST = 500
"""So many are sent again at once by hand."""
REMEDIES: Mapping[str, Remedy] = {
    "sign_in": "sign_in",
    "fix_configuration": "fix_configuration",
    "fix_data": "fix_data",
    "final": "final",
    "down": "down",
}

_WAITS = DeliveryRow.state == "retrying"
_WAITING = (
    select(
        DeliveryRow.system,
        func.count(DeliveryRow.handover.distinct()),
        func.min(DeliveryRow.waiting_since),
        func.min(DeliveryRow.next_at),
    )
    .where(_WAITS)
    .group_by(DeliveryRow.system)
    .order_by(DeliveryRow.system)
)
_LEFT = (
    select(DeliveryRow.system, DeliveryRow.remedy, func.count(DeliveryRow.handover.distinct()))
    .where(GIVEN_UP)
    .group_by(DeliveryRow.system, DeliveryRow.remedy)
    .order_by(DeliveryRow.system, DeliveryRow.remedy)
)
_FIRST = (
    select(DeliveryRow.last_error, DeliveryRow.remedy)
    .where(_WAITS, DeliveryRow.system == bindparam("of"))
    .order_by(DeliveryRow.remedy.is_(None), DeliveryRow.created_at, DeliveryRow.id)
    .limit(1)
)
_DOWN = select(StandstillRow.system).where(
    StandstillRow.remedy == "down", StandstillRow.ended_at.is_(None)
)
_NEWEST = (
    select(DeliveryRow.last_error)
    .where(
        GIVEN_UP,
        DeliveryRow.system == bindparam("of"),
        func.coalesce(DeliveryRow.remedy, "") == bindparam("helps"),
    )
    .order_by(DeliveryRow.created_at.desc(), DeliveryRow.id)
    .limit(1)
)
_AGAIN = (
    select(DeliveryRow.id)
    .where(GIVEN_UP, DeliveryRow.system == bindparam("of"))
    .order_by(DeliveryRow.created_at, DeliveryRow.id)
    .limit(MOST)
)
_REASONS = select(DeliveryRow.id, DeliveryRow.last_error).where(
    DeliveryRow.id.in_(bindparam("parcels", expanding=True)), _WAITS
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Leads that wait for one system."""

    system: str
    leads: int
    since: datetime | None
    """None where an older version of us let them wait."""
    next_at: datetime | None
    """When the first of them is tried again."""
    why: str
    """Of the one that has waited longest, of those that wait for somebody if there are any."""
    remedy: Remedy | None
    """None where it passes by itself."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Leads that are not sent to one system any more, until somebody does something."""

    system: str
    leads: int
    why: str
    """Of the newest."""
    remedy: Remedy | None
    """None where it was tried in vain, or an older version of us gave it up."""


class Waits:
    """Looks it up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self) -> tuple[Waiting, ...]:
        """By system."""

        def work(connection: Connection) -> tuple[Waiting, ...]:
            found = list[Waiting]()
            down = frozenset(connection.execute(_DOWN).scalars())
            for system, leads, since, next_at in connection.execute(_WAITING).all():
                first = connection.execute(_FIRST, {"of": system}).one()
                helps = first.remedy or ("down" if system in down else "")
                why, remedy = first.last_error or "", REMEDIES.get(helps)
                found.append(Waiting(system, leads, since, next_at, why, remedy))
            return tuple(found)

        return await self._database.read(work)

    async def given_up(self) -> tuple[GivenUp, ...]:
        """By system and remedy, but for those that a newer revision has taken the place of."""

        def work(connection: Connection) -> tuple[GivenUp, ...]:
            found = list[GivenUp]()
            for system, remedy, leads in connection.execute(_LEFT).all():
                asked = {"of": system, "helps": remedy or ""}
                why = connection.execute(_NEWEST, asked).scalar() or ""
                found.append(GivenUp(system, leads, why, REMEDIES.get(remedy or "")))
            return tuple(found)

        return await self._database.read(work)

    async def failed(self, system: str) -> Sequence[str]:
        """Parcels of it that were given up, oldest first; no more than are sent at once."""
        return await self._database.read(
            lambda connection: connection.execute(_AGAIN, {"of": system}).scalars().all()
        )

    async def reasons(self, parcels: Sequence[str]) -> Mapping[str, str]:
        """Why these wait, those that do."""
        asked = {"parcels": list(parcels)}
        rows = await self._database.read(
            lambda connection: connection.execute(_REASONS, asked).all() if parcels else []
        )
        return {row.id: row.last_error or "" for row in rows}
