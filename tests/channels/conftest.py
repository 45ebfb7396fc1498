"""A web chat over a fake conductor: in process for requests, on a loopback port for sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from websockets.asyncio.client import ClientConnection, connect

from channels.chat.desk import Desk
from channels.chat.farewell_routes import farewell_router
from channels.chat.guest_routes import guests_router
from channels.chat.lobby import Lobby
from channels.chat.pages import pages_router
from channels.chat.routes import chat_router
from channels.chat.sessions import Sessions
from channels.chat.websocket import UVICORN
from channels.limits import ChatLimits, ChatRates, Rate
from channels.operations import Count
from channels.problems import answer_with_problems
from qualification.script import Script
from tests.channels.sockets import Socket
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor
from tests.fakes.widgets import FakeWidgets

SECRET = "a secret of the tests"
RATES = ChatRates(
    messages_per_session=Rate(burst=5, per_second=0.5),
    messages_per_address=Rate(burst=8, per_second=1),
    sessions_per_address=Rate(burst=3, per_second=0.1),
    lines_per_session=2,
    lines_per_address=3,
)


@dataclass(frozen=True)
class PublishedScript:
    """A version of a script, as the catalogue gives it."""

    script: Script


class Published:
    """The scripts that are published."""

    def __init__(self, *scripts: Script) -> None:
        self._versions = [PublishedScript(script) for script in scripts]

    async def all_current(self) -> list[PublishedScript]:
        return self._versions


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def script() -> Script:
    return Script.model_validate(
        {
            "script": "crm-suite",
            "title": 'CRM <Suite> & "friends"',
            "languages": ["es", "en"],
            "persona": {"name": "Lucía", "company": "Acme"},
            "disclosure": {
                "es": "Soy Lucía, la asistente virtual de Acme.",
                "en": "I'm Lucía, Acme's AI assistant.",
            },
            "criteria": [{"key": "need", "kind": "text", "ask": {"es": "¿Qué?", "en": "What?"}}],
            "qualify": {"all_of": ["need"]},
        }
    )


@pytest.fixture
def conductor(script: Script, clock: FakeClock) -> FakeConductor:
    return FakeConductor([script], clock)


@pytest.fixture
def desk(conductor: FakeConductor, clock: FakeClock) -> Desk:
    return Desk(
        conversations=conductor,
        record=conductor,
        replies=conductor,
        sessions=Sessions(SECRET, clock),
        limits=ChatLimits(RATES, clock.seconds),
        clock=clock,
        received=Count(),
        sockets=Count(),
    )


@pytest.fixture
def widgets() -> FakeWidgets:
    return FakeWidgets()


@pytest.fixture
def lobby(widgets: FakeWidgets, clock: FakeClock) -> Lobby:
    return Lobby(widgets, widgets, widgets, widgets, clock, widgets)


@pytest.fixture
def app(desk: Desk, lobby: Lobby, script: Script) -> FastAPI:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(chat_router(desk, lobby))
    app.include_router(guests_router(desk, lobby))
    app.include_router(farewell_router(desk, lobby))
    app.include_router(pages_router(Published(script), lobby, demo=True))
    return app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, client=("203.0.113.7", 4242))
    async with httpx.AsyncClient(transport=transport, base_url="http://chat.test") as client:
        yield client


@dataclass(frozen=True)
class Visitor:
    """Somebody with an open session."""

    client: httpx.AsyncClient
    session: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def say(self, text: str, client_id: str = "c1") -> httpx.Response:
        """A message by plain HTTP."""
        body = {"client_id": client_id, "text": text}
        return await self.client.post("/chat/messages", json=body, headers=self.headers)

    async def replay(self, after: int = 0) -> httpx.Response:
        """What was said."""
        return await self.client.get(f"/chat/messages?after={after}", headers=self.headers)


@pytest.fixture
async def visitor(client: httpx.AsyncClient) -> Visitor:
    session = (await client.post("/chat/sessions", json={"script": "crm-suite"})).json()
    return Visitor(client, session["session"], session["token"])


@pytest.fixture
async def server(app: FastAPI) -> AsyncIterator[str]:
    """host:port of the chat on a loopback port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="critical", **UVICORN))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    for _ in range(1000):
        if server.started:
            break
        await asyncio.sleep(0.005)
    yield f"127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    await serving


Connect = Callable[[], AbstractAsyncContextManager[Socket]]
"""Opens a socket that has said nothing yet."""


@pytest.fixture
def dial(server: str) -> Connect:
    @asynccontextmanager
    async def dialling() -> AsyncIterator[Socket]:
        connection: ClientConnection
        async with connect(f"ws://{server}/chat/socket", proxy=None) as connection:
            yield Socket(connection)

    return dialling
