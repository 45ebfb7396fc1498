"""What becomes of a lead that was given to somebody? How soon they are to accept it, and who is
next when they do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from qualification.routing.because import Because
from qualification.routing.plan import TeamPlan
from qualification.routing.routing import (
    FALLBACK,
    Decision,
    Passed,
    Situation,
    Tried,
    WhyNot,
    next_work,
    route,
)
from qualification.routing.wishes import LeadFacts
from qualification.routing.working_time import Interval

ESCALATION = "escalation"
LATE = Because()

Move = Literal["reassigned", "away", "escalated", "fallback"]
"""To somebody else because nobody accepted it, or because whoever had it is not there; to whoever
is named for it; to the fallback queue.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lead is: with a person, who got it as one of a team, or in a queue."""

    person: str | None = None
    team: str | None = None
    queue: str | None = None

    @classmethod
    def of(cls, decision: Decision) -> "Place":
        """Where a decision sends a lead."""
        return cls(decision.person, decision.team, decision.queue)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When whoever has a lead is reminded, and until when they are to accept it."""

    remind_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Next:
    """Where a lead goes that somebody did not accept."""

    move: Move
    decision: Decision


def deadlines(
    plan: TeamPlan,
    place: Place,
    tier: str,
    since: datetime,
    away: Mapping[str, tuple[Interval, ...]],
) -> Deadlines | None:
    """Counted in the working time of whoever has the lead; None where nobody has to accept it, or
    they never work.
    """
    desk = plan.desk(place.team, place.queue)
    span = desk.time_to_accept(tier)
    person = plan.person(place.person)
    if span is None:
        return None
    time = plan.office_time()
    if person is not None:
        time = plan.working_time(person, away.get(person.id, ()))
    due_at = time.after(since, span)
    remind_at = time.after(since, span * desk.remind_after / 100)
    return None if due_at is None or remind_at is None else Deadlines(remind_at, due_at)


def reminders(plan: TeamPlan, queue: str, tier: str, since: datetime) -> tuple[datetime, ...]:
    """When a queue is reminded again of a lead that nobody took out of it in time, in the hours of
    the plan: after twice the time that it had, four times and so on, as often as the queue says.
    """
    desk = plan.queue(queue)
    span = None if desk is None else desk.time_to_accept(tier)
    if desk is None or span is None:
        return ()
    time = plan.office_time()
    moments = (time.after(since, span * 2**turn) for turn in range(1, desk.remind_again + 1))
    return tuple(moment for moment in moments if moment is not None)


def follow(
    plan: TeamPlan,
    lead: LeadFacts,
    situation: Situation,
    now: datetime,
    place: Place,
    *,
    moves: int,
    escalated: bool,
    because: Because = LATE,
) -> Next | None:
    """Where a lead goes that was not accepted at `place`; None where it stays.

    `moves`: how often it was re-assigned before; `escalated`: whether the one who had it had it by
    escalation. Somebody else of the rules comes first, then whoever is named for it and there, then
    the fallback queue: so it ends. Of who is away it counts nobody's refusal, and where all others
    are away for at least as long it waits for them, as a new lead would.
    """
    named = _named(plan, place, situation, now, because)
    if place.queue is not None:
        return named if isinstance(named, Next) else None
    back = _back(plan, place, situation, now, because)
    if not escalated:
        asks = because.nobodys_turn or moves < plan.desk(place.team, None).reassign
        other = _other(plan, lead, situation, now, because) if asks else None
        if other is not None and _sooner(plan, other.decision.person, situation, now, back):
            return other
        if isinstance(named, Next) and _sooner(plan, named.decision.person, situation, now, back):
            return named
        if back is not None and back - now <= plan.wait():
            return None
    tried = (named,) if isinstance(named, Tried) else ()
    why = because.said(plan.office_time().zone)
    return Next("fallback", Decision(FALLBACK, why, queue=plan.fallback.queue, tried=tried))


def _other(
    plan: TeamPlan, lead: LeadFacts, situation: Situation, now: datetime, because: Because
) -> Next | None:
    """Somebody else of the rules."""
    decision = route(plan, lead, replace(situation, owned=()), now)
    if decision.person is None:
        return None
    if not because.nobodys_turn:
        return Next("reassigned", decision)
    why = f"{because.said(plan.office_time().zone)}; {decision.why}"
    return Next("away", replace(decision, why=why))


def _back(
    plan: TeamPlan, place: Place, situation: Situation, now: datetime, because: Because
) -> datetime | None:
    """When whoever is away works again; None for others, and where that is not in sight."""
    person = plan.person(place.person)
    return next_work(plan, person, situation, now) if person and because.what == "away" else None


def _sooner(
    plan: TeamPlan,
    other: str | None,
    situation: Situation,
    now: datetime,
    back: datetime | None,
) -> bool:
    """Whether somebody can see to it before the one who is away is back."""
    person = plan.person(other)
    begins = None if person is None else next_work(plan, person, situation, now)
    return back is None or (begins is not None and begins < back)


def _named(
    plan: TeamPlan, place: Place, situation: Situation, now: datetime, because: Because
) -> Next | Tried | None:
    """To whoever is named for it, if they have not had it yet; why not, if they are not there."""
    desk = plan.desk(place.team, place.queue)
    person = plan.person(desk.escalate_to)
    if person is None or person.id in situation.had:
        return None
    begins = next_work(plan, person, situation, now)
    away = plan.working_time(person, situation.away.get(person.id, ())).is_away(now)
    zone = plan.office_time().zone
    if begins is None or away or begins - now > plan.wait():
        back = "" if begins is None else f"back {begins.astimezone(zone):%Y-%m-%d %H:%M}"
        why_not: WhyNot = "absent" if away else "back_later"
        return Tried(ESCALATION, passed=(Passed(person.id, why_not, back),))
    why = f"{because.said(zone)}; {person.name} is named for that in {desk.id}"
    return Next("escalated", Decision(ESCALATION, why, person=person.id, team=place.team))
