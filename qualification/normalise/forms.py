"""Is a word another one misspelt, or another form of it? "Decide" is no slip for "decido"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from qualification.normalise.tables.choice import ENDINGS, LIGHT_WORDS, PEOPLE
from qualification.normalise.text import word_set

SHORT = 4
"""Words of fewer letters than this are written right."""
LONG = 8
"""In words of so many letters two slips are likely."""
STEM = 3
FORMS, LIGHT, PERSONS = word_set(ENDINGS) | {""}, word_set(LIGHT_WORDS), word_set(PEOPLE)
GENDERS = frozenset({("o", "a"), ("a", "o"), ("", "a"), ("a", ""), ("e", "a"), ("a", "e")})
_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (r"ph", "f"),
        (r"ch", "\N{LATIN SMALL LETTER C WITH CARON}"),
        (r"ll", "y"),
        (r"q(?:u(?=[ei]))?", "k"),
        (r"gu(?=[ei])", "g"),
        (r"g(?=[ei])", "j"),
        (r"c(?=[ei])|z", "s"),
        (r"c", "k"),
        (r"v", "b"),
        (r"h", ""),
        (r"([^\W\d])\1+", r"\1"),
    )
)
"""Letters that sound the same in Spanish, in the order in which they are put down as heard
(Ortografía de la lengua española, "confusiones grafemáticas"): c, s and z, b and v, ll and y, the
silent h.
"""
AFTER_NOUN_MARKS = word_set("soy am m the a an el la un una mi my our nuestro nuestra i")


def says_the_same(heard: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words that look alike mean the same: slips are forgiven, other persons are not."""
    left = list(heard)
    for place, word in enumerate(wanted):
        if word in left:
            left.remove(word)
            continue
        noun = place > 0 and wanted[place - 1] in AFTER_NOUN_MARKS
        slip = next((one for one in left if is_slip(one, word, noun=noun)), None)
        if slip is not None:
            left.remove(slip)
        elif word not in LIGHT:
            return False
    return PERSONS.isdisjoint(left)


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """How a folded word sounds: "cosina" and "cocina" are one."""
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


def is_slip(heard: str, wanted: str, *, noun: bool = False) -> bool:
    """Whether one word is the other misspelt; a noun may change its gender too."""
    if min(len(heard), len(wanted)) < SHORT:
        return False
    spoken, right = sound(heard), sound(wanted)
    stem = _shared(spoken, right)
    ends = spoken[stem:], right[stem:]
    if stem >= STEM and FORMS.issuperset(ends) and not _drops_a_vowel(spoken, ends):
        return noun and ends in GENDERS
    allowed = 2 if len(wanted) >= LONG else 1
    return any(
        DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed
        for one, other in ((spoken, right), (heard, wanted))
    )


def is_mistyped(heard: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each word is written right, or with one letter missing, too many or in the wrong
    place: another letter in so short a word makes another word ("horse" is no "house").
    """
    return len(heard) == len(wanted) and all(
        one == other or _is_one_letter_off(one, other)
        for one, other in zip(heard, wanted, strict=True)
    )


def _is_one_letter_off(heard: str, wanted: str) -> bool:
    if DamerauLevenshtein.distance(heard, wanted, score_cutoff=1) > 1:
        return False
    return len(heard) != len(wanted) or sorted(heard) == sorted(wanted)


def _drops_a_vowel(heard: str, ends: tuple[str, str]) -> bool:
    """ "Kitchn": no form of a word ends so, for its n comes after a vowel."""
    return ends == ("n", "en") and heard[-2:-1] not in set("aeiou")


def _shared(one: str, other: str) -> int:
    """How many letters both words begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
