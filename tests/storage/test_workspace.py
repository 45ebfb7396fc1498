"""One turn at a time, written whole by whoever holds the conversation, or not at all."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from agent.errors import LeaseLost, MoreArrived, UnknownConversation
from agent.ports import Job
from storage.database import Database
from storage.outbox import StoredOutbox
from storage.tables import (
    AnswerRow,
    ConversationRow,
    DeliveryRow,
    HandoverRow,
    MessageRow,
    ModelCallRow,
    TurnRow,
)
from storage.workspace import TRANSCRIPT, StoredWorkspace
from tests.storage.conftest import LEASE, Store
from tests.storage.records import BUDGET, CALL, EMAIL, NOW, handover, inbound, script_text, turn


def rows(connection: Connection) -> dict[str, int]:
    """How many rows a turn may have left."""
    tables = (AnswerRow, DeliveryRow, HandoverRow, MessageRow, ModelCallRow, TurnRow)
    return {
        table.__tablename__: connection.execute(
            select(func.count()).select_from(table)
        ).scalar_one()
        for table in tables
    }


async def test_a_claim_shows_where_the_conversation_stands(store: Store) -> None:
    conversation = await store.open("Hello!")
    await store.hear(conversation, "hi", "we need a CRM")
    claim = await store.claim(conversation)
    assert [one.text for one in claim.unread] == ["hi", "we need a CRM"]
    assert [one.text for one in claim.transcript] == ["Hello!"]
    assert (claim.channel, claim.source, claim.inbound_seq) == ("chat", "/pricing", 3)
    assert (claim.script.script, claim.script_version) == ("crm-suite", "crm-suite@1")
    assert claim.handover is None


async def test_a_conversation_keeps_the_script_it_began_with(store: Store) -> None:
    conversation = await store.open()
    await store.scripts.publish(script_text(title="New title"), origin="console", by="ana")
    assert (await store.claim(conversation)).script.title == "CRM"


async def test_a_held_conversation_cannot_be_claimed_until_the_lease_runs_out(
    store: Store,
) -> None:
    conversation = await store.open()
    await store.claim(conversation)
    almost = NOW + LEASE - timedelta(microseconds=1)
    assert await store.workspace.claim(conversation, almost, LEASE) is None
    assert await store.workspace.claim(conversation, NOW + LEASE, LEASE) is not None


async def test_of_many_processes_racing_for_a_conversation_one_gets_it(
    store: Store, database_url: str
) -> None:
    conversation = await store.open()
    others = [Store(Database(database_url)) for _ in range(3)]
    claims = await asyncio.gather(
        *(one.workspace.claim(conversation, NOW, LEASE) for one in (store, *others) * 5)
    )
    assert sum(claim is not None for claim in claims) == 1
    for other in others:
        await other.database.close()


async def test_nobody_can_claim_what_there_is_not(store: Store) -> None:
    with pytest.raises(UnknownConversation):
        await store.workspace.claim("no-such-conversation", NOW, LEASE)


async def test_a_turn_is_written_and_the_conversation_freed(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "about 3,000.50 a year; ana@example.com")
    claim = await store.claim(conversation)
    written = turn(claim, "Thank you.", "One more thing?", answers=[BUDGET, EMAIL], calls=[CALL])
    said = await store.workspace.commit(claim, written, seen=claim.inbound_seq)
    assert [(one.seq, one.author, one.text) for one in said] == [
        (3, "agent", "Thank you."),
        (4, "agent", "One more thing?"),
    ]
    assert (await store.transcript(conversation))[2:] == said

    following = await store.claim(conversation)
    assert following.dialogue == written.dialogue
    assert following.unread == ()
    assert len(following.transcript) == 4
    lead = await store.leads.lead(conversation)
    assert [(one.key, one.value, one.quote) for one in lead.answers] == [
        ("budget", BUDGET.value, "about 3,000.50 a year"),
        ("email", EMAIL.value, "ana@example.com"),
    ]
    assert lead.turns[0].reading == written.reading
    assert (lead.line.email, lead.line.tier, lead.line.score) == ("ana@example.com", "warm", 30)
    assert await store.database.read(rows) == {
        "answers": 2,
        "deliveries": 0,
        "handovers": 0,
        "messages": 4,
        "model_calls": 1,
        "turns": 1,
    }


async def test_a_turn_may_say_nothing(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    assert await store.workspace.commit(claim, turn(claim), seen=claim.inbound_seq) == ()
    assert (await store.inbox.receive(inbound(conversation))).seq == 3


async def test_a_turn_is_not_written_over_a_message_it_has_not_seen(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    await store.hear(conversation, "and another thing")
    before = await store.database.read(rows)
    with pytest.raises(MoreArrived):
        await store.workspace.commit(
            claim, turn(claim, "Hello.", handover=handover()), seen=claim.inbound_seq
        )
    assert await store.database.read(rows) == before
    assert await store.workspace.claim(conversation, NOW, LEASE) is None, "it is still held"
    again = await store.claim(conversation, steal=True)
    assert [one.text for one in again.unread] == ["hi", "and another thing"]
    await store.workspace.commit(again, turn(again, "Both."), seen=again.inbound_seq)


async def test_a_stolen_conversation_cannot_be_written_by_who_held_it(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    slow = await store.claim(conversation)
    quick = await store.claim(conversation, steal=True)
    with pytest.raises(LeaseLost):
        await store.workspace.commit(slow, turn(slow, "Late."), seen=slow.inbound_seq)
    await store.workspace.commit(quick, turn(quick, "First."), seen=quick.inbound_seq)
    with pytest.raises(LeaseLost):
        await store.workspace.commit(slow, turn(slow, "Later."), seen=slow.inbound_seq)
    assert [one.text for one in await store.transcript(conversation)] == ["Hello!", "hi", "First."]


async def test_a_late_turn_is_written_if_nobody_took_over(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    store.clock.pass_by(minutes=1)
    late = turn(claim, "Sorry.", at=store.clock.now())
    assert len(await store.workspace.commit(claim, late, seen=claim.inbound_seq)) == 1


async def test_of_two_turns_written_at_once_one_is(store: Store, database_url: str) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    other = Store(Database(database_url))
    first = await store.claim(conversation)
    second = await other.claim(conversation, steal=True)
    ends = await asyncio.gather(
        store.workspace.commit(first, turn(first, "One."), seen=first.inbound_seq),
        other.workspace.commit(second, turn(second, "Two."), seen=second.inbound_seq),
        return_exceptions=True,
    )
    assert isinstance(ends[0], LeaseLost)
    assert [one.text for one in await store.transcript(conversation)][2:] == ["Two."]
    await other.database.close()


async def test_no_message_is_lost_between_turns_and_arrivals_at_once(
    store: Store, database_url: str
) -> None:
    conversation = await store.open()
    other = Store(Database(database_url))

    async def write() -> None:
        for place in range(15):
            await store.inbox.receive(inbound(conversation, str(place)))

    async def answer(by: Store) -> None:
        while True:
            claim = await by.workspace.claim(conversation, NOW, LEASE)
            if claim is None or not claim.unread:
                if claim is not None:
                    await by.workspace.release(claim)
                if writer.done() and claim is not None:
                    return
                continue
            read = ",".join(one.text for one in claim.unread)
            try:
                await by.workspace.commit(claim, turn(claim, read), seen=claim.inbound_seq)
            except MoreArrived:
                await by.workspace.release(claim)

    writer = asyncio.create_task(write())
    await asyncio.wait_for(asyncio.gather(answer(store), answer(other)), timeout=30)
    transcript = await store.transcript(conversation)
    assert [one.seq for one in transcript] == list(range(1, len(transcript) + 1))
    answered = ",".join(one.text for one in transcript[1:] if one.author == "agent")
    assert answered == ",".join(map(str, range(15)))
    await other.database.close()


async def test_a_lease_is_renewed_by_its_holder_only(store: Store) -> None:
    conversation = await store.open()
    claim = await store.claim(conversation)
    assert await store.workspace.renew(claim, NOW + LEASE, LEASE)
    assert await store.workspace.claim(conversation, NOW + LEASE, LEASE) is None
    await store.claim(conversation, steal=True)
    assert not await store.workspace.renew(claim, NOW + LEASE, LEASE)


async def test_a_conversation_is_released_by_its_holder_only(store: Store) -> None:
    conversation = await store.open()
    first = await store.claim(conversation)
    second = await store.claim(conversation, steal=True)
    await store.workspace.release(first)
    assert await store.workspace.claim(conversation, NOW, LEASE) is None
    await store.workspace.release(second)
    assert await store.workspace.claim(conversation, NOW, LEASE) is not None


async def test_the_transcript_is_bounded_and_the_unread_are_not(store: Store) -> None:
    conversation = await store.open()
    for place in range(TRANSCRIPT):
        await store.hear(conversation, f"question {place}")
        claim = await store.claim(conversation)
        await store.workspace.commit(claim, turn(claim, f"answer {place}"), seen=claim.inbound_seq)
    await store.hear(conversation, *(f"burst {place}" for place in range(TRANSCRIPT + 5)))
    claim = await store.claim(conversation)
    assert [one.text for one in claim.unread] == [
        f"burst {place}" for place in range(TRANSCRIPT + 5)
    ]
    assert len(claim.transcript) == TRANSCRIPT
    assert claim.transcript[-1].text == f"answer {TRANSCRIPT - 1}"
    assert [one.seq for one in claim.transcript] == sorted(one.seq for one in claim.transcript)


async def test_a_hand_over_leaves_with_the_turn_and_its_job(store: Store) -> None:
    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    identity = (await store.claim(conversation)).handover
    assert store.jobs == [Job("deliver", f"{identity}.1.webhook")]
    stored = (await store.leads.handovers()).items
    assert [(one.id, one.revision, one.why) for one in stored] == [(identity, 1, "qualified")]


async def test_a_lead_that_changes_is_a_revision_of_the_same_hand_over(store: Store) -> None:
    conversation = await store.open()
    for why in ("qualified", "update", "wants_human"):
        claim = await store.claim(conversation, steal=True)
        await store.workspace.commit(
            claim, turn(claim, handover=handover(why)), seen=claim.inbound_seq
        )
    identity = (await store.claim(conversation)).handover
    assert [job.row for job in store.jobs] == [f"{identity}.{n}.webhook" for n in (1, 2, 3)]
    lead = await store.leads.lead(conversation)
    assert [(one.revision, one.why) for one in lead.handovers] == [
        (3, "wants_human"),
        (2, "update"),
        (1, "qualified"),
    ]


async def test_a_turn_whose_job_cannot_be_written_is_not_written(store: Store) -> None:
    def refuse(_connection: Connection, _job: Job) -> None:
        raise KeyError("no room for a job")

    conversation = await store.open()
    await store.hear(conversation, "hi")
    claim = await store.claim(conversation)
    outbox = StoredOutbox(store.database, refuse, ["webhook"], "https://banter.example")
    workspace = StoredWorkspace(store.database, store.scripts, outbox)
    before = await store.database.read(rows)
    with pytest.raises(KeyError, match="no room for a job"):
        await workspace.commit(
            claim, turn(claim, "Bye.", handover=handover()), seen=claim.inbound_seq
        )
    assert await store.database.read(rows) == before
    standing = await store.database.read(
        lambda connection: connection.execute(select(ConversationRow.handover)).scalar_one()
    )
    assert standing is None
