"""What is a cue? Words that show a signal, and how they are found in a message.

A cue is a row of folded words, found whole: `(a|b c)` is one of several, `(a|b)?` may be missing,
`<name>` is a group that the language names under `groups`, `…` stands for up to three words, `*`
for letters, and `.` for the end of the message, but for a courtesy.

`whole` cues count only when they are the whole message, but for a greeting or a courtesy;
`sentence` cues also when they are a whole sentence of it; `anywhere` cues anywhere, unless a row
of `unless` covers the place ("unsubscribe rate"), or, for those in DENIABLE, words just before them
deny it ("I don't want to talk to a person").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA

from agent.cues.rows import COURTESY, Finder, Rows, finder, pattern
from qualification.signals import Signal

DENIABLE = frozenset(
    {
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.SUPPORT,
        Signal.LANGUAGE_SWITCH,
    }
)
ACROSS = frozenset({Signal.CORRECTS, Signal.OPT_IN})
"""Cues that may run over a pause: "no, sorry", "after all yes, I want it"."""
_OPENING = re.compile(
    r"(?: (?:hola|buenas|buenos dias|buenas tardes|hi|hello|hey|ok|okay|vale|oye|please|"
    r"por favor|pues|well|so|sorry|perdona|perdon))+(?= )"
)
_CLOSING = re.compile(rf"(?: (?:{COURTESY}|adios|bye|saludos|senor|sir))+$")
_REACH = 4
"""How many words before a cue may deny it."""
_MISSPELT = 6
"""Letters from which on a word with one wrong letter is still that word."""
_WORD = re.compile(r"[^\W_]+")
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")
"""Letters that are written for their sound: "stopppp"."""
_READ = 400
"""Words of a sentence that are looked through: a longer one is none."""

Cues = Mapping[Signal, Rows]


def phrases(listed: str) -> Rows:
    """Comma-separated phrases, written over as many lines as they need."""
    return tuple(" ".join(one.split()) for one in listed.split(",") if one.strip())


def words(folded: str) -> str:
    """A folded text as its words alone, one space between: the form in which cues are compared."""
    return " ".join(_WORD.findall(folded))


def merged(*parts: Cues) -> Cues:
    """The rows of several parts of a language together."""
    return {
        signal: tuple(row for part in parts for row in part.get(signal, ()))
        for signal in {signal for part in parts for signal in part}
    }


@dataclass(frozen=True, eq=False)
class Table:
    """The cues of one language, in folded words."""

    whole: Cues
    anywhere: Cues
    denials: Rows
    asking: Rows
    """How a question begins, for those who leave the question mark out."""
    statements: Rows
    """How a sentence begins that only looks like one: "cuanto antes", "when the contract ends"."""
    not_yet: Rows
    """Beside "we have none": it may come, so it is not known rather than nothing."""
    sentence: Cues = field(default_factory=dict)
    unless: Cues = field(default_factory=dict)
    groups: Mapping[str, Rows] = field(default_factory=dict)
    """Words that stand for each other in the rows, under one name."""
    shorthand: Mapping[str, str] = field(default_factory=dict)
    """What people write instead of a word: `u`, `xq`."""
    spelling: Rows = ()
    """Words that are still recognised with a letter wrong."""
    vocabulary: frozenset[str] = field(init=False, repr=False)
    """The words of all rows: none of them is misspelt."""
    _whole: Mapping[Signal, Finder] = field(init=False, repr=False)
    _sentence: Mapping[Signal, Finder] = field(init=False, repr=False)
    _anywhere: Mapping[Signal, Finder] = field(init=False, repr=False)
    _unless: Mapping[Signal, Finder] = field(init=False, repr=False)
    _asking: re.Pattern[str] = field(init=False, repr=False)
    _stating: re.Pattern[str] = field(init=False, repr=False)
    _not_yet: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        alone, names = merged(self.whole, self.sentence), self.groups
        compiled: Mapping[str, object] = {
            "_whole": {one: finder(rows, names) for one, rows in alone.items()},
            "_sentence": {one: finder(rows, names) for one, rows in self.sentence.items()},
            "_anywhere": {one: finder(rows, names) for one, rows in self.anywhere.items()},
            "_unless": {one: finder(rows, names) for one, rows in self.unless.items()},
            "_asking": _beginning(self.asking),
            "_stating": _beginning(self.statements),
            "_not_yet": pattern(self.not_yet),
        }
        rows = (merged(self.whole, self.sentence, self.anywhere, self.unless), self.groups)
        listed = (row for part in rows for several in part.values() for row in several)
        every = frozenset(word for row in listed for word in re.findall(r"[a-z]+", row))
        object.__setattr__(self, "vocabulary", every | frozenset(self.spelling))
        for name, value in compiled.items():
            object.__setattr__(self, name, value)

    def prepare(self) -> None:
        """Make everything ready that the first message would wait for."""
        for finders in (self._whole, self._sentence, self._anywhere, self._unless):
            for one in finders.values():
                one.prepare()

    def signals(self, said: str) -> Iterator[Signal]:
        """The signals of a message given as its words."""
        yield from _alone(self._whole, self.plain(said))
        yield from self._within(said, frozenset(self._anywhere))

    def signals_of(
        self, said: str, sentences: Iterable[str], endings: Iterable[str]
    ) -> Iterator[Signal]:
        """The signals of a message given as its words, as those of each of its sentences, and of
        the last clause of each.
        """
        yield from _alone(self._whole, self.plain(said))
        yield from self._within(said, ACROSS)
        for ending in dict.fromkeys(endings):
            yield from _alone(self._sentence, self.plain(ending))
        sought = frozenset(self._anywhere)
        for sentence in dict.fromkeys(sentences):
            found = frozenset(self._within(sentence, sought))
            sought -= found
            yield from found

    def is_whole(self, signal: Signal, said: str) -> bool:
        """Whether some words are a cue of this signal and nothing else."""
        return self._whole[signal].fullmatch(self.plain(said))

    def denies(self, said: str) -> bool:
        """Whether a sentence given as its words says that something is not wanted."""
        plain = self.plain(said)
        return any(
            _denied(plain, found, self.denials)
            for signal, rows in self._anywhere.items()
            if signal in DENIABLE
            for found in rows.finditer(plain)
        )

    def asks(self, said: str) -> bool:
        """Whether a sentence given as its words begins like a question."""
        begins = f" {said}"
        return self._asking.match(begins) is not None and self._stating.match(begins) is None

    def may_come(self, said: str) -> bool:
        """Whether a denial leaves the door open: "not yet"."""
        return self._not_yet.search(f" {said}") is not None

    def _within(self, said: str, sought: frozenset[Signal]) -> Iterator[Signal]:
        plain = self.plain(said)
        for signal, rows in self._anywhere.items():
            if signal in sought and self._is_shown(signal, rows, plain):
                yield signal

    def _is_shown(self, signal: Signal, rows: Finder, plain: str) -> bool:
        excepted: list[tuple[int, int]] | None = None
        for found in rows.finditer(plain):
            if signal in DENIABLE and _denied(plain, found, self.denials):
                continue
            if excepted is None:
                unless = self._unless.get(signal)
                excepted = [one.span() for one in unless.finditer(plain)] if unless else []
            start, end = found.span()
            if not any(first < end and start < last for first, last in excepted):
                return True
        return False

    def plain(self, said: str) -> str:
        """The words as cues are written: no shorthand, no slip of the pen, no stammer."""
        return _plainly(self, said)


_LED_IN_BY = (
    "y|pero|and|but|so|oye|oiga|hola|hi|hey|pues|bueno|well|ok|okay|vale|si|yes|sorry|excuse me|"
    "perdona|perdone|perdon|disculpa|disculpe|um|uh|er|eh|oh|ah|wait|espera|actually|entonces|then|"
    "also|ademas|antes|first|one question|quick question|una pregunta|una duda|una cosa|one thing"
)
"""What people say before they ask, above all on the telephone, where nobody writes a mark."""


def _beginning(rows: Rows) -> re.Pattern[str]:
    return re.compile(rf"(?: (?:{_LED_IN_BY}))*{pattern(rows).pattern}")


def _alone(finders: Mapping[Signal, Finder], plain: str) -> Iterator[Signal]:
    """The signals of cues that are all there is, but for greetings and courtesies."""
    bare = _CLOSING.sub("", _OPENING.sub("", plain, count=1))
    for signal, rows in finders.items():
        if rows.fullmatch(plain) or rows.fullmatch(bare):
            yield signal


_UNKNOWING = re.compile(
    r" (?:(?:don t|dont|do not|not|no) (?:know|sure|see|se|sabe|entiendo|understand)"
    r"(?= (?:how|what|where|who|como|que|donde|ho)\b)|no(?= (?:i|we|me|let)\b))"
)
"""Denies something else than what follows: "I don't know how to …", "no, I want …"."""


def _denied(plain: str, found: re.Match[str], denials: Rows) -> bool:
    before = _UNKNOWING.sub("", plain[: found.end()])
    before = before[: len(before) - (found.end() - found.start())]
    return any(word in denials for word in before.split()[-_REACH:])


@lru_cache(maxsize=256)
def _plainly(table: Table, said: str) -> str:
    heard = said.split()[:_READ]
    if len(heard) > 2 and all(len(word) == 1 for word in heard):
        heard = ["".join(heard)]
    spelt = " ".join(table.shorthand.get(word, word) for word in heard).split()
    known = table.vocabulary
    drawn = (word if word in known else _LONG_DRAWN.sub(r"\1", word) for word in spelt)
    corrected = (word if word in known else _corrected(word, table.spelling) for word in drawn)
    return "".join(f" {word}" for word, _ in groupby(corrected))


def _corrected(word: str, spelling: Rows) -> str:
    if len(word) < _MISSPELT:
        return word
    near = (one for one in spelling if one[0] == word[0] and _one_slip(one, word))
    return next(near, word)


def _one_slip(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) < 2 and OSA.distance(one, other, score_cutoff=1) <= 1
