"""What does each page about scripts show? One dataclass a page: all that its template sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from console.scripts.comparison import Comparison
from console.scripts.findings import Findings, Found
from console.scripts.wordings import Section
from qualification.values import Language
from storage.script_versions import Version

Tab = Literal["editor", "texts", "tests", "what-if", "versions", "publish"]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over every page of one script."""

    key: str
    title: str
    tab: Tab
    number: int
    """The published version; 0 for none."""
    revision: int
    """Of the draft; 0 for none."""
    based_on: int
    changed: bool
    overtaken: bool
    saved_by: str
    saved_at: datetime | None
    now: datetime
    may_edit: bool


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A script in the list."""

    key: str
    title: str
    number: int
    published_at: datetime | None
    published_by: str | None
    questions: int
    languages: tuple[Language, ...]
    draft_by: str
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class ScriptsPage:
    """scripts/list.html"""

    rows: tuple[ScriptRow, ...]
    may_edit: bool
    now: datetime
    error: str
    frameworks: tuple[str, ...]
    form: "NewScript"


@dataclass(frozen=True, slots=True)
class NewScript:
    """What was typed into the form of a new script."""

    key: str = ""
    title: str = ""
    company: str = ""
    framework: str = "bant"
    languages: tuple[str, ...] = ("es", "en")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What is known about one question after a turn."""

    key: str
    state: str
    value: str
    quote: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One message to the draft, what came back, and how the lead stands after it."""

    said: str
    replies: tuple[str, ...]
    phase: str
    outcome: str
    tier: str
    tier_word: str
    score: int
    answers: tuple[AnswerRow, ...]
    reasons: tuple[str, ...]
    lines: tuple[tuple[str, int], ...]
    asked: str | None
    signals: tuple[str, ...]
    reader: str
    dropped: tuple[str, ...]
    left: tuple[str, ...]
    """Still to be asked."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The conversation with the draft."""

    language: Language
    languages: tuple[Language, ...]
    model: bool
    has_model: bool
    persona: str
    greeting: tuple[str, ...]
    said: tuple[str, ...]
    turns: tuple[TurnRow, ...]
    over: bool
    trouble: str


@dataclass(frozen=True, slots=True)
class EditorPage:
    """scripts/editor.html"""

    head: Head
    text: str
    findings: Findings
    excerpts: tuple[str, ...]
    """The line of each finding."""
    preview: Preview | None
    notice: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """scripts/preview.html"""

    head: Head
    preview: Preview | None


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """scripts/conflict.html"""

    head: Head
    mine: str
    there_revision: int
    there_by: str
    there_at: datetime | None
    gone: bool
    """It was discarded or published meanwhile: what is there is the published text."""
    comparison: Comparison
    path: str
    """Where a save goes."""


@dataclass(frozen=True, slots=True)
class TextsPage:
    """scripts/texts.html"""

    head: Head
    sections: tuple[Section, ...]
    trouble: str
    broken: bool
    """The draft has mistakes, so its texts cannot be taken apart."""
    typed: Mapping[str, str]
    """What was sent and could not be taken, by the names of the fields."""
    meanwhile: Mapping[str, str]
    """What others have written into the same fields since the form was shown."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of the transcript of a test; `who` is `!` for what did not hold."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """How one conversation test went."""

    name: str
    passed: bool
    transcript: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """How simulated prospects fared."""

    talks: int
    qualified: int
    average_turns: float
    asked_again: int
    unanswered: int
    dead_ends: int
    rules: tuple[tuple[str, int], ...]
    """Those that were broken, in words, and how often."""
    misread: tuple[tuple[str, str, str], ...]
    """What was written, what was meant, what was read."""
    broken: tuple[Result, ...]
    """Conversations to look at."""


@dataclass(frozen=True, slots=True)
class TestsPage:
    """scripts/tests.html"""

    head: Head
    text: str
    revision: int
    saved: bool
    """Whether the firm has tests of its own; else those of the sample are shown."""
    findings: tuple[Found, ...]
    results: tuple[Result, ...] | None
    simulation: Simulation | None
    trouble: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The leads of one source in a what-if."""

    name: str
    leads: int
    changed: int
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """So many leads from one verdict or tier to another."""

    what: Literal["verdict", "tier"]
    before: str
    after: str
    leads: int


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead that would stand differently."""

    lead: str
    source: str
    verdict: tuple[str, str]
    tier: tuple[str, str]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a draft would change."""

    since: datetime
    leads: int
    changed: int
    moves: tuple[MoveRow, ...]
    sources: tuple[SourceRow, ...]
    why: tuple[tuple[str, int], ...]
    rows: tuple[LeadRow, ...]
    """Those of this page."""
    first: int
    """The number of the first of them, from 1 on."""
    found: int
    """How many there are of these on all pages."""
    named: int
    """How many leads are named at all, of those that change."""
    before: str
    """What asks for the page before this one; empty on the first."""
    after: str
    source: str
    """Only leads of this source are shown."""
    reason: str


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """scripts/what_if.html"""

    head: Head
    study: str
    state: str
    done: int
    leads: int | None
    trouble: str
    stale: bool
    """The draft has changed since."""
    days: tuple[int, ...]
    chosen: int
    result: WhatIf | None
    suggestion: "Suggestion | None"


@dataclass(frozen=True, slots=True)
class SuggestedPoint:
    """Other points for one answer."""

    question: str
    state: str
    before: int
    after: int
    hits: int
    of: int
    rest_hits: int
    rest_of: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the ends of the leads suggest."""

    study: str
    enough: bool
    note: str
    points: tuple[SuggestedPoint, ...]
    draft: str | None


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """scripts/versions.html"""

    head: Head
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """scripts/compare.html"""

    head: Head
    before: str
    after: str
    choices: tuple[str, ...]
    """What may be compared: numbers of versions, or `draft`."""
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class PublishPage:
    """scripts/publish.html"""

    head: Head
    findings: Findings
    excerpts: tuple[str, ...]
    comparison: Comparison
    running: int
    note: str
    overtaken: bool
    restores: int | None
    """The version whose text is published again; None for the draft."""
