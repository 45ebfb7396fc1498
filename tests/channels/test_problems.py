"""channels.problems: every error is a problem document."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from agent.errors import Unavailable, UnknownConversation, UnknownScript
from channels.problems import Problem, TooMany, answer_with_problems

ERRORS: dict[str, Exception] = {
    "problem": Problem(409, "not-now", "Later."),
    "slower": TooMany(1.2),
    "away": Unavailable("disk full: /secret/path"),
    "gone": UnknownConversation("c1"),
    "script": UnknownScript("nope"),
    "plain": HTTPException(418, "Tea."),
    "bug": ZeroDivisionError("secret detail"),
}


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)

    @app.get("/{name}")
    async def fail(name: str) -> None:
        raise ERRORS[name]

    @app.get("/number/{number}")
    async def typed(number: int) -> int:
        return number

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        yield client


class TestAnswering:
    @pytest.mark.parametrize(
        ("path", "status", "code"),
        [
            ("/problem", 409, "not-now"),
            ("/slower", 429, "rate-limited"),
            ("/away", 503, "unavailable"),
            ("/gone", 404, "unknown-conversation"),
            ("/script", 404, "unknown-script"),
            ("/plain", 418, "im-a-teapot"),
            ("/bug", 500, "internal"),
            ("/number/x", 422, "invalid"),
            ("/a/b/c", 404, "not-found"),
        ],
    )
    async def test_each_error_has_its_status_and_its_code(
        self, client: httpx.AsyncClient, path: str, status: int, code: str
    ) -> None:
        response = await client.get(path)
        document = response.json()
        assert response.status_code == document["status"] == status
        assert response.headers["content-type"] == "application/problem+json"
        assert document["type"] == f"urn:banter:problem:{code}"
        assert document["title"]
        assert document["detail"]
        assert "secret" not in response.text

    @pytest.mark.parametrize(("path", "seconds"), [("/slower", "2"), ("/away", "2")])
    async def test_what_may_be_tried_again_says_when(
        self, client: httpx.AsyncClient, path: str, seconds: str
    ) -> None:
        assert (await client.get(path)).headers["retry-after"] == seconds

    async def test_a_wrong_method_names_the_right_ones(self, client: httpx.AsyncClient) -> None:
        response = await client.post("/number/1")
        assert response.status_code == 405
        assert response.headers["allow"] == "GET"
        assert response.json()["type"] == "urn:banter:problem:method-not-allowed"
