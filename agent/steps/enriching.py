"""What changes when others have told something of a lead? PURE.

Not a word is said, and nothing that they said themselves is touched: the profile has more, an
answer that the script wants prefilled is there, and sales hear of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.moves import Dialogue, Effect, HandOver, Step
from agent.steps.agenda import sales_awaits
from qualification.findings import Finding
from qualification.profile.prefilling import prefill
from qualification.script import Script
from qualification.signals import Signal


def enrich(script: Script, before: Dialogue, findings: Sequence[Finding]) -> Step:
    """The step after others have answered; of those who have opted out nothing more is kept."""
    if before.phase == "stopped" or not script.profile:
        return Step(before)
    sheet = prefill(script, before.sheet.with_findings(findings))
    after = replace(before, sheet=sheet)
    if after == before:
        return Step(before)
    closed = before.phase == "closed" and Signal.NOT_INTERESTED not in before.signals
    if closed and sales_awaits(script, after):
        return Step(replace(after, handed_over="qualified"), (HandOver("qualified"),))
    told: tuple[Effect, ...] = (HandOver("update"),) if before.handed_over else ()
    return Step(after, told)
