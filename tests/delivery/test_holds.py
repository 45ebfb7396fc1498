"""What several conversations of a person share is held for as long as it takes to make it, by every
address that they gave, and is theirs however they come back: in every CRM.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import httpx
import pytest

from agent.outbox import Delivered, RetryAt
from delivery.sending import FRESH, HELD
from storage.database import Database
from tests.delivery.pairs import PAIRS, Pair
from tests.delivery.rig import Rig
from tests.fakes.crm import Cut, FakeCrm, Killed, Says, Trouble
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.zoho import FakeZoho

NUMBERS = count(1)
"""Each person of a test is somebody else."""
SLOW = 19.0
"""Seconds of an answer; 20 are allowed (delivery/wire.py)."""
Known = dict[str, str]


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


def somebody() -> Known:
    number = next(NUMBERS)
    address = {"email": f"Ana@person{number}.example", "phone": f"+346000{number:05}"}
    return {"name": "Ana Ruiz", "company": "Acme Tools", **address}


def known_by(person: Known, *addresses: str) -> Known:
    """The same person, who gives only these."""
    left_out = {"email", "phone"} - set(addresses)
    return {name: value for name, value in person.items() if name not in left_out}


def has(rig: Rig, **counts: int) -> bool:
    """Exactly so many of each."""
    found = rig.fake.records()
    return {name: found.get(name, 0) for name in counts} == counts


def catch_up(fake: FakeCrm) -> None:
    """Their search knows by now all that is there."""
    match fake:
        case FakeHubSpot():
            fake.found = {kind: set(rows) for kind, rows in fake.objects.items()}
        case FakeZoho():
            fake.found = {one for rows in fake.modules.values() for one in rows}


async def test_whoever_is_slow_and_alive_keeps_what_they_hold(rig: Rig) -> None:
    """Nineteen seconds an answer, while another conversation of theirs asks whenever it may."""
    person, other = somebody(), beside(rig)
    first, second = await rig.hand_over(contact=person), await other.hand_over(contact=person)
    handle, clock = rig.fake.handle, rig.store.clock
    began = clock.now()
    due: datetime | None = began

    async def slowly(request: httpx.Request) -> httpx.Response:
        nonlocal due
        answer = await handle(request)
        clock.pass_by(seconds=SLOW)
        if due is not None and due <= clock.now():
            due = await other.dispatcher.send(second)
        return answer

    rig.fake.handle = slowly  # type: ignore[method-assign]
    rig.worker()  # the other's answers come at once
    await rig.deliver(first)
    took = clock.now() - began
    await other.deliver(second)
    assert [type(one) for one in rig.outcomes] == [Delivered], rig.outcomes
    assert took > HELD, "it was slow enough"
    assert [one for one in other.outcomes if isinstance(one, RetryAt) and one.busy]
    assert has(rig, lead=1, note=2, task=2), rig.fake.records()


async def test_who_was_taken_over_sends_nothing_more_of_it(rig: Rig) -> None:
    """A process stands still behind each of its requests in turn, for longer than any hold lasts,
    while another conversation of the person is delivered.
    """
    asked = noticed = 0
    while True:
        first = Rig(rig.store.database, rig.pair)
        person, other = somebody(), beside(first)
        parcel = await first.hand_over(contact=person)
        await deliver_standing_still(first, parcel, asked, other, person)
        if not other.outcomes:
            break
        assert await first.state() == "delivered", asked
        assert has(first, lead=1, note=2, task=2), (asked, first.fake.records())
        noticed += any(isinstance(one, RetryAt) for one in first.outcomes)
        asked += 1
    assert asked > 3, "every request was met"
    assert noticed, "before the next one left"


async def deliver_standing_still(
    first: Rig, parcel: str, behind: int, other: Rig, person: Known
) -> None:
    """Behind its request of this number; the other delivers meanwhile, as if it were dead."""
    handle, left = first.fake.handle, behind

    async def stands_still(request: httpx.Request) -> httpx.Response:
        nonlocal left
        answer = await handle(request)
        left -= not request.url.path.endswith("/token")
        if left == -1:
            first.store.clock.pass_by(seconds=HELD.total_seconds() + 1)
            catch_up(first.fake)
            await other.deliver(await other.hand_over(contact=person))
        return answer

    first.fake.handle = stands_still  # type: ignore[method-assign]
    first.worker()
    await first.deliver(parcel)


@pytest.mark.parametrize("trouble", [Cut(), Says(503), Says(422)], ids=repr)
async def test_whatever_happens_to_the_one_the_other_makes_no_second_lead(
    rig: Rig, trouble: Trouble
) -> None:
    """The other asks whenever it may; 422 is refused for certain, and lets the other go on."""
    asked = 0
    while True:
        first = Rig(rig.store.database, rig.pair)
        person, other = somebody(), beside(first)
        parcels = [await one.hand_over(contact=person) for one in (first, other)]
        first.fake.troubles.extend([*[None] * asked, trouble])
        began = first.store.clock.now()
        await in_turn([first, other], parcels)
        if first.fake.troubles:
            break
        took = first.store.clock.now() - began
        states = [one.outcomes[-1] for one in (first, other)]
        if isinstance(trouble, Says) and trouble.status == 422:
            assert any(isinstance(one, Delivered) for one in states), (asked, states)
            assert has(first, lead=1), (asked, first.fake.records())
        else:
            assert [type(one) for one in states] == [Delivered, Delivered], asked
            assert has(first, lead=1, note=2, task=2), (asked, first.fake.records())
        assert took < HELD, (asked, took)
        asked += 1
    assert asked > 3, "every request was met"


async def in_turn(processes: list[Rig], parcels: list[str]) -> None:
    """Each makes its attempts when they are due."""
    clock = processes[0].store.clock
    due: dict[int, datetime] = dict.fromkeys(range(len(processes)), clock.now())
    while due:
        nth = min(due, key=lambda one: due[one])
        clock.pass_by(seconds=max(0.0, (due[nth] - clock.now()).total_seconds()))
        again = await processes[nth].dispatcher.send(parcels[nth])
        if again is None:
            del due[nth]
        else:
            due[nth] = again


@pytest.mark.parametrize(
    "came",
    [
        ("phone", "email phone"),
        ("email phone", "phone"),
        ("email", "email phone", "phone"),
        ("email phone", "email"),
        ("phone", "email phone", "email"),
    ],
    ids=" then ".join,
)
async def test_a_person_is_known_by_whatever_they_gave_before(
    rig: Rig, came: tuple[str, ...]
) -> None:
    """A minute apart, while a search does not find what was written."""
    person, process = somebody(), rig
    for gave in came:
        contact = known_by(person, *gave.split())
        await process.deliver(await process.hand_over(contact=contact))
        process.store.clock.pass_by(minutes=1)
        process = beside(process)
    assert has(rig, lead=1, note=len(came), task=len(came)), rig.fake.records()


@pytest.mark.parametrize("others", ["email phone", "phone", "email"])
async def test_three_conversations_at_once_are_one_lead(rig: Rig, others: str) -> None:
    person, processes = somebody(), [rig, beside(rig), beside(rig)]
    handle = rig.fake.handle

    async def slowly(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.002)  # so that all are in the middle of it at once
        return await handle(request)

    async def waits(seconds: float) -> None:
        await asyncio.sleep(0.05)  # whoever waits lets the others go on
        rig.store.clock.pass_by(seconds=seconds)

    rig.fake.handle = slowly  # type: ignore[method-assign]
    for one in processes:
        one.sleep = waits  # type: ignore[method-assign]
        one.worker()
    gave = ["email phone", others, "email phone"]
    parcels = [
        await one.hand_over(contact=known_by(person, *each.split()))
        for one, each in zip(processes, gave, strict=True)
    ]
    await asyncio.gather(*(one.deliver(row) for one, row in zip(processes, parcels, strict=True)))
    assert has(rig, lead=1, note=3, task=3), rig.fake.records()


async def test_two_who_share_a_number_are_two_leads(rig: Rig) -> None:
    ana, other = somebody(), beside(rig)
    leo = {**somebody(), "name": "Leo Gil", "phone": ana["phone"]}
    await rig.deliver(await rig.hand_over(contact=ana))
    await other.deliver(await other.hand_over(contact=leo))
    assert has(rig, lead=2, note=2, task=2)
    caller = beside(rig)
    await caller.deliver(await caller.hand_over(contact=known_by(ana, "phone")))
    assert has(rig, lead=2, note=3, task=3), "whoever calls from it is one of them"


async def test_what_a_later_revision_tells_of_them_is_what_they_are_known_by(rig: Rig) -> None:
    person = somebody()
    conversation = await rig.store.open()
    rig.person = known_by(person, "phone")
    await rig.revise(conversation, "qualified")
    rig.person = person
    await rig.revise(conversation, "update")
    other = beside(rig)
    await other.deliver(await other.hand_over(contact=known_by(person, "email")))
    assert has(rig, lead=1, note=2, task=2), rig.fake.records()


async def test_what_was_made_long_ago_is_looked_for_by_both(rig: Rig) -> None:
    """Then their search knows it, and our record may be of what they have deleted since."""
    person = somebody()
    await rig.deliver(await rig.hand_over(contact=known_by(person, "phone")))
    catch_up(rig.fake)
    rig.store.clock.pass_by(seconds=FRESH.total_seconds() + 1)
    other = beside(rig)
    await other.deliver(await other.hand_over(contact=person))
    assert has(rig, lead=1, note=2, task=2), rig.fake.records()


async def come_with_a_number(rig: Rig) -> Rig:
    """To a system that is new, whose search knows after a minute what was written."""
    first = Rig(rig.store.database, rig.pair)
    began, handle = first.store.clock.now(), first.fake.handle

    async def lags(request: httpx.Request) -> httpx.Response:
        if first.store.clock.now() - began >= timedelta(minutes=1):
            catch_up(first.fake)
        return await handle(request)

    first.fake.handle = lags  # type: ignore[method-assign]
    first.person = known_by(somebody(), "phone")
    first.worker()
    return first


async def test_who_gave_only_a_number_is_one_lead_whatever_is_cut(rig: Rig) -> None:
    whole = await come_with_a_number(rig)
    await whole.deliver(await whole.hand_over())
    for nth in range(len(whole.fake.requests)):
        first = await come_with_a_number(rig)
        first.fake.troubles.extend([*[None] * nth, Cut()])
        await first.deliver(await first.hand_over())
        assert await first.state() == "delivered", nth
        assert has(first, lead=1, note=1, task=1), (nth, first.fake.records())


async def test_wherever_a_process_dies_whoever_comes_before_its_heir_makes_no_second_lead(
    rig: Rig,
) -> None:
    places: list[str] = []
    nth = 0
    while True:
        first, left = await come_with_a_number(rig), nth
        other = beside(first)
        parcels = [await one.hand_over(contact=first.person) for one in (first, other)]
        places.clear()

        def kill(where: str) -> None:
            nonlocal left
            places.append(where)
            left -= 1
            if left == -1:
                raise Killed(where)

        first.fake.kill = kill
        with suppress(Killed):
            await first.deliver(parcels[0])
        if left >= 0:
            break
        await other.dispatcher.send(parcels[1])
        first.store.clock.pass_by(seconds=6)  # docs/jobs.md
        first.worker()
        await in_turn([first, other], parcels)
        assert has(first, lead=1, note=2, task=2), (nth, places[nth], first.fake.records())
        nth += 1
    assert nth > 10, "every place to die was met"
