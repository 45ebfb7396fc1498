"""Whole calls on the whole application: webhooks, TwiML, the relay, and what is on record."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr

from app import create_app
from channels.chat.websocket import UVICORN
from channels.simulators.telephone import Telephone, Utterance, reason_of
from tests.serving import answered_by, settings_in

ACCOUNT, TOKEN = "AC" + "a1" * 16, "the secret of our account"
ADDRESS = "https://banter.example"
OURS = "+34911222333"
API = {"Authorization": "Bearer token"}


class Talkative:
    """A caller with something to say to each thing that is asked."""

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers
        self.heard: list[str] = []
        self._news: asyncio.Queue[str] = asyncio.Queue()

    def hear(self, text: str, by: str = "agent") -> None:
        self.heard.append(f"{by}: {text}")
        self._news.put_nowait(text)

    async def speak(self) -> Utterance | None:
        while True:
            try:
                async with asyncio.timeout(60):
                    asked = (await self._news.get()).lower()
            except TimeoutError:
                return None
            for key, answer in self.answers.items():
                if key in asked:
                    how = "cut_in" if answer.startswith("!") else "say"
                    return Utterance(answer.removeprefix("!"), how)  # type: ignore[arg-type]

    async def accepts(self, number: str, whisper: str) -> bool:
        raise AssertionError(f"nobody should have been rung: {number}, {whisper}")


@contextlib.asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The application on a port."""
    settings = settings_in(
        folder,
        twilio_account_sid=ACCOUNT,
        twilio_auth_token=SecretStr(TOKEN),
        public_base_url=ADDRESS,
    )
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(settings), log_level="critical", **UVICORN)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:
        assert not task.done()
        await asyncio.sleep(0.02)
    await answered_by(settings, "crm-suite", OURS)
    near = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        async with httpx.AsyncClient(base_url=near, timeout=20) as client:
            yield client
    finally:
        server.should_exit = True
        await task


async def lead(client: httpx.AsyncClient) -> dict[str, Any]:
    """The only one there is."""
    listed = (await client.get("/api/leads", headers=API)).json()
    (line,) = listed["items"]
    found: dict[str, Any] = (
        await client.get(f"/api/leads/{line['conversation']}", headers=API)
    ).json()
    return found


@pytest.mark.parametrize(
    ("theirs", "answers"),
    [
        (
            "+14155550123",
            {
                "solve or improve": "we lose customers because nobody follows up",
                "budget": "!five thousand euros a year",
                "decision": "I decide that myself",
                "when": "within two months",
                "name": "my name is Laura Smith",
                "e-mail": "laura@acme.com",
            },
        ),
        (
            "+34600111222",
            {
                "mejorar": "perdemos clientes porque nadie los llama",
                "presupuesto": "cinco mil euros al año",
                "decisión": "!lo decido yo",
                "cuándo": "dentro de dos meses",
                "nombre": "me llamo Laura Gómez",
                "correo": "laura@acme.es",
            },
        ),
    ],
)
async def test_a_caller_is_qualified_and_the_call_ends_by_itself(
    tmp_path: Path, theirs: str, answers: dict[str, str]
) -> None:
    async with serving(tmp_path) as client:
        caller = Talkative(answers)
        telephone = Telephone(client, ADDRESS, ACCOUNT, TOKEN, caller, theirs)
        async with asyncio.timeout(60):
            await telephone.call()
        assert [reason_of(one) for one in telephone.handed_over] == ["finished"], caller.heard
        found = await lead(client)
        assert found["verdict"] == "qualified", caller.heard
        spoken = [one for one in found["transcript"] if one["author"] == "prospect"]
        assert len({one["text"] for one in spoken}) == len(spoken)


async def test_a_caller_who_wants_a_person_is_not_argued_with(tmp_path: Path) -> None:
    async with serving(tmp_path) as client:
        caller = Talkative(
            {
                "solve or improve": "let me talk to a person, please",
                "call you back": "tomorrow at ten",
                "leave a message": "it is Laura, please call me",
            }
        )
        telephone = Telephone(client, ADDRESS, ACCOUNT, TOKEN, caller, "+14155550123")
        async with asyncio.timeout(60):
            await telephone.call()
        assert reason_of(telephone.handed_over[0]) == "transfer", caller.heard
        assert (await lead(client))["handovers"] != []
