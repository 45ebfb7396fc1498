"""agent.reading.Reader that a test holds back, lets fail, and counts."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from agent.errors import ModelError
from agent.plain.plain_reader import read_plainly
from agent.reading import CallRecord, Hear, Page, Reading, ReadResult

CALL = CallRecord("fake", "hash", 900, 850, 60, 420, None, "ok")
PATIENCE = 10.0
"""Seconds until a test that waits for a reading that never begins gives up."""


class FakeReader:
    """Reads plainly, unless it is told what to read."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        """What was to be read, one for each call."""
        self.cancelled = 0
        self.listened: list[bool] = []
        """Whether somebody was there to hear the bridge, one for each call."""
        self.sentences: Sequence[str] = ()
        self.bridge = ""
        """What it puts into every reading of its own."""
        self.reading: Reading | None = None
        self.failure: Exception | None = None
        self._free = asyncio.Event()
        self._free.set()
        self._began = asyncio.Event()

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:
        self.pages.append(page)
        self.listened.append(hear is not None)
        self._began.set()
        for sentence in self.sentences:
            if hear is not None:
                hear(sentence)
        try:
            await self._free.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if self.failure is not None:
            if isinstance(self.failure, ModelError):
                self.failure.calls = (CALL,)
            raise self.failure
        reading = self.reading or replace(read_plainly(page), bridge=self.bridge)
        return ReadResult(reading, (CALL,))

    def hold(self) -> None:
        """Readings begin, and do not end."""
        self._free.clear()

    def let_go(self) -> None:
        """They end now."""
        self._free.set()

    async def begun(self, times: int) -> None:
        """Waits until so many readings have begun."""
        async with asyncio.timeout(PATIENCE):
            while len(self.pages) < times:
                self._began.clear()
                await self._began.wait()
