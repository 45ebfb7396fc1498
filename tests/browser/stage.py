"""A chat over a fake conductor, behind a cable that can be cut: a test says what happens in it."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar

import jwt
import uvicorn
from fastapi import FastAPI

from agent.happenings import Happening
from agent.messages import Author, Message
from agent.widget import Widget
from channels.chat.desk import Desk
from channels.chat.farewell_routes import farewell_router
from channels.chat.guest_routes import guests_router
from channels.chat.lobby import Lobby
from channels.chat.pages import pages_router
from channels.chat.routes import chat_router
from channels.chat.sessions import Sessions
from channels.chat.websocket import UVICORN
from channels.limits import ChatLimits
from channels.operations import Count
from channels.problems import answer_with_problems
from qualification.script import Script
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor
from tests.fakes.widgets import FakeWidgets

SECRET = "a secret that the site and we share, long enough"
PATIENCE_SECONDS = 10
T = TypeVar("T")
SCRIPT = Script.model_validate(
    {
        "script": "crm-suite",
        "title": "CRM Suite",
        "languages": ["en", "es"],
        "persona": {"name": "Lucía", "company": "Acme"},
        "disclosure": {"en": "I'm Lucía, Acme's AI assistant.", "es": "Soy Lucía, de Acme."},
        "criteria": [{"key": "need", "kind": "text", "ask": {"es": "¿Qué?", "en": "What?"}}],
        "qualify": {"all_of": ["need"]},
    }
)


class PublishedScript:
    """A version of a script, as the catalogue gives it."""

    def __init__(self, script: Script) -> None:
        self.script = script


class Published:
    """The scripts that are published."""

    async def all_current(self) -> list[PublishedScript]:
        return [PublishedScript(SCRIPT)]


class Cable:
    """What passes between browsers and the server; cut, nothing passes and nobody gets through."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._whole = True
        self._ends: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def lay(self) -> None:
        """Take connections."""
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def take_up(self) -> None:
        """Take it away."""
        assert self._server is not None
        self._server.close()
        self.cut()

    def cut(self) -> None:
        """At once, in the middle of whatever is said."""
        self._whole = False
        for end in self._ends:
            end.transport.abort()

    def mend(self) -> None:
        """Who tries again gets through."""
        self._whole = True

    async def _pass_on(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        if not self._whole:
            back.transport.abort()
            return
        far, forth = await asyncio.open_connection("127.0.0.1", self._to)
        self._ends |= {back, forth}
        await asyncio.gather(_pump(near, forth), _pump(far, back))
        self._ends -= {back, forth}


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
    with contextlib.suppress(OSError):
        sink.close()


class Stage:
    """The chat, and what a test does behind it; in a thread of its own."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.conductor = FakeConductor([SCRIPT], self.clock)
        self.widgets = FakeWidgets()
        self._loop = asyncio.new_event_loop()
        listening = socket.create_server(("127.0.0.1", 0))
        self._cable = Cable(listening.getsockname()[1])
        config = uvicorn.Config(self._app(), lifespan="off", log_level="critical", **UVICORN)
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._serve, args=(listening,), daemon=True)

    @property
    def url(self) -> str:
        """Where browsers find it."""
        return f"http://127.0.0.1:{self._cable.port}"

    @contextlib.contextmanager
    def playing(self) -> Iterator["Stage"]:
        """Serve, until the block ends."""
        self._thread.start()
        self.do(self._cable.lay)
        yield self
        self.do(self._cable.take_up)
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)

    def put(self, widget: Widget) -> None:
        """The chat is set up so."""
        self.widgets.put(widget)

    def newest(self) -> str:
        """The conversation that was opened last."""
        return f"conversation-{len(self.conductor.conversations)}"

    def happen(self, *happenings: Happening, conversation: str | None = None) -> None:
        """Those who listen are told."""
        self.call(lambda: self.conductor.happen(conversation or self.newest(), *happenings))

    def speak(self, text: str, author: Author = "agent") -> Message:
        """Something is said in the newest conversation."""
        return self.call(lambda: self.conductor.speak(self.newest(), text, author))

    def said(self) -> list[str]:
        """All that is on record of the newest conversation."""
        return [one.text for one in self.conductor.conversations[self.newest()].messages]

    def cut(self) -> None:
        """The network is gone."""
        self.call(self._cable.cut)

    def mend(self) -> None:
        """The network is back."""
        self.call(self._cable.mend)

    def vouch(self, subject: str, **claims: Any) -> str:
        """What the server of the site makes for somebody who is signed in."""
        self.widgets.known_secrets["default"] = (SECRET,)
        told = {"sub": subject, "exp": self.clock.now().timestamp() + 600, **claims}
        return jwt.encode(told, SECRET, algorithm="HS256")

    def call(self, work: Callable[[], T]) -> T:
        """Do it in the thread of the server."""

        async def run() -> T:
            return work()

        done: T = self.do(run)
        return done

    def do(self, work: Callable[[], Any]) -> Any:
        """The same, for something that waits."""
        done: Future[Any] = asyncio.run_coroutine_threadsafe(work(), self._loop)
        return done.result(PATIENCE_SECONDS)

    def _serve(self, listening: socket.socket) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._server.serve(sockets=[listening]))
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    def _app(self) -> FastAPI:
        desk = Desk(
            conversations=self.conductor,
            record=self.conductor,
            replies=self.conductor,
            sessions=Sessions("a secret of the tests", self.clock),
            limits=ChatLimits(),
            clock=self.clock,
            received=Count(),
            sockets=Count(),
        )
        widgets = self.widgets
        lobby = Lobby(widgets, widgets, widgets, widgets, self.clock, widgets)
        app = FastAPI()
        answer_with_problems(app)
        app.include_router(chat_router(desk, lobby))
        app.include_router(guests_router(desk, lobby))
        app.include_router(farewell_router(desk, lobby))
        app.include_router(pages_router(Published(), lobby, demo=False))
        return app
