"""How did leads end, by what sales said last at each stage?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, select

from storage.outcome_tables import HOLDS, OutcomeRow
from storage.report_scope import EVERYBODY, Scope

_STAGES = (("accepted", "rejected"), ("won", "lost"))
"""By their outcomes, which the index holds."""
_SAID = (
    select(OutcomeRow.conversation, OutcomeRow.outcome, OutcomeRow.opened_at, OutcomeRow.at)
    .where(
        HOLDS,
        OutcomeRow.opened_at >= bindparam("since"),
        OutcomeRow.script_version.in_(bindparam("versions", expanding=True)),
        OutcomeRow.outcome.in_(bindparam("outcomes", expanding=True)),
    )
    .order_by(OutcomeRow.opened_at.desc(), OutcomeRow.script_version.desc())
    .limit(bindparam("most"))
)
"""What sales said last at one stage, of the newest leads."""

_Said = Row[str, str, datetime, datetime]


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known of how a lead ended; None is "not known", never "no"."""

    accepted: bool | None = None
    won: bool | None = None
    heard: datetime | None = None
    """When sales said it: at the first stage of which something is known."""


def ends_from(outcomes: frozenset[str], heard: datetime | None = None) -> Ends:
    """What was won or lost had been accepted, whether or not somebody said so."""
    dealt = bool(outcomes & {"won", "lost"})
    return Ends(
        accepted=True
        if dealt or "accepted" in outcomes
        else False
        if "rejected" in outcomes
        else None,
        won=True if "won" in outcomes else False if "lost" in outcomes else None,
        heard=heard,
    )


def ends_of_script(
    connection: Connection,
    versions: Sequence[str],
    since: datetime,
    most: int,
    scope: Scope = EVERYBODY,
) -> dict[str, Ends]:
    """The ends of the leads of these versions, by the lead; of more than `most` at a stage, those
    of its newest leads.

    Each stage has its own: a lead is accepted within hours and won after weeks, so the newest that
    were accepted have no deal yet. Of a time of which only one stage was read nothing is said about
    acceptance: there, whoever has a deal would make it look as if everybody was accepted.
    """
    wanted = {"versions": versions, "since": since, "most": most}
    query = scope.outcomes(_SAID)
    stages = [connection.execute(query, {**wanted, "outcomes": one}).all() for one in _STAGES]
    both_from = max((rows[-1].opened_at for rows in stages if len(rows) == most), default=since)
    said: dict[str, list[_Said]] = {}
    for rows in stages:
        for row in rows:
            said.setdefault(row.conversation, []).append(row)
    return {lead: _ends(rows, both_from) for lead, rows in said.items()}


def _ends(rows: Sequence[_Said], both_from: datetime) -> Ends:
    heard = min(row.at for row in rows)
    found = ends_from(frozenset(row.outcome for row in rows), heard)
    return found if rows[0].opened_at >= both_from else Ends(won=found.won, heard=heard)
