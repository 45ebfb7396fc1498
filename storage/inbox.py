"""Where does a message go first? Into the record, once, before anybody is told that it arrived."""

from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from agent.dialogue import Dialogue
from agent.errors import AlreadyOpen, UnknownConversation
from agent.messages import TEXTED, Author, Channel, InboundMessage, Message, Opening, Receipt
from agent.ports import NO_TIME, Utterance
from storage.database import Database
from storage.documents import dialogue_text
from storage.reach_tables import TextRow, ThreadRow
from storage.recontacts import Recontacts
from storage.tables import ConversationRow, MessageRow

_NEXT_SEQ = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("conversation"))
    .values(
        last_seq=ConversationRow.last_seq + 1,
        inbound_seq=ConversationRow.last_seq + 1,
        waiting_since=func.coalesce(ConversationRow.waiting_since, bindparam("moment")),
        updated_at=bindparam("moment"),
    )
    .returning(ConversationRow.last_seq)
)
_MESSAGE = insert(MessageRow)
_TAKEN = _NEXT_SEQ.cte("taken")
_GIVEN = (
    MessageRow.id,
    MessageRow.conversation,
    MessageRow.author,
    MessageRow.text,
    MessageRow.channel,
    MessageRow.external_id,
    MessageRow.at,
)
_RECEIVE = (
    insert(MessageRow)
    .from_select(
        [MessageRow.seq, *_GIVEN],
        select(
            _TAKEN.c.last_seq,
            *(bindparam(f"new_{column.key}", type_=column.type) for column in _GIVEN),
        ),
    )
    .returning(MessageRow.seq)
)
"""Both statements in one, where the database knows how: one round trip instead of four."""
_KNOWN = select(MessageRow.id, MessageRow.conversation, MessageRow.seq).where(
    MessageRow.channel == bindparam("on_channel"), MessageRow.external_id == bindparam("external")
)
_THREAD = select(ThreadRow.conversation).where(
    ThreadRow.channel == bindparam("on_channel"),
    ThreadRow.theirs == bindparam("of_theirs"),
    ThreadRow.ours == bindparam("of_ours"),
)
_ANSWERED_FROM = (
    select(TextRow.conversation)
    .where(
        TextRow.channel == bindparam("on_channel"),
        TextRow.to_address == bindparam("of_theirs"),
        or_(TextRow.sender == bindparam("of_ours"), TextRow.sender.startswith("MG")),
        TextRow.conversation.is_not(None),
        TextRow.purpose != "sales",
    )
    .order_by(TextRow.created_at.desc())
    .limit(1)
)
"""They reply to the number that a text of ours came from: another than the one that they wrote to,
where all texts go out from one number or from the pool of a service (MG…).
"""
_FREE = or_(
    ConversationRow.lease_until.is_(None), ConversationRow.lease_until <= bindparam("moment")
)
_UNANSWERED = (
    select(ConversationRow.id)
    .where(
        ConversationRow.waiting_since.is_not(None),
        or_(
            ConversationRow.waiting_since <= bindparam("texts_before"),
            ConversationRow.channel.not_in(TEXTED)
            & (ConversationRow.waiting_since <= bindparam("before")),
        ),
        _FREE,
    )
    .order_by(ConversationRow.waiting_since)
    .limit(bindparam("most"))
)
_SILENT = (
    select(ConversationRow.id)
    .where(
        ConversationRow.remind_at.is_not(None),
        ConversationRow.remind_at <= bindparam("moment"),
        func.coalesce(ConversationRow.remind_why, "nudge") != "requalify",
        _FREE,
    )
    .order_by(ConversationRow.remind_at)
    .limit(bindparam("most"))
)
_ASKED_AGAIN = (
    select(ConversationRow.id)
    .where(
        ConversationRow.remind_at.is_not(None),
        ConversationRow.remind_at <= bindparam("moment"),
        ConversationRow.remind_why == "requalify",
        _FREE,
    )
    .order_by(ConversationRow.score.desc(), ConversationRow.remind_at)
    .limit(bindparam("most"))
)
CHANNELS: dict[str, Channel] = {
    "chat": "chat",
    "terminal": "terminal",
    "sms": "sms",
    "whatsapp": "whatsapp",
    "voice": "voice",
}
AUTHORS: dict[str, Author] = {"prospect": "prospect", "agent": "agent", "person": "person"}
MESSAGES = select(
    MessageRow.id,
    MessageRow.seq,
    MessageRow.author,
    MessageRow.text,
    MessageRow.at,
    MessageRow.heard,
).order_by(MessageRow.seq)


