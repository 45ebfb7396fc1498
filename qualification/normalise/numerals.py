"""How is a number read, in figures or in words?

One left-to-right pass per numeral over the tokens; the words are in tables/es.py and tables/en.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from qualification.normalise.figures import LONGEST, grouped_figures, read_figures, tenths
from qualification.normalise.text import Token
from qualification.normalise.vocabulary import A_FEW, HALF, Vocabulary

ONE = Decimal(1)
HUNDRED, THOUSAND = 100, 1000
MARKS = frozenset(".,")
ANY_JOINS = 4
"""More "and"s than any numeral holds: "dos millones treinta y dos mil cuarenta y cinco y medio"."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as said: its value, its last multiplier, and the index of the token after it."""

    value: Decimal
    after: int
    scale: Decimal = ONE
    spelled: bool = False
    lone_one: bool = False
    """Only "one" or "uno": often a pronoun."""
    vague: bool = False
    """ "A few thousand", "twentyish"."""


def read_numeral(
    words: Vocabulary, tokens: Sequence[Token], index: int, *, joins: int = ANY_JOINS
) -> Numeral | None:
    """The numeral that begins at this token, with at most so many "and"s inside it."""
    numeral = _said_once(words, tokens, index, joins)
    if numeral is None or numeral.after + 2 >= len(tokens):
        return numeral
    if tokens[numeral.after].text != "(":
        return numeral
    again = _said_once(words, tokens, numeral.after + 1, joins)
    if again is None or again.value != numeral.value or again.after >= len(tokens):
        return numeral
    closed = tokens[again.after].text == ")"
    return replace(numeral, after=again.after + 1) if closed else numeral


def _said_once(
    words: Vocabulary, tokens: Sequence[Token], index: int, joins: int
) -> Numeral | None:
    """The numeral without what repeats it: "forty-five (45)"."""
    token = tokens[index]
    if token.text in MARKS and tenths(tokens, index) is None:
        return None
    if not token.is_number and token.text not in MARKS:
        if token.text not in words.starts or words.not_numerals.at(tokens, index):
            return None
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text in words.articles and following not in words.after_articles:
            return None
    reading = _Reading(words, tokens, index, joins)
    if not reading.begin():
        return None
    while (
        reading.multiply()
        or reading.add_half()
        or reading.add()
        or reading.add_decimals()
        or reading.add_hundreds()
    ):
        pass
    value = reading.total + (reading.group or 0)
    lone = reading.index == index + 1 and token.text in words.lone_ones
    return Numeral(value, reading.index, reading.scale, reading.spelled, lone, reading.vague)


