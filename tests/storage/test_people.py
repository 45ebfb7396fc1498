"""A person is found by any of their addresses, with all their conversations."""

from dataclasses import replace
from uuid import uuid4

import pytest

from qualification.values import Text
from storage.inbox_handling import InboxHandling
from storage.people import Address, People, address_of
from tests.storage.conftest import Store
from tests.storage.persons import (
    EMAIL,
    OLD_EMAIL,
    PHONE,
    ana,
    contact,
    converse,
)
from tests.storage.records import BUDGET

MARTA = "marta@example.com"


@pytest.fixture
def people(store: Store) -> People:
    """Finds them."""
    return People(store.database, store.scripts, store.clock)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("+34 600 11 12 22", Address("phone", PHONE)),
        ("whatsapp:+34600111222", Address("phone", PHONE)),
        (" Ana@Example.com ", Address("email", EMAIL)),
        ("600111222", None),
        ("Ana", None),
        ("", None),
    ],
)
def test_an_address_is_a_whole_number_or_an_email(written: str, meant: Address | None) -> None:
    assert address_of(written) == meant


@pytest.mark.parametrize(
    "who", [Address("phone", PHONE), Address("email", EMAIL), Address("email", OLD_EMAIL)]
)
async def test_every_address_leads_to_every_conversation(
    store: Store, people: People, who: Address
) -> None:
    hers = await ana(store)
    await converse(store, "chat", uuid4().hex, contact("email", MARTA))
    found = await people.find(who)
    assert [one.id for one in found.conversations] == hers.all
    assert {one.value for one in found.addresses} == {PHONE, EMAIL, OLD_EMAIL}


async def test_a_conversation_tells_how_it_was_found(store: Store, people: People) -> None:
    hers = await ana(store)
    found = await people.find(Address("email", EMAIL))
    phone, email = Address("phone", PHONE), Address("email", EMAIL)
    assert {one.id: (one.how, one.over) for one in found.conversations} == {
        hers.chat: ("gave", email),
        hers.sms: ("wrote", phone),
        hers.call: ("called", phone),
    }


async def test_somebody_without_an_address_is_found_by_the_conversation(
    store: Store, people: People
) -> None:
    nameless = await converse(store, "chat", uuid4().hex)
    await ana(store)
    found = await people.find(nameless)
    assert [(one.id, one.how) for one in found.conversations] == [(nameless, "named")]
    assert found.addresses == ()


async def test_alone_goes_no_further_than_what_was_named(store: Store, people: People) -> None:
    hers = await ana(store)
    by_email = await people.find(Address("email", EMAIL), alone=True)
    assert [one.id for one in by_email.conversations] == [hers.chat]
    assert by_email.addresses == (Address("email", EMAIL),)
    itself = await people.find(hers.chat, alone=True)
    assert [one.id for one in itself.conversations] == [hers.chat]
    assert itself.addresses == ()


async def test_what_was_put_together_is_of_one_person(store: Store, people: People) -> None:
    hers = await ana(store)
    nameless, another = [await converse(store, "chat", uuid4().hex) for _ in range(2)]
    handling = InboxHandling(store.database)
    for one in (nameless, another):
        await handling.merge(one, hers.chat)
    for who in (hers.chat, hers.sms, nameless, Address("email", EMAIL)):
        found = await people.find(who)
        assert {one.id for one in found.conversations} == {*hers.all, nameless, another}
    assert next(one for one in found.conversations if one.id == nameless).how == "together"
    alone = await people.find(hers.chat, alone=True)
    assert [one.id for one in alone.conversations] == [hers.chat]


async def test_a_part_of_a_person_has_the_addresses_that_lead_to_no_other_part(
    store: Store, people: People
) -> None:
    hers = await ana(store)
    found = await people.find(hers.chat)
    assert await people.only(found, hers.all) == found
    part = await people.only(found, [hers.sms])
    assert [one.id for one in part.conversations] == [hers.sms]
    assert part.addresses == ()
    part = await people.only(found, [hers.sms, hers.call])
    assert EMAIL not in {one.value for one in part.addresses}


async def test_an_address_like_another_is_not_the_other(store: Store, people: People) -> None:
    await converse(store, "chat", uuid4().hex, contact("email", "ana_b@example.com"))
    await converse(store, "chat", uuid4().hex, contact("email", "banana@example.com"))
    assert (await people.find(Address("email", "anaxb@example.com"))).conversations == ()
    assert (await people.find(Address("email", EMAIL))).conversations == ()


async def test_an_answer_that_only_mentions_an_address_is_none(
    store: Store, people: People
) -> None:
    """A script may have a question of its own that is called email."""
    said = replace(BUDGET, key="email", value=Text(f'ask "{EMAIL}"'))
    await converse(store, "chat", uuid4().hex, said)
    assert (await people.find(Address("email", EMAIL))).conversations == ()


async def test_nobody_is_found_where_nobody_is(people: People) -> None:
    assert (await people.find("no such conversation")).conversations == ()
    assert (await people.find(Address("phone", PHONE))).conversations == ()


async def test_beside_a_conversation_are_those_of_the_same_person(
    store: Store,
) -> None:
    hers = await ana(store)
    await converse(store, "chat", uuid4().hex, contact("email", MARTA))
    beside_chat = (await store.leads.lead(hers.chat)).beside
    assert [(one.id, one.how) for one in beside_chat] == [
        (hers.call, "called"),
        (hers.sms, "wrote"),
    ]
    beside_call = (await store.leads.lead(hers.call)).beside
    assert [(one.id, one.how) for one in beside_call] == [(hers.sms, "wrote"), (hers.chat, "gave")]


async def test_who_writes_from_the_number_given_in_a_chat_is_known(
    store: Store, people: People
) -> None:
    chat = await converse(
        store,
        "chat",
        uuid4().hex,
        BUDGET,
        contact("phone", PHONE),
        contact("email", EMAIL),
        handed_over=True,
    )
    store.clock.pass_by(days=2)
    met = await people.meet(PHONE, "crm-suite", proven=True)
    assert set(met.known.sheet.answers) == {"budget", "phone", "email"}
    assert met.known.handed_over == "qualified"
    assert met.known.handover == (await store.leads.lead(chat)).line.handover is not None


async def test_a_caller_brings_a_number_and_a_language_and_no_more(
    store: Store, people: People
) -> None:
    await ana(store)
    met = await people.meet(PHONE, "crm-suite", proven=False)
    assert [one.value for one in met.known.sheet.answers.values()] == [
        contact("phone", PHONE).value
    ]
    assert met.known.handover is met.known.handed_over is None
    assert met.language == "en"


async def test_a_stranger_and_a_script_that_is_not_there_bring_nothing(
    store: Store, people: People
) -> None:
    await ana(store)
    assert (await people.meet(PHONE, "no-such-script", proven=True)).known.sheet.answers == {}
    stranger = await people.meet("+34600333444", "crm-suite", proven=True)
    assert list(stranger.known.sheet.answers) == ["phone"]
    anonymous = await people.meet("anonymous:CA1", "crm-suite", proven=False)
    assert anonymous.known.sheet.answers == {}
    assert anonymous.language is None
