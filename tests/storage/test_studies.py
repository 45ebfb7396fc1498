"""storage.studies: S56, what is asked about the past is answered once, and waits for nobody."""

from datetime import timedelta

import pytest

from agent.ports import Job
from storage.studies import KEPT, KIND, MOST, STUCK, Studies, TooManyStudies, UnknownStudy
from tests.storage.conftest import Store
from tests.storage.records import NOW


@pytest.fixture
def studies(store: Store) -> Studies:
    return Studies(store.database, store.enqueue)


async def test_a_question_and_its_job_are_there_together(store: Store, studies: Studies) -> None:
    asked = await studies.ask("replay", {"text": "ñ"}, NOW)
    assert store.jobs == [Job(KIND, asked.id)]
    assert await studies.get(asked.id) == asked
    assert (asked.state, asked.done, asked.request) == ("waiting", 0, {"text": "ñ"})


async def test_how_far_it_is_and_what_came_out(studies: Studies) -> None:
    asked = await studies.ask("replay", {}, NOW)
    await studies.note(asked.id, 500, 2000)
    running = await studies.get(asked.id)
    assert (running.state, running.done, running.leads) == ("running", 500, 2000)
    await studies.end(asked.id, {"leads": 2000}, NOW)
    ended = await studies.get(asked.id)
    assert (ended.state, ended.result, ended.ended_at) == ("done", {"leads": 2000}, NOW)
    assert ended.done == 2000


async def test_what_has_ended_stays_as_it_is(studies: Studies) -> None:
    """A job that two processes did, the slower one last."""
    asked = await studies.ask("suggestion", {}, NOW)
    await studies.fail(asked.id, "no such script", NOW)
    await studies.note(asked.id, 1, 2)
    await studies.end(asked.id, {}, NOW + timedelta(hours=1))
    found = await studies.get(asked.id)
    assert (found.state, found.trouble, found.ended_at) == ("failed", "no such script", NOW)


async def test_no_more_wait_than_can_be_answered(store: Store, studies: Studies) -> None:
    asked = [await studies.ask("replay", {}, NOW) for _ in range(MOST)]
    with pytest.raises(TooManyStudies):
        await studies.ask("replay", {}, NOW)
    assert len(store.jobs) == MOST
    await studies.end(asked[0].id, {}, NOW)
    assert (await studies.ask("replay", {}, NOW)).state == "waiting"


async def test_one_that_is_stuck_keeps_nobody_waiting(studies: Studies) -> None:
    for _ in range(MOST):
        await studies.ask("replay", {}, NOW)
    assert (await studies.ask("replay", {}, NOW + STUCK)).state == "waiting"


async def test_old_ones_are_forgotten(studies: Studies) -> None:
    old = await studies.ask("replay", {}, NOW)
    await studies.end(old.id, {}, NOW)
    await studies.ask("replay", {}, NOW + KEPT + timedelta(seconds=1))
    with pytest.raises(UnknownStudy):
        await studies.get(old.id)
