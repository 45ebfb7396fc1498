"""What was understood from a message? The Reading: signals, grounded answers, and what to say
before the question.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Protocol

from agent.attachments import words_of
from agent.messages import Message
from qualification.answers import AnswerSheet, DeclineReason, Evidence
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Language, Timeframe, Value


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """One answer found in the prospect's words; `key` is a criterion or a contact datum."""

    key: str
    value: Value
    evidence: Evidence
    corrects: bool = False
    """Said to replace an earlier answer: only then may it."""


@dataclass(frozen=True, slots=True)
class ReadDecline:
    """A question the prospect will not or cannot answer."""

    key: str
    reason: DeclineReason
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that bear on a question but cannot be taken as its answer: they are asked about, never
    guessed.

    `invalid`: it has the shape of an answer but is none (an e-mail without a domain);
    `disagrees`: the words can be read in two ways, or otherwise than what was said before;
    `withdrawn`: the answer given before is taken back, and no other is given.
    """

    key: str
    evidence: Evidence
    why: Literal["invalid", "disagrees", "withdrawn"]
    readings: tuple[Value, ...] = ()
    """The two values that the words may have, where they are known: the question offers both."""


@dataclass(frozen=True, slots=True)
class Aside:
    """They ask about other product lines of ours too."""

    lines: str
    """Their names, in the language that is spoken."""
    quote: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The model's own wording of the question that it expects next."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from the unread messages of a turn. Every answer's quote stands in those
    messages.
    """

    reader: Literal["model", "plain"]
    language: Language | None = None
    signals: frozenset[Signal] = frozenset()
    answers: tuple[ReadAnswer, ...] = ()
    declines: tuple[ReadDecline, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    facts: tuple[str, ...] = ()
    """Ids of the script's facts that the prospect asked about."""
    question: str | None = None
    """The prospect's question in their words, when no fact answers it."""
    aside: Aside | None = None
    """What they say about other product lines of ours: sales is told."""
    later: Timeframe | None = None
    """When they would rather be written to."""
    bridge: str = ""
    """Sentences that passed the checks, to be said before the next question."""
    asks: Wording | None = None
    dropped: tuple[str, ...] = ()
    """What was read but not accepted, each with the reason: for the audit and `--explain`."""

    @property
    def blank(self) -> bool:
        """Whether nothing at all was understood."""
        found = (self.signals, self.answers, self.declines, self.doubts, self.facts, self.question)
        return not any(found)


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader is given: the new messages and all that their meaning depends on."""

    script: Script
    sheet: AnswerSheet
    language: Language
    asked: str | None
    """The question pending: a criterion's key or a contact datum."""
    expected: tuple[str, ...]
    """The questions that come next if this message answers nothing more, in order."""
    unread: tuple[Message, ...]
    transcript: tuple[Message, ...]
    """Earlier messages, oldest first."""
    now: datetime
    offered: tuple[Value, ...] = ()
    """The readings that the pending question offered, in order: the reply may choose one."""


MOST_CHARACTERS = 4000
"""Read in one turn, over all its messages: nobody answers a question in more."""
FEWEST = 200
"""Read of each message, however many there are."""
MOST_MESSAGES = 60


def legible(unread: Sequence[Message]) -> tuple[Message, ...]:
    """The words of the newest messages, each as far as a turn can take it in: its cost is
    bounded.
    """
    share = max(FEWEST, MOST_CHARACTERS // max(1, len(unread)))
    return tuple(
        replace(message, text=words_of(message.text)[:share]) for message in unread[-MOST_MESSAGES:]
    )


Hear = Callable[[str], None]
"""Takes each sentence of the bridge as soon as it has passed its checks."""


class Reader(Protocol):
    """Reads a page. `hear`, when given, gets the bridge sentence by sentence while the rest is
    still coming.
    """

    async def read(self, page: Page, hear: Hear | None = None) -> "ReadResult": ...


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call of a language model, for the record: what was sent is named by its content hash."""

    model: str
    prompt: str
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    milliseconds: int
    first_token_milliseconds: int | None
    outcome: str
    """`ok`, or why it could not be used: `timeout`, `unreachable`, `broken_json`, `refused`,
    `cut_off`, ...
    """


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A reading and the calls that it took (none for the plain reader)."""

    reading: Reading
    calls: tuple[CallRecord, ...] = field(default=())
    again: str | None = None
    """Why a model is to read it again: one should have read it, and could not."""
