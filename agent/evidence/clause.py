"""What stands around a quote? Its clause, and the one that follows. PURE."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agent.cues import words
from agent.evidence.quoting import Quoted
from agent.sentences import asks_at, sentences_of
from qualification.normalise import fold

_BREAK = re.compile(
    r"[,;:.!?()]+(?=\s|$)|\n|"
    r" (?:and|so|because|y|e|pero|sino|porque|aunque|although|though) |"
    r"(?<!anything)(?<!everything)(?<!nothing)(?<! all) but "
)
_OPENING = "¿"
_INVERTED = re.compile(
    r"^(?:would|is|are|do|does|could|can|will|should|seria|bastaria\w*) (?:\w+ ){0,2}$"
)
"""A question that nothing marks: "would 5000 be enough"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A quote, and what stands before and after it in its clause: folded, one space a gap."""

    before: str
    said: str
    after: str
    preceding: str
    """The clause that stands before it, and the one that comes next."""
    following: str
    written: str
    """The clause as it was written."""
    asks: bool
    """It is a question, or within one."""

    @property
    def around(self) -> str:
        """All but the quote."""
        return f"{self.before} | {self.after}"

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.before}{self.said} {self.after}"

    @property
    def blanked(self) -> str:
        """All of it, with # where the quote stands."""
        return f"{self.before}# {self.after}".strip()


def clause_of(quoted: Quoted) -> Clause:
    """The clause that a quote stands in."""
    text = quoted.message.text
    folded = fold(text)
    *earlier, before = _BREAK.split(folded[: quoted.start])
    after, *rest = _BREAK.split(folded[quoted.end :])
    lead = words(before).strip()
    start, end = quoted.start - len(before), quoted.end + len(after)
    return Clause(
        before=f"{lead} " if lead else "",
        said=words(folded[quoted.start : quoted.end]).strip(),
        after=words(after).strip(),
        preceding=_first(reversed(earlier)),
        following=_first(rest),
        written=text[start:end],
        asks=_asks(quoted, folded, text[start:end]) or _INVERTED.match(f"{lead} ") is not None,
    )


def _first(clauses: Iterable[str]) -> str:
    return next((said for one in clauses if (said := words(one).strip())), "")


def _asks(quoted: Quoted, folded: str, clause: str) -> bool:
    """Whether words are those of a question: theirs, not an answer to ours."""
    for one in sentences_of(quoted.message.text, folded):
        if one.start <= quoted.start < one.end and one.asks:
            return asks_at(one, quoted.start) or (one.marked and _OPENING in clause)
    return False
