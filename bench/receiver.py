"""Who receives the leads that are delivered in a measurement? One that fails as often as told."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

_FAULTS = ("503 Service Unavailable", "429 Too Many Requests", "cut", "cut before")
"""`cut`: the connection ends after it has the lead; `cut before`: before."""


class Receiver:
    """Takes each delivery once, by its id, as docs/webhook.md tells receivers to."""

    def __init__(self, failing: float = 0.0, seed: int = 7) -> None:
        self._failing = failing
        self._chance = random.Random(seed)  # noqa: S311
        self.requests = 0
        self.faults: Counter[str] = Counter()
        self.leads: Counter[str] = Counter()
        """How often each hand-over was taken for a new one; more than once would be a double."""
        self.repeats = 0
        """Deliveries that came again after a connection was cut, and were recognised."""
        self._known: set[str] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self.after: dict[str, timedelta] = {}
        """From the hand-over of a lead to its arrival; of its first revision."""
        self.since: dict[str, datetime] = {}
        """When it was handed over."""

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Its address."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/leads"
        finally:
            server.close()
            for writer in set(self._open):
                writer.close()
            while self._open:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            while await self._answer(reader, writer):
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # they have hung up
        finally:
            self._open.discard(writer)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Whether the connection stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
        }
        body = await reader.readexactly(int(headers["content-length"]))
        self.requests += 1
        fault = self._chance.choice(_FAULTS) if self._chance.random() < self._failing else None
        if fault is not None:
            self.faults[fault] += 1
        if fault in (None, "cut"):
            self._take(headers["banter-delivery"], body)
        if fault in ("cut", "cut before"):
            return False
        writer.write(f"HTTP/1.1 {fault or '200 OK'}\r\nContent-Length: 0\r\n\r\n".encode())
        return True

    def _take(self, delivery: str, body: bytes) -> None:
        if delivery in self._known:
            self.repeats += 1
            return
        self._known.add(delivery)
        lead = json.loads(body)
        self.leads[f"{lead['id']}.{lead['revision']}"] += 1
        if lead["revision"] == 1:
            self.since[lead["id"]] = since = datetime.fromisoformat(lead["created_at"])
            self.after[lead["id"]] = datetime.now(UTC) - since
