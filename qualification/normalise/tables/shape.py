"""What must a language say about itself? One dataclass per topic; es.py and en.py fill them in.

Phrases are separated by commas and written as people read them: case and accents never matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qualification.values import Period

Limit = Literal["at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """How numbers are said."""

    small: Mapping[int, str]
    """Words that add up: five, twenty, two hundred as one word."""
    scales: Mapping[int, str]
    """Words that multiply what was said before them; from a thousand up they close a group."""
    glued: str
    """The scales that are abbreviations: they multiply figures only ("5k", "3 mm")."""
    leads: str
    """The scales that need nothing before them: "mil euros", "hundred thousand"."""
    joins: str
    halves: str
    points: str
    late_points: str
    """Those of them that join other things too: they count at the end of a clause."""
    ones: str
    """Articles: worth one before a scale, nothing on their own."""
    some: Mapping[int, str]
    """Vague counts ("a couple", "a few"), with the figure people mean by them."""
    fractions: Mapping[str, str]
    """Whole phrases by the fraction they are worth."""
    lone_ones: str
    """Words that are a number on their own but a pronoun in a sentence."""
    homographs: str
    """Words above that mean something else in the other language."""


@dataclass(frozen=True, slots=True)
class AmountWords:
    """What people put around a number: limits, ranges, vagueness, rhythm."""

    limits: Mapping[Limit, str]
    """Said before the amount."""
    limits_after: Mapping[Limit, str]
    around: str
    around_after: str
    between: str
    """Opens a range whose ends are joined by `between_and`."""
    between_and: str
    since: Mapping[Limit | None, str]
    """Opens a range whose ends are joined by `until`; and what it means alone."""
    until: str
    alternatives: str
    periods: Mapping[Period, str]
    """Said after an amount."""
    rhythms: Mapping[Period, str]
    """Adjectives and adverbs, said before or after it."""
    each: str
    """Per what: skipped between an amount and its period."""
    of: str
    """Joins a number to its currency: "un millón de euros"."""
    about_money: str
    """Words that make a bare number beside them an amount."""
    counted: str
    """Nouns that make a number beside them a count, never an amount."""
    year_marks: str
    """Words before a year: "in 2019" holds no count."""
