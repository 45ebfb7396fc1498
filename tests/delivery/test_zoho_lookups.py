"""What Zoho CRM knows already: whose a lead is, and who they are."""

import httpx
import pytest

from agent.enrichment import Subject, Told
from agent.errors import Unavailable
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.connection import Connection
from delivery.lookups import CrmContacts, CrmOwners
from delivery.zoho import Zoho
from delivery.zoho_lookups import ZohoPeople
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down
from tests.fakes.grants import FakeGrants
from tests.fakes.zoho import FakeZoho

SYSTEM = Zoho("client", "secret", "refresh-1")
PEOPLE = ZohoPeople(SYSTEM)
EVA = {"id": "9", "name": "Eva", "email": "eva@acme.example"}


@pytest.fixture
def fake() -> FakeZoho:
    return FakeZoho()


@pytest.fixture
def connection(fake: FakeZoho) -> Connection:
    client = httpx.AsyncClient(transport=fake.transport())
    return Connection(SYSTEM, client, FakeGrants(), FakeClock())


async def test_who_has_the_person_has_the_lead(fake: FakeZoho, connection: Connection) -> None:
    fake.put("Accounts", {"Website": "tools.example", "Owner": {"id": "other"}})
    fake.put("Leads", {"Email": "ana@tools.example", "Owner": EVA})
    fake.put("Leads", {"Phone": "+34600111222", "Owner": EVA})
    owners = CrmOwners(PEOPLE, connection)
    expected = ExistingOwner("zoho", "9", "eva@acme.example", "contact")
    assert await owners.owner_of({"email": "ana@tools.example"}) == expected
    assert await owners.owner_of({"phone": "+34600111222"}) == expected


async def test_who_has_the_company_has_its_people(fake: FakeZoho, connection: Connection) -> None:
    fake.put("Accounts", {"Website": "www.tools.example", "Owner": EVA})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("zoho", "9", "eva@acme.example", "account")
    assert await owners.owner_of({"email": "leo@gmail.com"}) is None
    assert await owners.owner_of({"email": "leo@others.example"}) is None


async def test_what_it_says_of_a_person_is_told(fake: FakeZoho, connection: Connection) -> None:
    contacts = CrmContacts(PEOPLE, connection)
    assert await contacts.look_up(Subject("nobody@tools.example")) == Told({})
    row = {"Email": "ana@tools.example", "First_Name": "Ana", "Last_Name": "Ruiz"}
    fake.put("Leads", {**row, "Designation": "CEO", "Company": "Tools"})
    told = await contacts.look_up(Subject("ana@tools.example"))
    assert isinstance(told, Told)
    assert (told.fields["job_title"], told.fields["company"]) == ("CEO", "Tools")


async def test_a_system_that_is_away_is_told_so(fake: FakeZoho, connection: Connection) -> None:
    fake.always = Down()
    with pytest.raises(Unavailable):
        await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    told = await CrmContacts(PEOPLE, connection).look_up(Subject("ana@tools.example"))
    assert isinstance(told, RetryAt)


async def test_who_has_an_open_deal_of_the_company_goes_first(
    fake: FakeZoho, connection: Connection
) -> None:
    other = {"id": "8"}
    account = fake.put("Accounts", {"Website": "https://tools.example/es", "Owner": other})
    fake.put("Accounts", {"Website": "powertools.example", "Owner": EVA})
    of_it = {"Account_Name": {"id": account}}
    fake.put("Deals", {**of_it, "Stage": "Closed Lost", "Owner": EVA})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("zoho", "8", None, "account")
    fake.put("Deals", {**of_it, "Stage": "Negotiation", "Owner": EVA})
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("zoho", "9", "eva@acme.example", "opportunity")


async def test_of_a_person_whom_nobody_has_the_company_tells(
    fake: FakeZoho, connection: Connection
) -> None:
    fake.put("Contacts", {"Email": "ana@tools.example"})
    fake.put("Accounts", {"Website": "tools.example", "Owner": EVA})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    assert found == ExistingOwner("zoho", "9", "eva@acme.example", "account")
