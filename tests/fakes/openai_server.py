"""A loopback server with OpenAI's chat completions, played from a script of answers and faults.

In a test: `async with OpenAIServer([answers({...}), fails(500)]) as server: ... server.url`. As a
process of its own, for measuring: `python -m tests.fakes.openai_server --port 18081 --delay 0.05`;
GET /stats tells what it has counted, POST /plays {"content": "...", "chunks": 60} sets the answer.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeAlias

USAGE = {
    "prompt_tokens": 2000,
    "completion_tokens": 120,
    "total_tokens": 2120,
    "prompt_tokens_details": {"cached_tokens": 1792},
}
NOTHING_READ = {
    "bridge": "",
    "signals": [],
    "facts": [],
    "question": "",
    "answers": [],
    "declines": [],
    "later": "",
    "language": "en",
    "asks": {"key": "none", "text": ""},
}


@dataclass(frozen=True)
class Play:
    """How one call is answered: the content, or what goes wrong on the way."""

    content: str = json.dumps(NOTHING_READ)
    status: int = 200
    error: Mapping[str, str] = field(default_factory=dict)
    """The error object of an answer that is not 200."""
    body: bytes | None = None
    """Sent as it is, instead of a completion."""
    delay: float = 0.0
    """Seconds before the first byte."""
    pause: float = 0.0
    """Seconds between chunks."""
    chunks: int = 8
    """Pieces of the content when it is streamed."""
    finish: str = "stop"
    refusal: str | None = None
    hang_after: int | None = None
    """Chunks after which nothing more comes."""
    reset_after: int | None = None
    """Chunks after which the connection is torn down."""


def answers(found: Mapping[str, Any], **how: Any) -> Play:
    """An object as the schema wants it: what is given, and the rest empty."""
    return Play(json.dumps({**NOTHING_READ, **found}, ensure_ascii=False), **how)


def says(content: str, **how: Any) -> Play:
    """Any text as the answer."""
    return Play(content, **how)


def fails(status: int, message: str = "out of order", **error: str) -> Play:
    """An HTTP error with OpenAI's error object."""
    return Play(status=status, error={"message": message, **error})


def sends(body: bytes) -> Play:
    """A body that is no completion."""
    return Play(body=body)


def cut_off(content: str = '{"bridge":"This goes on and on and') -> Play:
    """An answer that ends at the token limit."""
    return Play(content, finish="length")


def refuses() -> Play:
    """The model declines."""
    return Play("", refusal="I can't help with that.")


def silent() -> Play:
    """Accepts the request and never answers."""
    return Play(delay=3600)


@dataclass(frozen=True)
class Call:
    """One request as it came in."""

    path: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]

    @property
    def streamed(self) -> bool:
        return self.body.get("stream") is True

    @property
    def prompt(self) -> str:
        return "\n".join(message["content"] for message in self.body["messages"])

    @property
    def prompt_bytes(self) -> int:
        schema = self.body.get("response_format", {}).get("json_schema", {}).get("schema", {})
        return len(self.prompt.encode()) + len(json.dumps(schema))


Plays: TypeAlias = Iterable[Play] | Callable[[Call], Play]


class OpenAIServer:
    """Plays in order, the last for ever, or by a function of the call; counts what it is asked."""

    def __init__(self, plays: Plays = (Play(),), *, port: int = 0) -> None:
        self._plays = plays if callable(plays) else list(plays)
        self._port = port
        self._open: set[asyncio.StreamWriter] = set()
        self.calls: list[Call] = []
        self.connections = 0
        self.asked = asyncio.Event()
        """Set by the first call."""

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self._port}/v1"

    @property
    def prompt_bytes(self) -> int:
        """Of all prompts together, their schemas included."""
        return sum(call.prompt_bytes for call in self.calls)

    def play(self, *plays: Play) -> None:
        """Answer like this from now on."""
        self._plays = list(plays)

    def play_by(self, choose: Callable[[Call], Play]) -> None:
        """Answer each call as it says from now on."""
        self._plays = choose

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        self.connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while not writer.is_closing():
                await self._serve_one(reader, writer)
        self._open.discard(writer)
        writer.close()

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        named = (line.partition(":") for line in lines if line)
        headers = {name.lower(): value.strip() for name, _, value in named}
        sent = await reader.readexactly(int(headers.get("content-length", "0")))
        path = first.split()[1]
        if path == "/stats":
            _send(writer, 200, {"calls": len(self.calls), "prompt_bytes": self.prompt_bytes})
        elif path == "/plays":
            self.play(replace(Play(), **json.loads(sent)))
            _send(writer, 200, {})
        else:
            call = Call(path, json.loads(sent), headers)
            self.calls.append(call)
            self.asked.set()
            await self._answer(writer, call, self._choose(call))
        await writer.drain()

    def _choose(self, call: Call) -> Play:
        if callable(self._plays):
            return self._plays(call)
        return self._plays.pop(0) if len(self._plays) > 1 else self._plays[0]

    async def _answer(self, writer: asyncio.StreamWriter, call: Call, play: Play) -> None:
        if play.delay:
            await asyncio.sleep(play.delay)
        if play.body is not None:
            _send(writer, play.status, play.body)
        elif play.status != 200:
            _send(writer, play.status, {"error": dict(play.error)})
        elif call.streamed:
            await _stream(writer, call, play)
        else:
            message = {"role": "assistant", "content": play.content, "refusal": play.refusal}
            choice = {"index": 0, "message": message, "finish_reason": play.finish}
            _send(writer, 200, _completion(call, "chat.completion", [choice], USAGE))


def _completion(call: Call, kind: str, choices: list[Any], usage: Any) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": 1,
        "model": call.body["model"],
        "choices": choices,
        "usage": usage,
    }


def _send(writer: asyncio.StreamWriter, status: int, body: object) -> None:
    sent = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    head = f"HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\n"
    writer.write(f"{head}content-length: {len(sent)}\r\n\r\n".encode() + sent)


async def _stream(writer: asyncio.StreamWriter, call: Call, play: Play) -> None:
    head = (
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    writer.write(head.encode())
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": piece} for piece in _pieces(play.content, play.chunks)]
    if play.refusal:
        deltas.append({"refusal": play.refusal})
    for number, delta in enumerate(deltas):
        if number == play.reset_after:
            await writer.drain()
            writer.transport.abort()
            return
        if number == play.hang_after:
            await writer.drain()
            await asyncio.sleep(3600)
        _event(writer, _chunk(call, delta, None))
        if play.pause:
            await writer.drain()
            await asyncio.sleep(play.pause)
    _event(writer, _chunk(call, {}, play.finish))
    if call.body.get("stream_options", {}).get("include_usage"):
        _event(writer, _completion(call, "chat.completion.chunk", [], USAGE))
    _event(writer, "[DONE]")
    writer.write(b"0\r\n\r\n")


def _chunk(call: Call, delta: Mapping[str, Any], finish: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return _completion(call, "chat.completion.chunk", [choice], None)


def _event(writer: asyncio.StreamWriter, data: object) -> None:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    event = f"data: {text}\n\n".encode()
    writer.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")


def _pieces(content: str, count: int) -> list[str]:
    size = max(1, -(-len(content) // max(1, count)))
    return [content[start : start + size] for start in range(0, len(content), size)]


async def _run(port: int, play: Play) -> None:
    async with OpenAIServer([play], port=port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--chunks", type=int, default=8)
    parser.add_argument("--content", default=Play.content)
    asked = parser.parse_args()
    asyncio.run(_run(asked.port, Play(asked.content, delay=asked.delay, chunks=asked.chunks)))
