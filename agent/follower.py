"""What became of the leads that a CRM got? It is asked every few minutes, by a job of its own.

Each time has a job, named by the system and by the time: however many processes start, and
whichever of them dies, there is one chain of them, and a time that fails does not break it. A
system that calls to say what was changed is asked about those records at once; a call that is
lost is made up for by the next time.
"""

import logging
from collections.abc import Awaitable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal

from agent.errors import Unavailable
from agent.news import Hearsay, Teller, Told, Touched, Witness
from agent.ports import Clock, Job, Jobs

KIND = "follow"
"""The kind of job; its row is `system/number of the time`, or `system/at once/records`."""
AT_ONCE = "at once"
KINDS = {"person": "p", "deal": "d"}
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
        now, _, records = number.partition("/")
        if now == AT_ONCE:
            if isinstance(teller, Witness):
                await self._hear(system, teller.told_of(_read(records)), moves=False)
            return None
        await self._next(system, int(number))
        since = await self._hearsay.since(system) or self._clock.now() - FIRST
        contacts = await self._hearsay.contacts(system, self._clock.now())
        await self._hear(system, teller.told(since, contacts), moves=True)
        return None

    async def touched(self, system: str, changes: Sequence[tuple[Touched, str]]) -> None:
        """A system calls to say that these records were changed; with each, what tells this change
        from others of the record. The same call twice is one job.
        """
        if not changes or not isinstance(self._tellers.get(system), Witness):
            return
        every = sorted({f"{_written(one)} {change}" for one, change in changes})
        records = ",".join(dict.fromkeys(one.partition(" ")[0] for one in every))
        digest = sha256("\n".join(every).encode()).hexdigest()
        await self._jobs.add(Job(KIND, f"{system}/{AT_ONCE}/{records}", key=f"{system}/{digest}"))

    async def _hear(self, system: str, telling: Awaitable[Told], *, moves: bool) -> None:
        try:
            told = await telling
        except Unavailable as error:
            _LOG.warning(
                "%s does not tell what became of leads, asked again soon: %s", system, error
            )
            return
        since = told.since if moves else None
        new = await self._hearsay.hear(system, told.news, since, self._clock.now())
        if new:
            _LOG.info("%s told %d things that are new of our leads", system, new)

    async def _next(self, system: str, after: int) -> None:
        """The same time is one job, whoever asks for it; one that is done early is not its own
        next.
        """
        number = max((self._clock.now() - _EPOCH) // EVERY, after) + 1
        at = _EPOCH + number * EVERY
        await self._jobs.add(Job(KIND, f"{system}/{number}", at=at))


def _written(one: Touched) -> str:
    return f"{KINDS[one.kind]}{one.remote}"


def _read(records: str) -> list[Touched]:
    kinds: dict[str, Literal["person", "deal"]] = {"p": "person", "d": "deal"}
    return [Touched(kinds[one[0]], one[1:]) for one in records.split(",")]
