"""What `doctor` finds in Zoho CRM."""

from typing import Any

import pytest

from delivery.zoho import Zoho
from tests.delivery.checking import found_in, said, told

LEAD = Zoho("id", "s", "refresh-1", extra={"tier": "Tier"}, lead_source="Chat")
CONTACT = Zoho(
    "id",
    "s",
    "refresh-1",
    records="contact",
    extra={"tier": "Tier"},
    deal_stage="Qualification",
    assignment_rule="42",
)
KEY = {"api_name": "Banter_Id", "unique": {"casesensitive": "false"}}
TIER = {"api_name": "Tier", "read_only": False, "view_type": {"create": True}}
SOURCE = {"api_name": "Lead_Source", "pick_list_values": [{"actual_value": "Chat"}]}
STAGE = {"api_name": "Stage", "pick_list_values": [{"actual_value": "Qualification"}]}
WRITTEN = ("Leads", "Contacts", "Accounts", "Deals", "Notes", "Tasks")
MAY = {"creatable": True, "editable": True}
GOOD = {
    "/users": said(users=[]),
    **{f"/crm/v8/{module}": said(data=[]) for module in WRITTEN},
    "/search": said(data=[]),
    "/settings/modules": said(modules=[{"api_name": one, **MAY} for one in WRITTEN]),
    "/settings/fields": said(fields=[KEY, TIER, SOURCE, STAGE]),
    "/settings/automation/assignment_rules": said(assignment_rules=[{"id": "42"}]),
}


@pytest.mark.parametrize("system", [LEAD, CONTACT], ids=["lead", "contact"])
async def test_what_is_in_order_is_good(system: Zoho) -> None:
    found = await found_in(system, GOOD)
    assert {one.level for one in found} == {"good"}
    module = "Leads" if system is LEAD else "Contacts"
    assert f"{module} can be read" in told(found, "good")


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("/users", 403, "users cannot be read (403): it needs the scope ZohoCRM.users.READ"),
        ("/search", 401, "ZohoSearch.securesearch.READ"),
        ("/crm/v8/Notes", 401, "it needs the scope ZohoCRM.modules.notes.ALL"),
        ("/crm/v8/Deals", 403, "Deals cannot be read (403)"),
        (
            "/settings/modules",
            said(modules=[{"api_name": "Tasks", **MAY, "creatable": False}]),
            "we may not create or edit Tasks",
        ),
        (
            "/settings/automation/assignment_rules",
            said(assignment_rules=[]),
            "Contacts have no assignment rule 42",
        ),
    ],
)
async def test_what_is_not_is_told(path: str, answer: Any, expected: str) -> None:
    (one,) = told(await found_in(CONTACT, {**GOOD, path: answer}))
    assert expected in one


async def test_fields_that_are_missing_loose_or_fixed_are_told() -> None:
    loose = said(fields=[{"api_name": "Banter_Id", "unique": {}}, SOURCE])
    assert told(await found_in(LEAD, {**GOOD, "/settings/fields": loose})) == [
        "Leads has no Tier: make it there, or name another in the settings",
        "Banter_Id of Leads must not allow duplicate values: set that there",
    ]
    for fixed in ({"read_only": True}, {"view_type": {"create": False}}):
        rows = said(fields=[KEY, {**TIER, **fixed}, SOURCE])
        (one,) = told(await found_in(LEAD, {**GOOD, "/settings/fields": rows}))
        assert "nobody can write Tier" in one


async def test_a_stage_or_a_source_that_is_no_value_is_told() -> None:
    other = {"api_name": "Stage", "pick_list_values": [{"actual_value": "Won"}]}
    rows = said(fields=[KEY, TIER, SOURCE, other])
    (one,) = told(await found_in(CONTACT, {**GOOD, "/settings/fields": rows}))
    assert "deals have no stage Qualification" in one
    source = {"api_name": "Lead_Source", "pick_list_values": [{"actual_value": "Fair"}]}
    rows = said(fields=[KEY, TIER, source])
    (one,) = told(await found_in(LEAD, {**GOOD, "/settings/fields": rows}), "warning")
    assert "Chat is no value of Lead_Source" in one


@pytest.mark.parametrize(
    "path",
    ["/settings/fields", "/settings/modules", "/settings/automation/assignment_rules"],
)
async def test_without_a_scope_for_settings_that_is_a_warning(path: str) -> None:
    found = await found_in(CONTACT, {**GOOD, path: 401})
    assert "ZohoCRM.settings." in told(found, "warning")[0]
    assert told(found) == []


async def test_contacts_that_are_closed_to_who_makes_leads_are_a_warning() -> None:
    (one,) = told(await found_in(LEAD, {**GOOD, "/crm/v8/Contacts": 403}), "warning")
    assert "who is one already becomes a lead as well" in one


async def test_credits_that_run_out_are_a_warning() -> None:
    users = GOOD["/users"] | {"headers": {"X-API-CREDITS-REMAINING": "812"}}
    (one,) = told(await found_in(LEAD, {**GOOD, "/users": users}), "warning")
    assert "812 are left" in one
