"""What `doctor` finds in Salesforce."""

from collections.abc import Sequence
from typing import Any

import pytest

from delivery.salesforce import Salesforce
from delivery.salesforce_checks import CHANGED, KEYED, WRITTEN
from tests.delivery.checking import found_in, said, told
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.salesforce import FakeSalesforce

CONTACT = Salesforce(
    "https://crm.test",
    "id",
    "s",
    records="contact",
    opportunity_stage="New",
    campaign="701A",
    extra={"tier": "T__c"},
)
LEAD = Salesforce("https://crm.test", "id", "s", assign="01Q000000000001")
KEY = {"name": "Banter_Id__c", "externalId": True, "unique": True}
FREE = {"createable": True, "updateable": True, "nillable": True, "defaultedOnCreate": False}


def described(
    kind: str,
    *more: dict[str, Any],
    without: Sequence[str] = (),
    createable: bool = True,
    updateable: bool = True,
) -> dict[str, Any]:
    """An object with all that we write; `more` replaces fields of the same name."""
    ends = ("LeadId", "ContactId") if kind == "CampaignMember" else ()
    rows = {name: {"name": name, **FREE} for name in (*WRITTEN[kind], *ends)}
    if "ParentId" in rows:
        rows["ParentId"]["updateable"] = False
    if kind in KEYED:
        rows["Banter_Id__c"] = {**FREE, **KEY}
    if kind == "Opportunity":
        stages = [{"value": "New", "active": True}, {"value": "Old", "active": False}]
        rows["StageName"]["picklistValues"] = stages
    rows |= {"T__c": {"name": "T__c", **FREE}} if kind == "Contact" else {}
    rows |= {one["name"]: {**FREE, **one} for one in more}
    fields = [one for name, one in rows.items() if name not in without]
    return said(name=kind, createable=createable, updateable=updateable, fields=fields)


GOOD = {
    **{f"/{kind}/describe": described(kind) for kind in WRITTEN},
    "/Campaign/701A": said(Name="Autumn", IsActive=True),
    "/query": said(totalSize=1, done=True, records=[{"Id": "01Q000000000001"}]),
    "/limits": said(DailyApiRequests={"Max": 15000, "Remaining": 14000}),
}


@pytest.mark.parametrize("system", [LEAD, CONTACT], ids=["lead", "contact"])
async def test_what_is_in_order_is_good(system: Salesforce) -> None:
    found = await found_in(system, GOOD)
    assert {one.level for one in found} == {"good"}
    assert "14000 of 15000 calls of the day are left" in told(found, "good")


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("Account", described("Account", without=["Banter_Id__c"]), "Account has no Banter_Id__c"),
        ("Contact", described("Contact", without=["T__c"]), "Contact has no T__c"),
        ("Opportunity", 404, "Opportunity cannot be read (404)"),
        ("Task", described("Task", createable=False), "may not create a Task"),
        ("Note", described("Note", updateable=False), "may not change a Note"),
        ("Note", 403, "Note cannot be read (403)"),
        ("Task", described("Task", updateable=False), "may not change a Task"),
        (
            "Task",
            described("Task", {"name": "ActivityDate", "updateable": False}),
            "Task: our user may not write ActivityDate",
        ),
        (
            "Account",
            described("Account", {**KEY, "unique": False}),
            "Banter_Id__c on Account must be an External ID and Unique",
        ),
        (
            "Contact",
            described("Contact", without=["Phone"]),
            "Contact: our user may not write Phone",
        ),
        (
            "Contact",
            described("Contact", {"name": "T__c", "createable": False}),
            "Contact: our user may not write T__c",
        ),
        (
            "Contact",
            described("Contact", {"name": "Title", "updateable": False}),
            "Contact: our user may not write Title",
        ),
        (
            "Opportunity",
            described("Opportunity", {"name": "Region__c", "nillable": False}),
            "Opportunity insists on Region__c",
        ),
        (
            "Opportunity",
            described(
                "Opportunity",
                {"name": "StageName", "picklistValues": [{"value": "New", "active": False}]},
            ),
            "no active stage New",
        ),
    ],
)
async def test_what_is_not_is_told(path: str, answer: Any, expected: str) -> None:
    (one,) = told(await found_in(CONTACT, {**GOOD, f"/{path}/describe": answer}))
    assert expected in one


