"""How is somebody erased? Their rows in one transaction, and with it what others are to delete.

What they are to delete is remembered by its id there alone, until it is deleted.
"""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from sqlalchemy import (
    Connection,
    bindparam,
    create_engine,
    delete,
    select,
    update,
)

from agent.erasing import KIND, LISTED, Kept, KeptKind
from agent.ports import Clock, Job
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.holdings import HELD, SUPPRESSED, table_of, whole
from storage.inbox import CHANNELS
from storage.inbox_words import forget_words
from storage.people import BY_NUMBER, Person
from storage.reach_tables import CallRow, ErasureRow, SuppressionRow, TextRow
from storage.suppressions import Suppressions, inserting
from storage.tables import ConversationRow, DeliveryRow, MessageRow

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

_MESSAGE_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")
_LEFT = select(ErasureRow.kind, ErasureRow.sid, ErasureRow.tries).where(
    ErasureRow.sid == bindparam("of")
)
_WAITING = select(ErasureRow.sid).order_by(ErasureRow.asked_at, ErasureRow.sid)
_DONE = delete(ErasureRow).where(ErasureRow.sid == bindparam("of"))
_FAILED = (
    update(ErasureRow)
    .where(ErasureRow.sid == bindparam("of"))
    .values(tries=ErasureRow.tries + 1, last_error=bindparam("why"))
)


_RECEIVED = select(MessageRow.external_id).where(
    HELD[table_of(MessageRow)],
    MessageRow.channel.in_(BY_NUMBER),
    MessageRow.external_id.is_not(None),
)
_SENT = select(TextRow.sid).where(HELD[table_of(TextRow)], TextRow.sid.is_not(None))
_CALLED = select(CallRow.sid, CallRow.recording).where(HELD[table_of(CallRow)])
_PASSED_ON = (
    select(DeliveryRow.system)
    .where(HELD[table_of(DeliveryRow)], DeliveryRow.attempts > 0)
    .distinct()
    .order_by(DeliveryRow.system)
)
_ON_LISTS = (
    select(DeliveryStepRow.system, DeliveryStepRow.step, DeliveryStepRow.remote)
    .where(HELD[table_of(DeliveryStepRow)], DeliveryStepRow.remote != "")
    .order_by(DeliveryStepRow.system, DeliveryStepRow.remote)
)
_HOLD = (
    select(ConversationRow.id)
    .where(HELD[table_of(ConversationRow)])
    .order_by(ConversationRow.id)
    .with_for_update()
)
"""Before anything else: a turn or a message that comes meanwhile waits, finds its conversation gone
and leaves nothing behind.
"""
_STOPPED = (
    select(ConversationRow.channel)
    .where(HELD[table_of(ConversationRow)], ConversationRow.phase == "stopped")
    .limit(1)
)
_IN_LEDGER = select(SuppressionRow.address).where(SUPPRESSED)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and where else there may be something."""

    rows: Mapping[str, int]
    """How many of each table; only those that had some."""
    passed_on: tuple[str, ...]
    """The systems of ours that hand-overs went to: what they keep is theirs to erase."""


class StoredErasures:
    """Erases rows; agent.erasing.Erasures over the database."""

    def __init__(
        self, database: Database, suppressions: Suppressions, enqueue: Enqueue, clock: Clock
    ) -> None:
        self._database = database
        self._suppressions = suppressions
        self._enqueue = enqueue
        self._clock = clock

    async def erase(self, person: Person) -> Erased:
        """Erase all that is held of them; that they asked not to be written to is kept."""
        whose, now = whole(person, self._suppressions), self._clock.now()

        def work(connection: Connection) -> Erased:
            connection.execute(_HOLD, whose).all()
            self._keep_the_stop(connection, person, whose, now)
            members = kept_on_lists(connection, whose)
            ask_for_erasure(connection, members, self._enqueue, now)
            erased = erase_rows(connection, whose, self._enqueue, now)
            asked = {one.kind for one in members}
            left = tuple(one for one in erased.passed_on if one not in asked)
            return replace(erased, passed_on=left)

        erased = await self._database.write(work)
        if self._database.dialect == "sqlite":
            await forget_words(self._database)
            await asyncio.to_thread(_empty_log, self._database.sync_url)
        return erased

    async def waiting(self) -> tuple[str, ...]:
        """What is still to be deleted elsewhere, longest waiting first."""
        return await self._database.read(
            lambda connection: tuple(connection.execute(_WAITING).scalars())
        )

    async def left(self, sid: str) -> Kept | None:
        """It, if it is still to be deleted."""
        row = await self._database.read(
            lambda connection: connection.execute(_LEFT, {"of": sid}).first()
        )
        return None if row is None else Kept(cast(KeptKind, row.kind), row.sid, row.tries)

    async def done(self, sid: str) -> None:
        """It is deleted."""
        await self._database.write(lambda connection: connection.execute(_DONE, {"of": sid}))

    async def failed(self, sid: str, why: str) -> None:
        """It could not be deleted now."""
        changes = {"of": sid, "why": why}
        await self._database.write(lambda connection: connection.execute(_FAILED, changes))

    def _keep_the_stop(
        self,
        connection: Connection,
        person: Person,
        whose: Mapping[str, Sequence[str]],
        now: datetime,
    ) -> None:
        """Who stopped us in one conversation stopped us for good, also under an address that only
        another conversation shows.
        """
        channel = connection.execute(_STOPPED, whose).scalar()
        if channel is None:
            return
        known = set(connection.execute(_IN_LEDGER, whose).scalars())
        mark = self._suppressions.mark
        new = [one.value for one in person.addresses if mark(one.value) not in known]
        self._suppressions.stop(connection, new, CHANNELS[channel], "words", now)


def erase_rows(
    connection: Connection, whose: Mapping[str, Sequence[str]], enqueue: Enqueue, now: datetime
) -> Erased:
    """In the caller's transaction, which holds the conversations."""
    ask_for_erasure(connection, kept_elsewhere(connection, whose), enqueue, now)
    passed_on = tuple(connection.execute(_PASSED_ON, whose).scalars())
    counts = {
        str(table): connection.execute(delete(table).where(theirs), whose).rowcount
        for table, theirs in HELD.items()
    }
    return Erased({table: count for table, count in counts.items() if count}, passed_on)


