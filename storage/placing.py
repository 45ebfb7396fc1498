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
from qualification.routing.because import Because, WhyLeft
from qualification.routing.facts import facts_of
from qualification.routing.following import Next, follow, reminders
from qualification.routing.plan import TeamPlan
from qualification.routing.record import Left, Routed
from qualification.routing.routing import Situation, next_work
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
    routed_from,
    situation,
)
from storage.documents import object_from
from storage.tables import ConversationRow, HandoverRow
from storage.teams import Teams, TeamVersion
from storage.timing import is_away, time_again
from storage.turns import give_back

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


_STATES: Mapping[WhyLeft, AssignmentState] = {
    "late": "missed",
    "passed_on": "passed_on",
    "away": "away",
    "gone": "away",
}


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

    def plan_now(self, connection: Connection) -> TeamPlan | None:
        """The plan that holds; None while none is published."""
        version = self._teams.newest(connection)
        return None if version is None else version.plan

    def plan_of(self, connection: Connection, row: Row[Any]) -> TeamPlan:
        """The plan by which a lead came to a place."""
        return self.plan_numbered(connection, row.plan)

    def plan_numbered(self, connection: Connection, number: int) -> TeamPlan:
        """The plan of a version."""
        return self._teams.version(connection, number).plan

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

    def first(
        self, connection: Connection, handover: str, routed: Routed, cause: Cause, **more: Any
    ) -> Row[Any]:
        """Write where a lead is that was nowhere. Raises NotAssigned for an unknown one."""
        lead = lead_of(connection, handover)
        if lead is None:
            raise NotAssigned
        return self.put(connection, lead, routed, cause, 1, **more)

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
        self,
        connection: Connection,
        row: Row[Any],
        what: WhyLeft,
        now: datetime,
        by: str | None = None,
    ) -> Row[Any] | None:
        """Where a lead goes that did not stay; None where it stays after all. What lay with
        somebody who is not there was nobody's turn. `by`: who wanted it.
        """
        plan = self.version(connection).plan
        rows = offers(connection, row.handover)
        gone = (*had(rows), *([row.person] if row.person else []))
        whose = tuple(dict.fromkeys(gone))
        rests_on = situation(connection, plan, now, whose)
        lead = facts(connection, row.handover)
        where = left(rows, self._because(connection, row, what, rests_on, now))
        found = _next(plan, lead, rests_on, where, now)
        if found is None:
            return None
        if where.because.nobodys_turn:
            of_then = self.plan_of(connection, row)
            give_back(connection, of_then, routed_from(row).decision, row.at)
            rests_on = situation(connection, plan, now, whose)
            found = _next(plan, lead, rests_on, where, now) or found
        self.end(connection, row, _STATES[what], now)
        routed = Routed(now, lead, rests_on, found.decision, left=where)
        return self.next(connection, row, routed, found.move, by=by)

    def is_away(self, connection: Connection, person: str | None, at: datetime) -> bool:
        """Whether somebody is absent at a moment, by hand or by the plan that holds."""
        return is_away(connection, self.version(connection).plan, person, at)

    def time_again(self, connection: Connection, row: Row[Any], now: datetime) -> None:
        """Whoever has it is there at other times than when it was given to them."""
        time_again(connection, self.version(connection).plan, row, self._enqueue, now)

    def _because(
        self,
        connection: Connection,
        row: Row[Any],
        what: WhyLeft,
        rests_on: Situation,
        now: datetime,
    ) -> Because:
        """Why it leaves, with the name of whoever has it and when they are back."""
        if row.person is None or what == "late":
            return Because()
        plan = self.version(connection).plan
        person = plan.person(row.person)
        if person is not None:
            until = next_work(plan, person, rests_on, now) if what == "away" else None
            return Because(what, person.name, until)
        before = self.plan_of(connection, row).person(row.person)
        who = row.person if before is None else before.name
        return Because("gone" if what == "away" else what, who)


def _next(
    plan: TeamPlan, lead: LeadFacts, rests_on: Situation, where: Left, now: datetime
) -> Next | None:
    return follow(
        plan,
        lead,
        rests_on,
        now,
        where.place,
        moves=where.moves,
        escalated=where.escalated,
        because=where.because,
    )
