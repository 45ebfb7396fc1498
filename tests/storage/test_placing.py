"""storage and agent together: a conversation at the reception becomes one by the script meant, on
either database, once, whatever happens beside it.
"""

import asyncio
from uuid import uuid4

import pytest

from agent.conductor import Conductor
from agent.messages import InboundMessage
from qualification.errors import ScriptError
from qualification.script import RECEPTION
from qualification.scriptfile import parse_script
from storage.scripts import Scripts
from tests.storage.conftest import Store
from tests.storage.records import script_text


def text(key: str, title: str, topic: str, *lines: str) -> str:
    """A script with words that it is known by."""
    return "\n".join([script_text(key, title) + f"topics: {{en: [{topic}]}}", *lines])


@pytest.fixture
async def conductor(store: Store) -> Conductor:
    for one in (text("crm-suite", "CRM", "CRM"), text("works", "Works", "renovation")):
        await store.scripts.publish(one, origin="file")
    return process(store)


def process(store: Store) -> Conductor:
    """One of any number on the same database."""
    return Conductor(
        inbox=store.inbox,
        workspace=store.workspace,
        replies=store.replies,
        catalogue=store.scripts,
        readers={},
        clock=store.clock,
    )


async def hear(conductor: Conductor, store: Store, conversation: str, words: str) -> str:
    """They write and are answered; the script that did."""
    message = InboundMessage("chat", uuid4().hex, conversation, words, store.clock.now())
    answered = await conductor.answer(await conductor.receive(message))
    return answered.script.script


async def test_the_conversation_goes_on_by_the_chosen_script_and_is_one(
    store: Store, conductor: Conductor
) -> None:
    opened = await conductor.open("chat", "visitor", None, "en")
    assert opened.script.script == RECEPTION
    assert await hear(conductor, store, opened.conversation, "We have 5000 euros") == RECEPTION
    assert await hear(conductor, store, opened.conversation, "a renovation") == "works"
    lead = await store.leads.lead(opened.conversation)
    assert (lead.line.script, lead.dialogue.chosen_by) == ("works", "asked")
    assert [one.key for one in lead.answers] == ["budget"]
    assert lead.answers[0].quote == "5000 euros"
    assert [one.author for one in lead.messages] == [
        "agent",
        "prospect",
        "agent",
        "prospect",
        "agent",
    ]


async def test_two_processes_choose_once(store: Store, conductor: Conductor) -> None:
    opened = await conductor.open("chat", "visitor", None, "en")
    message = InboundMessage("chat", "m1", opened.conversation, "a CRM", store.clock.now())
    receipt = await conductor.receive(message)
    other = process(store)
    first, second = await asyncio.gather(conductor.answer(receipt), other.answer(receipt))
    assert first.messages == second.messages
    lead = await store.leads.lead(opened.conversation)
    assert len(lead.turns) == 1
    assert lead.line.script == "crm-suite"


async def test_the_reception_is_made_anew_when_a_script_changes_and_only_then(
    store: Store, conductor: Conductor
) -> None:
    first = await store.scripts.current(RECEPTION)
    assert first is not None
    beside = await Scripts(store.database, parse_script, store.clock).current(RECEPTION)
    assert beside == first
    await store.scripts.publish(text("works", "Works", "remodelling"), origin="console")
    second = await store.scripts.current(RECEPTION)
    assert second is not None
    assert (first.number, second.number) == (1, 2)
    opened = await conductor.open("chat", "visitor", None, "en")
    assert opened.choices == ("CRM", "remodelling")


async def test_it_is_no_script_among_the_others(store: Store, conductor: Conductor) -> None:
    await conductor.open("chat", "visitor", None, "en")
    assert [one.key for one in await store.scripts.all_current()] == ["crm-suite", "works"]


async def test_a_conversation_stays_on_the_reception_that_it_began_with(
    store: Store, conductor: Conductor
) -> None:
    opened = await conductor.open("chat", "visitor", None, "en")
    await store.scripts.publish(text("course", "Course", "data course"), origin="console")
    assert await hear(conductor, store, opened.conversation, "the data course") == RECEPTION
    assert await hear(conductor, store, opened.conversation, "fine, a CRM") == "crm-suite"


@pytest.mark.usefixtures("conductor")
async def test_a_page_that_another_script_has_is_not_published(store: Store) -> None:
    await store.scripts.publish(text("works", "Works", "x", "pages: [/a/*]"), origin="file")
    clash = text("crm-suite", "CRM", "y", "pages: [/a/*]")
    with pytest.raises(ScriptError, match="may be the same page"):
        await store.scripts.publish(clash, origin="console")
    current = await store.scripts.current("crm-suite")
    assert current is not None
    assert current.number == 1
