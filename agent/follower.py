"""What became of the leads that a CRM got? It is asked every few minutes, by a job of its own.

Each time has a job, named by the system and by the time: however many processes start, and
whichever of them dies, there is one chain of them, and a time that fails does not break it.
"""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from agent.errors import Unavailable
from agent.news import Hearsay, Teller
from agent.ports import Clock, Job, Jobs

KIND = "follow"
"""The kind of job; its row is `system/number of the time`."""
EVERY = timedelta(minutes=5)
FIRST = timedelta(days=30)
"""So far back is looked at the first time."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOG = logging.getLogger(__name__)


class Follower:
    """The handler of the jobs of the kind `follow`."""

    def __init__(
        self, tellers: Iterable[Teller], hearsay: Hearsay, jobs: Jobs, clock: Clock
    ) -> None:
        self._tellers = {one.name: one for one in tellers}
        self._hearsay = hearsay
        self._jobs = jobs
        self._clock = clock

    async def begin(self) -> None:
        """See to it that each system is asked from now on."""
        for system in self._tellers:
            await self._next(system, 0)

    async def follow(self, row: str) -> datetime | None:
        """Ask a system; twice changes nothing."""
        system, _, number = row.partition("/")
        teller = self._tellers.get(system)
        if teller is None:  # it was configured once
            return None
        await self._next(system, int(number))
        since = await self._hearsay.since(system) or self._clock.now() - FIRST
        try:
            told = await teller.told(since)
        except Unavailable as error:
            _LOG.warning("%s does not tell what became of leads, asked again soon: %s", row, error)
            return None
        new = await self._hearsay.hear(system, told.news, told.since, self._clock.now())
        if new:
            _LOG.info("%s told %d things that are new of our leads", system, new)
        return None

    async def _next(self, system: str, after: int) -> None:
        """The same time is one job, whoever asks for it; one that is done early is not its own
        next.
        """
        number = max((self._clock.now() - _EPOCH) // EVERY, after) + 1
        at = _EPOCH + number * EVERY
        await self._jobs.add(Job(KIND, f"{system}/{number}", at=at))
