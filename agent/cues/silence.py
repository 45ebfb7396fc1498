"""Does a message ask to be left alone, in whatever words? PURE.

Words become classes (STOP, WRITING, ME …), whatever their spelling, and a shape is a row of
classes: "quit blowing up my phone" and "stop txtng me" are one shape. A language gives its classes,
its shapes, and the shapes that only look like one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from agent.cues.rows import Finder, Rows, finder

_LONGEST = 6
"""Words in an entry of a class."""
_ONE_SLIP, _TWO_SLIPS = 5, 8
"""Letters from which on a word with one wrong letter, or two, is still that word."""
_RUN_ON = range(5, 31)
"""Letters of words that may be several without their spaces."""
_VOWELS = str.maketrans("", "", "aeiou")
_WORD = re.compile(r"\b[a-z]+\b")
_UNKNOWN = "X"
"""What stands for a word that no table of the language holds: often a name."""


@dataclass(frozen=True, eq=False)
class Silence:
    """How a language asks for silence."""

    classes: Mapping[str, Rows]
    shapes: Rows
    alone: Rows
    """Shapes that count when they are a clause."""
    unless: Rows
    """Shapes over which another one does not count."""
    ends: frozenset[str]
    """Classes of which one, beside one of `reaches`, asks for it where no other thing is told."""
    reaches: frozenset[str]
    beside: frozenset[str]
    """Classes and words that speak of nothing else."""
    meant: Rows
    """Shapes of another wish in the words of this one: how to be called, where to be written to."""
    sounds: tuple[tuple[str, str], ...]
    """Letters that sound like others, and those others."""
    known: frozenset[str]
    """Words that are themselves, however near to another they are."""
    _entries: Mapping[str, str] = field(init=False, repr=False)
    _spelling: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)
    _skeletons: Mapping[str, str] = field(init=False, repr=False)
    _heard: Mapping[str, str] = field(init=False, repr=False)
    _words: frozenset[str] = field(init=False, repr=False)
    _shapes: Finder = field(init=False, repr=False)
    _alone: Finder = field(init=False, repr=False)
    _unless: Finder = field(init=False, repr=False)
    _meant: Finder = field(init=False, repr=False)

    def __post_init__(self) -> None:
        entries = {row: name for name, rows in self.classes.items() for row in rows}
        every = frozenset(word for row in entries for word in row.split())
        rows = (*self.shapes, *self.unless, *self.meant, *self.beside)
        spelt = frozenset(word for row in rows for word in _WORD.findall(row))
        twice = [
            (row, name)
            for name, rows in self.classes.items()
            for row in rows
            if entries[row] != name
        ]
        if twice:
            raise ValueError(f"In two classes, keep each in one: {twice}")
        spelling: dict[str, list[str]] = {}
        for word in sorted(every):
            if len(word) >= _ONE_SLIP:
                spelling.setdefault(word[0], []).append(word)
        made: Mapping[str, object] = {
            "_entries": entries,
            "_words": every | spelt | self.known,
            "_spelling": {first: tuple(words) for first, words in spelling.items()},
            "_skeletons": {_skeleton(word): word for word in sorted(every) if len(word) > 3},
            "_heard": {self._sound(word): word for word in sorted(every) if len(word) > 3},
            "_shapes": finder(_classed(self.shapes, entries), {}),
            "_alone": finder(_classed(self.alone, entries), {}),
            "_meant": finder(_classed(self.meant, entries), {}),
            "_unless": finder(_classed(self.unless, entries), {}),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    def prepare(self) -> None:
        """Make everything ready that the first message would wait for."""
        for one in (self._shapes, self._alone, self._unless, self._meant):
            one.prepare()

    def asked_in(self, plain: str) -> bool:
        """Whether the words of a sentence ask for it."""
        shape = self.shape(plain)
        found = self._shapes.finditer(shape)
        first = next(found, None)
        if first is None and not self._speaks_of_nothing_else(shape.split()):
            return False
        if self.means_else(plain):
            return False
        excepted = [one.span() for one in self._unless.finditer(shape)]
        if first is None:
            return not excepted
        return any(
            not any(start < one.end() and one.start() < end for start, end in excepted)
            for one in chain((first,), found)
        )

    def _speaks_of_nothing_else(self, classes: list[str]) -> bool:
        if self.ends.isdisjoint(classes) or self.reaches.isdisjoint(classes):
            return False
        return (self.ends | self.reaches | self.beside).issuperset(classes)

    def is_asked(self, plain: str) -> bool:
        """Whether the words of a clause ask for it, and do nothing else."""
        return self._alone.fullmatch(self.shape(plain))

    def means_else(self, plain: str) -> bool:
        """Whether the words of a sentence wish for something else, however like it they are."""
        return next(self._meant.finditer(self.shape(plain)), None) is not None

    def shape(self, plain: str) -> str:
        """The words of a sentence as their classes, each led by a space."""
        heard = [word for one in plain.split() for word in _mended(self, one)]
        return "".join(f" {one}" for one in self._classes(heard))

    def _classes(self, heard: list[str]) -> Iterator[str]:
        place = 0
        while place < len(heard):
            for length in range(min(_LONGEST, len(heard) - place), 0, -1):
                name = self._entries.get(" ".join(heard[place : place + length]))
                if name is not None:
                    break
            else:
                length, name = 1, self._unclassed(heard[place])
            yield name
            place += length

    def _unclassed(self, word: str) -> str:
        return word if word in self._words or word.isdigit() else _UNKNOWN

    def mend(self, word: str) -> tuple[str, ...]:
        """A word as it is spelt: without its slips, with its vowels, taken apart."""
        if word in self._words or not word.isalpha():
            return (word,)
        if sum(map(word.count, "aeiou")) < 2:
            for bare in (word, f"{word}g"):
                short = self._skeletons.get(_skeleton(bare))
                if short is not None and 2 < len(_skeleton(bare)) <= len(word) < len(short):
                    return (short,)
        alike = self._heard.get(self._sound(word))
        if alike is not None:
            return (alike,)
        slips = 0 if len(word) < _ONE_SLIP else 1 if len(word) < _TWO_SLIPS else 2
        near = process.extractOne(
            word, self._spelling.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips
        )
        if slips and near is not None:
            return (near[0],)
        return self._apart(word) if len(word) in _RUN_ON else (word,)

    def _sound(self, word: str) -> str:
        for written, said in self.sounds:
            word = word.replace(written, said)
        return word

    def _apart(self, word: str) -> tuple[str, ...]:
        """The fewest words that a run-on consists of."""
        best: list[tuple[str, ...] | None] = [(), *([None] * len(word))]
        for end in range(1, len(word) + 1):
            for start in range(end):
                before, last = best[start], word[start:end]
                if before is None or len(last) < 2 or last not in self._words:
                    continue
                held = best[end]
                if held is None or len(before) + 1 < len(held):
                    best[end] = (*before, last)
        return best[-1] or (word,)


def _classed(rows: Rows, entries: Mapping[str, str]) -> Rows:
    """Rows whose words stand for their classes."""
    return tuple(_WORD.sub(lambda found: entries.get(found[0], found[0]), row) for row in rows)


@lru_cache(maxsize=4096)
def _mended(silence: Silence, word: str) -> tuple[str, ...]:
    return silence.mend(word)


def _skeleton(word: str) -> str:
    """The letters by which people shorten a word: its consonants, each once."""
    bare = word[1:].translate(_VOWELS)
    return "".join(one for one, _ in groupby(word[0] + bare))
