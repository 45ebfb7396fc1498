"""Who talks to the bots? Prospects of six turns, so many at once, over plain HTTP or a socket."""

import asyncio
import json
import random
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from typing import Any, Protocol, Self
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

TURNS = (
    "Hi, I'm {name} from Harbour Freight, I have just been on your pricing page",
    "We lose leads because nobody answers in the evening",
    "We have put aside €14,000 a year for this",
    "I'm the operations director and I sign off on it",
    "It should be running within 2 months",
    "There are 120 people here, write to me at {email}",
)
"""Everything that a lead must tell before it is qualified, each thing in its turn."""


def prospect(turns: Sequence[str] = TURNS) -> list[str]:
    """What one prospect will say; the surname is nobody else's."""
    surname = "Q" + "".join(random.choices(string.ascii_lowercase, k=9))  # noqa: S311
    return [
        text.format(name=f"Dana {surname}", email=f"{surname.lower()}@example.com")
        for text in turns
    ]


Timer = Callable[[float], bool]
"""Takes the seconds of a turn; False when no more should follow."""


class Target(Protocol):
    """A bot to be talked to."""

    name: str

    async def converse(self, texts: Sequence[str], timer: Timer) -> str | None:
        """Say these in one conversation; how it ended, None when the timer cut it short."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


@dataclass
class Tally:
    """How the conversations of a run went."""

    seconds: list[float] = field(default_factory=list)
    """Of each turn."""
    endings: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    elapsed: float = 0.0

    @property
    def turns(self) -> int:
        """How many were answered."""
        return len(self.seconds)

    @property
    def per_second(self) -> float:
        """Turns."""
        return self.turns / self.elapsed if self.elapsed else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds that this share of the turns stayed within."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


async def drive(
    target: Target,
    *,
    at_once: int,
    seconds: float | None = None,
    conversations: int | None = None,
    texts: Callable[[], Sequence[str]] = prospect,
) -> Tally:
    """Hold conversations, so many at once, for some seconds or each as many as said."""
    tally = Tally()
    began = perf_counter()
    ends = began + seconds if seconds is not None else float("inf")

    def timer(taken: float) -> bool:
        tally.seconds.append(taken)
        return perf_counter() < ends

    async def keep_talking() -> None:
        await asyncio.sleep(random.random() * 0.3 if at_once > 1 else 0)  # noqa: S311
        for number in count():
            if number == conversations or perf_counter() >= ends:
                return
            try:
                ending = await target.converse(texts(), timer)
            except (OSError, EOFError, Refused, WebSocketException) as error:
                tally.errors.append(repr(error))
                if len(tally.errors) > 100:
                    return
            else:
                if ending is not None:
                    tally.endings[ending] = tally.endings.get(ending, 0) + 1

    await asyncio.gather(*(keep_talking() for _ in range(at_once)))
    tally.elapsed = perf_counter() - began
    return tally


class Refused(Exception):
    """The bot answered with an error."""


class Http:
    """One connection, kept alive: a client costs as little as it can beside what is measured."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Self:
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def post(self, path: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
        """Send an object and get one."""
        sent = json.dumps(body).encode()
        bearer = f"authorization: Bearer {token}\r\n" if token else ""
        head = (
            f"POST {path} HTTP/1.1\r\nhost: localhost\r\n{bearer}"
            f"content-type: application/json\r\ncontent-length: {len(sent)}\r\n\r\n"
        )
        self._writer.write(head.encode() + sent)
        first, *lines = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines if line)
        got = await self._reader.readexactly(int(headers["content-length"]))
        if not first.split()[1].startswith("2"):
            raise Refused(f"{first}: {got[:200].decode(errors='replace')}")
        answered: dict[str, Any] = json.loads(got)
        return answered

    @property
    def closed(self) -> bool:
        """Whether either side has hung up: servers do when nothing is said for some seconds."""
        return self._reader.at_eof() or self._writer.is_closing()

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


