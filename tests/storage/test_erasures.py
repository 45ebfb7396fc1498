"""Who is erased leaves nothing behind but the wish not to be written to; others are untouched."""

import asyncio
import importlib
import pkgutil
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, func, insert, select, update

import storage
from agent.erasing import Kept
from agent.errors import LeaseLost, MoreArrived, UnknownConversation
from agent.ledger import Attempt
from storage.delivery_tables import DeliveryStepRow
from storage.erasures import Erased, StoredErasures, erase_rows
from storage.holdings import HELD, KEPT
from storage.ledger import StoredLedger
from storage.people import Address, People
from storage.reach_tables import SuppressionRow
from storage.tables import ConversationRow, HandoverRow, Row
from tests.storage.conftest import LEASE, Store
from tests.storage.persons import (
    CALL_SID,
    EMAIL,
    INBOUND_SID,
    OLD_EMAIL,
    PHONE,
    RECORDING_SID,
    SENT_SID,
    ana,
    contact,
    converse,
    ledger,
)
from tests.storage.records import BUDGET, NOW, handover, inbound, turn

ANA = Address("phone", PHONE)
HERS = ("Quiroga", "ñandú", "ana@", "anna@", PHONE.removeprefix("+"), "about 3,000.50 a year")
BOB = "bob@example.org"


@pytest.fixture
def erasures(store: Store) -> StoredErasures:
    """Erases."""
    return StoredErasures(store.database, ledger(store), store.enqueue, store.clock)


async def everything(store: Store) -> str:
    """All rows of all tables, as one text."""

    def work(connection: Connection) -> str:
        return "\n".join(
            f"{table.name} {tuple(row)}"  # a row by itself leaves out the middle of long texts
            for table in Row.metadata.sorted_tables
            for row in connection.execute(select(table)).all()
        )

    return await store.database.read(work)


def bytes_of(path: str) -> bytes:
    """All that a SQLite file and its log hold, deleted or not."""
    return Path(path).read_bytes() + Path(f"{path}-wal").read_bytes()


async def erase(store: Store, erasures: StoredErasures, who: Address | str) -> Erased:
    """Erase a person."""
    person = await People(store.database, store.scripts, store.clock).find(who)
    store.jobs.clear()
    return await erasures.erase(person)


def test_every_table_is_somebodys_or_is_kept_for_a_reason() -> None:
    for module in pkgutil.iter_modules(storage.__path__):
        importlib.import_module(f"storage.{module.name}")
    tables = {table.name for table in Row.metadata.sorted_tables}
    assert {table.name for table in HELD} | set(KEPT) == tables
    assert {table.name for table in HELD}.isdisjoint(KEPT)


async def test_a_person_is_in_every_table_that_can_hold_one(store: Store) -> None:
    """Otherwise the tests below would show nothing."""
    await ana(store)

    def work(connection: Connection) -> set[str]:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in HELD
        }
        return {name for name, count in counts.items() if not count}

    assert await store.database.read(work) == set()
    found = await everything(store)
    assert all(words in found for words in HERS)


@pytest.mark.parametrize("who", [ANA, Address("email", EMAIL), Address("email", OLD_EMAIL)])
async def test_nothing_of_an_erased_person_is_left_in_any_table(
    store: Store, erasures: StoredErasures, who: Address
) -> None:
    await ana(store)
    await erase(store, erasures, who)
    left = await everything(store)
    assert [words for words in HERS if words in left] == []


async def test_the_others_keep_all_that_is_theirs(store: Store, erasures: StoredErasures) -> None:
    bobs = await converse(
        store, "chat", uuid4().hex, BUDGET, contact("email", BOB), handed_over=True
    )
    before = await everything(store)
    await ana(store)
    await erase(store, erasures, ANA)
    left = await everything(store)
    assert set(before.splitlines()) <= set(left.splitlines())
    assert (await store.leads.lead(bobs)).line.email == BOB


async def test_a_wish_not_to_be_written_to_outlives_its_person(
    store: Store, erasures: StoredErasures
) -> None:
    await ana(store)
    await erase(store, erasures, ANA)
    rows = await store.database.read(
        lambda connection: connection.execute(
            select(SuppressionRow.address, SuppressionRow.kind)
        ).all()
    )
    assert [tuple(row) for row in rows] == [(ledger(store).mark(PHONE), "stop")]


