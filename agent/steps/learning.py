"""What does a reading change in what we know? PURE: a sheet and a reading in, the new sheet and the
changes out.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import datetime

from agent.reading import Doubt, Reading
from qualification.answers import Answer, AnswerSheet, Declined
from qualification.conditions import MoneyCondition
from qualification.decision import judge
from qualification.profile.prefilling import prefill
from qualification.script import Script
from qualification.signals import LASTING, Signal
from qualification.values import Text

RETURNING = frozenset({Signal.NOT_INTERESTED, Signal.LATER})
"""Over when the prospect comes back with an answer or a question."""
MISTAKEN = frozenset({Signal.WRONG_PERSON})
"""Over when the prospect puts us right, or wants what we offer."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A new amount in a currency that the script has no rate for, and the currency it counts in."""

    key: str
    quote: str
    wanted: str


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
    withdrawn: tuple[str, ...] = ()
    """The keys whose answers were taken back."""
    doubts: tuple[Doubt, ...] = ()
    foreign: Foreign | None = None


def learn(
    script: Script,
    sheet: AnswerSheet,
    signals: Set[Signal],
    reading: Reading,
    at: datetime,
    asked: str | None,
) -> Learned:
    """Merge a reading: what is known changes only by words that correct it, or when asked again.

    Another value that nobody said corrects the first is a doubt: it is asked about.
    """
    before = sheet
    changed: dict[str, Answer] = {}
    doubts = list(reading.doubts)
    for read in reading.answers:
        known = before.stated(read.key)
        if known is not None and not (read.corrects or read.key == asked):
            if known.value != read.value and not isinstance(read.value, Text):
                readings = (known.value, read.value)
                doubts.append(Doubt(read.key, read.evidence, "disagrees", readings))
            continue
        after = sheet.with_answer(Answer(read.key, read.value, at, read.evidence))
        if after is not sheet:
            changed[read.key] = after.answers[read.key]
        sheet = after
    for doubt in doubts:
        if doubt.why == "withdrawn" and doubt.key not in changed:
            sheet = sheet.without_answer(doubt.key)
    for decline in reading.declines:
        sheet = sheet.with_declined(Declined(decline.key, decline.reason, decline.evidence))
    declined = tuple(_newly_declined(before, sheet))
    sheet = prefill(script, sheet)
    return Learned(
        sheet=sheet,
        signals=_lasting(signals, reading),
        changed=tuple(changed.values()),
        corrected=tuple(one for one in changed.values() if before.stated(one.key) is not None),
        declined=declined,
        withdrawn=tuple(key for key in before.answers if key not in sheet.answers),
        doubts=tuple(doubt for doubt in doubts if doubt.key not in changed),
        foreign=_foreign(script, sheet, changed.values()),
    )


def _newly_declined(before: AnswerSheet, after: AnswerSheet) -> Iterator[str]:
    for key, declined in after.declined.items():
        known = before.declined.get(key)
        if known is None or known.reason != declined.reason:
            yield key


def _lasting(signals: Set[Signal], reading: Reading) -> frozenset[Signal]:
    """The lasting signals; "not interested" and "later" are over when the prospect goes on talking
    business, and whom we took for somebody else may put us right.
    """
    kept = frozenset(signals)
    if reading.signals & {Signal.CORRECTS, Signal.WANTS_DEMO}:
        kept -= MISTAKEN
    if (
        reading.answers
        or Signal.QUESTION in reading.signals
        or Signal.WANTS_DEMO in reading.signals
    ):
        kept -= RETURNING
    if Signal.OPT_IN in reading.signals:
        kept -= {Signal.OPT_OUT}
    return kept | (reading.signals & LASTING)


def _foreign(script: Script, sheet: AnswerSheet, changed: Iterable[Answer]) -> Foreign | None:
    for answer in changed:
        criterion = script.criterion(answer.key)
        if criterion is None or not judge(script, criterion, sheet).rule.startswith("no_rate:"):
            continue
        ours = (criterion.positive, criterion.acceptable)
        wanted = [one.overlaps.currency for one in ours if isinstance(one, MoneyCondition)]
        quote = answer.evidence.quote if answer.evidence else ""
        return Foreign(answer.key, quote, wanted[0])
    return None
