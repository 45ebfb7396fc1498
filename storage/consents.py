"""Who agreed to be written to, on which channel, and by which words? Only added to."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select

from agent.messages import Channel
from storage.reach_tables import ConsentRow

Method = Literal["wrote_first", "called", "form", "words"]
PURPOSE = "conversation"
"""To talk about what they asked for; nobody is asked for more."""

_ADD = insert(ConsentRow)
_NEWEST = (
    select(ConsentRow.kind)
    .where(ConsentRow.address == bindparam("of"), ConsentRow.channel == bindparam("on_channel"))
    .order_by(ConsentRow.position.desc())
    .limit(1)
)


def consents(connection: Connection, address: str, channel: Channel) -> bool:
    """Whether they agreed, and have not taken it back."""
    of = {"of": address, "on_channel": channel}
    return connection.execute(_NEWEST, of).scalar() == "given"


def give(
    connection: Connection,
    address: str,
    channel: Channel,
    method: Method,
    at: datetime,
    words: str | None = None,
    page: str | None = None,
    ip: str | None = None,
) -> None:
    """They agree; `words`: what they said, or the exact text they were shown."""
    _add(connection, address, channel, "given", method, at, words, page, ip)


def withdraw(
    connection: Connection, address: str, channel: Channel, at: datetime, words: str | None = None
) -> None:
    """They take it back."""
    _add(connection, address, channel, "withdrawn", "words", at, words)


def _add(
    connection: Connection,
    address: str,
    channel: Channel,
    kind: Literal["given", "withdrawn"],
    method: Method,
    at: datetime,
    words: str | None,
    page: str | None = None,
    ip: str | None = None,
) -> None:
    connection.execute(
        _ADD,
        {
            "address": address,
            "channel": channel,
            "purpose": PURPOSE,
            "kind": kind,
            "method": method,
            "words": words,
            "page": page,
            "ip": ip,
            "at": at,
        },
    )
