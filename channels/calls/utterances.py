"""How far did the caller hear us? Every sentence in the order it was spoken, and where they cut in.

Twilio tells the words until an interruption, as they were spoken; a sentence heard whole is kept as
it was written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of ours: of which message (None: of none on record), as written, as spoken."""

    message: str | None
    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the caller cut in."""

    heard: dict[str, str]
    """What was heard of each message that was not heard to its end."""
    unheard: tuple[Sentence, ...]
    """The sentences of messages that they did not hear to their end."""
    late: bool
    """It is about what we said before the caller last spoke."""


class Utterances:
    """What was spoken since the caller last spoke, and before that."""

    def __init__(self) -> None:
        self._now: list[Sentence] = []
        self._before: list[Sentence] = []

    def add(self, sentence: Sentence) -> None:
        """It is being spoken now."""
        self._now.append(sentence)

    def caller_spoke(self) -> None:
        """What comes next answers them."""
        if self._now:
            self._before, self._now = self._now, []

    def cut(self, until: str) -> Cut:
        """The caller cut in after these words of ours."""
        words = _words(until)
        count = _end_of(words, self._now)
        if count is None and words and _end_of(words, self._before) is not None:
            return _cut(self._before, _end_of(words, self._before) or 0, late=True)
        if count is None:  # transcribed otherwise: as many words as were said
            count = len(words)
        return _cut(self._now, count, late=False)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, for one token each."""
    return [one for one in _SENTENCE_ENDS.split(text.strip()) if one]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _end_of(words: list[str], sentences: Sequence[Sentence]) -> int | None:
    """How many words had been spoken when these had: they may begin at any sentence."""
    spoken = [_words(one.spoken) for one in sentences]
    flat = [word for one in spoken for word in one]
    begins = 0
    for one in spoken:
        if flat[begins : begins + len(words)] == words:
            return begins + len(words)
        begins += len(one)
    return None


def _cut(sentences: Sequence[Sentence], count: int, *, late: bool) -> Cut:
    """The cut after so many words."""
    heard: dict[str, list[str]] = {}
    unheard: list[Sentence] = []
    for one in sentences:
        length = len(_words(one.spoken))
        part = one.text if length <= count else _first(one.spoken, count)
        if length > count and one.message is not None:
            unheard.append(one)
        count = max(0, count - length)
        if one.message is not None:
            heard.setdefault(one.message, []).append(part)
    cut = {one.message for one in unheard}
    said = {key: " ".join(part for part in parts if part) for key, parts in heard.items()}
    return Cut({key: text for key, text in said.items() if key in cut}, tuple(unheard), late)


def _first(text: str, count: int) -> str:
    """The first words of a text."""
    if count == 0:
        return ""
    return text[: list(_WORD.finditer(text))[count - 1].end()]
