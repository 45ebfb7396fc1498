"""console.api: leads and hand-overs for programs."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.problems import answer_with_problems
from console.api import api_router
from tests.console.conftest import API_TOKEN, Firm
from tests.console.gates import api_gate


@pytest.fixture
async def api(firm: Firm) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(firm.app()),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


class TestTheToken:
    @pytest.mark.parametrize("path", ["/handovers", "/leads", "/leads/x"])
    @pytest.mark.parametrize("token", [None, "Bearer wrong", "Bearer", "Basic abc", "Bearer ñ"])
    async def test_without_the_right_one_there_is_nothing(
        self, api: httpx.AsyncClient, path: str, token: str | None
    ) -> None:
        del api.headers["Authorization"]
        headers = [(b"Authorization", token.encode())] if token else []
        response = await api.get(path, headers=headers)
        assert response.status_code == 401
        assert response.json()["type"] == "urn:banter:problem:bad-token"
        assert response.headers["www-authenticate"] == "Bearer"

    @pytest.mark.parametrize("token", ["", "x"])
    async def test_a_server_without_one_is_opened_by_keys_alone(
        self, firm: Firm, token: str
    ) -> None:
        app = FastAPI()
        answer_with_problems(app)
        app.include_router(api_router(firm.leads, firm.replies, firm.clock, api_gate("")))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            headers = {"Authorization": f"Bearer {token}"}
            response = await client.get("/api/handovers", headers=headers)
        assert response.status_code == 401
        assert "a key of the console" in response.json()["detail"]


class TestHandovers:
    async def test_have_the_verdict_with_its_quotes_and_reasons(
        self, api: httpx.AsyncClient, firm: Firm
    ) -> None:
        conversation = await firm.lead()
        page = (await api.get("/handovers")).json()
        (handover,) = page["items"]
        assert page["next"] is None
        assert handover["verdict"] == "qualified"
        assert handover["conversation"] == conversation
        assert [one["keys"] for one in handover["reasons"]] == [["need"], ["budget"]]
        assert handover["contact"] == {"name": "Ana López"}
        assert (handover["score"], handover["tier"]) == (45, "warm")
        assert handover["score_lines"] == [
            {"rule": "need:positive", "points": 20},
            {"rule": "budget:positive", "points": 25},
        ]
        budget: dict[str, Any] = handover["criteria"][1]
        said = await firm.transcript(conversation)
        assert budget == {
            "key": "budget",
            "state": "positive",
            "value": {
                "min": 4000,
                "max": 4000,
                "currency": "EUR",
                "period": "year",
                "approximate": False,
            },
            "quote": "about 4000 euros a year",
            "message": said[2].id,
            "rule": "positive",
            "source": "prospect",
        }
        (delivery,) = handover["deliveries"]
        assert (delivery["system"], delivery["state"]) == ("webhook", "queued")

    async def test_come_in_pages_newest_first(self, api: httpx.AsyncClient, firm: Firm) -> None:
        made = [await firm.lead() for _ in range(5)]
        seen, after = [], None
        while True:
            query = {"limit": "2"} | ({"after": after} if after else {})
            page = (await api.get("/handovers", params=query)).json()
            seen += [item["conversation"] for item in page["items"]]
            after = page["next"]
            if after is None:
                break
        assert seen == made[::-1]

    @pytest.mark.parametrize(
        "query", ["after=junk", "limit=0", "limit=201", "limit=x", "after=%00"]
    )
    async def test_a_query_that_cannot_be_is_a_422(
        self, api: httpx.AsyncClient, query: str
    ) -> None:
        response = await api.get(f"/handovers?{query}")
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"


class TestLeads:
    async def test_are_every_conversation_newest_first(
        self, api: httpx.AsyncClient, firm: Firm
    ) -> None:
        lead = await firm.lead()
        open_one = await firm.conversation("Hi")
        items = (await api.get("/leads")).json()["items"]
        assert [item["conversation"] for item in items] == [open_one, lead]
        assert [item["verdict"] for item in items] == ["undecided", "qualified"]
        assert items[0]["handover"] is None
        assert items[1]["handover"] is not None

    async def test_come_in_pages(self, api: httpx.AsyncClient, firm: Firm) -> None:
        made = [await firm.conversation("Hi") for _ in range(3)]
        first = (await api.get("/leads?limit=2")).json()
        second = (await api.get("/leads", params={"after": first["next"]})).json()
        seen = [item["conversation"] for item in first["items"] + second["items"]]
        assert seen == made[::-1]
        assert second["next"] is None

    async def test_a_bad_place_in_the_list_is_a_422(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/leads?after=junk")
        assert response.json()["type"] == "urn:banter:problem:bad-cursor"

    async def test_one_has_its_words_and_where_it_stands(
        self, api: httpx.AsyncClient, firm: Firm
    ) -> None:
        conversation = await firm.lead()
        lead = (await api.get(f"/leads/{conversation}")).json()
        assert lead["verdict"] == lead["standing"]["verdict"] == "qualified"
        assert lead["standing"]["criteria"][0]["quote"] == "We need a CRM"
        assert lead["standing"]["open_questions"] == ["Do you ship to Malta?"]
        assert [message["seq"] for message in lead["transcript"]] == [1, 2, 3, 4, 5]
        assert len(lead["handovers"]) == 1
        assert lead["phase"] == "closed"

    async def test_one_that_has_not_qualified_yet_says_what_is_open(
        self, api: httpx.AsyncClient, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Hi")
        lead = (await api.get(f"/leads/{conversation}")).json()
        assert lead["standing"]["verdict"] == "undecided"
        assert lead["standing"]["unknown"] == ["need", "budget"]
        assert lead["asked"] == "need"

    async def test_an_id_that_cannot_be_is_a_422(self, api: httpx.AsyncClient) -> None:
        assert (await api.get("/leads/%00")).status_code == 422

    async def test_an_unknown_one_is_a_404(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/leads/nobody")
        assert response.status_code == 404
        assert response.json()["type"] == "urn:banter:problem:unknown-conversation"
