"""What is left to nurture reaches the systems that want it, and sales never sees it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from agent.dialogue import Dialogue
from agent.outbox import Parcel
from qualification.decision import Verdict
from storage.database import Database
from storage.outbox import StoredOutbox
from storage.story import Stories
from storage.tables import HandoverRow
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

ENDED = Dialogue("en", phase="closed")


@pytest.fixture
def store(database: Database) -> Store:
    """With a webhook for sales, a list for nurture, and one that wants both."""
    made = Store(database)
    made.outbox = StoredOutbox(
        database,
        made.enqueue,
        ["webhook", "list", "both"],
        "https://banter.example",
        prepares=True,
        wants={"list": {"lead.nurture"}, "both": {"lead.nurture", "lead.qualified"}},
    )
    made.workspace = StoredWorkspace(database, made.scripts, made.outbox)
    return made


async def take(store: Store, conversation: str, **changes: Any) -> None:
    """A turn with these parts."""
    claim = await store.claim(conversation)
    ended = Verdict("unqualified", (), ())
    made = replace(turn(claim, at=store.clock.now()), dialogue=ENDED, verdict=ended)
    await store.workspace.commit(claim, replace(made, **changes), seen=claim.inbound_seq)


async def leave(store: Store, conversation: str, wait: timedelta = timedelta()) -> None:
    """A turn that leaves the lead to nurture."""
    lead = handover("nurture")
    await take(store, conversation, nurture=lead, nurture_at=store.clock.now() + wait)


async def states(store: Store, conversation: str) -> list[tuple[str, int, str]]:
    """Its deliveries, oldest first."""
    told = await Stories(store.database).of(conversation)
    return [(one.system, one.revision, one.state) for one in told]


async def test_only_the_systems_that_want_it_get_it(store: Store) -> None:
    conversation = await store.open()
    await leave(store, conversation)
    assert await states(store, conversation) == [("both", 1, "queued"), ("list", 1, "queued")]
    assert sorted(job.kind for job in store.jobs) == ["deliver", "deliver"], "nobody is assigned"
    parcel = await store.outbox.take(store.jobs[-1].row, store.clock.now())
    assert isinstance(parcel, Parcel)
    assert parcel.event == "lead.nurture"


async def test_sales_never_sees_it(store: Store) -> None:
    conversation = await store.open()
    await leave(store, conversation)
    assert (await store.leads.handovers()).items == ()
    lead = await store.leads.lead(conversation)
    assert lead.handovers == ()
    assert await store.outbox.look(conversation, "webhook") is None
    assert await store.outbox.look(conversation, "list") is not None


async def test_a_qualified_lead_goes_to_those_who_want_it(store: Store) -> None:
    conversation = await store.open()
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    assert [system for system, _, _ in await states(store, conversation)] == ["both", "webhook"]


async def test_who_writes_again_is_taken_back(store: Store) -> None:
    conversation = await store.open()
    await leave(store, conversation, timedelta(days=7))
    (job, _) = store.jobs
    assert job.at == store.clock.now() + timedelta(days=7)
    assert await store.outbox.take(job.row, store.clock.now()) == job.at
    await take(store, conversation, nurture_off=True)
    assert {state for _, _, state in await states(store, conversation)} == {"superseded"}
    assert await store.outbox.take(job.row, store.clock.now() + timedelta(days=8)) is None


async def test_a_goodbye_after_the_end_takes_nothing_back(store: Store) -> None:
    conversation = await store.open()
    await leave(store, conversation)
    await take(store, conversation)
    assert {state for _, _, state in await states(store, conversation)} == {"queued"}


async def test_what_they_say_later_takes_the_place_of_what_waits(store: Store) -> None:
    conversation = await store.open()
    await leave(store, conversation)
    await leave(store, conversation)
    assert await states(store, conversation) == [
        ("both", 1, "superseded"),
        ("list", 1, "superseded"),
        ("both", 2, "queued"),
        ("list", 2, "queued"),
    ]


async def test_without_such_a_system_nothing_is_written(store: Store) -> None:
    store.outbox = StoredOutbox(store.database, store.enqueue, ["webhook"], "https://b.example")
    store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
    await leave(store, await store.open())
    found = await store.database.read(
        lambda connection: connection.execute(select(HandoverRow.id)).all()
    )
    assert found == []
    assert store.jobs == []
