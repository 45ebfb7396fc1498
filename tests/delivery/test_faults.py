"""Whatever goes wrong on the way: at the end there is one lead, one note and one task, and a story.

Each test is run with every system of tests/delivery/pairs.py and its fake.
"""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.database import Database
from tests.delivery.pairs import PAIRS, Pair
from tests.delivery.rig import Rig
from tests.fakes.crm import Cut, Down, ErrorInside, Forgets, Killed, Says, Slow, Trouble

ONE_EACH = {"lead": 1, "note": 1, "task": 1}


@pytest.fixture(params=PAIRS, ids=lambda pair: pair.name)
async def rig(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path
) -> AsyncIterator[Rig]:
    """A lead on its way to each system."""
    pair: Pair = request.param
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield Rig(database, pair)
    await database.close()


def one_each(rig: Rig) -> bool:
    """Whether there is exactly one lead, one note and one task, and of nothing two."""
    found = rig.fake.records()
    whole = {name: found.get(name) for name in ONE_EACH} == ONE_EACH
    return whole and max([*found.values(), *rig.fake.sales().values()]) == 1


async def test_a_lead_is_delivered_whole_and_at_once(rig: Rig) -> None:
    await rig.deliver(await rig.hand_over())
    assert await rig.state() == "delivered"
    assert one_each(rig)
    assert len(rig.outcomes) == 1


async def test_a_system_that_is_down_for_an_hour_gets_it_afterwards(rig: Rig) -> None:
    parcel = await rig.hand_over()
    rig.fake.always = Down()
    began = rig.store.clock.now()
    while (again := await rig.dispatcher.send(parcel)) is not None:
        rig.store.clock.pass_by(seconds=(again - rig.store.clock.now()).total_seconds())
        if rig.store.clock.now() - began > timedelta(hours=1):
            rig.fake.always = None
    assert await rig.state() == "delivered"
    assert one_each(rig)


@pytest.mark.parametrize("trouble", [Slow(), Cut(), Says(502, done=True), Says(503)], ids=repr)
async def test_what_may_have_been_done_is_not_done_twice(rig: Rig, trouble: Trouble) -> None:
    """Every request in turn is answered too late, not at all, or as if it had failed."""
    await rig.deliver(await rig.hand_over())
    requests = len(rig.fake.requests)
    for nth in range(requests):
        other = Rig(rig.store.database, rig.pair)
        other.fake.troubles.extend([*[None] * nth, trouble])
        await other.deliver(await other.hand_over())
        assert await other.state() == "delivered", nth
        assert one_each(other), (nth, other.fake.records())


async def test_a_pause_that_is_asked_for_is_kept(rig: Rig) -> None:
    parcel = await rig.hand_over()
    rig.fake.troubles.extend([None, Says(429, {"Retry-After": "300"})])
    began = rig.store.clock.now()
    again = await rig.dispatcher.send(parcel)
    assert again is not None
    assert again - began >= timedelta(seconds=300)
    seen = len(rig.fake.requests)
    other = Rig(rig.store.database, rig.pair)
    second = await other.hand_over()
    assert await rig.dispatcher.send(second) is not None, "nothing else is sent meanwhile"
    assert len(rig.fake.requests) == seen
    await rig.deliver(parcel)
    assert one_each(rig)


@pytest.mark.parametrize("headers", [{"Retry-After": "3600"}, {}], ids=["asks", "says nothing"])
async def test_a_system_that_is_busy_for_a_day_is_waited_for(
    rig: Rig, headers: dict[str, str]
) -> None:
    """A quota of a day: trying again does not use up the tries."""
    parcel = await rig.hand_over()
    began = rig.store.clock.now()
    rig.fake.always = Says(429, headers)
    while (again := await rig.dispatcher.send(parcel)) is not None:
        rig.store.clock.pass_by(seconds=(again - rig.store.clock.now()).total_seconds())
        if rig.store.clock.now() - began > timedelta(hours=23):
            rig.fake.always = None
    assert await rig.state() == "delivered"
    assert one_each(rig)


async def test_too_many_requests_without_a_pause_are_waited_out(rig: Rig) -> None:
    rig.fake.troubles.extend([None, Says(429), None, Says(429)])
    await rig.deliver(await rig.hand_over())
    assert await rig.state() == "delivered"
    assert one_each(rig)


async def test_a_token_that_ends_midway_is_renewed_once(rig: Rig) -> None:
    rig.fake.troubles.extend([None, Forgets()])
    await rig.deliver(await rig.hand_over())
    assert await rig.state() == "delivered"
    assert one_each(rig)
    assert rig.fake.sign_ins == 2
    assert len(rig.outcomes) == 1, "it is the same attempt"


async def test_an_error_inside_a_success_is_seen(rig: Rig) -> None:
    rig.fake.troubles.append(ErrorInside())
    await rig.deliver(await rig.hand_over())
    assert await rig.state() == "delivered"
    assert one_each(rig)
    assert len(rig.outcomes) == 2


async def test_a_job_that_is_done_twice_delivers_once(rig: Rig) -> None:
    parcel = await rig.hand_over()
    await rig.deliver(parcel)
    seen = len(rig.fake.requests)
    await rig.deliver(parcel)
    assert len(rig.fake.requests) == seen
    assert one_each(rig)


async def test_a_process_may_die_between_any_two_steps(rig: Rig) -> None:
    """Walks every place to die: before each write, before and after each request."""
    places: list[str] = []
    nth = 0
    while True:
        other, left = Rig(rig.store.database, rig.pair), nth
        places.clear()

        def kill(where: str) -> None:
            nonlocal left
            places.append(where)
            if left == 0:
                left = -1
                raise Killed(where)
            left -= 1

        other.fake.kill = kill
        parcel = await other.hand_over()
        await other.deliver_though_killed(parcel)
        assert await other.state() == "delivered", (nth, places)
        assert one_each(other), (nth, places[nth], other.fake.records())
        if left >= 0:
            break
        nth += 1
    assert nth > 10, "every place to die was met"


async def test_a_second_revision_brings_it_up_to_date(rig: Rig) -> None:
    conversation = await rig.store.open()
    await rig.revise(conversation, "qualified")
    await rig.revise(conversation, "update")
    assert one_each(rig)
    assert await rig.state() == "delivered"


async def test_an_older_revision_does_not_come_after_a_newer_one(rig: Rig) -> None:
    conversation = await rig.store.open()
    older = await rig.hand_over_again(conversation, "qualified")
    newer = await rig.hand_over_again(conversation, "update")
    rig.store.clock.pass_by(minutes=1)
    await rig.deliver(newer)
    seen = len(rig.fake.requests)
    await rig.deliver(older)
    assert len(rig.fake.requests) == seen
    assert one_each(rig)
