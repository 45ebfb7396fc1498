"""agent.routing's ports, in memory: what was asked of them is kept."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from agent.routing import (
    Assignment,
    Change,
    ExistingOwner,
    Newcomer,
    Overdue,
    Reminder,
)
from qualification.values import ContactKind


class FakeAssignments:
    """agent.routing.Assignments: one assignment for each newcomer, as it was prepared."""

    def __init__(self, prepared: Mapping[str, Assignment]) -> None:
        self.prepared = dict(prepared)
        self.there: dict[str, Assignment] = {}
        self.known: list[ExistingOwner] = []
        self.silent: list[str] = []
        self.claimed: list[tuple[str | ExistingOwner, ...]] = []
        self.gone: list[str] = []
        self.again: list[datetime | None] = []
        """When to look again, each time that a queue is reminded of what nobody took."""
        self.said = 0

    async def current(self, handover: str) -> Assignment | None:
        return self.there.get(handover)

    async def newcomer(self, handover: str) -> Newcomer | None:
        if handover not in self.prepared:
            return None
        return Newcomer(handover, "c1", {"email": "jo@corp.example"})

    async def give(
        self,
        handover: str,
        known: Sequence[ExistingOwner],
        _now: datetime,
        silent: Sequence[str] = (),
    ) -> Assignment | None:
        self.known, self.silent = list(known), list(silent)
        self.there[handover] = self.prepared[handover]
        return self.there[handover]

    async def claim(
        self, assignment: str, known: Sequence[ExistingOwner], _now: datetime
    ) -> Assignment | None:
        self.claimed.append((assignment, *known))
        return None

    async def fall_back(self, handover: str, _now: datetime) -> Assignment | None:
        if handover in self.prepared and handover not in self.there:
            queued = replace(
                self.prepared[handover], person=None, queue="general", cause="fallback"
            )
            self.there[handover] = queued
        return self.there.get(handover)

    async def get(self, assignment: str) -> Assignment | None:
        return next((one for one in self.there.values() if one.id == assignment), None)

    async def remind(self, assignment: str, now: datetime) -> Assignment | None:
        found = await self.get(assignment)
        if found is None or found.state != "offered" or found.reminded_at is not None:
            return None
        self.change(found.handover, reminded_at=now)
        return await self.get(assignment)

    async def remind_again(self, assignment: str, now: datetime) -> Overdue | None:
        found = await self.get(assignment)
        if found is None or found.state != "offered" or not self.again:
            return None
        self.change(found.handover, reminded_at=now)
        next_at = self.again.pop(0)
        self.said += 1
        return Overdue(await self.get(assignment), self.said, next_at)

    async def overdue(self, assignment: str, _now: datetime) -> Assignment | None:
        self.gone.append(assignment)
        return None

    def change(self, handover: str, **values: object) -> None:
        """Something happened to it meanwhile."""
        self.there[handover] = replace(self.there[handover], **values)  # type: ignore[arg-type]


class FakeOwners:
    """agent.routing.Owners that answers, fails or takes its time."""

    def __init__(
        self, answer: ExistingOwner | Exception | float | None, name: str = "hubspot"
    ) -> None:
        self.answer = answer
        self.name = name
        self.asked: list[Mapping[ContactKind, str]] = []

    async def owner_of(self, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
        self.asked.append(contact)
        if isinstance(self.answer, Exception):
            raise self.answer
        if isinstance(self.answer, float):
            await asyncio.sleep(self.answer)
            return None
        return self.answer


class FakeAnnouncing:
    """agent.routing.Announcing that remembers."""

    def __init__(self) -> None:
        self.announced: list[tuple[str, Change, int]] = []

    async def announce(self, handover: str, why: Change, number: int) -> None:
        self.announced.append((handover, why, number))


class FakeReminding:
    """agent.routing.Reminding that remembers."""

    def __init__(self) -> None:
        self.reminded: list[Reminder] = []
        self.at: list[datetime] = []

    async def remind(self, reminder: Reminder, now: datetime) -> None:
        self.reminded.append(reminder)
        self.at.append(now)
