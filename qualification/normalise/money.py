"""How much money? Reads amounts with their currency, limits and rhythm.

A number without a currency is an amount only where one was asked for, or beside a word about money.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from qualification.normalise.amounts import (
    Amount,
    Figure,
    is_below_nought,
    is_taken_back,
    read_amounts,
)
from qualification.normalise.codes import is_part_of_a_code
from qualification.normalise.coins import (
    Coin,
    cents_after,
    coin_after,
    coin_before,
    coin_named_before,
)
from qualification.normalise.numerals import ONE, Numeral, read_numeral
from qualification.normalise.surroundings import PAUSES, THESE_YEARS, Surroundings, surroundings
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
from qualification.normalise.vocabulary import Vocabulary, vocabulary
from qualification.values import Language, Money, Period

BEYOND = 4
TAILS = 4
"""Phrases between an amount and its rhythm."""
NEAR = 6
"""How many words away a word about money still speaks of a bare number."""
CENTS_IN_ONE = 100
CENT_JOINS = ("y", "and", "con", "with")
NOT_EVEN = ("ni", "not", "sin", "without", "every", "cada", "per", "por")
CLAUSE_ENDS = PAUSES - {",", ":"}


class MoneyWords:
    """The words that only amounts of money have around them, of both languages."""

    def __init__(self) -> None:
        tables = (es.AMOUNTS, en.AMOUNTS)
        self.periods: Phrases[Period | None] = Phrases(
            *(dict.fromkeys(listed(t.not_periods)) for t in tables),
            *(by_phrase(t.periods) for t in tables),
        )
        self.rhythms: Phrases[Period] = Phrases(*(by_phrase(t.rhythms) for t in tables))
        self.longer: Phrases[tuple[int, Period]] = Phrases(
            *(
                dict.fromkeys(listed(phrases), (times, period))
                for t in tables
                for (times, period), phrases in t.longer_periods.items()
            )
        )
        self.each = phrase_set(*(t.each for t in tables))
        self.of = {word for t in tables for word in listed(t.of)}
        self.prices = {word for t in tables for word in listed(t.prices)}
        self.budgets = {word for t in tables for word in listed(t.about_money)}
        self.labels = {word for t in tables for word in listed(t.labels)}
        self.count_leads = phrase_set(*(t.count_leads for t in tables))


def _shared(total: Decimal | None, times: int) -> Decimal | None:
    """What falls to one of so many periods: 140 every two months is 70 a month."""
    return total if total is None or times == 1 else round(total / times, 2)


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
    around = surroundings(language)
    reading = _Reading(
        text, tokenise(fold(text)), vocabulary(language), around, default_currency, asked
    )
    found = read_amounts(around, reading.tokens, reading.figure)
    named = reading.with_corrections(found)
    if named and asked:
        named = [one for one in found if one in named or reading.is_named_budget(one)]
    if not named:
        named = [amount for amount in found if reading.is_money(amount)]
        named = [amount for amount in named if amount.scaled] or named
    return reading.values([amount for amount in named if not reading.is_nothing(amount)])


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    tokens: list[Token]
    words: Vocabulary
    around: Surroundings
    preferred: str | None
    asked: bool

    def word(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def figure(self, first: int, joins: int) -> Figure | None:
        """The number at this index with the currency before or after it."""
        before = coin_before(self.text, self.tokens, first)
        index = before[1] if before else first
        if index >= len(self.tokens):
            return None
        numeral = read_numeral(self.words, self.tokens, index, joins=joins)
        if numeral is not None and is_below_nought(self.tokens, first):
            return None
        if numeral is None:
            return None if before else self._one_of(first)
        after = self._past_dash(numeral.after)
        coin = before[0] if before else None
        vague = numeral.vague
        if coin is None or coin.codes[0] == "USD" or coin.scale > 1:
            following, hedged = self._coin_after(after)
            if coin is None and following is None:
                coin = self._coin_past_rhythm(after) or self._coin_past_limit(after)
            if following and (coin is None or following[0].codes[0] in coin.codes):
                coin, after = following
                vague = vague or hedged
        if numeral.lone_one and self.word(first - 1) in NOT_EVEN:
            return None
        if coin is None:
            return self._bare(numeral, first)
        scale, value = max(numeral.scale, coin.scale), numeral.value * coin.scale
        value, after = self._with_more(value, after)
        value, after = self._with_cents(value, after, scale, joins > 0)
        return Figure(value, scale, coin.code(self.preferred), first, after, vague)

    def _bare(self, numeral: Numeral, first: int) -> Figure | None:
        """A number without a currency, perhaps of cents."""
        if cents := cents_after(self.tokens, numeral.after):
            coin, after = cents
            if 0 < numeral.value < CENTS_IN_ONE:
                value = numeral.value / CENTS_IN_ONE
                return Figure(value, ONE, coin.code(self.preferred), first, after)
        code = is_part_of_a_code(self.tokens, first, numeral.after, self.words.endings)
        if numeral.lone_one or code:
            return None
        unit, start = self._named_before(first, numeral.after)
        return Figure(numeral.value, numeral.scale, unit, start, numeral.after, numeral.vague)

    def _named_before(self, first: int, after: int) -> tuple[str | None, int]:
        """ "Dólar 2.250": unless the figure counts something, or is a year."""
        named = coin_named_before(self.tokens, first)
        figure = self.tokens[first].text
        year = len(figure) == 4 and figure.isdigit() and int(figure) in THESE_YEARS
        if named is None or year or self.around.counted.at(self.tokens, after):
            return None, first
        return named[0].code(self.preferred), named[1]

    def _past_dash(self, index: int) -> int:
        """The index after the dash of "3.000,-": no cents."""
        dashed = self.word(index) in (",", ".") and self.word(index + 1) == "-"
        glued = dashed and self.tokens[index].glued and self.tokens[index + 1].glued
        return index + 2 if glued else index

    def _coin_after(self, index: int) -> tuple[tuple[Coin, int] | None, bool]:
        """The currency after a number, and whether words of vagueness stand before it."""
        found = self._coin_at(index)
        if found is None and (hedge := self.around.vague.at(self.tokens, index)):
            return self._coin_at(hedge[1]), True
        return found, False

    def _coin_past_rhythm(self, index: int) -> Coin | None:
        """The currency of "2500 a month in dollars", "60k anuales en euros"."""
        rhythm = money_words().periods.at(self.tokens, index)
        if rhythm is None or self.word(rhythm[1]) not in money_words().of:
            return None
        found = self._coin_at(rhythm[1])
        return found[0] if found else None

    def _coin_past_limit(self, index: int) -> Coin | None:
        """The currency of "10 mil o más pesos"."""
        limit = self.around.closers.at(self.tokens, index)
        found = (
            coin_after(self.text, self.tokens, limit[1]) if limit and self.word(limit[1]) else None
        )
        return found[0] if found else None

    def _coin_at(self, index: int) -> tuple[Coin, int] | None:
        start = index + (self.word(index) in money_words().of)
        return coin_after(self.text, self.tokens, start) if self.word(start) else None

    def _one_of(self, first: int) -> Figure | None:
        """ "A dollar", "un euro": but not "ni un euro"."""
        if self.word(first) not in self.words.ones or self.word(first - 1) in NOT_EVEN:
            return None
        coin = coin_after(self.text, self.tokens, first + 1) if self.word(first + 1) else None
        if coin and self.word(coin[1])[:1].isdigit():
            return None
        return Figure(ONE, ONE, coin[0].code(self.preferred), first, coin[1]) if coin else None

    def _with_more(self, value: Decimal, after: int) -> tuple[Decimal, int]:
        """The multiplier of "125 USD millones"."""
        scale = self.words.scales.get(self.word(after), 0)
        if scale >= 1000 and self.word(after) not in self.words.glued:
            return value * scale, after + 1
        return value, after

    def _with_cents(
        self, value: Decimal, after: int, scale: Decimal, joins: bool
    ) -> tuple[Decimal, int]:
        """ "$20 and 43c", "35€ 99", "13 euros con 45 céntimos"."""
        if value != value.to_integral_value() or scale >= 1000:
            return value, after
        joined = self.word(after) in CENT_JOINS
        start = after + joined
        if start >= len(self.tokens) or (joined and not joins):
            return value, after
        numeral = read_numeral(self.words, self.tokens, start)
        if numeral is None or not 0 < numeral.value < CENTS_IN_ONE:
            return value, after
        if named := cents_after(self.tokens, numeral.after):
            return value + numeral.value / CENTS_IN_ONE, named[1]
        following = self.word(numeral.after)
        figures = self.tokens[start]
        two_figures = len(figures.text) == 2 if figures.is_number else joined
        ends = not following or not following[0].isalnum()
        counted = joined or self.around.counted.at(self.tokens, numeral.after) is not None
        priced = coin_after(self.text, self.tokens, numeral.after) is not None
        code = is_part_of_a_code(self.tokens, start, numeral.after)
        if two_figures and (ends or not counted) and not priced and not code:
            return value + numeral.value / CENTS_IN_ONE, numeral.after
        return value, after

    def with_corrections(self, found: list[Amount]) -> list[Amount]:
        """The amounts with a currency, and those that take one of them back: "no, 7.500"."""
        named: list[Amount] = []
        for position, amount in enumerate(found):
            before = found[position - 1] if position else None
            shared = before.unit if before and named and named[-1] is before else None
            if amount.unit:
                named.append(amount)
            elif before and shared and is_taken_back(self.around, self.tokens, before, amount):
                named.append(replace(amount, unit=shared))
                found[position] = named[-1]
        return named

    def is_named_budget(self, amount: Amount) -> bool:
        """Whether the words of a budget lead to a bare amount: "we pay £95 now, budget 8k"."""
        led = any(self.word(index) in money_words().budgets for index in self._before(amount))
        return led and self.is_money(amount)

    def is_money(self, amount: Amount) -> bool:
        """Whether an amount without currency is one of money."""
        words = money_words()
        if self._is_count(amount) or self._is_name(amount):
            return False
        if self.around.timed.at(self.tokens, amount.end) and not self._period(amount)[0]:
            return False
        alone = amount.end == amount.figure + 1
        if alone and self.around.is_a_year(self.tokens, amount.figure):
            return False
        return self.asked or self._near(amount, words.budgets | words.prices)

    def _is_count(self, amount: Amount) -> bool:
        """ "20 personas", "a 20-person team", and "somos 20", by the verb."""
        after = amount.end + (self.word(amount.end) == "-")
        if self.around.counted.at(self.tokens, after):
            return True
        lead = money_words().count_leads.before(self.tokens, amount.first)
        return lead is not None and not amount.scaled and not self._period(amount)[0]

    def _is_name(self, amount: Amount) -> bool:
        """ "Version 2", "calle Mayor 5", "March 1"."""
        if amount.first and self.around.timed.at(self.tokens, amount.first - 1):
            return True
        before = (self.word(amount.first - 1), self.word(amount.first - 2))
        return not money_words().labels.isdisjoint(before)

    def _near(self, amount: Amount, words: set[str]) -> bool:
        """Whether one of these words stands in an amount or beside it."""
        inside = range(amount.first, amount.after + 3)
        return any(self.word(index) in words for index in (*inside, *self._before(amount)))

    def is_nothing(self, amount: Amount) -> bool:
        """A budget of zero is no amount; a price of zero euros is one."""
        if amount.min or amount.max:
            return False
        words = money_words()
        priced = self._near(amount, words.prices)
        budget = self._near(amount, words.budgets) or (self.asked and not priced)
        return amount.unit is None or budget

    def values(self, amounts: list[Amount]) -> tuple[Money, ...]:
        """The amounts with their periods; one that takes back another keeps that one's."""
        found: list[Money] = []
        last: Amount | None = None
        for amount in amounts:
            one, after = self._money(amount)
            said_last = last and is_taken_back(self.around, self.tokens, last, amount)
            if one.period is None and said_last:
                one = replace(one, period=found[-1].period)
            found.append(one)
            last = replace(amount, after=after)
        return tuple(found)

    def _money(self, amount: Amount) -> tuple[Money, int]:
        """An amount with its period, and the index after both."""
        times, (period, after) = 1, self._period(amount)
        if longer := money_words().longer.at(self.tokens, amount.end):
            (times, period), after = longer
        after = max(amount.after, after)
        span = self.tokens[amount.first].start, self.tokens[after - 1].end
        least, most = _shared(amount.min, times), _shared(amount.max, times)
        return Money(least, most, amount.unit, period, amount.approximate, span), after

    def _period(self, amount: Amount) -> tuple[Period | None, int]:
        """How often: right after the amount, else an adverb or adjective near it."""
        words, index = money_words(), amount.end
        for _ in range(TAILS):
            if found := words.periods.at(self.tokens, index):
                return found
            skipped = words.each.at(self.tokens, index) or self.around.closers.at(
                self.tokens, index
            )
            if skipped is None:
                break
            index = skipped[1]
        for index in (*self._beyond(amount), *self._before(amount)):
            rhythm = words.rhythms.at(self.tokens, index)
            if rhythm and not (index < amount.first and self._follows_an_amount(index)):
                return rhythm[0], rhythm[1] if index >= amount.after else amount.after
        return None, amount.after

    def _follows_an_amount(self, index: int) -> bool:
        """Whether a rhythm belongs to the amount before it: "95 a month, budget 8k"."""
        place = index - 1
        if place > 0 and not self._is_figure(place):
            place -= coin_after(self.text, self.tokens, place) is not None
        return place >= 0 and self._is_figure(place)

    def _is_figure(self, index: int) -> bool:
        return self.tokens[index].is_number or self.word(index) in self.words.scales

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
