"""How are ways of saying something written down, and found in a text? PURE.

A row is a way of saying it: words in their order, each one of several (`a|b`), perhaps missing
(`a?`), a class of words (`{family}`), so many words of any kind at most (`~3`), or so many that
begin nothing new, such as "and" or "my" (`-3`, the class `breaks`); `_` joins words, `*` stands
for letters, `#` for a number, `^` and `$` for the beginning and the end of what was said. Rows are
composed of classes: a list of whole sentences would find only those in it.

A row is compiled when a text first has a word that the row cannot do without: most never are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from qualification.normalise import fold

NO_CLASSES: Mapping[str, str] = {}
_TOKEN = re.compile(r"(?P<gap>[~-])(?P<most>\d)|(?P<word>\S+?)(?P<optional>\?)?(?=\s|$)")
_CLASS = re.compile(r"\{(\w+)\}")
_SHORT = 3
_ANY, _NUMBER = "*", "#"
_EDGES = ("^", "$")
_WORD = re.compile(r"[^\W_]+")


def spoken(text: str) -> str:
    """A text as its folded words, each with a space before it: what patterns are searched in."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


class Rows:
    """Rows, one a line, looked for in spoken words."""

    def __init__(self, rows: str, classes: Mapping[str, str] = NO_CLASSES) -> None:
        self._classes = classes
        self._rows = [
            list(_TOKEN.finditer(row.strip())) for row in rows.splitlines() if row.strip()
        ]
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._needing: dict[str, list[int]] = {}
        self._always: list[int] = []
        for place, row in enumerate(self._rows):
            words = self._needed(row)
            if any(_ANY in word for word in words):
                self._always.append(place)
            else:
                for word in words:
                    self._needing.setdefault(word, []).append(place)

    def found_in(self, said: str) -> bool:
        """Whether any of them stands in spoken words."""
        return any(one.search(said) for one in self._candidates(said))

    def struck_out(self, said: str) -> str:
        """Spoken words with a gap where any of them stands."""
        for one in self._candidates(said):
            said = one.sub(" _", said)
        return said

    def _candidates(self, said: str) -> Iterator[re.Pattern[str]]:
        """The rows that may stand there, by the words."""
        places = {place for word in said.split() for place in self._needing.get(word, ())}
        for place in sorted(places.union(self._always)):
            if place not in self._compiled:
                self._compiled[place] = re.compile(f"{self._pattern(self._rows[place])}(?= |$)")
            yield self._compiled[place]

    def _needed(self, row: list[re.Match[str]]) -> frozenset[str]:
        """Of the words that a row must have one of, the most telling."""
        must = [
            frozenset(map(_telling, self._phrases(token)))
            for token in row
            if token["word"] and not token["optional"]
        ]
        words = [one for one in must if not {_NUMBER, *_EDGES} & one]
        return min(words, key=_commonness)

    def _pattern(self, row: list[re.Match[str]]) -> str:
        return "".join(map(self._token, row))

    def _token(self, token: re.Match[str]) -> str:
        if token["gap"]:
            kept_out = rf"(?!(?:{self._breaks()})(?= |$))" if token["gap"] == "-" else ""
            return rf"(?:{kept_out} \w+){{0,{token['most']}}}"
        either = "|".join(map(_plain, sorted(self._phrases(token), key=len, reverse=True)))
        return f"(?:{either}){token['optional'] or ''}"

    def _breaks(self) -> str:
        return "|".join(map(_plain, _listed(self._classes["breaks"])))

    def _phrases(self, token: re.Match[str]) -> Iterable[str]:
        for one in token["word"].split("|"):
            named = _CLASS.fullmatch(one)
            if named:
                yield from _listed(self._classes[named[1]])
            else:
                yield one.replace("_", " ")


@lru_cache(maxsize=256)
def _listed(listed: str) -> tuple[str, ...]:
    """Comma-separated phrases, written over as many lines as they need."""
    return tuple(" ".join(one.split()) for one in listed.split(",") if one.strip())


def _telling(phrase: str) -> str:
    """The word of a phrase that is met least often, by its length."""
    return max(phrase.split(), key=len)


def _commonness(words: frozenset[str]) -> tuple[int, int]:
    return sum(len(word) <= _SHORT for word in words), len(words)


def _plain(phrase: str) -> str:
    if phrase in _EDGES:
        return phrase
    return " " + re.escape(phrase).replace(r"\*", r"\w*").replace(r"\#", r"\d+").replace(r"\ ", " ")
