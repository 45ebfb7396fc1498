"""Two leads of one company that come at once make one company, in every system that has them."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from delivery.hubspot import HubSpot
from delivery.salesforce import Salesforce
from delivery.sending import FRESH
from storage.database import Database
from tests.delivery.pairs import Pair, rotating, sugarcrm, zoho
from tests.delivery.rig import Rig
from tests.fakes.crm import FakeCrm, Killed, Says
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.salesforce import FakeSalesforce
from tests.fakes.sugarcrm import FakeSugarCrm
from tests.fakes.zoho import FakeZoho

PEOPLE = [
    {"name": name, "email": f"{name}@acme.example", "company": "Acme Tools"}
    for name in ("ana", "leo", "eva")
]
PAIRS = [
    Pair("hubspot", FakeHubSpot, lambda host: HubSpot(rotating(host), base_url=host)),
    Pair(
        "salesforce",
        FakeSalesforce,
        lambda host: Salesforce(host, "client", "secret", records="contact"),
    ),
    Pair("zoho", FakeZoho, lambda host: zoho(host, records="contact")),
    Pair("sugarcrm", FakeSugarCrm, lambda host: sugarcrm(host, records="contact")),
]


def companies(fake: FakeCrm) -> int:
    """How many there are."""
    match fake:
        case FakeHubSpot():
            return len(fake.objects.get("companies", {}))
        case FakeSalesforce():
            return len(fake.tables.get("Account", {}))
        case FakeZoho() | FakeSugarCrm():
            return len(fake.modules.get("Accounts", {}))
    raise AssertionError(fake)


def process(rig: Rig) -> Rig:
    """Another process, with the same database, clock and system."""
    other = Rig(rig.store.database, rig.pair)
    other.fake, other.store.clock = rig.fake, rig.store.clock
    other.worker()
    return other


@pytest.fixture(params=PAIRS, ids=lambda pair: pair.name)
async def rig(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path
) -> AsyncIterator[Rig]:
    """A process."""
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    made = Rig(database, request.param)
    handle = made.fake.handle

    async def slowly(request: object) -> object:
        await asyncio.sleep(0.01)  # so that all are in the middle of it at once
        return await handle(request)  # type: ignore[arg-type]

    made.fake.handle = slowly  # type: ignore[method-assign,assignment]
    yield made
    await database.close()


async def test_leads_that_come_at_once_have_one_company(rig: Rig) -> None:
    processes = [rig, process(rig), process(rig)]
    parcels = [
        await one.hand_over(contact=person) for one, person in zip(processes, PEOPLE, strict=True)
    ]
    await asyncio.gather(
        *(one.deliver(parcel) for one, parcel in zip(processes, parcels, strict=True))
    )
    assert await rig.state() == "delivered"
    assert companies(rig.fake) == 1
    assert rig.fake.records()["lead"] == 3


async def test_who_waits_for_a_company_does_not_use_up_their_tries(rig: Rig) -> None:
    """A process died while it made the company: it is not made again for as long as it may be."""
    first = await rig.hand_over(contact=PEOPLE[0])

    def kill(where: str) -> None:
        if where == "after" and companies(rig.fake):
            rig.fake.kill = lambda _where: None
            raise Killed(where)

    rig.fake.kill = kill
    with pytest.raises(Killed):
        await rig.deliver(first)
    other = process(rig)
    second = await other.hand_over(contact=PEOPLE[1])
    again = await other.dispatcher.send(second)
    assert again is not None
    assert other.outcomes[-1].busy  # type: ignore[union-attr]
    rig.worker()
    await rig.deliver(first)
    await other.deliver(second)
    assert companies(rig.fake) == 1
    assert rig.fake.records()["lead"] == 2


async def test_what_was_made_long_ago_is_looked_for(rig: Rig) -> None:
    """By then it may have been deleted or merged: our record of it is not taken any more."""
    await rig.deliver(await rig.hand_over(contact=PEOPLE[0]))
    before = len(rig.fake.requests)
    rig.store.clock.pass_by(seconds=(FRESH + timedelta(minutes=1)).total_seconds())
    other = process(rig)
    await other.deliver(await other.hand_over(contact=PEOPLE[1]))
    asked = [one.url.path + one.url.query.decode() for one in rig.fake.requests[before:]]
    assert any("ompan" in one or "Account" in one for one in asked)
    asked_before = len(rig.fake.requests)
    third = process(rig)
    await third.deliver(await third.hand_over(contact=PEOPLE[2]))
    soon = [one.url.path + one.url.query.decode() for one in rig.fake.requests[asked_before:]]
    assert len(soon) < len(asked), "what was made a moment ago need not be looked for"


async def test_a_company_that_is_refused_holds_nobody_for_ever(rig: Rig) -> None:
    first = await rig.hand_over(contact=PEOPLE[0])
    rig.fake.always = Says(400, json={})
    await rig.deliver(first)
    rig.fake.always = None
    other = process(rig)
    await other.deliver(await other.hand_over(contact=PEOPLE[1]))
    assert companies(rig.fake) == 1
