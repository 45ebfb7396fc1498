"""How are ways of saying something written down, and found in a sentence? PURE.

Each line is one way: its groups, split by `+`, must each have a word in the sentence. `*` stands
for letters, `_` joins words that stand side by side, and `<6` asks for a sentence of fewer words
than that. Sentences are given as their folded words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One line of a table."""

    groups: tuple[re.Pattern[str], ...]
    shorter: float

    def found(self, said: str) -> bool:
        """Whether the words of a sentence say it in this way."""
        return said.count(" ") + 1 < self.shorter and self.may_be_in(said)

    def may_be_in(self, said: str) -> bool:
        """Whether a text of several sentences holds all its words."""
        return all(one.search(said) for one in self.groups)


def ways(table: str) -> Sequence[Way]:
    """The ways of a table, one a line."""
    return [_way(line) for line in table.splitlines() if line.strip()]


def _way(line: str) -> Way:
    groups, shorter = [], float("inf")
    for group in line.split("+"):
        stems = [one for one in group.split() if not one.startswith("<")]
        limits = [int(one[1:]) for one in group.split() if one.startswith("<")]
        shorter = min([shorter, *limits])
        if stems:
            groups.append(_group(stems))
    return Way(tuple(groups), shorter)


def _group(stems: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(one.replace("_", " ").replace("*", r"\w*") for one in stems)
    return re.compile(rf"(?:^|(?<= ))(?:{listed})(?= |$)")
