"""What are the sentences of a message: which of them ask, which say anything, and in which words?

PURE. Positions are those of the message, so whatever is found can be quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.cues import CUES, words
from qualification.normalise import read_yes_no
from qualification.signals import Signal
from qualification.values import Span

_SENTENCE = re.compile(r"(?:[^.!?¿¡\n;]|(?<=\w)\.(?=[a-z\d]))+[.!?\n;]*")
"""A point inside a word or number ends nothing: "3.000", "acme.es"."""
_BREAK = re.compile(r"[,:;()]+\s*| [/|+] | (?:y|e|and|pero|but|aunque|though|porque|because) ")
_ABOUT = re.compile(
    r"(?:pues |bueno |no se |y )?como (?:unos |unas |de |a |en |el |para )?\d|"
    r"cuando (?:(?:me |te |le |os |les |se )?(?:pueda[sn]?|podais|quiera[sn]?|querais|sea|venga|"
    r"digais?|diga[sn]?))(?= |$)|"
    r"(?:oye |oiga )que (?:al final|son|es|somos|no|ya|mejor) |"
    r"(?:hola |buenas |hi |hello |hey )?(?:me |nos )?(?:pueden|puede|podeis|podrian|podria|can you|"
    r"could you) (?:ayudar|help)"
)
"""An amount said loosely is no question ("como 3.000"), nor is one who asks for help."""
_TAG = re.compile(
    r",\s*(?:ok|okay|vale|alright|de acuerdo|estamos|entendido|got it|"
    r"happy(?: now)?|satisfied|content[oa]s?|eh)\s*\?+\s*$"
)
"""At the end of what is told, it asks for nothing but a nod: "after nine, ok?"."""
_EDGES = " \t\r\n,;:-–—"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a message."""

    start: int
    end: int
    text: str
    folded: str
    marked: bool
    """It has a question mark."""
    asks: bool
    """It is a question, by its mark or by how it begins."""

    @property
    def first(self) -> int:
        """Where its first word begins."""
        return self.start + len(self.text) - len(self.text.lstrip())


def sentences_of(text: str, folded: str) -> Iterator[Sentence]:
    """The sentences of a message; one is a question by its mark, or by how it begins."""
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        if not words(folded[start:end]):
            continue
        marked = text[start - 1 : start] == "¿" or "?" in found[0]
        marked = marked and _TAG.search(folded[start:end]) is None
        asks = marked or _begins_like_a_question(folded[start:end])
        yield Sentence(start, end, found[0], folded[start:end], marked, asks)


def _begins_like_a_question(folded: str) -> bool:
    said = words(folded)
    return _ABOUT.match(said) is None and any(table.asks(said) for table in CUES.values())


def is_bare(sentence: Sentence) -> bool:
    """A courtesy, or a yes or no alone: no answer in words."""
    said = words(sentence.folded)
    if any(table.is_whole(Signal.PLEASANTRY, said) for table in CUES.values()):
        return True
    return len(said.split()) < 3 and any(read_yes_no(sentence.text, one) for one in CUES)


def denies(sentence: Sentence) -> bool:
    """It says what is not wanted: no demo, no call."""
    said = words(sentence.folded)
    return any(table.denies(said) for table in CUES.values())


def asks_at(sentence: Sentence, position: int) -> bool:
    """Whether the clause at a position of the message is the question of its sentence."""
    if not sentence.asks:
        return False
    at = position - sentence.start
    breaks = [one for one in _BREAK.finditer(sentence.folded) if one.end() <= at]
    clause = sentence.folded[breaks[-1].end() if breaks else 0 :]
    return _begins_like_a_question(clause)


def around(sentence: Sentence, span: Span) -> tuple[list[str], list[str]]:
    """The words of its clause before and after a stretch."""
    start, end = span[0] - sentence.start, span[1] - sentence.start
    before, after = sentence.folded[:start], sentence.folded[end:]
    breaks = list(_BREAK.finditer(before))
    following = _BREAK.search(after)
    said_before = before[breaks[-1].end() :] if breaks else before
    said_after = after[: following.start()] if following else after
    return words(said_before).split(), words(said_after).split()


def own_words(sentence: Sentence, taken: Sequence[Span], anchor: Span | None) -> Span | None:
    """What a sentence says in words, without what was read out of it as other answers.

    `anchor` are words that must stay. Where another answer cuts the sentence, the clause that it
    belonged to goes too.
    """
    start, end = _gap(sentence, taken, anchor)
    inner = sentence.folded[start - sentence.start : end - sentence.start]
    kept_from, kept_to = (anchor[0] - start, anchor[1] - start) if anchor else (len(inner), 0)
    breaks = list(_BREAK.finditer(inner))
    if end < sentence.end:
        last = next((one for one in reversed(breaks) if one.start() >= kept_to), None)
        inner = inner[: last.start()] if last else inner
    if start > sentence.start:
        first = next((one for one in breaks if one.end() <= min(kept_from, len(inner))), None)
        start += first.end() if first else 0
        inner = inner[first.end() :] if first else inner
    left = len(inner) - len(inner.lstrip(_EDGES))
    stripped = inner.strip(_EDGES)
    return (start + left, start + left + len(stripped)) if words(stripped) else None


def _gap(sentence: Sentence, taken: Sequence[Span], anchor: Span | None) -> Span:
    """The stretch between two answers that holds the anchor, else the longest one."""
    cuts = sorted(one for one in taken if one[0] < sentence.end and sentence.start < one[1])
    edges = [(sentence.start, sentence.start), *cuts, (sentence.end, sentence.end)]
    gaps = [(before[1], after[0]) for before, after in pairwise(edges) if after[0] > before[1]]
    if anchor is not None:
        held = [one for one in gaps if one[0] <= anchor[0] and anchor[1] <= one[1]]
        return held[0] if held else (sentence.start, sentence.end)
    return max(gaps, key=lambda one: one[1] - one[0], default=(sentence.start, sentence.end))
