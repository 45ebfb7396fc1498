"""A telephone exchange for tests: our relay on a port of this machine, and callers who reach it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI

from agent.calling import Call
from agent.conductor import Conductor
from agent.messages import Message
from agent.rehearsal.rehearsal import Rehearsal, SystemClock
from channels.calls.phone import Pace, Phone
from channels.calls.relay import relay_router
from channels.chat.websocket import UVICORN
from channels.simulators.relay import Line, Weather, relay_line
from channels.twilio import TwilioSignatures
from qualification.script import Script
from tests.agent.scripts import crm
from tests.fakes.calls_record import FakeCalls
from tests.fakes.reader import PATIENCE, FakeReader

ACCOUNT = "AC" + "a1" * 16
TOKEN = "the secret of our account"
ADDRESS = "https://banter.example"
CLEAR = Weather()
OURS, THEIRS = "+34911222333", "+34600111222"
QUICK = Pace(
    filler=0.25,
    broken=3.0,
    resume=0.4,
    silence=30.0,
    digits=0.1,
    breath=0.05,
    objection=0.05,
    characters_a_second=10_000.0,
)
"""For tests: long enough for a busy machine, short enough for a person."""


class Switchboard:
    """Everything that a call needs, in memory."""

    def __init__(
        self, script: Script | None = None, pace: Pace = QUICK, *, model: bool = True
    ) -> None:
        self.script = script or crm()
        self.pace = pace
        self.rehearsal = Rehearsal(self.script)
        self.reader = FakeReader()
        self.calls = FakeCalls()
        self.conductor = Conductor(
            inbox=self.rehearsal,
            workspace=self.rehearsal,
            replies=self.rehearsal,
            catalogue=self.rehearsal,
            readers={"voice": self.reader} if model else {},
            clock=SystemClock(),
        )
        self.heard: list[tuple[str, str | None]] = []
        """What was heard of messages, by id, one for each time that it was told."""
        self.server = ""

    async def cut_short(self, message: str, heard: str | None) -> None:
        """channels.calls.phone.Hearing."""
        self.heard.append((message, heard))

    async def transcript_after(self, conversation: str, seq: int) -> tuple[Message, ...]:
        """channels.chat.ports.Record."""
        return tuple(self.rehearsal.messages_after(conversation, seq))

    async def arrive(self, sid: str, theirs: str, ours: str) -> Call:
        """channels.calls.phone.Arrivals: what the webhook of a call does."""
        opened = await self.conductor.open("voice", theirs, self.script.script, "en", ours)
        call = Call(sid, opened.conversation, theirs, ours, "relay", SystemClock().now())
        return await self.calls.begin(call)

    def phone(self) -> Phone:
        """All in one."""
        return Phone(
            conversations=self.conductor,
            record=self,
            hearing=self,
            calls=self.calls,
            arrivals=self,
            signatures=TwilioSignatures(ACCOUNT, TOKEN, ADDRESS),
            clock=SystemClock(),
            locales={"es": "es-ES", "en": "en-US"},
            pace=self.pace,
        )

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Switchboard"]:
        """With the relay on a port."""
        app = FastAPI()
        app.include_router(relay_router(self.phone()))
        listening = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(app, lifespan="off", log_level="critical", **UVICORN)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        self.server = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            yield self
        finally:
            self.reader.let_go()
            server.should_exit = True
            await serving
            await self.conductor.aclose()

    @asynccontextmanager
    async def line(self, **named: Any) -> AsyncIterator[Line]:
        """A signed line whose setup has not been sent."""
        async with relay_line(self.server, ADDRESS, TOKEN, **named) as line:
            yield line

    @asynccontextmanager
    async def call(self, weather: Weather = CLEAR) -> AsyncIterator[Line]:
        """A call that has begun; its TwiML has said the greeting."""
        async with self.line() as line:
            await self.arrive(line.call, THEIRS, OURS)
            await line.setup(ACCOUNT, THEIRS, OURS, said="1")
            line.weather = weather
            yield line

    def transcript(self, line: Line) -> list[Message]:
        """Everything on record, greeting first."""
        return self.rehearsal.messages_after(self.calls.kept[line.call].conversation, 0)

    def said(self, line: Line) -> list[str]:
        """What the caller is on record with."""
        return [one.text for one in self.transcript(line) if one.author == "prospect"]

    async def phase(self, line: Line) -> str:
        """Where the conversation stands."""
        standing = await self.rehearsal.standing(self.calls.kept[line.call].conversation)
        return standing.dialogue.phase

    async def answered(self, line: Line, messages: int) -> None:
        """Waits until so many messages are on record."""
        async with asyncio.timeout(PATIENCE):
            while len(self.transcript(line)) < messages:  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def reader_cancelled(self) -> None:
        """Waits until a reading was dropped."""
        async with asyncio.timeout(PATIENCE):
            while not self.reader.cancelled:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
