"""Which of the script's options is meant? Tolerant of accents, order and typing errors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from qualification.normalise.forms import is_mistyped, says_the_same, sound
from qualification.normalise.tables.choice import (
    ARTICLES,
    AUXILIARIES,
    NEGATIONS,
    NOT_A_DENIAL,
    POSITIONS,
    PRONOUNS,
    SHORTENED,
)
from qualification.normalise.text import Token, fold, tokenise, word_set
from qualification.values import Choice, Span

CLOSE = 86.0
"""How alike (of 100) words must be to count as a misspelling of a phrase."""
NEAR = 74.0
"""How alike a single word must sound to be worth a closer look."""
LIKE = 82.0
"""The same of several words."""
SHORT = 5
"""Phrases of fewer letters than this must be written right, or sound right."""
SOUNDS = 4
"""Letters of a phrase that may be written as it sounds: "pizo"."""
LONGEST_READ = 400
"""Tokens of a message that are compared; a choice is never said later."""
SHORT_ANSWER = 4
PAUSES = frozenset(",.;:!?()…")
SKIPPED, DENYING, SELVES = word_set(ARTICLES), word_set(NEGATIONS), word_set(PRONOUNS)
ONLY = word_set(NOT_A_DENIAL)
AUXILIARY = word_set(AUXILIARIES)
PLACES = {word: place for place, words in POSITIONS.items() for word in word_set(words)}


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
    said = _Said(tokens)
    listed = tuple((option, phrase) for option, phrases in options.items() for phrase in phrases)
    matches = [
        match
        for index, starts in sorted(_alike(said, _by_size(listed)))
        if (match := _best(said, listed[index][0], _words(listed[index][1]), starts))
    ]
    named = [option for option in options if said.texts and list(_words(option)) == said.texts]
    if named and not matches:
        return (Choice(named[0], said.span),)
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

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words: list[Token] = []
        self.clauses: list[int] = []
        """Which clause each word stands in."""
        clause = 0
        for token in tokens:
            clause += token.text in PAUSES
            if token.text[0].isalnum() and token.text not in SKIPPED:
                self.words.append(token)
                self.clauses.append(clause)
        self.texts = [_in_full(token.text) for token in self.words]
        self._runs: dict[int, list[str]] = {}

    @property
    def span(self) -> Span:
        """Of all the words."""
        return self.words[0].start, self.words[-1].end

    def denies(self, start: int, size: int) -> bool:
        """Whether these words, or the two before them in their clause, deny: "no decido yo"; or
        the one behind an auxiliary: "I do not decide".
        """
        after = start + size
        for index in range(max(0, start - 2), min(after, len(self.words))):
            if self._is_denial(index, max(index, start)):
                return True
        return (
            after < len(self.words)
            and self.words[after - 1].text in AUXILIARY
            and self._is_denial(after, after - 1)
        )

    def _is_denial(self, index: int, denied: int) -> bool:
        """Whether this word denies that one."""
        following = self.words[index + 1].text if index + 1 < len(self.words) else ""
        return (
            self.words[index].text in DENYING
            and following not in ONLY
            and self.clauses[index] == self.clauses[denied]
        )

    def runs(self, size: int) -> list[str]:
        """Every run of so many words in order; all of them, if there are fewer."""
        if size not in self._runs:
            starts = range(max(1, len(self.texts) - size + 1))
            self._runs[size] = [" ".join(self.texts[start : start + size]) for start in starts]
        return self._runs[size]


@lru_cache(maxsize=4096)
def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase without its articles, unless it is nothing else."""
    words = tuple(
        token.text for token in tokenise(fold(phrase.replace("_", " "))) if token.text[0].isalnum()
    )
    return tuple(_in_full(word) for word in words if word not in SKIPPED)


def _in_full(word: str) -> str:
    return SHORTENED.get(word, word)


@lru_cache(maxsize=256)
def _by_size(
    listed: tuple[tuple[str, str], ...],
) -> Mapping[int, tuple[tuple[int, ...], tuple[str, ...]]]:
    """The phrases of so many words: their places in the list, and their words in order."""
    found: dict[int, tuple[list[int], list[str]]] = {}
    for index, (_, phrase) in enumerate(listed):
        words = _words(phrase)
        if words:
            places, texts = found.setdefault(len(words), ([], []))
            places.append(index)
            texts.append(_in_order(words))
    return {size: (tuple(places), tuple(texts)) for size, (places, texts) in found.items()}


def _alike(
    said: _Said, by_size: Mapping[int, tuple[tuple[int, ...], tuple[str, ...]]]
) -> Iterator[tuple[int, list[int]]]:
    """The places of the phrases that some words of the text are like, whatever their order, and
    where those words begin: the few that are worth a closer look.
    """
    for size, (places, texts) in by_size.items():
        near: dict[int, list[int]] = {}
        for start, run in enumerate(said.runs(size)):
            for _, _, index in process.extract(
                _in_order(run.split()),
                texts,
                scorer=fuzz.ratio,
                score_cutoff=NEAR if size == 1 else LIKE,
                limit=None,
            ):
                near.setdefault(index, []).append(start)
        yield from ((places[index], starts) for index, starts in near.items())


def _best(said: _Said, option: str, words: tuple[str, ...], starts: Sequence[int]) -> _Match | None:
    """The words of a text that are most like a phrase, if they are like enough and not denied."""
    size, wanted = len(words), " ".join(words)
    if not (words and said.words) or (SELVES.issuperset(words) and len(said.words) != size):
        return None
    best: _Match | None = None
    runs = said.runs(size)
    for start in starts:
        heard = runs[start]
        likeness = _likeness(heard, wanted)
        if likeness < CLOSE or (best and likeness <= best.likeness):
            continue
        if not DENYING.isdisjoint(words) or not said.denies(start, size):
            window = said.words[start : start + size]
            best = _Match(option, likeness, len(wanted), (window[0].start, window[-1].end))
    return best


def _in_order(words: Sequence[str]) -> str:
    """How words sound, in the order of the alphabet: people put them in any."""
    return " ".join(sorted(map(sound, words)))


def _likeness(heard: str, wanted: str) -> float:
    if heard == wanted:
        return 100.0
    if abs(len(heard) - len(wanted)) > max(3, len(wanted) // 4):
        return 0.0
    said, meant = heard.split(), wanted.split()
    sounds = {sound(one): one for one in meant}
    said = [sounds.get(sound(one), one) for one in said]
    if said == meant:
        return CLOSE if len(wanted) >= SOUNDS else 0.0
    if min(len(wanted), len(heard)) < SHORT:
        return 0.0
    likeness = fuzz.token_sort_ratio(" ".join(said), wanted, score_cutoff=CLOSE)
    if not likeness and not is_mistyped(said, meant):
        return 0.0
    return max(likeness, CLOSE) if says_the_same(said, meant) else 0.0


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_position(tokens: Sequence[Token], options: Sequence[str]) -> tuple[Choice, ...]:
    """ "The second one", "la 2", "2"."""
    if len(tokens) > SHORT_ANSWER:
        return ()
    for token in tokens:
        position = PLACES.get(token.text)
        if position is not None and position < len(options):
            return (Choice(options[position], (token.start, token.end)),)
    return ()
