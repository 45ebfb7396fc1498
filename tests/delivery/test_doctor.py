"""What `doctor` finds in each system, by look-ups alone."""

import json
from collections.abc import Mapping
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from delivery.calls import Call
from delivery.connection import Connection
from delivery.doctor import Checks, Finding, examine
from delivery.hubspot import HubSpot
from delivery.salesforce import Salesforce
from delivery.signing_in import StaticToken
from delivery.sugarcrm import SugarCrm
from delivery.system import System
from delivery.system_checks import checks_of
from delivery.zoho import Zoho
from tests.fakes.clock import FakeClock
from tests.fakes.grants import FakeGrants

READS = {"GET", "HEAD"}


class Served:
    """A system that answers by path, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Any], clock: FakeClock) -> None:
        self.answers = answers
        self.asked: list[httpx.Request] = []
        self.ahead = timedelta()
        self._clock = clock

    def answer(self, request: httpx.Request) -> httpx.Response:
        if "token" in request.url.path:
            return httpx.Response(200, json={"access_token": "t", "expires_in": 3600})
        self.asked.append(request)
        found = next(
            (one for end, one in self.answers.items() if request.url.path.endswith(end)), 404
        )
        headers = {"date": format_datetime(self._clock.now() + self.ahead, usegmt=True)}
        if isinstance(found, int):
            return httpx.Response(found, headers=headers, json={"message": "no"})
        return httpx.Response(200, headers=headers | found.get("headers", {}), json=found["json"])


async def found_in(
    system: System, answers: Mapping[str, Any], ahead: timedelta = timedelta()
) -> list[Finding]:
    """What is found; all that leaves is a reading request."""
    clock = FakeClock()
    served = Served(answers, clock)
    served.ahead = ahead
    client = httpx.AsyncClient(transport=httpx.MockTransport(served.answer))
    checks = checks_of(system)
    assert checks is not None
    found = await examine(Connection(system, client, FakeGrants(), clock), checks)
    assert {one.method for one in served.asked} <= READS
    return found


def bad(found: list[Finding]) -> list[str]:
    return [one.said for one in found if one.level == "bad"]


def said(**body: Any) -> dict[str, Any]:
    return {"json": body}


HUBSPOT = HubSpot(
    StaticToken("t"),
    base_url="https://crm.test",
    key_property="banter_key",
    extra={"score": "banter_score"},
    pipeline="default",
    deal_stage="new",
)
HUBSPOT_GOOD = {
    "/owners/2026-03": said(results=[])
    | {
        "headers": {
            "x-hubspot-ratelimit-daily": "1000",
            "x-hubspot-ratelimit-daily-remaining": "900",
        }
    },
    "/contacts/banter_key": said(name="banter_key", hasUniqueValue=True),
    "/contacts/banter_score": said(name="banter_score"),
    "/deals/default": said(stages=[{"id": "new"}]),
}


class TestHubSpot:
    async def test_what_is_in_order_is_good(self) -> None:
        found = await found_in(HUBSPOT, HUBSPOT_GOOD)
        assert {one.level for one in found} == {"good"}
        assert "900 of 1000 calls of the day are left" in [one.said for one in found]

    @pytest.mark.parametrize(
        ("path", "answer", "expected"),
        [
            ("/owners/2026-03", 403, "crm.objects.owners.read"),
            ("/contacts/banter_score", 404, "contacts has no banter_score"),
            ("/contacts/banter_key", said(hasUniqueValue=False), "unique values"),
            ("/deals/default", 404, "no pipeline default"),
            ("/deals/default", said(stages=[]), "no stage new"),
        ],
    )
    async def test_what_is_not_is_told(self, path: str, answer: Any, expected: str) -> None:
        (one,) = bad(await found_in(HUBSPOT, {**HUBSPOT_GOOD, path: answer}))
        assert expected in one

    async def test_few_calls_left_are_a_warning(self) -> None:
        few = {"x-hubspot-ratelimit-daily": "1000", "x-hubspot-ratelimit-daily-remaining": "9"}
        owners = said(results=[]) | {"headers": few}
        found = await found_in(HUBSPOT, {**HUBSPOT_GOOD, "/owners/2026-03": owners})
        assert [one.about for one in found if one.level == "warning"] == ["limits"]

    async def test_a_token_that_is_refused_ends_it(self) -> None:
        (one,) = bad(await found_in(HUBSPOT, {**HUBSPOT_GOOD, "/owners/2026-03": 401}))
        assert "check its token" in one

    async def test_clocks_that_are_apart_are_told(self) -> None:
        (one,) = bad(await found_in(HUBSPOT, HUBSPOT_GOOD, ahead=timedelta(minutes=9)))
        assert "540 s apart" in one


SALESFORCE = Salesforce(
    "https://crm.test",
    "id",
    "s",
    records="contact",
    opportunity_stage="New",
    extra={"tier": "T__c"},
)
KEY = {"name": "Banter_Id__c", "externalId": True, "unique": True}
SALESFORCE_GOOD = {
    "/Contact/describe": said(fields=[KEY, {"name": "T__c"}]),
    "/Account/describe": said(fields=[KEY]),
    "/Opportunity/describe": said(fields=[KEY]),
    "/Note/describe": said(createable=True),
    "/Task/describe": said(createable=True),
    "/limits": said(DailyApiRequests={"Max": 15000, "Remaining": 14000}),
}


class TestSalesforce:
    async def test_what_is_in_order_is_good(self) -> None:
        found = await found_in(SALESFORCE, SALESFORCE_GOOD)
        assert {one.level for one in found} == {"good"}

    @pytest.mark.parametrize(
        ("path", "answer", "expected"),
        [
            ("/Account/describe", said(fields=[]), "Account has no Banter_Id__c"),
            ("/Contact/describe", said(fields=[KEY]), "Contact has no T__c"),
            ("/Opportunity/describe", 404, "Opportunity cannot be read (404)"),
            ("/Task/describe", said(createable=False), "may not create a Task"),
            ("/Note/describe", 403, "may not create a Note"),
            (
                "/Account/describe",
                said(fields=[{**KEY, "unique": False}]),
                "External ID and Unique",
            ),
        ],
    )
    async def test_what_is_not_is_told(self, path: str, answer: Any, expected: str) -> None:
        (one,) = bad(await found_in(SALESFORCE, {**SALESFORCE_GOOD, path: answer}))
        assert expected in one


ZOHO = Zoho("id", "s", "refresh-1", extra={"tier": "Tier"})
ZOHO_FIELDS = [
    {"api_name": "Banter_Id", "unique": {"casesensitive": "false"}},
    {"api_name": "Tier"},
]
ZOHO_GOOD = {
    "/users": said(users=[]),
    "/Leads/search": said(data=[]),
    "/settings/fields": said(fields=ZOHO_FIELDS),
}


class TestZoho:
    async def test_what_is_in_order_is_good(self) -> None:
        assert {one.level for one in await found_in(ZOHO, ZOHO_GOOD)} == {"good"}

    async def test_what_is_not_is_told(self) -> None:
        loose = said(fields=[{"api_name": "Banter_Id", "unique": {}}])
        found = bad(await found_in(ZOHO, {**ZOHO_GOOD, "/settings/fields": loose}))
        assert found == [
            "Leads has no Tier: make it there, or name another in the settings",
            "Banter_Id must not allow duplicate values",
        ]

    async def test_without_the_scope_for_searches_that_is_told(self) -> None:
        found = bad(await found_in(ZOHO, {**ZOHO_GOOD, "/Leads/search": 401}))
        assert found == [
            "what a search finds cannot be read (401): needs the scope ZohoSearch.securesearch.READ"
        ]

    async def test_without_the_scope_for_fields_that_is_a_warning(self) -> None:
        found = await found_in(ZOHO, {**ZOHO_GOOD, "/settings/fields": 403})
        assert [one.about for one in found if one.level == "warning"] == ["fields"]


def described(*names: str) -> dict[str, Any]:
    return said(modules={"Leads": {"fields": {name: {} for name in names}}})


class TestSugarCrm:
    @pytest.mark.parametrize("key", ["sync_key", "banter_id_c"])
    async def test_what_is_in_order_is_good(self, key: str) -> None:
        system = SugarCrm("https://crm.test", "u", "secret", key=key, extra={"tier": "tier_c"})
        admin = said(current_user={"type": "admin"})
        good = {"/metadata": described("banter_id_c", "tier_c"), "/me": admin}
        assert {one.level for one in await found_in(system, good)} == {"good"}

    async def test_what_is_not_is_told(self) -> None:
        system = SugarCrm("https://crm.test", "u", "secret", extra={"tier": "tier_c"})
        user = said(current_user={"type": "user"})
        found = bad(await found_in(system, {"/metadata": described(), "/me": user}))
        assert "Leads has no tier_c" in found[0]
        assert "sync_key needs an administrator" in found[1]


async def test_a_check_that_would_change_something_is_our_mistake() -> None:
    def careless() -> Checks:
        yield Call("lead", "POST", "/x", body=json.loads("{}"))
        return []

    client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    connection = Connection(HUBSPOT, client, FakeGrants(), FakeClock())
    with pytest.raises(AssertionError, match="no look-up"):
        await examine(connection, careless())


def test_a_system_without_checks_has_none() -> None:
    class Other:
        name = "other"

    assert checks_of(Other()) is None  # type: ignore[arg-type]
