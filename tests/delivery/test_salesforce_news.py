"""What Salesforce tells of leads: owners, statuses, what was converted, won and lost."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest

from agent.errors import Unavailable
from agent.news import About, Accepted, Lost, OwnerTold, Rejected, Won
from delivery.connection import Connection
from delivery.news import OVERLAP, SystemNews
from delivery.salesforce import Salesforce
from delivery.salesforce_news import SalesforceNews
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down, Forgets, Says
from tests.fakes.grants import FakeGrants
from tests.fakes.salesforce_news import TellingSalesforce

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def teller(fake: TellingSalesforce, of: dict[str, Any] | None = None, **more: Any) -> SystemNews:
    """To the org; `of`: more of the system, `more` of what is asked."""

    async def no_pause(_seconds: float) -> None:
        return

    system = Salesforce("https://acme.my.salesforce.com", "client", "secret", **(of or {}))
    client = httpx.AsyncClient(transport=fake.transport())
    connection = Connection(system, client, FakeGrants(), FakeClock(NOON), no_pause)
    return SystemNews(SalesforceNews(system, **{"currency": "EUR", **more}), connection)


@pytest.fixture
def fake() -> TellingSalesforce:
    return TellingSalesforce()


def changed(at: datetime, **fields: Any) -> dict[str, Any]:
    """Fields of a record with our key, changed then."""
    written = at.strftime("%Y-%m-%dT%H:%M:%S.000+0000")
    return {"Banter_Id__c": "h1", "LastModifiedDate": written, **fields}


async def test_a_lead_tells_who_has_it_and_that_it_is_worked_on(fake: TellingSalesforce) -> None:
    eva = fake.put("User", {"Email": "eva@acme.example"})
    lead = fake.put("Lead", changed(NOON, OwnerId=eva, Status="Working - Contacted"))
    told = await teller(fake).told(NOON)
    about = About("person", lead, NOON)
    assert told.news == (OwnerTold(about, eva, "eva@acme.example"), Accepted(about))
    assert told.since == NOON
    assert (await teller(fake).told(NOON - HOUR)).since == NOON - OVERLAP


async def test_a_queue_has_taken_nothing(fake: TellingSalesforce) -> None:
    queued = {"OwnerId": "00G000000000000001", "Status": "Open - Not Contacted"}
    lead = fake.put("Lead", changed(NOON, **queued))
    told = await teller(fake).told(NOON)
    assert told.news == (OwnerTold(About("person", lead, NOON), ""),), "nobody in person has it"


async def test_what_is_no_lead_is_rejected_with_their_status(fake: TellingSalesforce) -> None:
    lead = fake.put("Lead", changed(NOON, Status="Closed - Not Converted"))
    news = (await teller(fake).told(NOON)).news
    assert news == (Rejected(About("person", lead, NOON), "Closed - Not Converted"),)


async def test_their_own_words_for_a_status_can_be_named(fake: TellingSalesforce) -> None:
    lead = fake.put("Lead", changed(NOON, Status="En curso"))
    news = (await teller(fake, statuses={"En curso": "accepted"}).told(NOON)).news
    assert news == (Accepted(About("person", lead, NOON)),)


async def test_a_converted_lead_tells_of_its_opportunity_also_when_only_that_was_changed(
    fake: TellingSalesforce,
) -> None:
    later = changed(NOON + HOUR, IsClosed=True, IsWon=True, Amount=3000.5, StageName="Closed Won")
    deal = fake.put("Opportunity", {**later, "Banter_Id__c": None})
    lead = fake.put("Lead", changed(NOON, IsConverted=True, ConvertedOpportunityId=deal))
    won = Won(About("person", lead, NOON + HOUR), Decimal("3000.50"), "EUR")
    assert (await teller(fake).told(NOON + HOUR)).news == (won,)
    both = (await teller(fake).told(NOON)).news
    assert (both[0], both[-1]) == (Accepted(About("person", lead, NOON)), won)


async def test_an_opportunity_that_was_lost_says_why(fake: TellingSalesforce) -> None:
    fake.custom = ("Loss_Reason__c", "CurrencyIsoCode")
    lost = changed(NOON, IsClosed=True, StageName="Closed Lost", Loss_Reason__c="price")
    first = fake.put("Opportunity", lost)
    second = fake.put("Opportunity", {**lost, "Loss_Reason__c": None})
    won = {"IsClosed": True, "IsWon": True, "Amount": 5, "CurrencyIsoCode": "USD"}
    third = fake.put("Opportunity", changed(NOON, **won))
    fake.put("Opportunity", changed(NOON, IsClosed=False))
    of = {"records": "contact", "opportunity_stage": "Prospecting"}
    more = {"loss_reason": "Loss_Reason__c", "several_currencies": True}
    assert (await teller(fake, of, **more).told(NOON)).news == (
        Lost(About("opportunity", first, NOON), "price"),
        Lost(About("opportunity", second, NOON), "Closed Lost"),
        Won(About("opportunity", third, NOON), Decimal("5.00"), "USD"),
    )


async def test_a_contact_tells_who_has_it(fake: TellingSalesforce) -> None:
    contact = fake.put("Contact", changed(NOON, OwnerId="005000000000000009"))
    told = await teller(fake, {"records": "contact"}).told(NOON)
    assert told.news == (OwnerTold(About("person", contact, NOON), "005000000000000009"),)


async def test_an_amount_without_a_currency_is_none(fake: TellingSalesforce) -> None:
    deal = fake.put("Opportunity", changed(NOON, IsClosed=True, IsWon=True, Amount=7))
    of = {"records": "contact", "opportunity_stage": "Prospecting"}
    assert (await teller(fake, of, currency="").told(NOON)).news == (
        Won(About("opportunity", deal, NOON)),
    )


async def test_all_pages_are_read_and_nobody_elses_records(fake: TellingSalesforce) -> None:
    fake.page = 3
    for minute in range(10):
        fake.put("Lead", changed(NOON + timedelta(minutes=minute), Status="Working"))
    fake.put("Lead", {**changed(NOON, Status="Working"), "Banter_Id__c": None})
    told = await teller(fake).told(NOON)
    assert len({one.about.remote for one in told.news}) == 10
    assert fake.cursors == {}


async def test_what_is_more_than_can_be_asked_for_at_once_is_asked_for_next(
    fake: TellingSalesforce,
) -> None:
    fake.page = 1
    for second in range(60):
        fake.put("Lead", changed(NOON + timedelta(seconds=second), Status="Working"))
    crm = teller(fake)
    first = await crm.told(NOON)
    assert first.since == NOON + timedelta(seconds=49)
    second_time = await crm.told(first.since)
    seen = {one.about.remote for one in (*first.news, *second_time.news)}
    assert len(seen) == 60


@pytest.mark.parametrize("trouble", [Down(), Says(503), Says(400, json=[{"errorCode": "X"}])])
async def test_an_org_that_is_away_is_said_to_be(
    fake: TellingSalesforce, trouble: Down | Says
) -> None:
    fake.troubles.append(trouble)
    with pytest.raises(Unavailable, match="salesforce"):
        await teller(fake).told(NOON)


async def test_a_session_that_ended_is_begun_anew(fake: TellingSalesforce) -> None:
    fake.put("Lead", changed(NOON, Status="Working"))
    crm = teller(fake)
    await crm.told(NOON)
    fake.troubles.append(Forgets())
    assert len((await crm.told(NOON)).news) == 1


async def test_who_is_a_contact_by_now_tells_who_has_them_and_what_they_bought_since(
    fake: TellingSalesforce,
) -> None:
    """Contacts of who makes leads have no key of ours."""
    fake.custom = ("Loss_Reason__c",)
    eva = fake.put("User", {"Email": "eva@acme.example"})
    long_ago = NOON - 99 * HOUR
    ana, leo, other = (
        fake.put("Contact", {**changed(long_ago, OwnerId=eva), "Banter_Id__c": None})
        for _ in range(3)
    )
    made = {"CreatedDate": NOON.isoformat(), "IsClosed": True}
    won = fake.put("Opportunity", changed(NOON, IsWon=True, Amount=9, **made))
    lost = fake.put("Opportunity", changed(NOON + HOUR, Loss_Reason__c="price", **made))
    before = fake.put("Opportunity", changed(NOON - HOUR, IsWon=True, **made))
    for contact, deal in ((ana, won), (leo, won), (leo, lost), (other, lost), (ana, before)):
        fake.put("OpportunityContactRole", {"ContactId": contact, "OpportunityId": deal})
    told = await teller(fake, loss_reason="Loss_Reason__c").told(NOON, [ana, leo])
    both = (("person", ana), ("person", leo))
    assert told.news == (
        OwnerTold(About("person", ana, long_ago), eva, "eva@acme.example"),
        OwnerTold(About("person", leo, long_ago), eva, "eva@acme.example"),
        Won(About("opportunity", won, NOON, NOON, both), Decimal("9.00"), "EUR"),
        Lost(About("opportunity", lost, NOON + HOUR, NOON, both[1:]), "price"),
    )
    assert told.since == NOON + HOUR - OVERLAP


async def test_contacts_that_are_closed_to_us_keep_no_leads_from_being_told(
    fake: TellingSalesforce,
) -> None:
    fake.closed = {"Contact", "OpportunityContactRole"}
    lead = fake.put("Lead", changed(NOON, Status="Working"))
    told = await teller(fake).told(NOON, ["003000000000000001"])
    assert told.news == (Accepted(About("person", lead, NOON)),)


async def test_many_contacts_are_asked_for_in_several_queries(fake: TellingSalesforce) -> None:
    people = [fake.put("Contact", changed(NOON, OwnerId="005000000000000009")) for _ in range(301)]
    assert len((await teller(fake).told(NOON, people)).news) == 301
    assert max(len(str(one.url)) for one in fake.requests) < 16_384


async def test_where_contacts_are_made_nobody_is_asked_for_by_id(fake: TellingSalesforce) -> None:
    contact = fake.put("Contact", changed(NOON, OwnerId="005000000000000009"))
    await teller(fake, {"records": "contact"}).told(NOON, [contact])
    assert len(fake.requests) == 1
