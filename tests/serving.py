"""The application as the tests of the whole run it: in this process, or in one of its own."""

import asyncio
import contextlib
import socket
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from agent.rehearsal.rehearsal import SystemClock
from app import Settings, create_app
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.jobs import prepare_jobs
from storage.migrate import migrate
from storage.scripts import Scripts

HERE = Path(__file__).parents[1]
SECRET = "0123456789abcdef0123456789abcdef"


def settings_in(folder: Path, **more: Any) -> Settings:
    """Of an application with an empty database in a folder."""
    url = f"sqlite:///{folder / 'banter.db'}"
    migrate(url)
    prepare_jobs(url)
    given = {"secret_key": SecretStr(SECRET), "api_token": SecretStr("token"), **more}
    return Settings(_env_file=None, database_url=url, **given)


@contextlib.asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """The application in this process, with its jobs."""
    app = create_app(settings)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),
            base_url="http://banter.test",
            timeout=30,
        ) as client,
    ):
        yield client


async def answered_by(settings: Settings, script: str, number: str) -> None:
    """A number of ours is a script's own from now on."""
    database = Database(settings.database_url)
    text = (HERE / "prompts" / "scripts" / f"{script}.yaml").read_text(encoding="utf-8")
    try:
        scripts = Scripts(database, parse_script, SystemClock())
        await scripts.publish(f'{text}\nanswers: ["{number}"]\n', origin="console")
    finally:
        await database.close()


class Visitor:
    """Somebody who chats by plain requests."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"}
        self.said = 0

    @classmethod
    async def opens(cls, client: httpx.AsyncClient, script: str, language: str) -> "Visitor":
        """Somebody opens the chat."""
        opened = await client.post("/chat/sessions", json={"script": script, "language": language})
        assert opened.status_code == 201, opened.text
        return cls(client, opened.json()["token"])

    async def says(self, text: str, client_id: str | None = None) -> dict[str, Any]:
        """The answer to what they write."""
        self.said += 1
        reply = await self.client.post(
            "/chat/messages",
            json={"client_id": client_id or f"m{self.said}", "text": text},
            headers=self.headers,
        )
        assert reply.status_code == 200, reply.text
        found: dict[str, Any] = reply.json()
        return found

    async def transcript(self) -> list[dict[str, Any]]:
        """All that they see."""
        found = await self.client.get("/chat/messages", headers=self.headers)
        messages: list[dict[str, Any]] = found.json()["messages"]
        return messages


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.asynccontextmanager
async def server_process(
    environment: dict[str, str], client: httpx.AsyncClient
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The application in a process of its own, once it answers."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "app.py", "serve", cwd=HERE, env=environment
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            assert process.returncode is None, "the server ended"
            assert time.monotonic() < deadline, "the server did not start"
            with contextlib.suppress(httpx.HTTPError):
                if (await client.get("/readyz")).status_code == 200:
                    break
            await asyncio.sleep(0.2)
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
