"""The model goes down and comes back: what was read plainly is read again, and sales hear of it."""

import asyncio
import json
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

import agent.rereader
import console.services
import storage.backlog
import storage.outbox
from agent.breaker import Breaker
from tests.fakes.openai_server import Call, OpenAIServer, Play, answers, fails
from tests.serving import SECRET, Visitor, free_port, running, server_process, settings_in

TOKEN = {"Authorization": "Bearer token"}
SOON = timedelta(seconds=0.2)
OBLIQUE = "las decisiones de compra pasan todas por mi mesa"
RETRACTED = "la última palabra será de la central"
FOUND: tuple[Mapping[str, Any], ...] = (
    {"key": "authority", "quote": OBLIQUE, "value": "decides", "corrects": False},
    {"key": "authority", "quote": RETRACTED, "value": "neither", "corrects": True},
)


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for half a minute waits for an instant."""
    monkeypatch.setattr(storage.backlog, "FIRST_PAUSE", SOON)
    monkeypatch.setattr(storage.outbox, "GATHER", SOON)
    monkeypatch.setattr(agent.rereader, "FIRST_PAUSE", SOON)
    monkeypatch.setattr(agent.rereader, "SOON", SOON)
    monkeypatch.setattr(console.services, "Breaker", lambda: Breaker(pause=SOON))


def understands(call: Call, delay: float = 0.0) -> Play:
    """A model that knows what nobody wrote into the script."""
    said = call.prompt.rpartition("<message>")[2]
    found = [one for one in FOUND if one["quote"] in said]
    return answers({"language": "es", "answers": found}, delay=delay)


class Webhook:
    """Takes what sales receive."""

    def __init__(self) -> None:
        self.received: list[tuple[str, dict[str, Any]]] = []
        """The event and the document of each delivery."""

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/leads"

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = await reader.readexactly(int(headers["content-length"]))
        self.received.append((headers["banter-event"], json.loads(body)))
        writer.write(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()


async def handovers(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    """What sales have, newest first."""
    found: list[dict[str, Any]] = (await client.get("/api/handovers", headers=TOKEN)).json()[
        "items"
    ]
    return found


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + seconds
    while not await holds():
        assert time.monotonic() < deadline, "it never came about"
        await asyncio.sleep(0.1)


@pytest.mark.usefixtures("_hurried")
async def test_a_verdict_that_falls_reaches_sales_as_an_update_of_the_same_lead(
    tmp_path: Path,
) -> None:
    webhook = Webhook()
    async with OpenAIServer([fails(500)]) as model, webhook.listening() as url:
        given = settings_in(
            tmp_path,
            openai_api_key=SecretStr("x"),
            openai_base_url=model.url,
            webhook_url=url,
            webhook_secret=SecretStr("shared"),
        )
        async with running(given) as client:
            visitor = await Visitor.opens(client, "crm-suite", "es")
            await visitor.says("Hola, se nos escapan clientes y queremos tenerlo todo en un sitio")
            await visitor.says("Tenemos 8.000 € al año para esto")
            await visitor.says("La decisión la tomo yo")
            await visitor.says("Me llamo Eva Pérez")
            assert (await visitor.says("eva@ejemplo.es"))["phase"] == "closed"
            await visitor.says(f"Ah, y ojo: {RETRACTED}")
            [lead] = await handovers(client)
            assert lead["verdict"] == "qualified"
            before = await visitor.transcript()
            model.play_by(understands)

            async def updated() -> bool:
                return len(webhook.received) == 2

            await until(updated)
            [again] = await handovers(client)
            found = await client.get(f"/api/leads/{again['conversation']}", headers=TOKEN)
            after = await visitor.transcript()
    assert (again["id"], again["why"], again["revision"]) == (lead["id"], "update", 2)
    assert again["verdict"] != "qualified"
    [line] = [one for one in again["criteria"] if one["key"] == "authority"]
    assert (line["value"], line["quote"]) == ("neither", RETRACTED)
    assert [event for event, _ in webhook.received] == ["lead.qualified", "lead.updated"]
    assert [body["id"] for _, body in webhook.received] == [lead["id"]] * 2
    assert len(found.json()["handovers"]) == 2
    assert after == before, "not a word was said"


@pytest.mark.usefixtures("_hurried")
async def test_a_lead_that_qualifies_only_now_is_handed_over_once(tmp_path: Path) -> None:
    async with OpenAIServer([fails(500)]) as model:
        given = settings_in(tmp_path, openai_api_key=SecretStr("x"), openai_base_url=model.url)
        async with running(given) as client:
            visitor = await Visitor.opens(client, "crm-suite", "es")
            await visitor.says("Hola, se nos escapan clientes y queremos tenerlo todo en un sitio")
            await visitor.says("Tenemos 8.000 € al año para esto")
            await visitor.says(f"Pues mire, {OBLIQUE}")
            assert await handovers(client) == []
            model.play_by(understands)

            async def arrived() -> bool:
                return bool(await handovers(client))

            await until(arrived)
            [lead] = await handovers(client)
            last = await visitor.says("Eva Pérez, eva@ejemplo.es")
            [again] = await handovers(client)
    assert (lead["verdict"], lead["why"], lead["revision"]) == ("qualified", "qualified", 1)
    assert last["asked"] != "authority"
    assert (again["id"], again["why"]) == (lead["id"], "update")
    assert again["contact"]["email"] == "eva@ejemplo.es"


class TestKilledInTheMiddleOfASecondReading:
    """Real processes, a model that takes its time, and no goodbye."""

    async def test_the_next_process_corrects_once(self, tmp_path: Path) -> None:
        async with OpenAIServer([answers({}), answers({}), fails(500)]) as model:
            given = settings_in(tmp_path)
            environment = {
                **os.environ,
                "DATABASE_URL": given.database_url,
                "SECRET_KEY": SECRET,
                "API_TOKEN": "token",
                "OPENAI_API_KEY": "x",
                "OPENAI_BASE_URL": model.url,
                "PORT": str(free_port()),
            }
            base = f"http://127.0.0.1:{environment['PORT']}"
            async with httpx.AsyncClient(base_url=base, timeout=30) as client:
                async with server_process(environment, client) as first:
                    visitor = await Visitor.opens(client, "crm-suite", "es")
                    await visitor.says("Perdemos clientes y necesitamos un CRM")
                    await visitor.says("8.000 € al año")
                    await visitor.says(f"Pues mire, {OBLIQUE}")
                    model.calls.clear()
                    model.asked.clear()
                    model.play_by(partial(understands, delay=2.0))
                    _make_due(tmp_path / "banter.db")
                    async with asyncio.timeout(60):
                        await model.asked.wait()
                    first.send_signal(signal.SIGKILL)
                    await first.wait()
                async with server_process(environment, client):
                    database = tmp_path / "banter.db"

                    async def read_again() -> bool:
                        return bool(_one(database, "SELECT state = 'read' FROM rereads"))

                    await until(read_again, 90)
                    corrections = _one(
                        database,
                        "SELECT count(*) FROM answers WHERE key = 'authority'"
                        " AND source = 'reread'",
                    )
                    [lead] = await handovers(client)
        assert corrections == 1
        asked = [call.body["response_format"]["json_schema"]["name"] for call in model.calls]
        assert asked.count("reading") == 2, "the one that was killed, and the one after it"
        assert (lead["verdict"], lead["revision"]) == ("qualified", 1)


def _make_due(database: Path) -> None:
    """The jobs that wait for their time do not wait any more."""
    connection = sqlite3.connect(database, timeout=10)
    with connection:
        connection.execute(
            "UPDATE workflow_status SET delay_until_epoch_ms = 0 WHERE status = 'DELAYED'"
        )
    connection.close()


def _one(database: Path, query: str) -> Any:
    connection = sqlite3.connect(database, timeout=10)
    (found,) = connection.execute(query).fetchone()
    connection.close()
    return found
