"""What is in the inbox? Lines by filters, newest first; what changed a moment ago; who is new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from agent.errors import UnknownConversation
from storage.database import Database
from storage.inbox_filters import COLUMNS, Filters, Line, Me, line_of
from storage.inbox_tables import InboxLineRow, InboxReadRow
from storage.inbox_words import conversations_with
from storage.leads import BadCursor

ROWS = 50
COUNTED = 99
"""More are not counted: nobody reads how many."""
OVERLAP = timedelta(seconds=5)
"""What another process wrote becomes visible when it commits, with the time that it was written."""
CHANGES_AT_ONCE = 500
MOST_PARTS = 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEP = timedelta(microseconds=1)
_Row = InboxLineRow
_NEWEST_CHANGE = select(func.max(_Row.changed_at))
_CHANGED = (
    select(*COLUMNS)
    .where(_Row.changed_at > bindparam("after"))
    .order_by(_Row.changed_at)
    .limit(CHANGES_AT_ONCE)
)
_NOTHING_READ = -1
"""There is something new in what was put with a line, even where nobody has written in it."""
_Theirs = aliased(InboxLineRow)
_TheirRead = aliased(InboxReadRow)
_NEWS_BESIDE = (
    select(_Theirs.position)
    .outerjoin(
        _TheirRead,
        and_(
            _TheirRead.conversation == _Theirs.conversation,
            _TheirRead.user == bindparam("reader"),
        ),
    )
    .where(
        _Theirs.merged_into == _Row.conversation,
        _Theirs.inbound_seq > func.coalesce(_TheirRead.seq, 0),
    )
    .exists()
)
_READ = case((_NEWS_BESIDE, _NOTHING_READ), else_=func.coalesce(InboxReadRow.seq, 0)).label(
    "read_seq"
)
_MINE = and_(
    InboxReadRow.conversation == _Row.conversation, InboxReadRow.user == bindparam("reader")
)
_LINES = select(*COLUMNS, _READ).outerjoin(InboxReadRow, _MINE)
_TOGETHER = select(*COLUMNS).where(_Row.merged_into == bindparam("of")).order_by(_Row.created_at)

_READ_BY = select(InboxReadRow.user, InboxReadRow.conversation, InboxReadRow.seq).where(
    InboxReadRow.conversation.in_(bindparam("conversations", expanding=True)),
    InboxReadRow.user.in_(bindparam("users", expanding=True)),
)
_BESIDE = select(_Row.merged_into, _Row.conversation, _Row.inbound_seq).where(
    _Row.merged_into.in_(bindparam("conversations", expanding=True))
)
_SHOWN_IN = select(_Row.conversation, _Row.merged_into).where(
    _Row.merged_into.is_not(None), _Row.conversation.in_(bindparam("found", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a list, and the cursor of the next one."""

    lines: tuple[Line, ...]
    next: str | None
    counts: tuple[int, ...] = ()
    """Of other lists, those that were asked for."""


