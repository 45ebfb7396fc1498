"""Which of the script's options is meant? Tolerant of accents, order and typing errors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from qualification.normalise.text import Token, fold, tokenise, word_set
from qualification.values import Choice, Span

CLOSE = 86.0
"""How alike (of 100) words must be to count as a misspelling of a phrase."""
SHORT = 5
"""Phrases of fewer letters than this must be written right."""
NEGATIONS = word_set("no not nunca never tampoco ni dont don isnt sin without nadie nobody jamas")
PRONOUNS = word_set("yo me i we us nosotros nosotras")
"""A phrase of these alone ("me", "yo") answers only as the whole message."""
LONGEST_READ = 400
"""Tokens of a message that are compared; a choice is never said later."""


@dataclass(frozen=True, slots=True)
class _Match:
    option: str
    likeness: float
    letters: int
    span: Span


def read_choice(
    text: str, options: Mapping[str, Sequence[str]], *, asked: bool = False
) -> tuple[Choice, ...]:
    """The options whose phrases a text holds, in the order they were said.

    `asked` lets a position answer: "the second", "la 2".
    """
    tokens = tokenise(fold(text))[:LONGEST_READ]
    said = _Said([token for token in tokens if token.text[0].isalnum()])
    matches = [
        match
        for option, phrases in options.items()
        for phrase in (*phrases, option.replace("_", " "))
        if (match := _best(said, option, _words(phrase)))
    ]
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda one: (-one.likeness, -one.letters)):
        if not any(_overlap(match.span, other.span) for other in kept):
            kept.append(match)
    if not kept and asked:
        return _by_position(tokens, list(options))
    chosen: dict[str, Choice] = {}
    for match in sorted(kept, key=lambda one: one.span):
        chosen.setdefault(match.option, Choice(match.option, match.span))
    return tuple(chosen.values())


class _Said:
    """The words of a text, and every run of so many of them, joined once for all phrases."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self._runs: dict[int, list[str]] = {}

    def runs(self, size: int) -> list[str]:
        """Every run of so many words in order; all of them, if there are fewer."""
        if size not in self._runs:
            texts = [token.text for token in self.words]
            starts = range(max(1, len(texts) - size + 1))
            self._runs[size] = [" ".join(texts[start : start + size]) for start in starts]
        return self._runs[size]


@lru_cache(maxsize=4096)
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(fold(phrase)) if token.text[0].isalnum())


def _best(said: _Said, option: str, words: tuple[str, ...]) -> _Match | None:
    """The words of a text that are most like a phrase, if they are like enough and not denied."""
    size, wanted = len(words), " ".join(words)
    if not words or (PRONOUNS.issuperset(words) and len(said.words) != size):
        return None
    best: _Match | None = None
    for start, heard in enumerate(said.runs(size)):
        likeness = _likeness(heard, wanted)
        if likeness < CLOSE or (best and likeness <= best.likeness):
            continue
        denied = said.words[max(0, start - 2) : start + size]
        if not NEGATIONS.isdisjoint(words) or NEGATIONS.isdisjoint(t.text for t in denied):
            window = said.words[start : start + size]
            best = _Match(option, likeness, len(wanted), (window[0].start, window[-1].end))
    return best


def _likeness(heard: str, wanted: str) -> float:
    if heard == wanted:
        return 100.0
    if len(wanted) < SHORT or abs(len(heard) - len(wanted)) > max(3, len(wanted) // 4):
        return 0.0
    return fuzz.token_sort_ratio(heard, wanted, score_cutoff=CLOSE)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


POSITIONS = {
    **dict.fromkeys(("1", "primero", "primera", "primer", "first", "uno", "one"), 0),
    **dict.fromkeys(("2", "segundo", "segunda", "second", "dos", "two"), 1),
    **dict.fromkeys(("3", "tercero", "tercera", "tercer", "third", "tres", "three"), 2),
    **dict.fromkeys(("4", "cuarto", "cuarta", "fourth", "cuatro", "four"), 3),
    **dict.fromkeys(("5", "quinto", "quinta", "fifth", "cinco", "five"), 4),
    **dict.fromkeys(("ultimo", "ultima", "last"), -1),
}
SHORT_ANSWER = 4


def _by_position(tokens: Sequence[Token], options: Sequence[str]) -> tuple[Choice, ...]:
    """ "The second one", "la 2", "2"."""
    if len(tokens) > SHORT_ANSWER:
        return ()
    for token in tokens:
        position = POSITIONS.get(token.text)
        if position is not None and position < len(options):
            return (Choice(options[position], (token.start, token.end)),)
    return ()
