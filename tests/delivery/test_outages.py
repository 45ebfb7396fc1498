"""What waits for a system goes out when the system is back, however long it was away; what the
system refuses alone is given up.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import Connection

from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from delivery.dispatcher import BACK_OFF, JITTER, SIGN_IN_AGAIN, Dispatcher
from delivery.hubspot import HubSpot
from delivery.signing_in import StaticToken
from storage.database import Database
from storage.leads import Delivery
from storage.outbox import StoredOutbox
from storage.standstills import DOWN, Standstills
from storage.waits import Waits
from storage.workspace import StoredWorkspace
from tests.delivery.pairs import Pair
from tests.delivery.rig import Rig
from tests.fakes.crm import Says
from tests.fakes.hubspot import FakeHubSpot
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

AWAY = RetryAt("answered 503")
REFUSED = Failed("answered 403", "sign_in")


class System:
    """delivery.base.Place, which answers each as it is told to, and else takes all."""

    system = "webhook"

    def __init__(self) -> None:
        self.always: Outcome | None = None
        self.answers: dict[str, Outcome] = {}
        self.received: list[str] = []

    async def deliver(self, parcel: Parcel) -> Outcome:
        answer = self.always or self.answers.get(parcel.id, Delivered("200"))
        self.received.append(parcel.id)
        return answer


class Office:
    """A system, what waits for it, and whoever is hurried."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.system = System()
        self.moved: list[str] = []
        store.outbox = StoredOutbox(
            store.database, store.enqueue, ["webhook"], "https://b.example", move=self._move
        )
        store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
        self._dispatcher = Dispatcher(store.outbox, [self.system], store.clock, Random(7))

    def _move(self, _connection: Connection, _kind: str, key: str, _at: datetime) -> bool:
        self.moved.append(key)
        return True

    async def lead(self) -> str:
        """One more parcel."""
        conversation = await self.store.open()
        claim = await self.store.claim(conversation)
        told = replace(turn(claim, handover=handover()), at=self.store.clock.now())
        await self.store.workspace.commit(claim, told, seen=claim.inbound_seq)
        return next(job.row for job in reversed(self.store.jobs) if job.kind == "deliver")

    async def send(self, parcel: str) -> datetime | None:
        return await self._dispatcher.send(parcel)

    async def passes(self) -> str:
        """Another lead gets through."""
        parcel = await self.lead()
        assert await self.send(parcel) is None
        return parcel

    async def tries_on(self, parcel: str, until: timedelta) -> datetime | None:
        """Send it whenever it is due for so long; when it would be the next time."""
        clock = self.store.clock
        end = clock.now() + until
        while (again := await self.send(parcel)) is not None and again < end:
            clock.pass_by(seconds=(again - clock.now()).total_seconds())
        clock.pass_by(seconds=max(0, (end - clock.now()).total_seconds()))
        return again

    async def shown(self, parcel: str) -> Delivery:
        found = (await self.store.leads.handovers()).items
        return next(one for each in found for one in each.deliveries if one.id == parcel)

    def told(self) -> int:
        """How often the admins were to be told."""
        return len([job for job in self.store.jobs if job.kind == "standstill"])


@pytest.fixture
def office(store: Store) -> Office:
    """On either database."""
    return Office(store)


async def test_a_system_that_is_down_for_a_week_gets_its_leads(office: Office) -> None:
    parcel, began = await office.lead(), office.store.clock.now()
    office.system.always = AWAY
    again = await office.tries_on(parcel, timedelta(days=7))
    assert again is not None
    assert again - office.store.clock.now() <= BACK_OFF[-1] * (1 + JITTER)
    assert (await office.shown(parcel)).state == "retrying"
    [found] = await Standstills(office.store.database).now()
    assert (found.remedy, found.since, found.why) == ("down", began, "answered 503")
    assert office.told() == 1, "the admins are told once"
    [waiting] = await Waits(office.store.database).waiting()
    assert waiting.remedy == "down"
    office.system.always = None
    await office.passes()
    assert await Standstills(office.store.database).now() == ()
    assert await office.send(parcel) is None
    assert (await office.shown(parcel)).state == "delivered"


async def test_nobody_is_told_of_a_system_that_was_away_for_less_than_an_hour(
    office: Office,
) -> None:
    parcel = await office.lead()
    office.system.always = AWAY
    await office.tries_on(parcel, DOWN - timedelta(minutes=1))
    office.system.always = None
    await office.passes()
    assert (await office.send(parcel), office.told()) == (None, 0)


async def test_those_who_wait_follow_in_their_order_whoever_gets_through_after_an_outage(
    office: Office,
) -> None:
    parcels, clock = list[str](), office.store.clock
    for _ in range(3):
        parcels.append(await office.lead())
        clock.pass_by(seconds=1)
    office.system.always = AWAY
    for _ in range(5):
        again = [await office.send(one) for one in parcels]
        due = max(at for at in again if at is not None)
        clock.pass_by(seconds=(due - clock.now()).total_seconds())
    for parcel in parcels:
        await office.send(parcel)
    office.system.always = None
    await office.passes()
    assert office.moved == parcels
    for parcel in parcels:
        assert await office.send(parcel) is None
        assert (await office.shown(parcel)).state == "delivered"


