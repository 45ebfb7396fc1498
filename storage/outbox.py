"""What leaves for sales? A hand-over's revision and its parcels, written with the turn.

Where owners are assigned or briefs are written, that comes first, as a job of its own; the parcels
follow in the transaction that keeps what it made (agent/preparing.py).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, func, insert, select, update

from agent.outbox import (
    SALES,
    URGES,
    WAYS,
    Brief,
    Event,
    Outcome,
    Owner,
    Parcel,
)
from agent.ports import Job
from agent.preparing import KIND as PREPARE
from qualification.handover import Handover
from qualification.values import Json
from storage.database import Database
from storage.delivery_tables import PreparationRow
from storage.documents import object_text
from storage.endings import note_end
from storage.parcels import (
    KIND,
    PUT_BACK,
    RECORD,
    TAKE,
    UNDER_WAY,
    Move,
    add_parcel,
    fate_of,
    hasten,
    job_key,
    urge,
)
from storage.standstills import failing_since, note_outcome
from storage.tables import DeliveryRow, HandoverRow
from storage.visit_tables import VisitConsentRow

GATHER = timedelta(seconds=20)
"""A change waits so long for more changes, which take its place; a new hand-over does not wait."""

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

EVENTS: dict[str, Event] = {
    "qualified": "lead.qualified",
    "update": "lead.updated",
    "wants_human": "lead.needs_person",
    "support": "lead.needs_person",
    "nurture": "lead.nurture",
    "withdrawn": "lead.withdrawn",
    "outcome": "lead.outcome",
}
APART = frozenset(why for why, event in EVENTS.items() if event not in SALES)
"""What sales never sees of a lead (storage/aftercare.py)."""
HOLD = (
    select(HandoverRow.position)
    .where(HandoverRow.id == bindparam("handover"))
    .order_by(HandoverRow.position)
    .with_for_update()
)
"""Two conversations of one person share a hand-over: they add to it one after the other."""
NEWEST = select(func.max(HandoverRow.revision)).where(HandoverRow.id == bindparam("handover"))
_WAITING_CHANGES = (
    select(DeliveryRow.id, DeliveryRow.system, DeliveryRow.attempts, DeliveryRow.next_at)
    .join(DeliveryRow.handover_row)
    .where(DeliveryRow.handover == bindparam("handover"), UNDER_WAY, HandoverRow.why == "update")
)
_SUPERSEDE = (
    update(DeliveryRow)
    .where(DeliveryRow.id == bindparam("parcel"), UNDER_WAY)
    .values(state="superseded", next_at=None)
)
_REVISION = (HandoverRow.id == bindparam("handover")) & (
    HandoverRow.revision == bindparam("of_revision")
)
_MEASURED = (
    select(VisitConsentRow.kind)
    .where(VisitConsentRow.conversation == HandoverRow.conversation)
    .order_by(VisitConsentRow.position.desc())
    .limit(1)
    .correlate(HandoverRow)
    .scalar_subquery()
)
_BODY = (
    select(
        HandoverRow.payload,
        HandoverRow.why,
        PreparationRow.owner,
        PreparationRow.brief,
        _MEASURED.label("measured"),
    )
    .outerjoin(
        PreparationRow,
        (PreparationRow.handover == HandoverRow.id)
        & (PreparationRow.revision == HandoverRow.revision),
    )
    .where(_REVISION)
)
_NEWEST_OF_LEAD = (
    select(
        HandoverRow.id,
        HandoverRow.revision,
        HandoverRow.payload,
        HandoverRow.why,
        PreparationRow.owner,
        PreparationRow.brief,
        _MEASURED.label("measured"),
    )
    .outerjoin(
        PreparationRow,
        (PreparationRow.handover == HandoverRow.id)
        & (PreparationRow.revision == HandoverRow.revision),
    )
    .where(
        HandoverRow.conversation == bindparam("lead"),
        HandoverRow.why.in_(bindparam("causes", expanding=True)),
    )
    .order_by(HandoverRow.position.desc())
    .limit(1)
)
OWNER = TypeAdapter(Owner)
BRIEF = TypeAdapter(Brief)
_DUE = select(DeliveryRow.next_at).where(DeliveryRow.id == bindparam("parcel"), UNDER_WAY)


class StoredOutbox:
    """agent.outbox.Outbox over the database, and what a turn's transaction adds to it."""

    def __init__(
        self,
        database: Database,
        enqueue: Enqueue,
        systems: Sequence[str],
        base_url: str,
        *,
        lanes: Collection[str] = (),
        prepares: bool = False,
        wants: Mapping[str, Collection[Event]] | None = None,
        move: Move | None = None,
    ) -> None:
        """`systems`: those that are configured; a hand-over makes a parcel for each. `lanes`: those
        whose jobs have limits of their own. `prepares`: owners are assigned, or briefs written.
        `wants`: which events a system gets, where that is not what sales gets. `move`: has a job
        that waits done at another time; without it whoever is hurried is looked at by nobody.
        """
        self._database = database
        self.enqueue = enqueue
        self._systems = tuple(systems)
        self._lanes = frozenset(lanes)
        self._prepares = prepares
        self._wants = dict(wants or {})
        self._move = move
        self._base_url = base_url.rstrip("/")

    def new_handover(self) -> str:
        """An id for a lead that is handed over for the first time."""
        return uuid4().hex

    def hand_over(
        self,
        connection: Connection,
        identity: str,
        conversation: str,
        handover: Handover,
        at: datetime,
    ) -> None:
        """Write the next revision, its parcels and their jobs in the caller's transaction."""
        connection.execute(HOLD, {"handover": identity}).all()
        newest = connection.execute(NEWEST, {"handover": identity}).scalar()
        revision = 1 if newest is None else newest + 1
        payload = self.payload(identity, revision, conversation, handover, at)
        why = handover.why
        self.write_revision(connection, identity, revision, conversation, why, payload, at)
        due = self.supersede(connection, identity, at)
        soonest = at + GATHER if why == "update" else at
        self.send_revision(connection, identity, revision, why, at, soonest, due)

    async def take(self, parcel: str, now: datetime) -> Parcel | datetime | None:
        """Begin an attempt; when to come back if it is not due; None if nothing is to be done."""

        def work(connection: Connection) -> Parcel | datetime | None:
            row = connection.execute(TAKE, {"parcel": parcel, "moment": now}).first()
            if row is None:
                return connection.execute(_DUE, {"parcel": parcel}).scalar()
            handover = connection.execute(
                _BODY, {"handover": row.handover, "of_revision": row.revision}
            ).one()
            failing = failing_since(connection, row.system)
            passed = row.trouble is not None and row.trouble != failing
            return Parcel(
                id=parcel,
                system=row.system,
                event=EVENTS[handover.why],
                body=handover.payload,
                attempt=row.attempts,
                tries=row.tries,
                owner=OWNER.validate_json(handover.owner) if handover.owner else None,
                brief=BRIEF.validate_json(handover.brief) if handover.brief else None,
                unmeasured=handover.measured == "withdrawn",
                unsaid=row.unsaid,
                waiting_since=row.waiting_since,
                urged=URGES.get(row.urged or ""),
                due=row.next_at,
                failing_since=failing,
                others_pass=passed,
                alone=row.alone + int(passed),
            )

        return await self._database.write(work)

    async def record(
        self, parcel: Parcel, outcome: Outcome, now: datetime, next_at: datetime | None
    ) -> bool:
        """Write down how the attempt ended; a newer attempt's outcome is not overwritten. True
        where it got through and others wait for just that.
        """
        changes = {
            "parcel": parcel.id,
            "attempt": parcel.attempt,
            **fate_of(parcel, outcome, now, next_at),
        }

        def work(connection: Connection) -> bool:
            waits = next_at is not None
            noted = note_outcome(connection, parcel, outcome, now, self.enqueue, waits=waits)
            connection.execute(RECORD, {**changes, "new_trouble": noted.trouble})
            note_end(connection, parcel, outcome, now)
            return noted.passes_again

        return await self._database.write(work)

    async def follow(self, system: str, now: datetime) -> None:
        """Those that wait for the system go out now."""
        await hasten(self._database, system, now, self._move)

    async def urge(self, system: str, now: datetime, parcel: str | None = None) -> bool:
        """Have a parcel that waits for the system sent now: this one, or the one that has waited
        longest, whom the others follow once it gets through. False where none waits.
        """
        return await urge(self._database, system, now, self._move, parcel)

    async def put_back(self, parcel: str, now: datetime) -> bool:
        """Send a failed one again from the start; False when it is not failed."""

        def work(connection: Connection) -> bool:
            again = connection.execute(PUT_BACK, {"parcel": parcel, "moment": now}).first()
            if again is None:
                return False
            job = self.job(parcel, again.system, key=job_key(parcel, again.round))
            self.enqueue(connection, job)
            return True

        return await self._database.write(work)

    def write_revision(
        self,
        connection: Connection,
        identity: str,
        revision: int,
        conversation: str,
        why: str,
        payload: str,
        at: datetime,
    ) -> None:
        """Add a revision, in a transaction that holds the hand-over."""
        connection.execute(
            insert(HandoverRow),
            {
                "id": identity,
                "revision": revision,
                "conversation": conversation,
                "why": why,
                "payload": payload,
                "created_at": at,
            },
        )

    def send_revision(
        self,
        connection: Connection,
        identity: str,
        revision: int,
        why: str,
        at: datetime,
        soonest: datetime,
        due: Mapping[str, datetime],
    ) -> None:
        """A parcel for each system that wants it; `due`: those whose time an earlier change has
        passed on.
        """
        times = {
            system: min(soonest, due.get(system, soonest)) if soonest > at else at
            for system in self.systems_for(why)
        }
        prepares = self._prepares and EVENTS[why] in SALES
        for system, first_try in times.items():
            parcel = add_parcel(connection, identity, revision, system, first_try, at)
            if not prepares:
                wait_until = first_try if first_try > at else None
                self.enqueue(connection, self.job(parcel, system, at=wait_until))
        if prepares:
            first = min(times.values(), default=soonest)
            job = Job(PREPARE, f"{identity}.{revision}", at=first if first > at else None)
            self.enqueue(connection, job)

    def amend(self, connection: Connection, identity: str, revision: int, at: datetime) -> None:
        """A parcel of a revision that is prepared already, for each system that can change what it
        has: who was told by e-mail or by text is not told again.
        """
        for system in self.systems_for("update"):
            if system not in WAYS:
                parcel = add_parcel(connection, identity, revision, system, at, at)
                self.enqueue(connection, self.job(parcel, system))

    def job(
        self, parcel: str, system: str, *, key: str | None = None, at: datetime | None = None
    ) -> Job:
        """The job that sends a parcel."""
        lane = system if system in self._lanes else None
        return Job(KIND, parcel, key=key, at=at, lane=lane)

    async def look(self, conversation: str, system: str) -> Parcel | None:
        """The newest revision of a lead's hand-over as a parcel that nobody sends; None when there
        is no hand-over.
        """
        wanted = self._wants.get(system, SALES)
        causes = [why for why, event in EVENTS.items() if event in wanted]
        of = {"lead": conversation, "causes": causes}
        row = await self._database.read(
            lambda connection: connection.execute(_NEWEST_OF_LEAD, of).first()
        )
        if row is None:
            return None
        return Parcel(
            id=f"{row.id}.{row.revision}.{system}",
            system=system,
            event=EVENTS[row.why],
            body=row.payload,
            attempt=0,
            tries=0,
            owner=OWNER.validate_json(row.owner) if row.owner else None,
            brief=BRIEF.validate_json(row.brief) if row.brief else None,
            unmeasured=row.measured == "withdrawn",
        )

    def supersede(self, connection: Connection, handover: str, at: datetime) -> dict[str, datetime]:
        """Changes that have not arrived need not arrive any more; when the next one may be sent.

        What has never been tried passes its own time on: changes without end are still sent.
        """
        due = dict[str, datetime]()
        for one in connection.execute(_WAITING_CHANGES, {"handover": handover}).all():
            connection.execute(_SUPERSEDE, {"parcel": one.id})
            if one.attempts == 0 and one.next_at is not None:
                due[one.system] = max(at, one.next_at)
        return due

    def systems_for(self, why: str) -> tuple[str, ...]:
        """Those that are configured and want to know of it."""
        event = EVENTS[why]
        return tuple(one for one in self._systems if event in self._wants.get(one, SALES))

    def payload(
        self,
        identity: str,
        revision: int,
        conversation: str,
        handover: Handover,
        at: datetime,
    ) -> str:
        """The body of a revision."""
        links: dict[str, Json] = {
            "lead": f"{self._base_url}/console/leads/{conversation}",
            "api": f"{self._base_url}/api/leads/{conversation}",
        }
        return object_text(
            handover,
            id=identity,
            revision=revision,
            created_at=at.isoformat(),
            conversation=conversation,
            links=links,
        )
