"""Did the prospect really write this? Finds a quote in their messages. PURE.

A model copies words well and typography badly: spaces, accents, case and quotation marks may
differ. Words may not: what is missing, added or cut out of a longer word or number is no quote.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.messages import Message
from qualification.answers import Evidence
from qualification.normalise.text import HIDDEN, fold

LONGEST_QUOTE = 600
_EDGES = " \t\r\n\"'.,;:!?¡¿…()[]-*_`"
_PIECE = re.compile(r"\s*(?P<text>\w+|[^\w\s])")
_SPACE = rf"[\s{HIDDEN}]"
_ALIKE = {"'": "['\"]", '"': "['\"]", "‹": "[<‹]"}
"""Quotation marks count as one, and so does the bracket that prompts show for `<`."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that stand in a message, as they were written there."""

    message: Message
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.message.text[self.start : self.end]

    @property
    def evidence(self) -> Evidence:
        """What an answer that rests on these words carries."""
        return Evidence(self.message.id, self.text)

    def joined(self, other: "Quoted") -> "Quoted":
        """From the first to the last word of two quotes of one message."""
        start, end = min(self.start, other.start), max(self.end, other.end)
        return Quoted(self.message, start, end)


def find_quote(messages: Sequence[Message], quote: str) -> Quoted | None:
    """Where a quote stands, whole, in one of the messages; in the newest that has it."""
    for wanted in _readings(quote):
        pattern = re.compile(_pattern(wanted))
        for message in reversed(messages):
            found = pattern.search(fold(message.text))
            if found is not None:
                return Quoted(message, found.start(), found.end())
    return None


def _readings(quote: str) -> Iterable[str]:
    """The quote as given, then without the marks that models put around it."""
    if len(quote) > LONGEST_QUOTE:
        return
    folded = fold(quote).replace(HIDDEN, "").strip()
    bare = folded.strip(_EDGES)
    if any(character.isalnum() for character in bare):
        yield folded
        if bare != folded:
            yield bare


def _pattern(wanted: str) -> str:
    """Whole words and numbers; white space may differ, and may be missing where a sign stands."""
    parts = [_piece(wanted, match) for match in _PIECE.finditer(wanted)]
    return _opening(wanted[0]) + "".join(parts) + _closing(wanted[-1])


def _piece(wanted: str, piece: re.Match[str]) -> str:
    spelled = f"{HIDDEN}*".join(_ALIKE.get(one, re.escape(one)) for one in piece["text"])
    if piece.start() == 0:
        return spelled
    between_words = wanted[piece.start("text") - 1].isspace() and (
        wanted[piece.start() - 1].isalpha() and piece["text"][0].isalpha()
    )
    return (_SPACE + "+" if between_words else _SPACE + "*") + spelled


def _opening(first: str) -> str:
    """Nothing that would make the first word or number a part of a longer one."""
    if first.isdigit():
        return rf"(?<![\w{HIDDEN}])(?<!\d[.,'])"
    return rf"(?<![\w{HIDDEN}])" if first.isalpha() else ""


def _closing(last: str) -> str:
    if last.isdigit():
        return rf"{HIDDEN}*+(?!\w)(?![.,']\d)"
    return rf"{HIDDEN}*+(?!\w)" if last.isalpha() else r"(?!\d)"
