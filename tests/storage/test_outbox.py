"""A parcel goes out until it has arrived or visibly failed; the newest attempt counts."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.dialogue import Dialogue
from agent.messages import Opening
from agent.outbox import Delivered, Failed, Parcel, RetryAt
from agent.ports import Job
from qualification.handover import Why
from storage.database import Database
from storage.leads import Delivery
from storage.outbox import GATHER
from tests.storage.conftest import Store
from tests.storage.records import NOW, handover, script_text, turn


@pytest.fixture
async def parcel_id(store: Store) -> str:
    """A hand-over's parcel, not sent yet."""
    conversation = await store.open()
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    return store.jobs.pop().row


async def take(store: Store, parcel_id: str) -> Parcel:
    """Begin an attempt that is due."""
    parcel = await store.outbox.take(parcel_id, store.clock.now())
    assert isinstance(parcel, Parcel)
    return parcel


async def hand_over(store: Store, conversation: str, why: Why) -> Job:
    """A turn that tells sales something; the job that it made."""
    claim = await store.claim(conversation)
    told = replace(turn(claim, handover=handover(why)), at=store.clock.now())
    await store.workspace.commit(claim, told, seen=claim.inbound_seq)
    return store.jobs.pop()


async def revisions(store: Store, conversation: str) -> list[int]:
    """Those that a conversation has added."""
    return [one.revision for one in (await store.leads.lead(conversation)).handovers]


async def stand(store: Store, conversation: str) -> list[str]:
    """The states of all its deliveries, oldest first."""
    handovers = (await store.leads.lead(conversation)).handovers
    return [one.state for each in reversed(handovers) for one in each.deliveries]


async def delivery(store: Store) -> Delivery:
    """How it stands on record."""
    return (await store.leads.handovers()).items[0].deliveries[0]


async def test_a_parcel_carries_the_whole_hand_over(store: Store, parcel_id: str) -> None:
    parcel = await take(store, parcel_id)
    assert (parcel.id, parcel.system, parcel.event) == (parcel_id, "webhook", "lead.qualified")
    body = json.loads(parcel.body)
    stored = (await store.leads.handovers()).items[0]
    assert body == stored.document
    assert body["id"] == stored.id
    assert body["revision"] == 1
    assert body["conversation"] == stored.conversation
    assert body["created_at"] == NOW.isoformat()
    assert body["criteria"][0]["quote"] == "about 3,000.50 a year"
    assert body["links"] == {
        "lead": f"https://banter.example/console/leads/{stored.conversation}",
        "api": f"https://banter.example/api/leads/{stored.conversation}",
    }


@pytest.mark.parametrize(
    ("why", "event"),
    [
        ("update", "lead.updated"),
        ("wants_human", "lead.needs_person"),
        ("support", "lead.needs_person"),
    ],
)
async def test_the_event_says_why(store: Store, why: str, event: str) -> None:
    conversation = await store.open()
    claim = await store.claim(conversation)
    handed = handover(why)  # type: ignore[arg-type]  # one of them by the parameters above
    await store.workspace.commit(claim, turn(claim, handover=handed), seen=claim.inbound_seq)
    store.clock.pass_by(seconds=GATHER.total_seconds())
    assert (await take(store, store.jobs[0].row)).event == event


async def test_what_arrived_is_done(store: Store, parcel_id: str) -> None:
    parcel = await take(store, parcel_id)
    await store.outbox.record(parcel, Delivered("200 ok"), store.clock.now(), None)
    stands = await delivery(store)
    assert (stands.state, stands.response, stands.attempts) == ("delivered", "200 ok", 1)
    assert stands.delivered_at == store.clock.now()
    assert await store.outbox.take(parcel_id, store.clock.now()) is None


async def test_what_did_not_arrive_is_taken_again_when_it_is_due(
    store: Store, parcel_id: str
) -> None:
    first = await take(store, parcel_id)
    due = NOW + timedelta(minutes=1)
    await store.outbox.record(first, RetryAt("answered 503"), NOW, due)
    assert (await delivery(store)).state == "retrying"
    assert (await delivery(store)).last_error == "answered 503"
    assert await store.outbox.take(parcel_id, NOW) == due
    store.clock.pass_by(minutes=1)
    again = await take(store, parcel_id)
    assert (again.attempt, again.tries) == (2, 2)
    assert again.body == first.body, "byte for byte the same"


async def test_a_parcel_whose_process_died_is_taken_again(store: Store, parcel_id: str) -> None:
    await take(store, parcel_id)
    assert (await take(store, parcel_id)).attempt == 2


async def test_an_attempt_overtaken_by_another_does_not_undo_it(
    store: Store, parcel_id: str
) -> None:
    slow = await take(store, parcel_id)
    quick = await take(store, parcel_id)
    await store.outbox.record(quick, Delivered(), store.clock.now(), None)
    await store.outbox.record(slow, Failed("gone", "final"), store.clock.now(), None)
    assert (await delivery(store)).state == "delivered"


