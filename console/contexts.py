"""What does each page show? One dataclass a page: it is all that the page's template sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from console.fates import Fate
from console.marking import Piece


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """problem.html"""

    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What every page behind the login has: who is looking, and the token of its forms."""

    user: str
    token: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A hand-over in the list."""

    conversation: str
    who: str
    reach: str
    why: str
    outcome: str
    tier: str
    score: int
    script: str
    channel: str
    at: datetime
    deliveries: tuple[tuple[str, str], ...]
    """System and state of each."""


@dataclass(frozen=True, slots=True)
class HandoversPage:
    """handovers.html"""

    signed: Signed
    rows: tuple[HandoverRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class UnfinishedRow:
    """A conversation in the list."""

    conversation: str
    who: str
    phase: str
    outcome: str
    tier: str
    score: int
    script: str
    channel: str
    messages: int
    at: datetime


@dataclass(frozen=True, slots=True)
class UnfinishedPage:
    """unfinished.html"""

    signed: Signed
    rows: tuple[UnfinishedRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of the verdict."""

    key: str
    name: str
    state: str
    value: str
    quote: str | None
    message: int | None
    """The seq of the message that the quote stands in."""
    rule: str
    read_again: bool
    """A model found it in words that had been read plainly before."""
    before: str | None
    """What was taken for the answer until then."""


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """A message with the words marked that answers rest on."""

    seq: int
    author: str
    pieces: tuple[Piece, ...]
    at: datetime
    heard: str | None
    """What a caller heard of it before they cut in; None where they heard it all."""
    fate: Fate | None
    """How it fares on its way to their phone; None where it goes to none."""


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """How the hand-over fares on its way to one system."""

    id: str
    system: str
    revision: int
    state: str
    attempts: int
    next_at: datetime | None
    error: str | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class BesideRow:
    """Another conversation of who may be the same person."""

    conversation: str
    channel: str
    script: str
    at: datetime
    how: str
    """Why it may be theirs."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One datum of the profile, with where it is from."""

    name: str
    value: str
    whence: str
    others: tuple[str, ...]
    """What else is told of it, each with where that is from."""


@dataclass(frozen=True, slots=True)
class LeadPage:
    """lead.html"""

    signed: Signed
    conversation: str
    who: str
    contact: Mapping[str, str]
    profile: tuple[ProfileRow, ...]
    """What they did not say themselves, and what contradicts what they said."""
    account: str
    script: str
    channel: str
    source: str | None
    language: str
    at: datetime
    phase: str
    answered_by: str | None
    why: str | None
    outcome: str
    reasons: tuple[str, ...]
    tier: str
    score: int
    score_lines: tuple[tuple[str, int], ...]
    criteria: tuple[CriterionRow, ...]
    open_questions: tuple[str, ...]
    next_step: str | None
    transcript: tuple[TranscriptLine, ...]
    deliveries: tuple[DeliveryRow, ...]
    beside: tuple[BesideRow, ...]