def kept_on_lists(connection: Connection, whose: Mapping[str, Sequence[str]]) -> tuple[Kept, ...]:
    """The members of lists that somebody is, each once. Only who is erased by name is deleted
    there: that a conversation grew old ends no subscription.
    """
    found = connection.execute(_ON_LISTS, whose).all()
    members = [
        Kept(LISTED[one.step], one.remote)
        for one in found
        if LISTED.get(one.step) == one.system and one.remote is not None
    ]
    return tuple(dict.fromkeys(members))


def kept_elsewhere(connection: Connection, whose: Mapping[str, Sequence[str]]) -> tuple[Kept, ...]:
    """What Twilio keeps of somebody, each thing once."""
    received = connection.execute(_RECEIVED, whose).scalars()
    texts = [sid for sid in received if sid and _MESSAGE_SID.fullmatch(sid)]
    texts += [sid for sid in connection.execute(_SENT, whose).scalars() if sid]
    found = [Kept("message", sid) for sid in texts]
    for sid, recording in connection.execute(_CALLED, whose).all():
        found.append(Kept("call", sid))
        if recording is not None:
            found.append(Kept("recording", recording))
    return tuple(dict.fromkeys(found))


def ask_for_erasure(
    connection: Connection,
    elsewhere: Sequence[Kept],
    enqueue: Enqueue,
    now: datetime,
    *,
    heard: str = "",
) -> None:
    """Write down what others are to delete, with a job for each; `heard`: what Twilio told of it
    after it was erased here. Each such report has a job of its own: an earlier one may be done.
    """
    for one in elsewhere:
        row = {"sid": one.sid, "kind": one.kind, "asked_at": now}
        new = inserting(connection, ErasureRow).values(**row)
        connection.execute(new.on_conflict_do_nothing(index_elements=["sid"]))
        enqueue(connection, Job(KIND, one.sid, key=f"{one.sid}/{heard}" if heard else None))


def _empty_log(url: str) -> None:
    """What was erased is still in SQLite's write-ahead log, until that is emptied."""
    engine = create_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
