"""What does a language model cost us, but for the model? A loopback server that reads by regexes.

It speaks OpenAI's chat completions with a fixed latency, and fills whatever object it is asked for:
our own reading, or a flat object of facts as other bots ask for. It finds only what the new
messages say. `python -m bench.model_stub --port 18081 --latency 0.05`; GET /_stats, POST /_reset.
"""

import argparse
import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

import httptools
import uvloop

Json = dict[str, Any]

CHUNKS = 60
_NEW = re.compile(r"<message>\n(.*?)\n</message>", re.DOTALL)
_ASKED = re.compile(r"^(\w+) \([^)]*\): (.+)$", re.MULTILINE)
_FACT = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
_OUR = re.compile(r"\bour (\w+) is ([^.]+)")
_NEXT = re.compile(r"^NEXT (.*)$", re.MULTILINE)
_MARK = re.compile(r"\bDana (Q[a-z]+)\b")
"""The surname that the driver gives each prospect: by it prompts of one conversation are known."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said: the words, and their value as our schema wants it and as a plain datum."""

    quote: str
    value: str
    plain: str | int


def facts_in(text: str) -> dict[str, Fact]:
    """The facts of a lead that a text states, by the names of the criteria."""
    found = {}
    for key, (pattern, value) in _PATTERNS.items():
        match = pattern.search(text)
        if match is not None:
            said = match[1] if match.re.groups else match[0]
            number = said.replace(",", "")
            plain = int(number) if number.isdigit() else match[0]
            found[key] = Fact(match[0], value.format(number), plain)
    for match in _OUR.finditer(text):
        found[match[1]] = Fact(match[2], "", match[2])
    return found


_PATTERNS = {
    "name": (re.compile(r"(?<=I'm )[A-Z]\w+ [A-Z]\w+"), "{}"),
    "need": (re.compile(r"[^.]*\b(?:lose|losing|need)\b[^.]*"), ""),
    "budget": (re.compile(r"€\s?([\d,]+) a year"), "{} EUR year"),
    "authority": (re.compile(r"I sign off on it|I decide"), "decides"),
    "timeline": (re.compile(r"within \d+ months"), "{}"),
    "company_size": (re.compile(r"(\d+) people"), "{}"),
    "email": (re.compile(r"[\w.+-]+@[\w-]+\.\w+"), "{}"),
}


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least


@dataclass
class Stats:
    """What was asked since the last reset."""

    calls: int = 0
    streamed: int = 0
    prompt_bytes: int = 0
    """Of the messages and the schema."""
    message_bytes: int = 0
    """Of the messages of prompts that another of the same conversation went before."""
    shared_bytes: int = 0
    """Of those: what both begin with."""
    served_ms: float = 0.0
    largest: int = 0
    previous: dict[str, bytes] = field(default_factory=dict)

    def count(self, prompt: bytes, schema: int) -> None:
        """Count a prompt, and what it shares with the one before it in its conversation."""
        self.calls += 1
        self.prompt_bytes += len(prompt) + schema
        self.largest = max(self.largest, len(prompt) + schema)
        mark = _MARK.search(prompt.decode())
        if mark is None:
            return
        before = self.previous.get(mark[1])
        if before is not None:
            self.message_bytes += len(prompt)
            self.shared_bytes += _shared(before, prompt)
        self.previous[mark[1]] = prompt

    def shown(self) -> Json:
        """For /_stats."""
        return {name: value for name, value in asdict(self).items() if name != "previous"}


def answer(body: Mapping[str, Any]) -> str:
    """What the model says to a request."""
    messages = body["messages"]
    wanted = body.get("response_format", {}).get("json_schema", {})
    if not wanted:
        return "Thank you, that helps. Could you tell me a little more about it?"
    properties = wanted["schema"]["properties"]
    if "manner" in properties:
        said = _brief(messages[0]["content"], messages[-1]["content"])
    elif "bridge" in properties:
        said = _reading(properties, messages[0]["content"], messages[-1]["content"])
    else:
        found = facts_in(messages[-1]["content"])
        said = {name: found[name].plain if name in found else None for name in properties}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _reading(properties: Mapping[str, Any], rules: str, state: str) -> Json:
    """Our own schema, filled from the new messages."""
    text = " ".join(_NEW.findall(state))
    allowed = properties["answers"]["items"]["properties"]["key"]["enum"]
    found = {key: one for key, one in facts_in(text).items() if key in allowed}
    facts = list(_facts_asked(properties, rules, text))
    said: Json = {
        "bridge": facts[0][1] if facts else "Thank you, that is good to know.",
        "signals": [],
        "facts": [identity for identity, _ in facts],
        "question": "",
        "answers": [
            {"key": key, "quote": one.quote, "value": one.value, "corrects": False}
            for key, one in found.items()
        ],
        "declines": [],
        "later": "",
        "language": "en",
        "asks": _asks(rules, state, found),
    }
    return {name: value for name, value in said.items() if name in properties}


def _brief(rules: str, record: str) -> Json:
    """What they need, told by a third person."""
    needs = (facts_in(one).get("need") for one in _NEW.findall(record))
    quote = next((one.quote.strip() for one in needs if one is not None), "")
    if not quote or "in English" not in rules:
        return {"summary": [], "manner": [], "next_step": ""}
    told = {"text": f"{quote.replace('We ', 'They ').rstrip('.')}.", "quote": quote}
    return {"summary": [told], "manner": [], "next_step": ""}


