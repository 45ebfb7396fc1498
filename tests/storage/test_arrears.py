"""storage.arrears: what a system did not get, over all leads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.outbox import Failed, Outcome, Parcel, RetryAt
from qualification.handover import Why
from storage.arrears import Arrears
from storage.database import Database
from storage.outbox import StoredOutbox
from storage.waits import Waits
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

BROKEN = Failed("the field is missing", "fix_configuration")


@pytest.fixture
def store(database: Database) -> Store:
    """With a CRM, and a way to tell people."""
    return told_to(Store(database), "crm", "email")


def told_to(store: Store, *systems: str) -> Store:
    store.outbox = StoredOutbox(
        store.database, store.enqueue, systems, "https://banter.example", lanes=systems
    )
    store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
    return store


async def hand_over(store: Store, conversation: str, why: Why = "qualified") -> None:
    claim = await store.claim(conversation)
    made = replace(turn(claim, handover=handover(why)), at=store.clock.now())
    await store.workspace.commit(claim, made, seen=claim.inbound_seq)


async def ends(store: Store, system: str, outcome: Outcome = BROKEN) -> None:
    """The newest delivery to a system ends so."""
    store.clock.pass_by(minutes=1)
    row = [job.row for job in store.jobs if job.row.endswith(system)][-1]
    parcel = await store.outbox.take(row, store.clock.now())
    assert isinstance(parcel, Parcel)
    await store.outbox.record(parcel, outcome, store.clock.now(), None)


async def test_what_failed_is_found_with_what_would_help(store: Store) -> None:
    arrears = Arrears(store.database, store.outbox)
    assert await arrears.failed() == ()
    lead = await store.open()
    await hand_over(store, lead)
    await ends(store, "crm")
    [found] = await arrears.failed()
    assert (found.system, found.conversation, found.why) == ("crm", lead, "qualified")
    assert (found.remedy, found.last_error) == ("fix_configuration", "the field is missing")
    assert await arrears.failed("crm") == (found,)
    assert await arrears.failed("email") == ()


async def test_what_something_newer_replaces_is_not_missed_but_a_message_is(store: Store) -> None:
    lead = await store.open()
    await hand_over(store, lead)
    await ends(store, "crm")
    await ends(store, "email")
    await hand_over(store, lead, "update")
    found = await Arrears(store.database, store.outbox).failed()
    assert [(one.system, one.revision) for one in found] == [("email", 1)]


async def test_a_system_of_today_gets_the_leads_of_yesterday_once(store: Store) -> None:
    early, late = await store.open(), await store.open()
    await hand_over(store, early)
    store.clock.pass_by(days=1)
    await hand_over(store, late)
    await hand_over(store, late, "update")
    arrears = Arrears(store.database, told_to(store, "crm", "email", "new").outbox)
    now = store.clock.now()
    store.jobs.clear()
    assert await arrears.send_missed("new", now, since=now - timedelta(hours=1)) == 1
    assert await arrears.send_missed("new", now, conversation=late) == 0
    assert await arrears.send_missed("new", now) == 1
    assert await arrears.send_missed("new", now) == 0
    assert [(job.row.split(".", 1)[1], job.lane) for job in store.jobs] == [
        ("2.new", "new"),
        ("1.new", "new"),
    ]
    parcel = await store.outbox.take(store.jobs[0].row, now)
    assert isinstance(parcel, Parcel)
    assert (parcel.system, parcel.event) == ("new", "lead.updated")


async def test_the_page_of_systems_counts_what_the_command_lists(store: Store) -> None:
    """That the owner was never told is not made up for by what they are told next."""
    lead = await store.open()
    await hand_over(store, lead)
    await ends(store, "email")
    await hand_over(store, lead, "update")
    listed = {one.system for one in await Arrears(store.database, store.outbox).failed()}
    counted = {one.system for one in await Waits(store.database).given_up()}
    assert listed == counted == {"email"}


async def test_new_credentials_are_tried_whatever_the_oldest_lead_waits_for(store: Store) -> None:
    rows = []
    for outcome in (RetryAt("answered 503"), Failed("refused", "sign_in")):
        await hand_over(store, await store.open())
        store.clock.pass_by(minutes=1)
        rows.append([job.row for job in store.jobs if job.row.endswith("crm")][-1])
        parcel, now = await store.outbox.take(rows[-1], store.clock.now()), store.clock.now()
        assert isinstance(parcel, Parcel)
        await store.outbox.record(parcel, outcome, now, now + timedelta(minutes=30))
    [waiting] = await Waits(store.database).waiting()
    assert (waiting.leads, waiting.remedy) == (2, "sign_in")
    await store.outbox.urge("crm", store.clock.now())
    oldest, other = [await store.outbox.take(row, store.clock.now()) for row in rows]
    assert not isinstance(oldest, Parcel)
    assert isinstance(other, Parcel)
