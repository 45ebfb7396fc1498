"""What words does a simulated prospect have? The shape of the tables in es.py and en.py.

In a frame, `{x}` is the answer, `{cue}` one of the script's own words for a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qualification.values import ContactKind, Language, Period

Act = Literal[
    "greet",
    "refuse",
    "dont_know",
    "ask_unknown",
    "why",
    "repeat",
    "bot",
    "aside",
    "abuse",
    "inject",
    "human",
    "opt_out",
    "later",
    "not_interested",
    "support",
    "wrong_number",
    "sell",
    "study",
    "demo",
    "switch",
    "thanks",
    "back",
]
"""What a prospect does with a message, besides answering and asking about a fact."""
Variants = tuple[str, ...]


def lines(text: str) -> Variants:
    """One variant a line."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


@dataclass(frozen=True)
class AmountWords:
    """How amounts are said; `{n}`, `{a}` and `{b}` are figures, `{x}` one with its currency."""

    coins: Mapping[str, Variants]
    """How a currency is put to a figure."""
    approximate: Variants
    at_most: Variants
    at_least: Variants
    between: Variants
    per: Mapping[Period, Variants]
    """What follows an amount that is paid so often."""
    limits: frozenset[str]
    """Words of a script's cue that would make a limit or an estimate of the amount beside it."""
    leading: frozenset[str]
    """A cue that ends with one of these stands before its figure, any other after it."""
    numerals: Mapping[int, str]
    thousand: str
    """What `{n}` thousand is in words."""


@dataclass(frozen=True)
class TimeWords:
    """How times are said; what each means, agent/simulation/personas/times.py says."""

    months: Variants
    asap: Variants
    whenever: Variants
    weeks: Variants
    in_months: Variants
    next_month: Variants
    month: Variants
    month_year: Variants
    day: Variants
    quarter: Variants
    year: Variants


@dataclass(frozen=True)
class PeopleWords:
    """Who they are."""

    first_names: Variants
    last_names: Variants
    companies: Variants
    domains: Variants
    job_titles: Variants
    at: Variants
    """How the sign of an e-mail is said aloud; the plain sign stays `@`."""
    dot: str
    frames: Mapping[ContactKind, Variants]


@dataclass(frozen=True)
class Words:
    """Everything a prospect can say in one language."""

    language: Language
    amounts: AmountWords
    times: TimeWords
    people: PeopleWords
    answer_frames: Variants
    """Around the answer to a question just asked."""
    money_frames: Variants
    number_frames: Variants
    time_clauses: Variants
    """A time brought up unasked."""
    yes: Variants
    no: Variants
    stories: Mapping[str, Variants]
    """Answers in one's own words by a word of the question; `""` for any question."""
    joints: Variants
    """Between two answers in one message."""
    fact_frames: Variants
    """Around the topic of one of the script's facts, as a question."""
    asking_too: Variants
    """Around an answer `{x}` and a question `{q}` in one message."""
    corrections: Variants
    """Around a new answer that replaces one given before."""
    acts: Mapping[Act, Variants]
    emoji: Variants
