"""Whose turn was a lead, and what was everybody's share? Written with the lead, and taken back when
it turns out to be none: then it was nobody's turn.
"""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select, update

from qualification.routing.plan import TeamPlan
from qualification.routing.rotation import given_back, shared_out
from qualification.routing.routing import Decision
from storage.routing_tables import DebtRow, ShareRow
from storage.suppressions import inserting

_OWED = select(DebtRow.person, DebtRow.owed).where(DebtRow.team == bindparam("of"))
_TAKEN_BACK = (
    update(ShareRow)
    .where(
        ShareRow.day == bindparam("on_day"),
        ShareRow.team == bindparam("in_team"),
        ShareRow.person == bindparam("of"),
    )
    .values(got=ShareRow.got - bindparam("had"), due=ShareRow.due - bindparam("share"))
)


def sharing(plan: TeamPlan, decision: Decision) -> list[tuple[str, int]]:
    """Who could have got a lead of a team, with their weights, as it was decided by this plan."""
    others = [one.person for one in decision.tried[-1].passed if one.why == "turn_of_another"]
    team, ready = plan.team(decision.team), {decision.person, *others}
    people = (plan.person(one) for one in (team.people if team is not None else ()))
    return [(one.id, one.weight) for one in people if one is not None and one.id in ready]


def use(connection: Connection, plan: TeamPlan, decision: Decision, at: datetime) -> None:
    """One lead of a team: who got it, and what the share of each was who could have got it."""
    team = decision.team
    if team is None or decision.debts is None:
        return
    _owe(connection, team, decision.debts)
    new = inserting(connection, ShareRow)
    keys = ["day", "team", "person"]
    more = {"got": ShareRow.got + new.excluded.got, "due": ShareRow.due + new.excluded.due}
    day = _day(plan, at)
    rows = [
        {"day": day, "team": team, "person": one, "got": int(one == decision.person), "due": share}
        for one, share in shared_out(sharing(plan, decision)).items()
    ]
    connection.execute(new.on_conflict_do_update(index_elements=keys, set_=more), rows)


def give_back(connection: Connection, plan: TeamPlan, decision: Decision, at: datetime) -> None:
    """What was given out at a moment, by the plan of then, was no lead: those who shared it are
    owed what they were, and neither it nor their shares in it are counted.
    """
    team, person = decision.team, decision.person
    if team is None or person is None or decision.debts is None:
        return
    weights = sharing(plan, decision)
    debts = {row.person: row.owed for row in connection.execute(_OWED, {"of": team})}
    _owe(connection, team, given_back(debts, person, weights))
    day = _day(plan, at)
    rows = [
        {"on_day": day, "in_team": team, "of": one, "had": int(one == person), "share": share}
        for one, share in shared_out(weights).items()
    ]
    connection.execute(_TAKEN_BACK, rows)


def _owe(connection: Connection, team: str, debts: Mapping[str, int]) -> None:
    """Write what the people of a team are owed."""
    new = inserting(connection, DebtRow)
    rows = [{"team": team, "person": person, "owed": owed} for person, owed in debts.items()]
    keys = ["team", "person"]
    connection.execute(
        new.on_conflict_do_update(index_elements=keys, set_={"owed": new.excluded.owed}), rows
    )


def _day(plan: TeamPlan, at: datetime) -> date:
    """The day that a lead counts for, in the plan's time zone."""
    return at.astimezone(plan.office_time().zone).date()
