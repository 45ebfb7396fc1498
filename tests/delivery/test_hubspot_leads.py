"""However many conversations of one person qualify at once, one lead record is open for them."""

import asyncio

import httpx
import pytest

from storage.database import Database
from tests.delivery.pairs import PAIRS
from tests.delivery.rig import Rig
from tests.fakes.hubspot import FakeHubSpot

WITH_LEADS = PAIRS[1]
TURN = 1.0
"""So long whoever waits for another sleeps; the pace of calls has shorter pauses."""


@pytest.mark.parametrize(
    "who", [{"email": "ana@example.com"}, {"phone": "+34600111222"}], ids=["e-mail", "number"]
)
async def test_nobody_looks_for_a_lead_record_while_it_is_being_made(
    database: Database, who: dict[str, str]
) -> None:
    first, second = Rig(database, WITH_LEADS), Rig(database, WITH_LEADS)
    assert isinstance(first.fake, FakeHubSpot)
    second.fake, second.store.clock = first.fake, first.store.clock
    handle, on_its_way, came = first.fake.handle, asyncio.Event(), asyncio.Event()

    async def crossing(request: httpx.Request) -> httpx.Response:
        """The record is made only after the second one has looked, or waits for it."""
        method, path = request.method, request.url.path
        if method == "POST" and path.endswith("/leads") and not on_its_way.is_set():
            on_its_way.set()
            await came.wait()
        said = await handle(request)
        if on_its_way.is_set() and path.endswith("/associations/leads"):
            came.set()
        return said

    async def waits(seconds: float) -> None:
        if seconds >= TURN:
            came.set()
        await asyncio.sleep(0.01)

    first.fake.handle = crossing  # type: ignore[method-assign]
    for one in (first, second):
        one.sleep = waits  # type: ignore[method-assign]
        one.worker()
    parcels = [await one.hand_over(contact=who) for one in (first, second)]
    going = asyncio.create_task(first.deliver(parcels[0]))
    async with asyncio.timeout(30):
        await on_its_way.wait()
        await second.deliver(parcels[1])
        await going
    found = first.fake.records()
    assert (found["lead"], found["note"]) == (1, 2)
    assert first.fake.sales() == {"deal": 2, "lead record": 1}
