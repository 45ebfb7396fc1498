"""storage.outcomes: S48, S51, what sales says of leads, once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from agent.errors import UnknownConversation
from storage.outcomes import LeadOutcome, OutcomeContradicts, Outcomes
from tests.storage.conftest import Store
from tests.storage.records import NOW


@pytest.fixture
def outcomes(store: Store) -> Outcomes:
    return Outcomes(store.database)


@pytest.fixture
async def won(store: Store) -> LeadOutcome:
    return LeadOutcome(
        conversation=await store.open(),
        outcome="won",
        at=NOW,
        amount=Decimal("3000.50"),
        currency="EUR",
        person="bea@acme.example",
        reference="crm-77",
    )


async def test_what_sales_says_is_kept_to_the_cent(outcomes: Outcomes, won: LeadOutcome) -> None:
    recorded = await outcomes.record(won, NOW)
    assert recorded.new
    assert await outcomes.of(won.conversation) == (won,)


async def test_a_repeat_under_its_reference_changes_nothing(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    await outcomes.record(won, NOW)
    later = replace(won, at=NOW + timedelta(hours=1))
    again = await outcomes.record(later, NOW)
    assert not again.new
    assert again.outcome == won
    assert await outcomes.of(won.conversation) == (won,)


async def test_without_a_reference_the_same_again_is_a_repeat(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    nameless = replace(won, reference=None)
    assert (await outcomes.record(nameless, NOW)).new
    assert not (await outcomes.record(nameless, NOW)).new
    lost = replace(nameless, outcome="lost", amount=None, currency=None, reason="price")
    assert (await outcomes.record(lost, NOW)).new
    assert (await outcomes.record(nameless, NOW)).new  # won back: the newest was another
    assert len(await outcomes.of(won.conversation)) == 3


async def test_what_is_told_late_and_twice_is_written_once(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    await outcomes.record(won, NOW)
    earlier = LeadOutcome(won.conversation, "lost", NOW - timedelta(days=1), reason="price")
    assert (await outcomes.record(earlier, NOW)).new
    assert not (await outcomes.record(earlier, NOW)).new


async def test_the_same_one_sent_twice_at_once_is_written_once(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    nameless = replace(won, reference=None)
    found = await asyncio.gather(*(outcomes.record(nameless, NOW) for _ in range(4)))
    assert [one.new for one in found].count(True) == 1


async def test_acceptance_and_deal_are_stages_of_their_own(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    accepted = LeadOutcome(won.conversation, "accepted", NOW)
    await outcomes.record(accepted, NOW)
    await outcomes.record(won, NOW)
    assert not (await outcomes.record(accepted, NOW)).new


async def test_another_outcome_under_the_same_reference_is_refused(
    outcomes: Outcomes, won: LeadOutcome
) -> None:
    await outcomes.record(won, NOW)
    with pytest.raises(OutcomeContradicts):
        await outcomes.record(replace(won, amount=Decimal(1)), NOW)
    assert await outcomes.of(won.conversation) == (won,)


async def test_a_lead_that_does_not_exist_is_an_error(outcomes: Outcomes) -> None:
    with pytest.raises(UnknownConversation):
        await outcomes.record(LeadOutcome("nobody", "won", NOW), NOW)
    with pytest.raises(UnknownConversation):
        await outcomes.of("nobody")
