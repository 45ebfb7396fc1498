"""Are intents recognised? Precision and recall of each signal, by the plain reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from agent.plain.plain_reader import read_plainly
from bench.corpora import IntentRow
from bench.standpoint import Standpoint, mid_conversation
from qualification.signals import Signal

EXPECTED: Mapping[str, Signal] = {
    "ask_is_bot": Signal.IS_BOT_QUESTION,
    "human_handoff": Signal.WANTS_HUMAN,
    "opt_out": Signal.OPT_OUT,
    "stop_contact": Signal.OPT_OUT,
    "not_interested": Signal.NOT_INTERESTED,
    "repeat": Signal.REPEAT,
    "dont_know": Signal.DOES_NOT_KNOW,
    "change_language": Signal.LANGUAGE_SWITCH,
    "complaint": Signal.SUPPORT,
    "thank": Signal.PLEASANTRY,
    "greeting": Signal.PLEASANTRY,
}
"""What the corpus calls an intent, and the signal that it is for us."""
EITHER: Mapping[str, frozenset[Signal]] = {
    "ask_identity": frozenset({Signal.IS_BOT_QUESTION}),
    "ask_capabilities": frozenset({Signal.IS_BOT_QUESTION}),
    "cancel": frozenset({Signal.OPT_OUT, Signal.NOT_INTERESTED}),
    "contact_support": frozenset({Signal.WANTS_HUMAN, Signal.SUPPORT}),
    "delete_my_data": frozenset({Signal.OPT_OUT, Signal.SUPPORT}),
    "human_handoff": frozenset({Signal.SUPPORT}),
    "complaint": frozenset({Signal.WANTS_HUMAN, Signal.ABUSIVE}),
    "deny": frozenset({Signal.NOT_INTERESTED, Signal.REFUSES}),
    "opt_out": frozenset({Signal.SUPPORT}),
    "affirm": frozenset({Signal.WANTS_DEMO}),
    "schedule_meeting": frozenset({Signal.WANTS_DEMO, Signal.WANTS_HUMAN}),
}
"""Signals that are as right as not for an intent: they count neither way."""


@dataclass
class Recognised:
    """How often a signal was found where it is, and where it is not."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Of those found, how many are."""
        everything = self.found + len(self.false)
        return 100 * self.found / everything if everything else None

    @property
    def recall(self) -> float | None:
        """Of those that are, how many were found."""
        everything = self.found + len(self.missed)
        return 100 * self.found / everything if everything else None


def recognised(rows: Iterable[IntentRow]) -> dict[Signal, Recognised]:
    """Every signal that the rows hold, with the rows that went wrong."""
    stand = mid_conversation("crm-suite", "en")
    scores = {signal: Recognised() for signal in EXPECTED.values()}
    for row in rows:
        wanted = EXPECTED.get(row.intent)
        got = read_plainly(stand.page(row.text)).signals
        for signal, score in scores.items():
            _count(score, row, signal, wanted=wanted, got=got)
    return scores


def _count(
    score: Recognised,
    row: IntentRow,
    signal: Signal,
    *,
    wanted: Signal | None,
    got: frozenset[Signal],
) -> None:
    if signal == wanted:
        if signal in got:
            score.found += 1
        else:
            score.missed.append(f"{row.intent}: {row.text}")
    elif signal in got and signal not in EITHER.get(row.intent, frozenset()):
        score.false.append(f"{row.intent}: {row.text}")


def stops(stand: Standpoint, text: str) -> bool:
    """Whether a message would be taken for a wish never to be written to again."""
    return Signal.OPT_OUT in read_plainly(stand.page(text)).signals
