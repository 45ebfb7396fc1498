"""How did leads end, by what sales said last? The newest word of each stage."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from storage.outcome_tables import OutcomeRow
from storage.tables import ConversationRow, ScriptVersionRow

_RANKED = (
    select(
        OutcomeRow.conversation,
        OutcomeRow.stage,
        OutcomeRow.outcome,
        OutcomeRow.person,
        OutcomeRow.hundredths,
        OutcomeRow.currency,
        func.row_number()
        .over(
            partition_by=(OutcomeRow.conversation, OutcomeRow.stage),
            order_by=(OutcomeRow.at.desc(), OutcomeRow.position.desc()),
        )
        .label("age"),
    )
    .where(OutcomeRow.at >= bindparam("since"))  # nobody ends before they came
    .subquery()
)
NEWEST = select(_RANKED).where(_RANKED.c.age == 1).subquery()
"""What sales said last of each lead, at each stage, since a day."""
_OF_SCRIPT = (
    select(NEWEST.c.conversation, NEWEST.c.outcome)
    .join(ConversationRow, ConversationRow.id == NEWEST.c.conversation)
    .join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
    .where(
        ScriptVersionRow.key == bindparam("script"),
        ConversationRow.created_at >= bindparam("since"),
    )
    .order_by(ConversationRow.created_at.desc(), ConversationRow.id)
    .limit(bindparam("most"))
)


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
    connection: Connection, script: str, since: datetime, most: int
) -> dict[str, Ends]:
    """The ends of a script's leads, by the lead; of more than `most`, those of the newest leads."""
    wanted = {"script": script, "since": since, "most": 2 * most}
    said: dict[str, frozenset[str]] = {}
    for lead, outcome in connection.execute(_OF_SCRIPT, wanted):
        said[lead] = said.get(lead, frozenset()) | {outcome}
    return {lead: ends_from(outcomes) for lead, outcomes in list(said.items())[:most]}
