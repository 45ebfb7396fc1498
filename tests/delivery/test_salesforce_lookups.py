"""What Salesforce knows already: whose a lead is, and who they are."""

import httpx
import pytest

from agent.enrichment import Subject, Told
from agent.errors import Unavailable
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.connection import Connection
from delivery.lookups import CrmContacts, CrmOwners
from delivery.salesforce import Salesforce
from delivery.salesforce_lookups import SalesforcePeople
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down
from tests.fakes.grants import FakeGrants
from tests.fakes.salesforce import FakeSalesforce

SYSTEM = Salesforce("https://acme.my.salesforce.com", "client", "secret")
PEOPLE = SalesforcePeople(SYSTEM)
ANA = {"LastName": "Ruiz", "Email": "ana@tools.example", "Company": "Tools"}


@pytest.fixture
def fake() -> FakeSalesforce:
    return FakeSalesforce()


@pytest.fixture
def connection(fake: FakeSalesforce) -> Connection:
    client = httpx.AsyncClient(transport=fake.transport())
    return Connection(SYSTEM, client, FakeGrants(), FakeClock())


@pytest.fixture
def eva(fake: FakeSalesforce) -> str:
    return fake.put("User", {"Email": "eva@acme.example", "IsActive": True})


async def test_who_has_the_person_has_the_lead(
    fake: FakeSalesforce, connection: Connection, eva: str
) -> None:
    fake.put("Account", {"Name": "Tools", "Website": "tools.example", "OwnerId": "005other"})
    fake.put("Lead", {**ANA, "OwnerId": eva, "IsConverted": False})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "Ana@tools.example"})
    assert found == ExistingOwner("salesforce", eva, "eva@acme.example", "contact")


async def test_the_contact_comes_before_the_lead_and_the_newest_first(
    fake: FakeSalesforce, connection: Connection, eva: str
) -> None:
    fake.put("Contact", {**ANA, "OwnerId": "005old"})
    fake.put("Contact", {**ANA, "OwnerId": eva})
    fake.put("Lead", {**ANA, "OwnerId": "005lead", "IsConverted": False})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": ANA["Email"]})
    assert found is not None
    assert found.id == eva


async def test_who_has_the_company_has_its_people(
    fake: FakeSalesforce, connection: Connection, eva: str
) -> None:
    site = "https://www.tools.example"
    fake.put("Account", {"Name": "Tools", "Website": site, "OwnerId": eva})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("salesforce", eva, "eva@acme.example", "account")


async def test_a_queue_is_nobody_and_a_free_address_no_company(
    fake: FakeSalesforce, connection: Connection
) -> None:
    fake.put("Lead", {**ANA, "OwnerId": "00G000000000001", "IsConverted": False})
    owners = CrmOwners(PEOPLE, connection)
    assert await owners.owner_of({"email": ANA["Email"]}) is None
    assert await owners.owner_of({"email": "leo@gmail.com"}) is None
    assert await owners.owner_of({"phone": "+34600111222"}) is None


async def test_what_it_says_of_a_person_is_told(
    fake: FakeSalesforce, connection: Connection
) -> None:
    contacts = CrmContacts(PEOPLE, connection)
    assert await contacts.look_up(Subject("nobody@tools.example")) == Told({})
    fake.put("Lead", {**ANA, "FirstName": "Ana", "Title": "CEO", "IsConverted": True})
    told = await contacts.look_up(Subject("ana@tools.example"))
    assert isinstance(told, Told)
    assert told.fields["first_name"] == "Ana"
    assert told.fields["company"] == "Tools"


async def test_a_system_that_is_away_is_told_so(
    fake: FakeSalesforce, connection: Connection
) -> None:
    fake.always = Down()
    with pytest.raises(Unavailable):
        await CrmOwners(PEOPLE, connection).owner_of({"email": ANA["Email"]})
    told = await CrmContacts(PEOPLE, connection).look_up(Subject(ANA["Email"]))
    assert isinstance(told, RetryAt)


async def test_who_has_an_open_opportunity_of_the_company_goes_first(
    fake: FakeSalesforce, connection: Connection, eva: str
) -> None:
    site = "https://www.tools.example/es"
    account = fake.put("Account", {"Name": "T", "Website": site, "OwnerId": "005other"})
    other = fake.put("Account", {"Name": "P", "Website": "powertools.example", "OwnerId": eva})
    fake.put("Opportunity", {"AccountId": account, "IsClosed": True, "OwnerId": eva})
    fake.put("Opportunity", {"AccountId": other, "IsClosed": False, "OwnerId": eva})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("salesforce", "005other", None, "account")
    fake.put("Opportunity", {"AccountId": account, "IsClosed": False, "OwnerId": eva})
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("salesforce", eva, "eva@acme.example", "opportunity")


async def test_of_a_person_whom_a_queue_has_the_company_tells(
    fake: FakeSalesforce, connection: Connection, eva: str
) -> None:
    fake.put("Lead", {**ANA, "OwnerId": "00G000000000001", "IsConverted": False})
    fake.put("Account", {"Name": "T", "Website": "tools.example", "OwnerId": eva})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": ANA["Email"]})
    assert found == ExistingOwner("salesforce", eva, "eva@acme.example", "account")
