"""What `doctor` finds in HubSpot."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from delivery.hubspot import HubSpot
from delivery.hubspot_checks import needed
from delivery.signing_in import OAuth, StaticToken
from tests.delivery.checking import TOKEN_INFO, found_in, said, told

SYSTEM = HubSpot(
    StaticToken("pat-1"),
    base_url="https://crm.test",
    key_property="banter_key",
    extra={"score": "banter_score"},
    pipeline="default",
    deal_stage="new",
    leads=True,
)
LIMITS = {
    "x-hubspot-ratelimit-daily": "1000",
    "x-hubspot-ratelimit-daily-remaining": "900",
    "x-hubspot-ratelimit-max": "100",
    "x-hubspot-ratelimit-remaining": "98",
    "x-hubspot-ratelimit-interval-milliseconds": "10000",
}
NONE = said(results=[])
SCOPES = list(needed(SYSTEM))
GOOD = {
    "/owners/2026-03": NONE | {"headers": LIMITS},
    TOKEN_INFO: said(hubId=1, appId=2, scopes=[*SCOPES, "oauth"]),
    **{
        f"/objects/2026-03/{kind}": NONE
        for kind in ("contacts", "companies", "notes", "tasks", "deals", "leads")
    },
    "/contacts/banter_key": said(name="banter_key", hasUniqueValue=True),
    "/contacts/banter_score": said(
        name="banter_score", calculated=False, modificationMetadata={"readOnlyValue": False}
    ),
    "/contacts/lifecyclestage": said(options=[{"value": "lead"}, {"value": SYSTEM.stage}]),
    "/deals/default": said(stages=[{"id": "new"}]),
}


async def test_what_is_in_order_is_good() -> None:
    found = await found_in(SYSTEM, GOOD)
    assert {one.level for one in found} == {"good"}
    assert "900 of 1000 calls of the day are left" in told(found, "good")
    assert "100 calls in 10 s are allowed" in told(found, "good")
    assert "notes can be read" in told(found, "good")


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("/owners/2026-03", 403, "crm.objects.owners.read"),
        ("/objects/2026-03/tasks", 403, "it needs the scope crm.objects.contacts.read"),
        ("/objects/2026-03/leads", 403, "it needs the scope crm.objects.leads.read"),
        ("/contacts/banter_score", 404, "contacts has no banter_score"),
        ("/contacts/banter_score", said(calculated=True), "nobody can write banter_score"),
        (
            "/contacts/banter_score",
            said(modificationMetadata={"readOnlyValue": True}),
            "nobody can write banter_score",
        ),
        ("/contacts/banter_key", said(hasUniqueValue=False), "unique values"),
        ("/contacts/lifecyclestage", said(options=[{"value": "lead"}]), "HUBSPOT_STAGE"),
        ("/deals/default", 404, "no pipeline default"),
        ("/deals/default", said(stages=[]), "no stage new"),
    ],
)
async def test_what_is_not_is_told(path: str, answer: Any, expected: str) -> None:
    (one,) = told(await found_in(SYSTEM, {**GOOD, path: answer}))
    assert expected in one


@pytest.mark.parametrize("kind", ["contacts", "companies", "deals", "leads"])
async def test_a_scope_to_write_that_is_missing_is_named(kind: str) -> None:
    scope = f"crm.objects.{kind}.write"
    scopes = [one for one in SCOPES if one != scope]
    (one,) = told(await found_in(SYSTEM, {**GOOD, TOKEN_INFO: said(scopes=scopes)}))
    assert one.startswith(f"the app lacks {scope}:")


async def test_without_the_scope_for_deals_owners_of_deals_stay_unknown() -> None:
    plain = replace(SYSTEM, pipeline="", deal_stage="")
    found = await found_in(plain, {**GOOD, TOKEN_INFO: said(scopes=list(needed(plain)))})
    (one,) = told(found, "warning")
    assert "crm.objects.deals.read would tell (optional)" in one
    assert told(found) == []


def test_what_is_not_written_needs_no_scope() -> None:
    plain = replace(SYSTEM, pipeline="", deal_stage="", leads=False)
    assert not [one for one in needed(plain) if "deals" in one or "leads" in one]


@pytest.mark.parametrize("status", [400, 401, 403, 404])
async def test_where_scopes_cannot_be_seen_they_are_listed(status: int) -> None:
    found = await found_in(SYSTEM, {**GOOD, TOKEN_INFO: status})
    (one,) = told(found, "warning")
    assert "crm.objects.companies.write" in one
    assert told(found) == []


async def test_the_token_of_an_oauth_app_is_not_asked_about() -> None:
    system = replace(SYSTEM, sign_in=OAuth("https://crm.test/oauth/v1/token", "id", "s"))
    found = await found_in(system, {**GOOD, TOKEN_INFO: httpx.codes.INTERNAL_SERVER_ERROR})
    assert "cannot be seen" in told(found, "warning")[0]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"daily-remaining": "9"}, "9 of 1000 calls of the day are left: see"),
        ({"remaining": "3"}, "3 of 100 calls in 10 s are left: another program"),
        ({"max": "50"}, "only 50 calls in 10 s are allowed, and we make up to 8 a second"),
    ],
)
async def test_limits_that_are_tight_are_a_warning(limits: dict[str, str], expected: str) -> None:
    headers = LIMITS | {f"x-hubspot-ratelimit-{name}": one for name, one in limits.items()}
    found = await found_in(SYSTEM, {**GOOD, "/owners/2026-03": NONE | {"headers": headers}})
    (one,) = told(found, "warning")
    assert expected in one
