"""When is an answer good? The conditions a script can put on a value, one model a kind of question.

Money: the range the prospect gives is compared with ours by overlap, because people give ranges
and a budget qualifies as soon as its upper end touches our price (a prospect with "2 to 4
thousand" can buy at 3).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from qualification.durations import Duration
from qualification.normalise.text import find_phrase, fold
from qualification.saying import Said
from qualification.values import Choice, Money, Number, Period, Text, Timeframe, Value, YesNo


class Part(BaseModel):
    """A part of a script: unknown keys are mistakes, nothing changes after it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR", "USD"])]


def _unambiguous(written: object) -> object:
    """Refuses `3.000`, which is three to some readers and three thousand to others."""
    if isinstance(written, str) and re.fullmatch(r"[1-9]\d{0,2}([.,]\d{3})+", written.strip()):
        plain = re.sub(r"[.,]", "", written)
        raise ValueError(
            Said(
                "`%(written)s` can be read in two ways: write `%(plain)s`, without separators",
                written=written,
                plain=plain,
            )
        )
    return written


Amount = Annotated[Decimal, BeforeValidator(_unambiguous), Field(ge=0, le=10**12)]


def _as_list(written: object) -> object:
    return [written] if isinstance(written, str) else written


Phrases = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=200)], ...],
    BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
]
"""Words or groups of words, found whole, whatever their case and accents."""


class MoneyRange(Part):
    """From `min` to `max`, either may be missing."""

    min: Amount | None = None
    max: Amount | None = None
    currency: Currency

    @model_validator(mode="after")
    def _in_order(self) -> "MoneyRange":
        if self.min is None and self.max is None:
            raise ValueError(Said("give `min`, `max` or both"))
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(
                Said("`min` %(min)s is over `max` %(max)s: swap them", min=self.min, max=self.max)
            )
        return self


class MoneyCondition(Part):
    """`{overlaps: {min: 3000, currency: EUR}}`: the prospect's range touches ours."""

    overlaps: MoneyRange


class TimeframeCondition(Part):
    """`{within: 3 months}`: it may begin that soon, counted from the day it was said."""

    within: Duration


class NumberCondition(Part):
    """`{at_least: 50}`, `{at_most: 10}` or both; a range that touches it is enough."""

    at_least: Amount | None = None
    at_most: Amount | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "NumberCondition":
        low, high = self.at_least, self.at_most
        if low is None and high is None:
            raise ValueError(Said("give `at_least`, `at_most` or both"))
        if low is not None and high is not None and low > high:
            raise ValueError(
                Said("`at_least` %(low)s is over `at_most` %(high)s: swap them", low=low, high=high)
            )
        return self


class ChoiceCondition(Part):
    """`{any_of: [decides]}`: one of these options."""

    any_of: tuple[str, ...] = Field(min_length=1)


class YesNoCondition(Part):
    """`{answer: true}` or `{answer: false}`."""

    answer: bool


class TextCondition(Part):
    """`{given: true}`: anything was said; `{mentions: [madrid]}`: one of these is named in it;
    `{mentions_none_of: [barcelona]}`: something was said, and none of these.
    """

    given: bool = True
    mentions: Phrases = ()
    mentions_none_of: Phrases = ()

    @model_validator(mode="after")
    def _consistent(self) -> "TextCondition":
        if not self.given and (self.mentions or self.mentions_none_of):
            raise ValueError(Said("what was not given mentions nothing: leave `given` out"))
        return self


_BY_WORD: Mapping[str, str] = {
    "overlaps": "money",
    "within": "timeframe",
    "at_least": "number",
    "at_most": "number",
    "any_of": "choice",
    "answer": "yes_no",
    "given": "text",
    "mentions": "text",
    "mentions_none_of": "text",
}


def _kind_of(written: object) -> str | None:
    """The kind of question that a condition is for, by the first word of it that is known."""
    words = written if isinstance(written, Mapping) else getattr(written, "model_fields_set", ())
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), None)


