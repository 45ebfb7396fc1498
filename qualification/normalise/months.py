"""Which month is misspelt? "Septmber", "febreo", "octuvre": one slip, in answer to "when?"."""

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from qualification.normalise.tables import time_en, time_es
from qualification.normalise.text import Token, listed, word_set

SURE = 6
"""Letters of a month that no other word resembles; of a shorter one letters may change places."""
SHORTEST = 5
NO_MONTHS = word_set("angosto angosta agotado remember member")


@cache
def _months() -> tuple[str, ...]:
    """The names in full of both languages."""
    return tuple(
        name
        for words in (time_es.TIMES, time_en.TIMES)
        for names in words.months.values()
        for name in listed(names)
        if len(name) >= SHORTEST
    )


def with_months_mended(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with misspelt months written right; where none is, the same."""
    return [token._replace(text=_mended(token.text)) for token in tokens]


def _mended(word: str) -> str:
    if len(word) < SHORTEST or word in NO_MONTHS or not word.isalpha():
        return word
    return next((name for name in _months() if _is_slip(word, name)), word)


def _is_slip(word: str, name: str) -> bool:
    if DamerauLevenshtein.distance(word, name, score_cutoff=1) > 1:
        return False
    return min(len(word), len(name)) >= SURE or sorted(word) == sorted(name)
