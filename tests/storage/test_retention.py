"""What has been kept long enough goes by itself; what is still needed stays."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, insert, select, update

import storage.retention as retention_module
from agent.errors import Unavailable, UnknownConversation
from agent.ledger import Attempt
from storage.delivery_tables import DeliveryStepRow, DeliveryTurnRow
from storage.ledger import StoredLedger
from storage.reach_tables import CallRow, ConsentRow, ErasureRow, SuppressionRow
from storage.retention import CONVERSATIONS_AT_ONCE, ROWS_AT_ONCE, Retention, Terms
from storage.tables import ConversationRow, ModelCallRow, RereadRow, Row, TurnRow
from tests.storage.conftest import Store
from tests.storage.persons import PHONE, RECORDING_SID, ana, converse, ledger

TERMS = Terms(
    conversations=timedelta(days=730), readings=timedelta(days=90), recordings=timedelta(days=30)
)


@pytest.fixture
def retention(store: Store) -> Retention:
    """Erases what is due."""
    return retained(store)


def retained(store: Store, terms: Terms = TERMS) -> Retention:
    return Retention(store.database, ledger(store), store.enqueue, store.clock, terms)


async def count(store: Store, table: type[Row]) -> int:
    """How many rows a table has."""
    wanted = select(func.count()).select_from(table)
    return await store.database.read(lambda connection: connection.execute(wanted).scalar_one())


async def test_a_conversation_goes_with_all_that_belongs_to_it(
    store: Store, retention: Retention
) -> None:
    hers = await ana(store)
    store.clock.pass_by(days=731)
    fresh = await converse(store, "sms", "+34600333444")
    store.jobs.clear()
    await retention.sweep()
    for gone in hers.all:
        with pytest.raises(UnknownConversation):
            await store.leads.lead(gone)
    assert (await store.leads.lead(fresh)).line.address == "+34600333444"
    assert {job.kind for job in store.jobs} == {"erase"}
    assert await count(store, ConsentRow) == 0
    assert await count(store, SuppressionRow) == 1


async def test_a_conversation_stays_for_as_long_as_something_is_said_in_it(
    store: Store, retention: Retention
) -> None:
    old = await converse(store, "sms", PHONE)
    store.clock.pass_by(days=500)
    await store.hear(old, "it is me again")
    store.clock.pass_by(days=500)
    await retention.sweep()
    assert (await store.leads.lead(old)).line.address == PHONE
    store.clock.pass_by(days=300)
    await retention.sweep()
    with pytest.raises(UnknownConversation):
        await store.leads.lead(old)


async def test_consent_stays_while_another_conversation_knows_the_number(
    store: Store, retention: Retention
) -> None:
    await ana(store)
    store.clock.pass_by(days=700)
    await converse(store, "whatsapp", PHONE)
    store.clock.pass_by(days=100)
    await retention.sweep()
    assert await count(store, ConversationRow) == 1
    assert await count(store, ConsentRow) == 1


async def test_readings_are_forgotten_before_their_conversation(
    store: Store, retention: Retention
) -> None:
    hers = await ana(store)
    ended = update(RereadRow).values(state="read", ended_at=store.clock.now())
    await store.database.write(lambda connection: connection.execute(ended))
    store.clock.pass_by(days=91)
    recent = await converse(store, "sms", "+34600333444")
    await retention.sweep()
    assert [turn.reading for turn in (await store.leads.lead(hers.chat)).turns] == [None]
    assert [turn.reading is None for turn in (await store.leads.lead(recent)).turns] == [False]
    assert await count(store, ModelCallRow) == 1
    assert await count(store, RereadRow) == 0
    store.clock.pass_by(days=91)
    await retention.sweep()
    assert [turn.reading for turn in (await store.leads.lead(recent)).turns] == [None]
    assert len((await store.leads.lead(hers.chat)).answers) == 4


async def test_a_turn_that_is_still_to_be_read_again_waits(
    store: Store, retention: Retention
) -> None:
    await ana(store)
    store.clock.pass_by(days=91)
    await retention.sweep()
    assert await count(store, RereadRow) == 1


async def test_a_recording_is_deleted_at_twilio_and_forgotten_here(
    store: Store, retention: Retention
) -> None:
    await ana(store)
    store.jobs.clear()
    store.clock.pass_by(days=29)
    await retention.sweep()
    assert store.jobs == []
    store.clock.pass_by(days=2)
    await retention.sweep()
    await retention.sweep()
    assert [(job.kind, job.row) for job in store.jobs] == [("erase", RECORDING_SID)]

    def work(connection: Connection) -> tuple[list[str | None], list[str]]:
        recordings = connection.execute(select(CallRow.recording)).scalars()
        return list(recordings), list(connection.execute(select(ErasureRow.kind)).scalars())

    assert await store.database.read(work) == ([None], ["recording"])


async def test_for_ever_is_for_ever(store: Store) -> None:
    await ana(store)
    store.clock.pass_by(days=10_000)
    await retained(store, Terms(None, None, None)).sweep()
    assert await count(store, ConversationRow) == 3
    assert await count(store, ModelCallRow) == 3


async def test_more_than_a_handful_goes_too(store: Store, retention: Retention) -> None:
    for number in range(CONVERSATIONS_AT_ONCE + 1):
        await converse(store, "sms", f"+346000000{number:02}")
    store.clock.pass_by(days=731)
    await retention.sweep()
    assert await count(store, ConversationRow) == 0
    assert await count(store, TurnRow) == 0


async def test_many_readings_are_forgotten_in_parts(store: Store, retention: Retention) -> None:
    of = {"conversation": await converse(store, "sms", PHONE), "at": store.clock.now()}
    turns = [{**of, "read_up_to": 2, "reading": '{"reader":"plain"}'}] * (ROWS_AT_ONCE + 1)
    call = {"model": "m", "prompt": "p", "outcome": "ok", "milliseconds": 1}
    tokens = dict.fromkeys(("prompt_tokens", "cached_tokens", "completion_tokens"), 1)

    def fill(connection: Connection) -> None:
        connection.execute(insert(TurnRow), turns)
        connection.execute(insert(ModelCallRow), [{**of, **call, **tokens}] * (ROWS_AT_ONCE + 1))

    await store.database.write(fill)
    store.clock.pass_by(days=91)
    await retention.sweep()
    assert await count(store, ModelCallRow) == 0
    kept = select(func.count()).where(TurnRow.reading.is_not(None))
    assert await store.database.read(lambda connection: connection.execute(kept).scalar()) == 0
    assert await count(store, TurnRow) == ROWS_AT_ONCE + 2


async def test_the_loop_goes_on_whatever_goes_wrong(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await converse(store, "sms", PHONE)
    store.clock.pass_by(days=731)
    troubles: list[Exception] = [Unavailable("the disk is full"), RuntimeError("a mistake")]
    swept = asyncio.Event()

    class Troubled(Retention):
        async def sweep(self) -> None:
            if troubles:
                raise troubles.pop(0)
            await super().sweep()
            swept.set()

    monkeypatch.setattr(retention_module, "EVERY", timedelta(0))
    loop = asyncio.create_task(
        Troubled(store.database, ledger(store), store.enqueue, store.clock, TERMS).keep()
    )
    await swept.wait()
    loop.cancel()
    assert await count(store, ConversationRow) == 0
    assert "the disk is full" in caplog.text
    assert "a mistake" in caplog.text


async def test_what_leads_shared_in_a_crm_goes_after_a_day(
    store: Store, retention: Retention
) -> None:
    record, now = StoredLedger(store.database, store.clock), store.clock.now()
    attempt = Attempt("h1.1.hubspot", "hubspot", "h1", 1, 1)
    until = now + timedelta(seconds=90)
    await record.begin(attempt, now, until)
    shares = [attempt.shared("company", "acme.example")]
    await record.share(attempt, shares, now, until)
    await record.kept(attempt.holding(shares), "company", "101", until)
    await retention.sweep()
    assert await count(store, DeliveryStepRow) == 2
    assert await count(store, DeliveryTurnRow) == 2, "it tells whose the company is"
    store.clock.pass_by(days=1, seconds=1)
    await retention.sweep()
    assert await count(store, DeliveryStepRow) == 1
    assert await count(store, DeliveryTurnRow) == 1


async def test_what_was_held_by_a_process_that_died_goes_after_a_day(
    store: Store, retention: Retention
) -> None:
    record, now = StoredLedger(store.database, store.clock), store.clock.now()
    attempt = Attempt("h1.1.hubspot", "hubspot", "h1", 1, 1)
    shares = [attempt.shared("person", "mail"), attempt.shared("person", "number")]
    await record.share(attempt, shares, now, now + timedelta(seconds=90))
    store.clock.pass_by(minutes=5)
    await retention.sweep()
    assert await count(store, DeliveryTurnRow) == 2, "it may yet come back"
    store.clock.pass_by(days=1)
    await retention.sweep()
    assert await count(store, DeliveryTurnRow) == 0
