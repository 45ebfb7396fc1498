"""Who can take a call this minute? Those of a team who are on duty, not full, and can be rung."""

from collections.abc import Collection
from datetime import datetime

from qualification.routing.plan import Person, TeamPlan
from qualification.routing.routing import Situation, Workload
from qualification.values import Language


def free_for_calls(
    plan: TeamPlan,
    team: str,
    language: Language,
    situation: Situation,
    now: datetime,
    busy: Collection[str] = (),
) -> tuple[Person, ...]:
    """In the order in which to ring them: whoever is owed most first, else as the team has them.

    `busy`: who is being rung or talks to somebody. A call uses nobody's turn.
    """
    found = plan.team(team)
    owed = situation.debts.get(team, {})
    members = () if found is None else found.people
    people = [one for one in map(plan.person, members) if one is not None]
    free = [
        one
        for one in people
        if one.id not in busy
        and one.phone is not None
        and one.takes_calls
        and (not one.languages or language in one.languages)
        and _has_room(one, situation.work.get(one.id, Workload()))
        and plan.working_time(one, situation.away.get(one.id, ())).begins(now) == now
    ]
    return tuple(sorted(free, key=lambda one: -owed.get(one.id, 0)))


def _has_room(person: Person, work: Workload) -> bool:
    caps = person.caps
    today = caps.per_day is None or work.today < caps.per_day
    return today and (caps.open is None or work.open < caps.open)
