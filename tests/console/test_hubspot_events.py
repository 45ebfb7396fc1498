"""console.hubspot_events: HubSpot calls, and what it names is looked at once."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from agent.news import Touched
from channels.problems import answer_with_problems
from console.hubspot_events import HubSpotDesk, hubspot_router, sign
from tests.fakes.clock import FakeClock

SECRET = "the client secret"
ADDRESS = "https://banter.example"
PATH = "/webhooks/hubspot/events"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def event(what: str = "contact.propertyChange", of: int = 101, **more: Any) -> dict[str, Any]:
    """As HubSpot sends one, with more than we read."""
    known = {
        "eventId": 1,
        "subscriptionId": 2,
        "portalId": 3,
        "appId": 4,
        "occurredAt": 1_772_452_800_000,
        "subscriptionType": what,
        "attemptNumber": 0,
        "objectId": of,
        "changeSource": "CRM_UI",
    }
    if what == "contact.propertyChange":
        known |= {"propertyName": "hs_lead_status", "propertyValue": "IN_PROGRESS"}
    return {**known, **more}


class Account:
    """Calls us, as HubSpot does."""

    def __init__(self, browser: httpx.AsyncClient, clock: FakeClock) -> None:
        self.browser = browser
        self.clock = clock
        self.told: list[tuple[str, list[tuple[Touched, str]]]] = []

    async def touched(self, system: str, changes: Sequence[tuple[Touched, str]]) -> None:
        self.told.append((system, list(changes)))

    async def call(
        self,
        events: object,
        *,
        secret: str = SECRET,
        late: int = 0,
        body: bytes | None = None,
        path: str = PATH,
        signed: str = f"{ADDRESS}{PATH}",
        shown: bytes | None = None,
    ) -> httpx.Response:
        body = json.dumps(events).encode() if body is None else body
        at = str(int((self.clock.now().timestamp() - late) * 1000))
        base = f"POST{signed}".encode() + body + at.encode()
        digest = hmac.new(secret.encode(), base, hashlib.sha256).digest()
        headers = {
            b"X-HubSpot-Signature-v3": shown or base64.b64encode(digest),
            b"X-HubSpot-Request-Timestamp": at.encode(),
            b"Content-Type": b"application/json",
        }
        return await self.browser.post(path, content=body, headers=headers)


@pytest.fixture
async def account() -> AsyncIterator[Account]:
    app, clock = FastAPI(), FakeClock(NOON)
    answer_with_problems(app)
    inside = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=inside, base_url="http://10.0.0.7:8000") as client:
        made = Account(client, clock)
        app.include_router(hubspot_router(HubSpotDesk(SECRET, ADDRESS, made, clock)))
        yield made


async def test_a_call_names_the_records_to_look_at(account: Account) -> None:
    of_object = {"objectTypeId": "0-3", "propertyName": "dealstage"}
    events = [
        event(),
        event("deal.creation", 7),
        event("object.propertyChange", 8, **of_object),
        event(of=102, propertyName="hubspot_owner_id", occurredAt=5),
    ]
    assert (await account.call(events)).status_code == 204
    at = "1772452800000"
    assert account.told == [
        (
            "hubspot",
            [
                (Touched("person", "101"), at),
                (Touched("deal", "7"), at),
                (Touched("deal", "8"), at),
                (Touched("person", "102"), "5"),
            ],
        )
    ]


@pytest.mark.parametrize(
    "ignored",
    [
        event("contact.deletion"),
        event("ticket.propertyChange"),
        event("something.new"),
        event("object.propertyChange", objectTypeId="0-2"),
        event("contact.propertyChange", propertyName="jobtitle"),
    ],
    ids=lambda one: str(one["subscriptionType"]),
)
async def test_what_tells_nothing_of_a_lead_is_passed_over(
    account: Account, ignored: dict[str, Any]
) -> None:
    assert (await account.call([ignored])).status_code == 204
    assert account.told == [("hubspot", [])]


async def test_only_what_hubspot_signed_a_moment_ago_is_taken(account: Account) -> None:
    events = [event()]
    refused = [
        await account.call(events, secret="another"),
        await account.call(events, late=301),
        await account.call(events, late=-301),
        await account.call(events, signed=f"https://evil.example{PATH}"),
        await account.call(events, path=f"{PATH}?more=1"),
        await account.call(events, shown="é".encode()),
        await account.browser.post(PATH, json=events),
    ]
    assert [one.status_code for one in refused] == [403] * 7
    assert account.told == []
    assert (await account.call(events, late=299)).status_code == 204


async def test_without_a_secret_every_call_is_refused(account: Account) -> None:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(hubspot_router(HubSpotDesk("", ADDRESS, account, account.clock)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url=ADDRESS
    ) as account.browser:
        assert (await account.call([event()], secret="")).status_code == 403


async def test_what_is_no_list_of_events_is_told(account: Account) -> None:
    for body in (b"", b"{", b"{}", b"[1]", b'[{"objectId": 1}]', b"\xff"):
        assert (await account.call(None, body=body)).status_code == 400
    assert (await account.call([])).status_code == 204


def test_an_address_is_signed_as_they_write_it() -> None:
    """HubSpot's guide names the characters that are not escaped in what they sign."""
    written = f"{ADDRESS}{PATH}?a=%40b%2Fc%2c%20d"
    assert sign(SECRET, written, b"", "1") == sign(SECRET, f"{ADDRESS}{PATH}?a=@b/c,%20d", b"", "1")
