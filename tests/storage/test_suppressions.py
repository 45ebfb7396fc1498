"""The ledger knows who stopped us, and nobody can read it without the key."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.reach_tables import SuppressionRow
from storage.suppressions import Suppressions
from tests.storage.conftest import Store
from tests.storage.texting import DAYTIME, KEY, THEIRS, Phone

LATER = DAYTIME + timedelta(hours=1)


@pytest.fixture
def ledger(store: Store) -> Suppressions:
    """The ledger of one process."""
    return Suppressions(store.database, KEY)


async def test_a_stop_holds_everywhere_and_a_start_where_it_was_said(
    ledger: Suppressions,
) -> None:
    assert not await ledger.stops(THEIRS, "sms")
    await ledger.carrier(THEIRS, "sms", "stop", DAYTIME)
    assert await ledger.stops(THEIRS, "sms")
    assert await ledger.stops(THEIRS, "whatsapp")
    await ledger.carrier(THEIRS, "whatsapp", "start", LATER)
    assert await ledger.stops(THEIRS, "sms")
    assert not await ledger.stops(THEIRS, "whatsapp")
    await ledger.carrier(THEIRS, "sms", "stop", LATER)
    assert await ledger.stops(THEIRS, "whatsapp"), "a new stop holds everywhere again"


async def test_what_the_carrier_tells_twice_is_once_however_late(ledger: Suppressions) -> None:
    await ledger.carrier(THEIRS, "sms", "start", DAYTIME, "SM1")
    await ledger.carrier(THEIRS, "sms", "stop", DAYTIME, "SM2")
    await ledger.carrier(THEIRS, "sms", "start", DAYTIME, "SM1")
    assert await ledger.stops(THEIRS, "sms")
    await ledger.carrier(THEIRS, "sms", "start", LATER, "SM3")
    await ledger.carrier(THEIRS, "sms", "stop", LATER, "SM2")
    assert not await ledger.stops(THEIRS, "sms")


async def test_what_the_carrier_was_told_cancels_what_waits_but_only_once(store: Store) -> None:
    phone = Phone(store)
    conversation = await phone.talk("One")
    await phone.suppressions.carrier(THEIRS, "sms", "stop", DAYTIME, "SM2")
    await phone.work()
    assert (phone.texter.sent, await phone.states()) == ([], ["canceled"])
    await phone.suppressions.carrier(THEIRS, "sms", "start", DAYTIME, "SM3")
    await phone.hear(conversation)
    await phone.answer(conversation, "Two")
    await phone.suppressions.carrier(THEIRS, "sms", "stop", DAYTIME, "SM2")
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["Two"]


async def test_help_that_the_carrier_gave_is_not_given_again_but_what_follows_is_answered(
    store: Store,
) -> None:
    phone = Phone(store)
    conversation = await phone.talk("One")
    await phone.work()
    phone.clock.pass_by(minutes=1)
    await phone.suppressions.carrier(THEIRS, "sms", "help", phone.clock.now(), "SM5")
    await phone.hear(conversation, "HELP")
    await phone.answer(conversation, "Two")
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["One"]
    assert (await phone.rows())[-1].last_error == "carrier_answered"
    phone.clock.pass_by(minutes=1)
    await phone.suppressions.carrier(THEIRS, "sms", "help", phone.clock.now(), "SM5")
    await phone.hear(conversation, "and the price?")
    await phone.answer(conversation, "Three")
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["One", "Three"]


async def test_a_note_to_our_own_people_is_not_cancelled_by_a_prospects_stop(
    store: Store,
) -> None:
    phone = Phone(store)
    await phone.talk("One")
    await phone.suppressions.carrier("+34600999888", "sms", "stop", DAYTIME)
    assert await phone.states() == ["waiting"]


async def test_it_says_the_same_to_every_process_with_the_key(
    store: Store, ledger: Suppressions
) -> None:
    await ledger.carrier("Ana@Example.com", "chat", "stop", DAYTIME)
    assert await Suppressions(store.database, KEY).stops("ana@example.com ", "sms")
    assert not await Suppressions(store.database, "another key").stops("ana@example.com", "sms")


async def test_nothing_in_it_leads_back_to_an_address(store: Store, ledger: Suppressions) -> None:
    await ledger.carrier(THEIRS, "sms", "stop", DAYTIME, "SM2")
    (row,) = await store.database.read(
        lambda connection: connection.execute(select(SuppressionRow)).all()
    )
    assert len(row.address) == 64
    assert THEIRS[-6:] not in str(row)
    assert ledger.mark(THEIRS) != Suppressions(store.database, "another key").mark(THEIRS)
