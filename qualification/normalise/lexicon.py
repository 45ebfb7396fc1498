"""Which phrases speak of time? Both languages' tables as a speaker of one means them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from qualification.normalise.days import feasts
from qualification.normalise.tables import time_en, time_es
from qualification.normalise.tables.holidays import AMBIGUOUS
from qualification.normalise.tables.time_shape import TimeWords
from qualification.normalise.text import Phrases, fold, listed
from qualification.normalise.times import BLANK, Atom
from qualification.normalise.vocabulary import Vocabulary, vocabulary
from qualification.values import Language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of both languages as one language's speaker means them."""

    phrases: Phrases[Atom]
    numerals: Vocabulary
    endings: frozenset[str]
    day_first: bool


@cache
def lexicon(language: Language) -> Lexicon:
    """Built once per language."""
    own, other = time_es.TIMES, time_en.TIMES
    if language == "en":
        own, other = other, own
    mine, theirs = _entries(own), _entries(other)
    for homograph in listed(other.homographs):
        theirs.pop(homograph, None)
    weak = listed(AMBIGUOUS)
    names = {
        fold(name): Atom(0, 0, frozenset({"FEAST"}), feast=which, weak=fold(name) in weak)
        for name, which in feasts()
    }
    return Lexicon(
        Phrases(names, mine, theirs),
        vocabulary(language),
        frozenset((own.ordinal_endings + " st nd rd th").split()),
        language == "es",
    )


def _entries(words: TimeWords) -> dict[str, Atom]:
    """Every phrase of a language, with all the roles it plays."""
    found: dict[str, Atom] = {}
    for phrases, atom in _meanings(words):
        for phrase in listed(phrases):
            found[phrase] = found.get(phrase, BLANK).with_role_of(atom)
    return found


def _plays(role: str) -> Atom:
    return Atom(0, 0, frozenset({role}))


def _meanings(words: TimeWords) -> Iterator[tuple[str, Atom]]:
    for number, phrases in words.months.items():
        yield phrases, replace(_plays("MONTH"), month=number)
    for number, phrases in words.weekdays.items():
        yield phrases, replace(_plays("WEEKDAY"), weekday=number)
    for number, phrases in words.days_away.items():
        yield phrases, replace(_plays("AWAY"), days_away=number)
    for number, phrases in words.ordinals.items():
        yield phrases, replace(_plays("ORD"), ordinal=number)
    for unit, phrases in words.units.items():
        yield phrases, replace(_plays("UNIT"), unit=unit)
    for season, phrases in words.seasons.items():
        yield phrases, replace(_plays("SEASON"), season=season)
    for part, phrases in words.parts.items():
        yield phrases, replace(_plays("PART"), part=part)
    for key, phrases in words.ends.items():
        part, unit = key.split()
        yield phrases, replace(_plays("ENDOF"), part=part, unit=unit)
    for role, phrases in (*words.roles.items(), ("CLOCK", words.clock), ("ignored", words.ignored)):
        yield phrases, _plays(role)
    yield words.alone, Atom(0, 0, frozenset({"alone"}), weak=True)
    yield words.weak, Atom(0, 0, frozenset(), weak=True)
