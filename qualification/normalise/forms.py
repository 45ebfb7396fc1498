"""Is a word another one misspelt, or another form of it? "Decide" is no slip for "decido"."""

from collections.abc import Sequence

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


def is_slip(heard: str, wanted: str, *, noun: bool = False) -> bool:
    """Whether one word is the other misspelt; a noun may change its gender too."""
    if min(len(heard), len(wanted)) < SHORT:
        return False
    stem = _shared(heard, wanted)
    ends = heard[stem:], wanted[stem:]
    if stem >= STEM and FORMS.issuperset(ends):
        return noun and ends in GENDERS
    allowed = 2 if len(wanted) >= LONG else 1
    return DamerauLevenshtein.distance(heard, wanted, score_cutoff=allowed) <= allowed


def _shared(one: str, other: str) -> int:
    """How many letters both words begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
