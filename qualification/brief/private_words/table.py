"""How are ways of telling something private written down, and found in a text? PURE.

A row is a way of saying it: words in their order, each one of several (`a|b`), perhaps missing
(`a?`), a class of words (`{family}`), so many words of any kind at most (`~3`), or so many that
begin nothing new, such as "and" or "my" (`-3`); `_` joins words, `*` stands for letters. Rows are
composed of classes: a list of whole sentences would find only those in it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Category = Literal[
    "health", "religion", "origin", "politics", "union", "sex_life", "biometric", "criminal"
]
"""The special categories of GDPR art. 9 (1), and criminal convictions (art. 10)."""
CATEGORIES: tuple[Category, ...] = get_args(Category)

_TOKEN = re.compile(r"(?P<gap>[~-])(?P<most>\d)|(?P<word>\S+?)(?P<optional>\?)?(?=\s|$)")
_CLASS = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Ways:
    """The rows of one category in one language."""

    told: str
    """Said of a person, whoever says it."""
    strict: str
    """Not surely said of a person: a model's sentence with them is not shown either."""
    unless: str
    """What only looks like it, or speaks of a business: struck out before the rest is sought."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The compiled rows of one category in one language."""

    told: re.Pattern[str]
    strict: re.Pattern[str]
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """How one language tells what is private."""

    classes: Mapping[str, str]
    """Lists of words and phrases, by commas."""
    ways: Mapping[Category, Ways]

    def finders(self) -> Mapping[Category, Finder]:
        """Its rows, compiled."""
        return {category: self._finder(ways) for category, ways in self.ways.items()}

    def _finder(self, ways: Ways) -> Finder:
        return Finder(*map(self._pattern, (ways.told, ways.strict, ways.unless)))

    def _pattern(self, rows: str) -> re.Pattern[str]:
        listed = [self._row(row) for row in rows.splitlines() if row.strip()]
        return re.compile(f"(?:{'|'.join(listed)})(?= |$)")

    def _row(self, row: str) -> str:
        return "".join(self._token(one) for one in _TOKEN.finditer(row.strip()))

    def _token(self, token: re.Match[str]) -> str:
        if token["gap"]:
            kept_out = rf"(?!(?:{self._listed('breaks')}) )" if token["gap"] == "-" else ""
            return rf"(?: {kept_out}\w+){{0,{token['most']}}}"
        either = [self._either(one) for one in token["word"].split("|")]
        return f"(?: (?:{'|'.join(either)})){token['optional'] or ''}"

    def _either(self, word: str) -> str:
        named = _CLASS.fullmatch(word)
        return self._listed(named[1]) if named else _plain(word)

    def _listed(self, name: str) -> str:
        return "|".join(map(_plain, phrases(self.classes[name])))


def phrases(listed: str) -> Iterable[str]:
    """Comma-separated phrases, written over as many lines as they need."""
    return sorted((" ".join(one.split()) for one in listed.split(",") if one.strip()), key=_longest)


def _longest(phrase: str) -> int:
    return -len(phrase)


def _plain(word: str) -> str:
    return re.escape(word.replace("_", " ")).replace(r"\*", r"\w*").replace(r"\ ", " ")
