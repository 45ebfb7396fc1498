"""What does a reading change in what we know? PURE: a sheet and a reading in, the new sheet and the
changes out.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from agent.reading import Doubt, Reading
from qualification.answers import Answer, AnswerSheet, Declined
from qualification.decision import judge
from qualification.script import Script
from qualification.signals import LASTING, Signal

RETURNING = frozenset({Signal.NOT_INTERESTED, Signal.LATER})
"""Over when the prospect comes back with an answer or a question."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known after a reading, and what of it is new."""

    sheet: AnswerSheet
    signals: frozenset[Signal]
    changed: tuple[Answer, ...] = ()
    """New answers and new values of old ones."""
    corrected: tuple[Answer, ...] = ()
    """Of the changed, those that replaced an earlier answer."""
    declined: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    foreign: str | None = None
    """The key of a changed amount in a currency that the script has no rate for."""


def learn(
    script: Script, sheet: AnswerSheet, signals: Set[Signal], reading: Reading, at: datetime
) -> Learned:
    """Merge a reading: an answer once given is replaced only by words that correct it, or when
    asked about again.
    """
    before = sheet
    changed: list[Answer] = []
    for read in reading.answers:
        answer = Answer(read.key, read.value, at, read.evidence)
        after = sheet.with_answer(answer)
        if after is not sheet:
            changed = [one for one in changed if one.key != answer.key] + [answer]
        sheet = after
    for decline in reading.declines:
        sheet = sheet.with_declined(Declined(decline.key, decline.reason, decline.evidence))
    return Learned(
        sheet=sheet,
        signals=_lasting(signals, reading),
        changed=tuple(changed),
        corrected=tuple(one for one in changed if one.key in before.answers),
        declined=tuple(key for key in sheet.declined if key not in before.declined),
        doubts=tuple(
            doubt for doubt in reading.doubts if doubt.key not in {c.key for c in changed}
        ),
        foreign=_foreign(script, sheet, changed),
    )


def _lasting(signals: Set[Signal], reading: Reading) -> frozenset[Signal]:
    """The lasting signals; "not interested" and "later" are over when the prospect goes on talking
    business.
    """
    kept = frozenset(signals)
    if (
        reading.answers
        or Signal.QUESTION in reading.signals
        or Signal.WANTS_DEMO in reading.signals
    ):
        kept -= RETURNING
    if Signal.OPT_IN in reading.signals:
        kept -= {Signal.OPT_OUT}
    return kept | (reading.signals & LASTING)


def _foreign(script: Script, sheet: AnswerSheet, changed: list[Answer]) -> str | None:
    for answer in changed:
        criterion = script.criterion(answer.key)
        if criterion is not None and judge(script, criterion, sheet).rule.startswith("no_rate:"):
            return answer.key
    return None
