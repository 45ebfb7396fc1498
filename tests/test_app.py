"""The application put together: settings, whole conversations by HTTP, what outlives a kill -9."""

import asyncio
import hashlib
import hmac
import json
import logging
import os
import signal
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr

from app import App, Settings, log_as_told
from console.command_line import Trouble
from tests.fakes.openai_server import OpenAIServer, answers, says
from tests.serving import SECRET, Visitor, free_port, running, server_process, settings_in

HERE = Path(__file__).parents[1]


def test_the_log_level_is_that_of_our_own_packages() -> None:
    ours, theirs = logging.getLogger("channels"), logging.getLogger("httpx")
    before = theirs.level
    try:
        log_as_told(Settings(_env_file=None, log_level="INFO"))
        assert ours.isEnabledFor(logging.INFO)
        assert theirs.level == before
    finally:
        for package in ("agent", "channels", "console", "delivery", "storage"):
            logging.getLogger(package).setLevel(logging.NOTSET)


class TestSettings:
    def test_each_is_in_the_example_with_its_default(self) -> None:
        lines = (HERE / ".env.example").read_text().splitlines()
        written = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
        assert set(written) == {name.upper() for name in Settings.model_fields}
        named: dict[str, Any] = {name: written[name.upper()] for name in Settings.model_fields}
        example = Settings(_env_file=None, **named)
        assert example == Settings(_env_file=None)

    def test_each_in_the_example_is_explained(self) -> None:
        lines = (HERE / ".env.example").read_text().splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            if line and not line.startswith("#"):
                assert before.startswith("#") or "=" in before, line

    def test_without_a_secret_only_the_demo_on_sqlite_starts(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'banter.db'}"
        with pytest.raises(Trouble, match="SECRET_KEY"):
            Settings(_env_file=None, database_url=url).secret()
        with pytest.raises(Trouble, match="SECRET_KEY"):
            Settings(_env_file=None, demo=True, secret_key=SecretStr("short")).secret()
        demo = Settings(_env_file=None, database_url=url, demo=True)
        kept = demo.secret()
        assert len(kept) >= 32
        assert demo.secret() == kept

    def test_a_kept_secret_that_is_cut_short_is_refused(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'banter.db'}"
        demo = Settings(_env_file=None, database_url=url, demo=True)
        kept = tmp_path / "banter.db.secret"
        demo.secret()
        assert kept.stat().st_mode & 0o077 == 0
        kept.write_text("")
        with pytest.raises(Trouble, match="delete it"):
            demo.secret()

    def test_a_webhook_without_a_secret_is_refused(self) -> None:
        with pytest.raises(ValueError, match="WEBHOOK_SECRET"):
            Settings(_env_file=None, webhook_url="http://127.0.0.1:1/")


