"""Which telephone calls are there? A row for each, by its CallSid."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from agent.calling import Call
from storage.database import Database
from storage.reach_tables import CallRow, ConsentRow

RECORDING = "recording"
"""The purpose that is agreed to."""
_COLUMNS = CallRow.__table__.c


class StoredCalls:
    """agent.calling.Calls over the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, call: Call) -> Call:
        """Put a call on record; the one that is there already when its sid is known."""
        try:
            await self._database.write(
                lambda connection: connection.execute(insert(CallRow), asdict(call))
            )
        except IntegrityError:
            known = await self.of(call.sid)
            if known is None:
                raise
            return known
        return call

    async def of(self, sid: str) -> Call | None:
        """The call with this sid."""
        wanted = select(*_COLUMNS).where(CallRow.sid == sid)

        def work(connection: Connection) -> Call | None:
            row = connection.execute(wanted).mappings().first()
            return None if row is None else Call(**row)

        return await self._database.read(work)

    async def change(self, before: Call, after: Call) -> bool:
        """Write `after` if the call still is as `before`."""
        still = [_COLUMNS[name].is_not_distinct_from(it) for name, it in asdict(before).items()]
        statement = update(CallRow).where(*still).values(**asdict(after))
        return await self._database.write(
            lambda connection: connection.execute(statement).rowcount == 1
        )

    async def end(self, sid: str, reason: str, at: datetime) -> None:
        """The call is over; the first reason stays."""
        over = (
            update(CallRow)
            .where(CallRow.sid == sid, CallRow.state != "ended")
            .values(state="ended", end_reason=reason, ended_at=at)
        )
        await self._database.write(lambda connection: connection.execute(over))

    async def agree(self, call: Call, agreed: bool, words: str, at: datetime) -> None:
        """Put on record whether they let the call be recorded; twice in a call is once."""
        row = {
            "address": call.theirs,
            "channel": "voice",
            "purpose": RECORDING,
            "kind": "given" if agreed else "withdrawn",
            "method": "called",
        }
        known = select(ConsentRow.position).where(
            *(ConsentRow.__table__.c[name] == value for name, value in row.items()),
            ConsentRow.at >= call.started_at,
        )

        def work(connection: Connection) -> None:
            if connection.execute(known).first() is None:
                connection.execute(insert(ConsentRow), {**row, "words": words, "at": at})

        await self._database.write(work)
