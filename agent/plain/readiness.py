"""What must be ready before the first message comes? Expressions take a second to compile,
all told: a server compiles them at its start, so that nobody waits for them.
"""

from datetime import UTC, datetime

from agent import cues
from qualification.normalise import read_contact, read_money, read_number, read_timeframe
from qualification.values import LANGUAGES


def prepare_reading() -> None:
    """Read a line of every kind in every language, and compile the words of every signal."""
    cues.prepare()
    for language in LANGUAGES:
        read_money("1 €", language)
        read_number("1", language)
        read_timeframe("1", language, now=datetime(2026, 1, 1, tzinfo=UTC))
        read_contact("Ana, ana@acme.es, 600112233", language)
