"""How are assignments, turns and absences written and read? In the transaction of whoever asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from agent.outbox import Owner
from agent.ports import Job
from agent.router import ANNOUNCE, KIND, OVERDUE, QUEUE, REMIND
from agent.routing import Assignment, Cause
from qualification.routing.because import Because
from qualification.routing.following import ESCALATION, Place, deadlines, reminders
from qualification.routing.plan import Person, TeamPlan
from qualification.routing.record import Left, Routed
from qualification.routing.routing import Owned, Situation, Workload
from qualification.routing.working_time import Interval, began
from qualification.values import Language
from storage.routing_tables import AbsenceRow, AssignmentRow, DebtRow
from storage.teams import TeamVersion
from storage.turns import use

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

LANGUAGE: Language = "es"
_ROUTED: TypeAdapter[Routed] = TypeAdapter(Routed)
_COLUMNS = AssignmentRow.__table__.c
_OF = select(*_COLUMNS).where(AssignmentRow.handover == bindparam("of"))
_OFFERS = _OF.order_by(AssignmentRow.number)
_NEWEST = _OF.order_by(AssignmentRow.number.desc()).limit(1)
_ONE = select(*_COLUMNS).where(AssignmentRow.id == bindparam("of"))
COUNTED = AssignmentRow.state.not_in(("rejected", "away"))
"""What was found to be no lead, or lay with somebody who is not there, was nobody's turn, and takes
no room under a cap (as Chili Piper credits meetings that do not take place).
"""
_TODAY = (
    select(func.count())
    .select_from(AssignmentRow)
    .where(AssignmentRow.person == bindparam("of"), AssignmentRow.at >= bindparam("since"), COUNTED)
)
_OPEN = (
    select(func.count())
    .select_from(AssignmentRow)
    .where(AssignmentRow.person == bindparam("of"), AssignmentRow.closed_at.is_(None))
)
_AWAY = select(AbsenceRow.person, AbsenceRow.starts_at, AbsenceRow.ends_at).where(
    AbsenceRow.ends_at > bindparam("now")
)
_DEBTS = select(DebtRow.team, DebtRow.person, DebtRow.owed)


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead to be given to somebody."""

    handover: str
    conversation: str
    handed_over_at: datetime


def newest(connection: Connection, handover: str) -> Row[Any] | None:
    """Where a lead is."""
    return connection.execute(_NEWEST, {"of": handover}).first()


def offers(connection: Connection, handover: str) -> Sequence[Row[Any]]:
    """Every place of a lead, in order."""
    return connection.execute(_OFFERS, {"of": handover}).all()


def one(connection: Connection, assignment: str) -> Row[Any] | None:
    """One place of a lead."""
    return connection.execute(_ONE, {"of": assignment}).first()


def away(connection: Connection, now: datetime) -> dict[str, tuple[Interval, ...]]:
    """Who is or will be absent, beside what the plan says."""
    found: dict[str, tuple[Interval, ...]] = {}
    for row in connection.execute(_AWAY, {"now": now}):
        absence = Interval(row.starts_at, row.ends_at)
        found[row.person] = (*found.get(row.person, ()), absence)
    return found


def situation(
    connection: Connection,
    plan: TeamPlan,
    now: datetime,
    had: Sequence[str] = (),
    owned: Sequence[Owned] = (),
    silent: Sequence[str] = (),
) -> Situation:
    """What routing rests on at this moment."""
    debts: dict[str, dict[str, int]] = {}
    for team, person, owed in connection.execute(_DEBTS):
        debts.setdefault(team, {})[person] = owed
    return Situation(
        work=_work(connection, plan, now),
        debts=debts,
        away=away(connection, now),
        had=tuple(had),
        owned=tuple(owned),
        silent=tuple(silent),
    )


def _work(connection: Connection, plan: TeamPlan, now: datetime) -> dict[str, Workload]:
    """What those have for whom there are caps: nobody else's is looked at."""
    found = {}
    for person in plan.people:
        caps, of = person.caps, {"of": person.id}
        today = still = 0
        if caps.per_day is not None:
            of_today = {**of, "since": began(now, plan.zone_of(person))}
            today = connection.execute(_TODAY, of_today).scalar_one()
        if caps.open is not None:
            still = connection.execute(_OPEN, of).scalar_one()
        if today or still:
            found[person.id] = Workload(today, still)
    return found


