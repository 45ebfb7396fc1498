"""What belongs to a language's ways of telling what is private? Rows as in ../rows.py. PURE."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from qualification.brief.rows import Rows

Category = Literal[
    "health",
    "religion",
    "origin",
    "politics",
    "union",
    "sex_life",
    "biometric",
    "criminal",
    "private_life",
]
"""The special categories of GDPR art. 9 (1), criminal convictions (art. 10); and what is no less a
person's own, though no article names it: whom they live with, whom they lost, their age.
"""
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True, slots=True)
class Ways:
    """The rows of one category in one language."""

    told: str
    """Said of a person, whoever says it."""
    strict: str
    """Not surely said of a person: a model's sentence with them is not shown either."""
    unless: str
    """What only looks like it, or speaks of a business: struck out before the rest is sought."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The rows of one category in one language."""

    told: Rows
    strict: Rows
    unless: Rows


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """How one language tells what is private."""

    classes: Mapping[str, str]
    """Lists of words and phrases, by commas."""
    ways: Mapping[Category, Ways]

    def finders(self) -> Mapping[Category, Finder]:
        """Its rows, to be looked for."""
        return {category: self._finder(ways) for category, ways in self.ways.items()}

    def _finder(self, ways: Ways) -> Finder:
        told, strict, unless = (
            Rows(rows, self.classes) for rows in (ways.told, ways.strict, ways.unless)
        )
        return Finder(told, strict, unless)
