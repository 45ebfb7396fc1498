"""How is a number read, in figures or in words?

One left-to-right pass per numeral over the tokens; the words are in tables/es.py and tables/en.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from qualification.normalise.figures import LONGEST, grouped_figures, read_figures
from qualification.normalise.tables import en, es
from qualification.normalise.tables.shape import NumeralWords
from qualification.normalise.text import Phrases, Token, by_phrase, listed
from qualification.values import Language

ONE = Decimal(1)
THOUSAND = 1000
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as said: its value, its last multiplier, and the index of the token after it."""

    value: Decimal
    after: int
    scale: Decimal = ONE
    spelled: bool = False
    lone_one: bool = False
    """Only "one" or "uno": often a pronoun."""


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
        self.scales = both(own.scales, other.scales)
        self.glued = {*listed(own.glued), *listed(other.glued)}
        self.leads = either(own.leads, other.leads)
        self.joins = either(own.joins, other.joins)
        self.points = either(own.points, other.points)
        self.late_points = either(own.late_points, other.late_points)
        self.ones = either(own.ones, other.ones)
        self.lone_ones = either(own.lone_ones, other.lone_ones)
        self.half_words = either(own.halves, other.halves)
        self.halves = Phrases(dict.fromkeys(self.half_words, HALF))
        some = both(own.some, other.some)
        self.some = Phrases(some)
        self.some_words = {phrase.split()[0] for phrase in some}
        self.fractions = Phrases(
            *(
                {phrase: _worth(part) for phrase, part in by_phrase(one.fractions).items()}
                for one in (own, other)
            )
        )
        self.articles = self.ones - self.small.keys()
        self.after_articles = (
            self.scales.keys() | self.half_words | {w for p in some for w in p.split()[1:]}
        )
        self.starts = (
            self.small.keys() | self.leads | self.points | self.ones | self.half_words
        ) | self.some_words


def _worth(part: str) -> Decimal:
    over, _, under = part.partition("/")
    return Decimal(over) / Decimal(under)


def read_numeral(
    words: Vocabulary, tokens: Sequence[Token], index: int, *, joined: bool = True
) -> Numeral | None:
    """The numeral that begins at this token; `joined` False stops it before an "and"."""
    token = tokens[index]
    if not token.is_number:
        if token.text not in words.starts:
            return None
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text in words.articles and following not in words.after_articles:
            return None
    reading = _Reading(words, tokens, index, joined)
    if not reading.begin():
        return None
    while reading.multiply() or reading.add_half() or reading.add() or reading.add_decimals():
        pass
    value = reading.total + (reading.group or 0)
    lone = reading.index == index + 1 and token.text in words.lone_ones
    return Numeral(value, reading.index, reading.scale, reading.spelled, lone)