async def test_what_is_filled_by_itself_is_not_insisted_on() -> None:
    filled = {"name": "IsPrivate", "nillable": False, "defaultedOnCreate": True}
    kept = {"name": "IsWon", "nillable": False, "createable": False}
    found = await found_in(
        CONTACT, {**GOOD, "/Opportunity/describe": described("Opportunity", filled, kept)}
    )
    assert told(found) == []


async def test_a_campaign_that_is_not_there_is_told() -> None:
    (one,) = told(await found_in(CONTACT, {**GOOD, "/Campaign/701A": 404}))
    assert "SALESFORCE_CAMPAIGN" in one
    idle = said(Name="Autumn", IsActive=False)
    (one,) = told(await found_in(CONTACT, {**GOOD, "/Campaign/701A": idle}), "warning")
    assert "the campaign Autumn is not active" in one


async def test_the_assignment_rule_is_looked_for() -> None:
    none = {**GOOD, "/query": said(totalSize=0, done=True, records=[])}
    (one,) = told(await found_in(LEAD, none))
    assert "there is no assignment rule 01Q000000000001" in one
    any_rule = Salesforce("https://crm.test", "id", "s")
    (one,) = told(await found_in(any_rule, none), "warning")
    assert "no assignment rule for leads is active" in one
    by_us = Salesforce("https://crm.test", "id", "s", assign="FALSE")
    assert told(await found_in(by_us, none), "warning") == []
    (one,) = told(await found_in(LEAD, {**GOOD, "/query": 400}), "warning")
    assert "cannot be seen (400)" in one


async def test_a_source_that_must_be_of_their_list_is_a_warning() -> None:
    strict = described("Lead", {"name": "LeadSource", "restrictedPicklist": True})
    (one,) = told(await found_in(LEAD, {**GOOD, "/Lead/describe": strict}), "warning")
    assert one.startswith("LeadSource of Lead takes the values of its list alone")


@pytest.mark.parametrize("contact", [403, described("Contact", without=["Phone"])])
async def test_contacts_that_are_closed_to_who_makes_leads_are_a_warning(contact: Any) -> None:
    (one,) = told(await found_in(LEAD, {**GOOD, "/Contact/describe": contact}), "warning")
    assert "who is one already becomes a lead as well" in one


async def test_few_calls_left_are_a_warning() -> None:
    few = {**GOOD, "/limits": said(DailyApiRequests={"Max": 15000, "Remaining": 14})}
    assert "14 of 15000 calls of the day" in told(await found_in(LEAD, few), "warning")[0]


@pytest.mark.parametrize("system", [LEAD, CONTACT], ids=["lead", "contact"])
def test_what_is_looked_at_is_what_a_delivery_writes(system: Salesforce) -> None:
    fake = FakeSalesforce()
    fake.put("User", {"Email": EVA.email, "IsActive": True})
    who = {"name": "Ana López Ruiz", "email": "ana@example.com", "company": "Acme"}
    walk = Walk(system, fake).deliver(lead(owner=EVA, contact=who))
    walk.deliver(lead(owner=EVA, contact=who, revision=2))
    looked_at = {"Banter_Id__c", "LeadId", "ContactId", *system.extra.values()}
    changes = [call for call in walk.calls if call.changes]
    kinds = set[str]()
    for call in changes:
        kind = call.url.split("/")[2]
        kinds.add(kind)
        assert isinstance(call.body, dict)
        assert set(call.body) <= {*WRITTEN[kind], *looked_at}, call
        if call.method == "PATCH" and "__c/" not in call.url:
            assert set(call.body) <= {*CHANGED[kind], *looked_at}, call
    assert len(kinds) >= 3
