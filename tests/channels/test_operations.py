"""channels.operations: what a load balancer and Prometheus ask."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from agent.errors import Unavailable
from channels.operations import Count, Metric, operations_router
from channels.problems import answer_with_problems


class Database:
    """Answers, or does not."""

    def __init__(self) -> None:
        self.away = False

    async def check(self) -> None:
        if self.away:
            raise Unavailable("locked")


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def sockets() -> Count:
    return Count()


@pytest.fixture
async def client(database: Database, sockets: Count) -> AsyncIterator[httpx.AsyncClient]:
    async def ratio() -> float:
        return 0.25

    app = FastAPI()
    answer_with_problems(app)
    metrics = [
        Metric("banter_open_sockets", "Chats that are open now.", "gauge", sockets.read),
        Metric("banter_ratio", "Some part of a whole.", "gauge", ratio),
    ]
    app.include_router(operations_router(database.check, metrics))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        yield client


class TestHealth:
    async def test_is_ready_while_the_database_answers(self, client: httpx.AsyncClient) -> None:
        assert (await client.get("/readyz")).json() == {"status": "ok"}

    async def test_without_a_database_it_lives_but_is_not_ready(
        self, client: httpx.AsyncClient, database: Database
    ) -> None:
        database.away = True
        assert (await client.get("/healthz")).json() == {"status": "ok"}
        assert (await client.get("/readyz")).status_code == 503


class TestMetrics:
    async def test_are_in_the_text_format_of_prometheus(
        self, client: httpx.AsyncClient, sockets: Count
    ) -> None:
        sockets.value = 1_234_567
        response = await client.get("/metrics")
        assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
        assert response.text == (
            "# HELP banter_open_sockets Chats that are open now.\n"
            "# TYPE banter_open_sockets gauge\n"
            "banter_open_sockets 1234567\n"
            "# HELP banter_ratio Some part of a whole.\n"
            "# TYPE banter_ratio gauge\n"
            "banter_ratio 0.25\n"
        )