class _Reading:
    """One numeral being read: what is closed (thousands, millions) and the group still open."""

    def __init__(
        self, words: Vocabulary, tokens: Sequence[Token], index: int, joined: bool
    ) -> None:
        self.words = words
        self.tokens = tokens
        self.index = index
        self.joined = joined
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = Decimal(10) ** LONGEST
        """What is added must be smaller than this."""
        self.closed = Decimal(10) ** LONGEST
        """The multiplier of the last closed group."""
        self.scale = ONE
        self.spelled = False

    def word(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def begin(self) -> bool:
        token = self.tokens[self.index]
        if token.is_number:
            return self.add_figures(self.index)
        if token.text in self.words.points:
            self.group = Decimal(0)
            return self.index == 0 and self.add_decimals()
        if found := self.words.some.at(self.tokens, self.index):
            skipped = found[1] + (self.word(found[1]) in ("of", "de"))
            after = skipped if self.word(skipped) in self.words.scales else found[1]
            return self._open(Decimal(found[0]), after)
        if token.text in self.words.half_words:
            after = self.index + 1 + (self.word(self.index + 1) in ("a", "of"))
            return self._leads(after) and self._open(HALF, after)
        if token.text in self.words.ones and self._leads(self.index + 1):
            return self._open(ONE, self.index + 1)
        if token.text in self.words.ones and self.word(self.index + 1) in self.words.half_words:
            return self._leads(self.index + 2) and self._open(HALF, self.index + 2)
        return self.multiply() if token.text in self.words.leads else self.add()

    def _leads(self, index: int) -> bool:
        word = self.word(index)
        return word in self.words.scales and word not in self.words.glued

    def _open(self, group: Decimal, after: int) -> bool:
        self.group, self.index, self.room, self.spelled = group, after, ONE, True
        return True

    def add_figures(self, index: int) -> bool:
        text, after = grouped_figures(self.tokens, index)
        value = read_figures(text, scaled=self.word(after) in self.words.scales)
        if value is None or value >= self.room:
            return False
        self.group = value + (self.group or 0)
        self.room = ONE
        self.index = after
        return True

    def add(self) -> bool:
        """A word or figures that are added, perhaps after an "and"."""
        join = self.word(self.index) if self.spelled and self.joined else ""
        index = self.index + (join in self.words.joins)
        word = self.word(index)
        if self.spelled and len(word) <= 3 and word.isdigit():
            fits = index == self.index or (join != "-" and self.room <= 100)
            return fits and self.add_figures(index)
        value = self.words.small.get(word)
        if value is None or value >= self.room or (value == 0 and self.spelled):
            return False
        if index > self.index and join == "-" and self.room > 10:
            return False
        self.group = (self.group or Decimal(0)) + value
        self.room = Decimal(100 if value >= 100 else 10 if value % 10 == 0 and value != 10 else 1)
        self.index = index + 1
        self.spelled = True
        return True

    def multiply(self) -> bool:
        word = self.word(self.index)
        if word not in self.words.scales or not self._may_multiply(word):
            return False
        scale = Decimal(self.words.scales[word])
        if scale < THOUSAND:
            if (self.group is None and self.total) or (self.group or 0) >= THOUSAND:
                return False
            self.group = (ONE if self.group is None else self.group) * scale
            self.room = Decimal(100) if scale == 100 else ONE
        elif scale < self.closed:
            self.total += (ONE if self.group is None else self.group) * scale
            self.group, self.closed, self.room = None, scale, Decimal(THOUSAND)
        elif scale > self.closed:
            self.total = (self.total + (self.group or 0)) * scale
            self.group, self.closed, self.room = None, scale, Decimal(THOUSAND)
        else:
            return False
        self.scale, self.spelled = scale, True
        self.index += 1
        return True

    def _may_multiply(self, word: str) -> bool:
        """One letter multiplies figures only, and must touch them unless it is a k: 5k, 5 k, 5m."""
        if word not in self.words.glued:
            return True
        token, before = self.tokens[self.index], self.tokens[self.index - 1]
        return len(word) > 1 or (before.is_number and (token.glued or word == "k"))

    def add_half(self) -> bool:
        """ "Y medio", "and a half": half of one, or half of the last multiplier."""
        if not self.joined or self.word(self.index) not in self.words.joins:
            return False
        found = self.words.halves.at(self.tokens, self.index + 1)
        if found is None:
            return False
        if self.group is None:
            self.total += self.closed / 2
        else:
            self.group, self.room = self.group + HALF, ONE
        self.index = found[1]
        return True

    def add_decimals(self) -> bool:
        """ "Nine point nought four", "siete coma 28"; between figures a mark is written."""
        point = self.word(self.index)
        if self.group is None or point not in self.words.points:
            return False
        digits, index = "", self.index + 1
        if self.word(index).isdigit() and self.spelled:
            digits, index = self.word(index), index + 1
        else:
            while after := self._decimal_word(index):
                digits, index = digits + after[0], after[1]
        if not 0 < len(digits) <= LONGEST:
            return False
        if point in self.words.late_points and self.word(index).isalpha():
            return False
        self.group += Decimal(f"0.{digits}")
        self.room, self.index, self.spelled = ONE, index, True
        return True

    def _decimal_word(self, index: int) -> tuple[str, int] | None:
        if index >= len(self.tokens) or self.word(index) not in self.words.small:
            return None
        inner = _Reading(self.words, self.tokens, index, self.joined)
        inner.add()
        if inner.room > ONE and inner.group:
            inner.add()
        return str(inner.group), inner.index


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The words of both languages as a speaker of this one means them."""
    tables = (es.NUMERALS, en.NUMERALS)
    return Vocabulary(*tables) if language == "es" else Vocabulary(*reversed(tables))