async def test_a_failed_one_is_visible_and_sent_again_by_hand_only(
    store: Store, parcel_id: str
) -> None:
    parcel = await take(store, parcel_id)
    await store.outbox.record(parcel, Failed("answered 401", "fix_configuration"), NOW, None)
    stands = await delivery(store)
    assert (stands.state, stands.last_error) == ("failed", "answered 401")
    assert await store.outbox.take(parcel_id, NOW + timedelta(days=9)) is None

    assert await store.outbox.put_back(parcel_id, NOW)
    assert store.jobs[-1] == Job("deliver", parcel_id, key=f"{parcel_id}/1")
    again = await take(store, parcel_id)
    assert (again.attempt, again.tries) == (2, 1), "the back-off begins anew"


async def test_without_another_attempt_a_retry_is_a_failure(store: Store, parcel_id: str) -> None:
    parcel = await take(store, parcel_id)
    await store.outbox.record(parcel, RetryAt("answered 503"), NOW, None)
    assert (await delivery(store)).state == "failed"


async def test_only_a_failed_one_can_be_put_back(store: Store, parcel_id: str) -> None:
    assert not await store.outbox.put_back(parcel_id, NOW)
    parcel = await take(store, parcel_id)
    await store.outbox.record(parcel, Delivered(), NOW, None)
    assert not await store.outbox.put_back(parcel_id, NOW)
    assert not await store.outbox.put_back("no-such-parcel", NOW)
    assert store.jobs == []


async def test_a_hand_over_goes_at_once_and_its_changes_go_together(store: Store) -> None:
    conversation = await store.open()
    first = await hand_over(store, conversation, "qualified")
    assert first.at is None
    changes = []
    for _ in range(3):
        store.clock.pass_by(seconds=8)
        changes.append(await hand_over(store, conversation, "update"))
    due = NOW + timedelta(seconds=8) + GATHER
    assert [one.at for one in changes] == [due] * 3, "more changes do not put it off"
    assert await stand(store, conversation) == ["queued", "superseded", "superseded", "queued"]
    assert (await take(store, first.row)).event == "lead.qualified"
    assert await store.outbox.take(changes[2].row, store.clock.now()) == due
    store.clock.pass_by(seconds=GATHER.total_seconds())
    assert [await store.outbox.take(one.row, store.clock.now()) for one in changes[:2]] == [
        None
    ] * 2
    assert json.loads((await take(store, changes[2].row)).body)["revision"] == 4


async def test_a_request_for_a_person_takes_a_changes_place_at_once(store: Store) -> None:
    conversation = await store.open()
    await hand_over(store, conversation, "qualified")
    await hand_over(store, conversation, "update")
    assert (await hand_over(store, conversation, "wants_human")).at is None
    assert await stand(store, conversation) == ["queued", "superseded", "queued"]


async def test_a_change_that_was_superseded_on_its_way_is_not_sent_again(store: Store) -> None:
    conversation = await store.open()
    await hand_over(store, conversation, "qualified")
    older = await hand_over(store, conversation, "update")
    store.clock.pass_by(seconds=GATHER.total_seconds())
    sent = await take(store, older.row)
    newer = await hand_over(store, conversation, "update")
    now = store.clock.now()
    assert newer.at == now + GATHER
    await store.outbox.record(sent, RetryAt("answered 503"), now, now)
    assert await stand(store, conversation) == ["queued", "superseded", "queued"]
    assert await store.outbox.take(older.row, now) is None
    await store.outbox.record(sent, Delivered("200"), now, None)
    assert await stand(store, conversation) == ["queued", "delivered", "queued"]


async def test_a_change_to_another_lead_supersedes_nothing(store: Store) -> None:
    one, other = await store.open(), await store.open()
    for conversation in (one, other, one, other):
        fresh = await stand(store, conversation) == []
        await hand_over(store, conversation, "qualified" if fresh else "update")
    assert await stand(store, one) == await stand(store, other) == ["queued", "queued"]


async def test_what_was_delivered_or_failed_stays_what_it_is(store: Store) -> None:
    conversation = await store.open()
    await hand_over(store, conversation, "qualified")
    for outcome in (Delivered("200"), Failed("answered 401", "fix_configuration")):
        change = await hand_over(store, conversation, "update")
        store.clock.pass_by(seconds=GATHER.total_seconds())
        parcel = await take(store, change.row)
        await store.outbox.record(parcel, outcome, store.clock.now(), None)
    await hand_over(store, conversation, "update")
    assert await stand(store, conversation) == ["queued", "delivered", "failed", "queued"]


async def test_two_conversations_of_one_person_tell_sales_one_after_the_other(
    store: Store, database_url: str
) -> None:
    """They share a hand-over: a number that had chatted before writes by SMS."""
    first = await store.open()
    await hand_over(store, first, "qualified")
    shared = (await store.leads.lead(first)).line.handover
    version = await store.scripts.publish(script_text(), origin="file")
    opening = Opening(
        "second", "sms", "+34600111222", version.id, "en", NOW, ours="+34911", handover=shared
    )
    await store.inbox.open(opening, Dialogue("en"), None)
    other = Store(Database(database_url))
    for _ in range(5):
        await asyncio.gather(
            hand_over(store, first, "update"), hand_over(other, "second", "update")
        )
    await other.database.close()
    told = [*await revisions(store, first), *await revisions(store, "second")]
    assert sorted(told) == list(range(1, 12))
