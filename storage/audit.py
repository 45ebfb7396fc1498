"""Who did or saw what, and when? A log that is only added to: nothing here changes or takes away.

It names people and leads by their ids alone: who is erased leaves ids behind that lead nowhere.
"""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, insert, or_, select, text

from agent.ports import Clock
from qualification.values import Json
from storage.access_tables import ApiKeyRow, AuditRow, UserRow
from storage.database import Database
from storage.leads import BadCursor, Page

LOOK = timedelta(minutes=15)
BATCH = 500
"""Entries of a long list that are read at once."""
_EPOCH = datetime.fromtimestamp(0, UTC)
_STEP = timedelta(microseconds=1)
_ACTIONS = text("""
WITH RECURSIVE kinds(action) AS (
  SELECT MIN(action) FROM audit_log
  UNION ALL
  SELECT (SELECT MIN(action) FROM audit_log WHERE audit_log.action > kinds.action)
  FROM kinds WHERE kinds.action IS NOT NULL
)
SELECT action FROM kinds WHERE action IS NOT NULL
""")  # from one action to the next by the index, however many entries each has
_LOOKED = (
    select(AuditRow.at)
    .where(
        AuditRow.actor == bindparam("actor"),
        AuditRow.action == bindparam("action"),
        AuditRow.at > bindparam("since"),
    )
    .order_by(AuditRow.at.desc())
    .limit(1)
)
"""By the index of who did something when: of a quarter of an hour."""
_READ = (
    select(
        AuditRow.position,
        AuditRow.at,
        AuditRow.actor,
        AuditRow.action,
        AuditRow.subject,
        AuditRow.details,
        UserRow.name,
        UserRow.email,
        ApiKeyRow.name.label("key"),
    )
    .outerjoin(UserRow, UserRow.id == AuditRow.actor)
    .outerjoin(ApiKeyRow, ApiKeyRow.id == AuditRow.actor)
    .order_by(AuditRow.at.desc(), AuditRow.position.desc())
)


class Actor(Protocol):
    """Whoever does something: a person, a program with a key, somebody at the terminal."""

    @property
    def id(self) -> str:
        """What the log names them by."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """An actor that is no person and has no key."""

    id: str


TERMINAL = Named("terminal")
API_TOKEN = Named("api-token")
SYSTEM = Named("system")
STRANGER = Named("stranger")
"""Whoever could not sign in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done or seen."""

    position: int
    at: datetime
    actor: str
    who: str
    """The name of the actor as it is now; their id where they have none any more."""
    action: str
    subject: str | None
    details: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which entries are asked for; what is None does not matter."""

    actor: str | None = None
    action: str | None = None
    subject: str | None = None
    since: datetime | None = None
    until: datetime | None = None


class Audit:
    """Adds to the log, and reads it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._looks: dict[tuple[str, str], datetime] = {}

    async def look(self, actor: Actor, action: str) -> None:
        """One entry a quarter of an hour for what is looked at again and again: lists of leads. Who
        looked a moment ago writes nothing and asks nothing.
        """
        now, key = self._clock.now(), (actor.id, action)
        last = self._looks.get(key)
        if last is not None and last > now - LOOK:
            return
        recently = {"actor": actor.id, "action": action, "since": now - LOOK}

        def work(connection: Connection) -> datetime:
            before = connection.execute(_LOOKED, recently).scalar()
            if before is None:
                self.add(connection, actor, action)
            return before or now

        self._looks[key] = await self._database.write(work)

    async def record(
        self,
        actor: Actor,
        action: str,
        subject: str | None = None,
        details: Mapping[str, Json] | None = None,
    ) -> None:
        """One entry: `action` is a noun and what became of it (`lead.viewed`), `subject` an id.
        Never put a name, an address or somebody's words into either, nor into the details.
        """
        await self._database.write(
            lambda connection: self.add(connection, actor, action, subject, details)
        )

    def add(
        self,
        connection: Connection,
        actor: Actor,
        action: str,
        subject: str | None = None,
        details: Mapping[str, Json] | None = None,
    ) -> None:
        """The same, in the transaction of what is done."""
        row = {
            "at": self._clock.now(),
            "actor": actor.id,
            "action": action,
            "subject": subject,
            "details": json.dumps(dict(details or {}), ensure_ascii=False),
        }
        connection.execute(insert(AuditRow), row)

    async def entries(self, sought: Sought, limit: int, after: str | None = None) -> Page[Entry]:
        """Newest first. Raises BadCursor for an `after` that no page has given."""
        wanted = _READ.where(*_conditions(sought), *_before(after)).limit(limit + 1)
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        shown = tuple(map(_entry, rows[:limit]))
        return Page(shown, _cursor(shown[-1]) if len(rows) > limit else None)

    async def actions(self) -> tuple[str, ...]:
        """Every kind of thing that was ever done or seen."""
        rows = await self._database.read(lambda connection: connection.execute(_ACTIONS).all())
        return tuple(row.action for row in rows)

    async def every(self, sought: Sought) -> AsyncIterator[Entry]:
        """All of them, newest first, however many there are."""
        after: str | None = None
        while True:
            page = await self.entries(sought, BATCH, after)
            for entry in page.items:
                yield entry
            after = page.next
            if after is None:
                return


def _cursor(entry: Entry) -> str:
    return f"{(entry.at - _EPOCH) // _STEP}.{entry.position}"


def _before(cursor: str | None) -> list[ColumnElement[bool]]:
    if cursor is None:
        return []
    moment, _, position = cursor.partition(".")
    if not all(one.isascii() and one.isdecimal() for one in (moment, position)) or len(cursor) > 36:
        raise BadCursor(cursor)
    try:
        at = _EPOCH + int(moment) * _STEP
    except OverflowError as error:
        raise BadCursor(cursor) from error
    earlier = or_(AuditRow.at < at, and_(AuditRow.at == at, AuditRow.position < int(position)))
    return [AuditRow.at <= at, earlier]


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if sought.actor is not None:
        found.append(AuditRow.actor == sought.actor)
    if sought.action is not None:
        found.append(AuditRow.action == sought.action)
    if sought.subject is not None:
        found.append(AuditRow.subject == sought.subject)
    if sought.since is not None:
        found.append(AuditRow.at >= sought.since)
    if sought.until is not None:
        found.append(AuditRow.at < sought.until)
    return found


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(
        position=row.position,
        at=row.at,
        actor=row.actor,
        who=row.name or row.email or row.key or row.actor,
        action=row.action,
        subject=row.subject,
        details=json.loads(row.details),
    )
