"""What would sales receive of a lead now? PURE: the stored lead in, its document out."""

from datetime import datetime
from typing import cast

from agent.dialogue import verdict_on
from qualification.handover import Handover, Why, make_handover
from qualification.scoring import score
from qualification.script import Script
from storage.leads import Lead


def standing_handover(lead: Lead, script: Script, now: datetime) -> Handover:
    """What sales would receive if the lead were handed over now: the document, always fresh."""
    dialogue = lead.dialogue
    why = cast(Why, lead.handovers[0].why) if lead.handovers else "update"
    heard = reversed(lead.messages)
    verdict = verdict_on(script, dialogue)
    return make_handover(
        script,
        dialogue.sheet,
        verdict,
        score(
            script,
            dialogue.sheet,
            now,
            lead.behaviour,
            before=lead.line.tier,
            last_message=next((one.at for one in heard if one.author == "prospect"), None),
            verdict=verdict,
        ),
        why=why,
        language=dialogue.language,
        channel=lead.line.channel,
        source=lead.line.source,
        open_questions=dialogue.open_questions,
        later=dialogue.later,
        stopped=dialogue.phase == "stopped",
        chosen_by=dialogue.chosen_by,
    )