async def test_what_failed_for_a_moment_keeps_its_pause(office: Office) -> None:
    parcel = await office.lead()
    office.system.answers[parcel] = AWAY
    again = await office.send(parcel)
    await office.passes()
    assert (office.moved, await office.send(parcel)) == ([], again)


async def test_after_an_outage_pauses_and_tries_begin_anew(office: Office) -> None:
    parcel = await office.lead()
    office.system.always = AWAY
    await office.tries_on(parcel, timedelta(days=2))
    office.system.always = None
    await office.passes()
    office.system.answers[parcel] = AWAY
    now = office.store.clock.now()
    again = await office.send(parcel)
    assert again is not None
    assert again - now <= BACK_OFF[0] * (1 + JITTER)


async def test_who_is_due_as_the_system_comes_back_is_not_given_up_for_one_more_failure(
    office: Office,
) -> None:
    parcel, clock = await office.lead(), office.store.clock
    office.system.always = AWAY
    again = await office.tries_on(parcel, timedelta(days=2))
    assert again is not None
    clock.pass_by(seconds=(again - clock.now()).total_seconds())
    office.system.always = None
    await office.passes()
    office.system.answers[parcel] = AWAY
    assert await office.send(parcel) is not None


async def test_one_that_fails_alone_is_given_up_and_listed_however_few_the_others_are(
    office: Office,
) -> None:
    bad = await office.lead()
    office.system.answers[bad] = AWAY
    again = await office.send(bad)
    began = office.store.clock.now()
    while again is not None:
        assert office.store.clock.now() - began < timedelta(days=6)
        again = await office.tries_on(bad, timedelta(days=1))
        await office.passes()
    assert (await office.shown(bad)).state == "failed"
    [found] = await Waits(office.store.database).given_up()
    assert (found.leads, found.remedy) == (1, None)
    assert len(office.system.received) < 40
    assert office.told() <= 2


async def test_who_failed_alone_before_an_outage_is_not_given_up_in_it(office: Office) -> None:
    parcel = await office.lead()
    office.system.answers[parcel] = AWAY
    for _ in range(4):
        again = await office.send(parcel)
        assert again is not None
        await office.passes()
        office.store.clock.pass_by(seconds=(again - office.store.clock.now()).total_seconds())
    office.system.always = AWAY
    assert await office.tries_on(parcel, timedelta(days=7)) is not None


@pytest.mark.parametrize("hours", [0.1, 1.0, 24.0])
async def test_one_whose_credentials_are_refused_alone_is_the_settings_to_mend(
    office: Office, hours: float
) -> None:
    """A firewall before the webhook that dislikes one body."""
    bad = await office.lead()
    office.system.answers[bad] = REFUSED
    for _ in range(60):
        if await office.tries_on(bad, timedelta(hours=hours)) is None:
            break
        if office.told():
            await Standstills(office.store.database).told("webhook", office.store.clock.now())
        await office.passes()
    found = await office.shown(bad)
    assert (found.state, found.remedy) == ("failed", "fix_configuration")
    assert office.told() <= 3


async def test_credentials_that_nobody_gets_through_with_are_waited_for_without_end(
    office: Office,
) -> None:
    parcel = await office.lead()
    office.system.always = REFUSED
    again = await office.tries_on(parcel, timedelta(days=7))
    assert again is not None
    assert again - office.store.clock.now() <= SIGN_IN_AGAIN[-1] * (1 + JITTER)
    assert ((await office.shown(parcel)).state, office.told()) == ("retrying", 1)


async def test_who_comes_while_credentials_are_refused_for_long_asks_as_seldom_as_the_others(
    office: Office,
) -> None:
    office.system.always = REFUSED
    await office.tries_on(await office.lead(), timedelta(hours=1))
    again = await office.send(await office.lead())
    assert again is not None
    assert again - office.store.clock.now() >= SIGN_IN_AGAIN[-1] * (1 - JITTER)


async def test_whoever_need_not_be_told_is_no_sign_that_the_system_is_back(
    office: Office,
) -> None:
    parcel, quiet = await office.lead(), await office.lead()
    office.system.always = AWAY
    await office.tries_on(parcel, timedelta(hours=3))
    office.system.always = Delivered("nobody is told", asked=False)
    assert await office.send(quiet) is None
    assert office.moved == []
    assert len(await Standstills(office.store.database).now()) == 1


async def test_one_wrong_refusal_of_a_token_costs_seconds(database: Database) -> None:
    def static(host: str) -> HubSpot:
        return HubSpot(StaticToken("token-1"), base_url=host)

    rig = Rig(database, Pair("hubspot", FakeHubSpot, static))
    parcel = await rig.hand_over()
    rig.fake.troubles.append(Says(401))
    rig.worker()
    again = await rig.dispatcher.send(parcel)
    assert again is not None
    assert again - rig.store.clock.now() < timedelta(seconds=15)
    rig.store.clock.pass_by(seconds=(again - rig.store.clock.now()).total_seconds())
    assert await rig.dispatcher.send(parcel) is None
    assert rig.fake.records()["task"] == 1
