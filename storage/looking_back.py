"""What is read of stored leads to look back on them? Pages of plain rows: no lead is ever written.

A page is read in a snapshot of its own, so that a long look back never holds the database up.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Select, and_, bindparam, func, select, tuple_

from qualification.analytics.what_if import Standing, standing
from qualification.scoring import BehaviourEvent
from qualification.script import Script
from storage.database import Database
from storage.known import Known, known_from
from storage.score_tables import BehaviourRow
from storage.study_tables import LEADS
from storage.tables import ConversationRow, MessageRow, Moment, ScriptVersionRow

PAGE = 500


@dataclass(frozen=True, slots=True)
class PastLead:
    """A stored lead; its dialogue is not read yet."""

    id: str
    source: str | None
    script_version: str
    dialogue: str
    opened_at: datetime
    last_message: datetime | None
    """The newest of theirs."""
    behaviour: Sequence[BehaviourEvent]

    def known(self) -> Known:
        """What its dialogue knows."""
        return known_from(self.dialogue)

    def standing(self, script: Script, known: Known, at: datetime) -> Standing:
        """How it stands under a script at a moment, by all that it had done until then."""
        did = self.behaviour
        return standing(script, known.sheet, known.signals, at, did, self.last_message)


_OF_SCRIPT = and_(
    ScriptVersionRow.key == bindparam("script"),
    ConversationRow.created_at >= bindparam("since"),
    LEADS,
)
_COUNT = (
    select(func.count())
    .select_from(ConversationRow)
    .join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
    .where(_OF_SCRIPT)
)
_LEAD = select(
    ConversationRow.id,
    ConversationRow.source,
    ConversationRow.script_version,
    ConversationRow.dialogue,
    ConversationRow.created_at,
    MessageRow.at.label("heard"),
).outerjoin(
    MessageRow,
    (MessageRow.conversation == ConversationRow.id)
    & (MessageRow.seq == ConversationRow.inbound_seq),
)
_THESE = _LEAD.where(ConversationRow.id.in_(bindparam("leads", expanding=True)))
_PAGE = (
    _LEAD.join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
    .where(
        _OF_SCRIPT,
        tuple_(ConversationRow.created_at, ConversationRow.id)
        > tuple_(bindparam("after", type_=Moment()), bindparam("after_id")),
    )
    .order_by(ConversationRow.created_at, ConversationRow.id)
    .limit(PAGE)
)
_BEHAVIOUR = (
    select(BehaviourRow.conversation, BehaviourRow.kind, BehaviourRow.at, BehaviourRow.seconds)
    .where(BehaviourRow.conversation.in_(bindparam("leads", expanding=True)))
    .order_by(BehaviourRow.position)
)


_Columns = tuple[str, str | None, str, str, datetime, datetime]


class LookingBack:
    """The leads of one script since a day, in pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, script: str, since: datetime) -> int:
        """How many there are."""
        wanted = {"script": script, "since": since}
        return await self._database.read(
            lambda connection: connection.execute(_COUNT, wanted).scalar_one()
        )

    async def pages(self, script: str, since: datetime) -> AsyncIterator[tuple[PastLead, ...]]:
        """The leads, oldest first; what is opened meanwhile comes too."""
        after, after_id = since, ""
        while True:
            wanted = {"script": script, "since": since, "after": after, "after_id": after_id}
            page = await self._page(wanted)
            if page:
                yield page
                after, after_id = page[-1].opened_at, page[-1].id
            if len(page) < PAGE:
                return

    async def these(self, leads: Sequence[str]) -> tuple[PastLead, ...]:
        """Leads by their ids, those that are on record, oldest first."""
        found: list[PastLead] = []
        for start in range(0, len(leads), PAGE):
            wanted = {"leads": leads[start : start + PAGE]}
            work = partial(_page, query=_THESE, wanted=wanted)
            found += await self._database.read(work)
        return tuple(sorted(found, key=lambda one: (one.opened_at, one.id)))

    async def _page(self, wanted: Mapping[str, object]) -> tuple[PastLead, ...]:
        return await self._database.read(partial(_page, query=_PAGE, wanted=wanted))


def _page(
    connection: Connection, query: Select[*_Columns], wanted: Mapping[str, object]
) -> tuple[PastLead, ...]:
    rows = connection.execute(query, wanted).all()
    did: dict[str, list[BehaviourEvent]] = {}
    leads = {"leads": [row.id for row in rows]}
    for lead, kind, at, seconds in connection.execute(_BEHAVIOUR, leads):
        did.setdefault(lead, []).append(BehaviourEvent(kind, at, seconds))
    return tuple(
        PastLead(
            id=row.id,
            source=row.source,
            script_version=row.script_version,
            dialogue=row.dialogue,
            opened_at=row.created_at,
            last_message=row.heard,
            behaviour=did.get(row.id, ()),
        )
        for row in rows
    )
