"""What may an event hold? Google's limits, and nothing about a person.

Source: Measurement Protocol (GA4), "Limitations" and "Reserved names"; Google Analytics Help, "Best
practices to avoid sending Personally Identifiable Information". What breaks a limit is dropped
there without a word.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from delivery.lead import Lead
from qualification.brief.rows import spoken
from qualification.values import Json

NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]{0,39}$")
RESERVED = ("google_", "ga_", "firebase_", "gtag.")
MOST_PARAMETERS = 25
LONGEST_VALUE = 100
EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
PHONE = re.compile(r"\+\d(?:[\s().-]*\d){6,}|\d(?:[\s().-]*\d){8,}|\d+(?:[\s().-]+\d+)+")
"""With a +, of nine digits, or written in groups (of which there may be too few: FEWEST_DIGITS)."""
DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d([-._/ ]?)[01]\d\1[0-3]\d"
    r"|[0-3]?\d([-._/])[0-3]?\d\2(?:19|20)\d\d)(?!\d)"
)
"""In addresses of pages: 2026-11-22, 20261122, 22.11.2026."""
FEWEST_DIGITS = 7
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


def personal(parameters: Mapping[str, Json], lead: Lead) -> frozenset[str]:
    """The parameters that tell who they are, or look as if they did."""
    return frozenset(
        name
        for name, value in parameters.items()
        if name not in OURS and isinstance(value, str) and _tells(name, unquote(value), lead)
    )


def _tells(name: str, value: str, lead: Lead) -> bool:
    if EMAIL.search(value) or any(_numbers(value, lead.contact.phone or "")):
        return True
    known = lead.contact
    theirs = (known.name, known.first_name, known.last_name, known.email)
    words = [_words(one) for one in theirs if one is not None and len(one) >= SHORTEST]
    return name not in WRITTEN_BY_US and any(one in _words(value) for one in words)


def _numbers(value: str, theirs: str) -> Iterator[bool]:
    """Telephone numbers in a text: theirs in whatever form, and what is written like one."""
    own = _digits(theirs)[-FEWEST_DIGITS:]
    yield len(own) == FEWEST_DIGITS and own in _digits(value)
    for found in PHONE.finditer(DATE.sub("", value)):
        yield len(_digits(found[0])) >= FEWEST_DIGITS


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


def _words(text: str) -> str:
    """Whole words are compared, however they are separated: `/hello/ruiz-gil`."""
    return f"{spoken(text)} "
