"""Whatever right our user lacks in a CRM: `doctor` says so just where a delivery fails for it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import httpx
import pytest

from agent.outbox import Failed, RetryAt
from delivery.calls import Refused
from delivery.connection import Connection
from delivery.doctor import Finding, examine
from delivery.hubspot import HubSpot
from delivery.hubspot_checks import needed
from delivery.salesforce import Salesforce
from delivery.salesforce_checks import WRITTEN as OF_SALESFORCE
from delivery.signing_in import StaticToken
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_checks import WRITTEN as OF_SUGAR
from delivery.system import System
from delivery.system_checks import checks_of
from delivery.zoho import Zoho
from tests.delivery.checking import told
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.clock import FakeClock
from tests.fakes.crm import FakeCrm
from tests.fakes.grants import FakeGrants
from tests.fakes.rights import HubSpotWithout, SalesforceWithout, SugarWithout, ZohoWithout
from tests.fakes.salesforce import FakeSalesforce
from tests.fakes.sugarcrm import FakeSugarCrm
from tests.fakes.zoho import FakeZoho

HOST = "https://crm.test"
KNOWN = {"name": "Eva", "email": "eva@there.example", "phone": "+34600111222", "company": "Acme"}
ANA = {**KNOWN, "name": "Ana Ruiz", "email": "ana@example.com", "job_title": "CEO"}
NUMBER = "+34600111333"
STEPS = ("account", "person", "opportunity", "deal", "role", "member", "note", "task")
NAMES = ("hubspot", "salesforce", "zoho", "sugarcrm")
OTHER = replace(EVA, id="leo", email="leo@acme.example", ids=dict.fromkeys(NAMES, "78"))
FIRST = replace(EVA, ids=dict.fromkeys(NAMES[1:], "77"))

SALESFORCE = {
    "lead": Salesforce(HOST, "id", "s", campaign="701A"),
    "contact": Salesforce(
        HOST, "id", "s", records="contact", opportunity_stage="New", campaign="701A"
    ),
}
ZOHO = {
    "lead": Zoho("client", "secret", "refresh-1", accounts=HOST),
    "contact": Zoho(
        "client", "secret", "refresh-1", accounts=HOST, records="contact", deal_stage="New"
    ),
}
SUGAR = {
    "lead": SugarCrm(HOST, "banter", "secret", key="banter_id_c"),
    "contact": SugarCrm(
        HOST,
        "banter",
        "secret",
        key="banter_id_c",
        records="contact",
        sales_stage="Prospecting",
    ),
}
HUBSPOT = {
    "contact": HubSpot(StaticToken("token-1"), base_url=HOST),
    "deal": HubSpot(StaticToken("token-1"), base_url=HOST, pipeline="p1", deal_stage="s1"),
    "lead": HubSpot(StaticToken("token-1"), base_url=HOST, leads=True),
}
SCOPES = (*needed(replace(HUBSPOT["deal"], leads=True)), "oauth")

Without = Callable[[str], FakeCrm]
RIGHTS: list[tuple[Iterable[System], Without, list[str]]] = [
    (
        SALESFORCE.values(),
        lambda one: SalesforceWithout([one], OF_SALESFORCE),
        [
            f"{kind}.{what}"
            for kind, names in OF_SALESFORCE.items()
            for what in ("read", "create", "update", *names)
        ],
    ),
    (
        ZOHO.values(),
        lambda one: ZohoWithout([one]),
        [
            f"{module}.{what}"
            for module in ("Leads", "Contacts", "Accounts", "Deals", "Notes", "Tasks")
            for what in ("scope", "read", "create", "edit")
        ],
    ),
    (
        SUGAR.values(),
        lambda one: SugarWithout([one]),
        [
            f"{module}.{what}"
            for module, names in OF_SUGAR.items()
            for what in ("access", "view", "list", "create", "edit", *names)
        ],
    ),
    (HUBSPOT.values(), lambda one: HubSpotWithout([one], SCOPES), list(SCOPES)),
]
ALL = [
    (system, right, make)
    for systems, make, rights in RIGHTS
    for system in systems
    for right in rights
]


def contact_in(fake: FakeCrm) -> None:
    """People of whom little is written there: the one by e-mail, the other by number."""
    match fake:
        case FakeSalesforce():
            fake.put("Contact", {"LastName": "Eva", "Email": KNOWN["email"]})
            fake.put("Contact", {"LastName": "Iris", "Phone": NUMBER})
        case FakeZoho():
            fake.put("Contacts", {"Last_Name": "Eva", "Email": KNOWN["email"]})
            fake.put("Contacts", {"Last_Name": "Iris", "Phone": NUMBER})
        case FakeSugarCrm():
            mails = [{"email_address": KNOWN["email"]}]
            fake.put("Contacts", {"last_name": "Eva", "email": mails})
            fake.put("Contacts", {"last_name": "Iris", "phone_work": NUMBER})


def refusal(system: System, fake: FakeCrm) -> RetryAt | Failed | None:
    """Of somebody new, of a change and another owner, of who comes back, of all of it once more
    after tries that were not answered.
    """
    contact_in(fake)
    account = {"kind": "b2b", "domain": "acme.example"}
    first = lead(contact=ANA, account=account, owner=FIRST)
    known = {**KNOWN, "name": "Eva Ríos Gil", "job_title": "CTO"}
    returned = lead(contact=known, account=account, owner=FIRST, id="h2")
    called = lead(contact={**ANA, "email": "iris@x.example", "phone": NUMBER}, account=account)
    try:
        walk = Walk(system, fake).deliver(first)
        walk.deliver(replace(first, revision=2, event="lead.updated", owner=OTHER))
        Walk(system, fake).deliver(returned)
        Walk(system, fake).deliver(replace(called, id="h3"))
        Walk(system, fake).deliver(first, *STEPS)
    except Refused as refused:
        return refused.outcome
    return None


async def examined(system: System, fake: FakeCrm) -> list[Finding]:
    client = httpx.AsyncClient(transport=fake.transport())
    checks = checks_of(system)
    assert checks is not None
    return await examine(Connection(system, client, FakeGrants(), FakeClock()), checks)


@pytest.mark.parametrize(
    ("system", "right", "make"),
    ALL,
    ids=[f"{system.name}-{number}-{right}" for number, (system, right, _) in enumerate(ALL)],
)
async def test_doctor_says_what_is_lacking_where_a_delivery_fails_for_it(
    system: System, right: str, make: Callable[[str], FakeCrm]
) -> None:
    failed = refusal(system, make(right))
    wrong = told(await examined(system, make(right)))
    assert bool(wrong) == (failed is not None), (wrong, failed)
    if failed is not None:
        assert isinstance(failed, Failed)
        assert failed.remedy == "fix_configuration"
        named = right.partition(".")[0].casefold() if "objects" not in right else right
        assert any(named.removesuffix("s") in one.casefold() for one in wrong), wrong


@pytest.mark.parametrize(
    ("system", "make"),
    [
        (SALESFORCE["lead"], lambda: SalesforceWithout(["Contact.read"], OF_SALESFORCE)),
        (ZOHO["lead"], lambda: ZohoWithout(["Contacts.read"])),
        (SUGAR["lead"], lambda: SugarWithout(["Contacts.list"])),
    ],
    ids=["salesforce", "zoho", "sugarcrm"],
)
async def test_contacts_that_cannot_be_seen_are_made_leads_of_and_doctor_warns(
    system: System, make: Callable[[], FakeCrm]
) -> None:
    assert refusal(system, make()) is None
    warned = told(await examined(system, make()), "warning")
    assert any("who is one already becomes a lead as well" in one for one in warned)