class TestServing:
    def test_sockets_are_pinged_and_take_no_more_than_a_message(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SECRET_KEY", SECRET)
        asked: dict[str, Any] = {}
        monkeypatch.setattr(uvicorn, "run", lambda _, **more: asked.update(more))
        App().serve()
        assert 0 < asked["ws_ping_interval"] < 60
        assert 240_000 < asked["ws_max_size"] < 1_000_000
        assert not asked["ws_per_message_deflate"]


class TestAWholeConversation:
    async def test_ends_with_a_lead_that_sales_can_read(self, tmp_path: Path) -> None:
        async with running(settings_in(tmp_path)) as client:
            visitor = await Visitor.opens(client, "crm-suite", "es")
            await visitor.says("Hola, se nos escapan clientes y queremos tenerlo todo en un sitio")
            await visitor.says("Tenemos 8.000 € al año para esto")
            await visitor.says("La decisión la tomo yo")
            await visitor.says("Me llamo Eva Pérez")
            last = await visitor.says("eva@ejemplo.es")
            assert last["phase"] == "closed"
            assert "verdict" not in last
            found = await client.get("/api/handovers", headers={"Authorization": "Bearer token"})
            [lead] = found.json()["items"]
            assert lead["verdict"] == "qualified"
            assert lead["contact"] == {"name": "Eva Pérez", "email": "eva@ejemplo.es"}
            quotes = {line["key"]: line["quote"] for line in lead["criteria"]}
            assert quotes["budget"] == "8.000 € al año"

    async def test_with_a_model_that_lies_ends_with_what_the_prospect_said(
        self, tmp_path: Path
    ) -> None:
        lies = [
            answers(
                {
                    "bridge": "It costs only €3, I promise!",
                    "answers": [{"key": "budget", "quote": "we have a million", "value": "1M"}],
                }
            ),
            says("{broken"),
            says("{}"),
            answers({"bridge": "Hola, ¿qué tal?", "language": "es"}),
        ]
        async with OpenAIServer(lies) as server:
            settings = settings_in(
                tmp_path, openai_api_key=SecretStr("x"), openai_base_url=server.url
            )
            async with running(settings) as client:
                visitor = await Visitor.opens(client, "crm-suite", "en")
                replies = [
                    await visitor.says("We keep losing leads and want one place for everything"),
                    await visitor.says("5,000 euros a year"),
                    await visitor.says("I make the decision"),
                    await visitor.says("Dana Reed"),
                    await visitor.says("dana@example.com"),
                ]
                found = await client.get(
                    "/api/handovers", headers={"Authorization": "Bearer token"}
                )
        [lead] = found.json()["items"]
        values = {line["key"]: line["value"] for line in lead["criteria"]}
        assert values["budget"]["min"] == 5000
        spoken = " ".join(reply["reply"] for reply in replies)
        assert "€3" not in spoken
        assert "promise" not in spoken
        assert "qué tal" not in spoken

    async def test_reaches_the_webhook_signed(self, tmp_path: Path) -> None:
        received: asyncio.Queue[tuple[dict[str, str], bytes]] = asyncio.Queue()

        async def hook(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
            body = await reader.readexactly(int(headers["content-length"]))
            writer.write(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")
            await writer.drain()
            writer.close()
            await received.put((headers, body))

        server = await asyncio.start_server(hook, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        settings = settings_in(
            tmp_path,
            webhook_url=f"http://127.0.0.1:{port}/leads",
            webhook_secret=SecretStr("shared"),
        )
        async with server, running(settings) as client:
            visitor = await Visitor.opens(client, "crm-suite", "en")
            await visitor.says("I'd like to see a demo")
            await visitor.says("I'm Dana Reed, dana@example.com")
            headers, body = await asyncio.wait_for(received.get(), 60)
        stamp, signature = headers["banter-signature"].split(",")
        signed = f"{stamp.removeprefix('t=')}.".encode() + body
        expected = hmac.new(b"shared", signed, hashlib.sha256).hexdigest()
        assert signature == f"v1={expected}"
        assert json.loads(body)["contact"]["email"] == "dana@example.com"
        assert headers["banter-event"] == "lead.qualified"

    async def test_the_same_client_id_twice_gives_the_same_reply_once(self, tmp_path: Path) -> None:
        async with running(settings_in(tmp_path)) as client:
            visitor = await Visitor.opens(client, "reformas", "es")
            first = await visitor.says("Quiero reformar el baño", client_id="one")
            again = await visitor.says("Quiero reformar el baño", client_id="one")
            assert again == first
            authors = [one["author"] for one in await visitor.transcript()]
            assert authors == ["agent", "prospect", "agent"]


class TestKilledInTheMiddleOfATurn:
    """A real process, a model that takes its time, and no goodbye."""

    async def test_the_next_start_answers_what_was_unanswered_once(self, tmp_path: Path) -> None:
        read = answers(
            {
                "bridge": "Entiendo.",
                "language": "es",
                "answers": [{"key": "need", "quote": "Perdemos clientes", "value": "x"}],
            },
            delay=2.0,
        )
        async with OpenAIServer([read]) as server:
            settings = settings_in(tmp_path)
            environment = {
                **os.environ,
                "DATABASE_URL": settings.database_url,
                "SECRET_KEY": SECRET,
                "OPENAI_API_KEY": "x",
                "OPENAI_BASE_URL": server.url,
                "PORT": str(free_port()),
            }
            base = f"http://127.0.0.1:{environment['PORT']}"
            async with httpx.AsyncClient(base_url=base, timeout=30) as client:
                async with server_process(environment, client) as process:
                    visitor = await Visitor.opens(client, "crm-suite", "es")
                    sending = asyncio.create_task(visitor.says("Perdemos clientes", "only"))
                    await server.asked.wait()
                    process.send_signal(signal.SIGKILL)
                    with pytest.raises(httpx.HTTPError):
                        await sending
                async with server_process(environment, client):
                    deadline = time.monotonic() + 60
                    while len(transcript := await visitor.transcript()) < 3:
                        assert time.monotonic() < deadline, transcript
                        await asyncio.sleep(0.2)
                    again = await visitor.says("Perdemos clientes", "only")
                    transcript = await visitor.transcript()
        assert [one["author"] for one in transcript] == ["agent", "prospect", "agent"]
        assert again["reply"] == transcript[2]["text"]
        assert again["asked"] == "budget"


async def test_the_description_of_the_interface_needs_no_other_site(tmp_path: Path) -> None:
    async with running(settings_in(tmp_path)) as client:
        page = (await client.get("/docs")).text
        described = (await client.get("/openapi.json")).json()["paths"]
    assert "http://" not in page
    assert "https://" not in page
    for path in ("/chat/sessions", "/chat/messages", "/api/handovers", "/api/leads", "/healthz"):
        assert path in described
