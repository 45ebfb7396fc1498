"""What did a system not get? Deliveries that failed, and leads from before it was configured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, select
from sqlalchemy.orm import aliased

from storage.database import Database
from storage.given_up import GIVEN_UP
from storage.outbox import EVENTS, StoredOutbox
from storage.parcels import add_parcel
from storage.tables import DeliveryRow, HandoverRow

AT_ONCE = 50
"""So many are written in one transaction: others want to write as well."""
_FAILED = (
    select(
        DeliveryRow.id,
        DeliveryRow.system,
        HandoverRow.conversation,
        DeliveryRow.revision,
        HandoverRow.why,
        DeliveryRow.attempts,
        DeliveryRow.remedy,
        DeliveryRow.last_error,
        DeliveryRow.created_at,
    )
    .join(DeliveryRow.handover_row)
    .where(GIVEN_UP)
    .order_by(DeliveryRow.system, DeliveryRow.created_at, DeliveryRow.id)
)
_NEWER = aliased(HandoverRow)
_WANTED = HandoverRow.why.in_(bindparam("causes", expanding=True))
_NEWEST = ~(
    select(_NEWER.id)
    .where(
        _NEWER.id == HandoverRow.id,
        _NEWER.revision > HandoverRow.revision,
        _NEWER.why.in_(bindparam("causes", expanding=True)),
    )
    .exists()
)
_NEVER = ~(
    select(DeliveryRow.id)
    .where(DeliveryRow.handover == HandoverRow.id, DeliveryRow.system == bindparam("of"))
    .exists()
)
_MISSED = (
    select(HandoverRow.id, HandoverRow.revision)
    .where(_WANTED, _NEWEST, _NEVER)
    .order_by(HandoverRow.position)
    .limit(AT_ONCE)
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A delivery that is not tried any more."""

    id: str
    system: str
    conversation: str
    revision: int
    why: str
    """`qualified`, `update`, ..."""
    attempts: int
    remedy: str | None
    """What would help (agent.outbox.Remedy)."""
    last_error: str | None
    created_at: datetime


class Arrears:
    """Finds them, over all leads."""

    def __init__(self, database: Database, outbox: StoredOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def failed(self, system: str | None = None) -> tuple[Failure, ...]:
        """What failed, as far as nothing newer is on its way instead; oldest first."""
        wanted = _FAILED if system is None else _FAILED.where(DeliveryRow.system == system)
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        return tuple(Failure(**row._mapping) for row in rows)

    async def send_missed(
        self,
        system: str,
        now: datetime,
        *,
        conversation: str | None = None,
        since: datetime | None = None,
    ) -> int:
        """Send a system the newest state of the leads that it never heard of: of one, or of all
        that were handed over since then; how many.
        """
        query = _MISSED
        if conversation is not None:
            query = query.where(HandoverRow.conversation == conversation)
        if since is not None:
            query = query.where(HandoverRow.created_at >= since)
        total = 0
        while found := await self._database.write(
            lambda connection: self._send(connection, query, system, now)
        ):
            total += len(found)
        return total

    def _send(
        self,
        connection: Connection,
        query: Select[str, int],
        system: str,
        now: datetime,
    ) -> Sequence[str]:
        causes = [why for why in EVENTS if system in self._outbox.systems_for(why)]
        sent = []
        for row in connection.execute(query, {"of": system, "causes": causes}).all():
            parcel = add_parcel(connection, row.id, row.revision, system, now, now)
            self._outbox.enqueue(connection, self._outbox.job(parcel, system))
            sent.append(parcel)
        return sent
