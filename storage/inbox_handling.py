"""What do people do with the inbox? See to leads, put them aside, note, put two of one together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, text, update
from sqlalchemy.exc import IntegrityError

from agent.errors import UnknownConversation
from storage.database import Database
from storage.inbox_tables import InboxLineRow, InboxNoteRow, InboxReadRow, InboxViewRow
from storage.suppressions import inserting

VIEWS_EACH = 30
_Row = InboxLineRow
_SQLITE_NOW = text("strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00'")
_POSTGRES_NOW = text("clock_timestamp()")
_NOTES = (
    select(InboxNoteRow)
    .where(InboxNoteRow.conversation.in_(bindparam("of", expanding=True)))
    .order_by(InboxNoteRow.at, InboxNoteRow.id)
)
_VIEWS = (
    select(InboxViewRow)
    .where(InboxViewRow.user == bindparam("of"))
    .order_by(InboxViewRow.created_at)
)


class CannotMerge(Exception):
    """These two cannot be put together: one is with another already, or they are the same."""


class ViewExists(Exception):
    """There is a view of this name: choose another, or remove that one."""


class TooManyViews(Exception):
    """Nobody finds anything among more: remove one first."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody of ours wrote for colleagues."""

    id: str
    conversation: str
    author: str
    """Their user id."""
    text: str
    after_seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class View:
    """Filters under a name."""

    id: str
    name: str
    query: str


class InboxHandling:
    """Writes what people do; every change shows in the lists of others."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def assign(self, conversation: str, user: str | None) -> None:
        """Somebody sees to it from now on, or nobody. Raises UnknownConversation."""
        await self._change_all(conversation, {"assignee": user})

    async def stand(self, conversation: str, status: str) -> None:
        """Open or resolved, as somebody says. Raises UnknownConversation."""
        await self._change_all(conversation, {"status": status, "snoozed_until": None})

    async def snooze(self, conversation: str, until: datetime) -> None:
        """Out of sight until then, or until they write. Raises UnknownConversation."""
        await self._change_all(conversation, {"status": "snoozed", "snoozed_until": until})

    async def read(self, conversation: str, user: str, seq: int) -> None:
        """Somebody has read it up to here, and what was put with it, which is shown there, too."""
        beside = select(_Row.conversation, _Row.last_seq).where(_Row.merged_into == conversation)

        def work(connection: Connection) -> None:
            new = inserting(connection, InboxReadRow)
            connection.execute(
                new.on_conflict_do_update(
                    index_elements=["user", "conversation"],
                    set_={"seq": new.excluded.seq},
                    where=InboxReadRow.seq < new.excluded.seq,
                ),
                [
                    {"user": user, "conversation": of, "seq": upto}
                    for of, upto in ((conversation, seq), *connection.execute(beside).all())
                ],
            )

        await self._database.write(work)

    async def note(self, conversation: str, author: str, said: str, at: datetime) -> Note:
        """Kept beside the conversation; no prospect sees it. Raises UnknownConversation."""

        def work(connection: Connection) -> Note:
            where = _Row.conversation == conversation
            seq = connection.execute(select(_Row.last_seq).where(where)).scalar()
            if seq is None:
                raise UnknownConversation(conversation)
            note = Note(uuid4().hex, conversation, author, said, seq, at)
            connection.execute(
                inserting(connection, InboxNoteRow),
                {name: getattr(note, name) for name in Note.__dataclass_fields__},
            )
            _touch(connection, where)
            return note

        return await self._database.write(work)

    async def notes(self, conversations: Sequence[str]) -> tuple[Note, ...]:
        """What was noted beside these, in order."""

        def work(connection: Connection) -> tuple[Note, ...]:
            columns = [getattr(InboxNoteRow, name) for name in Note.__dataclass_fields__]
            wanted = _NOTES.with_only_columns(*columns)
            return tuple(Note(*row) for row in connection.execute(wanted, {"of": conversations}))

        return await self._database.read(work)

    async def merge(self, conversation: str, into: str) -> None:
        """Two conversations of one person are shown as one from now on; nothing of either is lost.

        Raises CannotMerge and UnknownConversation.
        """

        def work(connection: Connection) -> None:
            both = select(_Row.conversation, _Row.merged_into).where(
                _Row.conversation.in_((conversation, into))
            )
            found = {row.conversation: row.merged_into for row in connection.execute(both)}
            if len(found) < len({conversation, into}):
                raise UnknownConversation(conversation)
            if conversation == into or any(found.values()):
                raise CannotMerge(conversation)
            theirs = _Row.merged_into == conversation
            connection.execute(update(_Row).where(theirs).values(merged_into=into))
            itself = _Row.conversation == conversation
            connection.execute(update(_Row).where(itself).values(merged_into=into))
            _touch(connection, _Row.conversation.in_((conversation, into)))

        await self._database.write(work)

    async def separate(self, conversation: str) -> None:
        """It stands for itself again. Raises UnknownConversation."""
        await self._change(conversation, {"merged_into": None})

    async def views(self, user: str) -> tuple[View, ...]:
        """What somebody keeps, oldest first."""

        def work(connection: Connection) -> tuple[View, ...]:
            wanted = _VIEWS.with_only_columns(
                InboxViewRow.id, InboxViewRow.name, InboxViewRow.query
            )
            return tuple(View(*row) for row in connection.execute(wanted, {"of": user}))

        return await self._database.read(work)

    async def keep_view(self, user: str, name: str, query: str, now: datetime) -> View:
        """Keep filters under a name. Raises ViewExists and TooManyViews."""
        view = View(uuid4().hex, name, query)

        def work(connection: Connection) -> View:
            mine = select(func.count()).where(InboxViewRow.user == user)
            if connection.execute(mine).scalar_one() >= VIEWS_EACH:
                raise TooManyViews(name)
            connection.execute(
                inserting(connection, InboxViewRow),
                {"id": view.id, "user": user, "name": name, "query": query, "created_at": now},
            )
            return view

        try:
            return await self._database.write(work)
        except IntegrityError:
            raise ViewExists(name) from None

    async def drop_view(self, user: str, view: str) -> None:
        """It is not kept any more; again changes nothing."""
        mine = delete(InboxViewRow).where(InboxViewRow.id == view, InboxViewRow.user == user)
        await self._database.write(lambda connection: connection.execute(mine))

    async def _change_all(self, conversation: str, values: dict[str, object]) -> None:
        """Also those that were put with it: they first, or they would bring it back."""
        theirs = _Row.merged_into == conversation

        def work(connection: Connection) -> None:
            connection.execute(select(_Row.position).where(theirs).with_for_update()).all()
            connection.execute(update(_Row).where(theirs).values(**values))

        await self._change(conversation, values, work)

    async def _change(
        self,
        conversation: str,
        values: dict[str, object],
        before: Callable[[Connection], None] = lambda _connection: None,
    ) -> None:
        where = _Row.conversation == conversation

        def work(connection: Connection) -> None:
            before(connection)
            if not connection.execute(update(_Row).where(where).values(**values)).rowcount:
                raise UnknownConversation(conversation)
            _touch(connection, where)

        await self._database.write(work)


def _touch(connection: Connection, which: ColumnElement[bool]) -> None:
    """Watchers learn of it: by the clock of the database, as from its triggers."""
    postgres = connection.dialect.name == "postgresql"
    now = _POSTGRES_NOW if postgres else _SQLITE_NOW
    connection.execute(update(_Row).where(which).values({_Row.changed_at.key: now}))
