"""Who gets a lead, by which rule, and why not the others? Pure: the same always gives the same.

In order: who took the call or was named, who has this person or company already, the rules one
after the other, the fallback queue. So a lead always has a place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from qualification.routing.plan import Person, Rule, TeamPlan
from qualification.routing.rotation import next_in_turn
from qualification.routing.wishes import LeadFacts
from qualification.routing.working_time import Interval

WhyNot = Literal[
    "had_it_before",
    "language",
    "skills",
    "full_today",
    "too_many_open",
    "absent",
    "holiday",
    "off_duty",
    "back_later",
    "turn_of_another",
]
OWNER = "existing owner"
FALLBACK = "fallback"


@dataclass(frozen=True, slots=True)
class Workload:
    """What one person has."""

    today: int = 0
    """Leads got since their day began."""
    open: int = 0
    """Leads not yet won, lost or rejected."""


@dataclass(frozen=True, slots=True)
class Owned:
    """Somebody of the plan who has this person or company already, and where that is on record."""

    person: str
    system: str
    why: str
    """`contact`, `account`, `opportunity` or `call`."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What routing rests on beside the plan and the lead."""

    work: Mapping[str, Workload] = field(default_factory=dict)
    debts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Team -> person -> what they are owed."""
    away: Mapping[str, tuple[Interval, ...]] = field(default_factory=dict)
    """Absences that are not written in the plan."""
    had: tuple[str, ...] = ()
    """Who had this lead before and did not keep it."""
    owned: tuple[Owned, ...] = ()
    """Who has this person or company already, the strongest claim first."""
    silent: tuple[str, ...] = ()
    """The records that did not answer when they were asked for that."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody who did not get the lead, and why."""

    person: str
    why: WhyNot
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was looked at: the line of it that the lead does not fit, or who was passed."""

    rule: str
    missed: str | None = None
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a lead goes: to a person or, without one, to a queue."""

    rule: str
    why: str
    person: str | None = None
    team: str | None = None
    queue: str | None = None
    tried: tuple[Tried, ...] = ()
    """Every rule looked at, the one that decided last."""
    debts: Mapping[str, int] | None = None
    """What the people of the team are owed now; None where nobody's turn was used."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody of a rule who may get the lead, and when they work next."""

    person: Person
    begins: datetime


def route(plan: TeamPlan, lead: LeadFacts, situation: Situation, now: datetime) -> Decision:
    """Where a lead goes now."""
    tried: list[Tried] = []
    if plan.existing_owner != "never":
        tried += [Tried(OWNER, f"{one} did not say who has them") for one in situation.silent]
        owner = _owner(plan, situation, now, tried)
        if owner is not None:
            return owner
    for rule in plan.rules:
        missed = rule.when.misses(lead)
        if missed is not None:
            tried.append(Tried(rule.name, missed))
        elif rule.to.queue is not None:
            tried.append(Tried(rule.name))
            why = f"the rule sends such leads to the queue {rule.to.queue}"
            return Decision(rule.name, why, queue=rule.to.queue, tried=tuple(tried))
        else:
            decision = _by_rule(plan, rule, lead, situation, now, tried)
            if decision is not None:
                return decision
    why = "no rule has anybody for it" if tried else "there are no rules"
    return Decision(FALLBACK, why, queue=plan.fallback.queue, tried=tuple(tried))


def _owner(
    plan: TeamPlan, situation: Situation, now: datetime, tried: list[Tried]
) -> Decision | None:
    """Who has them already, if they are there: whose customer it is counts more than whose turn."""
    passed: list[Passed] = []
    for one in situation.owned:
        person = plan.person(one.person)
        if person is None:
            continue
        candidate = _works(plan, person, situation, now)
        if person.id in situation.had:
            candidate = Passed(person.id, "had_it_before")
        if isinstance(candidate, _Candidate):
            off_duty = plan.existing_owner == "on_duty" and candidate.begins > now
            if not off_duty:
                why = f"{person.name} has them already ({one.system}: {one.why})"
                tried.append(Tried(OWNER, passed=tuple(passed)))
                team = _team_of(plan, person.id)
                return Decision(OWNER, why, person=person.id, team=team, tried=tuple(tried))
            candidate = _off_duty(plan, candidate, situation, now)
        passed.append(candidate)
    if passed:
        tried.append(Tried(OWNER, passed=tuple(passed)))
    return None


def _by_rule(
    plan: TeamPlan,
    rule: Rule,
    lead: LeadFacts,
    situation: Situation,
    now: datetime,
    tried: list[Tried],
) -> Decision | None:
    candidates: list[_Candidate] = []
    passed: list[Passed] = []
    for person in _people(plan, rule):
        found = _fits(plan, rule, person, lead, situation, now)
        if isinstance(found, _Candidate):
            candidates.append(found)
        else:
            passed.append(found)
    ready, not_ready = _ready(plan, rule, candidates, situation, now)
    passed += not_ready
    if not ready:
        tried.append(Tried(rule.name, passed=tuple(passed)))
        return None
    return _choose(plan, rule, ready, passed, situation, now, tried)


