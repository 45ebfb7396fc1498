"""How fast do leads get to people, and do people accept them in time? Since a day, as pure rates.

Counts are exact; times are those of the newest SAMPLE places. Times go by the clock on the wall;
whether a lead was accepted in time goes by the working time of whoever had it (`due_at`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from qualification.analytics.pace import Pace, pace
from qualification.analytics.rates import Rate, ranked
from storage.report_scope import EVERYBODY, UNNAMED, Scope
from storage.routing_tables import AssignmentRow
from storage.touches import SAID_AT, SPOKE_AT, touched_at

SAMPLE = 5_000
_SINCE = AssignmentRow.at >= bindparam("since")
_IN_TIME = and_(
    AssignmentRow.overdue_at.is_(None),
    AssignmentRow.accepted_at.is_not(None),
    AssignmentRow.accepted_at <= AssignmentRow.due_at,
)
_SETTLED = or_(AssignmentRow.overdue_at.is_not(None), AssignmentRow.accepted_at.is_not(None))
_SLA = (
    select(
        AssignmentRow.tier,
        AssignmentRow.person,
        func.count().label("settled"),
        func.sum(case((_IN_TIME, 1), else_=0)).label("in_time"),
    )
    .where(_SINCE, AssignmentRow.due_at.is_not(None), _SETTLED)
    .group_by(AssignmentRow.tier, AssignmentRow.person)
)
_WAITING = (
    select(func.count())
    .select_from(AssignmentRow)
    .where(_SINCE, AssignmentRow.state == "offered", AssignmentRow.ended_at.is_(None))
)
_TIMES = (
    select(
        AssignmentRow.handover,
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


@dataclass(frozen=True, slots=True)
class Handling:
    """What happens between a hand-over and the first word of a person."""

    assigned: Pace
    """To the first place that it was given to."""
    accepted: Pace
    """To whoever accepted it first."""
    touched: Pace
    """To the first word of a person, in the conversation or on the telephone."""
    in_time: Rate
    """Accepted by the time that it was due, of the places at which that is known."""
    in_time_by: Mapping[str, Mapping[str, Rate]] = field(default_factory=dict)
    """By `tier` and `person`."""
    waiting: int = 0
    """Not accepted yet."""


NOTHING_HANDLED = Handling(pace([]), pace([]), pace([]), Rate(0, 0))


def handling(connection: Connection, since: datetime, scope: Scope = EVERYBODY) -> Handling:
    """Of the leads that were given to somebody since then."""
    of = {"since": since}
    rows = connection.execute(scope.assignments(_SLA), of).all()
    times = connection.execute(scope.assignments(_TIMES), of).all()
    first = [row for row in times if row.number == 1]
    return Handling(
        assigned=_pace((row.handed_over_at, row.at) for row in first),
        accepted=_pace(_accepted(times)),
        touched=_pace((row.handed_over_at, touched_at(row)) for row in first),
        in_time=Rate(sum(row.in_time for row in rows), sum(row.settled for row in rows)),
        in_time_by={"tier": _by(rows, 0), "person": _by(rows, 1)},
        waiting=connection.execute(scope.assignments(_WAITING), of).scalar_one(),
    )


def _accepted(times: Sequence[Any]) -> list[tuple[datetime, datetime]]:
    """Each lead once, at its first acceptance."""
    found: dict[str, tuple[datetime, datetime]] = {}
    for row in times:
        if row.accepted_at is not None:
            known = found.get(row.handover)
            if known is None or row.accepted_at < known[1]:
                found[row.handover] = (row.handed_over_at, row.accepted_at)
    return list(found.values())


def _by(rows: Sequence[Any], place: int) -> dict[str, Rate]:
    counts: dict[str, tuple[int, int]] = {}
    for row in rows:
        name = row[place] or UNNAMED
        hits, of = counts.get(name, (0, 0))
        counts[name] = (hits + row.in_time, of + row.settled)
    return ranked(counts)


def _pace(moments: Iterable[tuple[datetime, datetime | None]]) -> Pace:
    return pace([max(0.0, (at - began).total_seconds()) for began, at in moments if at is not None])
