"""Whose leads are whose? Leads are given to people by the plan that holds, one at a time."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from agent.router import asking_again
from agent.routing import Assignment, ExistingOwner, Newcomer, Overdue
from qualification.routing.following import reminders
from qualification.routing.plan import TeamPlan
from qualification.routing.record import Routed
from qualification.routing.routing import FALLBACK, OWNER, Decision, Owned, Situation, route
from qualification.values import CONTACT_KINDS, ContactKind
from storage.assignment_rows import (
    change,
    had,
    is_late,
    newest,
    offers,
    one,
    routed_from,
    situation,
)
from storage.database import Database
from storage.owners import OURS, own_record
from storage.placing import Enqueue, Placing, document_of, facts, handover_of, lead_of
from storage.settling import lock
from storage.teams import Teams
from storage.turns import give_back

UNROUTED = "it could not be routed in time"
_Work = Callable[[Connection], Row[Any] | None]


class StoredAssignments:
    """agent.routing.Assignments over the database."""

    def __init__(self, database: Database, teams: Teams, enqueue: Enqueue) -> None:
        self._database = database
        self._teams = teams
        self._placing = Placing(teams, enqueue)
        self._enqueue = enqueue
        self._turn = asyncio.Lock()
        """One of a process at a time: those who wait for the lock would hold all connections."""

    async def current(self, handover: str) -> Assignment | None:
        """Where a lead is; None while it is nowhere."""
        return await self._read(lambda connection: newest(connection, handover))

    async def get(self, assignment: str) -> Assignment | None:
        """One place of a lead, also one that it has left."""
        return await self._read(lambda connection: one(connection, assignment))

    async def of(self, conversation: str) -> tuple[tuple[Assignment, Routed], ...]:
        """Every place of a lead by its conversation, each with all that the decision rested on.
        Raises UnknownConversation.
        """

        def work(connection: Connection) -> tuple[tuple[Assignment, Routed], ...]:
            rows = offers(connection, handover_of(connection, conversation) or "")
            return tuple((self._placing.shown(connection, row), routed_from(row)) for row in rows)

        return await self._database.read(work)

    async def handover(self, conversation: str) -> str | None:
        """The hand-over made for a lead, whoever has it; None where there is none. Raises
        UnknownConversation.
        """
        return await self._database.read(lambda connection: handover_of(connection, conversation))

    async def newcomer(self, handover: str) -> Newcomer | None:
        """A lead that is nowhere yet; None when there is no such hand-over, or no plan."""

        def work(connection: Connection) -> Newcomer | None:
            lead = lead_of(connection, handover)
            if lead is None or self._teams.newest(connection) is None:
                return None
            return Newcomer(handover, lead.conversation, _contact(connection, handover))

        return await self._database.read(work)

    async def give(
        self,
        handover: str,
        known: Sequence[ExistingOwner],
        now: datetime,
        silent: Sequence[str] = (),
    ) -> Assignment | None:
        """Route a lead that is nowhere; where it is already, that. `silent`: the records that did
        not say whether they know somebody.

        `known` was asked before it was this lead's turn: where our own record knew nobody then, it
        is looked at again, for another lead of the same company may have been given out since.
        """

        def work(connection: Connection) -> Row[Any] | None:
            lock(connection)
            there = newest(connection, handover)
            version = self._teams.newest(connection)
            if there is not None or version is None or lead_of(connection, handover) is None:
                return there
            all_known = [*_since(connection, handover, known), *known]
            owned = [found for who in all_known if (found := _owned(version.plan, who))]
            about, rests_on = (
                facts(connection, handover),
                situation(connection, version.plan, now, (), owned, silent),
            )
            routed = Routed(now, about, rests_on, route(version.plan, about, rests_on, now))
            row = self._placing.first(connection, handover, routed, "routed")
            theirs = [one for one in silent if one != OURS]
            if theirs and version.plan.existing_owner != "never":
                self._enqueue(connection, asking_again(row.id, theirs, now))
            return row

        return await self._write(work)

    async def claim(
        self, assignment: str, known: Sequence[ExistingOwner], now: datetime
    ) -> Assignment | None:
        """Where the lead is next, if it still waits to be accepted and is another's by what a
        record says now. It was nobody's turn: their customer it had been all along.
        """

        def work(connection: Connection) -> Row[Any] | None:
            lock(connection)
            row, plan = one(connection, assignment), self._placing.plan_now(connection)
            if row is None or plan is None or not _waits(row):
                return None
            owned = [found for who in known if (found := _owned(plan, who))]
            gone = had(offers(connection, row.handover))
            about = facts(connection, row.handover)
            rests_on = situation(connection, plan, now, gone, owned)
            decision = route(plan, about, rests_on, now)
            if decision.rule != OWNER or decision.person == row.person:
                return None
            of_then = self._placing.plan_of(connection, row)
            give_back(connection, of_then, routed_from(row).decision, row.at)
            self._placing.end(connection, row, "moved", now)
            return self._placing.next(
                connection, row, Routed(now, about, rests_on, decision), "routed"
            )

        return await self._write(work)

    async def fall_back(self, handover: str, now: datetime) -> Assignment | None:
        """Put a lead that is nowhere into the fallback queue; where it is already, that. No rule is
        looked at: one of them may be why it could not be routed.
        """

        def work(connection: Connection) -> Row[Any] | None:
            lock(connection)
            there = newest(connection, handover)
            plan = self._placing.plan_now(connection)
            if there is not None or plan is None or lead_of(connection, handover) is None:
                return there
            queue = plan.fallback.queue
            decision = Decision(FALLBACK, UNROUTED, queue=queue)
            about = facts(connection, handover)
            routed = Routed(now, about, Situation(), decision, by_hand=True)
            return self._placing.first(connection, handover, routed, "fallback")

        return await self._write(work)

    async def remind(self, assignment: str, now: datetime) -> Assignment | None:
        """It, if it still waits to be accepted; noted as reminded."""

        def work(connection: Connection) -> Row[Any] | None:
            lock(connection)
            row = one(connection, assignment)
            if row is None or not _waits(row):
                return None
            if not self._placing.shown(connection, row).reachable:
                return None
            if row.reminded_at is None:
                change(connection, row.id, reminded_at=now)
            return one(connection, assignment)

        return await self._write(work)

    async def overdue(self, assignment: str, now: datetime) -> Assignment | None:
        """Where the lead is next, if it was not accepted in time; None where nothing changes."""

        def work(connection: Connection) -> Row[Any] | None:
            lock(connection)
            row = one(connection, assignment)
            if row is None or not _waits(row):
                return None
            if self._placing.is_away(connection, row.person, row.due_at or now):
                return self._leaves(connection, row, now)
            change(connection, row.id, overdue_at=now)
            moved = self._placing.follow(connection, row, "late", now)
            if moved is None and row.queue is not None:
                self._placing.stays(connection, row)
            return moved

        return await self._write(work)

    async def remind_again(self, assignment: str, now: datetime) -> Overdue | None:
        """A queue whose lead nobody took in time; None where that is nobody's work any more. Where
        somebody is named for such leads meanwhile, they get it.
        """

        def work(connection: Connection) -> Overdue | None:
            lock(connection)
            row = one(connection, assignment)
            if row is None or not is_late(row):
                return None
            if self._placing.follow(connection, row, "late", now) is not None:
                return None
            plan = self._placing.version(connection).plan
            moments = reminders(plan, row.queue, row.tier, row.at)
            number = sum(moment <= now for moment in moments)
            next_at = next(iter(moments[number:]), None)
            shown = self._placing.shown(connection, row)
            if number == 0 or not shown.reachable:
                return Overdue(None, number, next_at)
            if row.reminded_at is None or row.reminded_at < moments[number - 1]:
                change(connection, row.id, reminded_at=now)
                shown = self._placing.shown(connection, one(connection, assignment) or row)
            return Overdue(shown, number, next_at)

        async with self._turn:
            return await self._database.write(work)

    def _leaves(self, connection: Connection, row: Row[Any], now: datetime) -> Row[Any] | None:
        """Its time was over while they were away already: that is not their doing."""
        moved = self._placing.follow(connection, row, "away", now)
        if moved is None:
            self._placing.time_again(connection, row, now)
        return moved

    async def _read(self, work: _Work) -> Assignment | None:
        return await self._database.read(lambda connection: self._shown(connection, work))

    async def _write(self, work: _Work) -> Assignment | None:
        async with self._turn:
            return await self._database.write(lambda connection: self._shown(connection, work))

    def _shown(self, connection: Connection, work: _Work) -> Assignment | None:
        row = work(connection)
        return None if row is None else self._placing.shown(connection, row)


def _waits(row: Row[Any]) -> bool:
    """Whether somebody is still to accept it: what was won in a queue is nobody's work any more."""
    return row.state == "offered" and row.overdue_at is None and row.closed_at is None


def _contact(connection: Connection, handover: str) -> dict[ContactKind, str]:
    contact = document_of(connection, handover).get("contact")
    known = contact if isinstance(contact, dict) else {}
    return {kind: str(known[kind]) for kind in CONTACT_KINDS if known.get(kind)}


def _since(
    connection: Connection, handover: str, known: Sequence[ExistingOwner]
) -> Sequence[ExistingOwner]:
    """Who of ours has them by now, where nobody had when our own record was asked."""
    if any(one.system == OURS for one in known):
        return ()
    found = own_record(connection, _contact(connection, handover))
    return () if found is None else (found,)


def _owned(plan: TeamPlan, known: ExistingOwner) -> Owned | None:
    """Who of the plan that is; None for somebody whom the plan does not know."""
    for person in plan.people:
        here = person.id if known.system == OURS else person.ids.get(known.system)
        same_mail = known.email is not None and known.email.lower() == person.email
        if here == known.id or same_mail:
            return Owned(person.id, known.system, known.why)
    return None
