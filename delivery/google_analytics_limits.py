"""What may an event hold? Google's limits, and nothing about a person.

Source: Measurement Protocol (GA4), "Limitations" and "Reserved names"; Google Analytics Help, "Best
practices to avoid sending Personally Identifiable Information". What breaks a limit is dropped
there without a word.
"""

import re
from collections.abc import Mapping

from delivery.lead import Lead
from qualification.values import Json

NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]{0,39}$")
RESERVED = ("google_", "ga_", "firebase_", "gtag.")
MOST_PARAMETERS = 25
LONGEST_VALUE = 100
EMAIL = re.compile(r"[^\s@]+(@|%40)[^\s@]+", re.IGNORECASE)
PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){6,}")
OURS = frozenset({"session_id", "engagement_time_msec"})
"""Numbers that we made ourselves."""
WRITTEN_BY_US = frozenset({"script", "channel", "lead_language", "lead_tier"})
"""Their words are those of a script: that a person is called Rose makes none of them a name."""
SHORTEST = 3
"""Letters; shorter names are in too many words."""


def mistake_in(event: str, parameters: Mapping[str, Json]) -> str | None:
    """Which limit an event breaks, if it does."""
    for name in (event, *parameters):
        if not NAME.match(name) or name.lower().startswith(RESERVED):
            return f"{name!r} may not be a name"
    if len(parameters) > MOST_PARAMETERS:
        return f"{len(parameters)} parameters are more than {MOST_PARAMETERS}"
    for name, value in parameters.items():
        if isinstance(value, str) and len(value) > LONGEST_VALUE:
            return f"{name} is longer than {LONGEST_VALUE} characters"
    return None


def personal(parameters: Mapping[str, Json], lead: Lead) -> str | None:
    """The parameter that tells who they are, if one does."""
    known = lead.contact
    theirs = (known.name, known.first_name, known.last_name, known.email, known.phone)
    words = [one.casefold() for one in theirs if one is not None and len(one) >= SHORTEST]
    for name, value in parameters.items():
        if name in OURS or not isinstance(value, str):
            continue
        if EMAIL.search(value) or PHONE.search(value):
            return name
        if name in WRITTEN_BY_US:
            continue
        if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", value.casefold()) for one in words):
            return name
    return None
