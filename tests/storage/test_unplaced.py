"""No lead is nobody's for ever: what could not be routed is routed later, by rules or by hand."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import update

from agent.outbox import Owner
from agent.ports import Job
from agent.preparing import Preparing
from agent.router import ANNOUNCE, FALL_BACK, KIND, ROUTE, UNTIL_FALLBACK, Router
from agent.routing import Assignment
from qualification.routing.following import Place
from storage.acceptance import NotTheirs, UnknownPlace
from storage.database import Database
from storage.inbox_filters import Filters, Me
from storage.inbox_lines import InboxLines
from storage.outbox import StoredOutbox
from storage.outcomes import LeadOutcome, Outcomes
from storage.placing import NotAssigned
from storage.preparations import StoredAnnouncing, StoredPreparations
from storage.tables import HandoverRow
from storage.unplaced import LOOK_BACK, ON_ITS_WAY, UnplacedLead
from tests.fakes.assignments import FakeReminding
from tests.storage.routed import MONDAY, Desk

PATIENCE = timedelta(seconds=0.2)


@dataclass
class Failing:
    """Routing that takes too long or fails as often as it is told."""

    desk: Desk
    troubles: list[Exception | float] = field(default_factory=list)

    async def assign(self, handover: str) -> Owner | None:
        trouble = self.troubles.pop() if self.troubles else None
        if isinstance(trouble, Exception):
            raise trouble
        await asyncio.sleep(trouble or 0)
        return await self.desk.router.assign(handover)


class Office:
    """What a process has that prepares leads and gives them out."""

    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.outbox = StoredOutbox(
            database, self.desk.enqueue, ["email"], "https://banter.example", prepares=True
        )
        self.failing = Failing(self.desk)
        self.preparing = Preparing(
            StoredPreparations(database, self.outbox),
            self.failing,
            None,
            self.desk.clock,
            patience=PATIENCE,
        )
        announcing = StoredAnnouncing(database, self.outbox, self.desk.clock)
        self.desk.router = Router(
            self.desk.assignments, (), announcing, [FakeReminding()], self.desk.clock
        )

    async def hand_over(self, *troubles: Exception | float) -> str:
        """A lead that has gone out, and what went wrong with its routing."""
        handover = await self.desk.lead()
        self.failing.troubles = list(troubles)
        assert await self.preparing.prepare(f"{handover}.1") is None
        return handover

    async def now(self, handover: str) -> Assignment:
        """Where a lead is."""
        found = await self.desk.assignments.current(handover)
        assert found is not None, "nobody has it"
        return found

    def about(self, handover: str) -> dict[str, Job]:
        """The jobs that look after a lead that nobody has."""
        return {
            job.row.rpartition("/")[2]: job
            for job in self.desk.jobs
            if job.kind == KIND and job.row.startswith(handover)
        }


@pytest.fixture
async def office(database: Database) -> Office:
    """One process, with the plan of the tests."""
    made = Office(database)
    await made.desk.publish()
    return made


@pytest.fixture
async def early(database: Database) -> Office:
    """One process of somebody who has published no plan yet."""
    return Office(database)


class TestLateRouting:
    @pytest.mark.parametrize("trouble", [30.0, RuntimeError("once")], ids=["slow", "error"])
    async def test_a_lead_whose_routing_failed_gets_an_owner_and_the_places_are_told(
        self, office: Office, trouble: Exception | float
    ) -> None:
        handover = await office.hand_over(trouble)
        assert await office.desk.assignments.current(handover) is None
        [job] = [one for name, one in office.about(handover).items() if name == ROUTE]
        office.desk.jobs.clear()
        assert await office.desk.router.look_after(job.row) is None
        given = await office.now(handover)
        assert (given.person, given.cause, given.state) == ("ana", "routed", "offered")
        assert given.due_at is not None, "they have their time to accept it"
        assert Job("prepare", f"{handover}.2") in office.desk.jobs, "told with its owner"
        office.desk.jobs.clear()
        await office.desk.router.look_after(job.row)
        assert office.desk.jobs == [], "done again it changes nothing"

    async def test_what_was_routed_in_time_needs_none_of_it(self, office: Office) -> None:
        handover = await office.hand_over()
        assert (await office.now(handover)).person == "ana"
        assert office.about(handover) == {}

    async def test_a_revision_asks_for_it_once(self, office: Office) -> None:
        handover = await office.hand_over(RuntimeError("once"))
        route, fall_back = (office.about(handover)[one] for one in (ROUTE, FALL_BACK))
        assert (route.key, route.at) == (f"{handover}.1/{ROUTE}", None)
        assert fall_back.key == f"{handover}.1/{FALL_BACK}"
        assert fall_back.at == MONDAY + UNTIL_FALLBACK

    async def test_what_the_rules_cannot_route_lies_in_the_fallback_queue_and_its_time_runs(
        self, office: Office
    ) -> None:
        handover = await office.hand_over(RuntimeError("always"))
        office.desk.clock.pass_by(seconds=UNTIL_FALLBACK.total_seconds())
        await office.desk.router.look_after(f"{handover}/{FALL_BACK}")
        queued = await office.now(handover)
        assert (queued.person, queued.queue, queued.cause) == (None, "general", "fallback")
        assert queued.why == "it could not be routed in time"
        assert queued.due_at is not None
        assert office.desk.due(queued).keys() == {"remind", "overdue", ANNOUNCE}
        [(_, routed)] = await office.desk.assignments.of(queued.conversation)
        plan = (await office.desk.teams.get(1)).plan
        assert routed.again(plan) == routed.decision, "it can be explained"
        await office.desk.router.look_after(f"{handover}/{ROUTE}")
        assert await office.now(handover) == queued, "whoever takes it keeps it"

    async def test_what_somebody_has_by_then_stays_theirs(self, office: Office) -> None:
        handover = await office.hand_over(RuntimeError("once"))
        await office.desk.acceptance.accept(handover, "luis", MONDAY)
        for what in (ROUTE, FALL_BACK):
            await office.desk.router.look_after(f"{handover}/{what}")
        now = await office.now(handover)
        assert (now.person, now.state, now.number) == ("luis", "accepted", 1)

    async def test_without_a_plan_there_is_nowhere_to_put_it(self, early: Office) -> None:
        handover = await early.hand_over()
        for what in (ROUTE, FALL_BACK):
            await early.desk.router.look_after(f"{handover}/{what}")
        assert await early.desk.assignments.current(handover) is None
        await early.desk.publish()
        await early.desk.router.look_after("unknown/fall_back")


class TestByHand:
    """A lead that nobody has is given to somebody as any other."""

    @pytest.fixture
    async def nobodys(self, office: Office) -> str:
        """A lead that nobody has."""
        return await office.hand_over(RuntimeError("once"))

    async def test_to_a_person_who_is_told_and_has_the_time_to_accept(
        self, office: Office, nobodys: str
    ) -> None:
        move = office.desk.acceptance.move
        moved = await move(nobodys, Place(person="luis"), "eva", None, MONDAY)
        assert (moved.person, moved.cause, moved.by, moved.number) == ("luis", "by_hand", "eva", 1)
        assert office.desk.due(moved).keys() == {"remind", "overdue", ANNOUNCE}
        await office.desk.router.look_after(f"{moved.id}/{ANNOUNCE}")
        assert Job("prepare", f"{nobodys}.2") in office.desk.jobs

    async def test_to_a_queue_or_by_the_rules(self, office: Office, nobodys: str) -> None:
        queued = await office.desk.acceptance.move(
            nobodys, Place(queue="general"), "eva", None, MONDAY
        )
        assert (queued.queue, queued.number) == ("general", 1)
        another = await office.hand_over(RuntimeError("once"))
        given = await office.desk.acceptance.move(another, None, "eva", None, MONDAY)
        assert (given.person, given.rule) == ("ana", "everything")

    async def test_who_accepts_it_has_it(self, office: Office, nobodys: str) -> None:
        taken = await office.desk.acceptance.accept(nobodys, "luis", MONDAY)
        assert (taken.person, taken.state, taken.cause) == ("luis", "accepted", "taken")
        with pytest.raises(NotTheirs):
            await office.desk.acceptance.accept(nobodys, "ana", MONDAY)

    async def test_who_finds_it_no_lead_ends_it(self, office: Office, nobodys: str) -> None:
        ended = await office.desk.acceptance.reject(nobodys, "luis", "spam", MONDAY)
        assert (ended.state, ended.reason) == ("rejected", "spam")

    async def test_a_stranger_and_an_unknown_lead_are_refused(
        self, office: Office, nobodys: str
    ) -> None:
        acceptance = office.desk.acceptance
        with pytest.raises(NotAssigned):
            await acceptance.accept(nobodys, "stranger", MONDAY)
        with pytest.raises(UnknownPlace):
            await acceptance.move(nobodys, Place(person="stranger"), "eva", None, MONDAY)
        with pytest.raises(NotAssigned):
            await acceptance.move("unknown", Place(person="luis"), "eva", None, MONDAY)
        assert await office.desk.assignments.current(nobodys) is None

    async def test_without_a_plan_nobody_can_have_it(self, early: Office) -> None:
        handover = await early.desk.lead()
        with pytest.raises(NotAssigned):
            await early.desk.acceptance.move(handover, None, "eva", None, MONDAY)


class TestSeen:
    """Leads that nobody has are named, and all routed at once when somebody wants it."""

    async def test_with_what_went_wrong_once_they_are_not_on_their_way_any_more(
        self, office: Office
    ) -> None:
        handover = await office.hand_over(RuntimeError("once"))
        unplaced = office.desk.acceptance.unplaced
        assert (await unplaced.all(MONDAY)).count == 0, "somebody is about to have it"
        later = MONDAY + ON_ITS_WAY
        [lead] = (await unplaced.all(later)).oldest
        assert lead == UnplacedLead(
            lead.conversation, MONDAY, "the owner could not be made: RuntimeError"
        )
        listed = await InboxLines(office.desk.database).listed(
            Filters("unassigned", "every"), Me("u1"), later
        )
        assert [one.conversation for one in listed.lines] == [lead.conversation]
        await office.desk.router.look_after(f"{handover}/{ROUTE}")
        assert (await unplaced.all(later)).count == 0

    async def test_who_came_before_the_first_plan_is_routed_by_it_when_asked(
        self, early: Office
    ) -> None:
        handovers = [await early.hand_over() for _ in range(3)]
        unplaced = early.desk.acceptance.unplaced
        later = MONDAY + timedelta(hours=2)
        with pytest.raises(NotAssigned):
            await unplaced.route(later)
        assert (await unplaced.all(later)).count == 0, "without teams that is as it should be"
        await early.desk.publish()
        found = await unplaced.all(later)
        assert (found.count, [one.trouble for one in found.oldest]) == (3, [None] * 3)
        early.desk.jobs.clear()
        early.desk.clock.pass_by(seconds=(later - MONDAY).total_seconds())
        assert await unplaced.route(later) == 3
        await early.desk.work_until(later, KIND)
        people = [(await early.now(one)).person for one in handovers]
        assert sorted(filter(None, people)) == ["ana", "ana", "luis"]
        assert await unplaced.route(later) == 0

    async def test_what_is_over_or_somebody_sees_to_is_not_among_them(self, early: Office) -> None:
        won, old, nobodys = [await early.hand_over() for _ in range(3)]
        desk = early.desk
        await desk.publish()
        past = MONDAY - LOOK_BACK
        await desk.database.write(
            lambda connection: connection.execute(
                update(HandoverRow).where(HandoverRow.id == old).values(created_at=past)
            )
        )
        later = MONDAY + timedelta(hours=1)
        found = await desk.acceptance.unplaced.all(later)
        assert found.count == 2
        for lead in found.oldest:
            newcomer = await desk.assignments.newcomer(won)
            if newcomer is not None and newcomer.conversation == lead.conversation:
                won_by_us = LeadOutcome(lead.conversation, "won", later)
                await Outcomes(desk.database).record(won_by_us, later)
        newcomer = await desk.assignments.newcomer(nobodys)
        assert newcomer is not None
        [left] = (await desk.acceptance.unplaced.all(later)).oldest
        assert left.conversation == newcomer.conversation
