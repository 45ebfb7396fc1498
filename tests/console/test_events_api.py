"""console.events_api: S31 and S36, what leads did, by HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.problems import answer_with_problems
from console.api import api_router
from console.events_api import MOST, events_router
from storage.behaviour import StoredBehaviour
from tests.console import conftest
from tests.console.conftest import API_TOKEN, Firm
from tests.console.gates import api_gate

SCORE = "score: {engagement: {lines: [{event: price_page, points: 40}]}}\n"


@pytest.fixture
async def lead(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(conftest, "SCRIPT", conftest.SCRIPT + SCORE)
    return await firm.lead()


@pytest.fixture
async def api(firm: Firm) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    behaviour = StoredBehaviour(firm.database, firm.scripts, firm.clock)
    app.include_router(events_router(behaviour, api_gate()))
    app.include_router(api_router(firm.leads, firm.replies, firm.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


def event(firm: Firm, **parts: Any) -> dict[str, Any]:
    """An event as a web site tells it."""
    return {"id": "web-1", "kind": "price_page", "at": firm.clock.now().isoformat(), **parts}


@pytest.mark.parametrize("way", ["lead", "session"])
async def test_events_are_taken_once_and_show_in_the_lead_and_its_history(
    api: httpx.AsyncClient, firm: Firm, lead: str, way: str
) -> None:
    batch = {
        "events": [
            event(firm, **{way: lead}),
            event(firm, id="web-2", kind="page_view", seconds=45, **{way: lead}),
        ]
    }
    before = (await api.get(f"/leads/{lead}")).json()
    first = await api.post("/events", json=batch)
    again = await api.post("/events", json=batch)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == {"recorded": 2, "repeated": 0, "leads": 1}
    assert again.json() == {"recorded": 0, "repeated": 2, "leads": 0}
    after = (await api.get(f"/leads/{lead}")).json()
    assert after["score"] == after["standing"]["score"] == before["score"] + 40
    (listed,) = (await api.get("/leads")).json()["items"]
    assert listed["score"] == after["score"]
    history = after["history"]
    assert [one["verdict"] for one in history["verdict"]] == ["qualified"]
    assert [one["cause"] for one in history["score"]] == ["turn", "event"]
    assert history["score"][1]["added"] == [{"rule": "event:price_page", "points": 40}]
    assert history["score"][1]["removed"] == []
    assert [(one["kind"], one["seconds"]) for one in history["behaviour"]] == [
        ("price_page", None),
        ("page_view", 45),
    ]


@pytest.mark.parametrize(
    ("parts", "problem", "told"),
    [
        ({"lead": "nobody"}, "unknown-lead", "on record"),
        ({"email": "Nobody@Example.com"}, "unknown-lead", "on record"),
        ({"phone": "+34 600 00 00 00"}, "unknown-lead", "on record"),
        ({"kind": "prices"}, "unknown-event", "price_page"),
        ({"at": "2100-01-01T00:00:00Z"}, "future-event", "ahead"),
        ({"at": "1999-12-31T23:59:59Z"}, "invalid", "2000"),
        ({"at": "2026-01-01T00:00:00"}, "invalid", "timezone"),
        ({"phone": "600000000"}, "invalid", "+34600000000"),
        ({"email": "ana"}, "invalid", "no @"),
        ({"email": "a@example.com", "phone": "+34600000000"}, "invalid", "one of"),
        ({"kind": "Price page"}, "invalid", "kind"),
        ({"seconds": -1}, "invalid", "seconds"),
        ({"points": 100}, "invalid", "points"),
        ({"id": ""}, "invalid", "id"),
    ],
)
async def test_one_mistake_refuses_the_batch_and_says_where_it_is(
    api: httpx.AsyncClient, firm: Firm, lead: str, parts: dict[str, Any], problem: str, told: str
) -> None:
    named = {} if {"lead", "email", "phone"} & parts.keys() else {"lead": lead}
    if parts.keys() == {"email", "phone"}:
        named = {}
    wrong = event(firm, **{"id": "web-2", **named, **parts})
    response = await api.post("/events", json={"events": [event(firm, lead=lead), wrong]})
    assert response.status_code == 422
    document = response.json()
    assert document["type"] == f"urn:banter:problem:{problem}"
    (field,) = document["errors"]
    assert field["field"].startswith("body.events.1")
    assert told in field["message"] + field["field"]
    assert (await api.get(f"/leads/{lead}")).json()["history"]["behaviour"] == []


async def test_whose_event_it_is_must_be_said(api: httpx.AsyncClient, firm: Firm) -> None:
    response = await api.post("/events", json={"events": [event(firm)]})
    assert response.status_code == 422
    assert "`session`" in response.json()["detail"]


@pytest.mark.parametrize("count", [0, MOST + 1])
async def test_a_batch_has_one_event_to_a_thousand(
    api: httpx.AsyncClient, firm: Firm, lead: str, count: int
) -> None:
    events = [event(firm, id=f"web-{place}", lead=lead) for place in range(count)]
    assert (await api.post("/events", json={"events": events})).status_code == 422


async def test_a_full_batch_is_taken(api: httpx.AsyncClient, firm: Firm, lead: str) -> None:
    events = [event(firm, id=f"web-{place}", lead=lead) for place in range(MOST)]
    response = await api.post("/events", json={"events": events})
    assert response.json() == {"recorded": MOST, "repeated": 0, "leads": 1}


async def test_without_the_token_nothing_is_taken(
    api: httpx.AsyncClient, firm: Firm, lead: str
) -> None:
    del api.headers["Authorization"]
    response = await api.post("/events", json={"events": [event(firm, lead=lead)]})
    assert response.status_code == 401
