"""How long is what kept? Conversations, readings and recordings, each its own time."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from agent.erasing import Kept
from agent.ledger import SHARED
from agent.ports import Clock
from agent.upkeep import keep_doing
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow, DeliveryTurnRow
from storage.erasures import Enqueue, ask_for_erasure, erase_rows
from storage.people import known_only_from
from storage.reach_tables import CallRow
from storage.suppressions import Suppressions
from storage.tables import ConversationRow, ModelCallRow, RereadRow, TurnRow

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
CONVERSATIONS_AT_ONCE = 50
SHARED_FOR = timedelta(days=1)
ROWS_AT_ONCE = 500
"""In one transaction: turns must not wait for it."""

_OLD = (
    select(ConversationRow.id)
    .where(
        ConversationRow.created_at < bindparam("before"),
        ConversationRow.updated_at < bindparam("before"),
    )
    .order_by(ConversationRow.created_at, ConversationRow.id)
    .limit(CONVERSATIONS_AT_ONCE)
    .with_for_update()
)
"""Held: one that somebody speaks in at this very moment is not old."""
_TURNS = (
    select(TurnRow.position, TurnRow.at)
    .where(TurnRow.position > bindparam("after"))
    .order_by(TurnRow.position)
    .limit(ROWS_AT_ONCE)
)
_FORGET_READING = (
    update(TurnRow)
    .where(TurnRow.position.in_(bindparam("positions", expanding=True)))
    .values(reading=None)
)
_CALLS = delete(ModelCallRow).where(
    ModelCallRow.position.in_(
        select(ModelCallRow.position)
        .where(ModelCallRow.at < bindparam("before"))
        .order_by(ModelCallRow.at)
        .limit(ROWS_AT_ONCE)
    )
)
_REREADS = delete(RereadRow).where(
    RereadRow.state != "waiting", RereadRow.ended_at < bindparam("before")
)
_SHARED_STEPS = delete(DeliveryStepRow).where(
    DeliveryStepRow.handover.startswith(SHARED), DeliveryStepRow.at < bindparam("before")
)
_SHARED_TURNS = delete(DeliveryTurnRow).where(
    DeliveryTurnRow.handover.startswith(SHARED),
    or_(DeliveryTurnRow.held_until.is_(None), DeliveryTurnRow.held_until < bindparam("before")),
    DeliveryTurnRow.handover.not_in(
        select(DeliveryStepRow.handover).where(DeliveryStepRow.handover.startswith(SHARED))
    ),
)
"""Made anew when it is held again. It goes last, also where whoever held it has died: it tells for
whose hand-over the rest was made, for erasures (storage/holdings.py).
"""
_RECORDED = CallRow.recording.is_not(None) & (CallRow.started_at < bindparam("before"))
_RECORDINGS = select(CallRow.recording).where(_RECORDED).with_for_update()
_FORGET_RECORDINGS = update(CallRow).where(_RECORDED).values(recording=None)


@dataclass(frozen=True, slots=True)
class Terms:
    """How long each class of data is kept; None is for ever."""

    conversations: timedelta | None = timedelta(days=730)
    """Since something was last said; with it goes everything that belongs to it."""
    readings: timedelta | None = timedelta(days=90)
    """What the readers made of the messages, and the calls of models."""
    recordings: timedelta | None = timedelta(days=30)
    """Voicemails and recordings, which are at Twilio."""


class Retention:
    """Erases what has been kept long enough."""

    def __init__(
        self,
        database: Database,
        suppressions: Suppressions,
        enqueue: Enqueue,
        clock: Clock,
        terms: Terms,
    ) -> None:
        self._database = database
        self._suppressions = suppressions
        self._enqueue = enqueue
        self._clock = clock
        self._terms = terms
        self._turns_done = 0
        """The readings of the turns up to here are forgotten."""

    async def sweep(self) -> None:
        """Erase what is due now, in small transactions."""
        now = self._clock.now()
        await self._forget_shared(now - SHARED_FOR)
        if self._terms.conversations is not None:
            before = now - self._terms.conversations
            while await self._erase_conversations(before, now):
                pass
        if self._terms.readings is not None:
            before = now - self._terms.readings
            while await self._forget_readings(before):
                pass
            while await self._forget_calls(before):
                pass
        if self._terms.recordings is not None:
            await self._erase_recordings(now - self._terms.recordings, now)

    async def keep(self) -> None:
        """Sweep every hour, for ever."""
        await keep_doing(self.sweep, EVERY)

    async def _forget_shared(self, before: datetime) -> None:
        """What a CRM has made for several is looked at for minutes (delivery/sending.py)."""

        def work(connection: Connection) -> None:
            connection.execute(_SHARED_STEPS, {"before": before})
            connection.execute(_SHARED_TURNS, {"before": before})

        await self._database.write(work)

    async def _erase_conversations(self, before: datetime, now: datetime) -> bool:
        """Whether there may be more."""

        def work(connection: Connection) -> int:
            old = connection.execute(_OLD, {"before": before}).scalars().all()
            if old:
                addresses = known_only_from(connection, old)
                whose = {
                    "conversations": old,
                    "addresses": addresses,
                    "sealed": list(map(self._suppressions.mark, addresses)),
                }
                erase_rows(connection, whose, self._enqueue, now)
            return len(old)

        count = await self._database.write(work)
        if count:
            log.info("Erased %d conversations: nothing was said since %s", count, before)
        return count == CONVERSATIONS_AT_ONCE

    async def _forget_readings(self, before: datetime) -> bool:
        """Turns come in the order of their time: each is looked at once."""
        after = {"after": self._turns_done}
        rows = await self._database.read(lambda connection: connection.execute(_TURNS, after).all())
        old = [row.position for row in takewhile(lambda row: row.at < before, rows)]
        if old:
            due = {"positions": old}
            await self._database.write(lambda connection: connection.execute(_FORGET_READING, due))
            self._turns_done = old[-1]
        return len(old) == ROWS_AT_ONCE

    async def _forget_calls(self, before: datetime) -> bool:
        """Whether there may be more."""

        def work(connection: Connection) -> int:
            connection.execute(_REREADS, {"before": before})
            return connection.execute(_CALLS, {"before": before}).rowcount

        return await self._database.write(work) == ROWS_AT_ONCE

    async def _erase_recordings(self, before: datetime, now: datetime) -> None:
        def work(connection: Connection) -> None:
            due = {"before": before}
            old = [one for one in connection.execute(_RECORDINGS, due).scalars() if one]
            connection.execute(_FORGET_RECORDINGS, due)
            kept = [Kept("recording", one) for one in old]
            ask_for_erasure(connection, kept, self._enqueue, now)

        await self._database.write(work)
