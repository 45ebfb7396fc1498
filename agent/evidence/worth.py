"""What is a quote worth as an answer? A value, a thing to be asked about, or nothing. PURE."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from agent.cues import CUES, words
from agent.plain.substance import has_substance
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Value

_NO_ANSWER = frozenset(
    {
        Signal.REFUSES,
        Signal.DOES_NOT_KNOW,
        Signal.WHY,
        Signal.REPEAT,
        Signal.ABUSIVE,
        Signal.IS_BOT_QUESTION,
        Signal.WANTS_HUMAN,
        Signal.PLEASANTRY,
    }
)


@dataclass(frozen=True, slots=True)
class Unsure:
    """The words bear on the question, but what they say must be asked."""

    why: Literal["invalid", "disagrees"]
    readings: tuple[Value, ...] = ()
    """What they may say: the normaliser's value, then the model's."""


@dataclass(frozen=True, slots=True)
class Unfounded:
    """The words hold no answer to the question."""

    reason: str


Worth: TypeAlias = Value | Unsure | Unfounded


def says_nothing(quote: str) -> bool:
    """A courtesy and no more: whatever the model sees in it, it is no evidence."""
    said = words(fold(quote))
    return any(table.is_whole(Signal.PLEASANTRY, said) for table in CUES.values())


def evades(quote: str) -> bool:
    """Words that answer no question, however they are read: a courtesy, a question back, a refusal,
    "I don't know".
    """
    said = words(fold(quote))
    evasive = (one in _NO_ANSWER for table in CUES.values() for one in table.signals(said))
    return says_nothing(quote) or "?" in quote or any(evasive)


def answers_nothing(quote: str) -> bool:
    """Evasive words, or none that say anything: laughter, small talk, keys hit at random."""
    return evades(quote) or not has_substance(words(fold(quote)).split())
