"""How much money? Reads amounts with their currency, limits and rhythm.

A number without a currency is an amount only where one was asked for, or beside a word about money.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from qualification.normalise.amounts import (
    Amount,
    Figure,
    is_part_of_a_code,
    read_amounts,
    surroundings,
)
from qualification.normalise.coins import Coin, coin_after, coin_before, coins
from qualification.normalise.numerals import ONE, Vocabulary, read_numeral, vocabulary
from qualification.normalise.tables import en, es
from qualification.normalise.text import (
    Phrases,
    Token,
    by_phrase,
    fold,
    listed,
    phrase_set,
    tokenise,
)
from qualification.values import Language, Money, Period

BEYOND = 4
NEAR = 6
"""How many words away a word about money still speaks of a bare number."""
YEARS = range(1990, 2101)
CENTS_IN_ONE = 100
CENT_JOINS = ("y", "and", "con", "with")
NOT_EVEN = ("ni", "not", "sin", "without", "every", "cada", "per", "por")
CLAUSE_ENDS = frozenset(".;!?\n")


class MoneyWords:
    """The words that only amounts of money have around them, of both languages."""

    def __init__(self) -> None:
        tables = (es.AMOUNTS, en.AMOUNTS)
        self.periods: Phrases[Period] = Phrases(*(by_phrase(t.periods) for t in tables))
        self.rhythms: Phrases[Period] = Phrases(*(by_phrase(t.rhythms) for t in tables))
        self.each = phrase_set(*(t.each for t in tables))
        self.of = {word for t in tables for word in listed(t.of)}
        self.about_money = {word for t in tables for word in listed(t.about_money)}
        self.counted = {word for t in tables for word in listed(t.counted)}
        self.year_marks = {mark for t in tables for mark in listed(t.year_marks)}


@cache
def money_words() -> MoneyWords:
    """The same for both languages: none of them means anything else beside an amount."""
    return MoneyWords()


def read_money(
    text: str, language: Language, *, asked: bool = False, default_currency: str | None = None
) -> tuple[Money, ...]:
    """The amounts said in a text; `asked` when they answer a question about money.

    `default_currency` settles names that several currencies share ("$", "pesos"); an amount said
    without any stays without.
    """
    reading = _Reading(text, tokenise(fold(text)), vocabulary(language), default_currency)
    found = read_amounts(surroundings(language), reading.tokens, reading.figure)
    named = [amount for amount in found if amount.unit]
    if not named:
        named = [amount for amount in found if reading.is_money(amount, asked)]
        named = [amount for amount in named if amount.scaled] or named
    return tuple(reading.money(amount) for amount in named if not reading.is_nothing(amount))


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    tokens: list[Token]
    words: Vocabulary
    preferred: str | None

    def word(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def figure(self, first: int, joined: bool) -> Figure | None:
        """The number at this index with the currency before or after it."""
        before = coin_before(self.text, self.tokens, first)
        index = before[1] if before else first
        if index >= len(self.tokens):
            return None
        numeral = read_numeral(self.words, self.tokens, index, joined=joined)
        if numeral is None:
            return None if before else self._one_of(first)
        after, scale, value = numeral.after, numeral.scale, numeral.value
        coin = before[0] if before else None
        if coin is None or coin.codes[0] == "USD" or coin.scale > 1:
            following = self._coin_after(after)
            if following and (coin is None or following[0].codes[0] in coin.codes):
                coin, after = following
        if numeral.lone_one and self.word(first - 1) in NOT_EVEN:
            return None
        if coin is None and (
            numeral.lone_one or is_part_of_a_code(self.tokens, index, numeral.after)
        ):
            return None
        if coin:
            value, scale = value * coin.scale, max(scale, coin.scale)
            value, after = self._with_more(value, after)
            value, after = self._with_cents(value, after, scale)
        unit = coin.code(self.preferred) if coin else None
        return Figure(value, scale, unit, first, after)

    def _coin_after(self, index: int) -> tuple[Coin, int] | None:
        if self.word(index) in money_words().of and self.word(index + 1):
            return coin_after(self.text, self.tokens, index + 1)
        return coin_after(self.text, self.tokens, index) if self.word(index) else None

    def _one_of(self, first: int) -> Figure | None:
        """ "A dollar", "un euro": but not "ni un euro"."""
        if self.word(first) not in self.words.ones or self.word(first - 1) in NOT_EVEN:
            return None
        coin = coin_after(self.text, self.tokens, first + 1) if self.word(first + 1) else None
        return Figure(ONE, ONE, coin[0].code(self.preferred), first, coin[1]) if coin else None

    def _with_more(self, value: Decimal, after: int) -> tuple[Decimal, int]:
        """The multiplier of "125 USD millones"."""
        scale = self.words.scales.get(self.word(after), 0)
        if scale >= 1000 and self.word(after) not in self.words.glued:
            return value * scale, after + 1
        return value, after

    def _with_cents(self, value: Decimal, after: int, scale: Decimal) -> tuple[Decimal, int]:
        """ "$20 and 43c", "35€ 99", "13 euros con 45 céntimos"."""
        if value != value.to_integral_value() or scale >= 1000:
            return value, after
        joined = self.word(after) in CENT_JOINS
        start = after + joined
        if start >= len(self.tokens):
            return value, after
        numeral = read_numeral(self.words, self.tokens, start, joined=True)
        if numeral is None or not 0 < numeral.value < CENTS_IN_ONE:
            return value, after
        named = coins().cents.at(self.tokens, numeral.after)
        if named:
            return value + numeral.value / CENTS_IN_ONE, named[1]
        following = self.word(numeral.after)
        two_figures = self.tokens[start].is_number and len(self.tokens[start].text) == 2
        ends = not following or not following[0].isalnum()
        counted = joined or following in money_words().counted
        priced = coin_after(self.text, self.tokens, numeral.after) is not None
        code = is_part_of_a_code(self.tokens, start, numeral.after)
        if two_figures and (ends or not counted) and not priced and not code:
            return value + numeral.value / CENTS_IN_ONE, numeral.after
        return value, after

    def is_money(self, amount: Amount, asked: bool) -> bool:
        """Whether an amount without currency is one of money."""
        words = money_words()
        if self.word(amount.after) in words.counted and not self._period(amount)[0]:
            return False
        figure = self.tokens[amount.figure]
        if (
            self.word(amount.figure - 1) in words.year_marks
            and figure.text.isdigit()
            and int(figure.text) in YEARS
            and amount.after == amount.figure + 1
        ):
            return False
        return asked or self._near_money(amount)

    def _near_money(self, amount: Amount) -> bool:
        if any(self.word(index) in money_words().about_money for index in self._before(amount)):
            return True
        following = {self.word(amount.after + step) for step in range(3)}
        return not following.isdisjoint(money_words().about_money)

    def is_nothing(self, amount: Amount) -> bool:
        """A budget of zero is no amount; a price of zero euros is one."""
        return not (amount.min or amount.max) and (amount.unit is None or self._near_money(amount))

    def money(self, amount: Amount) -> Money:
        period, after = self._period(amount)
        first = self.tokens[amount.first].start
        end = self.tokens[max(amount.after, after) - 1].end
        return Money(amount.min, amount.max, amount.unit, period, amount.approximate, (first, end))

    def _period(self, amount: Amount) -> tuple[Period | None, int]:
        """How often: right after the amount, else an adverb or adjective near it."""
        words, index = money_words(), amount.after
        for _ in range(2):
            if skipped := words.each.at(self.tokens, index):
                index = skipped[1]
        if found := words.periods.at(self.tokens, index):
            return found
        for index in (*self._beyond(amount), *self._before(amount)):
            if found := words.rhythms.at(self.tokens, index):
                return found[0], found[1] if index >= amount.after else amount.after
        return None, amount.after

    def _before(self, amount: Amount) -> Iterator[int]:
        """The words before an amount, nearest first, in its clause."""
        for index in range(amount.first - 1, max(-1, amount.first - 1 - NEAR), -1):
            if self.word(index) in CLAUSE_ENDS or self.tokens[index].is_number:
                return
            yield index

    def _beyond(self, amount: Amount) -> Iterator[int]:
        """The first words after an amount, in its clause."""
        for index in range(amount.after, min(amount.after + BEYOND, len(self.tokens))):
            if self.word(index) in CLAUSE_ENDS or self.tokens[index].is_number:
                return
            yield index
