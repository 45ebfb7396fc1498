"""What do people do with the leads they are given? Accept, reject, pass on; move them by hand."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from agent.router import KIND, OVERDUE, REMIND
from agent.routing import Assignment
from qualification.routing.following import Place
from qualification.routing.plan import TeamPlan
from qualification.routing.record import Routed
from qualification.routing.routing import Decision, route
from storage.assignment_rows import (
    change,
    had,
    newest,
    offers,
    routed_from,
    situation,
)
from storage.database import Database
from storage.departures import Departures
from storage.outcomes import Aftermath, LeadOutcome, OutcomeName, record_outcome
from storage.placing import Enqueue, NotAssigned, Placing, facts, handover_of
from storage.routing_tables import AssignmentRow
from storage.settling import lock
from storage.teams import Teams
from storage.turns import give_back
from storage.unplaced import Unplaced

Cancel = Callable[[str, str], Awaitable[object]]
"""agent.ports.Jobs.cancel"""

BY_HAND = "by hand"
BY_CALL = "by call"
_WAITING = (
    select(*AssignmentRow.__table__.c)
    .where(
        AssignmentRow.person == bindparam("of"),
        AssignmentRow.closed_at.is_(None),
        AssignmentRow.state == "offered",
    )
    .order_by(AssignmentRow.at)
)


class NotTheirs(Exception):
    """Somebody else has this lead, or nobody any more: look who, before you try again."""

    def __init__(self, now: Assignment) -> None:
        super().__init__(f"{now.handover} is with {now.person or now.queue}: {now.state}")
        self.now = now


class UnknownPlace(Exception):
    """There is no such person or queue in the plan that holds."""


class Acceptance:
    """What people do with leads, on record and told to the script."""

    def __init__(
        self,
        database: Database,
        teams: Teams,
        enqueue: Enqueue,
        cancel: Cancel,
        aftermath: Aftermath | None = None,
    ) -> None:
        self._database = database
        self._cancel = cancel
        self.aftermath = aftermath
        self._placing = Placing(teams, enqueue)
        self.departures = Departures(database, self._placing)
        self.unplaced = Unplaced(database, self._placing, enqueue)

    async def accept(self, handover: str, person: str, now: datetime) -> Assignment:
        """A person takes a lead that is theirs, or lies in a queue; again changes nothing.

        Raises NotTheirs and NotAssigned.
        """

        def work(connection: Connection) -> None:
            row = self._theirs(connection, handover, person, now, "accepted")
            if row.state == "offered":
                change(connection, row.id, state="accepted", accepted_at=now)
            self._say(connection, row, "accepted", now)

        return await self._done(handover, work)

    async def reject(self, handover: str, person: str, reason: str, now: datetime) -> Assignment:
        """Whoever has it says that it is no lead: it goes nowhere else, and was nobody's turn.

        Raises NotTheirs and NotAssigned.
        """

        def work(connection: Connection) -> None:
            row = self._theirs(connection, handover, person, now, "accepted", "rejected")
            if row.state != "rejected":
                plan = self._placing.plan_of(connection, row)
                give_back(connection, plan, routed_from(row).decision, row.at)
                change(connection, row.id, reason=reason)
                self._placing.end(connection, row, "rejected", now)
                self._say(connection, row, "rejected", now, reason)

        return await self._done(handover, work)

    async def pass_on(self, handover: str, person: str, reason: str, now: datetime) -> Assignment:
        """Whoever has it cannot see to it: somebody else gets it. Raises NotTheirs, NotAssigned."""

        def work(connection: Connection) -> None:
            row = self._held(connection, handover, person, "accepted")
            change(connection, row.id, reason=reason)
            self._placing.follow(connection, row, "passed_on", now)

        return await self._done(handover, work)

    async def move(
        self, handover: str, to: Place | None, by: str, reason: str | None, now: datetime
    ) -> Assignment:
        """By hand, to a person or a queue; without one, by the rules, to somebody else. A lead that
        nobody has is given to them the same way.

        Raises UnknownPlace, and NotAssigned where it was not handed over or no plan holds.
        """

        def work(connection: Connection) -> None:
            row, plan = newest(connection, handover), self._placing.version(connection).plan
            if row is not None:
                change(connection, row.id, reason=reason)
                self._placing.end(connection, row, "moved", now)
            lead = facts(connection, handover)
            rests_on = situation(connection, plan, now, had(offers(connection, handover)))
            decision = route(plan, lead, rests_on, now) if to is None else _by_hand(plan, to, by)
            routed = Routed(now, lead, rests_on, decision, by_hand=to is not None)
            if row is None:
                self._placing.first(connection, handover, routed, "by_hand", by=by)
            else:
                self._placing.next(connection, row, routed, "by_hand", by=by)

        return await self._done(handover, work)

    async def leave(self, person: str, now: datetime) -> tuple[Assignment, ...]:
        """Somebody is not there: what they have not accepted yet goes to others."""

        def work(connection: Connection) -> tuple[Assignment, ...]:
            lock(connection)
            return self.left(connection, person, now)

        return await self._database.write(work)

    def left(self, connection: Connection, person: str, now: datetime) -> tuple[Assignment, ...]:
        """The same in the transaction of a caller who holds storage.settling.lock."""
        moved = []
        for row in connection.execute(_WAITING, {"of": person}).all():
            after = self._placing.follow(connection, row, "away", now)
            if after is None:  # all others are away for at least as long
                self._placing.time_again(connection, row, now)
            else:
                moved.append(self._placing.shown(connection, after))
        return tuple(moved)

    async def time_again(self, person: str, now: datetime) -> None:
        """They are there at other times than when they got what they have not accepted yet: it is
        to be accepted by those.
        """

        def work(connection: Connection) -> None:
            lock(connection)
            self.timed_again(connection, person, now)

        await self._database.write(work)

    def timed_again(self, connection: Connection, person: str, now: datetime) -> None:
        """The same in the transaction of a caller who holds storage.settling.lock."""
        for row in connection.execute(_WAITING, {"of": person}).all():
            self._placing.time_again(connection, row, now)

    async def spoke(self, conversation: str, person: str, now: datetime) -> None:
        """A person took a call of theirs: the lead is that person's, if it is anybody's yet."""
        handover = await self._database.read(
            lambda connection: handover_of(connection, conversation)
        )
        if handover is not None:
            await self.took(handover, Decision(BY_CALL, f"{person} took their call", person), now)

    async def took(self, handover: str, decision: Decision, now: datetime) -> None:
        """A person took it elsewhere: it is theirs, if it is anybody's yet; again changes nothing.

        Raises NotTheirs where somebody else got it at this very moment.
        """
        person = decision.person
        if person is None:
            raise ValueError("somebody has to take it")

        def work(connection: Connection) -> bool:
            lock(connection)
            row = newest(connection, handover)
            if row is None or row.state not in ("offered", "accepted"):
                return False
            if row.person != person:
                self._placing.end(connection, row, "moved", now)
                routed = replace(
                    routed_from(row), at=now, decision=decision, left=None, by_hand=True
                )
                self._placing.next(connection, row, routed, "taken", by=person, accepted=True)
            return True

        if await self._database.write(work):
            await self.accept(handover, person, now)

    def _theirs(
        self, connection: Connection, handover: str, person: str, now: datetime, *states: str
    ) -> Row[Any]:
        """The lead where this person has it; out of a queue they take it, and what nobody has."""
        row = newest(connection, handover)
        if row is None:
            self._find(connection, handover, person, now)
        elif row.person is None and row.state == "offered":
            self._take(connection, row, person, now)
        return self._held(connection, handover, person, *states)

    def _held(self, connection: Connection, handover: str, person: str, *states: str) -> Row[Any]:
        """The lead where this person has it."""
        row = self._placing.there(connection, handover)
        if row.person != person or row.state not in ("offered", *states):
            raise NotTheirs(self._placing.shown(connection, row))
        return row

    def _find(self, connection: Connection, handover: str, person: str, now: datetime) -> None:
        """Somebody of the plan takes a lead that nobody has."""
        plan = self._placing.version(connection).plan
        if plan.person(person) is None:
            raise NotAssigned
        rests_on, lead = situation(connection, plan, now), facts(connection, handover)
        taken = Decision(BY_HAND, f"{person} took it: nobody had it", person=person)
        routed = Routed(now, lead, rests_on, taken, by_hand=True)
        self._placing.first(connection, handover, routed, "taken", by=person, accepted=True)

    def _take(self, connection: Connection, row: Row[Any], person: str, now: datetime) -> None:
        """Somebody takes a lead out of a queue, if they may."""
        takers = self._placing.version(connection).plan.takers(row.queue or "")
        if person not in {one.id for one in takers}:
            return
        self._placing.end(connection, row, "moved", now)
        taken = Decision(BY_HAND, f"{person} took it out of the queue {row.queue}", person=person)
        routed = replace(routed_from(row), at=now, decision=taken, left=None, by_hand=True)
        self._placing.next(connection, row, routed, "taken", by=person, accepted=True)

    def _say(
        self,
        connection: Connection,
        row: Row[Any],
        outcome: OutcomeName,
        now: datetime,
        reason: str | None = None,
    ) -> None:
        """What they do with a lead teaches the script; said once."""
        said = LeadOutcome(
            conversation=row.conversation,
            outcome=outcome,
            at=now,
            reason=reason,
            person=row.person,
            reference=f"{KIND}/{row.id}/{outcome}",
        )
        record_outcome(connection, said, now, self.aftermath)

    async def _done(self, handover: str, work: Callable[[Connection], None]) -> Assignment:
        """What somebody did; the timers that nobody needs any more are forgotten."""

        def all_of_it(connection: Connection) -> tuple[Assignment, list[str]]:
            lock(connection)
            work(connection)
            rows = offers(connection, handover)
            over = [one.id for one in rows if one.state != "offered" and one.due_at is not None]
            return self._placing.shown(connection, rows[-1]), over

        now, over = await self._database.write(all_of_it)
        for identity in over:
            for what in (REMIND, OVERDUE):
                await self._cancel(KIND, f"{identity}/{what}")
        return now


def _by_hand(plan: TeamPlan, to: Place, by: str) -> Decision:
    person, queue = plan.person(to.person), plan.queue(to.queue)
    if (person is None) == (queue is None):
        raise UnknownPlace(to.person or to.queue or "")
    team = next((one.id for one in plan.teams if person and person.id in one.people), None)
    return Decision(BY_HAND, f"moved by {by}", person=to.person, team=team, queue=to.queue)
