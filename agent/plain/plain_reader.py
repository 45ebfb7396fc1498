"""What did they say, read without a model? Normalisers, the script's own phrases, and the tables of
cues.

It is what runs with no key, and what takes over within the turn when a model is slow, down or talks
nonsense.
"""

from agent.language import spoken_language
from agent.plain.message_reader import MessageReader
from agent.plain.utterance import utterance
from agent.reading import Hear, Page, Reading, ReadResult
from qualification.signals import Signal


class PlainReader:
    """Reads a page without a model: always available, the same text always gives the same
    reading.
    """

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:  # noqa: ARG002
        """The reading; nothing is ever said ahead of it."""
        return ReadResult(read_plainly(page))


def read_plainly(page: Page) -> Reading:
    """The reading of all unread messages together: a later message wins over an earlier one."""
    language = spoken_language(page)
    parts = [MessageReader(utterance(page, language, message)).read() for message in page.unread]
    answers = {answer.key: answer for part in parts for answer in part.answers}
    signals = frozenset(signal for part in parts for signal in part.signals)
    if answers or any(part.declines for part in parts):
        signals -= {Signal.PLEASANTRY}
    return Reading(
        reader="plain",
        language=language,
        signals=signals,
        answers=tuple(answers.values()),
        declines=tuple(d for part in parts for d in part.declines if d.key not in answers),
        doubts=tuple(d for part in parts for d in part.doubts if d.key not in answers),
        facts=tuple(dict.fromkeys(fact for part in parts for fact in part.facts)),
        question=next((part.question for part in parts if part.question), None),
        later=next((part.later for part in parts if part.later), None),
    )
