"""What did doctor find last? Kept for everybody of this process, with its time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from agent.ports import Clock
from delivery.doctor import Finding, bad

PATIENCE = 45.0
"""Seconds for all systems together; a browser waits about a minute."""

Examine = Callable[[], Awaitable[Mapping[str, Sequence[Finding]]]]


@dataclass(frozen=True, slots=True)
class CheckUp:
    """What was found, by system."""

    at: datetime
    found: Mapping[str, Sequence[Finding]]

    @property
    def bad(self) -> int:
        """How many things keep something from working."""
        return sum(one.level == "bad" for rows in self.found.values() for one in rows)


class CheckUps:
    """Makes them, one at a time."""

    def __init__(self, examine: Examine, clock: Clock, patience: float = PATIENCE) -> None:
        self._examine = examine
        self._clock = clock
        self._patience = patience
        self._turn = asyncio.Lock()
        self.last: CheckUp | None = None

    async def make(self) -> CheckUp:
        """Look at every system; whoever asks meanwhile gets what is found then."""
        asked = self._clock.now()
        async with self._turn:
            if self.last is None or self.last.at < asked:
                self.last = CheckUp(self._clock.now(), await self._looked())
            return self.last

    async def _looked(self) -> Mapping[str, Sequence[Finding]]:
        try:
            async with asyncio.timeout(self._patience):
                return await self._examine()
        except TimeoutError:
            slow = bad(
                "time",
                "the systems did not answer in time: `python app.py doctor --system NAME` asks one "
                "alone",
            )
            return {"banter": [slow]}
