"""How does a lead get its owner, and what if they do not answer? Asks, decides, reminds, moves on.

The decisions are pure (qualification/routing) and are written by storage one after the other; what
is done here is what takes time: CRMs are asked, people reminded, places told.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from agent.errors import Unavailable
from agent.outbox import Owner
from agent.ports import Clock, Job
from agent.routing import (
    Announcing,
    Assignment,
    Assignments,
    Cause,
    Change,
    ExistingOwner,
    Newcomer,
    Owners,
    Reminder,
    Reminding,
)

KIND = "assignment"
"""The kind of job that looks after a lead somebody was given; its row is `assignment/what`."""
REMIND, OVERDUE, AGAIN, ANNOUNCE = "remind", "overdue", "again", "announce"
ASK = "ask"
"""Records that were silent are asked again; their names follow, after spaces."""
ROUTE, FALL_BACK = "route", "fall_back"
"""What is done about a lead that nobody has: the row is `hand-over/what`."""
UNTIL_FALLBACK = timedelta(minutes=10)
"""So long its routing is tried again before it lies in the fallback queue."""
ASKED_AGAIN, SELDOM = timedelta(minutes=10), timedelta(hours=2)
"""So soon after a lead was given out a record that was silent is asked again; then after as long
again each time, at least so often.
"""
PATIENCE = 5.0
"""Seconds that a record of owners may take; the lead goes on without it."""
QUEUE = "queue:"
"""Owner.id of a queue's mailbox begins with it."""

_LOG = logging.getLogger(__name__)
_CHANGES: dict[Cause, Change] = {
    "reassigned": "reassigned",
    "away": "reassigned",
    "by_hand": "reassigned",
    "fallback": "reassigned",
    "escalated": "escalated",
    "taken": "taken",
    "routed": "reassigned",
}
"""The first place of a lead is told with the lead itself: what is routed later is another one."""


def asking_again(assignment: str, silent: Sequence[str], now: datetime) -> Job:
    """The job for a lead that was given out although these records did not say who has them."""
    return Job(KIND, f"{assignment}/{' '.join((ASK, *silent))}", at=now + ASKED_AGAIN)


def late_routing(handover: str, asked: str, now: datetime) -> tuple[Job, Job]:
    """The jobs for a lead that went out without an owner: it is routed, again after errors; where
    that does not succeed in time it lies in the fallback queue, where its time runs and people are
    reminded of it. The same under one `asked` is once.
    """
    return (
        Job(KIND, f"{handover}/{ROUTE}", key=f"{asked}/{ROUTE}"),
        Job(KIND, f"{handover}/{FALL_BACK}", key=f"{asked}/{FALL_BACK}", at=now + UNTIL_FALLBACK),
    )


