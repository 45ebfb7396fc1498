"""What was answered, and where does a conversation stand? For those who only look."""

from sqlalchemy import Connection, bindparam, select

from agent.errors import UnknownConversation
from agent.messages import Message
from agent.ports import Scored, Standing
from storage.database import Database
from storage.documents import dialogue_from
from storage.inbox import MESSAGES, read_messages
from storage.score_history import read_behaviour
from storage.scripts import Scripts
from storage.tables import ConversationRow, MessageRow, TurnRow

_STANDING = (
    select(
        ConversationRow.dialogue,
        ConversationRow.script_version,
        ConversationRow.tier,
        ConversationRow.events,
        MessageRow.at.label("heard"),
    )
    .outerjoin(
        MessageRow,
        (MessageRow.conversation == ConversationRow.id)
        & (MessageRow.seq == ConversationRow.inbound_seq),
    )
    .where(ConversationRow.id == bindparam("of"))
)
_ANSWERING_TURN = (
    select(TurnRow.said_from, TurnRow.said_to)
    .where(
        TurnRow.conversation == bindparam("of"),
        TurnRow.read_up_to >= bindparam("seq"),
    )
    .order_by(TurnRow.position)
    .limit(1)
)
_SAID = MESSAGES.where(
    MessageRow.conversation == bindparam("of"),
    MessageRow.seq.between(bindparam("first"), bindparam("last")),
)


class StoredReplies:
    """agent.ports.Replies over the database."""

    def __init__(self, database: Database, scripts: Scripts) -> None:
        self._database = database
        self._scripts = scripts

    async def standing(self, conversation: str) -> Standing:
        """Where it stands now. Raises UnknownConversation."""

        def work(connection: Connection) -> tuple[str, str, Scored]:
            row = connection.execute(_STANDING, {"of": conversation}).first()
            if row is None:
                raise UnknownConversation(conversation)
            behaviour = read_behaviour(connection, conversation) if row.events else ()
            return (
                row.dialogue,
                row.script_version,
                Scored(behaviour, tier=row.tier, heard=row.heard),
            )

        dialogue, script_version, scored = await self._database.read(work)
        version = await self._scripts.get(script_version)
        return Standing(dialogue_from(dialogue), version.script, scored)

    async def said_after(self, conversation: str, seq: int) -> tuple[Message, ...] | None:
        """Our messages that answer the one with `seq`; None while that one is unanswered."""

        def work(connection: Connection) -> tuple[Message, ...] | None:
            turn = connection.execute(_ANSWERING_TURN, {"of": conversation, "seq": seq}).first()
            if turn is None:
                return None
            if turn.said_from is None:
                return ()
            said = {"of": conversation, "first": turn.said_from, "last": turn.said_to}
            return read_messages(connection, _SAID, said)

        return await self._database.read(work)
