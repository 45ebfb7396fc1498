"""A place where vendors' own clients send to, so that their requests can be laid beside ours."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from agent.grants import Grant
from delivery.calls import Call
from delivery.system import System
from delivery.wire import request_of


@dataclass(frozen=True)
class Seen:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any

    def beside(self, *headers: str) -> tuple[Any, ...]:
        """What two requests are compared by."""
        named = {name: self.headers.get(name) for name in headers}
        return (self.method, self.path.rstrip("/"), self.query, named, self.body)


@dataclass
class Recorder:
    """Listens on this machine and says yes to everything."""

    url: str
    seen: list[Seen] = field(default_factory=list)
    answer: Any = field(default_factory=dict)
    status: int = 200


@contextmanager
def recorder() -> Iterator[Recorder]:
    """Until the block ends."""
    record = Recorder("")

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            record.seen.append(
                seen(self.command, self.path, dict(self.headers), self.rfile.read(length))
            )
            said = json.dumps(record.answer).encode()
            self.send_response(record.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_GET = do_POST = do_PUT = do_PATCH = handle_one

        def log_message(self, format: str, *args: Any) -> None:
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    record.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield record
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ours(system: System, call: Call, token: str) -> Seen:
    """The request that we would send."""
    grant = Grant(token)
    request = request_of(call, system.address(grant), system.headers(grant))
    return of_httpx(request)


def of_httpx(request: httpx.Request) -> Seen:
    target = request.url.raw_path.decode()
    return seen(request.method, target, dict(request.headers), request.content)


def seen(method: str, target: str, headers: dict[str, str], body: bytes) -> Seen:
    parts = urlsplit(target)
    lowered = {name.lower(): value for name, value in headers.items()}
    written: Any = None
    if body and "json" in lowered.get("content-type", ""):
        written = json.loads(body)
    elif body:
        written = dict(parse_qsl(body.decode()))
    return Seen(method, parts.path, dict(parse_qsl(parts.query)), lowered, written)
