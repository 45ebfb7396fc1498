"""How are limits, ranges and vagueness said around a figure? What money and numbers share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from qualification.normalise.codes import is_slash_of_range
from qualification.normalise.numerals import ANY_JOINS
from qualification.normalise.surroundings import PAUSES, Opening, Surroundings
from qualification.normalise.tables.shape import Limit
from qualification.normalise.text import Token
from qualification.values import Span

MOST = 50
"""Amounts read of one message."""
IN_A_ROW = 4
"""Words of limit, vagueness or rhythm on one side of a figure."""
REACH = 6
"""Words that a negation reaches over."""
OTHER_WAY: dict[Limit, Limit] = {"at_least": "at_most", "at_most": "at_least"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit: `first` and `after` are the indexes of its tokens."""

    value: Decimal
    scale: Decimal
    unit: str | None
    first: int
    after: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, a range or a limit, with the vagueness said about it."""

    min: Decimal | None
    max: Decimal | None
    unit: str | None
    approximate: bool
    first: int
    after: int
    figure: int
    """The index of its first figure: what stands before it are words of limit or range."""
    end: int
    """The index after its last figure: what stands from there on was said after it."""
    scaled: bool = False


ReadFigure = Callable[[int, int], Figure | None]
"""Reads the figure at an index; the second number says how many "and"s may be part of it."""


def read_amounts(
    words: Surroundings, tokens: Sequence[Token], figure_at: ReadFigure
) -> list[Amount]:
    """Every amount in the order it was said."""
    grammar = _Grammar(words, tokens, cache(figure_at))
    found: list[Amount] = []
    index = 0
    while index < len(tokens) and len(found) < MOST:
        amount = grammar.amount(index)
        if amount is None:
            index += 1
            continue
        if found and (joined := _limits_joined(tokens, found[-1], amount)):
            found[-1] = joined
        else:
            found.append(amount)
        index = amount.after
    return found


@dataclass(frozen=True, slots=True)
class _Before:
    """What was said before a figure."""

    openings: frozenset[Opening]
    limit: Limit | None
    first: int
    index: int
    """Of the figure."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: Surroundings
    tokens: Sequence[Token]
    figure_at: ReadFigure

    def amount(self, first: int) -> Amount | None:
        before = self._opened(first)
        amount = self._range(before)
        if amount is None:
            figure = self.figure_at(before.index, ANY_JOINS)
            if figure is None:
                return None
            amount = Amount(
                None if before.limit == "at_most" else figure.value,
                None if before.limit == "at_least" else figure.value,
                figure.unit,
                figure.vague,
                before.first,
                figure.after,
                figure.first,
                figure.after,
                figure.scale > 1,
            )
        vague = amount.approximate or "around" in before.openings
        first = min(before.first, amount.figure)
        return self._closed(replace(amount, first=first, approximate=vague))

    def _opened(self, first: int) -> _Before:
        """The words of limit, range and vagueness from here to a figure."""
        openings: set[Opening] = set()
        limit: Limit | None = None
        index = start = first
        for _ in range(IN_A_ROW):
            found = self.words.openers.at(self.tokens, index)
            if found is None or found[1] >= len(self.tokens):
                break
            opener, after = found
            openings.add(opener.opens)
            if opener.opens in OTHER_WAY and opener.limit:
                denied = self._negation(index)
                negative = any(self._denies(place) for place in range(index, after))
                turned = denied is not None and not negative
                limit = OTHER_WAY[opener.limit] if turned else opener.limit
                start = start if denied is None else denied
            else:
                limit = opener.limit or limit
            index = self._past_article(after)
        return _Before(frozenset(openings), limit, start, index)

    def _past_article(self, index: int) -> int:
        """ "Hasta los 3.000", "around the 10k": unless the article is the number's own."""
        articles = self.words.fillers
        if index + 1 < len(self.tokens) and self.tokens[index].text in articles:
            return index if self.figure_at(index, ANY_JOINS) else index + 1
        return index

    def _negation(self, index: int) -> int | None:
        """The index of the negation that turns the limit here round: "no gastamos más de"."""
        for place in range(index - 1, max(-1, index - 1 - REACH), -1):
            if self._denies(place):
                return place
            if self.tokens[place].text in self.words.negation_ends:
                return None
        return None

    def _denies(self, index: int) -> bool:
        return self.tokens[index].text in self.words.negations

    def _closed(self, amount: Amount) -> Amount:
        """The amount with what is said after it: "or less", "al mes como mínimo", "or so"."""
        index = amount.after
        for _ in range(IN_A_ROW):
            if skipped := self.words.tails.at(self.tokens, index):
                index = skipped[1]
                continue
            found = self.words.closers.at(self.tokens, index)
            if found is None:
                break
            closer, index = found
            if closer != "around" and (amount.min != amount.max or self._is_number(index)):
                break
            amount = replace(
                amount,
                after=index,
                approximate=amount.approximate or closer == "around",
                min=None if closer == "at_most" else amount.min,
                max=None if closer == "at_least" else amount.max,
            )
        return amount

    def _is_number(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].is_number

    def _range(self, before: _Before) -> Amount | None:
        """ "Entre 5 y 10 mil", "from 5k to 10k", "5-10k", "5 o 6 mil"."""
        between = "between" in before.openings
        links = [(self.words.untils, False), (self.words.ors, True)]
        if between:
            links = [(self.words.ands, False)]
        for joins in range(ANY_JOINS, -1, -1) if between else (ANY_JOINS,):
            low = self.figure_at(before.index, joins)
            if low is None:
                return None
            for link, vague in links:
                found = link.at(self.tokens, self._past_comma(low.after) if vague else low.after)
                if found is None or self._is_slash_of_a_date(low.after):
                    continue
                start = found[1]
                around = self.words.around.at(self.tokens, start)
                start = self._past_article(around[1] if around else start)
                high = self.figure_at(start, ANY_JOINS) if start < len(self.tokens) else None
                if high is not None and (amount := _spread(low, high)):
                    vague_ends = low.vague or high.vague or around is not None
                    return replace(amount, approximate=vague or vague_ends)
        return None

    def _past_comma(self, index: int) -> int:
        """ "Two, maybe three": a comma may stand before an alternative."""
        return index + (index < len(self.tokens) and self.tokens[index].text == ",")

    def _is_slash_of_a_date(self, index: int) -> bool:
        return self.tokens[index].text == "/" and not is_slash_of_range(self.tokens, index)


