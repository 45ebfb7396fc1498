"""Who agreed to be written to, on which channel, and by which words? Only added to."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select

from agent.messages import Channel
from storage.reach_tables import ConsentRow

Method = Literal["wrote_first", "words"]
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
    words: str,
    page: str | None,
) -> None:
    """They agree; `words`: what they said, `page`: the number or page where they said it."""
    row = {"kind": "given", "method": method, "words": words, "page": page}
    connection.execute(_ADD, {**_who(address, channel, at), **row})


def withdraw(
    connection: Connection, address: str, channel: Channel, at: datetime, words: str | None
) -> None:
    """They take it back."""
    row = {"kind": "withdrawn", "method": "words", "words": words}
    connection.execute(_ADD, {**_who(address, channel, at), **row})


def _who(address: str, channel: Channel, at: datetime) -> dict[str, object]:
    return {"address": address, "channel": channel, "purpose": PURPOSE, "at": at}
