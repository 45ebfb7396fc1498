"""How does a lead come to a place and leave it? The steps that giving and accepting have in common,
each in the transaction of whoever holds storage.settling.lock.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from agent.errors import UnknownConversation
from agent.ports import Job
from agent.router import AGAIN, KIND
from agent.routing import Assignment, AssignmentState, Cause
from qualification.routing.facts import facts_of
from qualification.routing.following import follow, reminders
from qualification.routing.plan import TeamPlan
from qualification.routing.record import Routed
from qualification.routing.wishes import LeadFacts
from qualification.values import Json
from storage.assignment_rows import (
    Lead,
    assignment_of,
    change,
    had,
    left,
    newest,
    offers,
    put,
    situation,
)
from storage.documents import object_from
from storage.tables import ConversationRow, HandoverRow
from storage.teams import Teams, TeamVersion

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

_FIRST = (
    select(HandoverRow.conversation, HandoverRow.created_at)
    .where(HandoverRow.id == bindparam("of"))
    .order_by(HandoverRow.revision)
    .limit(1)
)
_PAYLOAD = (
    select(HandoverRow.payload)
    .where(HandoverRow.id == bindparam("of"))
    .order_by(HandoverRow.revision.desc())
    .limit(1)
)
_WHY = (
    select(HandoverRow.why)
    .where(HandoverRow.id == bindparam("of"), HandoverRow.why != "update")
    .order_by(HandoverRow.revision.desc())
    .limit(1)
)
"""What is told later of a lead is an update; why sales has it at all was said before."""
_HANDOVER = select(ConversationRow.id, ConversationRow.handover).where(
    ConversationRow.id == bindparam("of")
)


class NotAssigned(Exception):
    """This lead is nowhere yet: it has not been handed over, or no teams are published."""


def lead_of(connection: Connection, handover: str) -> Lead | None:
    """A hand-over as something to be given to somebody; None when there is none."""
    first = connection.execute(_FIRST, {"of": handover}).first()
    return None if first is None else Lead(handover, first.conversation, first.created_at)


def document_of(connection: Connection, handover: str) -> Mapping[str, Json]:
    """What sales knows of a lead, by its newest revision."""
    payload = connection.execute(_PAYLOAD, {"of": handover}).scalar()
    return {} if payload is None else object_from(payload)


def facts(connection: Connection, handover: str) -> LeadFacts:
    """What rules see of a lead now."""
    document, of = document_of(connection, handover), {"of": handover}
    why = connection.execute(_WHY, of).scalar() or document.get("why")
    return facts_of({**document, "why": why})


def handover_of(connection: Connection, conversation: str) -> str | None:
    """The hand-over made for a lead, if there is one. Raises UnknownConversation."""
    row = connection.execute(_HANDOVER, {"of": conversation}).first()
    if row is None:
        raise UnknownConversation(conversation)
    found: str | None = row.handover
    return found


class Placing:
    """Puts leads in their places."""

    def __init__(self, teams: Teams, enqueue: Enqueue) -> None:
        self._teams = teams
        self._enqueue = enqueue

    def version(self, connection: Connection) -> TeamVersion:
        """The plan that holds. Raises NotAssigned when there is none."""
        version = self._teams.newest(connection)
        if version is None:
            raise NotAssigned
        return version

    def plan_of(self, connection: Connection, row: Row[Any]) -> TeamPlan:
        """The plan by which a lead came to a place."""
        return self._teams.version(connection, row.plan).plan

    def there(self, connection: Connection, handover: str) -> Row[Any]:
        """Where a lead is. Raises NotAssigned when it is nowhere."""
        row = newest(connection, handover)
        if row is None:
            raise NotAssigned
        return row

    def shown(self, connection: Connection, row: Row[Any]) -> Assignment:
        """A place as the rest of the code sees it."""
        return assignment_of(row, self.version(connection).plan)

    def put(
        self,
        connection: Connection,
        lead: Lead,
        routed: Routed,
        cause: Cause,
        number: int,
        *,
        by: str | None = None,
        accepted: bool = False,
    ) -> Row[Any]:
        """Write where a lead is now."""
        return put(
            connection,
            lead,
            self.version(connection),
            routed,
            self._enqueue,
            cause=cause,
            number=number,
            by=by,
            accepted=accepted,
        )

    def next(
        self, connection: Connection, row: Row[Any], routed: Routed, cause: Cause, **more: Any
    ) -> Row[Any]:
        """Write where a lead is after the place of `row`."""
        lead = Lead(row.handover, row.conversation, row.handed_over_at)
        return self.put(connection, lead, routed, cause, row.number + 1, **more)

    def end(
        self, connection: Connection, row: Row[Any], state: AssignmentState, now: datetime
    ) -> None:
        """It is there no more."""
        change(connection, row.id, state=state, ended_at=now, closed_at=row.closed_at or now)

    def stays(self, connection: Connection, row: Row[Any]) -> None:
        """Nobody took it out of its queue in time, and nobody else gets it: have it said again."""
        plan = self.version(connection).plan
        for at in reminders(plan, row.queue, row.tier, row.at)[:1]:
            self._enqueue(connection, Job(KIND, f"{row.id}/{AGAIN}", at=at))

    def follow(
        self, connection: Connection, row: Row[Any], state: AssignmentState, now: datetime
    ) -> Row[Any] | None:
        """Where a lead goes that did not stay; None where it stays after all."""
        plan = self.version(connection).plan
        rows = offers(connection, row.handover)
        gone = (*had(rows), *([row.person] if row.person else []))
        lead, where = facts(connection, row.handover), left(rows)
        rests_on = situation(connection, plan, now, tuple(dict.fromkeys(gone)))
        found = follow(
            plan, lead, rests_on, now, where.place, moves=where.moves, escalated=where.escalated
        )
        if found is None:
            return None
        self.end(connection, row, state, now)
        routed = Routed(now, lead, rests_on, found.decision, left=where)
        return self.next(connection, row, routed, found.move)
