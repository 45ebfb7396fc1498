"""A waiter gets the answer to its message, the same whenever it asks."""

import pytest

from agent.errors import UnknownConversation
from tests.storage.conftest import Store
from tests.storage.records import inbound, turn


async def answer(store: Store, conversation: str, *said: str) -> None:
    """Take a turn."""
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, *said), seen=claim.inbound_seq)


async def test_an_unanswered_message_has_no_reply_yet(store: Store) -> None:
    conversation = await store.open()
    receipt = await store.inbox.receive(inbound(conversation))
    assert await store.replies.said_after(conversation, receipt.seq) is None


async def test_the_reply_is_what_the_turn_said_and_nothing_later(store: Store) -> None:
    conversation = await store.open()
    receipt = await store.inbox.receive(inbound(conversation))
    await answer(store, conversation, "One.", "Two.")
    await answer(store, conversation, "Are you still there?")
    said = await store.replies.said_after(conversation, receipt.seq)
    assert said is not None
    assert [one.text for one in said] == ["One.", "Two."]


async def test_messages_answered_together_have_the_same_reply(store: Store) -> None:
    conversation = await store.open()
    first = await store.inbox.receive(inbound(conversation))
    second = await store.inbox.receive(inbound(conversation))
    await answer(store, conversation, "Both.")
    third = await store.inbox.receive(inbound(conversation))
    assert await store.replies.said_after(conversation, third.seq) is None
    await answer(store, conversation, "The third.")
    replies = [
        await store.replies.said_after(conversation, one.seq) for one in (first, second, third)
    ]
    assert [[one.text for one in reply or ()] for reply in replies] == [
        ["Both."],
        ["Both."],
        ["The third."],
    ]


async def test_a_message_may_be_answered_with_silence(store: Store) -> None:
    conversation = await store.open()
    receipt = await store.inbox.receive(inbound(conversation))
    await answer(store, conversation)
    assert await store.replies.said_after(conversation, receipt.seq) == ()


async def test_anybody_may_look_where_a_conversation_stands(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    written = turn(claim, "Hello.")
    await store.workspace.commit(claim, written, seen=claim.inbound_seq)
    standing = await store.replies.standing(conversation)
    assert standing.dialogue == written.dialogue
    assert standing.script.script == "crm-suite"
    with pytest.raises(UnknownConversation):
        await store.replies.standing("no-such-conversation")
