"""A better brief follows a lead that has left: it changes the note and touches nothing else."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.outbox import Brief
from agent.preparing import Prepared
from delivery.sending import LOOK_AGAIN
from qualification.handover import Why
from storage.database import Database
from storage.preparations import StoredPreparations
from tests.delivery.pairs import PAIRS, Pair
from tests.delivery.rig import Rig
from tests.fakes.crm import Cut, Says
from tests.fakes.hubspot import FakeHubSpot

DATA = Brief("en", "Ana: qualified", "Summary:\nAna asked.", by="data")
BETTER = Brief("en", "Ana: qualified", "Summary:\nAna loses orders.", by="model")
TASKS = ("/tasks", "/Task", "/Tasks")
"""Where a task is made."""
ONE_EACH = {"lead": 1, "note": 1, "task": 1}


class Desk:
    """A lead that has been prepared, on its way to one system."""

    def __init__(self, database: Database, pair: Pair) -> None:
        self.rig = Rig(database, pair)
        self.preparations = StoredPreparations(database, self.rig.store.outbox)

    async def hand_over(self, why: Why = "qualified", **more: Any) -> str:
        """The parcel."""
        parcel = await self.rig.hand_over_again(await self.rig.store.open(), why, **more)
        now = self.rig.store.clock.now()
        await self.preparations.prepared(parcel.rpartition(".")[0], Prepared(brief=DATA), now)
        self.rig.store.jobs.clear()
        return parcel

    async def improve(self, parcel: str) -> str:
        """The parcel of the better brief."""
        now = self.rig.store.clock.now()
        await self.preparations.improved(parcel.rpartition(".")[0], BETTER, now)
        return self.rig.store.jobs.pop().row

    def one_each(self) -> bool:
        found = self.rig.fake.records()
        return {name: found.get(name) for name in ONE_EACH} == ONE_EACH and max(found.values()) == 1


@pytest.fixture
async def database(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Database]:
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield database
    await database.close()


def notes(desk: Desk) -> list[str]:
    """What stands in HubSpot's notes."""
    assert isinstance(desk.rig.fake, FakeHubSpot)
    return [one["hs_note_body"] for one in desk.rig.fake.objects["notes"].values()]


async def test_a_better_brief_is_one_request(database: Database) -> None:
    desk = Desk(database, PAIRS[0])
    parcel = await desk.hand_over()
    await desk.rig.deliver(parcel)
    (first,) = notes(desk)
    assert "Ana asked." in first
    assert "composed from the record" in first
    seen = len(desk.rig.fake.requests)
    await desk.rig.deliver(await desk.improve(parcel))
    (request,) = desk.rig.fake.requests[seen:]
    assert (request.method, "/notes/" in request.url.path) == ("PATCH", True)
    (better,) = notes(desk)
    assert "Ana loses orders." in better
    assert "With what a model says" in better
    assert desk.one_each()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
async def test_a_better_brief_that_comes_first_brings_all_there_is(
    database: Database, pair: Pair
) -> None:
    desk = Desk(database, pair)
    parcel = await desk.hand_over()
    await desk.rig.deliver(await desk.improve(parcel))
    assert desk.one_each()
    seen = len(desk.rig.fake.requests)
    await desk.rig.deliver(parcel)
    assert len(desk.rig.fake.requests) == seen, "what came after it is older"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
async def test_a_better_brief_doubles_nothing(database: Database, pair: Pair) -> None:
    desk = Desk(database, pair)
    parcel = await desk.hand_over()
    await desk.rig.deliver(parcel)
    better = await desk.improve(parcel)
    for _ in range(2):
        await desk.rig.deliver(better)
    assert desk.one_each()


async def test_a_revision_that_waits_for_the_one_before_comes_back_soon(
    database: Database,
) -> None:
    """Not only when that would count as dead."""
    desk = Desk(database, PAIRS[0])
    parcel = await desk.hand_over()
    rig, handle, waits = desk.rig, desk.rig.fake.handle, list[timedelta]()
    other = Rig(database, PAIRS[0])
    other.fake, other.store.clock = rig.fake, rig.store.clock
    newer = other.worker()
    better = await desk.improve(parcel)

    async def meanwhile(request: httpx.Request) -> httpx.Response:
        if not waits:
            again = await newer.send(better)
            assert again is not None
            waits.append(again - rig.store.clock.now())
        return await handle(request)

    rig.fake.handle = meanwhile  # type: ignore[method-assign]
    rig.worker()
    await rig.deliver(parcel)
    assert waits[0] <= LOOK_AGAIN
    rig.store.clock.pass_by(seconds=LOOK_AGAIN.total_seconds())
    await other.deliver(better)
    assert desk.one_each()


@pytest.mark.parametrize("why", ["wants_human", "support"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
async def test_a_task_that_may_be_there_is_found_by_the_revision_that_follows(
    database: Database, pair: Pair, why: Why
) -> None:
    """Its title was that of who asked for a person; a change has other words."""
    desk = Desk(database, pair)
    parcel = await desk.hand_over(why)
    handle, cut = desk.rig.fake.handle, list[str]()

    async def cutting(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if not cut and request.method == "POST" and path.endswith(TASKS):
            cut.append(path)
            desk.rig.fake.troubles.append(Cut())
        return await handle(request)

    desk.rig.fake.handle = cutting  # type: ignore[method-assign]
    desk.rig.worker()
    assert await desk.rig.dispatcher.send(parcel) is not None
    assert cut
    desk.rig.store.clock.pass_by(seconds=3)
    await desk.rig.deliver(await desk.improve(parcel))
    await desk.rig.deliver(parcel)
    assert desk.one_each(), desk.rig.fake.records()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
async def test_who_asks_for_a_person_and_does_not_qualify_has_a_task_whatever_comes_first(
    database: Database, pair: Pair
) -> None:
    desk = Desk(database, pair)
    parcel = await desk.hand_over("wants_human", outcome="unqualified")
    desk.rig.fake.troubles.append(Says(503))
    assert await desk.rig.dispatcher.send(parcel) is not None
    await desk.rig.deliver(await desk.improve(parcel))
    await desk.rig.deliver(parcel)
    assert desk.one_each(), desk.rig.fake.records()
