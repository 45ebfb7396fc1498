"""What HubSpot tells of leads: each change with its time, on more than one page, none left out."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import httpx
import pytest

from agent.errors import Unavailable
from agent.news import About, Accepted, Lost, OwnerTold, Rejected, Told, Touched, Won
from delivery.connection import Connection
from delivery.hubspot import HubSpot
from delivery.hubspot_news import HubSpotNews
from delivery.news import MOMENT, OVERLAP, RecordNews
from delivery.signing_in import OAuth
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down, Forgets, Says
from tests.fakes.grants import FakeGrants
from tests.fakes.hubspot_news import TellingHubSpot

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SIGN_IN = OAuth("https://crm.test/oauth/v1/token", "id", "secret", refresh_token="refresh-1")


def teller(fake: TellingHubSpot, key: str = "", version: str = "2026-03") -> RecordNews:
    """To the account."""

    async def no_pause(_seconds: float) -> None:
        return

    system = HubSpot(SIGN_IN, base_url="https://crm.test", key_property=key, version=version)
    client = httpx.AsyncClient(transport=fake.transport())
    connection = Connection(system, client, FakeGrants(), FakeClock(NOON + HOUR), no_pause)
    return RecordNews(HubSpotNews(system, currency="EUR"), connection)


@pytest.fixture
def fake() -> TellingHubSpot:
    return TellingHubSpot(owners={"eva@acme.example": "77", "bo@acme.example": "78"})


@pytest.mark.parametrize("version", ["2026-03", "v3"])
async def test_a_contact_tells_who_has_it_and_when_it_was_taken_up(
    fake: TellingHubSpot, version: str
) -> None:
    ana = fake.put("contacts", {"email": "ana@example.com"})
    fake.work("contacts", ana, NOON, hubspot_owner_id="77")
    fake.work("contacts", ana, NOON + HOUR, hs_lead_status="IN_PROGRESS")
    fake.work("contacts", ana, NOON + 2 * HOUR, jobtitle="CEO")
    told = await teller(fake, version=version).told(NOON)
    assert told.news == (
        OwnerTold(About("contact", ana, NOON), "77", "eva@acme.example"),
        Accepted(About("contact", ana, NOON + HOUR)),
    )
    assert told.since == NOON + 2 * HOUR - OVERLAP


async def test_the_same_page_is_asked_for_twice_rather_than_never(fake: TellingHubSpot) -> None:
    ana = fake.put("contacts", {})
    fake.work("contacts", ana, NOON, hs_lead_status="UNQUALIFIED")
    crm = teller(fake)
    first = await crm.told(NOON - HOUR)
    assert first.news == (Rejected(About("contact", ana, NOON), "UNQUALIFIED"),)
    assert first.since is not None
    assert (await crm.told(first.since)).news == first.news
    assert (await crm.told(NOON + MOMENT)).news == ()
    assert (await crm.told(NOON + MOMENT)).since is None


async def test_a_closed_deal_tells_its_price_and_whose_it_is(fake: TellingHubSpot) -> None:
    ana = fake.put("contacts", {})
    won = fake.put("deals", {"createdate": "2026-03-01T08:00:00.000Z", "amount": "3000.5"})
    lost, open_one = fake.put("deals", {}), fake.put("deals", {})
    fake.links.add(("deals", won, "contacts", ana))
    fake.work("deals", won, NOON, hs_is_closed="true", hs_is_closed_won="true")
    fake.work("deals", lost, NOON, hs_is_closed="true", closed_lost_reason="price")
    fake.work("deals", open_one, NOON, hs_is_closed="false", amount="9")
    told = await teller(fake).told(NOON)
    made = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert told.news == (
        Won(About("deal", won, NOON, made, (("contact", ana),)), Decimal("3000.50"), "EUR"),
        Lost(About("deal", lost, NOON), "price"),
    )


async def test_a_currency_of_the_deal_goes_before_ours(fake: TellingHubSpot) -> None:
    deal = fake.put("deals", {"amount": "5", "deal_currency_code": "USD"})
    fake.work("deals", deal, NOON, hs_is_closed="true", hs_is_closed_won="true")
    (won,) = (await teller(fake).told(NOON)).news
    assert won == Won(About("deal", deal, NOON), Decimal("5.00"), "USD")


async def test_all_pages_are_read(fake: TellingHubSpot) -> None:
    fake.page = 7
    for minute in range(130):
        one = fake.put("contacts", {})
        at = NOON + timedelta(minutes=minute)
        fake.work("contacts", one, at, hs_lead_status="CONNECTED", hubspot_owner_id="78")
    told = await teller(fake).told(NOON)
    assert len({one.about.remote for one in told.news}) == 130
    assert {one.email for one in told.news if isinstance(one, OwnerTold)} == {"bo@acme.example"}


async def test_what_a_search_does_not_reach_is_asked_for_next(fake: TellingHubSpot) -> None:
    fake.page = 1
    for minute in range(150):
        one = fake.put("contacts", {})
        fake.work("contacts", one, NOON + timedelta(seconds=minute), hs_lead_status="CONNECTED")
    crm, since, seen = teller(fake), NOON, set[str]()
    for _ in range(2):
        told = await crm.told(since)
        seen |= {one.about.remote for one in told.news}
        assert told.since is not None
        since = told.since
    assert len(seen) == 150, "ten minutes again would never get any further"


async def test_only_those_with_our_key_are_asked_for_where_there_is_one(
    fake: TellingHubSpot,
) -> None:
    ours, theirs = fake.put("contacts", {"banter_id": "h1"}), fake.put("contacts", {})
    for one in (ours, theirs):
        fake.work("contacts", one, NOON, hs_lead_status="CONNECTED")
    told = await teller(fake, key="banter_id").told(NOON)
    assert [one.about.remote for one in told.news] == [ours]


async def test_a_status_that_means_nothing_to_us_tells_nothing(fake: TellingHubSpot) -> None:
    ana = fake.put("contacts", {})
    fake.work("contacts", ana, NOON, hs_lead_status="BAD_TIMING")
    told = await teller(fake).told(NOON)
    assert (told.news, told.since) == ((), NOON)


async def test_a_system_that_is_away_loses_nothing(fake: TellingHubSpot) -> None:
    ana = fake.put("contacts", {})
    fake.work("contacts", ana, NOON, hs_lead_status="CONNECTED")
    crm = teller(fake)
    for trouble in (Down(), Says(500), Says(403)):
        fake.troubles.append(trouble)
        with pytest.raises(Unavailable, match="hubspot"):
            await crm.told(NOON)
    assert len((await crm.told(NOON)).news) == 1


async def test_a_token_that_ran_out_is_made_anew(fake: TellingHubSpot) -> None:
    deal = fake.put("deals", {})
    fake.work("deals", deal, NOON, hs_is_closed="true")
    crm = teller(fake)
    await crm.told(NOON)
    fake.troubles.append(Forgets())
    assert (await crm.told(NOON)).news == (Lost(About("deal", deal, NOON)),)


async def test_single_records_are_looked_at_without_a_search_that_lags(
    fake: TellingHubSpot,
) -> None:
    ana = fake.put("contacts", {}, found=False)
    fake.work("contacts", ana, NOON, hs_lead_status="UNQUALIFIED")
    won = fake.put("deals", {"createdate": "2026-03-02T11:00:00Z"}, found=False)
    closed = {"hs_is_closed": "true", "hs_is_closed_won": "true", "amount": "5"}
    fake.work("deals", won, NOON, **closed)
    open_one = fake.put("deals", {}, found=False)
    fake.work("deals", open_one, NOON, hs_is_closed="false")
    touched = [Touched("person", ana), Touched("person", "999")]
    touched += [Touched("deal", one) for one in (won, open_one)]
    told = await teller(fake).told_of(touched)
    assert told.news == (
        Rejected(About("contact", ana, NOON), "UNQUALIFIED"),
        Won(About("deal", won, NOON, NOON - HOUR), Decimal("5.00"), "EUR"),
    )
    assert told.since is None
    assert not any(one.url.path.endswith("/search") for one in fake.requests)


async def test_a_hundred_records_that_were_touched_are_read_in_pages(fake: TellingHubSpot) -> None:
    people = [fake.put("contacts", {}) for _ in range(120)]
    for one in people:
        fake.work("contacts", one, NOON, hs_lead_status="CONNECTED")
    told = await teller(fake).told_of([Touched("person", one) for one in people])
    assert len(told.news) == 120


async def test_of_nothing_nothing_is_told(fake: TellingHubSpot) -> None:
    assert await teller(fake).told_of([]) == Told()
    assert fake.requests == []
