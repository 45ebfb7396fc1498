"""What Zoho tells of leads: owners, statuses, what was converted, won and lost."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from agent.errors import Unavailable
from agent.news import About, Accepted, Lost, OwnerTold, Rejected, Won
from delivery.connection import Connection
from delivery.news import SystemNews
from delivery.zoho import Zoho
from delivery.zoho_news import ZohoNews
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down
from tests.fakes.grants import FakeGrants
from tests.fakes.zoho_news import TellingZoho

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def teller(fake: TellingZoho, **more: Any) -> SystemNews:
    """To the account."""
    system = Zoho("client", "secret", "refresh-1", **more)
    client = httpx.AsyncClient(transport=fake.transport())
    connection = Connection(system, client, FakeGrants(), FakeClock(NOON))
    return SystemNews(ZohoNews(system, currency="EUR"), connection)


@pytest.fixture
def fake() -> TellingZoho:
    return TellingZoho()


def changed(at: datetime, **fields: Any) -> dict[str, Any]:
    """Fields of a record with our key, changed then."""
    return {"Banter_Id": "h1", "Modified_Time": at.isoformat(), **fields}


async def test_a_lead_tells_who_has_it_and_how_it_is_worked_on(fake: TellingZoho) -> None:
    owner = {"id": "9", "email": "eva@acme.example"}
    first = fake.put("Leads", changed(NOON, Owner=owner, Lead_Status="Contacted"))
    junk = fake.put("Leads", changed(NOON, Lead_Status="Junk Lead"))
    fake.put("Leads", changed(NOON - timedelta(days=1), Lead_Status="Contacted"))
    fake.put("Leads", {**changed(NOON, Lead_Status="Contacted"), "Banter_Id": None})
    told = await teller(fake).told(NOON)
    about = About("person", first, NOON)
    assert told.news == (
        OwnerTold(about, "9", "eva@acme.example"),
        Accepted(about),
        Rejected(About("person", junk, NOON), "Junk Lead"),
    )
    assert told.since == NOON


async def test_a_lead_that_was_converted_was_accepted(fake: TellingZoho) -> None:
    lead = fake.put("Leads", {**changed(NOON), "$converted": True})
    assert (await teller(fake).told(NOON)).news == (Accepted(About("person", lead, NOON)),)


async def test_our_deals_are_won_and_lost(fake: TellingZoho) -> None:
    won = fake.put("Deals", changed(NOON, Stage="Closed Won", Amount=10))
    lost = fake.put("Deals", changed(NOON, Stage="Closed Lost"))
    fake.put("Deals", changed(NOON, Stage="Qualification"))
    told = await teller(fake, records="contact", deal_stage="Qualification").told(NOON)
    assert told.news == (
        Won(About("deal", won, NOON), Decimal("10.00"), "EUR"),
        Lost(About("deal", lost, NOON), "Closed Lost"),
    )


async def test_nothing_new_is_no_trouble_and_all_pages_are_read(fake: TellingZoho) -> None:
    assert (await teller(fake).told(NOON)).since is None
    fake.page = 2
    for minute in range(5):
        fake.put("Leads", changed(NOON + timedelta(minutes=minute), Lead_Status="Contacted"))
    assert len((await teller(fake).told(NOON)).news) == 5


async def test_an_account_that_is_away_is_said_to_be(fake: TellingZoho) -> None:
    fake.troubles.append(Down())
    with pytest.raises(Unavailable, match="zoho"):
        await teller(fake).told(NOON)


async def test_who_is_a_contact_by_now_tells_who_has_them_and_what_they_bought_since(
    fake: TellingZoho,
) -> None:
    """Contacts of who makes leads have no key of ours."""
    long_ago, owner = NOON - timedelta(days=9), {"id": "9", "email": "eva@acme.example"}
    theirs: dict[str, Any] = {"Modified_Time": long_ago.isoformat(), "Owner": owner}
    ana, other = (fake.put("Contacts", theirs) for _ in range(2))
    sold: dict[str, Any] = {"Modified_Time": NOON.isoformat(), "Created_Time": NOON.isoformat()}
    of_ana = {**sold, "Contact_Name": {"id": ana, "name": "Ana"}}
    won = fake.put("Deals", {**of_ana, "Stage": "Closed Won", "Amount": 10})
    lost = fake.put("Deals", {**of_ana, "Stage": "Closed Lost"})
    fake.put("Deals", {**of_ana, "Stage": "Qualification"})
    fake.put("Deals", {**sold, "Contact_Name": {"id": other}, "Stage": "Closed Won"})
    fake.put("Deals", {**sold, "Contact_Name": None, "Stage": "Closed Won"})
    told = await teller(fake).told(NOON, [ana])
    beside = (("person", ana),)
    assert told.news == (
        OwnerTold(About("person", ana, long_ago), "9", "eva@acme.example"),
        Won(About("deal", won, NOON, NOON, beside), Decimal("10.00"), "EUR"),
        Lost(About("deal", lost, NOON, NOON, beside), "Closed Lost"),
    )
    assert told.since == NOON


@pytest.mark.parametrize("closed", [{"Deals"}, {"Contacts", "Deals"}], ids=["deals", "both"])
async def test_contacts_and_deals_that_are_closed_to_us_keep_no_leads_from_being_told(
    fake: TellingZoho, closed: set[str]
) -> None:
    fake.closed = frozenset(closed)
    lead = fake.put("Leads", changed(NOON, Lead_Status="Contacted"))
    told = await teller(fake).told(NOON, ["7000000000009"])
    assert told.news == (Accepted(About("person", lead, NOON)),)


async def test_many_contacts_are_asked_for_a_hundred_at_once(fake: TellingZoho) -> None:
    row = {"Modified_Time": NOON.isoformat(), "Owner": {"id": "9"}}
    people = [fake.put("Contacts", row) for _ in range(250)]
    assert len((await teller(fake).told(NOON, people)).news) == 250


async def test_deals_are_read_only_where_somebody_came_back(fake: TellingZoho) -> None:
    await teller(fake).told(NOON)
    assert {one.url.path.rsplit("/", 1)[-1] for one in fake.requests} == {"Leads"}
