"""Why does a lead not stay with whoever has it? In the words of decisions, and of whoever is next.
PURE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from qualification.values import Language

WhyLeft = Literal["late", "passed_on", "away", "gone"]
"""Not accepted in time; handed back; somebody is not there for a while, or for good."""
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "away": "{who} está fuera hasta el {until}.",
        "back_unknown": "{who} está fuera.",
        "gone": "{who} ya no está en los equipos.",
        "day": "%d/%m/%Y a las %H:%M",
    },
    "en": {
        "away": "{who} is away until {until}.",
        "back_unknown": "{who} is away.",
        "gone": "{who} is not in the teams any more.",
        "day": "%d %B %Y, %H:%M",
    },
}


@dataclass(frozen=True, slots=True)
class Because:
    """Why a lead leaves a place."""

    what: WhyLeft = "late"
    who: str = ""
    """The name of whoever had it; needed for all but `late`."""
    until: datetime | None = None
    """When who is away works again; None where that is not in sight."""

    @property
    def nobodys_turn(self) -> bool:
        """Whether they had no chance to accept it."""
        return self.what in ("away", "gone")

    def said(self, zone: ZoneInfo) -> str:
        """As decisions have it."""
        match self.what:
            case "late":
                return "nobody accepted it"
            case "passed_on":
                return f"{self.who} passed it on"
            case "gone":
                return f"{self.who} is not in the teams any more"
        if self.until is None:
            return f"{self.who} is away"
        return f"{self.who} is away until {self.until.astimezone(zone):%Y-%m-%d %H:%M}"

    def told(self, language: Language, zone: ZoneInfo) -> str:
        """A sentence for whoever is next; empty where there is nothing that they should know."""
        if not self.nobodys_turn:
            return ""
        words = _WORDS[language]
        if self.what == "away" and self.until is not None:
            until = self.until.astimezone(zone).strftime(words["day"])
            return words["away"].format(who=self.who, until=until)
        return words["gone" if self.what == "gone" else "back_unknown"].format(who=self.who)
