"""What does the page of a lead show? Its parts, as lead.html sees them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from console.fates import Fate
from console.marking import Piece
from console.offering import Offer


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of the verdict."""

    key: str
    name: str
    state: str
    state_word: str
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
class ScoreRow:
    """Points, and what gave them; `key`: the criterion whose words they rest on."""

    key: str
    words: str
    points: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A score or a verdict that differs from the one before."""

    at: datetime
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One datum of the profile, with where it is from."""

    name: str
    value: str
    whence: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """A message with the words marked that answers rest on, or a note of a colleague."""

    seq: int
    author: str
    """`prospect`, `agent`, `person` or `note`."""
    name: str
    pieces: tuple[Piece, ...]
    at: datetime
    heard: str | None = None
    fate: Fate | None = None
    day: str = ""
    """The day, where a new one begins."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another conversation of the same person, put with this one."""

    conversation: str
    title: str
    lines: tuple[TranscriptLine, ...]
    phase_word: str
    news: bool
    """Something was said there after all that is shown of the lead itself, or a person is asked for
    or answers there.
    """


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """How the hand-over fares on its way to one system."""

    id: str
    system: str
    revision: int
    state: str
    state_word: str
    tries: str
    next_at: datetime | None
    error: str | None
    mend: str | None
    """What an admin can do about it."""
    response: str | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class SameRow:
    """A conversation of who may be the same person."""

    conversation: str
    title: str
    how: str


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A rule of the teams that was looked at, and what came of it."""

    rule: str
    missed: str
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that the lead was given to."""

    name: str
    state: str
    state_word: str
    cause: str
    why: str
    at: datetime
    due_at: datetime | None
    late: bool
    """Whether it still waits here although its time is over."""
    reminded_at: datetime | None
    remind_next_at: datetime | None
    reason: str
    tried: tuple[TriedRow, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What sales said of the lead."""

    outcome: str
    word: str
    by: str
    reason: str
    amount: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may see to it."""

    id: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SiteRows:
    """What the site on which they chat says of a visitor; `signed`: with its secret."""

    signed: bool
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """How the chat was for its visitor."""

    stars: int
    comment: str


@dataclass(frozen=True, slots=True)
class LeadPart:
    """lead.html"""

    conversation: str
    path: str
    query: str
    back: str
    who: str
    changes: bool
    """Whether whoever looks may change anything."""
    standing: str
    standing_word: str
    snoozed_until: datetime | None
    colleagues: tuple[Colleague, ...]
    phase: str
    phase_word: str
    answered_by: str
    held: bool
    mine: bool
    """Whoever looks has taken it over: nobody else writes."""
    refused: str
    """Why what they have just sent was not taken; empty where nothing was refused."""
    unsent: str
    """What they have written and nobody has got."""
    channel: str
    script: str
    language: str
    source: str | None
    began: datetime
    chosen_by: str
    contact: Mapping[str, str]
    account: str
    profile: tuple[ProfileRow, ...]
    why: str | None
    next_step: str | None
    brief: tuple[tuple[str, tuple[str, ...]], ...]
    """The headings of the seller's brief, each with its lines."""
    outcome: str
    outcome_word: str
    reasons: tuple[str, ...]
    criteria: tuple[CriterionRow, ...]
    tier: str
    score: int
    score_rows: tuple[ScoreRow, ...]
    scores: tuple[float, ...]
    """Every score it has had, oldest first."""
    changes_of_score: tuple[ChangeRow, ...]
    changes_of_verdict: tuple[ChangeRow, ...]
    open_questions: tuple[str, ...]
    plans: tuple[str, ...]
    places: tuple[PlaceRow, ...]
    acceptable: bool
    """Whether the lead waits to be accepted or rejected."""
    acts_for: str
    """The owner (as teams.yaml names them) in whose name an admin looks; else empty."""
    acts_for_name: str
    offers: frozenset[Offer]
    """What whoever looks can say of it now."""
    site: tuple[SiteRows, ...]
    rating: Rating | None
    outcomes: tuple[OutcomeRow, ...]
    deliveries: tuple[DeliveryRow, ...]
    same: tuple[SameRow, ...]
    together: tuple[Beside, ...]
    merged_into: str
    transcript: tuple[TranscriptLine, ...]
    last_seq: int