Condition: TypeAlias = (
    MoneyCondition
    | TimeframeCondition
    | NumberCondition
    | ChoiceCondition
    | YesNoCondition
    | TextCondition
)
AnyCondition = Annotated[
    Annotated[MoneyCondition, Tag("money")]
    | Annotated[TimeframeCondition, Tag("timeframe")]
    | Annotated[NumberCondition, Tag("number")]
    | Annotated[ChoiceCondition, Tag("choice")]
    | Annotated[YesNoCondition, Tag("yes_no")]
    | Annotated[TextCondition, Tag("text")],
    Discriminator(
        _kind_of,
        custom_error_type="condition",
        custom_error_message="this is no condition: write one of "
        "`{overlaps: {min: 3000, currency: EUR}}`, `{within: 3 months}`, `{at_least: 50}`, "
        "`{any_of: [decides]}`, `{answer: yes}`, `{given: yes}`, `{mentions: [madrid]}`",
    ),
]
"""A condition whose kind shows in its words alone."""


class Rates(Part):
    """Exchange rates of one day: one unit of each currency in the `base` currency."""

    base: Currency
    on: date
    per_unit: Mapping[
        Currency, Annotated[Decimal, BeforeValidator(_unambiguous), Field(ge=10**-9, le=10**9)]
    ]


@dataclass(frozen=True, slots=True)
class Terms:
    """What amounts are compared in: the period, and the rates between currencies if the script has
    any.
    """

    per: Period | None = None
    rates: Rates | None = None


@dataclass(frozen=True, slots=True)
class NoRate:
    """The amount is in a currency that the script has no rate for: it cannot be judged."""

    said: str
    wanted: str


_PER_YEAR = {"hour": 1800, "day": 220, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""Working hours and days: an hourly or daily price is paid for work, not for sleep."""


def holds(condition: Condition, value: Value, given: date, terms: Terms) -> bool | NoRate:
    """Whether a value said on the day `given` meets a condition of its own kind."""
    match condition, value:
        case MoneyCondition(overlaps=ours), Money():
            theirs = comparable(value, ours.currency, terms)
            if isinstance(theirs, NoRate):
                return theirs
            return _touch(theirs.min, theirs.max, ours.min, ours.max)
        case TimeframeCondition(within=span), Timeframe():
            return _soon(value, span.after(given))
        case NumberCondition(at_least=low, at_most=high), Number():
            return _touch(value.min, value.max, low, high)
        case ChoiceCondition(any_of=options), Choice():
            return value.option in options
        case YesNoCondition(answer=wanted), YesNo():
            return value.yes is wanted
        case TextCondition(), Text(text=text):
            return _says(condition, text)
        case _:
            return False


def _says(condition: TextCondition, text: str) -> bool:
    if bool(text) is not condition.given:
        return False
    folded = fold(text)
    named = not condition.mentions or _names(folded, condition.mentions)
    return named and not _names(folded, condition.mentions_none_of)


def _names(folded: str, phrases: Iterable[str]) -> bool:
    return any(find_phrase(folded, phrase) is not None for phrase in phrases)


def comparable(money: Money, currency: str, terms: Terms) -> Money | NoRate:
    """The amount in `currency` and per `terms.per`; no currency said means ours, no period said
    means `per`.
    """
    factor = Decimal(1)
    if money.currency not in (None, currency):
        rate = _rate(money.currency or currency, currency, terms.rates)
        if rate is None:
            return NoRate(said=money.currency or "", wanted=currency)
        factor = rate
    if terms.per in _PER_YEAR and money.period in _PER_YEAR:
        factor = factor * _PER_YEAR[money.period] / _PER_YEAR[terms.per]
    if factor == 1:
        return money if money.currency == currency else replace(money, currency=currency)
    return replace(
        money,
        min=None if money.min is None else money.min * factor,
        max=None if money.max is None else money.max * factor,
        currency=currency,
    )


def _rate(said: str, wanted: str, rates: Rates | None) -> Decimal | None:
    if rates is None:
        return None
    table = {**rates.per_unit, rates.base: Decimal(1)}
    if said not in table or wanted not in table:
        return None
    return table[said] / table[wanted]


def _touch(
    min_a: Decimal | None, max_a: Decimal | None, min_b: Decimal | None, max_b: Decimal | None
) -> bool:
    below = max_a is not None and min_b is not None and max_a < min_b
    above = min_a is not None and max_b is not None and min_a > max_b
    return not (below or above)


def _soon(when: Timeframe, limit: date) -> bool:
    if when.kind == "asap":
        return True
    if when.start is None:
        return when.kind in ("date", "range")
    return when.start <= limit
