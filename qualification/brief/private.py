"""Does a text tell what is nobody's business? Health, religion, origin, politics, union, sex life,
biometrics, convictions (GDPR art. 9 and 10), and how somebody lives. PURE.

It is what decides which words of a prospect never describe them to a seller. What a business does
is no person's secret: "we are a clinic" tells nothing of anybody's health.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from qualification.brief.private_words import en, es
from qualification.brief.private_words.table import CATEGORIES, Category, Finder
from qualification.brief.rows import spoken

READ = 4000
"""Characters that are looked through: no quote is longer."""
_PARTS = re.compile(r"[.!?;\n]+")
_CLAUSE = re.compile(r"[^.!?;,\n()–—]+[.!?;,\n()–—]*\s*|[.!?;,\n()–—]+\s*")
_LEFT_OUT = "[…]"
_FEWEST_WORDS = 3
"""Less than so many words tell nothing by themselves."""


@lru_cache(maxsize=1)
def _finders() -> Mapping[Category, tuple[Finder, ...]]:
    """Both languages: people mix them, and who writes to us need not write in the seller's."""
    tables = (es.PRIVATE.finders(), en.PRIVATE.finders())
    return {category: tuple(table[category] for table in tables) for category in CATEGORIES}


@lru_cache(maxsize=2048)
def private_in(text: str, *, strict: bool = False) -> frozenset[Category]:
    """The categories that a text tells something of; `strict`: also where no person is named, and
    an age or a wedding, which may be the answer to a question but describes nobody.
    """
    said = [words for part in _PARTS.split(text[:READ]) if (words := spoken(part))]
    return frozenset(
        category
        for category, finders in _finders().items()
        if any(_tells(finders, one, strict=strict) for one in said)
    )


def is_private(text: str, *, strict: bool = False) -> bool:
    """Whether a text tells anything of these categories."""
    return bool(private_in(text, strict=strict))


def public_part(text: str) -> str | None:
    """A text without the clauses that tell anything of these categories, each gap marked; None
    where nothing is left that tells something.
    """
    if not is_private(text):
        return text
    kept: list[str] = []
    for clause in _CLAUSE.findall(text[:READ]):
        if not is_private(clause, strict=True):
            kept.append(clause.strip())
        elif kept[-1:] != [_LEFT_OUT]:
            kept.append(_LEFT_OUT)
    left = [one for one in kept if one != _LEFT_OUT]
    enough = len(spoken(" ".join(left)).split()) >= _FEWEST_WORDS
    return " ".join(kept) if enough and not is_private(" ".join(left)) else None


def _tells(finders: Sequence[Finder], said: str, *, strict: bool) -> bool:
    for finder in finders:
        said = finder.unless.struck_out(said)
    return any(
        finder.told.found_in(said) or (strict and finder.strict.found_in(said))
        for finder in finders
    )
