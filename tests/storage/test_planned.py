"""storage.planned: who is to hear from us, soonest first, page by page."""

from datetime import timedelta

import pytest

from storage.planned import NoSuchPage
from tests.storage.conftest import Store
from tests.storage.patience import Office


@pytest.fixture
def office(store: Store) -> Office:
    """One process."""
    return Office(store)


async def test_those_are_listed_who_are_to_hear_from_us_soonest_first(office: Office) -> None:
    first = await office.lead(number="+34600111001")
    office.clock.pass_by(days=1)
    second = await office.lead(number="+34600111002")
    await office.lead("not interested, thanks", number="+34600111003")
    page = await office.planned.page()
    assert [one.conversation for one in page.items] == [first, second]
    assert page.next is None
    (plan,) = page.items[1].plans
    assert (plan.by, plan.at) == ("agent", office.clock.now() + timedelta(days=90))
    assert page.items[0].script.title == "CRM"
    assert page.items[0].dialogue.phase == "closed"
    assert page.items[0].score == 20


async def test_whom_a_person_should_have_written_to_comes_first(office: Office) -> None:
    by_chat = await office.lead(channel="chat")
    await office.passes(days=91)
    by_text = await office.lead()
    page = await office.planned.page()
    assert [one.conversation for one in page.items] == [by_chat, by_text]
    assert [one.by for one in page.items[0].plans] == ["person", "agent"]


async def test_a_page_begins_where_the_one_before_ended(office: Office) -> None:
    leads = [await office.lead(number=f"+3460011100{one}") for one in range(5)]
    found: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = await office.planned.page(2, cursor)
        found += [one.conversation for one in page.items]
        cursor = page.next
    assert cursor is None
    assert sorted(found) == sorted(leads)


@pytest.mark.parametrize("cursor", ["", "x", "1e3.abc", "9" * 19])
async def test_a_cursor_that_no_page_gave_is_refused(office: Office, cursor: str) -> None:
    with pytest.raises(NoSuchPage):
        await office.planned.page(2, cursor)


async def test_nudges_are_planned_and_what_waits_for_sales_is_not_shown(store: Store) -> None:
    nudging = "nudge: {after: [4 h]}\n"
    office = Office(store)
    office.script += nudging
    lead = await office.lead("We need a CRM")
    now = office.clock.now()
    assert await office.planned_for(lead) == [("agent", "nudge", now + timedelta(hours=4))]
    office.script = office.script.replace("{when: never}", "{ask: [email]}")
    qualified = await office.lead(
        "We need a CRM, we have 5,000 euros a year", number="+34600111002"
    )
    assert await office.planned_for(qualified) == []
    assert [one.conversation for one in (await office.planned.page()).items] == [lead]