def _spread(low: Figure, high: Figure) -> Amount | None:
    """The range between two figures, if they can be one; they share unit and multiplier."""
    if low.unit and high.unit and low.unit != high.unit:
        return None
    least, most = low.value, high.value
    if low.scale < high.scale and least < most / high.scale:
        least *= high.scale
    elif high.scale == 1 and low.scale > 1 and most < least:
        most *= low.scale
    if least >= most:
        return None
    scaled = low.scale > 1 or high.scale > 1
    unit = low.unit or high.unit
    return Amount(least, most, unit, False, low.first, high.after, low.first, high.after, scaled)


def _limits_joined(tokens: Sequence[Token], one: Amount, other: Amount) -> Amount | None:
    """ "More than 1000 and less than 1500" is one range."""
    between = {token.text for token in tokens[one.after : other.first]}
    if len(between) > 2 or not between <= {",", "y", "and", "but", "pero", "e"}:
        return None
    if one.unit and other.unit and one.unit != other.unit:
        return None
    low, high = (one, other) if one.max is None else (other, one)
    if low.min is None or low.max is not None or high.min is not None or high.max is None:
        return None
    if low.min > high.max:
        return None
    return replace(
        one,
        min=low.min,
        max=high.max,
        unit=one.unit or other.unit,
        approximate=one.approximate or other.approximate,
        after=other.after,
        end=other.end,
        scaled=one.scaled or other.scaled,
    )


def is_taken_back(words: Surroundings, tokens: Sequence[Token], one: Amount, other: Amount) -> bool:
    """Whether the second amount corrects the first: "9.500 €… no, 7.500"."""
    index = one.after
    while index < other.first and tokens[index].text in PAUSES:
        index += 1
    found = words.corrections.at(tokens, index)
    return found is not None and found[1] <= other.first


def is_below_nought(tokens: Sequence[Token], index: int) -> bool:
    """Whether a minus in words stands before a figure; "más o menos 20" has none."""
    before = tokens[index - 1].text if index else ""
    return before == "minus" or (before == "menos" and index == 1)


def span_of(tokens: Sequence[Token], amount: Amount) -> Span:
    """The characters of an amount with its limits."""
    return tokens[amount.first].start, tokens[amount.after - 1].end