class StoredInbox:
    """agent.ports.Inbox over the database."""

    def __init__(self, database: Database, recontacts: Recontacts | None = None) -> None:
        """`recontacts`: how many are asked again in a day."""
        self._database = database
        self._recontacts = recontacts or Recontacts()

    async def open(self, opening: Opening, dialogue: Dialogue, greeting: Utterance | None) -> None:
        """Begin a conversation, its greeting said. Raises AlreadyOpen when its thread has one."""

        def work(connection: Connection) -> None:
            connection.execute(insert(ConversationRow), _conversation(opening, dialogue, greeting))
            if opening.ours is not None:
                _begin_thread(connection, opening, opening.ours)
            if greeting is not None:
                connection.execute(
                    _MESSAGE,
                    {
                        "id": greeting.id,
                        "conversation": opening.conversation,
                        "seq": 1,
                        "author": greeting.author,
                        "text": greeting.text,
                        "channel": opening.channel,
                        "external_id": None,
                        "at": opening.at,
                    },
                )

        try:
            await self._database.write(work)
        except IntegrityError:
            if opening.ours is None:
                raise
            found = await self.thread(opening.channel, opening.address, opening.ours)
            if found is None:
                raise
            raise AlreadyOpen(found) from None

    async def thread(self, channel: Channel, theirs: str, ours: str) -> str | None:
        """The conversation that goes on between two numbers."""
        ends = {"on_channel": channel, "of_theirs": theirs, "of_ours": ours}

        def look(connection: Connection) -> str | None:
            found = connection.execute(_THREAD, ends).scalar()
            return found or connection.execute(_ANSWERED_FROM, ends).scalar()

        return await self._database.read(look)

    async def receive(self, message: InboundMessage) -> Receipt:
        """Store a message; a repeat changes nothing and gives the first receipt."""
        identity = uuid4().hex
        receive = _receive_at_once if self._database.dialect == "postgresql" else _receive
        try:
            seq = await self._database.write_alone(
                lambda connection: receive(connection, message, identity)
            )
        except IntegrityError:
            return await self._repeat(message)
        return Receipt(identity, message.conversation, seq, repeat=False)

    async def unanswered(
        self, now: datetime, limit: int, *, waiting: timedelta = NO_TIME, more: timedelta = NO_TIME
    ) -> list[str]:
        """Conversations with unread messages that nobody holds, longest waiting first."""
        before = {"before": now - waiting, "texts_before": now - waiting - more}
        return await self._conversations(_UNANSWERED, {"moment": now, "most": limit, **before})

    async def silent(self, now: datetime, limit: int) -> list[str]:
        """Conversations whose time to be reminded has come, longest due first; then those to be
        asked again, as many as may be today, those with the highest score first.
        """

        def look(connection: Connection) -> list[str]:
            wanted = {"moment": now, "most": limit}
            found = list(connection.execute(_SILENT, wanted).scalars())
            room = min(limit - len(found), self._recontacts.room(connection, now))
            if room > 0:
                found += connection.execute(_ASKED_AGAIN, {**wanted, "most": room}).scalars()
            return found

        return await self._database.read(look)

    async def _repeat(self, message: InboundMessage) -> Receipt:
        row = await self._database.read(
            lambda connection: connection.execute(
                _KNOWN, {"on_channel": message.channel, "external": message.external_id}
            ).one()
        )
        return Receipt(row.id, row.conversation, row.seq, repeat=True)

    async def _conversations(
        self, statement: Select[str], parameters: dict[str, datetime | int]
    ) -> list[str]:
        return await self._database.read(
            lambda connection: list(connection.execute(statement, parameters).scalars())
        )


def _begin_thread(connection: Connection, opening: Opening, ours: str) -> None:
    """The thread leads to this conversation."""
    row = {"conversation": opening.conversation, "opened_at": opening.at}
    connection.execute(insert(ThreadRow), {**_ends(opening, ours), **row})


def _ends(opening: Opening, ours: str) -> dict[str, str]:
    return {"channel": opening.channel, "theirs": opening.address, "ours": ours}


def read_messages(
    connection: Connection,
    statement: Select[str, int, str, str, datetime, str | None],
    parameters: dict[str, str | int],
) -> tuple[Message, ...]:
    """The messages that a statement over MESSAGES finds."""
    return tuple(
        Message(identity, seq, AUTHORS[author], text, at, heard)
        for identity, seq, author, text, at, heard in connection.execute(
            statement, parameters
        ).all()
    )


def _receive_at_once(connection: Connection, message: InboundMessage, identity: str) -> int:
    given = {f"new_{name}": value for name, value in _row(message, identity).items()}
    seq = connection.execute(_RECEIVE, {**_next(message), **given}).scalar()
    if seq is None:
        raise UnknownConversation(message.conversation)
    return seq


def _receive(connection: Connection, message: InboundMessage, identity: str) -> int:
    seq = connection.execute(_NEXT_SEQ, _next(message)).scalar()
    if seq is None:
        raise UnknownConversation(message.conversation)
    connection.execute(_MESSAGE, {**_row(message, identity), "seq": seq})
    return seq


def _next(message: InboundMessage) -> dict[str, object]:
    return {"conversation": message.conversation, "moment": message.received_at}


def _row(message: InboundMessage, identity: str) -> dict[str, object]:
    return {
        "id": identity,
        "conversation": message.conversation,
        "author": "prospect",
        "text": message.text,
        "channel": message.channel,
        "external_id": message.external_id,
        "at": message.received_at,
    }


def _conversation(
    opening: Opening, dialogue: Dialogue, greeting: Utterance | None
) -> dict[str, object]:
    return {
        "id": opening.conversation,
        "channel": opening.channel,
        "address": opening.address,
        "script_version": opening.script_version,
        "source": opening.source,
        "phase": dialogue.phase,
        "language": dialogue.language,
        "dialogue": dialogue_text(dialogue),
        "last_seq": 0 if greeting is None else 1,
        "handover": opening.handover,
        "created_at": opening.at,
        "updated_at": opening.at,
    }
