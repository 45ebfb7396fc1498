"""channels.chat.events: the fallback of chats whose sockets are blocked."""

import asyncio

import httpx
import pytest

from agent.happenings import Lagged, Partial, Typing
from channels.chat import events
from channels.chat.desk import Desk
from tests.channels.conftest import Visitor
from tests.fakes.conductor import FakeConductor


@pytest.fixture
async def live(server: str, visitor: Visitor) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"http://{server}", headers=visitor.headers, timeout=5)


class TestEvents:
    async def test_replay_and_news_come_with_the_seq_as_their_id(
        self, live: httpx.AsyncClient, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        async with live, live.stream("GET", "/chat/events") as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            lines = response.aiter_lines()
            replay = [await anext(lines) for _ in range(10)]
            conductor.happen(visitor.session, Typing(True), Partial("m", "I see.", 0))
            conductor.speak(visitor.session, "I see. And you?")
            news = [await anext(lines) for _ in range(9)]
        assert replay[:2] == ["id: 1", "event: message"]
        assert [line for line in replay if line.startswith("event")] == [
            "event: message",
            "event: phase",
            "event: ready",
        ]
        assert news[:2] == ["event: typing", 'data: {"type":"typing","on":true}']
        assert news[3] == "event: delta"
        assert news[6:8] == ["id: 2", "event: message"]

    @pytest.mark.parametrize(
        ("query", "last"), [("?after=1", ""), ("", "1"), ("?after=0", "1"), ("?after=1", "junk")]
    )
    async def test_it_resumes_after_the_last_message_known(
        self,
        live: httpx.AsyncClient,
        visitor: Visitor,
        conductor: FakeConductor,
        query: str,
        last: str,
    ) -> None:
        conductor.speak(visitor.session, "Two")
        headers = {"Last-Event-ID": last} if last else {}
        async with live, live.stream("GET", f"/chat/events{query}", headers=headers) as response:
            assert await anext(response.aiter_lines()) == "id: 2"

    async def test_a_silent_line_is_kept_alive(
        self, live: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(events, "BEAT_SECONDS", 0.02)
        async with live, live.stream("GET", "/chat/events?after=1") as response:
            lines = response.aiter_lines()
            assert [await anext(lines) for _ in range(7)][6] == ": still here"

    async def test_a_record_that_cannot_be_read_ends_it_so_that_the_browser_comes_back(
        self, live: httpx.AsyncClient, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        async with live, live.stream("GET", "/chat/events?after=1") as response:
            lines = response.aiter_lines()
            while await anext(lines) != "event: ready":
                pass
            conductor.away = True
            conductor.happen(visitor.session, Lagged())
            rest = [line async for line in lines]
        assert [line for line in rest if line.startswith(("event", "id"))] == []

    async def test_nobody_listens_any_more_when_the_visitor_has_left(
        self, live: httpx.AsyncClient, conductor: FakeConductor
    ) -> None:
        async with live, live.stream("GET", "/chat/events") as response:
            await anext(response.aiter_lines())
            assert len(conductor.listeners) == 1
        for _ in range(200):
            if not len(conductor.listeners):
                break
            await asyncio.sleep(0.01)
        assert len(conductor.listeners) == 0

    async def test_sockets_and_streams_have_one_limit(self, visitor: Visitor, desk: Desk) -> None:
        lines = desk.limits.lines_of_session
        with lines.enter(visitor.session), lines.enter(visitor.session):
            response = await visitor.client.get("/chat/events", headers=visitor.headers)
        assert response.json()["type"] == "urn:banter:problem:too-many-open"
        assert response.headers["retry-after"] == "30"

    async def test_an_address_has_its_own(
        self, visitor: Visitor, desk: Desk, conductor: FakeConductor
    ) -> None:
        lines = desk.limits.lines_of_address
        address = "203.0.113.7"
        with lines.enter(address), lines.enter(address), lines.enter(address):
            response = await visitor.client.get("/chat/events", headers=visitor.headers)
        assert response.status_code == 429
        assert len(conductor.listeners) == 0

    async def test_without_a_valid_token_it_is_a_problem_document(
        self, client: httpx.AsyncClient
    ) -> None:
        assert (await client.get("/chat/events")).status_code == 401
        headers = {"Authorization": "Bearer x"}
        response = await client.get("/chat/events", headers=headers)
        assert response.json()["type"] == "urn:banter:problem:bad-token"

    async def test_a_database_that_is_away_is_still_a_problem_document(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        conductor.away = True
        response = await visitor.client.get("/chat/events", headers=visitor.headers)
        assert response.status_code == 503
        assert len(conductor.listeners) == 0
