"""What a caller heard is kept beside the words."""

from dataclasses import replace

from agent.ports import Utterance
from storage.heard import StoredHearing
from tests.storage.conftest import Store
from tests.storage.records import turn


async def test_a_message_keeps_its_words_and_what_was_heard_of_them(store: Store) -> None:
    conversation = await store.open("Hello! What is your budget?")
    greeting = (await store.transcript(conversation))[0]
    hearing = StoredHearing(store.database)
    await hearing.cut_short(greeting.id, "Hello!")
    await store.hear(conversation, "five thousand")
    claim = await store.claim(conversation)
    assert [(one.text, one.heard) for one in claim.transcript] == [(greeting.text, "Hello!")]
    await hearing.cut_short(greeting.id, None)
    assert (await store.transcript(conversation))[0].heard is None


async def test_a_message_may_be_written_with_what_was_heard_of_it(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hello")
    claim = await store.claim(conversation)
    said = replace(turn(claim), said=(Utterance("u1", "I see, thank you.", heard="I see"),))
    committed = await store.workspace.commit(claim, said, seen=claim.inbound_seq)
    assert [one.heard for one in committed] == ["I see"]
    assert (await store.transcript(conversation))[-1] == committed[-1]


async def test_a_message_that_is_not_there_changes_nothing(store: Store) -> None:
    conversation = await store.open()
    before = await store.transcript(conversation)
    await StoredHearing(store.database).cut_short("nobody", "nothing")
    assert await store.transcript(conversation) == before
