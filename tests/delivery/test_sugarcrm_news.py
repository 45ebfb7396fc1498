"""What SugarCRM tells of leads: owners, statuses, what was converted, won and lost."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from agent.errors import Unavailable
from agent.news import About, Accepted, Lost, OwnerTold, Rejected, Won
from delivery.connection import Connection
from delivery.news import SystemNews
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_news import SugarCrmNews
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down
from tests.fakes.grants import FakeGrants
from tests.fakes.sugarcrm import FakeSugarCrm

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
EVA = "eva-0001"


def teller(fake: FakeSugarCrm, **more: Any) -> SystemNews:
    """To the instance."""
    system = SugarCrm("https://acme.sugarondemand.com", "banter", "secret", **more)
    client = httpx.AsyncClient(transport=fake.transport())
    connection = Connection(system, client, FakeGrants(), FakeClock(NOON))
    return SystemNews(SugarCrmNews(system, currency="EUR"), connection)


@pytest.fixture
def fake() -> FakeSugarCrm:
    return FakeSugarCrm(users={"eva@acme.example": EVA})


def changed(at: datetime = NOON, **fields: Any) -> dict[str, Any]:
    """Fields of a record that was changed then."""
    return {"date_modified": at.isoformat(timespec="seconds"), **fields}


async def test_a_lead_tells_who_has_it_and_how_it_is_worked_on(fake: FakeSugarCrm) -> None:
    first = fake.put("Leads", changed(assigned_user_id=EVA, status="In Process"))
    dead = fake.put("Leads", changed(status="Dead"))
    fake.put("Leads", changed(status="Assigned"))
    fake.put("Leads", changed(NOON - timedelta(days=1), status="Dead"))
    told = await teller(fake).told(NOON)
    about = About("person", first, NOON)
    assert told.news == (
        OwnerTold(about, EVA, "eva@acme.example"),
        Accepted(about),
        Rejected(About("person", dead, NOON), "Dead"),
    )
    assert told.since == NOON


@pytest.mark.parametrize("nobody", ["", None])
async def test_a_lead_that_is_assigned_to_nobody_says_so(
    fake: FakeSugarCrm, nobody: str | None
) -> None:
    lead = fake.put("Leads", changed(assigned_user_id=nobody, status="New"))
    told = await teller(fake).told(NOON)
    assert told.news == (OwnerTold(About("person", lead, NOON), ""),)


async def test_with_a_field_of_ours_only_our_records_are_asked_for(fake: FakeSugarCrm) -> None:
    ours = fake.put("Leads", changed(status="Dead", banter_id_c="h1"))
    fake.put("Leads", changed(status="Dead"))
    told = await teller(fake, key="banter_id_c").told(NOON)
    assert told.news == (Rejected(About("person", ours, NOON), "Dead"),)


async def test_a_converted_lead_was_accepted_and_tells_of_its_opportunity(
    fake: FakeSugarCrm,
) -> None:
    dollars = fake.put("Currencies", {"iso4217": "USD"})
    of_hand: dict[str, Any] = {"date_entered": NOON.isoformat(), "currency_id": "-99"}
    won = fake.put("Opportunities", changed(sales_stage="Closed Won", amount="10.5", **of_hand))
    lost = fake.put("Opportunities", changed(sales_stage="Closed Lost", **of_hand))
    foreign: dict[str, Any] = {"amount": 7, "currency_id": dollars}
    other = fake.put("Opportunities", changed(sales_stage="Closed Won", **foreign))
    fake.put("Opportunities", changed(sales_stage="Prospecting"))
    long_ago = NOON - timedelta(days=3)
    leads = [
        fake.put("Leads", changed(long_ago, converted=True, opportunity_id=one))
        for one in (won, lost)
    ]
    new = fake.put("Leads", changed(status="Converted", converted=True))
    assert (await teller(fake).told(NOON)).news == (
        Accepted(About("person", new, NOON)),
        Won(About("deal", won, NOON, NOON, (("person", leads[0]),)), Decimal("10.50"), "EUR"),
        Lost(About("deal", lost, NOON, NOON, (("person", leads[1]),)), "Closed Lost"),
        Won(About("deal", other, NOON), Decimal("7.00"), "USD"),
    )


async def test_where_contacts_are_made_our_opportunities_are_won_and_lost(
    fake: FakeSugarCrm,
) -> None:
    contact = fake.put("Contacts", changed(assigned_user_id=EVA))
    won = fake.put("Opportunities", changed(sales_stage="Closed Won", amount=10))
    owner = OwnerTold(About("person", contact, NOON), EVA, "eva@acme.example")
    with_deals = await teller(fake, records="contact", sales_stage="Prospecting").told(NOON)
    assert with_deals.news == (owner, Won(About("deal", won, NOON), Decimal("10.00"), "EUR"))
    assert (await teller(fake, records="contact").told(NOON)).news == (owner,)


async def test_an_amount_in_a_currency_that_nobody_names_is_left_out(fake: FakeSugarCrm) -> None:
    won = fake.put("Opportunities", changed(sales_stage="Closed Won", amount=5, currency_id="gone"))
    assert (await teller(fake).told(NOON)).news == (Won(About("deal", won, NOON)),)


async def test_nothing_new_is_no_trouble_and_all_pages_are_read(fake: FakeSugarCrm) -> None:
    assert (await teller(fake).told(NOON)).since is None
    fake.page = 2
    for minute in range(5):
        fake.put("Leads", changed(NOON + timedelta(minutes=minute), status="Dead"))
    assert len((await teller(fake).told(NOON)).news) == 5


async def test_an_instance_that_is_away_is_said_to_be(fake: FakeSugarCrm) -> None:
    fake.troubles.append(Down())
    with pytest.raises(Unavailable, match="sugarcrm"):
        await teller(fake).told(NOON)


async def test_who_is_a_contact_by_now_tells_who_has_them_and_what_they_bought_since(
    fake: FakeSugarCrm,
) -> None:
    """Contacts of who makes leads have no key of ours."""
    long_ago = NOON - timedelta(days=9)
    ana, other = (fake.put("Contacts", changed(long_ago, assigned_user_id=EVA)) for _ in range(2))
    of_hand: dict[str, Any] = {"date_entered": NOON.isoformat(), "currency_id": "-99"}
    won = fake.put("Opportunities", changed(sales_stage="Closed Won", amount=9, **of_hand))
    lost = fake.put("Opportunities", changed(sales_stage="Closed Lost", **of_hand))
    theirs = fake.put("Opportunities", changed(sales_stage="Closed Lost", **of_hand))
    fake.linked = {won: [other, ana], lost: [ana], theirs: [other]}
    told = await teller(fake).told(NOON, [ana])
    beside = (("person", ana),)
    assert told.news == (
        OwnerTold(About("person", ana, long_ago), EVA, "eva@acme.example"),
        Won(About("deal", won, NOON, NOON, beside), Decimal("9.00"), "EUR"),
        Lost(About("deal", lost, NOON, NOON, beside), "Closed Lost"),
        Lost(About("deal", theirs, NOON, NOON), "Closed Lost"),
    )
    assert told.since == NOON


async def test_an_opportunity_that_a_lead_became_is_that_leads(fake: FakeSugarCrm) -> None:
    won = fake.put("Opportunities", changed(sales_stage="Closed Won", currency_id="-99"))
    lead = fake.put("Leads", changed(NOON - timedelta(days=1), converted=True, opportunity_id=won))
    ana = fake.put("Contacts", changed(NOON))
    fake.linked = {won: [ana]}
    (news,) = (await teller(fake).told(NOON, [ana])).news
    assert news.about.beside == (("person", lead),)


async def test_contacts_that_are_closed_to_us_keep_no_leads_from_being_told(
    fake: FakeSugarCrm,
) -> None:
    fake.closed = {"Contacts"}
    lead = fake.put("Leads", changed(status="In Process"))
    told = await teller(fake).told(NOON, ["id-10009999"])
    assert told.news == (Accepted(About("person", lead, NOON)),)


async def test_where_contacts_are_made_nobody_is_asked_for_by_id(fake: FakeSugarCrm) -> None:
    fake.put("Opportunities", changed(sales_stage="Closed Won"))
    await teller(fake, records="contact").told(NOON, ["id-10009999"])
    assert not [one for one in fake.requests if "/link/" in one.url.path]
