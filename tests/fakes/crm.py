"""What the fakes of systems have in common: troubles that a test scripts, and a count of requests.

A fake keeps records by key, as the system does, and answers over httpx.MockTransport or, for
processes that are killed, as a server on this machine.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import httpx


@dataclass(frozen=True)
class Down:
    """Nobody listens."""


@dataclass(frozen=True)
class Cut:
    """It is done, and then the connection breaks before the answer."""


@dataclass(frozen=True)
class Slow:
    """It is done, and the answer comes too late."""


@dataclass(frozen=True)
class Says:
    """Answered so, without being done; `done`: although it was done."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    json: object = None
    done: bool = False


@dataclass(frozen=True)
class Forgets:
    """The token that is shown is not known any more; a sign-in gives the next one."""


@dataclass(frozen=True)
class ErrorInside:
    """The system's own way to say 200 and no."""


Trouble = Down | Cut | Slow | Says | Forgets | ErrorInside | None


class Killed(BaseException):
    """The process is gone: nothing after this line happens."""


class FakeCrm:
    """A system; subclasses keep its records."""

    def __init__(self) -> None:
        self.token = "token-1"
        self.refresh = "refresh-1"
        """Replaced each time that it is shown."""
        self.sign_ins = 0
        self.troubles: deque[Trouble] = deque()
        """One for each of the next requests; None lets it through."""
        self.always: Trouble = None
        """For every request, while it is set."""
        self.requests: list[httpx.Request] = []
        self.kill: Callable[[str], None] = lambda _where: None
        """Called before and after each request: a test may raise Killed."""

    def records(self) -> dict[str, int]:
        """How many there are: `lead`, `note`, `task`."""
        raise NotImplementedError

    def sales(self) -> dict[str, int]:
        """The same of what is made beside, as far as it is: `account`, `deal`, ..."""
        return {}

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What the system does with a request that reaches it."""
        raise NotImplementedError

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        """A success that holds an error; None for requests that have no such answer."""
        raise NotImplementedError

    def transport(self) -> httpx.MockTransport:
        """For a client in this process."""
        return httpx.MockTransport(self.handle)

    async def handle(self, request: httpx.Request) -> httpx.Response:
        """A request, with whatever trouble is next."""
        if request.url.path.endswith("/token"):
            return self.sign_in(request)
        self.kill("before")
        self.requests.append(request)
        trouble = self.troubles.popleft() if self.troubles else self.always
        response = self._meet(trouble, request)
        self.kill("after")
        return response

    def sign_in(self, request: httpx.Request) -> httpx.Response:
        """RFC 6749, 6; the refresh token is good once."""
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        if form.get("refresh_token") != self.refresh:
            return httpx.Response(400, json={"error": "invalid_grant"})
        self.sign_ins += 1
        self.refresh += "+"
        given = {"access_token": self.token, "refresh_token": self.refresh, "expires_in": 1800}
        return httpx.Response(200, json={**given, "token_type": "bearer"})

    def _meet(self, trouble: Trouble, request: httpx.Request) -> httpx.Response:
        match trouble:
            case None:
                return self.answer(request)
            case Down():
                raise httpx.ConnectError("refused", request=request)
            case Cut():
                self.answer(request)
                raise httpx.RemoteProtocolError("cut", request=request)
            case Slow():
                self.answer(request)
                raise httpx.ReadTimeout("slow", request=request)
            case Says(status=status, headers=headers, json=json, done=done):
                if done:
                    self.answer(request)
                return httpx.Response(status, headers=headers, json=json)
            case Forgets():
                self.token = f"{self.token}+"
                return self.answer(request)
            case ErrorInside():
                inside = self.error_inside(request)
                if inside is None:
                    self.troubles.appendleft(trouble)
                    return self.answer(request)
                return inside

    async def serve(self) -> asyncio.Server:
        """The same as a server on this machine, for clients of other processes."""
        return await asyncio.start_server(self._converse, "127.0.0.1", 0)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                first, *lines = head.strip().split("\r\n")
                method, target, _ = first.split(" ")
                headers = dict(line.split(": ", 1) for line in lines)
                lowered = {name.lower(): value for name, value in headers.items()}
                body = await reader.readexactly(int(lowered.get("content-length", "0")))
                url = f"http://{lowered['host']}{target}"
                response = await self.handle(
                    httpx.Request(method, url, headers=headers, content=body)
                )
                said = response.content
                status = f"HTTP/1.1 {response.status_code} Said\r\n"
                more = f"content-type: application/json\r\ncontent-length: {len(said)}\r\n\r\n"
                writer.write((status + more).encode() + said)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, httpx.TransportError):
            pass  # the client went away, or the trouble is that we do
        finally:
            writer.close()
