"""Which pages do visitors of the chat look at? Only of those who have agreed, and only as the event
that their script counts: the address of a page is not kept.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select

from agent.errors import UnknownConversation
from agent.ports import Clock
from agent.reception import is_reception
from agent.visits import NotAgreed, Unplaced, View, event
from storage.behaviour import EventsRefused, Lead, StoredBehaviour, Told
from storage.database import Database
from storage.scripts import Scripts
from storage.tables import ConversationRow
from storage.visit_tables import VisitConsentRow

_ADD = insert(VisitConsentRow)
_NEWEST = (
    select(VisitConsentRow.kind)
    .where(VisitConsentRow.conversation == bindparam("of"))
    .order_by(VisitConsentRow.position.desc())
    .limit(1)
)
_VERSION = select(ConversationRow.script_version).where(ConversationRow.id == bindparam("of"))


class StoredVisits:
    """agent.visits.Visits over the database."""

    def __init__(
        self, database: Database, scripts: Scripts, behaviour: StoredBehaviour, clock: Clock
    ) -> None:
        self._database = database
        self._scripts = scripts
        self._behaviour = behaviour
        self._clock = clock

    async def agree(self, conversation: str, *, agreed: bool) -> None:
        """They agree, or take it back; the same again changes nothing."""
        kind, at = "given" if agreed else "withdrawn", self._clock.now()

        def work(connection: Connection) -> None:
            of = {"of": conversation}
            if connection.execute(_VERSION, of).scalar() is None:
                raise UnknownConversation(conversation)
            if (connection.execute(_NEWEST, of).scalar() or "withdrawn") != kind:
                connection.execute(_ADD, {"conversation": conversation, "kind": kind, "at": at})

        await self._database.write(work)

    async def record(self, conversation: str, views: Sequence[View]) -> int:
        """Keep the visits that their script counts; how many are new."""

        def look(connection: Connection) -> tuple[str | None, str | None]:
            of = {"of": conversation}
            return connection.execute(_VERSION, of).scalar(), connection.execute(
                _NEWEST, of
            ).scalar()

        version, consent = await self._database.read(look)
        if version is None:
            raise UnknownConversation(conversation)
        if consent != "given":
            raise NotAgreed(conversation)
        script = (await self._scripts.get(version)).script
        if is_reception(script):
            raise Unplaced(conversation)
        now, lead = self._clock.now(), Lead(conversation=conversation)
        batch = [
            Told(f"view:{view.id}", lead, kind, now - view.ago, view.seconds)
            for view in views
            if (kind := event(script, view.page)) is not None
        ]
        try:
            return (await self._behaviour.record(batch)).recorded if batch else 0
        except EventsRefused:  # as many as a lead may have: one more would tell nothing new
            return 0
