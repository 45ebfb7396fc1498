"""What does a framework bring along?"""

from collections.abc import Mapping
from dataclasses import dataclass

from qualification.source import Data


@dataclass(frozen=True, slots=True)
class Preset:
    """Criteria as a script writes them, and the rule over them."""

    criteria: tuple[Mapping[str, Data], ...] = ()
    all_of: tuple[str, ...] = ()
    at_least: int = 0
    """So many of `of` must be good."""
    of: tuple[str, ...] = ()
    by_tier: bool = False
    """Whether the answers' points must reach the lowest tier that asks for any."""
    auto: tuple[str, ...] = ()
    disqualify: tuple[str, ...] = ()

    def rule(self, keys: list[str], tier: str) -> dict[str, Data]:
        """The rule over the criteria that a script has, and its lowest tier; empty if it rests on
        none of them.
        """
        all_of: list[Data] = [key for key in self.all_of if key in keys]
        of: list[Data] = [key for key in self.of if key in keys]
        rule: dict[str, Data] = {}
        if all_of:
            rule["all_of"] = all_of
        if of:
            rule["at_least"] = {"count": min(self.at_least, len(of)), "of": of}
        if self.by_tier and keys:
            rule["tier"] = tier
        if rule:
            rule["auto"], rule["disqualify"] = list(self.auto), list(self.disqualify)
        return rule
