"""How is text made ready for reading? Folding, tokens and phrase tables; all linear in its length.

Positions in a folded text are positions in the original: whatever is found can be quoted.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from qualification.values import Span

T = TypeVar("T")

LONGEST_READ = 600
"""Words and marks (some 3 000 characters) that are read of one message: the rest is a document."""
LONGEST_PHRASE = 40
"""Characters; what is longer is seldom met again."""
HIDDEN = "\u00ad"
"""What combining marks and zero-width characters fold to: within a word, but no letter."""

_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u00b4\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", HIDDEN),
}


def _fold_character(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if unicodedata.combining(character):
        return HIDDEN
    plain = unicodedata.normalize("NFKD", character)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return letters if len(letters) == 1 else character


_BLOCKS = (range(0x80, 0x590), range(0x1E00, 0x2100), range(0x3000, 0x3001), range(0xFE00, 0xFF5F))
_FOLDED = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    code: folded
    for block in _BLOCKS
    for code in block
    if (folded := _fold_character(chr(code))) != chr(code)
}


def fold(text: str) -> str:
    """The text without accents and case and with one kind of dash, quote and space; as long."""
    return _fold_phrase(text) if len(text) <= LONGEST_PHRASE else text.translate(_FOLDED)


@lru_cache(maxsize=4096)
def _fold_phrase(text: str) -> str:
    """Phrases of scripts and tables are folded over and over: a thousand times for a message."""
    return text.translate(_FOLDED)


class Token(NamedTuple):
    """A number literal, a word or one other character."""

    text: str
    start: int
    end: int
    is_number: bool = False
    glued: bool = False
    """Nothing stands between this token and the one before it."""


_TOKEN = re.compile(rf"(\d+(?:[.,']\d+)*)|(?:[^\W\d_]|{HIDDEN})+|\S")


def tokenise(folded: str) -> list[Token]:
    """The tokens of a folded text, as far as one reads on for an answer."""
    tokens: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(folded):
        text = match[0]
        if HIDDEN in text:
            text = text.replace(HIDDEN, "")
        if text:
            start = match.start()
            tokens.append(Token(text, start, match.end(), match[1] is not None, start == end))
        end = match.end()
        if len(tokens) == LONGEST_READ:
            break
    return tokens


class Phrases(Generic[T]):
    """A table from phrases to what they mean, asked by position: the longest phrase wins."""

    def __init__(self, *tables: Mapping[str, T]) -> None:
        found: dict[str, dict[tuple[str, ...], T]] = {}
        for table in tables:
            for phrase, meaning in table.items():
                first, *rest = (token.text for token in tokenise(fold(phrase)))
                found.setdefault(first, {}).setdefault(tuple(rest), meaning)
        self._by_first = {
            first: sorted(rests.items(), key=lambda item: -len(item[0]))
            for first, rests in found.items()
        }

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """The meaning of the phrase that begins at this token, and the index after it."""
        if index >= len(tokens):
            return None
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        for rest, meaning in self._by_first.get(tokens[index].text, ()):
            after = index + 1 + len(rest)
            if rest and rest[0] != following:
                continue
            if tuple(token.text for token in tokens[index + 1 : after]) == rest:
                return meaning, after
        return None

    def before(self, tokens: Sequence[Token], index: int, longest: int = 5) -> tuple[T, int] | None:
        """The meaning of the phrase that ends just before this token, and where it begins."""
        for start in range(max(0, index - longest), index):
            match self.at(tokens, start):
                case (meaning, after) if after == index:
                    return meaning, start
        return None


def listed(phrases: str) -> tuple[str, ...]:
    """The phrases of a table's entry, which commas separate."""
    return tuple(fold(" ".join(phrase.split())) for phrase in phrases.split(",") if phrase.strip())


def word_set(text: str) -> frozenset[str]:
    """The folded words of a table's entry, which spaces separate."""
    return frozenset(fold(text).split())


def by_phrase(table: Mapping[T, str]) -> dict[str, T]:
    """A table turned from meaning -> phrases to phrase -> meaning."""
    return {phrase: meaning for meaning, phrases in table.items() for phrase in listed(phrases)}


def phrase_set(*tables: str) -> Phrases[bool]:
    """A table that only says whether a phrase is in it."""
    return Phrases(*(dict.fromkeys(listed(phrases), True) for phrases in tables))


def find_phrase(folded_text: str, phrase: str) -> Span | None:
    """Where a phrase occurs as whole words, whatever its case and accents."""
    match = _phrase_pattern(phrase).search(folded_text)
    return match.span() if match else None


@lru_cache(maxsize=4096)
def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    said = [t.text for t in tokenise(fold(phrase))]
    words = ["".join(f"{re.escape(c)}{HIDDEN}*" for c in one) for one in said if one != "'"]
    edges = (r"(?<!\w)", r"(?!\w)") if words else ("(?!", ")")
    return re.compile(r"[^\w]*".join(words).join(edges))
