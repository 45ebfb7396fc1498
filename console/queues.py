"""What waits for a system, and how is it seen to by hand? Tried now, sent again, explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agent.outbox import Remedy
from agent.ports import Clock
from console.mending import mending
from delivery.doctor import Finding, bad, warning
from storage.outbox import StoredOutbox
from storage.waits import GivenUp, Waiting, Waits


@dataclass(frozen=True, slots=True)
class Queue:
    """Leads that wait for a system, or that it is not sent any more."""

    system: str
    waits: bool
    leads: int
    since: datetime | None
    next_at: datetime | None
    why: str
    """Mostly in the system's own words."""
    remedy: Remedy | None
    mend: str
    """What to do, in English."""


class Queues:
    """Looks at them, and hurries them."""

    def __init__(self, waits: Waits, outbox: StoredOutbox, clock: Clock) -> None:
        self._waits = waits
        self._outbox = outbox
        self._clock = clock

    async def all(self) -> tuple[Queue, ...]:
        """What waits first, then what was given up."""
        waiting, given_up = await self._waits.waiting(), await self._waits.given_up()
        return (*map(_waiting, waiting), *map(_given_up, given_up))

    async def try_now(self, system: str) -> bool:
        """Send the lead that has waited longest; the others follow when it gets through. False
        where none waits.
        """
        return await self._outbox.urge(system, self._clock.now())

    async def resume(self) -> None:
        """A process that starts may have new credentials, or reach what could not be reached: of
        each system that lets nobody through one lead tries it.
        """
        for one in await self._waits.waiting():
            if one.remedy in ("sign_in", "down"):
                await self.try_now(one.system)

    async def try_job(self, parcel: str) -> bool:
        """The same with one delivery."""
        system = parcel.rpartition(".")[2]
        return await self._outbox.urge(system, self._clock.now(), parcel)

    async def send_again(self, system: str) -> int:
        """Send what was given up; how many."""
        now = self._clock.now()
        failed = await self._waits.failed(system)
        return sum([await self._outbox.put_back(one, now) for one in failed])

    async def reasons(self, parcels: Sequence[str]) -> Mapping[str, str]:
        """Why these wait, those that do."""
        return await self._waits.reasons(parcels)

    async def findings(self) -> Mapping[str, Sequence[Finding]]:
        """The same as doctor says it, by system."""
        found: dict[str, list[Finding]] = {}
        for one in await self.all():
            found.setdefault(one.system, []).append(_finding(one))
        return found


def _waiting(one: Waiting) -> Queue:
    mend = mending(one.system, one.remedy, waits=True)
    return Queue(one.system, True, one.leads, one.since, one.next_at, one.why, one.remedy, mend)


def _given_up(one: GivenUp) -> Queue:
    mend = mending(one.system, one.remedy)
    return Queue(one.system, False, one.leads, None, None, one.why, one.remedy, mend)


def _finding(queue: Queue) -> Finding:
    if not queue.waits:
        return bad(
            "deliveries",
            "leads that %(system)s is not sent any more: %(leads)s (%(why)s); put it right, then "
            "send them again (Settings > Systems, or `python app.py deliver --failed`)",
            system=queue.system,
            leads=str(queue.leads),
            why=queue.why,
        )
    found = warning(
        "deliveries",
        "leads that wait for %(system)s: %(leads)s, since %(since)s; the next try is at %(next)s "
        "(%(why)s)",
        system=queue.system,
        leads=str(queue.leads),
        since=_minute(queue.since),
        next=_minute(queue.next_at),
        why=queue.why,
    )
    return replace(found, level="bad") if queue.remedy else found


def _minute(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "-"
