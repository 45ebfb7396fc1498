"""What was answered, and where does a conversation stand? For those who only look."""

from sqlalchemy import Connection, bindparam, select

from agent.errors import UnknownConversation
from agent.messages import Message
from agent.ports import Standing
from storage.database import Database
from storage.documents import dialogue_from
from storage.inbox import MESSAGES, read_messages
from storage.scripts import Scripts
from storage.tables import ConversationRow, MessageRow, TurnRow

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
        wanted = select(ConversationRow.dialogue, ConversationRow.script_version).where(
            ConversationRow.id == conversation
        )
        row = await self._database.read(lambda connection: connection.execute(wanted).first())
        if row is None:
            raise UnknownConversation(conversation)
        version = await self._scripts.get(row.script_version)
        return Standing(dialogue_from(row.dialogue), version.script)

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
