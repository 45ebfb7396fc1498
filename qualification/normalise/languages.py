"""Which language is this? By function words, letters and pieces of words."""

import re
from functools import cache

from qualification.normalise.tables.talk import FUNCTION_WORDS, ONLY_IN, PIECES, SHORT_MESSAGES
from qualification.normalise.text import fold, tokenise, word_set
from qualification.values import LANGUAGES, Language

ENOUGH_WORDS = 400
"""A longer text says nothing new."""
WORD, PIECE, LETTER = 3.0, 0.5, 2.0


@cache
def _words(language: Language) -> frozenset[str]:
    """The words that this language has and the other has not."""
    known = {one: word_set(FUNCTION_WORDS[one] + SHORT_MESSAGES[one]) for one in LANGUAGES}
    return known[language].difference(*(known[one] for one in LANGUAGES if one != language))


@cache
def _pieces(language: Language) -> tuple[str, ...]:
    return tuple({fold(piece) for piece in PIECES[language].split()})


_NOT_SPANISH = re.compile(r"[^aeiouáéíóúüy\W](?<![nsrldz])$|[^aeiou\W]{2}$")
"""How no Spanish word ends: a piece of one in such a word says nothing ("around" in a hurry)."""


def detect_language(text: str) -> Language | None:
    """Spanish or English, or None for "ok", "5000" and "dana@x.com"."""
    lowered = text[: ENOUGH_WORDS * 12].lower()
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for language in LANGUAGES:
        scores[language] += LETTER * sum(lowered.count(letter) for letter in ONLY_IN[language])
    for word in _plain_words(lowered):
        for language in LANGUAGES:
            if word in _words(language):
                scores[language] += WORD
            elif language == "es" and _NOT_SPANISH.search(word):
                continue
            elif len(word) > 3 and any(piece in word for piece in _pieces(language)):
                scores[language] += PIECE
    spanish, english = scores["es"], scores["en"]
    if spanish == english or max(spanish, english) < 1:
        return None
    return "es" if spanish > english else "en"


def _plain_words(text: str) -> list[str]:
    """Words that are not part of an address, a link or a code."""
    words: list[str] = []
    for part in text.split()[:ENOUGH_WORDS]:
        core = part.strip(".,;:!?¡¿\"'()…")
        if not any(mark in core for mark in "@/_") and "." not in core:
            words += [t.text for t in tokenise(fold(core)) if t.text.isalpha()]
            words += [fold(core)] if "'" in fold(core) else []
    return words
