"""What happened to a lead's deliveries? Each attempt and each request, as people read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from agent.ledger import Line
from agent.outbox import Brief, Owner, Remedy
from storage.database import Database
from storage.delivery_tables import DeliveryCallRow, PreparationRow
from storage.endings import ENDED, Ended
from storage.outbox import BRIEF, OWNER
from storage.tables import DeliveryRow, HandoverRow
from storage.waits import REMEDIES

_DELIVERIES = (
    select(
        DeliveryRow.id,
        DeliveryRow.handover,
        DeliveryRow.revision,
        DeliveryRow.system,
        DeliveryRow.state,
        DeliveryRow.attempts,
        DeliveryRow.next_at,
        DeliveryRow.last_error,
        DeliveryRow.remedy,
        DeliveryRow.response,
        DeliveryRow.created_at,
        DeliveryRow.delivered_at,
        HandoverRow.why,
        PreparationRow.owner,
        PreparationRow.brief,
        PreparationRow.trouble,
    )
    .join(DeliveryRow.handover_row)
    .outerjoin(
        PreparationRow,
        (PreparationRow.handover == DeliveryRow.handover)
        & (PreparationRow.revision == DeliveryRow.revision),
    )
    .where(HandoverRow.conversation == bindparam("lead"))
    .order_by(HandoverRow.position, DeliveryRow.system)
)
_LINES = (
    select(
        DeliveryCallRow.parcel,
        DeliveryCallRow.attempt,
        DeliveryCallRow.step,
        DeliveryCallRow.method,
        DeliveryCallRow.path,
        DeliveryCallRow.status,
        DeliveryCallRow.why,
        DeliveryCallRow.milliseconds,
        DeliveryCallRow.at,
    )
    .where(DeliveryCallRow.parcel.in_(bindparam("parcels", expanding=True)))
    .order_by(DeliveryCallRow.position)
)


@dataclass(frozen=True, slots=True)
class Story:
    """One revision on its way to one system."""

    id: str
    handover: str
    revision: int
    why: str
    """`qualified`, `update`, ..."""
    system: str
    state: str
    attempts: int
    next_at: datetime | None
    last_error: str | None
    remedy: Remedy | None
    """What would help, where it failed or waits for it."""
    response: str | None
    created_at: datetime
    delivered_at: datetime | None
    owner: Owner | None
    brief: Brief | None
    trouble: str | None
    """Why it went out without an owner or a brief."""
    lines: tuple[Line, ...]
    """Its requests, oldest first."""
    ends: tuple[Ended, ...]
    """How its attempts ended."""


class Stories:
    """Tells them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, conversation: str) -> tuple[Story, ...]:
        """All deliveries of a lead, oldest first."""

        def work(connection: Connection) -> tuple[Story, ...]:
            rows = connection.execute(_DELIVERIES, {"lead": conversation}).mappings().all()
            lines = _lines(connection, [row["id"] for row in rows])
            return tuple(
                Story(
                    **{
                        **row,
                        "remedy": REMEDIES.get(row["remedy"] or ""),
                        "owner": OWNER.validate_json(row["owner"]) if row["owner"] else None,
                        "brief": BRIEF.validate_json(row["brief"]) if row["brief"] else None,
                        "lines": tuple(one for one in told if one.step != ENDED),
                        "ends": tuple(_end(one) for one in told if one.step == ENDED),
                    }
                )
                for row in rows
                for told in [lines.get(row["id"], [])]
            )

        return await self._database.read(work)


def _end(line: Line) -> Ended:
    return Ended(line.attempt, line.at, line.why or "")


def _lines(connection: Connection, parcels: Sequence[str]) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    if parcels:
        for row in connection.execute(_LINES, {"parcels": parcels}).mappings():
            line = {name: value for name, value in row.items() if name != "parcel"}
            found.setdefault(row["parcel"], []).append(Line(**line))
    return found
