"""When somebody begins to be away, others get what they have not accepted: whoever entered it, and
whatever process lives then.
"""

import asyncio
from datetime import datetime, timedelta

import pytest

from agent.leaving import KIND, Leaving
from agent.rehearsal.rehearsal import SystemClock
from storage.absences import Absence, Absences
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


def begins(desk: Desk) -> list[datetime | None]:
    """When absences begin that jobs wait for."""
    return [job.at for job in desk.jobs if job.kind == KIND]


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
        assert (found.person, found.cause, found.at) == ("luis", "reassigned", TUESDAY)
        assert [await owner(desk, one.handover) for one in (theirs, kept)] == ["luis", "ana"]

    async def test_one_that_is_taken_out_moves_nothing(self, desk: Desk) -> None:
        waiting = await desk.given()
        away = Absence("ana", TUESDAY, TUESDAY + DAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        assert not await desk.absences.remove("luis", away.id, MONDAY), "it is not his"
        assert await desk.absences.remove("ana", away.id, MONDAY)
        assert begins(desk) == []
        assert await desk.absences.coming(MONDAY) == ()
        assert not await desk.absences.remove("ana", away.id, MONDAY)
        assert await desk.leaving.begin(away.id) is None
        assert await owner(desk, waiting.handover) == "ana"

    async def test_one_that_has_begun_ends_when_it_is_taken_out(self, desk: Desk) -> None:
        away = Absence("ana", MONDAY, TUESDAY)
        await desk.absences.add(away, desk.acceptance, MONDAY)
        assert (await desk.given()).person == "luis"
        later = MONDAY + timedelta(hours=1)
        assert await desk.absences.remove("ana", away.id, later)
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
        assert len({job.key for job in desk.jobs if job.kind == KIND}) == len(begins(desk)) == 1
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
        [job] = [job for job in desk.jobs if job.kind == KIND]
        await desk.publish(plan())
        assert await desk.leaving.begin(job.row) is None
        assert await owner(desk, waiting.handover) == "ana"

    async def test_who_has_left_the_plan_is_nobodys_absence(self, desk: Desk) -> None:
        await desk.publish(plan("{from: 2026-11-24, to: 2026-11-25}"))
        [job] = [job for job in desk.jobs if job.kind == KIND]
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
    assert await entered.remove("luis", gone.id, clock.now())
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