async def test_who_stopped_one_conversation_stays_stopped_under_every_address(
    store: Store, erasures: StoredErasures
) -> None:
    chat = await converse(store, "chat", uuid4().hex, contact("email", BOB))
    claim = await store.claim(chat)
    stopped = turn(claim, answers=[contact("email", BOB)])
    stopped = replace(stopped, dialogue=replace(stopped.dialogue, phase="stopped"))
    await store.workspace.commit(claim, stopped, seen=claim.inbound_seq)
    await erase(store, erasures, chat)
    assert await ledger(store).stops(BOB, "sms")
    assert not await ledger(store).stops(PHONE, "sms")


async def test_who_asked_to_be_written_to_again_is_not_stopped_by_being_erased(
    store: Store, erasures: StoredErasures
) -> None:
    hers = await ana(store)
    stopped = {"phase": "stopped"}
    change = update(ConversationRow).where(ConversationRow.id == hers.call).values(stopped)
    await store.database.write(lambda connection: connection.execute(change))
    await ledger(store).carrier(PHONE, "sms", "start", store.clock.now())
    await erase(store, erasures, ANA)
    assert not await ledger(store).stops(PHONE, "sms")
    assert await ledger(store).stops(PHONE, "voice")
    assert await ledger(store).stops(EMAIL, "sms")


async def test_what_twilio_keeps_is_remembered_with_a_job_for_each(
    store: Store, erasures: StoredErasures
) -> None:
    await ana(store)
    await erase(store, erasures, ANA)
    kept = {INBOUND_SID, SENT_SID, CALL_SID, RECORDING_SID}
    assert {(job.kind, job.row) for job in store.jobs} == {("erase", sid) for sid in kept}
    assert set(await erasures.waiting()) == kept
    assert await erasures.left(RECORDING_SID) == Kept("recording", RECORDING_SID)
    await erasures.failed(CALL_SID, "Twilio does not answer")
    assert await erasures.left(CALL_SID) == Kept("call", CALL_SID, tries=1)
    for sid in kept:
        await erasures.done(sid)
    assert await erasures.waiting() == ()
    assert await erasures.left(SENT_SID) is None


async def test_who_received_the_lead_is_named(store: Store, erasures: StoredErasures) -> None:
    await ana(store)
    parcel = next(job.row for job in store.jobs if job.kind == "deliver")
    await store.outbox.take(parcel, store.clock.now())
    erased = await erase(store, erasures, ANA)
    assert erased.passed_on == ("webhook",)
    assert erased.rows["conversations"] == 3
    assert "rereads" in erased.rows
    again = await erase(store, erasures, ANA)
    assert (again.rows, again.passed_on) == ({}, ())


async def test_what_their_conversations_share_in_a_system_goes_with_them(
    store: Store, erasures: StoredErasures
) -> None:
    """Also what a process held that died, and what it has made of it; others keep theirs."""
    record, now = StoredLedger(store.database, store.clock), store.clock.now()
    until = now + timedelta(seconds=90)
    lead = await converse(store, "chat", uuid4().hex, contact("email", BOB), handed_over=True)
    parcel = next(job.row for job in store.jobs if job.kind == "deliver")
    handover, _, _ = parcel.split(".")
    his = Attempt(parcel, "webhook", handover, 1, 1)
    other = Attempt("h2.1.webhook", "webhook", "h2", 1, 1)
    for attempt, keys in ((his, ("mail", "number")), (other, ("another",))):
        await record.begin(attempt, now, until)
        shares = [attempt.shared("person", key) for key in keys]
        await record.share(attempt, shares, now, until)
        await record.kept(attempt.holding(shares[:1]), "person", "101", until)
    erased = await erase(store, erasures, lead)
    assert (erased.rows["delivery_turns"], erased.rows["delivery_steps"]) == (3, 2)
    left = await everything(store)
    assert all(his.shared("person", key).name not in left for key in ("mail", "number"))
    assert left.count(other.shared("person", "another").name) == 2


async def test_what_was_never_sent_on_is_nobodys(store: Store, erasures: StoredErasures) -> None:
    await ana(store)
    assert (await erase(store, erasures, ANA)).passed_on == ()


async def test_a_turn_and_a_message_that_come_too_late_leave_nothing(
    store: Store, erasures: StoredErasures
) -> None:
    hers = await ana(store)
    await store.hear(hers.chat, "one more thing")
    claim = await store.claim(hers.chat)
    await erase(store, erasures, ANA)
    with pytest.raises(UnknownConversation):
        await store.workspace.commit(claim, turn(claim, "Yes?"), seen=claim.inbound_seq)
    with pytest.raises(UnknownConversation):
        await store.inbox.receive(inbound(hers.chat, f"Quiroga, {PHONE}"))
    assert "Quiroga" not in await everything(store)


