"""Which stretches of a message are no words of a person about themselves? PURE.

Code and markup, orders to a machine, feigned system messages, what others are said to have written:
none of it answers a question or shows what somebody wants. They are blanked out before a message is
read; positions stay, so whatever is found can be quoted.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from agent.cues import words
from agent.hostile.orders import ORDERS, TASKS
from agent.hostile.payloads import CODE, FEIGNED, OTHERS
from agent.hostile.ways import ways
from qualification.normalise.text import HIDDEN, fold
from qualification.values import Span

MOSTLY = 0.5
"""Share of a message that, when it is hostile, makes all of it so."""
_A_PROMPT = 2
_A_SHEET = 60
"""So many orders to a machine, or one among so many words, make a prompt of the whole message."""
_MOST_MARKS = 3
"""Combining marks in a row that no language needs."""
_MOST_TURNED = 3
"""Phonetic letters that make a text one written upside down."""

_SENTENCE = re.compile(r"[^.!?\n;]+(?:[.!?;]+(?!\s|\Z)[^.!?\n;]*)*[.!?;]*")
_ORDERS, _TASKS = ways(ORDERS), ways(TASKS)
_FOREIGN_HERE = range(0x250, 0x2B0)


@lru_cache(maxsize=256)
def own_part(text: str) -> str:
    """The text with blanks where it is hostile; as long as it was."""
    if not text or _is_noise(text):
        return " " * len(text)
    spans = list(_hostile(text))
    if not spans and text.isascii():
        return text
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    kept = [" " if _is_strange(one) else one for one in kept]
    said, left = _letters(text), _letters("".join(kept))
    if left < said and said - left >= MOSTLY * said:
        return " " * len(text)
    return "".join(kept)


def _letters(text: str) -> int:
    return sum(one.isalnum() for one in text)


def _hostile(text: str) -> Iterator[Span]:
    """The stretches, looked for in the folded text without its hidden characters."""
    folded = fold(text)
    places = [place for place, one in enumerate(folded) if one != HIDDEN]
    shown = folded if len(places) == len(folded) else folded.replace(HIDDEN, "")
    places.append(len(folded))
    found = [one.span() for pattern in (CODE, OTHERS) for one in pattern.finditer(shown)]
    feigned = FEIGNED.search(shown)
    if feigned is not None:
        found.append((feigned.start(), len(shown)))
    orders = list(_orders(shown))
    if len(orders) >= _A_PROMPT or (orders and shown.count(" ") >= _A_SHEET):
        orders = [(0, len(shown))]
    found += orders
    for start, end in found:
        yield places[start], places[end]


def _orders(shown: str) -> Iterator[Span]:
    """The sentences that are orders to a machine, by the ways that the text can hold at all."""
    said = words(shown)
    orders = [way for way in _ORDERS if way.may_be_in(said)]
    tasks = [way for way in _TASKS if way.may_be_in(said)]
    if not (orders or tasks):
        return
    for sentence in _SENTENCE.finditer(shown):
        said = words(sentence[0])
        here = orders if "?" in sentence[0] else [*orders, *tasks]
        if any(way.found(said) for way in here):
            yield sentence.span()


def _is_noise(text: str) -> bool:
    """Whether a text is made to look broken: towers of marks, letters turned upside down or of no
    script at all.
    """
    if text.isascii():
        return False
    marks = turned = 0
    for one in text:
        marks = marks + 1 if unicodedata.combining(one) else 0
        turned += ord(one) in _FOREIGN_HERE
        unknown = unicodedata.category(one) in ("Co", "Cn")
        if marks >= _MOST_MARKS or turned > _MOST_TURNED or unknown:
            return True
    return False


@lru_cache(maxsize=4096)
def _is_strange(character: str) -> bool:
    """A letter of another script, a raised figure, or a character that orders the writing about."""
    if character.isascii():
        return False
    if unicodedata.category(character) in ("Cf", "Cc") and character not in "\u200d\u00ad":
        return fold(character) != HIDDEN
    if character.isalpha():
        return character not in "ªº" and "LATIN" not in unicodedata.name(character, "")
    return character.isdigit() and not character.isdecimal() and character not in "²³"
