"""Who asked us to stop? A ledger that is only added to, and that outlives the data of who is in it.

A stop holds for every channel, a start for the one on which it was said (47 CFR 64.1200(a)(10): a
revocation by any means is one for all).
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from agent.messages import Channel
from agent.permission import How, Stop
from storage.database import Database
from storage.reach_tables import SuppressionRow, TextRow
from storage.tables import Row

Kind = Literal["stop", "start", "help"]

_ADD = insert(SuppressionRow)
_LAST_START = (
    select(func.coalesce(func.max(SuppressionRow.position), 0))
    .where(
        SuppressionRow.address == bindparam("of"),
        SuppressionRow.kind == "start",
        SuppressionRow.channel == bindparam("on_channel"),
    )
    .scalar_subquery()
)
_STOPS = (
    select(SuppressionRow.channel, SuppressionRow.how, SuppressionRow.at)
    .where(
        SuppressionRow.address == bindparam("of"),
        SuppressionRow.kind == "stop",
        SuppressionRow.position > _LAST_START,
    )
    .order_by(SuppressionRow.position)
)
_CANCEL = (
    update(TextRow)
    .where(
        TextRow.to_address == bindparam("number"),
        TextRow.state == "waiting",
        TextRow.purpose != "sales",
    )
    .values(state="canceled", last_error="stopped", next_at=None, updated_at=bindparam("moment"))
)

_HELPED = select(SuppressionRow.position).where(
    SuppressionRow.address == bindparam("of"),
    SuppressionRow.channel == bindparam("on_channel"),
    SuppressionRow.kind == "help",
    SuppressionRow.at >= bindparam("since"),
)


class Suppressions:
    """agent.texting.Ledger over the database, and what a transaction adds to it."""

    def __init__(self, database: Database, key: str) -> None:
        """`key`: what addresses are hashed with. With another key nobody is recognised any more."""
        self._database = database
        self._key = key.encode()

    def mark(self, address: str) -> str:
        """What stands for an address here: without the key, trying all numbers finds nothing."""
        said = f"suppression:{address.strip().casefold()}"
        return hmac.new(self._key, said.encode(), hashlib.sha256).hexdigest()

    def stop(
        self,
        connection: Connection,
        addresses: Iterable[str],
        channel: Channel,
        how: How,
        at: datetime,
    ) -> None:
        """They are not written to any more, and what waits to be sent to them is cancelled."""
        for address in addresses:
            connection.execute(_ADD, self._row(address, channel, "stop", how, at))
            connection.execute(_CANCEL, {"number": address, "moment": at})

    def start(
        self,
        connection: Connection,
        addresses: Iterable[str],
        channel: Channel,
        how: How,
        at: datetime,
    ) -> None:
        """Those who had stopped us may be written to again on this channel."""
        for address in addresses:
            if self.standing(connection, address, channel) is not None:
                connection.execute(_ADD, self._row(address, channel, "start", how, at))

    def standing(self, connection: Connection, address: str, channel: Channel) -> Stop | None:
        """The stop that holds for an address on a channel: the newest, or the one that the carrier
        of this channel has answered.
        """
        of = {"of": self.mark(address), "on_channel": channel}
        stops = connection.execute(_STOPS, of).all()
        if not stops:
            return None
        answered = any(one.how == "carrier" and one.channel == channel for one in stops)
        return Stop("carrier" if answered else "words", stops[-1].at)

    def helped(
        self, connection: Connection, address: str, channel: Channel, since: datetime
    ) -> bool:
        """Whether the carrier has answered what they wrote then, or since."""
        of = {"of": self.mark(address), "on_channel": channel, "since": since}
        return connection.execute(_HELPED, of).first() is not None

    async def carrier(
        self,
        address: str,
        channel: Channel,
        said: Kind,
        at: datetime,
        reference: str | None = None,
    ) -> None:
        """The carrier tells what they told it, and has answered a stop and a request for help. The
        same `reference` twice is once.
        """

        def work(connection: Connection) -> None:
            row = self._row(address, channel, said, "carrier", at)
            new = inserting(connection, SuppressionRow).values(**row, reference=reference)
            added = connection.execute(new.on_conflict_do_nothing(index_elements=["reference"]))
            if said == "stop" and added.rowcount:
                connection.execute(_CANCEL, {"number": address, "moment": at})

        await self._database.write(work)

    async def stops(self, address: str, channel: Channel) -> bool:
        """Whether they must not be written to on this channel."""
        found = await self._database.read(
            lambda connection: self.standing(connection, address, channel)
        )
        return found is not None

    def _row(
        self,
        address: str,
        channel: Channel,
        kind: Kind,
        how: How,
        at: datetime,
    ) -> dict[str, object]:
        mark = self.mark(address)
        return {"address": mark, "channel": channel, "kind": kind, "how": how, "at": at}


def inserting(connection: Connection, table: type[Row]) -> postgresql.Insert | sqlite.Insert:
    """An insert that knows what to do when the row is there already."""
    insert_into = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return insert_into(table)
