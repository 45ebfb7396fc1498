"""How fast do leads come to people, what do people do with them, and are they shared out fairly?

Counts are exact; times are those of the newest SAMPLE leads. Times go by the clock on the wall;
whether a lead was accepted in time goes by the working time of whoever had it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, func, not_, or_, select
from sqlalchemy.orm import aliased

from qualification.analytics.rates import Rate
from qualification.routing.rotation import LEAD
from storage.database import Database
from storage.outcome_tables import OutcomeRow
from storage.routing_tables import AssignmentRow, ShareRow
from storage.touches import SAID_AT, SPOKE_AT, touched_at

SAMPLE = 20_000
_SINCE = AssignmentRow.at >= bindparam("since")
_LATE = or_(
    AssignmentRow.overdue_at.is_not(None),
    and_(AssignmentRow.accepted_at.is_not(None), AssignmentRow.accepted_at > AssignmentRow.due_at),
)
_TIMED = and_(AssignmentRow.due_at.is_not(None), AssignmentRow.state != "away")
"""What somebody could have accepted in time."""
_WON = (
    select(OutcomeRow.position)
    .where(OutcomeRow.conversation == AssignmentRow.conversation, OutcomeRow.outcome == "won")
    .exists()
)


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_BY_PERSON = (
    select(
        AssignmentRow.person,
        func.count().label("given"),
        _count(AssignmentRow.accepted_at.is_not(None)).label("accepted"),
        _count(AssignmentRow.state == "rejected").label("rejected"),
        _count(AssignmentRow.state == "passed_on").label("passed_on"),
        _count(_TIMED).label("timed"),
        _count(and_(_TIMED, _LATE)).label("late"),
        _count(and_(AssignmentRow.ended_at.is_(None), _WON)).label("won"),
    )
    .where(_SINCE, AssignmentRow.person.is_not(None))
    .group_by(AssignmentRow.person)
    .order_by(AssignmentRow.person)
)
_AFTER = aliased(AssignmentRow)
_TAKEN = (
    select(_AFTER.id)
    .where(
        _AFTER.handover == AssignmentRow.handover,
        _AFTER.number == AssignmentRow.number + 1,
        _AFTER.cause == "taken",
    )
    .exists()
)
_IN_TIME = or_(AssignmentRow.ended_at.is_(None), AssignmentRow.ended_at <= AssignmentRow.due_at)
_BY_QUEUE = (
    select(
        AssignmentRow.queue,
        func.count().label("given"),
        _count(_TAKEN).label("taken"),
        _count(and_(AssignmentRow.ended_at.is_(None), AssignmentRow.closed_at.is_(None))).label(
            "waiting"
        ),
        _count(_TIMED).label("timed"),
        _count(and_(_TIMED, or_(_LATE, not_(_IN_TIME)))).label("late"),
    )
    .where(_SINCE, AssignmentRow.queue.is_not(None), AssignmentRow.person.is_(None))
    .group_by(AssignmentRow.queue)
    .order_by(AssignmentRow.queue)
)
_LEADS = select(
    _count(AssignmentRow.number == 1).label("leads"),
    _count(and_(AssignmentRow.person.is_(None), AssignmentRow.ended_at.is_(None))).label("queued"),
    _count(AssignmentRow.cause.in_(("reassigned", "away"))).label("reassigned"),
    _count(AssignmentRow.cause == "escalated").label("escalated"),
).where(_SINCE)
_TIMES = (
    select(
        AssignmentRow.number,
        AssignmentRow.handed_over_at,
        AssignmentRow.at,
        AssignmentRow.accepted_at,
        SAID_AT,
        SPOKE_AT,
    )
    .where(_SINCE)
    .order_by(AssignmentRow.at.desc())
    .limit(SAMPLE)
)
_SHARES = (
    select(
        ShareRow.team,
        ShareRow.person,
        func.sum(ShareRow.got).label("got"),
        func.sum(ShareRow.due / LEAD).label("due"),
    )
    .where(ShareRow.day >= bindparam("since_day"))
    .group_by(ShareRow.team, ShareRow.person)
    .order_by(ShareRow.team, ShareRow.person)
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took: half were faster than `median`, nine of ten faster than `most`."""

    of: int
    median: timedelta | None
    most: timedelta | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What one person did with the leads that were given to them."""

    person: str
    given: int
    accepted: Rate
    rejected: Rate
    """Found to be no lead."""
    passed_on: Rate
    late: Rate
    """Not accepted in time, of those that were to be."""
    won: Rate
    """Of those accepted."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """What became of the leads that came into one queue."""

    queue: str
    given: int
    taken: Rate
    """By somebody of its people."""
    late: Rate
    """Not taken in time, of those that were to be."""
    waiting: int


@dataclass(frozen=True, slots=True)
class ShareLine:
    """What somebody got in a team, and what their share was while they were there for it."""

    team: str
    person: str
    got: int
    due: float


@dataclass(frozen=True, slots=True)
class RoutingReport:
    """How leads were given out since a moment."""

    since: datetime
    leads: int
    queued: int
    """Still waiting in a queue."""
    reassigned: int
    escalated: int
    to_assign: Spread
    """From the hand-over to the first place."""
    to_accept: Spread
    """From a place to its acceptance."""
    to_first_touch: Spread
    """From the hand-over to the first word of a person, in the conversation or on the telephone."""
    people: tuple[PersonLine, ...]
    queues: tuple[QueueLine, ...]
    shares: tuple[ShareLine, ...]


class RoutingReports:
    """Counts what became of leads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def report(self, since: datetime) -> RoutingReport:
        """Everything since a moment."""

        def work(connection: Connection) -> RoutingReport:
            of = {"since": since}
            counts = connection.execute(_LEADS, of).one()
            times = connection.execute(_TIMES, of).all()
            day = {"since_day": since.date()}
            return RoutingReport(
                since=since,
                leads=counts.leads,
                queued=counts.queued,
                reassigned=counts.reassigned,
                escalated=counts.escalated,
                to_assign=_to_assign(times),
                to_accept=spread(
                    one.accepted_at - one.at for one in times if one.accepted_at is not None
                ),
                to_first_touch=_to_first_touch(times),
                people=_people(connection, since),
                queues=tuple(map(_queue, connection.execute(_BY_QUEUE, of).all())),
                shares=tuple(
                    ShareLine(one.team, one.person, int(one.got), float(one.due))
                    for one in connection.execute(_SHARES, day).all()
                ),
            )

        return await self._database.read(work)

    async def people(self, since: datetime) -> tuple[PersonLine, ...]:
        """What everybody did since then: a part of the report that can be had at once."""
        return await self._database.read(lambda connection: _people(connection, since))