async def test_what_is_said_while_somebody_is_erased_is_gone_with_them(
    store: Store, erasures: StoredErasures
) -> None:
    hers = await ana(store)

    async def say(number: int) -> None:
        with suppress(UnknownConversation):
            await store.hear(hers.all[number % 3], f"Quiroga {number}")
            claim = await store.workspace.claim(hers.all[number % 3], NOW, LEASE, steal=True)
            if claim is not None:
                with suppress(LeaseLost, MoreArrived):
                    said = turn(claim, "Quiroga?", answers=[BUDGET], handover=handover())
                    await store.workspace.commit(claim, said, seen=claim.inbound_seq)

    talking = [asyncio.create_task(say(number)) for number in range(15)]
    await erase(store, erasures, ANA)
    talking += [asyncio.create_task(say(number)) for number in range(15)]
    await asyncio.gather(*talking)
    left = await everything(store)
    assert [words for words in HERS if words in left] == []


async def test_a_hand_over_shared_by_two_conversations_goes_only_with_its_own(
    store: Store, erasures: StoredErasures
) -> None:
    first = await converse(store, "chat", uuid4().hex, BUDGET, handed_over=True)
    other = await converse(store, "chat", uuid4().hex, BUDGET, handed_over=True)
    await erase(store, erasures, first)
    assert len((await store.leads.lead(other)).handovers[0].deliveries) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_of_an_erased_person_is_left_in_the_file(
    store: Store, erasures: StoredErasures, database_url: str
) -> None:
    await ana(store)
    await erase(store, erasures, ANA)
    kept = bytes_of(database_url.removeprefix("sqlite:///"))
    assert [words for words in HERS if words.encode() in kept] == []


async def test_a_job_of_an_erased_row_finds_nothing_to_do(
    store: Store, erasures: StoredErasures
) -> None:
    await ana(store)
    parcel = next(job.row for job in store.jobs if job.kind == "deliver")
    await erase(store, erasures, ANA)
    assert await store.outbox.take(parcel, store.clock.now()) is None


async def member(store: Store, conversation: str, system: str, step: str, remote: str) -> None:
    """Write that they were put on a list, as a delivery does."""

    def work(connection: Connection) -> None:
        lead = {"id": uuid4().hex, "revision": 1, "conversation": conversation}
        row = {**lead, "why": "nurture", "payload": "{}", "created_at": NOW}
        connection.execute(insert(HandoverRow), row)
        done = {"handover": lead["id"], "system": system, "step": step, "remote": remote}
        connection.execute(
            insert(DeliveryStepRow), {**done, "revision": 1, "unsure": False, "at": NOW}
        )

    await store.database.write(work)


async def test_who_is_on_lists_is_deleted_there_by_jobs(
    store: Store, erasures: StoredErasures
) -> None:
    chat = await converse(store, "chat", uuid4().hex, contact("email", BOB))
    await member(store, chat, "mailchimp", "member", "hash")
    await member(store, chat, "mailchimp", "tags", "")
    await member(store, chat, "constant_contact", "contact", "c9")
    await member(store, chat, "hubspot", "contact", "101")
    other = await converse(store, "chat", uuid4().hex, contact("email", "eve@example.org"))
    await member(store, other, "mailchimp", "member", "another")
    await erase(store, erasures, Address("email", BOB))
    assert {job.row for job in store.jobs} == {"hash", "c9"}
    assert {job.kind for job in store.jobs} == {"erase"}
    assert await erasures.left("hash") == Kept("mailchimp", "hash")
    assert await erasures.left("c9") == Kept("constant_contact", "c9")


async def test_systems_that_are_asked_to_delete_are_not_left_to_people(
    store: Store, erasures: StoredErasures
) -> None:
    lead = await converse(store, "chat", uuid4().hex, contact("email", BOB), handed_over=True)
    parcel = next(job.row for job in store.jobs if job.kind == "deliver")
    await store.outbox.take(parcel, store.clock.now())
    assert (await erase(store, erasures, lead)).passed_on == ("webhook",)


async def test_a_conversation_that_grew_old_ends_no_subscription(store: Store) -> None:
    chat = await converse(store, "chat", uuid4().hex, contact("email", BOB))
    await member(store, chat, "mailchimp", "member", "hash")
    store.jobs.clear()
    old = {"conversations": [chat], "addresses": [], "sealed": []}
    await store.database.write(
        lambda connection: erase_rows(connection, old, store.enqueue, store.clock.now())
    )
    assert store.jobs == []
