"""What HubSpot knows already: whose a lead is, and who they are."""

import httpx
import pytest

from agent.enrichment import Subject, Told
from agent.errors import Unavailable
from agent.grants import Held
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.connection import Connection
from delivery.hubspot import HubSpot
from delivery.hubspot_lookups import HubSpotPeople
from delivery.lookups import CrmContacts, CrmOwners
from delivery.signing_in import StaticToken
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down, Says
from tests.fakes.hubspot import FakeHubSpot

SYSTEM = HubSpot(StaticToken("token-1"), base_url="https://crm.test")
PEOPLE = HubSpotPeople(SYSTEM)


class NoGrants:
    """agent.grants.Grants of a system with a token for ever: never asked."""

    async def read(self, *_asked: object) -> Held:
        raise AssertionError

    claim = renew = let_go = read


@pytest.fixture
def fake() -> FakeHubSpot:
    """An account with one salesperson."""
    return FakeHubSpot(owners={"eva@acme.example": "77"})


@pytest.fixture
def connection(fake: FakeHubSpot) -> Connection:
    """To it."""
    client = httpx.AsyncClient(transport=fake.transport())
    return Connection(SYSTEM, client, NoGrants(), FakeClock())  # type: ignore[arg-type]


async def test_who_has_the_person_has_the_lead(fake: FakeHubSpot, connection: Connection) -> None:
    fake.put("contacts", {"email": "ana@tools.example", "hubspot_owner_id": "77"}, found=False)
    fake.put("companies", {"domain": "tools.example", "hubspot_owner_id": "88"})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "Ana@tools.example"})
    assert found == ExistingOwner("hubspot", "77", "eva@acme.example", "contact")


async def test_who_has_the_company_has_its_people(
    fake: FakeHubSpot, connection: Connection
) -> None:
    fake.put("companies", {"domain": "tools.example", "hubspot_owner_id": "77"})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "ana@tools.example"})
    assert found == ExistingOwner("hubspot", "77", "eva@acme.example", "account")


async def test_a_number_finds_its_person(fake: FakeHubSpot, connection: Connection) -> None:
    fake.put("contacts", {"mobilephone": "+34600111222", "hubspot_owner_id": "99"})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"phone": "+34600111222"})
    assert found == ExistingOwner("hubspot", "99", None, "contact"), "one who has left has no mail"


@pytest.mark.parametrize(
    "contact", [{"email": "ana@gmail.com"}, {"email": "ana@new.example"}, {"phone": "+1"}, {}]
)
async def test_a_stranger_is_nobody_s(connection: Connection, contact: dict[str, str]) -> None:
    assert await CrmOwners(PEOPLE, connection).owner_of(contact) is None  # type: ignore[arg-type]


async def test_a_system_that_is_away_is_said_to_be(
    fake: FakeHubSpot, connection: Connection
) -> None:
    fake.always = Down()
    with pytest.raises(Unavailable, match="hubspot: no connection"):
        await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    answer = await CrmContacts(PEOPLE, connection).look_up(Subject("ana@tools.example"))
    assert isinstance(answer, RetryAt)


async def test_what_it_says_of_a_person_is_told(fake: FakeHubSpot, connection: Connection) -> None:
    contacts = CrmContacts(PEOPLE, connection)
    assert await contacts.look_up(Subject("ana@tools.example")) == Told()
    fake.put("contacts", {"email": "ana@tools.example", "firstname": "Ana", "jobtitle": "CFO"})
    told = await contacts.look_up(Subject("ana@tools.example"))
    assert told == Told({"first_name": "Ana", "job_title": "CFO"})
    assert all(request.method == "POST" for request in fake.requests)
    assert {request.url.path.rsplit("/", 1)[-1] for request in fake.requests} == {"read"}


async def test_who_has_an_open_deal_of_the_company_goes_before_who_has_the_company(
    fake: FakeHubSpot, connection: Connection
) -> None:
    company = fake.put("companies", {"domain": "tools.example", "hubspot_owner_id": "88"})
    closed = fake.put("deals", {"hs_is_closed": "true", "hubspot_owner_id": "99"})
    other = fake.put("deals", {"hs_is_closed": "false", "hubspot_owner_id": "99"})
    fake.tie("deals", closed, "companies", company)
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "ana@tools.example"})
    assert found is not None
    assert (found.id, found.why) == ("88", "account")
    live = fake.put("deals", {"hs_is_closed": "false", "hubspot_owner_id": "77"})
    fake.tie("deals", live, "companies", company)
    found = await owners.owner_of({"email": "ana@tools.example"})
    assert found == ExistingOwner("hubspot", "77", "eva@acme.example", "opportunity")
    assert other in fake.objects["deals"]


async def test_who_may_not_read_deals_still_learns_whose_the_company_is(
    fake: FakeHubSpot, connection: Connection
) -> None:
    fake.put("companies", {"domain": "tools.example", "hubspot_owner_id": "77"})
    fake.troubles.extend([None, None, Says(403, json={"category": "MISSING_SCOPES"})])
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    assert found == ExistingOwner("hubspot", "77", "eva@acme.example", "account")
