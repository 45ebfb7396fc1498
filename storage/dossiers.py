"""What is a brief written from? A hand-over's newest revision with its conversation."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection, bindparam, select

from agent.briefing import Dossier
from agent.messages import Message
from agent.reading import CallRecord
from storage.calls import write_calls
from storage.database import Database
from storage.documents import dialogue_from, object_from
from storage.inbox import MESSAGES, read_messages
from storage.prompts import StoredPrompts
from storage.scripts import Scripts
from storage.tables import ConversationRow, HandoverRow, MessageRow

_NEWEST = (
    select(
        HandoverRow.conversation,
        HandoverRow.payload,
        HandoverRow.created_at,
        ConversationRow.dialogue,
        ConversationRow.script_version,
    )
    .join(ConversationRow, ConversationRow.id == HandoverRow.conversation)
    .where(HandoverRow.id == bindparam("handover"))
    .order_by(HandoverRow.revision.desc())
    .limit(1)
)
_Newest: TypeAlias = tuple[str, str, datetime, str, str]
_TRANSCRIPT = MESSAGES.where(MessageRow.conversation == bindparam("of"))


class StoredDossiers:
    """agent.briefing.Dossiers over the database."""

    def __init__(
        self, database: Database, scripts: Scripts, prompts: StoredPrompts | None = None
    ) -> None:
        """`prompts`: where the texts of the calls are kept; those of agent.brief_prompt."""
        self._database = database
        self._scripts = scripts
        self._prompts = prompts

    async def dossier(self, handover_id: str) -> Dossier | None:
        """The newest revision of a hand-over, and the conversation as it stands."""

        def work(connection: Connection) -> tuple[_Newest, tuple[Message, ...]] | None:
            row = connection.execute(_NEWEST, {"handover": handover_id}).first()
            if row is None:
                return None
            conversation, payload, written, dialogue, version = row
            newest = (conversation, payload, written, dialogue, version)
            return newest, read_messages(connection, _TRANSCRIPT, {"of": conversation})

        found = await self._database.read(work)
        if found is None:
            return None
        (conversation, payload, written, dialogue, version), transcript = found
        return Dossier(
            conversation=conversation,
            document=object_from(payload),
            written=written,
            script=(await self._scripts.get(version)).script,
            dialogue=dialogue_from(dialogue),
            transcript=transcript,
        )

    async def keep_calls(
        self, conversation: str, calls: Sequence[CallRecord], at: datetime
    ) -> None:
        """Put the calls of a model on record, and the text that they began with."""
        if self._prompts is not None:
            await self._prompts.keep(call.prompt for call in calls)
        await self._database.write(
            lambda connection: write_calls(connection, conversation, calls, at)
        )