class Router:
    """agent.routing.Assigning, and the handler of jobs of the kind `assignment`."""

    def __init__(
        self,
        assignments: Assignments,
        owners: Sequence[Owners],
        announcing: Announcing,
        reminding: Sequence[Reminding],
        clock: Clock,
        patience: float = PATIENCE,
    ) -> None:
        """`owners`: the records that are asked, the first one counts most."""
        self._assignments = assignments
        self._owners = tuple(owners)
        self._announcing = announcing
        self._reminding = tuple(reminding)
        self._clock = clock
        self._patience = patience

    async def assign(self, handover: str) -> Owner | None:
        """Whose lead this is; decided at the first call."""
        assignment = await self._assignments.current(handover)
        if assignment is None:
            newcomer = await self._assignments.newcomer(handover)
            if newcomer is None:
                return None
            known, silent = await self._known(newcomer, self._owners)
            assignment = await self._assignments.give(handover, known, self._clock.now(), silent)
        return None if assignment is None else assignment.owner

    async def look_after(self, row: str) -> datetime | None:
        """Do what is due for an assignment: `row` is its id and what. Twice changes nothing."""
        identity, _, what = row.partition("/")
        if what in (ROUTE, FALL_BACK):
            await self._place(identity, what)
            return None
        if what in (REMIND, OVERDUE):
            later = await self._moved_on(identity, what)
            if later is not None:
                return later
        if what == REMIND:
            await self._remind(identity)
        elif what == OVERDUE:
            await self._assignments.overdue(identity, self._clock.now())
        elif what == AGAIN:
            return await self._remind_again(identity)
        elif what.startswith(ASK):
            return await self._ask_again(identity, what.split()[1:])
        else:
            await self._announce(identity)
        return None

    async def _place(self, handover: str, what: str) -> None:
        """Give out what nobody has, and tell the places: they got it without an owner. A process
        may have died in between, or what took too long came to an end after all: they are told of
        the first place whoever found it, once.
        """
        if what == ROUTE:
            await self.assign(handover)
        else:
            await self._assignments.fall_back(handover, self._clock.now())
        found = await self._assignments.current(handover)
        if found is not None and found.number == 1:
            await self._announcing.announce(handover, "reassigned", found.number)

    async def _moved_on(self, identity: str, what: str) -> datetime | None:
        """When to come again: whoever has it turned out to be away until later."""
        found = await self._assignments.get(identity)
        if found is None or found.state != "offered" or _left(found):
            return None
        at = found.remind_at if what == REMIND else found.due_at
        return at if at is not None and at > self._clock.now() else None

    async def _remind(self, identity: str) -> None:
        now = self._clock.now()
        found = await self._assignments.remind(identity, now) or await self._noted(identity)
        if found is not None:
            await self._tell(found, 0, now)

    async def _remind_again(self, identity: str) -> datetime | None:
        now = self._clock.now()
        late = await self._assignments.remind_again(identity, now)
        if late is None:
            return None
        if late.assignment is not None:
            await self._tell(late.assignment, late.number, now)
            if late.next_at is None:
                _LOG.warning(
                    "nobody took lead %s out of the queue %s, and nobody is reminded any more",
                    late.assignment.conversation,
                    late.assignment.queue,
                )
        return late.next_at

    async def _tell(self, found: Assignment, again: int, now: datetime) -> None:
        """Everybody who may accept it, as they want to be told."""
        for owner in found.reachable:
            reminder = Reminder(
                assignment=found.id,
                handover=found.handover,
                conversation=found.conversation,
                owner=owner,
                language=owner.language,
                due_at=found.due_at,
                again=again,
                queued=found.queue is not None,
            )
            for one in self._reminding:
                await one.remind(reminder, now)

    async def _noted(self, identity: str) -> Assignment | None:
        """Somebody who was noted as reminded: a process may have died before it told them. Who was
        told is not told again, for a reminder is known by its assignment.
        """
        found = await self._assignments.get(identity)
        if found is None or found.reminded_at is None or found.state != "offered" or _left(found):
            return None
        return found

    async def _announce(self, identity: str) -> None:
        """Tell the places of a new owner; where it went on meanwhile, the next job does."""
        found = await self._assignments.get(identity)
        if found is None:
            return
        change = _CHANGES.get(found.cause)
        if change is not None and not _left(found):
            await self._announcing.announce(found.handover, change, found.number)

    async def _ask_again(self, identity: str, silent: Sequence[str]) -> datetime | None:
        """While nobody has accepted it: then it is theirs, whoever had them before."""
        found = await self._assignments.get(identity)
        if found is None or not found.is_waiting:
            return None
        newcomer = await self._assignments.newcomer(found.handover)
        if newcomer is None:
            return None
        known, still = await self._known(
            newcomer, [one for one in self._owners if one.name in silent]
        )
        now = self._clock.now()
        if known:
            await self._assignments.claim(identity, known, now)
        return now + min(max(now - found.at, ASKED_AGAIN), SELDOM) if still else None

    async def _known(
        self, newcomer: Newcomer, owners: Sequence[Owners]
    ) -> tuple[list[ExistingOwner], list[str]]:
        """Who has them already, by the records that answer in time; and those that do not."""
        asked = [self._ask(one, newcomer) for one in owners]
        answers = [one for one in await asyncio.gather(*asked) if one is not None]
        known = [one for one in answers if isinstance(one, ExistingOwner)]
        return known, [one for one in answers if isinstance(one, str)]

    async def _ask(self, owners: Owners, newcomer: Newcomer) -> ExistingOwner | str | None:
        """Whoever it knows; its own name where it does not answer."""
        try:
            async with asyncio.timeout(self._patience):
                return await owners.owner_of(newcomer.contact)
        except (TimeoutError, Unavailable) as error:
            _LOG.warning(
                "%s is routed without asking %s who has them: %r",
                newcomer.handover,
                owners.name,
                error,
            )
            return owners.name


def _left(assignment: Assignment) -> bool:
    return assignment.ended_at is not None