class _Reading:
    """One numeral being read: what is closed (thousands, millions) and the group still open."""

    def __init__(self, words: Vocabulary, tokens: Sequence[Token], index: int, joins: int) -> None:
        self.words = words
        self.tokens = tokens
        self.index = index
        self.joins = joins
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = Decimal(10) ** LONGEST
        """What is added must be smaller than this."""
        self.closed = Decimal(10) ** LONGEST
        """The multiplier of the last closed group."""
        self.scale = ONE
        self.spelled = False
        self.vague = False

    def word(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def begin(self) -> bool:
        token = self.tokens[self.index]
        if token.is_number:
            return self.add_figures(self.index)
        if token.text in MARKS:
            return self._begin_with_tenths()
        if part := self.words.fractions.at(self.tokens, self.index):
            return self._part(*part)
        if found := self.words.vague.at(self.tokens, self.index):
            self.vague = True
            return self._leads(found[1]) and self._open(Decimal(found[0]), found[1])
        if token.text in self.words.points:
            self.group = Decimal(0)
            return self.index == 0 and self.add_decimals()
        if found := self.words.some.at(self.tokens, self.index):
            skipped = found[1] + (self.word(found[1]) in self.words.of)
            after = skipped if self.word(skipped) in self.words.scales else found[1]
            self.vague = found[0] >= A_FEW
            return self._open(Decimal(found[0]), after)
        if token.text in self.words.half_words:
            after = self.index + 1 + (self.word(self.index + 1) in ("a", "of"))
            return self._leads(after) and self._open(HALF, after)
        if token.text in self.words.ones and self._leads(self.index + 1):
            return self._open(ONE, self.index + 1)
        if token.text in self.words.ones and self.word(self.index + 1) in self.words.half_words:
            return self._leads(self.index + 2) and self._open(HALF, self.index + 2)
        return self.multiply() if token.text in self.words.leads else self.add()

    def _begin_with_tenths(self) -> bool:
        value = tenths(self.tokens, self.index)
        return value is not None and self._open(value, self.index + 2)

    def _part(self, part: Decimal, after: int) -> bool:
        """ "A quarter of a million", "tres cuartos de millón"; other parts are no numeral."""
        for _ in range(2):
            after += self.word(after) in self.words.of or self.word(after) in self.words.ones
        return self._leads(after) and self._open(part, after)

    def _leads(self, index: int) -> bool:
        word = self.word(index)
        return word in self.words.scales and word not in self.words.glued

    def _open(self, group: Decimal, after: int) -> bool:
        self.group, self.index, self.room, self.spelled = group, after, ONE, True
        return True

    def add_figures(self, index: int) -> bool:
        text, after = grouped_figures(self.tokens, index)
        value = read_figures(text, scaled=self._multiplies(after))
        if value is None or value >= self.room:
            return False
        self.group = value + (self.group or 0)
        self.room = ONE
        self.index = after
        return True

    def add(self) -> bool:
        """A word or figures that are added, perhaps after an "and"."""
        join = self.word(self.index) if self.spelled and self.joins else ""
        index = self.index + (join in self.words.joins)
        word = self.word(index)
        if self.spelled and len(word) <= 3 and word.isdigit():
            fits = index == self.index or (join != "-" and self.room <= 100)
            return fits and self.add_figures(index)
        value = self.words.small.get(word)
        if value is None or value >= self.room or (value == 0 and self.spelled):
            return False
        if self.words.not_numerals.at(self.tokens, index) or self._begins_again(index):
            return False
        if index > self.index and join == "-" and self.room > 10:
            return False
        self.group = (self.group or Decimal(0)) + value
        self.room = Decimal(100 if value >= 100 else 10 if value % 10 == 0 and value != 10 else 1)
        self.joins -= index > self.index and join != "-"
        self.index = index + 1
        self.spelled = True
        self.vague = self.vague or word.endswith(tuple(self.words.endings))
        return True

    def _begins_again(self, index: int) -> bool:
        """ "Tres mil, tres mil quinientos" are two numerals, whoever says them in one breath."""
        if not self.total or self.group is not None:
            return False
        again = _Reading(self.words, self.tokens, index, self.joins)
        while again.add():
            pass
        return self.words.scales.get(again.word(again.index), 0) >= self.closed

    def add_hundreds(self) -> bool:
        """ "Two thousand, five hundred": never what is less than a hundred, nor figures."""
        index = self.index + 1
        if self.word(self.index) not in self.words.group_marks or self.group is not None:
            return False
        if self.word(index) not in self.words.small or index >= len(self.tokens):
            return False
        hundreds = _Reading(self.words, self.tokens, index, self.joins)
        hundreds.add()
        if self.words.scales.get(hundreds.word(hundreds.index)) != 100 or not hundreds.multiply():
            return False
        while hundreds.add():
            pass
        if not 100 <= (hundreds.group or 0) < self.room or hundreds.multiply():
            return False
        self.group, self.room, self.index = hundreds.group, ONE, hundreds.index
        return True

    def multiply(self) -> bool:
        word = self.word(self.index)
        if not self._multiplies(self.index):
            return False
        scale = Decimal(self.words.scales[word])
        if scale < THOUSAND:
            most = scale if scale == HUNDRED else THOUSAND
            if (self.group is None and self.total) or (self.group or 0) >= most:
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
        self.vague = self.vague or word.endswith(tuple(self.words.endings))
        self.index += 1
        return True

    def _multiplies(self, index: int) -> bool:
        """One letter multiplies what it touches: 5m; a k also stands apart: 5 k, fifty k."""
        word = self.word(index)
        if word not in self.words.scales:
            return False
        if word not in self.words.glued or len(word) > 1:
            return True
        token, before = self.tokens[index], self.tokens[index - 1]
        return word == "k" or (before.is_number and token.glued)

    def add_half(self) -> bool:
        """ "Y medio", "and a half": half of one, or half of the last multiplier."""
        if not self.joins or self.word(self.index) not in self.words.joins:
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
        inner = _Reading(self.words, self.tokens, index, self.joins)
        inner.add()
        if inner.room > ONE and inner.group:
            inner.add()
        return str(inner.group), inner.index
