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
    group_marks: str
    """Marks between thousands and hundreds in words: "two thousand, five hundred"."""
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
    vague: str
    """Words worth a few before a multiplier ("several thousand"), and nothing on their own."""
    vague_endings: str
    """What makes a numeral vague: "twentyish"."""
    lone_ones: str
    """Words that are a number on their own but a pronoun in a sentence."""
    not_numerals: str
    """Phrases that begin with a numeral and hold none: "one-off"."""
    homographs: str
    """Words above that mean something else in the other language."""


@dataclass(frozen=True, slots=True)
class AmountWords:
    """What people put around a number: limits, ranges, vagueness, rhythm."""

    limits: Mapping[Limit, str]
    """Said before the amount."""
    limits_after: Mapping[Limit, str]
    limit_nouns: Mapping[Limit, str]
    """What a limit is called: with `being` they make "the limit is" and "is the limit"."""
    being: str
    own: str
    """Articles and possessives before a limit's name, and before the amount after an opener."""
    negations: str
    """Earlier in the clause, they turn a limit round: "we can't spend more than 2000"."""
    indifferent: str
    """After a negation, they leave the limit as it is: "I don't mind paying more than"."""
    clause_starts: str
    """No negation reaches past these words."""
    corrections: str
    """Between two amounts: the second one takes the place of the first."""
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
    longer_periods: Mapping[tuple[int, Period], str]
    """Periods that are several others: every two months."""
    not_periods: str
    """Phrases that begin like a period and are a date: "el año pasado"."""
    each: str
    """Per what: skipped between an amount and its period."""
    of: str
    """Joins a number to its currency: "un millón de euros"."""
    about_money: str
    """Words that make a bare number beside them an amount."""
    prices: str
    """Those of them that may speak of zero: a price can be, a budget cannot."""
    counted: str
    """Nouns that make a number beside them a count, never an amount."""
    timed: str
    """Nouns and marks of time: a number beside them is neither an amount nor an answer to "how
    many".
    """
    labels: str
    """Words before figures that are a name: "version 2", "calle Mayor 5"."""
    count_leads: str
    """Verbs that a count follows: "somos 20"."""
    year_marks: str
    """Words before a year: "in 2019" holds no count."""
    late_year_marks: str
    """Those of them that stand before amounts too: only a year of these times is one."""


@dataclass(frozen=True, slots=True)
class HeadWords:
    """How people count themselves: "just me", "mi mujer y yo"."""

    selves: str
    alone: str
    """Phrases that mean one person."""
    nobody: str
    """Answers that mean none."""
    possessives: str
    """With a word or two they are one person more: "my wife"."""
    joins: str
    others: str
    """After a number, they are more people: "me and 3 others"."""
    possessives_of_many: str
    """Before a number they add nothing: "mis 3 hijos"."""
    kinds: str
    """People by what they are: with their numbers they add up without the speaker."""
    pets: str
    """They count for nobody: "just me and the dog"."""
    before_verbs: str
    """Pronouns that mean a person only at the end: "and I am the owner"."""
