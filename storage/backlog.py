"""Which turns are to be read again? A row for each, with a job that has a model try."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from agent.backlog import KIND, TALK, Left, PlainTurn, Waiting
from agent.messages import Message
from agent.ports import Claim, Job, Turn
from agent.reading import CallRecord
from qualification.signals import Signal
from qualification.values import Language
from storage.calls import write_calls
from storage.database import Database
from storage.documents import dialogue_from, reading_text
from storage.inbox import CHANNELS, MESSAGES, read_messages
from storage.prompts import StoredPrompts
from storage.scripts import Scripts
from storage.tables import ConversationRow, MessageRow, RereadRow

FIRST_PAUSE = timedelta(seconds=30)
"""A model that has failed is left alone for so long."""

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

_WAITS = RereadRow.state == "waiting"
_ADD = insert(RereadRow)
_OF = select(RereadRow.conversation).where(RereadRow.id == bindparam("entry"), _WAITS)
_STANDING = select(
    ConversationRow.id,
    ConversationRow.channel,
    ConversationRow.script_version,
    ConversationRow.dialogue,
).where(ConversationRow.id == bindparam("conversation"))
_WAITING = (
    select(RereadRow)
    .where(RereadRow.conversation == bindparam("conversation"), _WAITS)
    .order_by(RereadRow.first_seq)
)
_MESSAGES = MESSAGES.where(
    MessageRow.conversation == bindparam("of"), MessageRow.seq >= bindparam("first")
)
_END = (
    update(RereadRow)
    .where(RereadRow.id == bindparam("entry"), _WAITS)
    .values(
        state=bindparam("new_state"),
        reading=bindparam("new_reading"),
        ended_at=bindparam("moment"),
    )
)
_LEAVE_ALONE = (
    update(RereadRow)
    .where(RereadRow.conversation == bindparam("conversation_of"), _WAITS)
    .values(state="left_alone", ended_at=bindparam("moment"))
)
_USELESS = (
    update(RereadRow)
    .where(RereadRow.id == bindparam("entry"), _WAITS)
    .values(useless=RereadRow.useless + 1)
)


class StoredBacklog:
    """agent.backlog.Backlog over the database, and what a turn's transaction changes in it."""

    def __init__(
        self,
        database: Database,
        scripts: Scripts,
        enqueue: Enqueue,
        prompts: StoredPrompts | None = None,
    ) -> None:
        """`prompts`: where it is kept what the models read."""
        self._database = database
        self._scripts = scripts
        self._enqueue = enqueue
        self._prompts = prompts

    def write(self, connection: Connection, claim: Claim, turn: Turn) -> None:
        """In the turn's transaction: what it leaves to be read again, and what it has read."""
        for one in turn.reread:
            connection.execute(
                _END,
                {
                    "entry": one.id,
                    "new_state": "read",
                    "new_reading": reading_text(one.reading),
                    "moment": turn.at,
                },
            )
        if turn.dialogue.phase == "stopped" and claim.dialogue.phase != "stopped":
            connection.execute(
                _LEAVE_ALONE, {"conversation_of": claim.conversation, "moment": turn.at}
            )
        if turn.again is not None and claim.unread and turn.reading is not None:
            entry = uuid4().hex
            connection.execute(
                _ADD,
                {
                    "id": entry,
                    "conversation": claim.conversation,
                    "first_seq": claim.unread[0].seq,
                    "last_seq": turn.read_up_to,
                    "asked": claim.dialogue.asked,
                    "language": claim.dialogue.language,
                    "noticed": "\n".join(sorted(turn.reading.signals)),
                    "why": turn.again,
                    "at": turn.at,
                },
            )
            self._enqueue(connection, Job(KIND, entry, at=turn.at + FIRST_PAUSE))

    async def waiting(self, entry: str) -> Waiting | None:
        """The conversation of an entry; None when that one does not wait any more."""

        def work(connection: Connection) -> _Found | None:
            conversation = connection.execute(_OF, {"entry": entry}).scalar()
            if conversation is None:
                return None
            of = {"conversation": conversation}
            row = connection.execute(_STANDING, of).one()
            turns = tuple(_turn(one) for one in connection.execute(_WAITING, of).all())
            first = turns[0].first_seq - TALK
            messages = read_messages(connection, _MESSAGES, {"of": conversation, "first": first})
            return row, turns, messages

        found = await self._database.read(work)
        if found is None:
            return None
        row, turns, messages = found
        version = await self._scripts.get(row.script_version)
        return Waiting(
            conversation=row.id,
            channel=CHANNELS[row.channel],
            script=version.script,
            dialogue=dialogue_from(row.dialogue),
            turns=turns,
            messages=messages,
        )

    async def put_off(
        self,
        waiting: Waiting,
        useless: Sequence[PlainTurn],
        calls: Sequence[CallRecord],
        now: datetime,
    ) -> None:
        """Keep what was spent in vain, and for which turns a model has answered uselessly."""
        if self._prompts is not None:
            await self._prompts.keep(call.prompt for call in calls)

        def work(connection: Connection) -> None:
            write_calls(connection, waiting.conversation, calls, now)
            for one in useless:
                connection.execute(_USELESS, {"entry": one.id})

        if calls or useless:
            await self._database.write(work)

    async def leave(self, turns: Sequence[PlainTurn], why: Left, now: datetime) -> None:
        """They will not be read again."""
        ends = {"new_state": why, "new_reading": None, "moment": now}

        def work(connection: Connection) -> None:
            for one in turns:
                connection.execute(_END, {"entry": one.id, **ends})

        await self._database.write(work)


_LANGUAGES: dict[str, Language] = {"es": "es", "en": "en"}


def _turn(row: Row[Any]) -> PlainTurn:
    return PlainTurn(
        id=row.id,
        first_seq=row.first_seq,
        last_seq=row.last_seq,
        asked=row.asked,
        language=_LANGUAGES[row.language],
        noticed=frozenset(Signal(one) for one in row.noticed.split()),
        at=row.at,
        useless=row.useless,
    )


_Found = tuple[Row[str, str, str, str], tuple[PlainTurn, ...], tuple[Message, ...]]