class InboxLines:
    """Reads the lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def listed(
        self,
        filters: Filters,
        me: Me,
        now: datetime,
        after: str | None = None,
        limit: int = ROWS,
        *,
        counted: Sequence[Filters] = (),
    ) -> Listed:
        """The next lines of a list, and how many the lists `counted` have, COUNTED + 1 at most.
        Raises BadCursor.
        """
        narrowed = filters.condition(me, now)
        if after is not None:
            narrowed = and_(narrowed, _before(after))

        def work(connection: Connection) -> Listed:
            condition = narrowed
            if filters.sought.strip():
                found = _shown_in(connection, conversations_with(connection, filters.sought))
                condition = and_(condition, _Row.conversation.in_(found))
            lines = _newest(connection, condition, me, limit + 1)
            more = _cursor(lines[limit - 1]) if len(lines) > limit else None
            counts = tuple(_count(connection, one.condition(me, now)) for one in counted)
            return Listed(lines[:limit], more, counts)

        return await self._database.read(work)

    async def line(self, conversation: str, me: Me) -> Line:
        """One line. Raises UnknownConversation."""
        wanted = _LINES.where(_Row.conversation == conversation)

        def work(connection: Connection) -> Line:
            row = connection.execute(wanted, {"reader": me.user}).mappings().first()
            if row is None:
                raise UnknownConversation(conversation)
            return line_of(dict(row))

        return await self._database.read(work)

    async def together(self, conversation: str) -> tuple[Line, ...]:
        """The lines that were put with a conversation, as those of the same person."""
        wanted = {"of": conversation}
        return await self._database.read(
            lambda connection: tuple(
                line_of(dict(row)) for row in connection.execute(_TOGETHER, wanted).mappings()
            )
        )

    async def newest_change(self) -> datetime:
        """When a line changed last, by the clock of the database."""
        found = await self._database.read(
            lambda connection: connection.execute(_NEWEST_CHANGE).scalar()
        )
        return found or _EPOCH

    async def changed(self, after: datetime) -> tuple[Line, ...]:
        """The lines that changed after a moment, the earliest change first."""

        def work(connection: Connection) -> tuple[Line, ...]:
            found = list[Line]()
            since = after
            for _ in range(MOST_PARTS):
                rows = connection.execute(_CHANGED, {"after": since}).mappings().all()
                found += (line_of(dict(row)) for row in rows)
                if len(rows) < CHANGES_AT_ONCE:
                    break
                since = found[-1].changed_at
            return tuple(found)

        return await self._database.read(work)

    async def read_by(
        self, users: Sequence[str], conversations: Sequence[str]
    ) -> Mapping[tuple[str, str], int]:
        """Up to where these people have read these conversations, and what was put with them."""

        def work(connection: Connection) -> Mapping[tuple[str, str], int]:
            beside = connection.execute(_BESIDE, {"conversations": list(conversations)}).all()
            those = [*conversations, *(one.conversation for one in beside)]
            rows = connection.execute(_READ_BY, {"users": list(users), "conversations": those})
            read = {(row.user, row.conversation): row.seq for row in rows}
            for one in beside:
                for user in users:
                    if one.inbound_seq > read.get((user, one.conversation), 0):
                        read[user, one.merged_into] = _NOTHING_READ
            return read

        return await self._database.read(work)


def _shown_in(connection: Connection, found: Sequence[str]) -> Sequence[str]:
    """The same, with the lines in which those are shown that were put with another."""
    if not found:
        return found
    rows = connection.execute(_SHOWN_IN, {"found": list(found)})
    others = {row.conversation: row.merged_into for row in rows}
    return tuple(others.get(one, one) for one in found)


def _newest(
    connection: Connection, condition: ColumnElement[bool], me: Me, limit: int
) -> tuple[Line, ...]:
    """The narrow index finds the lines, then only those are read."""
    order = (_Row.last_at.desc(), _Row.position.desc())
    found = select(_Row.position).where(condition).order_by(*order).limit(limit)
    positions: Sequence[int] = connection.execute(found).scalars().all()
    wanted: Select[tuple[object, ...]] = _LINES.where(_Row.position.in_(positions)).order_by(*order)
    rows = connection.execute(wanted, {"reader": me.user}).mappings()
    return tuple(line_of(dict(row)) for row in rows)


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    few = select(_Row.position).where(condition).limit(COUNTED + 1)
    return connection.execute(select(func.count()).select_from(few.subquery())).scalar_one()


def _older(last_at: datetime, position: int) -> ColumnElement[bool]:
    return and_(
        _Row.last_at <= last_at,
        or_(_Row.last_at < last_at, _Row.position < position),
    )


def _cursor(line: Line) -> str:
    return f"{(line.last_at - _EPOCH) // _STEP}.{line.position}"


def _before(cursor: str) -> ColumnElement[bool]:
    moment, _, position = cursor.partition(".")
    if not (moment.isdecimal() and position.isdecimal() and len(cursor) < 40):
        raise BadCursor(cursor)
    try:
        return _older(_EPOCH + int(moment) * _STEP, int(position))
    except OverflowError:
        raise BadCursor(cursor) from None
