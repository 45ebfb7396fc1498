"""When somebody begins to be away, others get what they have not accepted: whoever entered it, and
whatever process lives then.
"""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from agent.leaving import KIND, Leaving
from agent.ports import Job
from agent.rehearsal.rehearsal import SystemClock
from agent.router import KIND as ASSIGNMENT
from storage.absences import Absence, Absences, AlreadyAway
from storage.acceptance import NotTheirs
from storage.database import Database
from storage.jobs import DurableJobs, Kind
from tests.storage.routed import MONDAY, PLAN, Desk
from tests.storage.working import doing, states

TUESDAY = datetime.fromisoformat("2026-11-24T00:00:00+01:00")
"""As a day begins in Madrid."""
DAY = timedelta(days=1)
WARM = {"tier": "warm"}


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Nobody has to accept a lead within days."""
    made = Desk(database)
    await made.publish(plan())
    return made


def plan(*absences: str) -> str:
    """One in which Ana is away so often."""
    away = "" if not absences else f", absences: [{', '.join(absences)}]"
    return PLAN.replace('ids: {hubspot: "51001"}', f'ids: {{hubspot: "51001"}}{away}')


async def owner(desk: Desk, handover: str) -> str | None:
    found = await desk.assignments.current(handover)
    return None if found is None else found.person


def beginnings(desk: Desk) -> list[Job]:
    """The jobs for absences that begin, beside those for other times of work."""
    return [job for job in desk.jobs if job.kind == KIND and not job.row.startswith("times/")]


def begins(desk: Desk) -> list[datetime | None]:
    """When absences begin that jobs wait for."""
    return [job.at for job in beginnings(desk)]


class TestByHand:
    async def test_what_is_not_accepted_goes_to_others_when_it_begins(self, desk: Desk) -> None:
        waiting, theirs, kept = await desk.given(), await desk.given(), await desk.given()
        assert (waiting.person, theirs.person, kept.person) == ("ana", "luis", "ana")
        await desk.acceptance.accept(kept.handover, "ana", MONDAY)
        away = Absence("ana", TUESDAY, TUESDAY + DAY, "a fair")
        assert await desk.absences.add(away, desk.acceptance, MONDAY) == ()
        await desk.work_until(TUESDAY - timedelta(seconds=1), KIND)
        assert await owner(desk, waiting.handover) == "ana"
        await desk.work_until(TUESDAY, KIND)
        found = await desk.assignments.current(waiting.handover)
        assert found is not None
        assert (found.person, found.cause, found.at) == ("luis", "away", TUESDAY)
        assert [await owner(desk, one.handover) for one in (theirs, kept)] == ["luis", "ana"]

    async def test_one_that_is_taken_out_moves_nothing(self, desk: Desk) -> None:
        waiting = await desk.given()
        away = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        assert not await desk.absences.remove("luis", away.id, desk.acceptance, MONDAY), (
            "it is not his"
        )
        assert await desk.absences.remove("ana", away.id, desk.acceptance, MONDAY)
        assert begins(desk) == []
        assert await desk.absences.coming(MONDAY) == ()
        assert not await desk.absences.remove("ana", away.id, desk.acceptance, MONDAY)
        assert await desk.leaving.begin(away.id) is None
        assert await owner(desk, waiting.handover) == "ana"

    async def test_one_that_has_begun_ends_when_it_is_taken_out(self, desk: Desk) -> None:
        away = Absence("ana", MONDAY, TUESDAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        assert (await desk.given()).person == "luis"
        later = MONDAY + timedelta(hours=1)
        assert await desk.absences.remove("ana", away.id, desk.acceptance, later)
        desk.clock.pass_by(hours=1)
        assert (await desk.given()).person == "ana"

    async def test_one_that_is_changed_begins_then_and_not_before(self, desk: Desk) -> None:
        waiting = await desk.given()
        away = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        later = Absence("ana", TUESDAY + DAY, TUESDAY + 2 * DAY, id=away.id)
        assert await desk.absences.change(later, desk.acceptance, MONDAY) == ()
        assert begins(desk) == [TUESDAY + DAY]
        await desk.work_until(TUESDAY, KIND)
        assert await owner(desk, waiting.handover) == "ana"
        await desk.work_until(TUESDAY + DAY, KIND)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_one_that_is_changed_to_now_moves_them_now(self, desk: Desk) -> None:
        waiting = await desk.given()
        away = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        now = Absence("ana", MONDAY, TUESDAY, id=away.id)
        changed = await desk.absences.change(now, desk.acceptance, MONDAY)
        assert changed is not None
        assert [(one.handover, one.person) for one in changed] == [(waiting.handover, "luis")]
        assert begins(desk) == []
        unknown = Absence("ana", MONDAY, TUESDAY)
        assert await desk.absences.change(unknown, desk.acceptance, MONDAY) is None

    async def test_a_job_that_comes_too_early_comes_again_and_too_late_does_nothing(
        self, desk: Desk
    ) -> None:
        waiting = await desk.given()
        away = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        assert await desk.leaving.begin(away.id) == TUESDAY
        desk.clock.pass_by(days=3)
        assert await desk.leaving.begin(away.id) is None
        assert await owner(desk, waiting.handover) == "ana"


class TestWhy:
    """Who is on holiday has not failed to accept: record, decision and hand-over say so."""

    async def test_the_one_who_is_away_is_not_late_and_the_next_one_reads_why(
        self, desk: Desk
    ) -> None:
        waiting = await desk.given()
        away = Absence("ana", MONDAY, TUESDAY, "a fair")
        [after] = await desk.absences.add(away, desk.acceptance, MONDAY)
        (before, _), (now, routed) = await desk.assignments.of(waiting.conversation)
        assert (before.state, before.overdue_at, now.cause) == ("away", None, "away")
        assert now.why.startswith("Ana Ruiz is away until 2026-11-24 09:00; in turn")
        assert routed.again((await desk.teams.get(now.plan)).plan) == routed.decision
        assert after.owner is not None
        assert after.owner.came == ("Ana Ruiz está fuera hasta el 24/11/2026 a las 09:00.")

    async def test_it_was_nobodys_turn(self, desk: Desk) -> None:
        """Leads go on as if there had been none: Ana, Luis, Ana."""
        await desk.given()
        away = Absence("ana", MONDAY, MONDAY + timedelta(hours=1))
        await desk.absences.add(away, desk.acceptance, MONDAY)
        desk.clock.pass_by(hours=1)
        assert [(await desk.given()).person for _ in range(3)] == ["ana", "luis", "ana"]

    async def test_it_is_none_of_the_times_that_it_may_be_given_to_others(self, desk: Desk) -> None:
        await desk.publish(plan().replace("escalate_to: marta}\nqueues", "reassign: 0}\nqueues"))
        waiting = await desk.given()
        away = Absence("ana", MONDAY, TUESDAY)
        [after] = await desk.absences.add(away, desk.acceptance, MONDAY)
        assert (after.handover, after.person) == (waiting.handover, "luis")

    async def test_a_timer_that_runs_out_after_it_began_says_the_same(self, desk: Desk) -> None:
        """The absence's job comes late, behind the timer's."""
        waiting = await desk.given()
        assert waiting.due_at is not None
        soon = Absence("ana", waiting.due_at - timedelta(minutes=1), TUESDAY)
        await desk.absences.add(soon, desk.acceptance, MONDAY)
        moved = await desk.overdue(waiting)
        assert moved is not None
        assert (moved.person, moved.cause) == ("luis", "away")
        await desk.work_until(desk.clock.now(), KIND)
        assert await owner(desk, waiting.handover) == "luis", "once"

    async def test_who_was_late_before_it_began_was_late(self, desk: Desk) -> None:
        waiting = await desk.given()
        assert waiting.due_at is not None
        later = Absence("ana", waiting.due_at + timedelta(minutes=1), TUESDAY)
        await desk.absences.add(later, desk.acceptance, MONDAY)
        moved = await desk.overdue(waiting)
        assert moved is not None
        assert moved.cause == "reassigned"

    async def test_who_has_left_the_plan_is_named_to_the_next(self, desk: Desk) -> None:
        waiting = await desk.given()
        await desk.publish(
            plan().replace("id: ana, name: Ana Ruiz", "id: eva, name: Eva").replace("[ana", "[eva")
        )
        await desk.work_until(MONDAY, KIND)
        found = await desk.assignments.current(waiting.handover)
        assert found is not None
        assert found.owner is not None
        assert found.owner.came == "Ana Ruiz ya no está en los equipos."


class TestOtherTimes:
    """By when a lead is to be accepted goes by the absences that hold, not by those of once."""

    async def test_one_that_is_withdrawn_leaves_no_lead_lying(self, desk: Desk) -> None:
        """At two minutes to six, and away from tomorrow on: that was to be accepted in weeks."""
        desk.clock.pass_by(hours=7, minutes=58)
        away = Absence("ana", TUESDAY, TUESDAY + 14 * DAY)
        await desk.absences.add(away, desk.acceptance, desk.clock.now())
        waiting = await desk.given()
        assert waiting.due_at == datetime.fromisoformat("2026-12-08T09:03:00+01:00")
        assert await desk.absences.remove("ana", away.id, desk.acceptance, desk.clock.now())
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert now.due_at == datetime.fromisoformat("2026-11-24T09:03:00+01:00")
        await desk.work_until(TUESDAY + timedelta(hours=9, minutes=2), ASSIGNMENT)
        assert [one.assignment for one in desk.reminding.reminded] == [waiting.id]
        await desk.work_until(TUESDAY + timedelta(hours=9, minutes=4), ASSIGNMENT)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_who_is_back_early_has_the_time_from_then(self, desk: Desk) -> None:
        for one in ("ana", "luis"):
            gone = Absence(one, MONDAY, TUESDAY + (one == "luis") * DAY)
            await desk.absences.add(gone, desk.acceptance, MONDAY)
        waiting = await desk.given()
        assert waiting.person == "ana", "she is back first"
        desk.clock.pass_by(hours=1)
        assert await desk.absences.back("ana", desk.acceptance, desk.clock.now())
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert now.due_at == MONDAY + timedelta(hours=1, minutes=5)

    async def test_where_everybody_is_away_it_waits_and_nobody_is_late(self, desk: Desk) -> None:
        """Whoever had it is back as soon as the others: it lies with them until then."""
        waiting = await desk.given()
        for one in ("marta", "luis", "ana"):
            away = Absence(one, MONDAY, TUESDAY)
            assert await desk.absences.add(away, desk.acceptance, MONDAY) == ()
        await desk.work_until(TUESDAY + timedelta(hours=9, minutes=4), ASSIGNMENT)
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert (now.id, now.state, now.overdue_at) == (waiting.id, "offered", None)
        await desk.work_until(TUESDAY + timedelta(hours=9, minutes=6), ASSIGNMENT)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_a_weekend_away_takes_nothing_from_anybody(self, desk: Desk) -> None:
        friday = datetime.fromisoformat("2026-11-27T17:58:00+01:00")
        desk.clock.pass_by(seconds=(friday - desk.clock.now()).total_seconds())
        waiting = await desk.given()
        saturday = datetime.fromisoformat("2026-11-28T00:00:00+01:00")
        away = Absence("ana", saturday, saturday + 2 * DAY)
        await desk.absences.add(away, desk.acceptance, friday)
        await desk.work_until(saturday + DAY, KIND)
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert (now.id, now.due_at) == (waiting.id, waiting.due_at)

    async def test_the_one_who_is_named_for_it_and_goes_away_leaves_it_in_the_queue(
        self, desk: Desk
    ) -> None:
        """The queue names the same one, who has had it: its mailbox is reminded instead."""
        waiting = await desk.given()
        for who in ("ana", "luis"):
            await desk.acceptance.pass_on(waiting.handover, who, "no time", MONDAY)
        escalated = await desk.assignments.current(waiting.handover)
        assert escalated is not None
        assert (escalated.person, escalated.cause) == ("marta", "escalated")
        assert escalated.why == "Luis Vega passed it on; Marta Soler is named for that in sales"
        away = Absence("marta", MONDAY + timedelta(minutes=2), TUESDAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        await desk.work_until(MONDAY + timedelta(minutes=2), KIND)
        await desk.work_until(MONDAY + timedelta(minutes=30), ASSIGNMENT)
        found = await desk.assignments.of(waiting.conversation)
        assert [(one.person or one.queue, one.state) for one, _ in found] == [
            ("ana", "passed_on"),
            ("luis", "passed_on"),
            ("marta", "away"),
            ("general", "offered"),
        ]
        reminded = [one for one in desk.reminding.reminded if one.queued]
        assert reminded
        assert all(one.owner.email == "leads@acme.example" for one in reminded)

    async def test_where_who_is_named_is_away_the_queue_has_it_until_they_are_back(
        self, desk: Desk
    ) -> None:
        hours = timedelta(hours=2)
        away = Absence("marta", MONDAY, MONDAY + hours)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        await desk.publish(plan().replace("to: {team: sales}", "to: {queue: general}"))
        waiting = await desk.given()
        await desk.work_until(MONDAY + timedelta(minutes=90), ASSIGNMENT)
        lying = await desk.assignments.current(waiting.handover)
        assert lying is not None
        assert (lying.queue, lying.is_late, lying.person) == ("general", True, None)

    async def test_who_accepts_at_the_moment_it_begins_has_it_or_not_and_never_both(
        self, desk: Desk
    ) -> None:
        other = Desk(desk.database, desk.clock)
        for _ in range(6):
            waiting = await desk.given()
            if waiting.person != "ana":
                continue
            away = Absence("ana", desk.clock.now(), desk.clock.now() + timedelta(minutes=1))
            told = await asyncio.gather(
                desk.absences.add(away, desk.acceptance, desk.clock.now()),
                other.acceptance.accept(waiting.handover, "ana", desk.clock.now()),
                return_exceptions=True,
            )
            places = [one for one, _ in await desk.assignments.of(waiting.conversation)]
            if isinstance(told[1], NotTheirs):
                assert [one.state for one in places] == ["away", "offered"]
            else:
                assert [one.state for one in places] == ["accepted"]
                assert told[0] == ()
            desk.clock.pass_by(minutes=2)

    async def test_one_that_is_longer_moves_what_was_kept_for_the_end_of_it(
        self, desk: Desk
    ) -> None:
        for one in ("ana", "luis"):
            gone = Absence(one, MONDAY, TUESDAY + (one == "luis") * DAY)
            await desk.absences.add(gone, desk.acceptance, MONDAY)
        waiting = await desk.given()
        [away] = [one for one in await desk.absences.coming(MONDAY) if one.person == "ana"]
        longer = replace(away, ends_at=TUESDAY + 3 * DAY)
        moved = await desk.absences.change(longer, desk.acceptance, MONDAY)
        assert moved is not None
        assert [(one.handover, one.person) for one in moved] == [(waiting.handover, "luis")]

    async def test_a_day_of_an_absence_is_a_day_where_they_live_when_clocks_change(
        self, desk: Desk
    ) -> None:
        """The night of 28 March 2027 has 23 hours in Madrid: work begins at nine all the same."""
        await desk.publish(plan("{from: 2027-03-27, to: 2027-03-28}"))
        friday = datetime.fromisoformat("2027-03-26T17:58:00+01:00")
        desk.clock.pass_by(seconds=(friday - desk.clock.now()).total_seconds())
        waiting = await desk.given()
        assert waiting.due_at == datetime.fromisoformat("2027-03-29T09:03:00+02:00")

    async def test_a_plan_without_the_absence_leaves_no_lead_lying(self, desk: Desk) -> None:
        await desk.publish(plan("{from: 2026-11-24, to: 2026-12-07}"))
        desk.clock.pass_by(hours=7, minutes=58)
        waiting = await desk.given()
        assert waiting.due_at == datetime.fromisoformat("2026-12-08T09:03:00+01:00")
        await desk.publish(plan())
        await desk.work_until(desk.clock.now(), KIND)
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert now.due_at == datetime.fromisoformat("2026-11-24T09:03:00+01:00")

    async def test_nobody_is_late_for_hours_that_they_did_not_have(self, desk: Desk) -> None:
        """It is Saturday when the plan says that she works on Saturdays since ten."""
        friday = datetime.fromisoformat("2026-11-27T17:58:00+01:00")
        desk.clock.pass_by(seconds=(friday - desk.clock.now()).total_seconds())
        waiting = await desk.given()
        desk.clock.pass_by(hours=18)
        saturdays = '{days: [mon, tue, wed, thu, fri, sat], from: "10:00", to: "18:00"}'
        await desk.publish(plan().replace("id: ana,", f"id: ana, hours: {saturdays},"))
        await desk.work_until(desk.clock.now(), KIND)
        now = await desk.assignments.current(waiting.handover)
        assert now is not None
        assert now.due_at == desk.clock.now() + timedelta(minutes=5)
        await desk.work_until(desk.clock.now(), ASSIGNMENT)
        assert await owner(desk, waiting.handover) == "ana"
        await desk.work_until(desk.clock.now() + timedelta(minutes=6), ASSIGNMENT)
        found = await desk.assignments.of(waiting.conversation)
        assert [one.cause for one, _ in found] == ["routed", "reassigned"]


class TestTwice:
    async def test_two_over_the_same_days_are_refused(self, desk: Desk) -> None:
        first = Absence("ana", TUESDAY, TUESDAY + 2 * DAY)
        await desk.absences.add(first, desk.acceptance, MONDAY)
        again = Absence("ana", TUESDAY + DAY, TUESDAY + 3 * DAY)
        with pytest.raises(AlreadyAway) as refused:
            await desk.absences.add(again, desk.acceptance, MONDAY)
        assert (refused.value.absence, refused.value.planned) == (first, False)
        assert [one.id for one in await desk.absences.coming(MONDAY)] == [first.id]

    async def test_one_that_follows_another_is_not(self, desk: Desk) -> None:
        first = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(first, desk.acceptance, MONDAY)
        after = Absence("ana", TUESDAY + DAY, TUESDAY + 2 * DAY)
        other = Absence("luis", TUESDAY, TUESDAY + DAY)
        for one in (after, other):
            await desk.absences.add(one, desk.acceptance, MONDAY)
        assert len(await desk.absences.coming(MONDAY)) == 3

    async def test_nor_is_it_changed_into_another(self, desk: Desk) -> None:
        first, second = (
            Absence("ana", TUESDAY + days * DAY, TUESDAY + (days + 1) * DAY) for days in (0, 3)
        )
        for one in (first, second):
            await desk.absences.add(one, desk.acceptance, MONDAY)
        longer = replace(second, starts_at=TUESDAY)
        with pytest.raises(AlreadyAway):
            await desk.absences.change(longer, desk.acceptance, MONDAY)
        shorter = replace(first, ends_at=TUESDAY + timedelta(hours=12))
        assert await desk.absences.change(shorter, desk.acceptance, MONDAY) == ()

    async def test_nor_is_what_stands_in_the_plan_entered_again(self, desk: Desk) -> None:
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-25}"))
        within = Absence("ana", TUESDAY, TUESDAY + DAY)
        with pytest.raises(AlreadyAway) as refused:
            await desk.absences.add(within, desk.acceptance, MONDAY)
        assert refused.value.planned
        longer = Absence("ana", TUESDAY, TUESDAY + 3 * DAY)
        assert await desk.absences.add(longer, desk.acceptance, MONDAY) == ()


class TestInThePlan:
    async def test_what_is_not_accepted_goes_to_others_when_it_begins(self, desk: Desk) -> None:
        waiting = await desk.given()
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-25}"))
        assert begins(desk) == [TUESDAY]
        await desk.work_until(TUESDAY, KIND)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_one_that_has_begun_moves_them_when_it_is_published(self, desk: Desk) -> None:
        waiting = await desk.given()
        await desk.publish(plan("{from: 2026-11-20, to: 2026-11-25}"))
        assert begins(desk) == [MONDAY]
        await desk.work_until(MONDAY, KIND)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_what_was_written_before_is_asked_for_once_and_what_is_over_never(
        self, desk: Desk
    ) -> None:
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-24}"))
        more = plan("{from: 2026-11-24, to: 2026-11-24}", "{from: 2026-10-01, to: 2026-10-02}")
        await desk.publish(more)
        assert begins(desk) == [TUESDAY]

    async def test_one_that_a_later_plan_does_not_have_moves_nothing(self, desk: Desk) -> None:
        waiting = await desk.given()
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-25}"))
        await desk.publish(plan("{from: 2026-11-25, to: 2026-11-25}"))
        await desk.work_until(TUESDAY, KIND)
        assert await owner(desk, waiting.handover) == "ana"
        await desk.work_until(TUESDAY + DAY, KIND)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_one_that_is_written_again_counts_again(self, desk: Desk) -> None:
        """Its job was done while the plan did not have it, and a key is done once in a week."""
        away = plan("{from: 2026-11-24, to: 2026-11-26}")
        await desk.publish(away)
        await desk.publish(plan())
        await desk.work_until(TUESDAY, KIND)
        waiting = await desk.given()
        assert waiting.person == "ana"
        await desk.publish(away)
        assert len({job.key for job in beginnings(desk)}) == len(begins(desk)) == 1
        await desk.work_until(TUESDAY, KIND)
        assert await owner(desk, waiting.handover) == "luis"

    async def test_who_leaves_the_plan_leaves_what_they_have_not_accepted(self, desk: Desk) -> None:
        """Where nobody has to accept, no timer would ever move it."""
        patient = plan().replace("escalate_to: marta}\nqueues", "accept: off}\nqueues")
        await desk.publish(patient)
        waiting, theirs, kept = await desk.given(), await desk.given(), await desk.given()
        assert (waiting.person, theirs.person, kept.person) == ("ana", "luis", "ana")
        assert waiting.due_at is None
        await desk.acceptance.accept(kept.handover, "ana", MONDAY)
        line = next(line for line in patient.splitlines() if "id: ana" in line)
        rest = patient.splitlines()[patient.splitlines().index(line) + 1]
        without = patient.replace(f"{line}\n{rest}\n", "").replace("[ana, luis]", "[luis]")
        await desk.publish(without)
        await desk.work_until(MONDAY, KIND)
        leads = (waiting, theirs, kept)
        assert [await owner(desk, one.handover) for one in leads] == ["luis", "luis", "ana"]

    async def test_who_is_back_in_the_plan_meanwhile_keeps_it(self, desk: Desk) -> None:
        waiting = await desk.given()
        await desk.publish(plan().replace("ana", "eva"))
        [job] = beginnings(desk)
        await desk.publish(plan())
        assert await desk.leaving.begin(job.row) is None
        assert await owner(desk, waiting.handover) == "ana"

    async def test_who_has_left_the_plan_is_nobodys_absence(self, desk: Desk) -> None:
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-25}"))
        [job] = beginnings(desk)
        await desk.publish(plan().replace("ana", "eva"))
        assert await desk.leaving.begin(job.row) is None


async def test_a_process_that_starts_later_moves_what_was_asked_for_before(
    database: Database,
) -> None:
    """The absence is entered while no process does jobs; the one that does knows nothing of it."""
    clock = SystemClock()
    desk = Desk(database)
    desk.clock.pass_by(seconds=(clock.now() - desk.clock.now()).total_seconds())
    await desk.publish(PLAN.replace("people:", "longest_wait: 20 days\npeople:", 1))
    waiting = await desk.given()
    asking = DurableJobs(database)
    entered = Absences(database, desk.teams, asking)
    now = clock.now()
    away = Absence("ana", now + timedelta(seconds=1), now + 30 * DAY)
    gone = Absence("luis", now + timedelta(seconds=1), now + 30 * DAY)
    for one in (away, gone):
        await entered.add(one, desk.acceptance, now)
    assert await entered.remove("luis", gone.id, desk.acceptance, clock.now())
    await asking.stop()

    later = Desk(database)
    leaving = Leaving(later.absences, later.acceptance, clock)
    async with doing(database, Kind(KIND, leaving.begin, poll=0.1)) as jobs:
        for _ in range(600):
            if await owner(later, waiting.handover) == "luis":
                break
            await asyncio.sleep(0.05)
        assert await owner(later, waiting.handover) == "luis"
        assert await states(jobs, []) == []
