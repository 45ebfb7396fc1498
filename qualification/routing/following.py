"""What becomes of a lead that was given to somebody? How soon they are to accept it, and who is
next when they do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from qualification.routing.plan import TeamPlan
from qualification.routing.routing import FALLBACK, Decision, Situation, route
from qualification.routing.wishes import LeadFacts
from qualification.routing.working_time import Interval

ESCALATION = "escalation"

Move = Literal["reassigned", "escalated", "fallback"]


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
) -> Next | None:
    """Where a lead goes that was not accepted at `place`; None where it stays.

    `moves`: how often it was re-assigned before; `escalated`: whether the one who had it had it by
    escalation. Somebody else of the rules comes first, then whoever is named for it, then the
    fallback queue: so it ends.
    """
    if place.queue is not None:
        return _escalated(plan, place, situation)
    if not escalated:
        if moves < plan.desk(place.team, None).reassign:
            decision = route(plan, lead, replace(situation, owned=()), now)
            if decision.person is not None:
                return Next("reassigned", decision)
        named = _escalated(plan, place, situation)
        if named is not None:
            return named
    why = "nobody accepted it"
    return Next("fallback", Decision(FALLBACK, why, queue=plan.fallback.queue))


def _escalated(plan: TeamPlan, place: Place, situation: Situation) -> Next | None:
    """To whoever is named for it, if they have not had it yet."""
    desk = plan.desk(place.team, place.queue)
    person = plan.person(desk.escalate_to)
    if person is None or person.id in situation.had:
        return None
    why = f"nobody accepted it; {person.name} is named for that in {desk.id}"
    return Next("escalated", Decision(ESCALATION, why, person=person.id, team=place.team))
