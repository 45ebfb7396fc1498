"""Who would have got last month's leads under another plan? The first decision about each, again.

Turns, loads and caps are those of the plan that is tried, from the first of the leads on; who was
absent, and who had whom already, are as they were.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from qualification.routing.plan import TeamPlan
from qualification.routing.routing import Decision, Owned, Situation, Workload, route
from qualification.routing.wishes import LeadFacts
from qualification.routing.working_time import Interval, on_the_day

_QUEUE = "queue "


@dataclass(frozen=True, slots=True)
class Past:
    """A lead as it was routed first."""

    handover: str
    conversation: str
    at: datetime
    lead: LeadFacts
    person: str | None
    queue: str | None
    rule: str
    owned: tuple[Owned, ...] = ()
    closed_at: datetime | None = None
    """When whoever had it was done with it."""

    @property
    def place(self) -> str:
        """Where it went."""
        return shown(self.person, self.queue)


@dataclass(frozen=True, slots=True)
class Again:
    """A lead and where it would have gone."""

    past: Past
    decision: Decision

    @property
    def place(self) -> str:
        """Where it would have gone."""
        return shown(self.decision.person, self.decision.queue)

    @property
    def moved(self) -> bool:
        """Whether that is another place."""
        return self.place != self.past.place


def shown(person: str | None, queue: str | None) -> str:
    """A place as lists name it."""
    return person or f"{_QUEUE}{queue}"


def queue_of(place: str) -> str | None:
    """The queue that a place is; None for a person, whose id has no space."""
    return place.removeprefix(_QUEUE) if place.startswith(_QUEUE) else None


def replay(
    plan: TeamPlan, leads: Iterable[Past], away: Mapping[str, tuple[Interval, ...]]
) -> Iterator[Again]:
    """Each lead again, in the order in which they came."""
    held = _Held(plan)
    debts: dict[str, dict[str, int]] = {}
    for past in leads:
        situation = Situation(work=held.work(past.at), debts=debts, away=away, owned=past.owned)
        decision = route(plan, past.lead, situation, past.at)
        if decision.debts is not None and decision.team is not None:
            debts[decision.team] = {**decision.debts}
        if decision.person is not None:
            held.give(decision.person, past)
        yield Again(past, decision)


def counts(replayed: Iterable[Again]) -> list[tuple[str, int, int]]:
    """Each place with how many leads it got, and how many it would have got."""
    before, after = Counter[str](), Counter[str]()
    for one in replayed:
        before[one.past.place] += 1
        after[one.place] += 1
    return [(place, before[place], after[place]) for place in sorted(before | after)]


@dataclass
class _Held:
    """Who has how many leads while they are routed again."""

    plan: TeamPlan
    given: dict[str, list[datetime]] = field(default_factory=dict)
    open: dict[str, list[datetime | None]] = field(default_factory=dict)

    def give(self, person: str, past: Past) -> None:
        """Another one."""
        self.given.setdefault(person, []).append(past.at)
        self.open.setdefault(person, []).append(past.closed_at)

    def work(self, at: datetime) -> dict[str, Workload]:
        """What each of them has at a moment; what is over is forgotten."""
        found = {}
        for person in self.plan.people:
            if person.id not in self.given:
                continue
            still = [end for end in self.open[person.id] if end is None or end > at]
            today = on_the_day(self.given[person.id], at, self.plan.zone_of(person))
            self.open[person.id] = still
            self.given[person.id] = self.given[person.id][-today:] if today else []
            found[person.id] = Workload(today, len(still))
        return found
