"""Can we write to somebody who has not written for long, and from when on? PURE.

Whether a text really goes out is ruled on when it is sent (agent/permission.py); this is what is
known beforehand, so that nothing is said to one whom it cannot reach.
"""

from datetime import datetime

from agent.dialogue import RECONTACTS, Reason
from agent.messages import TEXTED
from agent.permission import WHATSAPP_WINDOW
from agent.ports import Claim
from agent.recipient_hours import opening


def way_to(claim: Claim, why: Reason, now: datetime) -> datetime | None:
    """From when on a text may reach them; None where there is no way: a chat whose page is long
    closed, a call that is over, a number without lawful hours, WhatsApp without a template.
    """
    if claim.channel not in TEXTED or why not in RECONTACTS:
        return None
    opens = opening(claim.address, now)
    if claim.channel == "whatsapp" and opens is not None and not _has_template(claim, why):
        wrote = claim.last_heard()
        return opens if wrote is not None and opens - wrote < WHATSAPP_WINDOW else None
    return opens


def _has_template(claim: Claim, why: Reason) -> bool:
    """Whether Meta has approved something to be said for this reason (or that says anything)."""
    language = claim.dialogue.language
    own = why != "handover" and language in claim.script.templates.get(why, {})
    quoting = claim.script.templates.get("nudge", {}).get(language)
    return own or (quoting is not None and quoting.quotes)
