"""Which words are numerals? Both languages' tables as a speaker of one means them."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from qualification.normalise.tables import en, es
from qualification.normalise.tables.shape import NumeralWords
from qualification.normalise.text import Phrases, by_phrase, listed, phrase_set
from qualification.values import Language

HALF = Decimal("0.5")
A_FEW = 3
"""What "several thousand" is read as, and the least that is vague."""


class Vocabulary:
    """The numeral words of both languages, with one language's meaning where they differ."""

    def __init__(self, own: NumeralWords, other: NumeralWords) -> None:
        def both(mine: Mapping[int, str], theirs: Mapping[int, str]) -> dict[str, int]:
            kept = by_phrase(theirs)
            return {word: kept[word] for word in kept.keys() - homographs} | by_phrase(mine)

        def either(mine: str, theirs: str) -> set[str]:
            return {*listed(mine), *listed(theirs)} - (homographs - {*listed(mine)})

        homographs = {*listed(other.homographs)}

        self.small = both(own.small, other.small)
        for ending in either(own.vague_endings, other.vague_endings):
            self.small |= {word + ending: value for word, value in self.small.items()}
        self.scales = both(own.scales, other.scales)
        self.glued = {*listed(own.glued), *listed(other.glued)}
        self.leads = either(own.leads, other.leads)
        self.joins = either(own.joins, other.joins)
        self.group_marks = {*own.group_marks.split()}
        self.points = either(own.points, other.points)
        self.late_points = either(own.late_points, other.late_points)
        self.ones = either(own.ones, other.ones)
        self.lone_ones = either(own.lone_ones, other.lone_ones)
        self.of = {"of", "de"}
        self.half_words = either(own.halves, other.halves)
        self.halves = Phrases(dict.fromkeys(self.half_words, HALF))
        some = both(own.some, other.some)
        vague = dict.fromkeys(either(own.vague, other.vague), A_FEW)
        self.some = Phrases(some)
        self.vague = Phrases(vague)
        self.endings = frozenset(either(own.vague_endings, other.vague_endings))
        self.not_numerals = phrase_set(own.not_numerals, other.not_numerals)
        self.fractions = Phrases(
            *(
                {phrase: _worth(part) for phrase, part in by_phrase(one.fractions).items()}
                for one in (own, other)
            )
        )
        self.articles = self.ones - self.small.keys()
        self.after_articles = (
            self.scales.keys()
            | self.half_words
            | {word for phrase in some for word in phrase.split()[1:]}
            | {word for one in (own, other) for p in by_phrase(one.fractions) for word in p.split()}
        )
        phrases = (*some, *vague, *by_phrase(own.fractions), *by_phrase(other.fractions))
        self.starts = (
            self.small.keys() | self.leads | self.points | self.ones | self.half_words
        ) | {phrase.split()[0] for phrase in phrases}


def _worth(part: str) -> Decimal:
    over, _, under = part.partition("/")
    return Decimal(over) / Decimal(under)


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The words of both languages as a speaker of this one means them."""
    tables = (es.NUMERALS, en.NUMERALS)
    return Vocabulary(*tables) if language == "es" else Vocabulary(*reversed(tables))
