"""storage.visits: page views are kept after consent only, as the events that a script counts."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from agent.dialogue import Dialogue
from agent.errors import UnknownConversation
from agent.messages import Opening
from agent.visits import NotAgreed, Unplaced, View
from qualification.script import RECEPTION
from storage.behaviour import MOST_EVENTS, Lead, StoredBehaviour, Told
from storage.score_history import read_behaviour
from storage.visit_tables import VisitConsentRow
from storage.visits import StoredVisits
from tests.storage.conftest import Store
from tests.storage.records import NOW, script_text

PAGES = """
score:
  engagement:
    lines: [{event: price_page, points: 20}]
    pages: {"/pricing*": price_page, "/pricing-faq": support_request}
"""
PRICES = View("v1", "https://acme.example/pricing?plan=pro", timedelta(minutes=5), 40)


@pytest.fixture
def visits(store: Store) -> StoredVisits:
    behaviour = StoredBehaviour(store.database, store.scripts, store.clock)
    return StoredVisits(store.database, store.scripts, behaviour, store.clock)


async def open_with(store: Store, text: str) -> str:
    """A chat by this script."""
    version = await store.scripts.publish(text, origin="file")
    opening = Opening("chat-1", "chat", "chat-1", version.id, "en", NOW)
    await store.inbox.open(opening, Dialogue("en"), None)
    return opening.conversation


async def events(store: Store, conversation: str) -> list[tuple[str, int | None, timedelta]]:
    """What is known of what they did, and how long before now."""
    found = await store.database.read(lambda connection: read_behaviour(connection, conversation))
    return [(one.name, one.seconds, store.clock.now() - one.at) for one in found]


async def test_without_consent_nothing_is_kept(store: Store, visits: StoredVisits) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    with pytest.raises(NotAgreed):
        await visits.record(conversation, [PRICES])
    assert await events(store, conversation) == []


async def test_after_consent_a_visit_is_the_event_that_the_script_says(
    store: Store, visits: StoredVisits
) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    await visits.agree(conversation, agreed=True)
    faq = View("v2", "/pricing-faq/", timedelta(0), 7)
    assert await visits.record(conversation, [PRICES, faq]) == 2
    assert sorted(await events(store, conversation)) == [
        ("price_page", 40, timedelta(minutes=5)),
        ("support_request", 7, timedelta(0)),
    ]
    lead = await store.leads.lead(conversation)
    assert lead.line.score == 20


async def test_the_same_visit_told_again_counts_once(store: Store, visits: StoredVisits) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    await visits.agree(conversation, agreed=True)
    assert await visits.record(conversation, [PRICES]) == 1
    assert await visits.record(conversation, [PRICES]) == 0
    assert len(await events(store, conversation)) == 1


async def test_a_page_that_counts_for_nothing_is_not_kept(
    store: Store, visits: StoredVisits
) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    await visits.agree(conversation, agreed=True)
    assert await visits.record(conversation, [View("v3", "/team", timedelta(0), 9)]) == 0
    assert await events(store, conversation) == []


async def test_other_pages_are_page_views_where_a_line_counts_those(
    store: Store, visits: StoredVisits
) -> None:
    lines = "score: {engagement: {lines: [{event: page_view, seconds: 30, points: 2}]}}"
    conversation = await open_with(store, script_text() + lines)
    await visits.agree(conversation, agreed=True)
    assert await visits.record(conversation, [View("v4", "/team", timedelta(0), 31)]) == 1
    assert [one[:2] for one in await events(store, conversation)] == [("page_view", 31)]


async def test_consent_is_taken_back_and_each_change_is_on_record_once(
    store: Store, visits: StoredVisits
) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    for agreed in (False, True, True, False, False):
        await visits.agree(conversation, agreed=agreed)
    with pytest.raises(NotAgreed):
        await visits.record(conversation, [PRICES])

    def kinds(connection: Connection) -> list[str]:
        wanted = select(VisitConsentRow.kind).order_by(VisitConsentRow.position)
        return list(connection.execute(wanted).scalars())

    assert await store.database.read(kinds) == ["given", "withdrawn"]


async def test_while_the_script_is_not_known_it_is_to_be_told_later(
    store: Store, visits: StoredVisits
) -> None:
    await store.scripts.publish(script_text() + PAGES, origin="file")
    await store.scripts.publish(script_text("works"), origin="file")
    reception = await store.scripts.current(RECEPTION)
    assert reception is not None
    opening = Opening("chat-2", "chat", "chat-2", reception.id, "en", NOW)
    await store.inbox.open(opening, Dialogue("en"), None)
    await visits.agree("chat-2", agreed=True)
    with pytest.raises(Unplaced):
        await visits.record("chat-2", [PRICES])


async def test_of_one_lead_no_more_are_kept_than_a_lead_may_have(
    store: Store, visits: StoredVisits
) -> None:
    conversation = await open_with(store, script_text() + PAGES)
    await visits.agree(conversation, agreed=True)
    behaviour = StoredBehaviour(store.database, store.scripts, store.clock)
    lead = Lead(conversation=conversation)
    await behaviour.record(
        [Told(str(number), lead, "download", NOW) for number in range(MOST_EVENTS)]
    )
    assert await visits.record(conversation, [PRICES]) == 0


async def test_an_unknown_conversation_is_said_to_be_one(visits: StoredVisits) -> None:
    with pytest.raises(UnknownConversation):
        await visits.agree("nobody", agreed=True)
    with pytest.raises(UnknownConversation):
        await visits.record("nobody", [PRICES])
