"""What happens when, while ninety days are played in seconds? Jobs and deeds in the order of their
time, on a clock that is moved from one to the next.
"""

import heapq
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from agent.ports import Job
from agent.rehearsal.rehearsal import SetClock

Deed = Callable[[], Awaitable[object]]
Handler = Callable[[str], Awaitable[datetime | None]]
"""Of a kind of job, as console/working.py has them: when to come back, if at all."""


class Timeline:
    """Everything that is still to happen."""

    def __init__(self, clock: SetClock) -> None:
        self.clock = clock
        self._due: list[tuple[datetime, int, Deed]] = []
        self._count = 0
        self._jobs: list[tuple[datetime, Job]] = []

    def enqueue(self, _connection: Connection, job: Job) -> None:
        """storage.*.Enqueue: kept until the time line runs."""
        self._jobs.append((max(job.at or self.clock.now(), self.clock.now()), job))

    async def cancel(self, _kind: str, _key: str) -> bool:
        """agent.ports.Jobs.cancel: a job that nobody needs any more finds nothing to do."""
        return False

    def at(self, moment: datetime, deed: Deed) -> None:
        """Have it done then."""
        self._count += 1  # of two at the same moment the one that was planned first goes first
        heapq.heappush(self._due, (moment, self._count, deed))

    async def run(self, until: datetime, handlers: Mapping[str, Handler]) -> None:
        """Do all that is due until then; what is due later is left undone."""
        self._take_jobs(handlers)
        while self._due and self._due[0][0] <= until:
            moment, _, deed = heapq.heappop(self._due)
            self.clock.at = moment
            await deed()
            self._take_jobs(handlers)

    def _take_jobs(self, handlers: Mapping[str, Handler]) -> None:
        for moment, job in self._jobs:
            if job.kind in handlers:
                self._plan(moment, handlers[job.kind], job.row)
        self._jobs.clear()

    def _plan(self, moment: datetime, handler: Handler, row: str) -> None:
        async def work() -> None:
            again = await handler(row)
            if again is not None:
                self._plan(max(again, self.clock.now()), handler, row)

        self.at(moment, work)
