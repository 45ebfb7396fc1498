"""How long does a caller wait for our first word? From the last frame of what they say to the first
token, over a real socket, beside the moments at which the model sent its own.

The model stub runs in this process, so all moments are of one clock. `python -m bench.voice`.
"""

import asyncio
import re
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from bench.model_stub import Json, Line, Stub
from bench.processes import free_port
from bench.rig import server_running
from channels.simulators.relay import relay_line
from channels.simulators.telephone import VOICE, call_params, post_signed

LATENCIES = (0.05, 0.6)
"""Seconds that the model takes for a whole answer: that of the other figures, and a real one's."""
CALLS = 12
ANSWERS = (
    "we struggle with customers that nobody calls back",
    "our budget is five thousand euros a year",
    "I decide that myself",
    "we want to start within two months",
)
ACCOUNT, TOKEN, ADDRESS = "AC" + "0" * 32, "for measuring", "https://banter.example"
OURS = "+14155550000"
SCRIPT = Path(__file__).parents[1] / "prompts" / "scripts" / "crm-suite.yaml"
_FIRST_SENTENCE = re.compile(r'"bridge":"[^"]*?[.!?](?:[ "])')


@dataclass
class TimedStub(Stub):
    """A model stub that remembers when it sent what."""

    latency: float
    first: float = 0.0
    """The first token of its last answer."""
    sentence: float = 0.0
    """The one that completed the first sentence that may be said."""

    def __post_init__(self) -> None:
        Stub.__init__(self, self.latency)

    async def _stream(self, line: Line, model: str, text: str, usage: Json, began: float) -> None:
        await super()._stream(_Watched(line, self), model, text, usage, began)


class _Watched(Line):
    """A connection whose events are noticed."""

    def __init__(self, line: Line, stub: TimedStub) -> None:
        self._line = line
        self._noted = stub
        self._text = ""

    def begin_stream(self) -> None:
        self._noted.first = self._noted.sentence = 0.0
        self._line.begin_stream()

    def send_event(self, document: Json) -> None:
        self._line.send_event(document)
        now = asyncio.get_running_loop().time()
        for choice in document["choices"]:
            self._text += choice["delta"].get("content", "")
        self._noted.first = self._noted.first or now
        if not self._noted.sentence and _FIRST_SENTENCE.search(self._text):
            self._noted.sentence = now

    def end_stream(self) -> None:
        self._line.end_stream()


@dataclass
class Waits:
    """Milliseconds, one for each turn."""

    caller: list[float] = field(default_factory=list)
    """From the caller's last word to our first token."""
    model: list[float] = field(default_factory=list)
    """To the model's first token."""
    before: list[float] = field(default_factory=list)
    """Of it our own: keeping the words, taking the turn, asking the model."""
    after: list[float] = field(default_factory=list)
    """From the model's first whole sentence to our first token."""


async def measure_calls(url: str, latency: float) -> Waits:
    """So many calls, one at a time."""
    stub, port = TimedStub(latency), free_port()
    server = await asyncio.get_running_loop().create_server(lambda: Line(stub), "127.0.0.1", port)
    twilio = {
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "PUBLIC_BASE_URL": ADDRESS,
    }
    waits = Waits()
    async with server, server_running(url, port, scripts=[_script()], more=twilio) as (_, ours):
        for number in range(CALLS + 1):
            counted = waits if number else Waits()  # the first call warms up
            await _call(f"http://127.0.0.1:{ours}", stub, counted, number)
    return waits


def _script() -> str:
    """A script that answers the number, beside the one that it is a copy of."""
    text = SCRIPT.read_text(encoding="utf-8").replace("script: crm-suite", "script: measured")
    own = re.sub(r"^(?:pages|forms): .*\n", "", text, flags=re.MULTILINE)
    file = Path(tempfile.mkdtemp()) / "measured.yaml"
    file.write_text(f'{own}\nanswers: ["{OURS}"]\n', encoding="utf-8")
    return str(file)


async def _call(server: str, stub: TimedStub, waits: Waits, number: int) -> None:
    theirs, ours = f"+1415555{number:04}", OURS
    async with (
        relay_line(server, ADDRESS, TOKEN) as line,
        httpx.AsyncClient(base_url=server) as client,
    ):
        await post_signed(
            client, ADDRESS, TOKEN, VOICE, call_params(line.call, ACCOUNT, theirs, ours)
        )
        await line.setup(ACCOUNT, theirs, ours, said="1")
        for words in ANSWERS:
            began = asyncio.get_running_loop().time()
            await line.say(words)
            await line.next_token()
            token = asyncio.get_running_loop().time()
            await line.hear()
            if not began < stub.sentence <= token:
                continue  # the words alone were enough: nothing was streamed
            waits.caller.append(1000 * (token - began))
            waits.model.append(1000 * (stub.first - began))
            streamed = stub.latency / 60  # the stub's first token comes so late by itself
            waits.before.append(1000 * max(0.0, stub.first - began - streamed))
            waits.after.append(1000 * (token - stub.sentence))


def show(found: dict[float, Waits], screen: Console) -> None:
    """The table."""
    table = Table(title="A caller's wait for our first word, ms", title_justify="left")
    table.add_column("")
    for latency in found:
        table.add_column(f"model takes {1000 * latency:.0f}", justify="right")
    rows = {
        "last word → model's first token": [one.model for one in found.values()],
        "last word → our first token (its first sentence is whole)": [
            one.caller for one in found.values()
        ],
        "of it our own: until the model is asked": [one.before for one in found.values()],
        "of it our own: after its first sentence": [one.after for one in found.values()],
    }
    for label, columns in rows.items():
        table.add_row(label, *(_percentiles(one) for one in columns))
    table.add_row("turns measured", *(str(len(one.caller)) for one in found.values()))
    screen.print(table)


def _percentiles(values: list[float]) -> str:
    if len(values) < 2:
        return "–"
    return f"p50 {statistics.median(values):.1f}, p95 {statistics.quantiles(values, n=20)[18]:.1f}"


async def measure(screen: Console) -> None:
    """Everything."""
    with tempfile.TemporaryDirectory(prefix="banter-bench-") as folder:
        found = {}
        for latency in LATENCIES:
            url = f"sqlite:///{Path(folder) / f'voice{latency}.db'}"
            found[latency] = await measure_calls(url, latency)
    show(found, screen)


if __name__ == "__main__":
    asyncio.run(measure(Console()))
