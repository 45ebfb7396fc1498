"""console.outcomes_api: S48 and S51, what sales says of leads, by HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.problems import answer_with_problems
from console.outcomes_api import outcomes_router
from storage.outcomes import Outcomes
from tests.console.conftest import API_TOKEN, Firm
from tests.console.gates import api_gate

WON: dict[str, Any] = {"id": "crm-77", "outcome": "won", "amount": 3000.5, "currency": "EUR"}


@pytest.fixture
def outcomes(firm: Firm) -> Outcomes:
    return Outcomes(firm.database)


@pytest.fixture
async def api(firm: Firm, outcomes: Outcomes) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(outcomes_router(outcomes, firm.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


async def test_an_outcome_is_recorded_and_a_repeat_says_so(
    api: httpx.AsyncClient, firm: Firm, outcomes: Outcomes
) -> None:
    lead = await firm.conversation("hello")
    first = await api.post(f"/leads/{lead}/outcome", json=WON)
    again = await api.post(f"/leads/{lead}/outcome", json=WON)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["amount"] == 3000.5
    assert first.json()["at"] == firm.clock.now().isoformat().replace("+00:00", "Z")
    assert len(await outcomes.of(lead)) == 1


async def test_a_lead_that_does_not_exist_is_said_plainly(api: httpx.AsyncClient) -> None:
    response = await api.post("/leads/nobody/outcome", json=WON)
    assert response.status_code == 404
    assert response.json()["type"] == "urn:banter:problem:unknown-lead"
    assert "GET /api/leads" in response.json()["detail"]


async def test_what_was_said_is_read_back_oldest_first(api: httpx.AsyncClient, firm: Firm) -> None:
    lead = await firm.conversation("hello")
    assert (await api.get(f"/leads/{lead}/outcome")).json() == []
    await api.post(f"/leads/{lead}/outcome", json={"outcome": "accepted", "person": "bea"})
    await api.post(f"/leads/{lead}/outcome", json=WON)
    said = (await api.get(f"/leads/{lead}/outcome")).json()
    assert [one["outcome"] for one in said] == ["accepted", "won"]
    assert (said[1]["id"], said[1]["amount"], said[1]["currency"]) == ("crm-77", 3000.5, "EUR")
    assert (await api.get("/leads/nobody/outcome")).status_code == 404


async def test_another_outcome_under_the_same_id_is_refused(
    api: httpx.AsyncClient, firm: Firm, outcomes: Outcomes
) -> None:
    lead = await firm.conversation("hello")
    await api.post(f"/leads/{lead}/outcome", json=WON)
    response = await api.post(f"/leads/{lead}/outcome", json={**WON, "amount": 1})
    assert response.status_code == 409
    assert "crm-77" in response.json()["detail"]
    assert len(await outcomes.of(lead)) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"outcome": "rejected"}, "reason"),
        ({"outcome": "won", "amount": 5}, "together"),
        ({"outcome": "won", "currency": "EUR"}, "together"),
        ({"outcome": "accepted", "amount": 5, "currency": "EUR"}, "won or lost"),
        ({"outcome": "won", "amount": -1, "currency": "EUR"}, "greater"),
        ({"outcome": "won", "amount": 1.005, "currency": "EUR"}, "decimal"),
        ({"outcome": "won", "amount": 5, "currency": "euros"}, "currency"),
        ({"outcome": "perhaps"}, "outcome"),
        ({"outcome": "won", "sum": 5}, "sum"),
        ({"outcome": "won", "at": "2026-03-02T09:00:00"}, "timezone"),
        ({"outcome": "won", "at": "2030-01-01T00:00:00Z"}, "future"),
        ({"outcome": "lost", "reason": "a\u0000b"}, "pattern"),
        ({"outcome": "rejected", "reason": "   "}, "reason"),
        ({"outcome": "won", "amount": 5, "currency": "ZZZ"}, "no currency ZZZ"),
        ({"outcome": "won", "at": "1800-01-01T00:00:00Z"}, "before the year 2000"),
    ],
)
async def test_what_cannot_be_recorded_is_refused_whole(
    api: httpx.AsyncClient, firm: Firm, outcomes: Outcomes, said: dict[str, Any], told: str
) -> None:
    lead = await firm.conversation("hello")
    response = await api.post(f"/leads/{lead}/outcome", json=said)
    assert response.status_code == 422
    assert told in response.json()["detail"]
    assert await outcomes.of(lead) == ()


async def test_blanks_around_the_words_are_left_out(api: httpx.AsyncClient, firm: Firm) -> None:
    lead = await firm.conversation("hello")
    said = {"outcome": "rejected", "reason": "  too small ", "person": " Luis "}
    kept = (await api.post(f"/leads/{lead}/outcome", json=said)).json()
    assert (kept["reason"], kept["person"]) == ("too small", "Luis")


async def test_a_refusal_is_in_our_own_words(api: httpx.AsyncClient, firm: Firm) -> None:
    lead = await firm.conversation("hello")
    refused = (await api.post(f"/leads/{lead}/outcome", json={"outcome": "rejected"})).json()
    assert refused["detail"] == "body: a rejection needs its `reason`: it teaches the script"
    assert "Value error" not in str(refused["errors"])


async def test_without_the_token_nothing_is_recorded(api: httpx.AsyncClient, firm: Firm) -> None:
    lead = await firm.conversation("hello")
    del api.headers["Authorization"]
    response = await api.post(f"/leads/{lead}/outcome", json=WON)
    assert response.status_code == 401
