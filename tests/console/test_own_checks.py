"""console.own_checks: what doctor says of Banter itself, beyond what its command is tested for."""

from collections.abc import AsyncIterator

import httpx
import pytest
import respx

from console.own_checks import webhook
from console.settings import Settings

URL = "https://crm.example/hooks/banter"


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as opened:
        yield opened


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """With a webhook."""
    for name, value in {
        "SECRET_KEY": "s" * 32,
        "WEBHOOK_URL": URL,
        "WEBHOOK_SECRET": "s",
    }.items():
        monkeypatch.setenv(name, value)
    return Settings(_env_file=None)


@pytest.mark.parametrize(
    ("status", "level", "said"),
    [
        (200, "good", "somebody listens (200); whether the secret fits is told by a test"),
        (401, "good", "somebody listens (401)"),
        (405, "good", "somebody listens (405)"),
        (501, "good", "somebody listens (501)"),
        (301, "bad", "put the last address into WEBHOOK_URL"),
        (404, "bad", "there is nothing there (404)"),
        (500, "bad", "it answers 500: see what is wrong with your system"),
        (503, "bad", "it answers 503"),
    ],
)
async def test_what_a_webhook_answers_to_a_look_is_judged(
    settings: Settings,
    client: httpx.AsyncClient,
    respx_mock: respx.MockRouter,
    status: int,
    level: str,
    said: str,
) -> None:
    respx_mock.head(URL).respond(status, headers={"Location": "https://elsewhere.example"})
    [found] = await webhook(settings, client)
    assert found.level == level
    assert said in found.said


async def test_a_webhook_that_nobody_can_reach_is_bad(
    settings: Settings, client: httpx.AsyncClient, respx_mock: respx.MockRouter
) -> None:
    respx_mock.head(URL).mock(side_effect=httpx.ConnectError("refused"))
    [found] = await webhook(settings, client)
    assert (found.level, "cannot be reached (ConnectError)" in found.said) == ("bad", True)
