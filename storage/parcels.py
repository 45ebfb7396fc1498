"""How does a parcel stand in the table of deliveries? As it is added, after an attempt, hurried."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from agent.outbox import ALONE, Delivered, Failed, Outcome, Parcel, RetryAt, Urge
from storage.database import Database
from storage.tables import DeliveryRow

KIND = "deliver"
"""The kind of job that sends a parcel; its row is the delivery's id."""
AT_ONCE = 50
"""So many are hurried in one transaction: others want to write as well."""

Move = Callable[[Connection, str, str, datetime], bool]
"""Has a job of a kind with a key done at another time (storage.jobs.DurableJobs.move)."""

UNDER_WAY = DeliveryRow.state.in_(("queued", "retrying"))
TAKE = (
    update(DeliveryRow)
    .where(
        DeliveryRow.id == bindparam("parcel"),
        UNDER_WAY,
        func.coalesce(DeliveryRow.next_at, bindparam("moment")) <= bindparam("moment"),
    )
    .values(attempts=DeliveryRow.attempts + 1, tries=DeliveryRow.tries + 1)
    .returning(
        DeliveryRow.system,
        DeliveryRow.attempts,
        DeliveryRow.tries,
        DeliveryRow.handover,
        DeliveryRow.revision,
        DeliveryRow.unsaid,
        DeliveryRow.waiting_since,
        DeliveryRow.urged,
        DeliveryRow.next_at,
        DeliveryRow.alone,
        DeliveryRow.trouble,
    )
)
RECORD = (
    update(DeliveryRow)
    .where(
        DeliveryRow.id == bindparam("parcel"),
        DeliveryRow.attempts == bindparam("attempt"),
        or_(DeliveryRow.state != "superseded", bindparam("new_state") == "delivered"),
    )
    .values(
        state=bindparam("new_state"),
        next_at=bindparam("new_next_at"),
        last_error=bindparam("new_error"),
        response=bindparam("new_response"),
        delivered_at=bindparam("new_delivered_at"),
        remedy=bindparam("new_remedy"),
        waiting_since=bindparam("new_waiting_since"),
        unsaid=bindparam("new_unsaid"),
        alone=bindparam("new_alone"),
        trouble=bindparam("new_trouble"),
        urged=None,
        tries=DeliveryRow.tries - bindparam("not_counted"),
    )
)
PUT_BACK = (
    update(DeliveryRow)
    .where(DeliveryRow.id == bindparam("parcel"), DeliveryRow.state == "failed")
    .values(
        state="queued",
        tries=0,
        unsaid=0,
        alone=0,
        trouble=None,
        waiting_since=None,
        remedy=None,
        urged="person",
        round=DeliveryRow.round + 1,
        next_at=bindparam("moment"),
    )
    .returning(DeliveryRow.round, DeliveryRow.system)
)
_LATER = (DeliveryRow.system == bindparam("of")) & (DeliveryRow.state == "retrying")
_DUE_LATER = _LATER & (DeliveryRow.next_at > bindparam("moment"))
_COLUMNS = (DeliveryRow.id, DeliveryRow.round)
_SOME = select(*_COLUMNS).where(_DUE_LATER).order_by(DeliveryRow.created_at, DeliveryRow.id)
_OTHERS = _SOME.where(DeliveryRow.alone < ALONE)
"""Whom others are to follow; who is refused alone would be refused with each of them."""
_FIRST = (
    select(*_COLUMNS)
    .where(_DUE_LATER)
    .order_by(DeliveryRow.remedy.is_(None), DeliveryRow.created_at, DeliveryRow.id)
    .limit(1)
)
"""Who waits for something that somebody has to do tells whether it is done; else the oldest."""
_THIS = select(*_COLUMNS).where(_LATER, DeliveryRow.id == bindparam("parcel"))
_HURRY = (
    update(DeliveryRow)
    .where(DeliveryRow.id.in_(bindparam("parcels", expanding=True)))
    .values(next_at=bindparam("at"), urged=bindparam("because"))
)
_ANEW = (
    update(DeliveryRow)
    .where(DeliveryRow.id.in_(bindparam("parcels", expanding=True)))
    .values(tries=0, unsaid=0)
)
"""What failed while nobody got through says nothing of this one."""


