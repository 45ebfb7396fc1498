"""console.planned_api: who is to hear from us, by HTTP, and calling it off."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from channels.problems import answer_with_problems
from console.api import api_router
from console.planned_api import planned_router
from tests.console.conftest import API_TOKEN
from tests.console.gates import api_gate
from tests.databases import database, database_url, sqlite_template
from tests.storage.conftest import Store
from tests.storage.patience import Office

__all__ = ["database", "database_url", "sqlite_template"]


@pytest.fixture
def office(database: object) -> Office:
    """One process."""
    return Office(Store(database))  # type: ignore[arg-type]


@pytest.fixture
async def api(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    store = office.store
    app.include_router(planned_router(office.planned, office.conductor, api_gate()))
    app.include_router(api_router(store.leads, store.replies, office.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


async def test_what_is_planned_is_shown_with_its_reason(
    api: httpx.AsyncClient, office: Office
) -> None:
    lead = await office.lead()
    (item,) = (await api.get("/planned")).json()["items"]
    (plan,) = item["plans"]
    assert item["conversation"] == lead
    assert (plan["by"], plan["why"]) == ("agent", "requalify")
    assert plan["rule"] == "requalify: 1 of 2, 90 days after"
    assert plan["because"] == "They are unqualified (all_of failed: budget)."
    assert plan["asks"] == ["budget"]
    shown = (await api.get(f"/leads/{lead}")).json()
    assert shown["planned"] == [plan]
    assert shown["left_alone"] is None


async def test_the_list_is_cut_into_pages(api: httpx.AsyncClient, office: Office) -> None:
    for one in range(3):
        await office.lead(number=f"+3460011100{one}")
    first = (await api.get("/planned", params={"limit": 2})).json()
    second = (await api.get("/planned", params={"limit": 2, "after": first["next"]})).json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (2, 1, None)
    bad = await api.get("/planned", params={"after": "nonsense"})
    assert bad.json()["type"] == "urn:banter:problem:bad-cursor"


async def test_it_can_be_called_off_and_twice_is_once(
    api: httpx.AsyncClient, office: Office
) -> None:
    lead = await office.lead()
    for _ in range(2):
        response = await api.delete(f"/leads/{lead}/planned", params={"by": "Marta"})
        assert response.status_code == 204
    shown = (await api.get(f"/leads/{lead}")).json()
    assert (shown["planned"], shown["left_alone"]) == ([], "Marta")
    assert (await api.get("/planned")).json() == {"items": [], "next": None}


async def test_a_lead_that_does_not_exist_is_said_plainly(api: httpx.AsyncClient) -> None:
    response = await api.delete("/leads/nobody/planned")
    assert (response.status_code, response.json()["type"]) == (
        404,
        "urn:banter:problem:unknown-lead",
    )


async def test_the_history_tells_what_was_put_aside(api: httpx.AsyncClient, office: Office) -> None:
    lead = await office.lead()
    await office.passes(days=91)
    history = (await api.get(f"/leads/{lead}")).json()["history"]["verdict"]
    assert [(one["verdict"], one["cause"]) for one in history] == [
        ("unqualified", None),
        ("undecided", "requalify"),
    ]


async def test_without_the_token_nothing_is_told(api: httpx.AsyncClient) -> None:
    nobody = {"Authorization": "Bearer another"}
    assert (await api.get("/planned", headers=nobody)).status_code == 401
    assert (await api.delete("/leads/x/planned", headers=nobody)).status_code == 401