def _facts_asked(properties: Mapping[str, Any], rules: str, text: str) -> Iterator[tuple[str, str]]:
    if "?" not in text or "facts" not in properties:
        return
    known = dict(_FACT.findall(rules.partition("\nFACTS\n")[2].partition("\nEXAMPLES\n")[0]))
    for identity in properties["facts"]["items"]["enum"]:
        if identity.replace("_", " ") in text:
            yield identity, known[identity]


def _asks(rules: str, state: str, found: Mapping[str, Fact]) -> Json:
    expected = _NEXT.search(state)
    open_keys = [key for key in expected[1].split(", ") if key not in found] if expected else []
    questions = dict(_ASKED.findall(rules.partition("\nQUESTIONS\n")[2]))
    for key in open_keys:
        if key in questions:
            return {"key": key, "text": f"And {questions[key][0].lower()}{questions[key][1:]}"}
    return {"key": "none", "text": ""}


class Stub:
    """Answers requests after `latency` seconds, streamed ones in CHUNKS pieces over that time."""

    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.stats = Stats()
        self._running: set[asyncio.Task[None]] = set()

    def serve(self, line: "Line", path: str, body: bytes) -> None:
        """Answer one request."""
        if path == "/_stats":
            line.send(self.stats.shown())
        elif path == "/_reset":
            self.stats = Stats()
            line.send({})
        elif path.endswith("/chat/completions"):
            task = asyncio.get_running_loop().create_task(self._complete(line, json.loads(body)))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        else:
            line.send({"error": {"message": f"There is no {path} here."}}, b"404 Not Found")

    async def _complete(self, line: "Line", body: Json) -> None:
        began = asyncio.get_running_loop().time()
        prompt = "\n".join(message["content"] for message in body["messages"]).encode()
        schema = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
        size = len(json.dumps(schema)) if schema else 0
        stats = self.stats
        stats.count(prompt, size)
        text = answer(body)
        usage = {
            "prompt_tokens": (len(prompt) + size) // 4,
            "completion_tokens": len(text) // 4,
            "total_tokens": (len(prompt) + size + len(text)) // 4,
        }
        if body.get("stream"):
            stats.streamed += 1
            await self._stream(line, body["model"], text, usage, began)
        else:
            await asyncio.sleep(began + self.latency - asyncio.get_running_loop().time())
            message = {"role": "assistant", "content": text, "refusal": None}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            line.send(_document("chat.completion", body["model"], [choice], usage))
        stats.served_ms += (asyncio.get_running_loop().time() - began) * 1000

    async def _stream(self, line: "Line", model: str, text: str, usage: Json, began: float) -> None:
        loop = asyncio.get_running_loop()
        line.begin_stream()
        size = -(-len(text) // CHUNKS)
        for number in range(CHUNKS):
            await asyncio.sleep(began + self.latency * (number + 1) / CHUNKS - loop.time())
            delta = {"content": text[number * size : (number + 1) * size]}
            choice = {"index": 0, "delta": delta, "finish_reason": None}
            line.send_event(_document("chat.completion.chunk", model, [choice], None))
        ended = {"index": 0, "delta": {}, "finish_reason": "stop"}
        line.send_event(_document("chat.completion.chunk", model, [ended], None))
        line.send_event(_document("chat.completion.chunk", model, [], usage))
        line.end_stream()


def _document(kind: str, model: str, choices: list[Json], usage: Json | None) -> Json:
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": 1,
        "model": model,
        "choices": choices,
        "usage": usage,
    }


class Line(asyncio.Protocol):
    """One connection, kept alive."""

    def __init__(self, stub: Stub) -> None:
        self._stub = stub
        self._parser = httptools.HttpRequestParser(self)
        self._path = b""
        self._body = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where answers go."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Parse what came; whoever speaks no HTTP is hung up on."""
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._transport.close()

    def on_message_begin(self) -> None:
        """A request begins."""
        self._path = self._body = b""

    def on_url(self, url: bytes) -> None:
        """Its path."""
        self._path += url

    def on_body(self, body: bytes) -> None:
        """A part of its body."""
        self._body += body

    def on_message_complete(self) -> None:
        """It is here."""
        self._stub.serve(self, self._path.decode(), self._body)

    def send(self, document: Json, status: bytes = b"200 OK") -> None:
        """A whole answer."""
        body = json.dumps(document, ensure_ascii=False).encode()
        head = b"HTTP/1.1 %b\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
        self._write(head % (status, len(body)) + body)

    def begin_stream(self) -> None:
        """The head of a streamed answer."""
        self._write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
            b"transfer-encoding: chunked\r\n\r\n"
        )

    def send_event(self, document: Json) -> None:
        """One server-sent event."""
        self._send_chunk(b"data: " + json.dumps(document, ensure_ascii=False).encode() + b"\n\n")

    def end_stream(self) -> None:
        """The last event, and the end."""
        self._send_chunk(b"data: [DONE]\n\n")
        self._write(b"0\r\n\r\n")

    def _send_chunk(self, data: bytes) -> None:
        self._write(b"%x\r\n%b\r\n" % (len(data), data))

    def _write(self, data: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(data)


async def serve(port: int, latency: float) -> asyncio.Server:
    """Start answering; port 0 takes a free one."""
    stub = Stub(latency)
    return await asyncio.get_running_loop().create_server(
        lambda: Line(stub), "127.0.0.1", port, backlog=512
    )


async def _run(port: int, latency: float) -> None:
    async with await serve(port, latency) as server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--latency", type=float, default=0.05)
    asked = parser.parse_args()
    uvloop.run(_run(asked.port, asked.latency))
