"""What `doctor` finds in SugarCRM."""

from dataclasses import replace
from typing import Any

import pytest

from delivery.sugarcrm import SugarCrm
from tests.delivery.checking import found_in, said, told

LEAD = SugarCrm("https://crm.test", "u", "secret", key="banter_id_c", extra={"tier": "tier_c"})
CONTACT = replace(LEAD, records="contact", sales_stage="Prospecting")
MODULES = ("Leads", "Contacts", "Accounts", "Opportunities", "Notes", "Tasks")


def described(*without: str, **fields: Any) -> dict[str, Any]:
    """Metadata of the modules, each with these fields."""
    there = fields or {"banter_id_c": {}, "tier_c": {}}
    return said(modules={one: {"fields": there} for one in MODULES if one not in without})


def user(kind: str = "user", **acl: Any) -> dict[str, Any]:
    return said(current_user={"type": kind, "acl": {"Leads": {"fields": []}, **acl}})


GOOD = {
    "/metadata": described(),
    "/me": user(),
    "/enum/sales_stage": said(Prospecting="Prospecting"),
}


@pytest.mark.parametrize("system", [LEAD, CONTACT], ids=["lead", "contact"])
async def test_what_is_in_order_is_good(system: SugarCrm) -> None:
    found = await found_in(system, GOOD)
    assert {one.level for one in found} == {"good"}
    assert "SugarCRM tells of no limit; we ask at most 5 times a second" in told(found, "good")


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("/metadata", 403, "its modules cannot be read (403)"),
        ("/metadata", described("Accounts", "Tasks"), "our user does not see Accounts, Tasks"),
        ("/metadata", described(banter_id_c={}), "Contacts has no tier_c"),
        (
            "/metadata",
            described(banter_id_c={}, tier_c={"calculated": True}),
            "nobody can write tier_c",
        ),
        ("/me", user(Notes={"create": "no"}), "may not do this in Notes: create"),
        (
            "/me",
            user(Contacts={"fields": {"tier_c": {"write": "no"}, "other_c": {"write": "no"}}}),
            "Contacts: our user may not write tier_c:",
        ),
        ("/enum/sales_stage", said(Won="Won"), "no stage Prospecting"),
        ("/enum/sales_stage", 404, "SUGARCRM_SALES_STAGE"),
    ],
)
async def test_what_is_not_is_told(path: str, answer: Any, expected: str) -> None:
    (one,) = told(await found_in(CONTACT, {**GOOD, path: answer}))
    assert expected in one


async def test_contacts_that_are_closed_to_who_makes_leads_are_a_warning() -> None:
    (one,) = told(await found_in(LEAD, {**GOOD, "/metadata": described("Contacts")}), "warning")
    assert "who is one already becomes a lead as well" in one


async def test_the_key_of_sugar_itself_needs_an_administrator() -> None:
    system = replace(LEAD, key="sync_key")
    (one,) = told(await found_in(system, GOOD))
    assert one.startswith("sync_key needs an administrator")
    assert told(await found_in(system, {**GOOD, "/me": user("admin")})) == []
