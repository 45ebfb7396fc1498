"""What is known about writing to somebody? All that may_send asks for, read in the transaction that
sends, and its ruling put on record.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select

from agent.messages import Channel
from agent.permission import Allow, Ask, Defer, Deny, Reach, Ruling, Stop, Unreachable
from storage.consents import consents
from storage.reach_tables import PermissionRow, TextRow, UnreachableRow
from storage.suppressions import Suppressions, inserting
from storage.tables import MessageRow

DAY = timedelta(days=1)
OLDEST = timedelta(days=5)
"""No text is sent that long after it was written (agent.permission.TOO_LATE)."""

_LAST_INBOUND = (
    select(MessageRow.at)
    .where(
        MessageRow.conversation == bindparam("of"),
        MessageRow.author == "prospect",
        MessageRow.channel == bindparam("on_channel"),
    )
    .order_by(MessageRow.seq.desc())
    .limit(1)
)
_UNREACHABLE = select(UnreachableRow.code, UnreachableRow.at).where(
    UnreachableRow.address == bindparam("number"), UnreachableRow.channel == bindparam("on_channel")
)
_SENT = select(func.count()).where(
    TextRow.to_address == bindparam("number"),
    TextRow.created_at > bindparam("oldest"),
    TextRow.tried_at > bindparam("since"),
    TextRow.id != bindparam("text"),
)
_CONFIRMED = select(TextRow.id).where(
    TextRow.to_address == bindparam("number"),
    TextRow.purpose == "confirmation",
    TextRow.created_at >= bindparam("since"),
    TextRow.tried_at.is_not(None),
    TextRow.id != bindparam("text"),
)
_RULING = insert(PermissionRow)


class Reaches:
    """Reads what is known about the way to somebody, and keeps what was ruled."""

    def __init__(self, suppressions: Suppressions, cap: int) -> None:
        """`cap`: texts to one number in a day."""
        self._suppressions = suppressions
        self._cap = cap

    def look(
        self,
        connection: Connection,
        ask: Ask,
        text: str,
        conversation: str | None,
        now: datetime,
        *,
        window_closed: bool,
    ) -> Reach:
        """All that is known about sending this text now."""
        of = {"number": ask.to, "on_channel": ask.channel, "text": text}
        stop = self._suppressions.standing(connection, ask.to, ask.channel)
        failed = connection.execute(_UNREACHABLE, of).first()
        wrote = _last_inbound(connection, conversation, ask.channel)
        sent = {**of, "since": now - DAY, "oldest": now - OLDEST}
        return Reach(
            cap=self._cap,
            last_inbound=wrote,
            helped=wrote is not None
            and self._suppressions.helped(connection, ask.to, ask.channel, wrote),
            stop=stop,
            confirmed=stop is not None and _confirmed(connection, stop, of),
            unreachable=None if failed is None else Unreachable(failed.code, failed.at),
            consented=consents(connection, ask.to, ask.channel),
            sent_today=connection.execute(_SENT, sent).scalar_one(),
            window_closed=window_closed,
        )

    def note(
        self, connection: Connection, ask: Ask, text: str, ruling: Ruling, now: datetime
    ) -> None:
        """Put a ruling on record."""
        connection.execute(
            _RULING,
            {
                "text": text,
                "address": self._suppressions.mark(ask.to),
                "channel": ask.channel,
                "purpose": ask.purpose,
                "ruling": _NAMES[type(ruling)],
                "rule": ruling.rule,
                "until": ruling.until if isinstance(ruling, Defer) else None,
                "at": now,
            },
        )


_NAMES: dict[type[Ruling], str] = {Allow: "allow", Defer: "defer", Deny: "deny"}


def fails(connection: Connection, address: str, channel: Channel, code: int, at: datetime) -> None:
    """The channel does not reach this number."""
    new = inserting(connection, UnreachableRow)
    new = new.values(address=address, channel=channel, code=code, at=at)
    key = ["address", "channel"]
    connection.execute(new.on_conflict_do_update(index_elements=key, set_={"code": code, "at": at}))


def _last_inbound(
    connection: Connection, conversation: str | None, channel: Channel
) -> datetime | None:
    if conversation is None:
        return None
    of = {"of": conversation, "on_channel": channel}
    return connection.execute(_LAST_INBOUND, of).scalar()


def _confirmed(connection: Connection, stop: Stop, of: dict[str, str]) -> bool:
    return connection.execute(_CONFIRMED, {**of, "since": stop.at}).first() is not None
