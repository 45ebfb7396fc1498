"""Which words does the carrier take for itself? PURE. It stops or starts us, answers, and still
tells us (Twilio docs: default keywords for long codes; whole messages only).
"""

import unicodedata
from typing import Literal

from agent.messages import Channel

STOPS = frozenset(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"])
STARTS = frozenset(["START", "UNSTOP", "YES"])
HELPS = frozenset(["HELP", "INFO"])
KEYWORDS = (STOPS | STARTS | HELPS) - {"YES"}
"""What is written to carriers in any language, and shows none."""


def bare(text: str) -> str:
    """The words alone: without accents and punctuation, in capitals."""
    letters = unicodedata.normalize("NFKD", text).upper()
    kept = "".join(
        one if one.isalnum() else " " for one in letters if not unicodedata.combining(one)
    )
    return " ".join(kept.split())


def carrier_says(channel: Channel, text: str) -> Literal["stop", "start", "help"] | None:
    """What the carrier takes a message for, which it then answers by itself. On WhatsApp only
    Advanced Opt-Out does so, and says it in OptOutType.
    """
    if channel != "sms":
        return None
    word = bare(text)
    if word in STOPS:
        return "stop"
    if word in STARTS:
        return "start"
    return "help" if word in HELPS else None
