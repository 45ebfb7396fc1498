"""How are limits, ranges and vagueness said around a figure? What money and numbers share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from qualification.normalise.tables import en, es
from qualification.normalise.tables.shape import AmountWords, Limit
from qualification.normalise.text import Phrases, Token, by_phrase, listed, phrase_set
from qualification.values import Language

Opener = Literal["around", "between", "since", "at_least", "at_most"]

MOST = 50
"""Amounts read of one message."""
OPENERS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit: `first` and `after` are the indexes of its tokens."""

    value: Decimal
    scale: Decimal
    unit: str | None
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, a range or a limit, with the vagueness said about it."""

    min: Decimal | None
    max: Decimal | None
    unit: str | None
    approximate: bool
    first: int
    after: int
    figure: int = 0
    """The index of its first figure: what stands before it are words of limit or range."""
    scaled: bool = False


ReadFigure = Callable[[int, bool], Figure | None]
"""Reads the figure at an index; the flag says whether an "and" may be part of it."""


class Surroundings:
    """The words around amounts of both languages; the own language's meaning wins."""

    def __init__(self, language: Language) -> None:
        own, other = (es, en) if language == "es" else (en, es)
        tables = (own.AMOUNTS, other.AMOUNTS)
        self.openers = Phrases(*(_openers(t) for t in tables))
        self.closers = Phrases(*(_closers(t) for t in tables))
        self.ands = phrase_set(*(t.between_and for t in tables))
        self.untils = phrase_set(*(t.until for t in tables))
        self.ors = phrase_set(*(t.alternatives for t in tables))
        self.around = phrase_set(*(t.around for t in tables))
        self.year_marks = {mark for t in tables for mark in listed(t.year_marks)}
        self.counted = {noun for t in tables for noun in listed(t.counted)}


def _openers(table: AmountWords) -> dict[str, tuple[Opener, Limit | None]]:
    found: dict[str, tuple[Opener, Limit | None]] = dict.fromkeys(
        listed(table.around), ("around", None)
    )
    for phrase, limit in by_phrase(table.limits).items():
        found[phrase] = (limit, limit)
    for phrase, alone in by_phrase(table.since).items():
        found[phrase] = ("since", alone)
    return found | dict.fromkeys(listed(table.between), ("between", None))


def _closers(table: AmountWords) -> dict[str, Opener]:
    vague: dict[str, Opener] = dict.fromkeys(listed(table.around_after), "around")
    return vague | by_phrase(table.limits_after)


@cache
def surroundings(language: Language) -> Surroundings:
    """The words around amounts as a speaker of this language means them."""
    return Surroundings(language)


def read_amounts(
    words: Surroundings, tokens: Sequence[Token], figure_at: ReadFigure
) -> list[Amount]:
    """Every amount in the order it was said."""
    found: list[Amount] = []
    index = 0
    while index < len(tokens) and len(found) < MOST:
        amount = _amount(words, tokens, index, figure_at)
        if amount is None:
            index += 1
            continue
        if found and (joined := _limits_joined(tokens, found[-1], amount)):
            found[-1] = joined
        else:
            found.append(amount)
        index = amount.after
    return found


def _amount(
    words: Surroundings, tokens: Sequence[Token], first: int, figure_at: ReadFigure
) -> Amount | None:
    openers: set[Opener] = set()
    limit: Limit | None = None
    index = first
    for _ in range(OPENERS_IN_A_ROW):
        found = words.openers.at(tokens, index)
        if found is None or found[1] >= len(tokens):
            break
        (opener, alone), index = found
        openers.add(opener)
        limit = alone or limit
    amount = _range(words, tokens, index, figure_at, openers)
    if amount is None:
        figure = figure_at(index, True)
        if figure is None:
            return None
        amount = Amount(
            None if limit == "at_most" else figure.value,
            None if limit == "at_least" else figure.value,
            figure.unit,
            False,
            first,
            figure.after,
            figure.first,
            figure.scale > 1,
        )
    amount = replace(amount, first=first, approximate=amount.approximate or "around" in openers)
    return _closed(words, tokens, amount)


def _closed(words: Surroundings, tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with what is said after it: "or less", "como mínimo", "or so"."""
    for _ in range(OPENERS_IN_A_ROW):
        found = words.closers.at(tokens, amount.after)
        if found is None:
            break
        closer, after = found
        if closer != "around" and (
            amount.min != amount.max or (after < len(tokens) and tokens[after].is_number)
        ):
            break
        amount = replace(
            amount,
            after=after,
            approximate=amount.approximate or closer == "around",
            min=None if closer == "at_most" else amount.min,
            max=None if closer == "at_least" else amount.max,
        )
    return amount


def _range(
    words: Surroundings,
    tokens: Sequence[Token],
    index: int,
    figure_at: ReadFigure,
    openers: set[Opener],
) -> Amount | None:
    """ "Entre 5 y 10 mil", "from 5k to 10k", "5-10k", "5 o 6 mil"."""
    links = [(words.untils, False), (words.ors, True)]
    if "between" in openers:
        links = [(words.ands, False)]
    for joined in (False, True) if "between" in openers else (True,):
        low = figure_at(index, joined)
        if low is None:
            return None
        for link, vague in links:
            found = link.at(tokens, low.after)
            if found is None:
                continue
            start = found[1]
            vague_high = words.around.at(tokens, start)
            if vague_high:
                start = vague_high[1]
            high = figure_at(start, True) if start < len(tokens) else None
            if high is not None and (amount := _spread(low, high)):
                return replace(amount, approximate=vague or vague_high is not None)
    return None


def _spread(low: Figure, high: Figure) -> Amount | None:
    """The range between two figures, if they can be one; they share unit and multiplier."""
    if low.unit and high.unit and low.unit != high.unit:
        return None
    least, most = low.value, high.value
    if low.scale == 1 and high.scale > 1 and least < most / high.scale:
        least *= high.scale
    elif high.scale == 1 and low.scale > 1 and most < least:
        most *= low.scale
    if least >= most:
        return None
    scaled = low.scale > 1 or high.scale > 1
    unit = low.unit or high.unit
    return Amount(least, most, unit, False, low.first, high.after, low.first, scaled)


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
        scaled=one.scaled or other.scaled,
    )


def is_part_of_a_code(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether these figures belong to something longer: a date, an hour, a phone, "B2B"."""
    if first and tokens[first].glued:
        mark = tokens[first - 1]
        if mark.text.isalpha() or mark.text in "#:@_&=%":
            return True
        if mark.text in "/." and mark.glued:
            return True
    if after < len(tokens) and tokens[after].glued:
        mark = tokens[after]
        if mark.text.isalpha() or mark.text in "@_%&":
            return True
        if mark.text in ":/" and _figures_follow(tokens, after):
            return True
    before = _dashes(tokens, range(first - 1, 0, -2), -1)
    return before + _dashes(tokens, range(after, len(tokens) - 1, 2), 1) > 1


def _figures_follow(tokens: Sequence[Token], mark: int) -> bool:
    return mark + 1 < len(tokens) and tokens[mark + 1].is_number and tokens[mark + 1].glued


def _dashes(tokens: Sequence[Token], marks: range, step: int) -> int:
    """How many dashes with figures go on to one side: two make 16-04-2010 or a telephone."""
    count = 0
    for index in marks[:2]:
        glued = tokens[index].glued and tokens[index + 1].glued
        if tokens[index].text != "-" or not glued or not tokens[index + step].is_number:
            break
        count += 1
    return count
