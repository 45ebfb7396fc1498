"""What is to be done when Twilio did not deliver a text? By its error code (Twilio docs: error and
warning dictionary).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "suppress",  # they opted out at the carrier: never again, on any channel
    "mark_unreachable",  # this channel does not reach the number: a call or an e-mail may
    "suspend",  # nothing goes to this number for a day
    "once_more",  # later, and only once
    "next_window",  # when the recipient's hours begin anew
    "as_template",  # WhatsApp takes nothing else now
    "back_off",  # surely not sent: again after a pause
    "hold_sender",  # nothing goes out from this number for a while
    "give_up",
]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What happens to the text, and what an administrator is told."""

    act: Act = "give_up"
    alert: str = ""


_NOT_A_MOBILE = Remedy("mark_unreachable")
_LATER = Remedy("once_more")
_QUIET = Remedy("next_window")
_OVERFLOW = Remedy("hold_sender", "the sender's queue at Twilio is full: add numbers, or say less")
_FILTERED = Remedy(alert="carriers block what we say as spam: review the wording")
_LIMITED = Remedy("back_off")
_WEBHOOK = Remedy(alert="Twilio cannot use what our webhooks answer: check PUBLIC_BASE_URL")

REMEDIES: Mapping[int, Remedy] = {
    21610: Remedy("suppress"),
    21211: _NOT_A_MOBILE,
    21614: _NOT_A_MOBILE,
    30005: _NOT_A_MOBILE,
    30006: _NOT_A_MOBILE,
    21408: Remedy(alert="enable the country in Twilio's geographic permissions"),
    21611: _OVERFLOW,
    30001: _OVERFLOW,
    21617: Remedy(alert="a text of more than 1600 characters was not parted: this is a bug"),
    30003: _LATER,
    30008: _LATER,
    30004: _FILTERED,
    30007: _FILTERED,
    30034: Remedy(alert="register the number's A2P 10DLC campaign: no SMS reaches the US"),
    30450: Remedy("suspend", "Twilio suspects SMS pumping"),
    30610: _QUIET,
    30047: _QUIET,
    63016: Remedy("as_template"),
    63018: _LIMITED,
    20429: _LIMITED,
    20003: Remedy(alert="Twilio does not know us: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"),
    21606: Remedy(alert="the sender is no number of this account: check TWILIO_FROM"),
    21612: Remedy(alert="the sender cannot write to this country"),
    11200: _WEBHOOK,
    12100: _WEBHOOK,
    12300: _WEBHOOK,
}
GIVE_UP = Remedy()
PUT_OFF = frozenset(
    code for code, remedy in REMEDIES.items() if remedy.act in ("once_more", "next_window")
)
"""What is tried again much later: at once, when they write meanwhile, and so can be reached."""


def remedy_of(code: int | None) -> Remedy:
    """What to do about a code; one that is not known is given up."""
    return REMEDIES.get(code or 0, GIVE_UP)
