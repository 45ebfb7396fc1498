"""A message is on record once, in its place, before anybody is told."""

import asyncio
from datetime import timedelta

import pytest

from agent.errors import UnknownConversation
from agent.messages import Receipt
from storage.database import Database
from tests.storage.conftest import LEASE, Store
from tests.storage.records import NOW, inbound, turn


async def test_the_first_message_follows_the_greeting(store: Store) -> None:
    conversation = await store.open("Hello!")
    receipt = await store.inbox.receive(inbound(conversation, "hi"))
    assert (receipt.conversation, receipt.seq, receipt.repeat) == (conversation, 2, False)
    said = await store.transcript(conversation)
    assert [(one.seq, one.author, one.text) for one in said] == [
        (1, "agent", "Hello!"),
        (2, "prospect", "hi"),
    ]
    assert said[1].id == receipt.message
    assert said[1].at == NOW


async def test_without_a_greeting_the_prospect_comes_first(store: Store) -> None:
    conversation = await store.open(greeting=None)
    assert (await store.inbox.receive(inbound(conversation))).seq == 1


async def test_a_repeat_changes_nothing_and_gives_the_first_receipt(store: Store) -> None:
    conversation = await store.open()
    first = await store.inbox.receive(inbound(conversation, "hi", "client-1"))
    again = await store.inbox.receive(inbound(conversation, "hi", "client-1"))
    assert again == Receipt(first.message, conversation, first.seq, repeat=True)
    assert (await store.inbox.receive(inbound(conversation, "more"))).seq == first.seq + 1


async def test_the_same_message_arriving_many_times_at_once_is_stored_once(store: Store) -> None:
    conversation = await store.open()
    message = inbound(conversation, "hi", "client-1")
    receipts = await asyncio.gather(*(store.inbox.receive(message) for _ in range(12)))
    assert len({receipt.message for receipt in receipts}) == 1
    assert sum(not receipt.repeat for receipt in receipts) == 1
    assert len(await store.transcript(conversation)) == 2


async def test_messages_arriving_at_once_by_two_processes_are_numbered_without_gaps(
    store: Store, database_url: str
) -> None:
    conversation = await store.open()
    other = Store(Database(database_url))
    receipts = await asyncio.gather(
        *(one.inbox.receive(inbound(conversation)) for one in (store, other) for _ in range(10))
    )
    assert sorted(receipt.seq for receipt in receipts) == list(range(2, 22))
    await other.database.close()


async def test_a_message_to_nobody_is_refused(store: Store) -> None:
    with pytest.raises(UnknownConversation):
        await store.inbox.receive(inbound("no-such-conversation"))


async def test_whoever_waits_longest_is_answered_first(store: Store) -> None:
    first, second, third = [await store.open() for _ in range(3)]
    await store.hear(second, "hi")
    store.clock.pass_by(seconds=1)
    await store.hear(first, "hi")
    await store.hear(second, "are you there?")
    assert await store.inbox.unanswered(store.clock.now(), 10) == [second, first]
    assert await store.inbox.unanswered(store.clock.now(), 1) == [second]
    assert third not in await store.inbox.unanswered(store.clock.now(), 10)


async def test_a_burst_is_left_to_settle(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    now, pause = store.clock.now(), timedelta(seconds=2)
    assert await store.inbox.unanswered(now, 10, waiting=pause) == []
    assert await store.inbox.unanswered(now + pause, 10, waiting=pause) == [conversation]


async def test_a_held_conversation_is_unanswered_again_when_its_holder_dies(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    await store.claim(conversation)
    now = store.clock.now()
    assert await store.inbox.unanswered(now, 10) == []
    assert await store.inbox.unanswered(now + LEASE, 10) == [conversation]


async def test_an_answered_conversation_is_not_unanswered(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, "Hello."), seen=claim.inbound_seq)
    assert await store.inbox.unanswered(store.clock.now(), 10) == []


async def test_silence_is_looked_at_when_its_time_has_come_and_nobody_holds_it(
    store: Store,
) -> None:
    conversation = await store.open()
    due = NOW + timedelta(hours=4)
    claim = await store.claim(conversation)
    await store.workspace.commit(
        claim, turn(claim, "And your budget?", remind_at=due), seen=claim.inbound_seq
    )
    assert await store.inbox.silent(due - timedelta(seconds=1), 10) == []
    assert await store.inbox.silent(due, 10) == [conversation]
    store.clock.pass_by(hours=4)
    held = await store.claim(conversation)
    assert held.remind_at == due
    assert await store.inbox.silent(due, 10) == []
    await store.workspace.commit(held, turn(held, "Still there?"), seen=held.inbound_seq)
    assert await store.inbox.silent(due + timedelta(days=9), 10) == []