def put(
    connection: Connection,
    lead: Lead,
    version: TeamVersion,
    routed: Routed,
    enqueue: Enqueue,
    *,
    cause: Cause,
    number: int,
    accepted: bool = False,
    by: str | None = None,
) -> Row[Any]:
    """Write where a lead is now, whose turn that was, and what is to be done about it."""
    decision, at, plan = routed.decision, routed.at, version.plan
    identity = uuid4().hex
    until = None
    if not accepted:
        place = Place.of(decision)
        until = deadlines(plan, place, routed.lead.tier, at, routed.situation.away)
    connection.execute(
        insert(AssignmentRow),
        {
            "id": identity,
            "handover": lead.handover,
            "number": number,
            "conversation": lead.conversation,
            "plan": version.number,
            "cause": cause,
            "state": "accepted" if accepted else "offered",
            "person": decision.person,
            "team": decision.team,
            "queue": decision.queue,
            "rule": decision.rule,
            "tier": routed.lead.tier,
            "domain": routed.lead.domain,
            "handed_over_at": lead.handed_over_at,
            "at": at,
            "remind_at": None if until is None else until.remind_at,
            "due_at": None if until is None else until.due_at,
            "accepted_at": at if accepted else None,
            "by": by,
            "routed": _ROUTED.dump_json(routed).decode(),
        },
    )
    use(connection, plan, decision, at)
    if until is not None:
        enqueue(connection, Job(KIND, f"{identity}/{REMIND}", at=until.remind_at))
        enqueue(connection, Job(KIND, f"{identity}/{OVERDUE}", at=until.due_at))
    if number > 1 or cause != "routed":  # whose it is at first is told with the lead itself
        enqueue(connection, Job(KIND, f"{identity}/{ANNOUNCE}"))
    return connection.execute(_ONE, {"of": identity}).one()


def change(connection: Connection, assignment: str, **values: object) -> None:
    """Write how a place of a lead fares."""
    connection.execute(update(AssignmentRow).where(AssignmentRow.id == assignment).values(**values))


def routed_from(row: Row[Any]) -> Routed:
    """The decision, with all that it rested on."""
    return routed_in(row.routed)


def routed_in(text: str) -> Routed:
    """The same out of its column."""
    return _ROUTED.validate_json(text)


def assignment_of(row: Row[Any], plan: TeamPlan) -> Assignment:
    """A stored place as the rest of the code sees it."""
    values = {name: row._mapping[name] for name in _SHOWN}
    routed = routed_from(row)
    owner, next_at = owner_of(row, plan), reminded_next(row, plan)
    if owner is not None and routed.left is not None:
        zone = ZoneInfo(owner.timezone or plan.timezone)
        owner = replace(owner, came=routed.left.because.told(owner.language, zone))
    return Assignment(
        **values,
        why=routed.decision.why,
        owner=owner,
        takers=() if owner is not None else _takers(row, plan),
        remind_next_at=next_at,
    )


_SHOWN = sorted({*Assignment.__dataclass_fields__} - {"why", "owner", "takers", "remind_next_at"})


def is_late(row: Row[Any]) -> bool:
    """Whether it still lies in a queue, and nobody took it in time."""
    over = row.ended_at is not None or row.closed_at is not None
    return row.queue is not None and row.overdue_at is not None and not over


def reminded_next(row: Row[Any], plan: TeamPlan) -> datetime | None:
    """When a queue is reminded again of a lead that nobody took out of it in time."""
    if not is_late(row):
        return None
    last = max(row.overdue_at, row.reminded_at or row.overdue_at)
    moments = reminders(plan, row.queue, row.tier, row.at)
    return next((one for one in moments if one > last), None)


def owner_of(row: Row[Any], plan: TeamPlan) -> Owner | None:
    """Who has a lead, as the places know them; of a queue its mailbox."""
    person, queue = plan.person(row.person), plan.queue(row.queue)
    told_in = plan.slack_channel(row.rule, row.team, row.queue)
    channels = {} if told_in is None else {"slack": told_in}
    if person is not None:
        return _in_person(person, plan, channels, row.due_at)
    if queue is None or queue.email is None:
        return None
    name = queue.name.get(queue.language) or next(iter(queue.name.values()))
    return Owner(
        QUEUE + queue.id,
        name,
        queue.email,
        language=queue.language,
        ids=dict(queue.ids),
        channels=channels,
        timezone=plan.timezone,
        due_at=row.due_at,
    )


def _takers(row: Row[Any], plan: TeamPlan) -> tuple[Owner, ...]:
    """The people who are named for the queue that a lead lies in."""
    queue = plan.queue(row.queue)
    if queue is None or not queue.people:
        return ()
    people = plan.takers(queue.id)
    return tuple(_in_person(one, plan, {}, row.due_at) for one in people)


def _in_person(
    person: Person, plan: TeamPlan, channels: Mapping[str, str], due_at: datetime | None
) -> Owner:
    return Owner(
        id=person.id,
        name=person.name,
        email=person.email,
        phone=person.phone,
        language=person.languages[0] if person.languages else LANGUAGE,
        ids=dict(person.ids),
        ways=person.tell,
        channels=channels,
        timezone=plan.zone_of(person).key,
        due_at=due_at,
    )


def had(rows: Sequence[Row[Any]]) -> tuple[str, ...]:
    """Who had a lead and has it no more."""
    gone = (row.person for row in rows if row.ended_at is not None and row.person is not None)
    return tuple(dict.fromkeys(gone))


def left(rows: Sequence[Row[Any]], because: Because) -> Left:
    """The place that a lead leaves now and why, and what came before it."""
    since = max((row.number for row in rows if row.cause in ("by_hand", "taken")), default=0)
    moves = sum(row.cause == "reassigned" and row.number > since for row in rows)
    last = rows[-1]
    place = Place(last.person, last.team, last.queue)
    return Left(place, moves, last.rule == ESCALATION, because)
