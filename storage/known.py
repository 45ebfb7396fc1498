"""What does a stored dialogue know? Read without the rest of it, for those who read very many."""

from dataclasses import dataclass, field

from pydantic import TypeAdapter

from qualification.answers import AnswerSheet
from qualification.signals import Signal


@dataclass(frozen=True, slots=True)
class Known:
    """All that a verdict rests on, and the question that was pending."""

    sheet: AnswerSheet = field(default_factory=AnswerSheet)
    signals: frozenset[Signal] = frozenset()
    asked: str | None = None


_KNOWN: TypeAdapter[Known] = TypeAdapter(Known)


def known_from(dialogue: str) -> Known:
    """What the text of a stored dialogue knows."""
    return _KNOWN.validate_json(dialogue)
