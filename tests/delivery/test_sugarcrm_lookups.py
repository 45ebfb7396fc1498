"""What SugarCRM knows already: whose a lead is, and who they are."""

from typing import Any

import httpx
import pytest

from agent.enrichment import Subject, Told
from agent.errors import Unavailable
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.connection import Connection
from delivery.lookups import CrmContacts, CrmOwners
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_lookups import SugarCrmPeople
from tests.fakes.clock import FakeClock
from tests.fakes.crm import Down
from tests.fakes.grants import FakeGrants
from tests.fakes.sugarcrm import FakeSugarCrm

SYSTEM = SugarCrm("https://acme.sugarondemand.com", "banter", "secret")
PEOPLE = SugarCrmPeople(SYSTEM)
EVA = "eva-0001"


def mail(address: str) -> dict[str, Any]:
    return {"email": [{"email_address": address, "primary_address": True}]}


@pytest.fixture
def fake() -> FakeSugarCrm:
    return FakeSugarCrm(users={"eva@acme.example": EVA})


@pytest.fixture
def connection(fake: FakeSugarCrm) -> Connection:
    client = httpx.AsyncClient(transport=fake.transport())
    return Connection(SYSTEM, client, FakeGrants(), FakeClock())


async def test_who_has_the_person_has_the_lead(fake: FakeSugarCrm, connection: Connection) -> None:
    fake.put("Accounts", {"website": "https://tools.example", "assigned_user_id": "other"})
    fake.put("Leads", {**mail("ana@tools.example"), "assigned_user_id": EVA})
    fake.put("Contacts", {"phone_mobile": "+34600111222", "assigned_user_id": EVA})
    owners = CrmOwners(PEOPLE, connection)
    expected = ExistingOwner("sugarcrm", EVA, "eva@acme.example", "contact")
    assert await owners.owner_of({"email": "Ana@tools.example"}) == expected
    assert await owners.owner_of({"phone": "+34600111222"}) == expected
    assert await owners.owner_of({"phone": "+34600111333"}) is None


async def test_of_two_records_of_a_person_the_newest_counts(
    fake: FakeSugarCrm, connection: Connection
) -> None:
    for day, owner in (("2026-01-01", "other"), ("2026-02-01", EVA), ("2025-01-01", "third")):
        row = {"date_modified": f"{day}T00:00:00+00:00", "assigned_user_id": owner}
        fake.put("Contacts", {**mail("ana@tools.example"), **row})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    assert found is not None
    assert found.id == EVA


async def test_a_lead_that_was_converted_or_that_nobody_has_tells_no_owner(
    fake: FakeSugarCrm, connection: Connection
) -> None:
    row = {**mail("ana@tools.example"), "assigned_user_id": EVA, "converted": True}
    fake.put("Leads", row)
    fake.put("Leads", mail("leo@tools.example"))
    owners = CrmOwners(PEOPLE, connection)
    assert await owners.owner_of({"email": "ana@tools.example"}) is None
    assert await owners.owner_of({"email": "leo@tools.example"}) is None


@pytest.mark.parametrize(
    "website", ["tools.example", "http://www.tools.example/es/", "HTTPS://Tools.example:443"]
)
async def test_who_has_the_company_has_its_people(
    fake: FakeSugarCrm, connection: Connection, website: str
) -> None:
    for other in ("https://powertools.example", "https://tools.example.net", "http://[tools"):
        fake.put("Accounts", {"website": other, "assigned_user_id": "other"})
    fake.put("Accounts", {"website": website, "assigned_user_id": EVA})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("sugarcrm", EVA, "eva@acme.example", "account")
    assert await owners.owner_of({"email": "leo@gmail.com"}) is None
    assert await owners.owner_of({"email": "leo@others.example"}) is None


async def test_what_it_says_of_a_person_is_told(fake: FakeSugarCrm, connection: Connection) -> None:
    contacts = CrmContacts(PEOPLE, connection)
    assert await contacts.look_up(Subject("nobody@tools.example")) == Told({})
    assert await contacts.look_up(Subject("")) == Told({})
    row = {**mail("ana@tools.example"), "first_name": "Ana", "last_name": "Ruiz"}
    fake.put("Leads", {**row, "title": "CEO", "account_name": "Tools", "description": "private"})
    told = await contacts.look_up(Subject("ana@tools.example"))
    assert isinstance(told, Told)
    assert (told.fields["job_title"], told.fields["company"]) == ("CEO", "Tools")
    assert "private" not in str(told)


async def test_a_system_that_is_away_is_told_so(fake: FakeSugarCrm, connection: Connection) -> None:
    fake.always = Down()
    with pytest.raises(Unavailable):
        await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    told = await CrmContacts(PEOPLE, connection).look_up(Subject("ana@tools.example"))
    assert isinstance(told, RetryAt)


async def test_who_has_an_open_opportunity_of_the_company_goes_first(
    fake: FakeSugarCrm, connection: Connection
) -> None:
    site = {"website": "tools.example", "assigned_user_id": "other"}
    account = fake.put("Accounts", site)
    of_it = {"account_id": account, "assigned_user_id": EVA}
    fake.put("Opportunities", {**of_it, "sales_stage": "Closed Won"})
    owners = CrmOwners(PEOPLE, connection)
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("sugarcrm", "other", None, "account")
    fake.put("Opportunities", {**of_it, "sales_stage": "Prospecting"})
    found = await owners.owner_of({"email": "leo@tools.example"})
    assert found == ExistingOwner("sugarcrm", EVA, "eva@acme.example", "opportunity")


async def test_of_a_person_whom_nobody_has_the_company_tells(
    fake: FakeSugarCrm, connection: Connection
) -> None:
    fake.put("Contacts", mail("ana@tools.example"))
    fake.put("Accounts", {"website": "tools.example", "assigned_user_id": EVA})
    found = await CrmOwners(PEOPLE, connection).owner_of({"email": "ana@tools.example"})
    assert found == ExistingOwner("sugarcrm", EVA, "eva@acme.example", "account")
