"""How does a message fare on its way to a phone? In plain words, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from console.translations import N_
from storage.leads import SentText

Tone = Literal["delivered", "queued", "retrying", "failed"]
"""How good that is: the colours of deliveries."""

STATES: Mapping[str, tuple[Tone, str]] = {
    "failed": ("failed", N_("Not sent")),
    "undelivered": ("failed", N_("Not delivered")),
    "denied": ("failed", N_("Not sent")),
    "canceled": ("failed", N_("Not sent")),
    "unknown": ("retrying", N_("Not known whether it went out")),
    "waiting": ("retrying", N_("Waiting")),
    "sending": ("queued", N_("Being sent")),
    "accepted": ("queued", N_("With the carrier")),
    "queued": ("queued", N_("With the carrier")),
    "sent": ("queued", N_("Sent")),
    "delivered": ("delivered", N_("Delivered")),
    "read": ("delivered", N_("Read")),
}
"""Worst first: a message is as well off as the worst of its parts."""
RULES: Mapping[str, str] = {
    "stopped": N_("they asked not to be written to"),
    "carrier_answered": N_("their carrier has answered them already"),
    "confirmed": N_("their wish to stop was confirmed already"),
    "unreachable": N_("this number cannot be reached here: call or write an e-mail"),
    "suspended": N_("nothing goes to this number for a day: its traffic looks like fraud"),
    "too_late": N_("it would have come too late to mean anything"),
    "they_wrote": N_("they wrote before it was sent"),
    "no_consent": N_("they have not agreed to be written to here"),
    "window_closed": N_(
        "WhatsApp takes only approved templates now, and the script has none for this"
    ),
    "cap": N_("as many texts as may go to one number in a day had gone"),
    "quiet_hours": N_("it is too early or too late in the day where they are"),
    "no_lawful_hour": N_("there is no hour at which it may be sent where they are"),
}
"""By agent.permission.Rule."""
CODES: Mapping[int, str] = {
    21211: N_("there is no such number"),
    21408: N_("our account may not write to their country"),
    21610: N_("they opted out with their carrier"),
    21614: N_("it is not a mobile number"),
    30003: N_("their phone could not be reached"),
    30004: N_("their carrier blocked it"),
    30005: N_("there is no such number"),
    30006: N_("it is a landline, or their carrier could not be reached"),
    30007: N_("their carrier took it for spam"),
    30008: N_("the carrier gives no reason"),
    30034: N_("our number is not registered for texts to the US"),
    30450: N_("it was held back: the traffic to this number looks like fraud"),
    63016: N_("WhatsApp takes only approved templates now"),
}
"""By Twilio's error codes; others are shown as they are."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What is shown below a message."""

    tone: Tone
    words: str
    why: str = ""
    until: datetime | None = None


def fate_of(parts: Sequence[SentText]) -> Fate | None:
    """How a message fares; None where it was not sent to a phone."""
    if not parts:
        return None
    order = list(STATES)
    worst = min(parts, key=lambda part: order.index(part.state))
    tone, words = STATES[worst.state]
    share = sum(part.state == worst.state for part in parts)
    return Fate(
        tone=tone,
        words=words if share == len(parts) else f"{words} ({share} of {len(parts)} parts)",
        why=_why(worst),
        until=worst.next_at if worst.state == "waiting" else None,
    )


def _why(part: SentText) -> str:
    if STATES[part.state][0] in ("delivered", "queued"):
        return ""
    if part.code is not None and part.code not in CODES:
        said = f"Twilio says {part.why} ({part.code})"
        return said if part.why else f"Twilio's error {part.code}"
    if part.code is not None:
        return CODES[part.code]
    return RULES.get(part.why or "", part.why or "")
