"""What is said of a plan, in the API and at the terminal?"""

from datetime import datetime

from agent.dialogue import Dialogue
from agent.plans import Plan, because
from channels.documents import Document
from qualification.script import Script


class PlanOut(Document):
    """That a lead is to hear from us."""

    by: str
    """`agent`: we write then, unless something comes between. `person`: we cannot write to them, so
    somebody should."""
    why: str
    """`nudge` (they fell silent), `requalify` (asked again), `take_up_again` (they asked to be
    written to then) or `not_sent` (what we wrote was not allowed to go out)."""
    at: datetime
    """When; for a person, since when. What is past waits for the count of tomorrow."""
    rule: str
    """The rule of the script, or `later`: what they asked for themselves."""
    because: str
    asks: list[str]
    """What would be asked, as things stand."""

    @staticmethod
    def of(plan: Plan, script: Script, dialogue: Dialogue) -> "PlanOut":
        """A plan with its reason."""
        reason = because(script, dialogue, plan)
        return PlanOut(
            by=plan.by,
            why=plan.why,
            at=plan.at,
            rule=reason.rule,
            because=reason.words,
            asks=list(reason.asks),
        )
