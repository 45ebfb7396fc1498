"""Whoever comes back and is a contact of theirs by now is followed as any other lead is."""

import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from delivery.connection import Connection
from delivery.news import SystemNews, Telling
from delivery.salesforce import Salesforce
from delivery.salesforce_news import SalesforceNews
from delivery.sugarcrm_news import SugarCrmNews
from delivery.zoho_news import ZohoNews
from storage.database import Database
from storage.news import StoredNews
from storage.outcomes import Outcomes
from tests.delivery.pairs import HOST, Pair, sugarcrm, zoho
from tests.delivery.rig import Rig
from tests.fakes.grants import FakeGrants
from tests.fakes.salesforce_news import TellingSalesforce
from tests.fakes.sugarcrm import FakeSugarCrm
from tests.fakes.zoho_news import TellingZoho
from tests.storage.routed import Desk

EMAIL = "ana@example.com"
EVA, LEO = "005000000000000001", "005000000000000002"


@dataclass(frozen=True)
class Crm:
    """How their people work there."""

    pair: Pair
    telling: Callable[[Any], Telling]
    contact: Callable[[Any, str], str]
    """There for long, with an owner."""
    give: Callable[[Any, str, str, str], None]
    """A contact to another owner, at a time."""
    sell: Callable[[Any, str, str], None]
    """To a contact, at a time."""
    leads: Callable[[Any], int]


def salesforce_sells(fake: TellingSalesforce, contact: str, at: str) -> None:
    made = {"CreatedDate": at, "LastModifiedDate": at, "IsClosed": True, "IsWon": True}
    deal = fake.put("Opportunity", {**made, "Amount": 9})
    fake.put("OpportunityContactRole", {"OpportunityId": deal, "ContactId": contact})


def zoho_sells(fake: TellingZoho, contact: str, at: str) -> None:
    made = {"Created_Time": at, "Modified_Time": at, "Stage": "Closed Won", "Amount": 9}
    fake.put("Deals", {**made, "Contact_Name": {"id": contact}})


def sugarcrm_sells(fake: FakeSugarCrm, contact: str, at: str) -> None:
    made = {"date_entered": at, "date_modified": at, "sales_stage": "Closed Won", "amount": 9}
    fake.linked[fake.put("Opportunities", made)] = [contact]


CRMS = [
    Crm(
        Pair("salesforce", TellingSalesforce, lambda host: Salesforce(host, "client", "secret")),
        lambda system: SalesforceNews(system, currency="EUR"),
        lambda fake, at: fake.put(
            "Contact",
            {"LastName": "Ruiz", "Email": EMAIL, "OwnerId": EVA, "LastModifiedDate": at},
        ),
        lambda fake, contact, owner, at: fake.tables["Contact"][contact].update(
            OwnerId=owner, LastModifiedDate=at
        ),
        salesforce_sells,
        lambda fake: len(fake.tables.get("Lead", {})),
    ),
    Crm(
        Pair("zoho", TellingZoho, zoho),
        lambda system: ZohoNews(system, currency="EUR"),
        lambda fake, at: fake.put(
            "Contacts",
            {"Last_Name": "Ruiz", "Email": EMAIL, "Owner": {"id": EVA}, "Modified_Time": at},
        ),
        lambda fake, contact, owner, at: fake.modules["Contacts"][contact].update(
            Owner={"id": owner}, Modified_Time=at
        ),
        zoho_sells,
        lambda fake: len(fake.modules.get("Leads", {})),
    ),
    Crm(
        Pair("sugarcrm", FakeSugarCrm, sugarcrm),
        lambda system: SugarCrmNews(system, currency="EUR"),
        lambda fake, at: fake.put(
            "Contacts",
            {
                "last_name": "Ruiz",
                "email": [{"email_address": EMAIL}],
                "assigned_user_id": EVA,
                "date_modified": at,
            },
        ),
        lambda fake, contact, owner, at: fake.modules["Contacts"][contact].update(
            assigned_user_id=owner, date_modified=at
        ),
        sugarcrm_sells,
        lambda fake: len(fake.modules.get("Leads", {})),
    ),
]


@pytest.fixture
async def database(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Database]:
    """A migrated one."""
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    made = Database(f"sqlite:///{path}")
    yield made
    await made.close()


@pytest.mark.parametrize("crm", CRMS, ids=lambda crm: crm.pair.name)
async def test_another_owner_and_what_they_bought_are_heard_of(
    database: Database, crm: Crm
) -> None:
    rig, desk = Rig(database, crm.pair), Desk(database)
    clock = rig.store.clock
    long_ago = (clock.now() - timedelta(days=99)).isoformat(timespec="seconds")
    contact = crm.contact(rig.fake, long_ago)
    await rig.deliver(await rig.hand_over(contact={"name": "Ana Ruiz", "email": EMAIL}))
    assert crm.leads(rig.fake) == 0, "the contact was taken"

    system = crm.pair.system(HOST)
    client = httpx.AsyncClient(transport=rig.fake.transport())
    connection = Connection(system, client, FakeGrants(), clock, rig.sleep)
    news = SystemNews(crm.telling(system), connection)
    record = StoredNews(database, desk.teams, desk.acceptance)

    async def look() -> int:
        clock.pass_by(minutes=5)
        since = clock.now() - timedelta(minutes=15)
        told = await news.told(since, await record.contacts(system.name, clock.now()))
        return await record.hear(system.name, told.news, told.since, clock.now())

    assert await look() == 0, "who had it before took no lead"
    assert await look() == 0
    crm.give(rig.fake, contact, LEO, clock.now().isoformat(timespec="seconds"))
    assert await look() == 1
    crm.sell(rig.fake, contact, clock.now().isoformat(timespec="seconds"))
    assert await look() == 1
    assert await look() == 0, "once is enough"
    lead = (await rig.store.leads.handovers()).items[0]
    (won,) = await Outcomes(database).of(lead.conversation)
    assert (won.outcome, won.amount, won.currency) == ("won", Decimal(9), "EUR")
