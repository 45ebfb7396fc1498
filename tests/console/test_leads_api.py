"""console.leads_api: forms bring in leads, and the near misses among them are listed."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.chat.sessions import Sessions
from channels.problems import answer_with_problems
from console.api import api_router
from console.leads_api import LeadDesk, leads_router
from qualification.analytics.holdout import drawn
from tests.console.conftest import API_TOKEN, SCRIPT, Firm
from tests.console.gates import api_gate

CRM = SCRIPT + "forms: [crm-demo]\npages: [/crm/**]\ntopics: {en: [CRM]}\nholdout: 50 %\n"
CRM += "score: {tiers: {hot: 60, warm: 30, nurture: 0}}\n"
WORKS = SCRIPT.replace("crm-suite", "works") + "forms: [quote]\ntopics: {en: [renovation]}\n"
ANA = {"name": "Ana Ruiz", "email": "Ana@Acme.example"}


@pytest.fixture
async def api(firm: Firm) -> AsyncIterator[httpx.AsyncClient]:
    for text in (CRM, WORKS):
        await firm.scripts.publish(text, origin="file")
    app = FastAPI()
    answer_with_problems(app)
    desk = LeadDesk(firm.conductor, firm.scripts, Sessions("secret", firm.clock), firm.clock)
    app.include_router(leads_router(desk, api_gate()))
    app.include_router(api_router(firm.leads, firm.replies, firm.clock, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


async def bring(api: httpx.AsyncClient, **lead: Any) -> dict[str, Any]:
    """A lead that is taken."""
    response = await api.post("/leads", json={"contact": ANA, **lead})
    assert response.status_code == 201, response.text
    found: dict[str, Any] = response.json()
    return found


@pytest.mark.parametrize(
    ("lead", "script", "chosen_by"),
    [
        ({"script": "works", "form": "crm-demo"}, "works", "named"),
        ({"form": "quote", "page": "/crm/prices"}, "works", "form"),
        ({"form": "unknown", "page": "https://acme.example/crm/prices"}, "crm-suite", "page"),
        ({"message": "We want a renovation"}, "works", "first_message"),
        ({"message": "Hello"}, "reception", None),
        ({"message": "\u200e \x07"}, "reception", None),
        ({}, "reception", None),
    ],
)
async def test_the_script_is_chosen_and_by_what_is_on_record(
    api: httpx.AsyncClient, lead: dict[str, str], script: str, chosen_by: str | None
) -> None:
    found = await bring(api, **lead)
    assert (found["script"], found["chosen_by"]) == (script, chosen_by)
    shown = (await api.get(f"/leads/{found['conversation']}")).json()
    assert (shown["script"], shown["chosen_by"]) == (script, chosen_by)
    assert shown["email"] == "ana@acme.example"
    assert bool(found["choices"]) is (script == "reception")


async def test_of_the_pages_address_nothing_personal_is_the_source(
    api: httpx.AsyncClient,
) -> None:
    found = await bring(api, page="https://acme.example/crm/prices?email=zoe@x.example#token")
    shown = (await api.get(f"/leads/{found['conversation']}")).json()
    assert shown["source"] == "https://acme.example/crm/prices"


async def test_what_the_form_tells_may_be_enough_for_sales_and_is_not_asked(
    api: httpx.AsyncClient, firm: Firm
) -> None:
    answers = {"need": "To call back", "budget": "5000 euros", "nonsense": "x"}
    found = await bring(api, form="crm-demo", answers=answers)
    assert found["verdict"] == "qualified"
    assert found["unread"] == ["nonsense"]
    (handover,) = (await api.get("/handovers")).json()["items"]
    assert (handover["chosen_by"], handover["source"]) == ("form", "form:crm-demo")
    assert handover["contact"] == {"name": "Ana Ruiz", "email": "ana@acme.example"}
    assert firm.jobs


async def test_a_message_is_answered_and_the_token_goes_on_with_it(
    api: httpx.AsyncClient,
) -> None:
    found = await bring(api, form="crm-demo", message="We have 5000 euros a year")
    (reply,) = found["messages"]
    assert reply["text"].startswith("I am an assistant.")
    assert found["asked"] == "need"
    shown = (await api.get(f"/leads/{found['conversation']}")).json()
    quotes = {one["key"]: one["quote"] for one in shown["standing"]["criteria"]}
    assert quotes["budget"] == "5000 euros a year"
    assert found["token"].startswith(found["conversation"])


async def test_the_same_id_again_is_the_same_lead(api: httpx.AsyncClient) -> None:
    lead = {"id": "form-17", "form": "crm-demo", "message": "We need help with sales"}
    first, again = await bring(api, **lead), await bring(api, **lead)
    assert (first["repeat"], again["repeat"]) == (False, True)
    assert again["conversation"] == first["conversation"]
    assert again["messages"] == first["messages"]
    listed = (await api.get("/leads")).json()["items"]
    assert len(listed) == 1
    empty = {"id": "form-18", "form": "crm-demo"}
    assert (await bring(api, **empty))["conversation"] == (await bring(api, **empty))[
        "conversation"
    ]


@pytest.mark.parametrize(
    ("lead", "status", "field"),
    [
        ({"contact": {}}, 422, "body.contact"),
        ({"contact": {"email": "ana"}}, 422, "body.contact.email"),
        ({"contact": {"phone": "12"}}, 422, "body.contact.phone"),
        ({"contact": ANA, "score": 100}, 422, "body.score"),
    ],
)
async def test_what_is_wrong_is_named_and_nothing_is_taken(
    api: httpx.AsyncClient, lead: dict[str, Any], status: int, field: str
) -> None:
    response = await api.post("/leads", json=lead)
    assert response.status_code == status
    assert [one["field"] for one in response.json()["errors"]] == [field]
    assert (await api.get("/leads")).json()["items"] == []


async def test_answers_need_a_script_to_belong_to(api: httpx.AsyncClient) -> None:
    refused = await api.post("/leads", json={"contact": ANA, "answers": {"need": "x"}})
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:banter:problem:unplaced")
    unknown = await api.post("/leads", json={"contact": ANA, "script": "gone"})
    assert unknown.status_code == 404


async def test_a_share_of_the_near_misses_is_listed_for_people(api: httpx.AsyncClient) -> None:
    """S56: whom the rules lose is found out."""
    low = {"need": "To call back", "budget": "100 euros"}
    missed = [await bring(api, form="crm-demo", answers=low) for _ in range(8)]
    assert {one["verdict"] for one in missed} == {"unqualified"}
    wanted = {one["conversation"] for one in missed if drawn(one["conversation"], 0.5)}
    listed = (await api.get("/leads", params={"review": "1"})).json()["items"]
    assert {one["conversation"] for one in listed} == wanted
    assert all(one["review_since"] for one in listed)
    everybody = (await api.get("/leads")).json()["items"]
    assert sum(one["review_since"] is None for one in everybody) == 8 - len(wanted)
