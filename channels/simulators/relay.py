"""How does a call travel? A simulated ConversationRelay: a signed line, words spoken at a pace,
interruptions, and frames that get lost, come twice or late.

It keeps what Twilio would: what has been said to the caller so far, and what was cut off.
"""

import asyncio
import json
import random
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from channels.twilio import SIGNATURE, sign

RELAY = "/webhooks/twilio/relay"
LATE = 0.2
"""Seconds that a frame may be behind."""
Frame = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Weather:
    """What happens to frames on their way to the server, each with a probability."""

    loss: float = 0.0
    twice: float = 0.0
    swapped: float = 0.0
    """It comes after the next one, or LATE."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the caller hears in one piece: the tokens up to the one that ends them."""

    tokens: tuple[str, ...]

    @property
    def text(self) -> str:
        """As one text."""
        return "".join(self.tokens).strip()


@dataclass
class Line:
    """Twilio's end of the WebSocket of one talk."""

    connection: ClientConnection
    call: str
    weather: Weather = Weather()
    frames: list[Frame] = field(default_factory=list)
    """Everything that the server has sent, oldest first."""
    ended: Frame | None = None
    _inbox: asyncio.Queue[Frame | None] = field(default_factory=asyncio.Queue)
    _held_back: list[Frame] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.weather.seed)  # noqa: S311 - a test repeats it
        self._late: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        """Take what the server sends, until the line closes."""
        try:
            async for text in self.connection:
                frame: Frame = json.loads(text)
                self.frames.append(frame)
                if frame["type"] == "end":
                    self.ended = frame
                    await self.connection.close()  # as Twilio does, which goes on with the action
                self._inbox.put_nowait(frame)
        except ConnectionClosed:
            pass
        self._inbox.put_nowait(None)

    async def send(self, frame: Frame | str | bytes) -> None:
        """A frame to the server, by the weather."""
        if not isinstance(frame, dict):
            await self.connection.send(frame)
            return
        held, self._held_back = self._held_back, []
        if self._dice.random() < self.weather.loss:
            await self._deliver(*held)
        elif self._dice.random() < self.weather.swapped:
            await self._deliver(*held)
            self._held_back = [frame]
            self._late = asyncio.create_task(self._deliver_late(frame))
        elif self._dice.random() < self.weather.twice:
            await self._deliver(frame, *held, frame)
        else:
            await self._deliver(frame, *held)

    async def setup(self, account: str, theirs: str, ours: str, **more: str) -> None:
        """The first frame."""
        await self.send(
            {
                "type": "setup",
                "sessionId": f"VX{secrets.token_hex(16)}",
                "callSid": self.call,
                "parentCallSid": "",
                "accountSid": account,
                "from": theirs,
                "to": ours,
                "forwardedFrom": "",
                "callerName": "",
                "direction": "inbound",
                "callType": "PSTN",
                "callStatus": "RINGING",
                "customParameters": more,
            }
        )

    async def say(self, text: str, *, partials: int = 0, lang: str = "en-US") -> None:
        """The caller speaks; `partials`: of how many cumulative parts the server is told before."""
        words = text.split()
        for part in range(1, partials + 1):
            until = " ".join(words[: max(1, len(words) * part // (partials + 1))])
            await self.send(_prompt(until, lang, last=False))
        await self.send(_prompt(text, lang, last=True))

    async def begin_to_say(self, text: str, lang: str = "en-US") -> None:
        """The caller is in the middle of saying something."""
        await self.send(_prompt(text, lang, last=False))

    async def cut_in(self, heard: str) -> None:
        """The caller speaks into our words, after they have heard this much."""
        await self.send(
            {
                "type": "interrupt",
                "utteranceUntilInterrupt": heard,
                "durationUntilInterruptMs": str(60 * len(heard)),
            }
        )

    async def press(self, digits: str) -> None:
        """The caller presses keys."""
        for digit in digits:
            await self.send({"type": "dtmf", "digit": digit})

    async def note(self, name: str, value: str) -> None:
        """Twilio tells what happens on the line."""
        await self.send({"type": "info", "name": name, "value": value})

    async def hear(self, seconds: float = 5.0) -> Spoken:
        """What is said next, up to the token that ends it; TimeoutError when nothing is."""
        tokens: list[str] = []
        async with asyncio.timeout(seconds):
            while True:
                frame = await self._next()
                if frame["type"] == "text":
                    tokens.append(frame["token"])
                    if frame["last"]:
                        return Spoken(tuple(tokens))

    async def next_token(self, seconds: float = 5.0) -> str:
        """The next token that is not empty."""
        async with asyncio.timeout(seconds):
            while True:
                frame = await self._next()
                if frame["type"] == "text" and frame["token"]:
                    token: str = frame["token"]
                    return token

    async def until_end(self, seconds: float = 15.0) -> Mapping[str, Any]:
        """What the server hands over when it ends the talk."""
        async with asyncio.timeout(seconds):
            while self.ended is None:
                await self._next()
        handed: Mapping[str, Any] = json.loads(self.ended["handoffData"])
        return handed

    def last_words(self, *, half: bool = False) -> str:
        """The last piece that was said; `half`: as far as one hears who cuts in."""
        cycles: list[str] = [""]
        for frame in self.frames:
            if frame["type"] == "text":
                cycles[-1] += frame["token"]
                if frame["last"] and cycles[-1]:
                    cycles.append("")
        words = ("".join(cycles[-2:]) if not cycles[-1] else cycles[-1]).split()
        return " ".join(words[: len(words) // 2] if half else words)

    def waiting(self) -> list[Frame]:
        """What was sent and nobody has listened to."""
        frames = []
        while not self._inbox.empty():
            frame = self._inbox.get_nowait()
            if frame is not None:
                frames.append(frame)
        return frames

    async def closed(self, seconds: float = 15.0) -> int | None:
        """The code that the server closed the line with."""
        async with asyncio.timeout(seconds):
            await self.connection.wait_closed()
        return self.connection.close_code

    async def drop(self) -> None:
        """Gone without a goodbye."""
        self.connection.transport.abort()
        await self.connection.wait_closed()

    async def _deliver_late(self, frame: Frame) -> None:
        await asyncio.sleep(LATE)
        if frame in self._held_back:
            self._held_back = []
            await self._deliver(frame)

    async def _deliver(self, *frames: Frame) -> None:
        for frame in frames:
            await self.connection.send(json.dumps(frame))

    async def _next(self) -> Frame:
        frame = await self._inbox.get()
        if frame is None:
            raise ConnectionError("the server has closed the line")
        return frame


def _prompt(text: str, lang: str, *, last: bool) -> Frame:
    return {"type": "prompt", "voicePrompt": text, "lang": lang, "last": last}


@asynccontextmanager
async def relay_line(
    server: str,
    address: str,
    token: str,
    *,
    call: str | None = None,
    path: str = RELAY,
    signature: str | None = None,
    weather: Weather = Weather(),
) -> AsyncIterator[Line]:
    """A line to `server` (http://host:port) that is known as `address`; signed unless another
    signature is given. Raises websockets' InvalidStatus when it is refused.
    """
    scheme = {"https": "wss", "http": "ws"}
    known = urlsplit(address)
    target = f"{scheme[known.scheme]}://{known.netloc}{path}"
    headers = {SIGNATURE: sign(token, target) if signature is None else signature}
    near = urlsplit(server)
    async with connect(
        f"{scheme[near.scheme]}://{near.netloc}{path}", additional_headers=headers, proxy=None
    ) as connection:
        line = Line(connection, call or f"CA{secrets.token_hex(16)}", weather)
        listening = asyncio.create_task(line.listen())
        try:
            yield line
        finally:
            await connection.close()
            await listening
