"""What is a brief written from? The hand-over in plain words, and what was said. PURE.

Values come in the seller's language already; quotes stay in the prospect's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from qualification.values import ContactKind, Language

NO_NAMES: Mapping[str, str] = {}
"""A script that calls nothing by a name of its own."""


@dataclass(frozen=True, slots=True)
class CriterionFact:
    """One criterion: how it stands, why, the value in words and the prospect's own."""

    key: str
    state: str
    rule: str
    said: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """What is known without having been asked; `sure`: they said it or said that it is so."""

    field: str
    value: str
    sure: bool


@dataclass(frozen=True, slots=True)
class ReasonFact:
    """A rule of the verdict and the criteria or signals behind it."""

    rule: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message: `own` is its text with blanks where it is no person's own words."""

    author: Literal["prospect", "us"]
    text: str
    own: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """All that a brief may draw on."""

    why: str
    title: str
    """What they asked about: the script's title."""
    language: Language
    channel: str
    source: str | None
    outcome: str
    tier: str
    score: int
    fit: int
    engagement: int
    contact: Mapping[ContactKind, str]
    profile: tuple[ProfileFact, ...] = ()
    criteria: tuple[CriterionFact, ...] = ()
    reasons: tuple[ReasonFact, ...] = ()
    score_lines: tuple[tuple[str, int], ...] = ()
    open_questions: tuple[str, ...] = ()
    stopped: bool = False
    """They asked not to be written to."""
    later: str | None = None
    """When they would rather be written to, in words."""
    spoken: tuple[Spoken, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """What the script calls its criteria (`budget`) and their options (`plan=basic`), in the
    seller's language.
    """
