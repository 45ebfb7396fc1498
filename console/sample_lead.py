"""Whom is a dry run about, where no lead need be there yet? Somebody made up, whom nobody reaches.

The address ends in `example.com` (RFC 2606), the number is one of Ofcom's for drama.
"""

from datetime import datetime
from typing import Protocol

from agent.outbox import Event, Owner, Parcel
from qualification.decision import Reason
from qualification.handover import CriterionLine, Handover
from qualification.profile.account import Account
from qualification.scoring import ScoreLine
from qualification.script import CONSENT
from qualification.values import Language

IDENTITY = "0" * 32
NURTURE: Event = "lead.nurture"


class Payloads(Protocol):
    """storage.outbox.StoredOutbox, as far as it writes bodies."""

    def payload(
        self, identity: str, revision: int, conversation: str, handover: Handover, at: datetime
    ) -> str: ...


def sample_parcel(
    payloads: Payloads, system: str, event: Event, owner: Owner, at: datetime
) -> Parcel:
    """The parcel of a made-up lead, on its way to a system."""
    made = sample_handover(owner.language, qualified=event != NURTURE)
    body = payloads.payload(IDENTITY, 1, IDENTITY, made, at)
    return Parcel(f"{IDENTITY}.1.{system}", system, event, body, 1, 1, owner=owner)


def sample_handover(language: Language, *, qualified: bool) -> Handover:
    """Ana, who said yes to marketing too, so that lists would get her."""
    need = "Necesitamos un CRM" if language == "es" else "We need a CRM"
    state = "positive" if qualified else "negative"
    return Handover(
        why="qualified" if qualified else "nurture",
        script="example",
        language=language,
        channel="chat",
        source="/example",
        contact={
            "name": "Ana Example",
            "email": "ana@example.com",
            "phone": "+447700900123",
            "company": "Example Ltd",
        },
        outcome="qualified" if qualified else "unqualified",
        reasons=(Reason("all_of", "met" if qualified else "failed", ("need",)),),
        criteria=(
            CriterionLine("need", state, need, need, IDENTITY, state, "prospect"),
            CriterionLine(CONSENT, "positive", True, "ok", IDENTITY, "positive", "prospect"),
        ),
        score=20,
        fit=20,
        engagement=0,
        tier="warm",
        score_lines=(ScoreLine("need:positive", 20),),
        summary=f"Ana Example: “{need}”.",
        open_questions=(),
        unknown=(),
        next_step="ana@example.com",
        profile={},
        account=Account("b2b", company="Example Ltd", domain="example.com"),
    )
