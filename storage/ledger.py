"""What did each system get? agent.ledger.Ledger over the database."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from agent.ledger import Attempt, Busy, Done, Line, Overtaken, Record, Superseded
from agent.ports import Clock
from storage.database import Database
from storage.delivery_tables import DeliveryCallRow, DeliveryStepRow, DeliveryTurnRow
from storage.suppressions import inserting

_TURN = (DeliveryTurnRow.handover == bindparam("of")) & (
    DeliveryTurnRow.system == bindparam("in_system")
)
_MINE = (
    _TURN
    & (DeliveryTurnRow.parcel == bindparam("for_parcel"))
    & (DeliveryTurnRow.attempt == bindparam("of_attempt"))
)
_TAKE = (
    update(DeliveryTurnRow)
    .where(
        _TURN,
        or_(
            DeliveryTurnRow.held_until.is_(None),
            DeliveryTurnRow.held_until <= bindparam("moment"),
            (DeliveryTurnRow.parcel == bindparam("for_parcel"))
            & (DeliveryTurnRow.attempt <= bindparam("of_attempt")),
        ),
    )
    .values(
        parcel=bindparam("for_parcel"),
        attempt=bindparam("of_attempt"),
        held_until=bindparam("until"),
    )
    .returning(DeliveryTurnRow.delivered)
)
"""A new attempt on the same parcel does not wait: the one before is dead, or overtaken by it."""
_HELD = select(DeliveryTurnRow.held_until).where(_TURN)
_HOLD_ON = update(DeliveryTurnRow).where(_MINE).values(held_until=bindparam("until"))
_LET_GO = update(DeliveryTurnRow).where(_MINE).values(held_until=None)
_ARRIVED = (
    update(DeliveryTurnRow)
    .where(_MINE, DeliveryTurnRow.delivered < bindparam("arrived"))
    .values(delivered=bindparam("arrived"))
)
_STEP = (DeliveryStepRow.handover == bindparam("of")) & (
    DeliveryStepRow.system == bindparam("in_system")
)
_STEPS = select(
    DeliveryStepRow.step,
    DeliveryStepRow.remote,
    DeliveryStepRow.revision,
    DeliveryStepRow.unsure,
    DeliveryStepRow.at,
).where(_STEP)
_SURE = update(DeliveryStepRow).where(_STEP).values(unsure=False)
_REFUSED = _SURE.where(DeliveryStepRow.step == bindparam("one"))


class StoredLedger:
    """agent.ledger.Ledger."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def begin(
        self, attempt: Attempt, now: datetime, until: datetime
    ) -> Record | Busy | Overtaken:
        """Hold the hand-over in this system until then, and look what was done."""
        mine = {**_named(attempt), "moment": now, "until": until}

        def work(connection: Connection) -> Record | Busy | Overtaken:
            row = {"handover": attempt.handover, "system": attempt.system}
            new = inserting(connection, DeliveryTurnRow).values(attempt=0, delivered=0, **row)
            connection.execute(new.on_conflict_do_nothing())
            delivered = connection.execute(_TAKE, mine).scalar()
            if delivered is None:
                return Busy(connection.execute(_HELD, mine).scalar() or now)
            if delivered > attempt.revision:
                connection.execute(_LET_GO, mine)
                return Overtaken(delivered)
            steps = connection.execute(_STEPS, mine).all()
            return Record(
                attempt.revision,
                {
                    one.step: Done(one.remote, one.revision, one.at)
                    for one in steps
                    if one.remote is not None
                },
                frozenset(one.step for one in steps if one.unsure),
                delivered,
            )

        return await self._database.write(work)

    async def sending(self, attempt: Attempt, step: str, until: datetime) -> None:
        """A change is about to be sent: until it is answered it is unsure. Raises Superseded."""
        now = self._clock.now()

        def work(connection: Connection) -> None:
            _hold_on(connection, attempt, until)
            new = inserting(connection, DeliveryStepRow).values(
                handover=attempt.handover,
                system=attempt.system,
                step=step,
                revision=0,
                unsure=True,
                at=now,
            )
            keys = ["handover", "system", "step"]
            connection.execute(
                new.on_conflict_do_update(index_elements=keys, set_={"unsure": True, "at": now})
            )

        await self._database.write(work)

    async def told(self, attempt: Attempt, line: Line, *, refused: bool) -> None:
        """A request is over; `refused`: it is certain that it was not done."""
        row = {
            "parcel": attempt.parcel,
            "attempt": attempt.number,
            "step": line.step,
            "method": line.method,
            "path": line.path,
            "status": line.status,
            "why": line.why,
            "milliseconds": line.milliseconds,
            "at": line.at,
        }

        def work(connection: Connection) -> None:
            connection.execute(insert(DeliveryCallRow), row)
            if refused:
                connection.execute(_REFUSED, {**_named(attempt), "one": line.step})

        await self._database.write(work)

    async def kept(self, attempt: Attempt, step: str, remote: str, until: datetime) -> None:
        """A step is done. Raises Superseded."""
        now = self._clock.now()
        done = {"remote": remote, "revision": attempt.revision, "unsure": False, "at": now}

        def work(connection: Connection) -> None:
            _hold_on(connection, attempt, until)
            new = inserting(connection, DeliveryStepRow).values(
                handover=attempt.handover, system=attempt.system, step=step, **done
            )
            keys = ["handover", "system", "step"]
            connection.execute(new.on_conflict_do_update(index_elements=keys, set_=done))

        await self._database.write(work)

    async def end(self, attempt: Attempt, *, delivered: bool) -> None:
        """Let go of it; what was delivered holds nothing unsure any more."""
        mine = {**_named(attempt), "arrived": attempt.revision}

        def work(connection: Connection) -> None:
            if delivered and connection.execute(_ARRIVED, mine).rowcount:
                connection.execute(_SURE, mine)
            connection.execute(_LET_GO, mine)

        await self._database.write(work)


def _hold_on(connection: Connection, attempt: Attempt, until: datetime) -> None:
    held = connection.execute(_HOLD_ON, {**_named(attempt), "until": until})
    if not held.rowcount:
        raise Superseded(f"another attempt has taken over {attempt.parcel}")


def _named(attempt: Attempt) -> dict[str, object]:
    return {
        "of": attempt.handover,
        "in_system": attempt.system,
        "for_parcel": attempt.parcel,
        "of_attempt": attempt.number,
    }
