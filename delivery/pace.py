"""May the next call go out? Calls to a system are spread out, and wait when it asks for a pause.

One process keeps this for itself; what all of them have under way together is held by the queue
of jobs that each system has (console/places.py, `lanes`). aiolimiter was refused: it reads the
loop's clock, so that tests would wait, and a 429 cannot pause it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from agent.ports import Clock
from delivery.system import Pace

Sleep = Callable[[float], Awaitable[None]]


class Gate:
    """Lets calls to one system through at its pace (the generic cell rate algorithm)."""

    def __init__(self, pace: Pace, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._between = timedelta(seconds=1 / pace.per_second)
        self._ahead = self._between * (pace.burst - 1)
        self._longest = self._between * (pace.burst + pace.at_once)
        self._places = asyncio.Semaphore(pace.at_once)
        self._clock = clock
        self._sleep = sleep
        self._due: datetime | None = None
        """When the next call would go out if none were let through ahead of time."""
        self._closed: datetime | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and hold one of the system's places meanwhile."""
        async with self._places:
            now = self._clock.now()
            due = max(now, self._due or now)
            due = min(due, now + self._longest)  # the clock may have been set back
            self._due = due + self._between
            pause = (due - self._ahead - now).total_seconds()
            if pause > 0:
                await self._sleep(pause)
            yield

    def close(self, until: datetime) -> None:
        """The system asked us to stay away until then."""
        self._closed = max(self._closed or until, until)

    def open(self) -> None:
        """It may be called, whatever it asked for."""
        self._closed = None

    def closed_until(self) -> datetime | None:
        """When it may be called again; None if now."""
        if self._closed is None or self._closed <= self._clock.now():
            return None
        return self._closed
