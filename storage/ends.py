"""How did leads end, by what sales said last at each stage?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.outcome_tables import HOLDS, OutcomeRow

_OF_SCRIPT = (
    select(OutcomeRow.conversation, OutcomeRow.outcome)
    .where(
        HOLDS,
        OutcomeRow.opened_at >= bindparam("since"),
        OutcomeRow.script_version.in_(bindparam("versions", expanding=True)),
    )
    .order_by(OutcomeRow.opened_at.desc(), OutcomeRow.script_version.desc())
    .limit(bindparam("most"))
)
"""What sales said last of each lead, at each stage."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known of how a lead ended; None is "not known", never "no"."""

    accepted: bool | None = None
    won: bool | None = None


def ends_from(outcomes: frozenset[str]) -> Ends:
    """What was won or lost had been accepted, whether or not somebody said so."""
    dealt = bool(outcomes & {"won", "lost"})
    return Ends(
        accepted=True
        if dealt or "accepted" in outcomes
        else False
        if "rejected" in outcomes
        else None,
        won=True if "won" in outcomes else False if "lost" in outcomes else None,
    )


def ends_of_script(
    connection: Connection, versions: Sequence[str], since: datetime, most: int
) -> dict[str, Ends]:
    """The ends of the leads of these versions, by the lead; of more than `most`, those of the
    newest leads.
    """
    wanted = {"versions": versions, "since": since, "most": 2 * most}
    said: dict[str, frozenset[str]] = {}
    for lead, outcome in connection.execute(_OF_SCRIPT, wanted):
        said[lead] = said.get(lead, frozenset()) | {outcome}
    return {lead: ends_from(outcomes) for lead, outcomes in list(said.items())[:most]}
