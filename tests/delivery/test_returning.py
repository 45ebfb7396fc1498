"""Somebody who comes back, with another conversation, is one lead with two notes and two tasks, in
every CRM: also when both come at once, and whatever goes wrong on the way.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from storage.database import Database
from tests.delivery.pairs import HOST, PAIRS, Pair
from tests.delivery.rig import Rig
from tests.fakes.crm import Cut, Killed, Says, Trouble

NUMBERS = count(1)
"""Each person of a test is somebody else: what was made a moment ago is on record."""
PHONE = "+34600111222"
TWICE = {"lead": 1, "note": 2, "task": 2}
SOLD = {"deal": 2, "role": 2}


@pytest.fixture(params=PAIRS, ids=lambda pair: pair.name)
async def rig(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path
) -> AsyncIterator[Rig]:
    """A process."""
    pair: Pair = request.param
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield Rig(database, pair)
    await database.close()


def beside(rig: Rig) -> Rig:
    """Another process, with the same database, clock and system."""
    other = Rig(rig.store.database, rig.pair)
    other.fake, other.store.clock = rig.fake, rig.store.clock
    other.worker()
    return other


def somebody() -> dict[str, str]:
    email = f"ana@example{next(NUMBERS)}.com"
    return {"name": "Ana Ruiz", "email": email, "company": "Acme Tools"}


def twice(rig: Rig) -> bool:
    """One person of one company, and all that both conversations brought: deals too, but one lead
    record that is open.
    """
    found, sold = rig.fake.records(), rig.fake.sales()
    is_whole = {name: found.get(name) for name in TWICE} == TWICE
    return is_whole and all(many == SOLD.get(name, 1) for name, many in sold.items())


async def come(rig: Rig, person: dict[str, str]) -> Rig:
    """They come for the first time, to a system that is new."""
    first = Rig(rig.store.database, rig.pair)
    await first.deliver(await first.hand_over(contact=person))
    return first


async def test_both_conversations_at_once_are_one_lead(rig: Rig) -> None:
    person, other = somebody(), beside(rig)
    handle = rig.fake.handle

    async def slowly(request: object) -> object:
        await asyncio.sleep(0.005)  # so that both are in the middle of it at once
        return await handle(request)  # type: ignore[arg-type]

    async def waits(seconds: float) -> None:
        await asyncio.sleep(0.1)  # whoever waits lets the other go on
        rig.store.clock.pass_by(seconds=seconds)

    rig.fake.handle = slowly  # type: ignore[method-assign,assignment]
    for one in (rig, other):
        one.sleep = waits  # type: ignore[method-assign]
        one.worker()
    parcels = [await one.hand_over(contact=person) for one in (rig, other)]
    await asyncio.gather(
        *(one.deliver(row) for one, row in zip((rig, other), parcels, strict=True))
    )
    assert twice(rig), rig.fake.records()


async def test_whoever_waits_for_what_was_refused_does_not_wait_long(rig: Rig) -> None:
    person = somebody()
    if rig.pair.name == "hubspot":  # who has an e-mail is told apart by that there
        person = {"name": "Ana", "phone": "+34600111777", "company": person["email"]}
    first, handle, refused = await rig.hand_over(contact=person), rig.fake.handle, list[str]()

    async def refusing(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        looks = any(word in path for word in ("token", "search", "filter", "batch/read"))
        if not refused and not looks and request.method in ("POST", "PATCH"):
            refused.append(path)
            rig.fake.troubles.append(Says(422))
        return await handle(request)

    rig.fake.handle = refusing  # type: ignore[method-assign]
    rig.worker()
    await rig.dispatcher.send(first)
    assert refused
    other = beside(rig)
    parcel, began = await other.hand_over(contact=person), rig.store.clock.now()
    await other.deliver(parcel)
    assert await other.state() == "delivered"
    assert other.store.clock.now() - began < timedelta(seconds=20)


async def test_what_tells_that_they_are_the_same_tells_nobody_who_they_are(rig: Rig) -> None:
    """Neither in clear nor as a hash that could be made of every number there is."""
    for person in (somebody(), {"name": "Ana", "phone": PHONE}):
        await rig.deliver(await rig.hand_over(contact=person))
    rows = await rig.store.database.read(
        lambda connection: connection.execute(text("SELECT * FROM delivery_turns")).all()
    )
    kept = " ".join(str(row) for row in rows)
    assert "shared:" in kept
    system = rig.pair.system(HOST)
    for address in (PHONE, f"ana@example{next(NUMBERS) - 1}.com"):
        for step in ("person", "contact"):
            plain = sha256(f"{system.name} {step} {address}".encode()).hexdigest()
            assert plain not in kept


@pytest.mark.parametrize("trouble", [Cut(), Says(502, done=True)], ids=repr)
async def test_what_may_have_been_done_is_not_done_twice(rig: Rig, trouble: Trouble) -> None:
    person = somebody()
    first = await come(rig, person)
    asked = len(first.fake.requests)
    second = beside(first)
    await second.deliver(await second.hand_over(contact=person))
    assert twice(second)
    for nth in range(len(first.fake.requests) - asked):
        person = somebody()
        again = beside(await come(rig, person))
        again.fake.troubles.extend([*[None] * nth, trouble])
        await again.deliver(await again.hand_over(contact=person))
        assert await again.state() == "delivered", nth
        assert twice(again), (nth, again.fake.records())


async def test_a_process_may_die_between_any_two_steps(rig: Rig) -> None:
    places: list[str] = []
    nth = 0
    while True:
        person = somebody()
        again, left = beside(await come(rig, person)), nth
        places.clear()

        def kill(where: str) -> None:
            nonlocal left
            places.append(where)
            if left == 0:
                left = -1
                raise Killed(where)
            left -= 1

        parcel = await again.hand_over(contact=person)
        again.fake.kill = kill
        await again.deliver_though_killed(parcel)
        assert await again.state() == "delivered", (nth, places)
        assert twice(again), (nth, places[nth], again.fake.records())
        if left >= 0:
            break
        nth += 1
    assert nth > 10, "every place to die was met"
