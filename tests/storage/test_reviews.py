"""storage.reviews: the near misses that people looked at, and what they found (S56)."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from qualification.analytics.rates import Rate
from qualification.decision import Verdict
from storage.outcomes import LeadOutcome, OutcomeName, Outcomes
from storage.reports import Reports
from storage.reviews import NO_NEAR_MISSES, NearMisses, near_misses
from tests.storage.conftest import Store
from tests.storage.records import NOW, turn


async def missed(store: Store, *, review: bool = True) -> str:
    """A lead that did not qualify."""
    conversation = await store.open()
    await store.hear(conversation, "about 100 euros")
    claim = await store.claim(conversation)
    told = replace(turn(claim, "Goodbye."), verdict=Verdict("unqualified", (), ()), review=review)
    await store.workspace.commit(claim, told, seen=claim.inbound_seq)
    return conversation


async def counted(store: Store) -> NearMisses:
    """Of the last hour."""
    since = NOW - timedelta(hours=1)

    def look(connection: Connection) -> NearMisses:
        return near_misses(connection, since)

    found = await store.database.read(look)
    report = await Reports(store.database, store.scripts).report(since, NOW)
    assert report.near_misses == found
    return found


async def test_without_any_there_is_nothing_to_say(store: Store) -> None:
    await missed(store, review=False)
    assert await counted(store) == NO_NEAR_MISSES


async def test_those_worth_a_call_are_counted_of_those_that_people_judged(store: Store) -> None:
    leads = [await missed(store) for _ in range(4)]
    await missed(store, review=False)
    outcomes = Outcomes(store.database)
    said: tuple[OutcomeName, ...] = ("accepted", "rejected", "won")
    for lead, outcome in zip(leads, said, strict=False):
        await outcomes.record(LeadOutcome(lead, outcome, NOW, reason="price"), NOW)
    assert await counted(store) == NearMisses(4, Rate(2, 3))


async def test_who_qualifies_after_all_is_no_near_miss_any_more(store: Store) -> None:
    conversation = await missed(store)
    first = (await store.leads.conversations(review=True)).items[0].review_since
    store.clock.pass_by(minutes=5)
    claim = await store.claim(conversation)
    still = replace(turn(claim, "Hm.", at=store.clock.now()), review=True)
    await store.workspace.commit(claim, still, seen=claim.inbound_seq)
    assert (await store.leads.conversations(review=True)).items[0].review_since == first
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, "Oh!"), seen=claim.inbound_seq)
    assert (await store.leads.conversations(review=True)).items == ()
    assert await counted(store) == NO_NEAR_MISSES