def add_parcel(
    connection: Connection,
    identity: str,
    revision: int,
    system: str,
    first_try: datetime,
    at: datetime,
) -> str:
    """One more for a system; its id."""
    parcel = f"{identity}.{revision}.{system}"
    row = {
        "id": parcel,
        "handover": identity,
        "revision": revision,
        "system": system,
        "next_at": first_try,
        "created_at": at,
    }
    connection.execute(insert(DeliveryRow), row)
    return parcel


def fate_of(
    parcel: Parcel, outcome: Outcome, now: datetime, next_at: datetime | None
) -> Mapping[str, object]:
    """What changes in its row after an attempt, by the names of the statement's parameters."""
    fate: dict[str, object] = dict.fromkeys(
        (
            "new_next_at",
            "new_error",
            "new_response",
            "new_delivered_at",
            "new_remedy",
            "new_waiting_since",
        )
    )
    fate["new_unsaid"] = fate["not_counted"] = fate["new_alone"] = 0
    match outcome:
        case Delivered(response=response):
            return fate | {
                "new_state": "delivered",
                "new_response": response,
                "new_delivered_at": now,
            }
        case RetryAt(why=why, at=at, busy=busy):
            fate["new_error"], fate["not_counted"] = why, int(busy)
            fate["new_unsaid"] = parcel.unsaid + 1 if busy and at is None else 0
        case Failed(why=why, remedy=remedy):
            fate["new_error"], fate["new_remedy"] = why, remedy
            fate["not_counted"] = int(next_at is not None)
            fate["new_unsaid"] = 0 if next_at is None else parcel.unsaid + 1
    was_counted = not (isinstance(outcome, RetryAt) and outcome.busy)
    fate["new_alone"] = parcel.alone - int(parcel.others_pass and not was_counted)
    if next_at is None:
        return fate | {"new_state": "failed"}
    since = parcel.waiting_since or now
    return fate | {
        "new_state": "retrying",
        "new_next_at": next_at,
        "new_waiting_since": since,
    }


async def hasten(database: Database, system: str, now: datetime, move: Move | None) -> None:
    """Have those that wait for a system with the others sent now, some at a time."""
    asked = {"of": system, "moment": now}

    def work(connection: Connection) -> int:
        found = connection.execute(_OTHERS.limit(AT_ONCE), asked).all()
        if found:
            connection.execute(_ANEW, {"parcels": [one.id for one in found]})
        _hurry(connection, [(one.id, one.round) for one in found], "follows", now, move)
        return len(found)

    while await database.write(work) == AT_ONCE:
        pass


async def urge(
    database: Database, system: str, now: datetime, move: Move | None, parcel: str | None
) -> bool:
    """Have one of them sent now: this one, or the first."""

    def work(connection: Connection) -> bool:
        asked = {"of": system, "moment": now, "parcel": parcel}
        wanted = _FIRST if parcel is None else _THIS
        found = connection.execute(wanted, asked).first()
        if found is not None:
            _hurry(connection, [(found.id, found.round)], "person", now, move)
        return found is not None

    return await database.write(work)


def _hurry(
    connection: Connection,
    parcels: Sequence[tuple[str, int]],
    because: Urge,
    now: datetime,
    move: Move | None,
) -> None:
    if not parcels:
        return
    these = [one for one, _ in parcels]
    connection.execute(_HURRY, {"parcels": these, "at": now, "because": because})
    for parcel, turn in parcels:
        if move is not None:
            move(connection, KIND, job_key(parcel, turn), now)


def job_key(parcel: str, turn: int) -> str:
    """What names its job: anew each time that it is put back by hand."""
    return f"{parcel}/{turn}" if turn else parcel