def _people(connection: Connection, since: datetime) -> tuple[PersonLine, ...]:
    return tuple(map(_line, connection.execute(_BY_PERSON, {"since": since}).all()))


def _queue(row: Row[Any]) -> QueueLine:
    return QueueLine(
        queue=row.queue,
        given=row.given,
        taken=Rate(row.taken, row.given),
        late=Rate(row.late, row.timed),
        waiting=row.waiting,
    )


def spread(durations: Iterable[timedelta]) -> Spread:
    """The median and the ninth decile, by nearest rank."""
    found = sorted(durations)
    if not found:
        return Spread(0, None, None)
    ranks = (ceil(len(found) * part) - 1 for part in (0.5, 0.9))
    median, most = (found[rank] for rank in ranks)
    return Spread(len(found), median, most)


def _to_assign(times: Sequence[Any]) -> Spread:
    return spread(one.at - one.handed_over_at for one in times if one.number == 1)


def _to_first_touch(times: Sequence[Any]) -> Spread:
    first = ((one.handed_over_at, touched_at(one)) for one in times if one.number == 1)
    return spread(at - since for since, at in first if at is not None)


def _line(row: Row[Any]) -> PersonLine:
    return PersonLine(
        person=row.person,
        given=row.given,
        accepted=Rate(row.accepted, row.given),
        rejected=Rate(row.rejected, row.given),
        passed_on=Rate(row.passed_on, row.given),
        late=Rate(row.late, row.timed),
        won=Rate(min(row.won, row.accepted), row.accepted),
    )