class Pool:
    """Connections to one port, each used by one request at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._idle: list[Http] = []

    async def post(self, path: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
        """Send an object over a connection that is idle, or a new one, and get one."""
        connection = await self._take()
        try:
            answered = await connection.post(path, body, token)
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        return answered

    async def _take(self) -> Http:
        while self._idle:
            connection = self._idle.pop()
            if not connection.closed:
                return connection
            connection.close()
        return await Http.open(self.port)

    def close(self) -> None:
        """Hang up all."""
        for connection in self._idle:
            connection.close()
        self._idle.clear()


class Banter:
    """Ours, by plain requests; a conversation must end with the words for the qualified."""

    def __init__(self, port: int, goodbye: str, script: str = "crm-suite") -> None:
        self.name = "Banter, requests"
        self._pool = Pool(port)
        self._goodbye = goodbye
        self._script = script

    async def open(self) -> str:
        """A new conversation; its token."""
        session = await self._pool.post(
            "/chat/sessions", {"script": self._script, "language": "en"}
        )
        return str(session["token"])

    async def say(self, token: str, text: str) -> dict[str, Any]:
        """One message and its reply."""
        message = {"client_id": uuid4().hex, "text": text}
        return await self._pool.post("/chat/messages", message, token)

    async def converse(self, texts: Sequence[str], timer: Timer) -> str | None:
        """Say these in one conversation."""
        token = await self.open()
        reply: dict[str, Any] = {}
        for text in texts:
            began = perf_counter()
            reply = await self.say(token, text)
            if not timer(perf_counter() - began):
                return None
        return _ending(reply["phase"], reply["reply"], self._goodbye)

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


class BanterSocket:
    """Ours, by a socket: the bridge is streamed, and a turn waits for the visitor to stop typing.

    What that wait takes is no work, and is not counted in a turn's time.
    """

    def __init__(self, port: int, goodbye: str, settle: float, script: str = "crm-suite") -> None:
        self.name = "Banter, socket"
        self._requests = Banter(port, goodbye, script)
        self._url = f"ws://127.0.0.1:{port}/chat/socket"
        self._goodbye = goodbye
        self._settle = settle

    async def converse(self, texts: Sequence[str], timer: Timer) -> str | None:
        """Say these in one conversation."""
        token = await self._requests.open()
        async with connect(self._url, compression=None, ping_interval=None) as socket:
            await socket.send(json.dumps({"type": "hello", "token": token, "after": 1}))
            await _until(socket, lambda frame: frame["type"] == "ready")
            said, phase = "", "open"
            for text in texts:
                began = perf_counter()
                await socket.send(
                    json.dumps({"type": "message", "client_id": uuid4().hex, "text": text})
                )
                said, phase = await _reply(socket, phase)
                if not timer(perf_counter() - began - self._settle):
                    return None
        return _ending(phase, said, self._goodbye)

    def close(self) -> None:
        """Hang up."""
        self._requests.close()


class Peer:
    """Any bot with `POST /chat {"conversation_id", "text"}` and {"reply", "status"} back."""

    def __init__(self, port: int, name: str = "peer") -> None:
        self.name = name
        self._pool = Pool(port)

    async def converse(self, texts: Sequence[str], timer: Timer) -> str | None:
        """Say these in one conversation."""
        identity = uuid4().hex
        status = ""
        for text in texts:
            began = perf_counter()
            reply = await self._pool.post("/chat", {"conversation_id": identity, "text": text})
            status = reply["status"]
            if not timer(perf_counter() - began):
                return None
        return status

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


def _ending(phase: str, said: str, goodbye: str) -> str:
    return "qualified" if phase == "closed" and said.endswith(goodbye) else phase


async def _until(
    socket: ClientConnection, wanted: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    while True:
        frame: dict[str, Any] = json.loads(await socket.recv())
        if frame["type"] == "error":
            raise Refused(frame["message"])
        if wanted(frame):
            return frame


async def _reply(socket: ClientConnection, phase: str) -> tuple[str, str]:
    """Our next message and the phase after it: all is told when we are no longer typing."""
    said = ""

    def seen(frame: dict[str, Any]) -> bool:
        nonlocal said, phase
        if frame["type"] == "message" and frame["author"] == "agent":
            said = frame["text"]
        elif frame["type"] == "phase":
            phase = frame["phase"]
        return frame["type"] == "typing" and not frame["on"]

    await _until(socket, seen)
    return said, phase
