"""Who is left to nurture? PURE: leads that sales does not get, if they agreed to hear more.

What counts as consent is an answer on record (docs/nurture.md): a question of the script with the
key `marketing_consent` and the kind `yes_no`, answered with yes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.dialogue import Dialogue
from agent.ports import Claim
from agent.reception import is_reception
from qualification.answers import AnswerSheet
from qualification.decision import Outcome
from qualification.script import CONSENT
from qualification.values import YesNo

QUIET = timedelta(days=7)
"""Who falls silent is left to nurture after so long; any message of theirs begins it anew."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a turn leaves behind, as far as it matters here."""

    outcome: Outcome
    learned: bool
    """They said something that is on record now."""
    reminds: bool
    """We will come back to them by ourselves."""


def due(claim: Claim, dialogue: Dialogue, standing: Standing, at: datetime) -> datetime | None:
    """When nurture may have the lead; None when this turn gives no reason to."""
    if is_left_out(claim, dialogue) or standing.outcome == "qualified":
        return None
    if dialogue.phase == "closed":
        ended = claim.dialogue.phase != "closed" or claim.scored.outcome != standing.outcome
        return at if ended or standing.learned else None
    if dialogue.phase == "stopped":  # who was on a list is to be taken off it
        return at if claim.dialogue.phase != "stopped" and agreed(dialogue.sheet) else None
    waits = dialogue.phase == "open" and not standing.reminds
    return at + QUIET if waits and agreed(dialogue.sheet) else None


def is_called_off(claim: Claim, dialogue: Dialogue) -> bool:
    """Whether what waits to go to nurture must not go any more: they talk again, they asked us to
    stop, or sales has them.
    """
    return dialogue.phase != "closed" or is_left_out(claim, dialogue)


def is_left_out(claim: Claim, dialogue: Dialogue) -> bool:
    """Whose lead it is not to nurture: sales has it, or it is not known yet what they want."""
    handed = dialogue.handed_over is not None or claim.handover is not None
    return handed or is_reception(claim.script)


def agreed(sheet: AnswerSheet) -> bool:
    """Whether they agreed to be written to."""
    answer = sheet.answers.get(CONSENT)
    return answer is not None and isinstance(answer.value, YesNo) and answer.value.yes
