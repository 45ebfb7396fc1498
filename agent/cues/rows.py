"""How is a row of cues found in words? Rows become expressions, kept by how they begin, so that a
message is only looked through for what it can hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

COURTESY = (
    "por favor|porfavor|please|gracias|muchas gracias|thanks|thank you|ya|ahora|now|right now|"
    "ahora mismo|vale|ok|asap|de una vez|inmediatamente|immediately|already|anymore|any more"
)
"""What may stand after the end of a cue that ends a message."""
_KEY = 3
"""Letters of a first word by which rows are kept."""
_ANY = ""
"""Keeps rows that begin with a gap."""
_PART = re.compile(r"<\w+>|\)\?|[()|…]|[^\s()|…<>]+")
_FIRST = re.compile(rf" (\S{{1,{_KEY}}})")
_GLUE = {
    "(": "(?:",
    ")": ")",
    ")?": ")?",
    "|": "|",
    "…": r"(?: \S+){0,3}?",
    ".": rf"(?=(?: (?:{COURTESY}))*$)",
}
Rows = tuple[str, ...]
Groups = Mapping[str, Rows]


def pattern(rows: Rows) -> re.Pattern[str]:
    """The expression of some rows without groups, for words that are each led by a space."""
    return re.compile(rf"(?:{'|'.join(_Row(row, {}).expression for row in rows)})(?= |$)")


@dataclass(frozen=True)
class _Row:
    """A row, read when it is first needed."""

    written: str
    groups: Groups

    @cached_property
    def parts(self) -> list[str]:
        return _PART.findall(self.written)

    @cached_property
    def expression(self) -> str:
        """Every word of it is led by a space."""
        found = "".join(self._expressed(part) for part in self.parts)
        return found.removesuffix("?") if self.parts[-1] == "…" else found

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(rf"{self.expression}(?= |$)")

    def _expressed(self, part: str) -> str:
        if part[0] == "<":
            return _alternatives(self.groups[part[1:-1]])
        return _GLUE.get(part) or _literally(part)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds rows among words."""

    by_key: Mapping[str, Sequence[_Row]]
    """Rows by the letters that they begin with; few may begin with any word."""

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """Where rows are found, from left to right, none within another."""
        if _ANY not in self.by_key and self.by_key.keys().isdisjoint(_keys(plain)):
            return
        end = 0
        for start, key in _beginnings(plain):
            if start < end:
                continue
            for row in self._beginning(key):
                found = row.compiled.match(plain, start)
                if found is not None:
                    end = found.end()
                    yield found
                    break

    def fullmatch(self, plain: str) -> bool:
        """Whether a row is all there is."""
        key = plain[1 : 1 + _KEY].partition(" ")[0]
        return any(row.compiled.fullmatch(plain) for row in self._beginning(key))

    def prepare(self) -> None:
        """Compile every row now rather than when a message first needs it."""
        for rows in self.by_key.values():
            for row in rows:
                _ = row.compiled

    def _beginning(self, key: str) -> Sequence[_Row]:
        return self.by_key.get(key) or self.by_key.get(_ANY, ())


@lru_cache(maxsize=256)
def _beginnings(plain: str) -> tuple[tuple[int, str], ...]:
    return tuple((first.start(), first[1]) for first in _FIRST.finditer(plain))


@lru_cache(maxsize=256)
def _keys(plain: str) -> frozenset[str]:
    return frozenset(key for _, key in _beginnings(plain))


def finder(rows: Rows, groups: Groups) -> Finder:
    """What finds some rows; those that begin with a gap are tried at every word."""
    kept: dict[str, list[_Row]] = defaultdict(list)
    for written in rows:
        row = _Row(written, groups)
        for key in _firsts(row.parts, groups):
            kept[key].append(row)
    anywhere = kept.get(_ANY, [])
    return Finder({key: some if key == _ANY else some + anywhere for key, some in kept.items()})


@cache
def _alternatives(rows: Rows) -> str:
    return f"(?:{'|'.join(_literally(word) for word in rows)})"


@cache
def _literally(words: str) -> str:
    return "".join(f" {re.escape(word)}" for word in words.split()).replace(r"\*", r"\S*")


def _firsts(parts: Sequence[str], groups: Groups) -> dict[str, None]:
    """The beginnings of the words that a row may begin with, in order."""
    keys: dict[str, None] = {}
    _add_firsts(parts, 0, groups, keys)
    return keys


def _add_firsts(parts: Sequence[str], place: int, groups: Groups, keys: dict[str, None]) -> None:
    if place >= len(parts):
        return
    if parts[place] != "(":
        _add_keys(parts[place], groups, keys)
        return
    depth, begins = 0, False
    for end in range(place, len(parts)):
        part = parts[end]
        if part in (")", ")?"):
            depth -= 1
            if depth == 0:
                if part == ")?":
                    _add_firsts(parts, end + 1, groups, keys)
                return
        elif part in ("(", "|"):
            depth += part == "("
            begins = True
        elif begins:
            begins = False
            _add_keys(part, groups, keys)


def _add_keys(part: str, groups: Groups, keys: dict[str, None]) -> None:
    if part[0] == "<":
        keys.update(_group_keys(groups[part[1:-1]]))
    else:
        keys[_key(part)] = None


@cache
def _group_keys(rows: Rows) -> dict[str, None]:
    return {_key(row.split()[0]): None for row in rows}


def _key(word: str) -> str:
    start = word.partition("*")[0]
    return _ANY if word == "…" or ("*" in word and len(start) < _KEY) else start[:_KEY]
