"""What must a language say about itself? One dataclass per topic; es.py and en.py fill them in.

Phrases are written as people read them: case and accents never matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qualification.values import Period

Limit = Literal["at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """How numbers are said."""

    small: Mapping[str, int]
    """Words that add up: five, twenty, two hundred as one word."""
    scales: Mapping[str, int]
    """Words that multiply what was said before them; from a thousand up they close a group."""
    glued: frozenset[str]
    """The scales that are abbreviations: they multiply figures only ("5k", "3 mm")."""
    leads: tuple[str, ...]
    """The scales that need nothing before them: "mil euros", "hundred thousand"."""
    joins: tuple[str, ...]
    halves: tuple[str, ...]
    points: tuple[str, ...]
    ones: tuple[str, ...]
    """Articles: worth one before a scale, nothing on their own."""
    some: Mapping[str, int]
    """Vague counts ("a couple", "a few"), with the figure people mean by them."""
    fractions: Mapping[str, str]
    """Whole phrases worth a fraction, as "a/b"."""
    lone_ones: tuple[str, ...]
    """Words that are a number on their own but a pronoun in a sentence."""
    homographs: frozenset[str]
    """Words above that mean something else in the other language."""


@dataclass(frozen=True, slots=True)
class AmountWords:
    """What people put around a number: limits, ranges, vagueness, rhythm."""

    limits: Mapping[str, Limit]
    """Said before the amount."""
    limits_after: Mapping[str, Limit]
    around: tuple[str, ...]
    around_after: tuple[str, ...]
    between: tuple[str, ...]
    """Opens a range whose ends are joined by `between_and`."""
    between_and: tuple[str, ...]
    since: Mapping[str, Limit | None]
    """Opens a range whose ends are joined by `until`; and what it means alone."""
    until: tuple[str, ...]
    alternatives: tuple[str, ...]
    periods: Mapping[str, Period]
    """Said after an amount."""
    rhythms: Mapping[str, Period]
    """Adjectives and adverbs, said before or after it."""
    each: tuple[str, ...]
    """Per what: skipped between an amount and its period."""
    of: tuple[str, ...]
    """Joins a number to its currency: "un millón de euros"."""
    about_money: frozenset[str]
    """Words that make a bare number beside them an amount."""
    counted: frozenset[str]
    """Nouns that make a number beside them a count, never an amount."""
    year_marks: tuple[str, ...]
    """Words before a year: "in 2019" holds no count."""
