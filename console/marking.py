"""Which words did the answers rest on? A message cut where its quotes begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a message, and the criterion that rests on them."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a message and the criteria that rest on it; plain text has none."""

    text: str
    keys: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    """Those whose quote begins here."""


def mark(text: str, quotes: Iterable[Quote]) -> tuple[Piece, ...]:
    """The text in pieces, which together are the text; a quote that is not in it marks nothing."""
    spans = [
        (start, start + len(quote.words), quote.key)
        for quote in quotes
        if quote.words and (start := text.find(quote.words)) >= 0
    ]
    cuts = sorted({0, len(text), *(cut for start, end, _ in spans for cut in (start, end))})
    return tuple(
        Piece(
            text[start:end],
            tuple(key for first, last, key in spans if first <= start and end <= last),
            tuple(key for first, _, key in spans if first == start),
        )
        for start, end in pairwise(cuts)
    )
