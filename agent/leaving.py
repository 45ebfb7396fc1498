"""Who sees to what somebody has not accepted when they begin to be away? A job for each beginning.

Absences are entered by hand (the page, the API) or written in teams.yaml; who is not in teams.yaml
any more is away for good. The job looks at what holds when it is done: an absence that was taken
out, or moved, is not gone by. Whose times a plan changes is to accept what waits by the new ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from agent.ports import Clock, Job
from agent.routing import Assignment
from qualification.routing.plan import Absence, Person, TeamPlan
from qualification.routing.working_time import Interval, whole_days

KIND = "absence"
"""The kind of job that is done when somebody begins to be away; its row is the id of an absence,
`plan/person/first/last` for one of teams.yaml, `gone/person` for who does not stand there any more,
`times/person` for who works at other times by now.
"""
_PLANNED, _GONE, _TIMES = "plan/", "gone/", "times/"
_FOR_GOOD = Interval(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is not there for a while."""

    person: str
    during: Interval


class Known(Protocol):
    """Keeps who is or will be away."""

    async def absence(self, row: str) -> Away | None:
        """The absence that a job is about, as it is now; None when it was taken out."""
        ...


class Moving(Protocol):
    """storage.acceptance.Acceptance, as far as leads of people who leave are concerned."""

    async def leave(self, person: str, now: datetime) -> Sequence[Assignment]: ...

    async def time_again(self, person: str, now: datetime) -> None: ...


class Leaving:
    """The handler of jobs of the kind `absence`."""

    def __init__(self, known: Known, moving: Moving, clock: Clock) -> None:
        self._known = known
        self._moving = moving
        self._clock = clock

    async def begin(self, row: str) -> datetime | None:
        """What they have not accepted goes to others; one that was moved is come back to."""
        now = self._clock.now()
        if row.startswith(_TIMES):
            await self._moving.time_again(row.removeprefix(_TIMES), now)
            return None
        away = await self._known.absence(row)
        if away is None or away.during.end <= now:
            return None
        if away.during.start > now:
            return away.during.start
        await self._moving.leave(away.person, now)
        return None


def beginnings(
    plan: TeamPlan, before: TeamPlan | None, version: int, now: datetime
) -> tuple[Job, ...]:
    """The jobs for what a version of teams.yaml says of absences, and of the times at which people
    are there, and the one before did not.
    """
    known = set() if before is None else set(_written(before))
    people = () if before is None else before.people
    gone = (f"{_GONE}{one.id}" for one in people if plan.person(one.id) is None)
    other_times = (f"{_TIMES}{one.id}" for one in people if _changed(plan, before, one.id))
    return (
        *(Job(KIND, row, key=f"{row}/{version}") for row in other_times),
        *(Job(KIND, row, key=f"{row}/{version}") for row in gone),
        *(
            Job(KIND, row, key=f"{row}/{version}", at=max(during.start, now))
            for row, during in _written(plan)
            if (row, during) not in known and during.end > now
        ),
    )


def _changed(plan: TeamPlan, before: TeamPlan | None, person: str) -> bool:
    """Whether somebody is there at other times by this plan than by the one before."""
    now, then = plan.person(person), None if before is None else before.person(person)
    if before is None or now is None or then is None:
        return False
    return plan.working_time(now) != before.working_time(then)


def planned(plan: TeamPlan, row: str) -> Away | None:
    """The absence that a row of a job names, if a plan has it (still)."""
    if row.startswith(_GONE):
        gone = row.removeprefix(_GONE)
        return Away(gone, _FOR_GOOD) if plan.person(gone) is None else None
    person = plan.person(row.removeprefix(_PLANNED).partition("/")[0])
    if person is None:
        return None
    during = next((during for known, during in _of(plan, person) if known == row), None)
    return None if during is None else Away(person.id, during)


def is_planned(row: str) -> bool:
    """Whether a job is about what teams.yaml says."""
    return row.startswith((_PLANNED, _GONE))


def _written(plan: TeamPlan) -> Iterator[tuple[str, Interval]]:
    for person in plan.people:
        yield from _of(plan, person)


def _of(plan: TeamPlan, person: Person) -> Iterator[tuple[str, Interval]]:
    for one in person.absences:
        yield _row(person, one), whole_days(one.start, one.end, plan.zone_of(person))


def _row(person: Person, absence: Absence) -> str:
    first, last = map(date.isoformat, (absence.start, absence.end))
    return f"{_PLANNED}{person.id}/{first}/{last}"
