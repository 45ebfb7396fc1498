"""May a lead be sent marketing? What is on record decides, never a guess (docs/nurture.md)."""

from datetime import datetime
from typing import Literal

from delivery.lead import Criterion, Lead
from qualification.script import CONSENT

Permission = Literal["explicit", "implied"]
"""`explicit`: they said so to us, in words that are kept. `implied`: a form or a system of the
company knew it beforehand.
"""
THEIR_WORDS = frozenset({"prospect", "reread"})
NO_CONSENT = "nothing sent: no consent to marketing is on record"
NO_EMAIL = "nothing sent: no e-mail address is on record"


def permission(lead: Lead) -> Permission | None:
    """What they agreed to; None where they did not, where nobody asked, or where
    they asked us to stop.
    """
    if lead.stopped:
        return None
    found = _answer(lead)
    if found is None or found.value is not True:
        return None
    if found.source in THEIR_WORDS and found.quote is not None:
        return "explicit"
    return "implied" if found.source == "prefill" else None


def agreed_at(lead: Lead) -> datetime | None:
    """When they said so; None where that is not on record."""
    found = _answer(lead)
    return None if found is None else found.at


def _answer(lead: Lead) -> Criterion | None:
    return next((one for one in lead.criteria if one.key == CONSENT), None)
