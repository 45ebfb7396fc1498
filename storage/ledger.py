"""What did each system get? agent.ledger.Ledger over the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, not_, or_, select, update

from agent.ledger import MADE, Attempt, Busy, Done, Line, Overtaken, Record, Share, Superseded
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
_FREE = or_(
    DeliveryTurnRow.held_until.is_(None),
    DeliveryTurnRow.held_until <= bindparam("moment"),
    (DeliveryTurnRow.parcel == bindparam("for_parcel"))
    & (DeliveryTurnRow.attempt <= bindparam("of_attempt")),
)
"""A new attempt on the same parcel does not wait: the one before is dead, or overtaken by it."""
_TAKE = (
    update(DeliveryTurnRow)
    .where(_TURN, _FREE)
    .values(
        parcel=bindparam("for_parcel"),
        attempt=bindparam("of_attempt"),
        held_until=bindparam("until"),
    )
    .returning(DeliveryTurnRow.delivered)
)
_SHARES = (DeliveryTurnRow.handover.in_(bindparam("names", expanding=True))) & (
    DeliveryTurnRow.system == bindparam("in_system")
)
_IN_ORDER = (
    select(DeliveryTurnRow.handover)
    .where(_SHARES)
    .order_by(DeliveryTurnRow.handover)
    .with_for_update()
)
"""All who want several of them come in the same order, so that none waits for one who waits."""
_BUSY = (
    select(DeliveryTurnRow.held_until)
    .where(_SHARES, not_(_FREE))
    .order_by(DeliveryTurnRow.held_until.desc())
    .limit(1)
)
_MADE = select(
    DeliveryStepRow.handover,
    DeliveryStepRow.remote,
    DeliveryStepRow.revision,
    DeliveryStepRow.at,
).where(
    DeliveryStepRow.handover.in_(bindparam("names", expanding=True)),
    DeliveryStepRow.system == bindparam("in_system"),
    DeliveryStepRow.step == MADE,
    DeliveryStepRow.remote.is_not(None),
)
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
                {one.step: one.at for one in steps if one.unsure},
                delivered,
            )

        return await self._database.write(work)

    async def share(
        self, attempt: Attempt, shares: Sequence[Share], now: datetime, until: datetime
    ) -> Sequence[Done | None] | Busy:
        """Hold all of these until then, or none; what was made of each, if it was made."""
        names = sorted(one.name for one in shares)
        mine = {**_named(attempt), "names": names, "moment": now, "until": until}

        def work(connection: Connection) -> Sequence[Done | None] | Busy:
            new = [
                {"handover": name, "system": attempt.system, "attempt": 0, "delivered": 0}
                for name in names
            ]
            insertion = inserting(connection, DeliveryTurnRow).values(new)
            connection.execute(insertion.on_conflict_do_nothing())
            connection.execute(_IN_ORDER, mine).all()
            busy = connection.execute(_BUSY, mine).scalar()
            if busy is not None:
                return Busy(busy)
            for name in names:
                connection.execute(_TAKE, {**mine, "of": name})
            rows = connection.execute(_MADE, mine)
            done = {one.handover: Done(one.remote, one.revision, one.at) for one in rows}
            return tuple(done.get(one.name) for one in shares)

        return await self._database.write(work)

    async def hold_on(self, attempt: Attempt, until: datetime) -> None:
        """Hold all that it holds for longer. Raises Superseded."""
        await self._database.write(lambda connection: _hold_on(connection, attempt, until))

    async def sending(self, attempt: Attempt, step: str, until: datetime) -> None:
        """A change is about to be sent: until it is answered it is unsure. All that the attempt
        holds is held on to, in the same transaction. Raises Superseded.
        """
        unsure = {"unsure": True, "at": self._clock.now()}

        def work(connection: Connection) -> None:
            _hold_on(connection, attempt, until)
            _write(connection, attempt, step, unsure)

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
        """A step is done. What it made is kept for all who share it, and let go of, as far as it
        is still held. Raises Superseded where the hand-over is not.
        """
        now = self._clock.now()
        done = {"remote": remote, "revision": attempt.revision, "unsure": False, "at": now}

        def work(connection: Connection) -> None:
            _hold_on(connection, replace(attempt, shares=()), until)
            _write(connection, attempt, step, done)
            for each in _alone(attempt.holding_only([step])):
                if connection.execute(_LET_GO, _named(each)).rowcount:
                    _write(connection, each, MADE, done)

        await self._database.write(work)

    async def end(self, attempt: Attempt, *, delivered: bool) -> None:
        """Let go of all that it holds; what was delivered holds nothing unsure any more."""
        mine = {**_named(attempt), "arrived": attempt.revision}

        def work(connection: Connection) -> None:
            if delivered and connection.execute(_ARRIVED, mine).rowcount:
                connection.execute(_SURE, mine)
            for each in (attempt, *_alone(attempt)):
                connection.execute(_LET_GO, _named(each))

        await self._database.write(work)


def _hold_on(connection: Connection, attempt: Attempt, until: datetime) -> None:
    for each in (attempt, *_alone(attempt)):
        held = connection.execute(_HOLD_ON, {**_named(each), "until": until})
        if not held.rowcount:
            raise Superseded(f"somebody else has taken over what {attempt.parcel} held")


def _alone(attempt: Attempt) -> Iterator[Attempt]:
    """What it shares, each as if it were a hand-over of its own."""
    for name in sorted(one.name for one in attempt.shares):
        yield replace(attempt, handover=name, shares=())


def _write(
    connection: Connection,
    attempt: Attempt,
    step: str,
    values: Mapping[str, Any],
) -> None:
    new = inserting(connection, DeliveryStepRow).values(
        handover=attempt.handover, system=attempt.system, step=step, **values
    )
    keys = ["handover", "system", "step"]
    connection.execute(new.on_conflict_do_update(index_elements=keys, set_=dict(values)))


def _named(attempt: Attempt) -> dict[str, object]:
    return {
        "of": attempt.handover,
        "in_system": attempt.system,
        "for_parcel": attempt.parcel,
        "of_attempt": attempt.number,
    }
