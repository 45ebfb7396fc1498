"""What if the model finds nothing at all? Then the plain reader looks for what cannot be mistaken.
PURE.

Small models overlook things. A reading that holds nothing would be answered with "I didn't get
that", so facts asked about, typed values and contact data are looked for by the script's own
words; free text is left alone: whether words are an answer is for the model to say.
"""

from dataclasses import replace

from agent.plain_reader import read_plainly
from agent.reading import Page, Reading
from qualification.signals import Signal
from qualification.values import Text


def look_again(page: Page, reading: Reading) -> Reading:
    """The reading, with what the plain reader sees where it holds nothing."""
    if _holds_something(reading):
        return reading
    plain = read_plainly(page)
    answers = tuple(one for one in plain.answers if not isinstance(one.value, Text))
    asking = bool(plain.facts or plain.question)
    return replace(
        reading,
        answers=answers,
        doubts=plain.doubts,
        facts=plain.facts,
        question=plain.question,
        signals=frozenset({Signal.QUESTION}) if asking else frozenset(),
    )


def _holds_something(reading: Reading) -> bool:
    found = (reading.answers, reading.declines, reading.doubts, reading.signals, reading.facts)
    return any(found) or reading.question is not None
