"""Which leads is a rule for? The facts of a lead that rules look at, and what they may ask for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from qualification.conditions import Amount, Part
from qualification.fields import Key
from qualification.saying import Said
from qualification.values import Language


def _as_list(written: object) -> object:
    return [written] if isinstance(written, str) else written


Name = Annotated[str, Field(min_length=1, max_length=200)]
Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
    Field(min_length=1),
]
"""One or several; any of them is enough."""


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """What is known of a lead when it is routed; nothing that names the person."""

    script: str
    language: Language
    channel: str
    why: str
    """`qualified`, `wants_human`, `support` or `update`."""
    tier: str
    score: int
    source: str | None = None
    account: str | None = None
    """`b2b` or `b2c`."""
    country: str | None = None
    """Two capital letters."""
    region: str | None = None
    domain: str | None = None
    """Of the company, by the e-mail address."""
    size: tuple[Decimal | None, Decimal | None] | None = None
    """How many work there, from and to."""
    answers: Mapping[str, object] = field(default_factory=dict)
    """The values of the script's criteria, as the hand-over has them."""


class Range(Part):
    """`{at_least: 50}`, `{at_most: 500}` or both; a range that touches it is enough."""

    at_least: Amount | None = None
    at_most: Amount | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Range":
        low, high = self.at_least, self.at_most
        if low is None and high is None:
            raise ValueError(Said("nothing is asked for: give `at_least`, `at_most` or both"))
        if low is not None and high is not None and low > high:
            raise ValueError(
                Said("`at_least` %(low)s is over `at_most` %(high)s: swap them", low=low, high=high)
            )
        return self

    def touches(self, least: Decimal | None, most: Decimal | None) -> bool:
        """Whether something between these lies in it; None is open."""
        below = most is not None and self.at_least is not None and most < self.at_least
        above = least is not None and self.at_most is not None and least > self.at_most
        return not (below or above)


class Wish(Part):
    """What an answer has to be: `{any_of: [decides]}`, `{at_least: 20}`."""

    any_of: Names | None = None
    at_least: Amount | None = None
    at_most: Amount | None = None

    @model_validator(mode="after")
    def _sound(self) -> "Wish":
        numbers = self.at_least is not None or self.at_most is not None
        if numbers == (self.any_of is not None):
            raise ValueError(Said("write either `{any_of: [one, two]}` or `{at_least: 20}`"))
        return self

    def fits(self, value: object) -> bool:
        """Whether a value as the hand-over has it is one of these."""
        if self.any_of is not None:
            return _word(value) in {one.casefold() for one in self.any_of}
        least, most = number_in(value)
        if least is None and most is None:
            return False
        return Range(at_least=self.at_least, at_most=self.at_most).touches(least, most)


class When(Part):
    """What a lead must be like, line by line; where nothing is known a line is not fulfilled."""

    script: Names | None = None
    country: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...] | None,
        BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
    ] = None
    region: Names | None = None
    language: Annotated[
        tuple[Language, ...] | None,
        BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
    ] = None
    size: Range | None = None
    tier: Names | None = None
    score: Range | None = None
    source: Names | None = None
    """May hold `*`: `google*`."""
    channel: Names | None = None
    account: Names | None = None
    """`b2b` or `b2c`."""
    domain: Names | None = None
    """Of the company; may hold `*`: `*.gob.es`."""
    why: Names | None = None
    """Why sales gets it: `qualified`, `wants_human`, `support`."""
    answers: Mapping[Key, Wish] = Field(default_factory=dict)

    def misses(self, lead: LeadFacts) -> str | None:
        """The first line that a lead does not fit; None where it fits them all."""
        for line, wanted, known in (
            ("script", self.script, lead.script),
            ("country", self.country, lead.country),
            ("language", self.language, lead.language),
            ("tier", self.tier, lead.tier),
            ("channel", self.channel, lead.channel),
            ("account", self.account, lead.account),
            ("why", self.why, lead.why),
            ("region", self.region, lead.region),
        ):
            if wanted is not None and not _named(wanted, known):
                return line
        return self._misses_pattern(lead) or self._misses_number(lead) or self._misses_answer(lead)

    def _misses_pattern(self, lead: LeadFacts) -> str | None:
        for line, wanted, known in (
            ("source", self.source, lead.source),
            ("domain", self.domain, lead.domain),
        ):
            if wanted is not None and not _like(wanted, known):
                return line
        return None

    def _misses_number(self, lead: LeadFacts) -> str | None:
        if self.score is not None and not self.score.touches(*[Decimal(lead.score)] * 2):
            return "score"
        if self.size is not None and not (lead.size and self.size.touches(*lead.size)):
            return "size"
        return None

    def _misses_answer(self, lead: LeadFacts) -> str | None:
        for key, wish in self.answers.items():
            value = lead.answers.get(key)
            if value is None or not wish.fits(value):
                return f"answers.{key}"
        return None


def number_in(value: object) -> tuple[Decimal | None, Decimal | None]:
    """The number or range that a value of the hand-over stands for."""
    if isinstance(value, Mapping):
        least, most = (_decimal(value.get(end)) for end in ("min", "max"))
        return least, most
    return _decimal(value), _decimal(value)


def _decimal(value: object) -> Decimal | None:
    whole = isinstance(value, (int, float)) and not isinstance(value, bool)
    return Decimal(str(value)) if whole else None


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).casefold()


def _named(wanted: Iterable[str], known: str | None) -> bool:
    return known is not None and known.casefold() in {one.casefold() for one in wanted}


def _like(wanted: Iterable[str], known: str | None) -> bool:
    return known is not None and any(
        re.fullmatch(".*".join(map(re.escape, one.split("*"))), known, re.IGNORECASE | re.DOTALL)
        for one in wanted
    )
