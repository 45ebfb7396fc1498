"""When is a lead to be accepted, by the times at which whoever has it is there? By those of now."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from agent.ports import Job
from agent.router import KIND, OVERDUE, REMIND
from qualification.routing.following import Place, deadlines
from qualification.routing.plan import TeamPlan
from storage.assignment_rows import Enqueue, away, change


def is_away(connection: Connection, plan: TeamPlan, person: str | None, at: datetime) -> bool:
    """Whether somebody of the plan is absent at a moment, by hand or by the plan."""
    member = plan.person(person)
    if member is None:
        return False
    absent = away(connection, at).get(member.id, ())
    return plan.working_time(member, absent).is_away(at)


def time_again(
    connection: Connection, plan: TeamPlan, row: Row[Any], enqueue: Enqueue, now: datetime
) -> None:
    """Write by when a lead that waits is to be accepted, once they are there at other times. Nobody
    is late at once for that: what would have been due already has its whole time from now on.

    Jobs that come too early come again (agent.router); what is due earlier than before has jobs of
    its own, for a key that was done once is not done again.
    """
    place = Place(row.person, row.team, row.queue)
    absent = away(connection, row.at)
    until = deadlines(plan, place, row.tier, row.at, absent)
    if until is not None and until.due_at <= now:
        until = deadlines(plan, place, row.tier, now, absent)
    remind_at, due_at = (None, None) if until is None else (until.remind_at, until.due_at)
    if due_at == row.due_at or (row.due_at is not None and row.due_at <= now):
        return
    change(connection, row.id, remind_at=remind_at, due_at=due_at)
    for what, before, at in (
        (REMIND, row.remind_at, remind_at),
        (OVERDUE, row.due_at, due_at),
    ):
        if at is not None and (before is None or at < before):
            name = f"{row.id}/{what}"
            enqueue(connection, Job(KIND, name, key=f"{name}/{int(at.timestamp())}", at=at))
