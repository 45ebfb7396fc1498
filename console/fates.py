"""How does a message fare on its way to a phone? In plain words, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.leads import SentText

Tone = Literal["delivered", "queued", "retrying", "failed"]
"""How good that is: the colours of deliveries."""

STATES: Mapping[str, tuple[Tone, str]] = {
    "failed": ("failed", "Not sent"),
    "undelivered": ("failed", "Not delivered"),
    "denied": ("failed", "Not sent"),
    "canceled": ("failed", "Not sent"),
    "unknown": ("retrying", "Not known whether it went out"),
    "waiting": ("retrying", "Waiting"),
    "sending": ("queued", "Being sent"),
    "accepted": ("queued", "With the carrier"),
    "queued": ("queued", "With the carrier"),
    "sent": ("queued", "Sent"),
    "delivered": ("delivered", "Delivered"),
    "read": ("delivered", "Read"),
}
"""Worst first: a message is as well off as the worst of its parts."""
RULES: Mapping[str, str] = {
    "stopped": "they asked not to be written to",
    "carrier_answered": "their carrier has answered them already",
    "confirmed": "their wish to stop was confirmed already",
    "unreachable": "this number cannot be reached here: call or write an e-mail",
    "suspended": "nothing goes to this number for a day: its traffic looks like fraud",
    "too_late": "it would have come too late to mean anything",
    "they_wrote": "they wrote before it was sent",
    "no_consent": "they have not agreed to be written to here",
    "window_closed": "WhatsApp takes only approved templates now, and the script has none for this",
    "cap": "as many texts as may go to one number in a day had gone",
    "quiet_hours": "it is too early or too late in the day where they are",
    "no_lawful_hour": "there is no hour at which it may be sent where they are",
}
"""By agent.permission.Rule."""
CODES: Mapping[int, str] = {
    21211: "there is no such number",
    21408: "our account may not write to their country",
    21610: "they opted out with their carrier",
    21614: "it is not a mobile number",
    30003: "their phone could not be reached",
    30004: "their carrier blocked it",
    30005: "there is no such number",
    30006: "it is a landline, or their carrier could not be reached",
    30007: "their carrier took it for spam",
    30008: "the carrier gives no reason",
    30034: "our number is not registered for texts to the US",
    30450: "it was held back: the traffic to this number looks like fraud",
    63016: "WhatsApp takes only approved templates now",
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
