"""May a question be asked in the model's own words? The checks of a wording. PURE.

Another wording may ask no more and claim no more than the approved ones; else they are said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from agent.approval.claims import (
    addresses,
    is_foreign,
    is_marked_up,
    names,
    numbers,
    off_limits,
    times,
    words_of,
)
from agent.approval.vouching import is_harsh
from agent.cues.table import phrases
from qualification.normalise import find_phrase, fold
from qualification.values import Language

STRETCH, SLACK = 1.6, 80
"""How long a wording may be: times the longest approved one, and characters more."""
_EITHER_OR = re.compile(r"(\w+)\W+(?:o|u|or)\W+(\w+)")
_NO_CHOICE = re.compile(r"\b(?:mas o menos|or so|more or less|or less|or more|o mas)\b")
_EXAMPLES = ("por ejemplo", "p. ej", "tales como", "such as", "for example", "for instance", "e.g.")
_INTERROGATIVES = frozenset(
    phrases(
        """
        qué, cuál, cuáles, cuánto, cuánta, cuántos, cuántas, cuándo, dónde, quién, quiénes, cómo,
        what, which, when, where, who, whom, whose, why, how
        """
    )
)
_TAKING_OVER = re.compile(
    r"\b(?:for you|want me|(?:may|can|could|shall|should|do|must) (?:i|we)\b(?! (?:ask|know|have))|"
    r"let (?:me|us)\b(?! know)|(?:quiere|quieren|quieres) que (?:yo|le|les|se lo)?|por usted|"
    r"por ustedes|le (?:pongo|apunto|fijo|hago))\b"
)
"""We would do it, instead of asking for it."""
_STEM = 5
_COMMON = frozenset(
    phrases(
        """
        para, esto, este, esta, ustedes, usted, tiene, tienen, tener, quiere, sobre, como, cual,
        cuando, donde, puede, podria, gustaria, decir, saber, with, your, have, this, that, what,
        which, when, where, would, could, about, like, know, tell, more, does
        """
    )
)


@dataclass(frozen=True, slots=True)
class _Standard:
    """What the approved wordings of one question contain: another wording is held against it."""

    folded: str
    longest: int
    interrogatives: int
    """At most so many in one of them."""
    open: bool
    """Each of them asks with an interrogative: another wording must as well."""
    off_limits: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    offered: frozenset[str]
    """What they let the prospect choose between."""


@lru_cache(maxsize=1024)
def _standard(approved: tuple[str, ...], language: Language) -> _Standard:
    text = " ".join(approved)
    return _Standard(
        folded=fold(text),
        longest=max(map(len, approved)),
        interrogatives=max(1, *map(_interrogatives, approved)),
        open=all(map(_interrogatives, approved)),
        off_limits=off_limits(text),
        numbers=numbers(text, language),
        words=words_of(text),
        stems=_stems(text),
        offered=_choices(fold(text)),
    )


def wording_passes(text: str, approved: Sequence[str], language: Language) -> str | None:
    """Why the model's wording may not stand for the approved ones; None when it may."""
    standard = _standard(tuple(approved), language)
    return (
        _not_one_question(text, standard)
        or ("formatting" if is_marked_up(text) else None)
        or ("another language" if is_foreign(text, language) else None)
        or ("too long" if len(text) > STRETCH * standard.longest + SLACK else None)
        or ("a judgement" if is_harsh(text, language) else None)
        or _strange_claim(text, standard, language)
        or _strange_choice(text, standard)
        or ("a question of yes or no" if _is_closed(text, standard) else None)
        or ("we would do it" if _takes_over(text, standard) else None)
        or (None if _stems(text) & standard.stems else "another subject")
    )


def _not_one_question(text: str, standard: _Standard) -> str | None:
    if text.count("?") != 1 or not text.rstrip().endswith("?") or text.count("¿") > 1:
        return "not exactly one question"
    return "two questions in one" if _interrogatives(text) > standard.interrogatives else None


def _is_closed(text: str, standard: _Standard) -> bool:
    return standard.open and not _interrogatives(text)


def _takes_over(text: str, standard: _Standard) -> bool:
    found = _TAKING_OVER.search(fold(text))
    return found is not None and found[0] not in standard.folded


def _interrogatives(text: str) -> int:
    return sum(word in _INTERROGATIVES for word in re.findall(r"\w+", text.lower()))


def _strange_claim(text: str, standard: _Standard, language: Language) -> str | None:
    if addresses(text):
        return "an address"
    if off_limits(text) - standard.off_limits:
        return "a promise or a secret"
    if numbers(text, language) - standard.numbers:
        return "a figure"
    if any(find_phrase(standard.folded, one) is None for one in times(text, language, _ANY_DAY)):
        return "a date"
    return "a name" if names(text) - standard.words else None


_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Only the words of a date matter here, not which day they mean."""


def _strange_choice(text: str, standard: _Standard) -> str | None:
    said = fold(text)
    chosen = _choices(_NO_CHOICE.sub(" ", said))
    if chosen and not (standard.offered and chosen <= standard.words):
        return "a choice"
    strange = any(one in said and one not in standard.folded for one in _EXAMPLES)
    return "an example" if strange else None


def _choices(folded: str) -> frozenset[str]:
    return frozenset(word for pair in _EITHER_OR.findall(folded) for word in pair)


def _stems(text: str) -> frozenset[str]:
    words = words_of(text)
    return frozenset(word[:_STEM] for word in words if len(word) > 3 and word not in _COMMON)
