"""What is known of a lead when looking back? Its answers as the rules saw them, and how it ended.

Three ends are kept apart, because they mean different things: `passed` our own rules (which rest on
the answers themselves), `accepted` by sales, and `won`. None is "not known", never "no": only leads
that reached sales have the last two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Target = Literal["passed", "accepted", "won"]
TARGETS: tuple[Target, ...] = ("passed", "accepted", "won")
GOOD = frozenset({"positive", "acceptable"})
SILENT = "unanswered"
"""A level of its own: that a question got no answer says something too."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One lead."""

    levels: Mapping[str, str]
    """By criterion: `positive`, `acceptable`, `negative`, or why it is unknown (`refused`,
    `does_not_know`, `unclear`, `unanswered`...).
    """
    points: int = 0
    asked: str | None = None
    """The question that was pending when they fell silent."""
    passed: bool | None = None
    accepted: bool | None = None
    won: bool | None = None
    language: str = ""
    channel: str = ""
    source: str = ""
    month: str = ""
    """In which the conversation began, like `2026-03`."""

    def end(self, target: Target) -> bool | None:
        """How it ended by this target."""
        ends = {"passed": self.passed, "accepted": self.accepted, "won": self.won}
        return ends[target]

    def level(self, key: str) -> str:
        """How the answer to a question was judged."""
        return self.levels.get(key, SILENT)


def ended(leads: Sequence[Observed], target: Target) -> tuple[list[Observed], list[bool]]:
    """The leads whose end is known, and the ends."""
    known = [(lead, end) for lead in leads if (end := lead.end(target)) is not None]
    return [lead for lead, _ in known], [end for _, end in known]
