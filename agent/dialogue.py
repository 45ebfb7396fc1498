"""What happens next in a conversation? PURE: advance(script, dialogue, event) -> Step. This file decides it.

Nothing here waits, asks the time or draws lots: events carry their time, effects say what is to be done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qualification.answers import AnswerSheet
from qualification.signals import Signal
from qualification.values import Language

Phase = Literal["open", "held", "closed", "stopped"]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a conversation stands: small, serialisable, and all that the next step depends on."""

    language: Language
    phase: Phase = "open"
    sheet: AnswerSheet = field(default_factory=AnswerSheet)
    signals: frozenset[Signal] = frozenset()
    """The lasting ones seen so far."""
    asked: str | None = None
    """The question pending: a criterion's key or a contact datum."""
    tries: Mapping[str, int] = field(default_factory=dict)
    """How often each question was put."""
    turns: int = 0
    open_questions: tuple[str, ...] = ()
    """What the prospect asked that no fact answers."""
    introduced: bool = False
    """The disclosure was said."""
    handed_over: bool = False
    nudges: int = 0
    """Words after silence since the prospect last wrote."""
    answered_by: str | None = None
    """The person who took over."""