def _choose(
    plan: TeamPlan,
    rule: Rule,
    ready: Sequence[_Candidate],
    passed: Sequence[Passed],
    situation: Situation,
    now: datetime,
    tried: list[Tried],
) -> Decision:
    team = rule.to.team
    debts = None
    chosen = ready[0].person.id
    if team is not None:
        weights = [(one.person.id, one.person.weight) for one in ready]
        chosen, debts = next_in_turn(situation.debts.get(team, {}), weights)
    others = (one.person.id for one in ready if one.person.id != chosen)
    turns = tuple(Passed(one, "turn_of_another", f"it is the turn of {chosen}") for one in others)
    tried.append(Tried(rule.name, passed=(*passed, *turns)))
    begins = ready[0].begins
    when = "" if begins <= now else f", who is back first: {_shown(plan, begins)}"
    whose = f"in turn in the team {team}" if team is not None else "named by the rule"
    return Decision(
        rule.name,
        f"{whose}{when}",
        person=chosen,
        team=team or _team_of(plan, chosen),
        tried=tuple(tried),
        debts=debts,
    )


def _people(plan: TeamPlan, rule: Rule) -> Iterable[Person]:
    """Those whom a rule may send a lead to, in the order of their team."""
    team = plan.team(rule.to.team)
    ids = (rule.to.person,) if team is None else team.people
    return [one for one in map(plan.person, ids) if one is not None]


def _team_of(plan: TeamPlan, person: str) -> str | None:
    """The team whose times hold for a lead that came to somebody past the teams."""
    return next((one.id for one in plan.teams if person in one.people), None)


def _fits(
    plan: TeamPlan,
    rule: Rule,
    person: Person,
    lead: LeadFacts,
    situation: Situation,
    now: datetime,
) -> _Candidate | Passed:
    work = situation.work.get(person.id, Workload())
    lacking = [one for one in rule.skills if one not in person.skills]
    if person.id in situation.had:
        return Passed(person.id, "had_it_before")
    if person.languages and lead.language not in person.languages:
        return Passed(person.id, "language", f"does not speak {lead.language}")
    if lacking:
        return Passed(person.id, "skills", f"lacks {', '.join(lacking)}")
    if person.caps.per_day is not None and work.today >= person.caps.per_day:
        return Passed(person.id, "full_today", f"{work.today} of {person.caps.per_day} today")
    if person.caps.open is not None and work.open >= person.caps.open:
        return Passed(person.id, "too_many_open", f"{work.open} of {person.caps.open} open")
    return _works(plan, person, situation, now)


def next_work(
    plan: TeamPlan, person: Person, situation: Situation, now: datetime
) -> datetime | None:
    """When somebody works next, `now` while they do; None where that is not in sight."""
    return plan.working_time(person, situation.away.get(person.id, ())).begins(now)


def _works(
    plan: TeamPlan, person: Person, situation: Situation, now: datetime
) -> _Candidate | Passed:
    """When they work next, or that nobody waits so long for them."""
    begins = next_work(plan, person, situation, now)
    if begins is not None and begins - now <= plan.wait():
        return _Candidate(person, begins)
    detail = "never works" if begins is None else f"back {_shown(plan, begins)}"
    return Passed(person.id, "back_later", detail)


def _ready(
    plan: TeamPlan,
    rule: Rule,
    candidates: Sequence[_Candidate],
    situation: Situation,
    now: datetime,
) -> tuple[list[_Candidate], list[Passed]]:
    """Those on duty; where nobody is, those who are the first to be, if the rule waits for them."""
    if not candidates:
        return [], []
    first = min(one.begins for one in candidates)
    waits = first <= now or rule.off_hours == "wait"
    ready = [one for one in candidates if waits and one.begins == first]
    others = [one for one in candidates if one not in ready]
    return ready, [_off_duty(plan, one, situation, now) for one in others]


def _off_duty(plan: TeamPlan, candidate: _Candidate, situation: Situation, now: datetime) -> Passed:
    person = candidate.person
    time = plan.working_time(person, situation.away.get(person.id, ()))
    why: WhyNot = "off_duty"
    if time.is_away(now):
        why = "absent"
    elif time.is_free(now):
        why = "holiday"
    return Passed(person.id, why, f"back {_shown(plan, candidate.begins)}")


def _shown(plan: TeamPlan, at: datetime) -> str:
    local = at.astimezone(plan.office_time().zone)
    return local.strftime("%Y-%m-%d %H:%M")
