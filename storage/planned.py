"""Who is to hear from us? What is planned, and whom a person should write to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select

from agent.dialogue import Dialogue
from agent.plans import DUES, Plan
from qualification.script import Script
from storage.database import Database
from storage.documents import dialogue_from
from storage.scripts import Scripts
from storage.tables import ConversationRow

MOST = 200
"""Conversations on a page."""
_EPOCH = datetime.fromtimestamp(0, UTC)
_STEP = timedelta(microseconds=1)
_PLANNED = ConversationRow.remind_at.is_not(None) & (
    func.coalesce(ConversationRow.remind_why, "nudge") != "handover"
)
_DUE = ConversationRow.person_due_at.is_not(None)
_when: ColumnElement[datetime] = func.coalesce(
    ConversationRow.person_due_at, ConversationRow.remind_at
)
_COLUMNS = (
    ConversationRow.remind_at,
    ConversationRow.remind_why,
    ConversationRow.person_due_at,
    ConversationRow.person_due_why,
)
_LIST = (
    select(
        ConversationRow.id,
        ConversationRow.channel,
        ConversationRow.script_version,
        ConversationRow.dialogue,
        ConversationRow.contact_name,
        ConversationRow.contact_email,
        ConversationRow.contact_phone,
        ConversationRow.tier,
        ConversationRow.score,
        _when.label("due"),
        *_COLUMNS,
    )
    .where(or_(_PLANNED, _DUE))
    .order_by(_when, ConversationRow.id)
)
_OF = select(*_COLUMNS).where(ConversationRow.id == bindparam("of"))


class NoSuchPage(ValueError):
    """The cursor is not one that an earlier page gave: begin again without one."""


@dataclass(frozen=True, slots=True)
class PlannedLead:
    """A lead that is to hear from us, and all that the reason rests on."""

    conversation: str
    channel: str
    name: str | None
    email: str | None
    phone: str | None
    tier: str | None
    score: int
    script: Script
    dialogue: Dialogue
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """Some of them, soonest first, and where the next ones begin; None at the end."""

    items: tuple[PlannedLead, ...]
    next: str | None


class Planned:
    """Reads the plans of all leads."""

    def __init__(self, database: Database, scripts: Scripts) -> None:
        self._database = database
        self._scripts = scripts

    async def page(self, limit: int = 50, after: str | None = None) -> PlannedPage:
        """Who is to hear from us, those first for whom a person should have written longest ago."""
        size = min(limit, MOST)
        wanted = _LIST.limit(size + 1)
        if after is not None:
            wanted = wanted.where(_later(after))
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        shown = rows[:size]
        items = [
            PlannedLead(
                conversation=row.id,
                channel=row.channel,
                name=row.contact_name,
                email=row.contact_email,
                phone=row.contact_phone,
                tier=row.tier,
                score=row.score,
                script=(await self._scripts.get(row.script_version)).script,
                dialogue=dialogue_from(row.dialogue),
                plans=tuple(_plans(row)),
            )
            for row in shown
        ]
        more = f"{(shown[-1].due - _EPOCH) // _STEP}.{shown[-1].id}" if len(rows) > size else None
        return PlannedPage(tuple(items), more)


def plans_of(connection: Connection, conversation: str) -> tuple[Plan, ...]:
    """What is planned for one lead."""
    return tuple(_plans(connection.execute(_OF, {"of": conversation}).one()))


def _plans(row: Row[*tuple[object, ...]]) -> Iterator[Plan]:
    if row.person_due_at is not None:
        yield Plan(DUES.get(row.person_due_why or "", "not_sent"), row.person_due_at, "person")
    if row.remind_at is not None and row.remind_why != "handover":
        yield Plan(DUES.get(row.remind_why or "", "nudge"), row.remind_at, "agent")


def _later(cursor: str) -> ColumnElement[bool]:
    moment, _, conversation = cursor.partition(".")
    if not moment.isdecimal() or len(moment) > 18:
        raise NoSuchPage(cursor)
    at = _EPOCH + int(moment) * _STEP
    return or_(_when > at, and_(_when == at, ConversationRow.id > conversation))
