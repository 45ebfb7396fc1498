"""How is a row of cues found in words? Rows become expressions, kept by how they begin, so that a
message is only looked through for what it can hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

COURTESY = (
    "por favor|porfavor|please|gracias|muchas gracias|thanks|thank you|ya|ahora|now|right now|"
    "ahora mismo|vale|ok|asap|de una vez|inmediatamente|immediately|already|anymore|any more"
)
"""What may stand after the end of a cue that ends a message."""
_KEY = 3
"""Letters of a first word by which rows are kept."""
_NAME = re.compile(r"<(\w+)>")
_PART = re.compile(r"\)\?|[()|…]|[^\s()|…]+")
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


def pattern(rows: Rows, groups: Groups) -> re.Pattern[str]:
    """The expression of some rows, for words that are each led by a space."""
    return re.compile(rf"(?:{'|'.join(_expression(_parts(row, groups)) for row in rows)})(?= |$)")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds rows anywhere among words."""

    by_key: Mapping[str, tuple[str, ...]]
    """Expressions by the letters that they begin with; each is compiled when it is first needed."""

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """Where rows are found, from left to right, none within another."""
        end = 0
        for first in _FIRST.finditer(plain):
            if first.start() < end:
                continue
            for expression in self.by_key.get(first[1], ()):
                found = _compiled(expression).match(plain, first.start())
                if found is not None:
                    end = found.end()
                    yield found
                    break


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def finder(rows: Rows, groups: Groups) -> Finder:
    """What finds some rows; a row may begin with any word but a gap."""
    kept: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        parts = _parts(row, groups)
        for key in _firsts(parts):
            kept[key].append(rf"{_expression(parts)}(?= |$)")
    return Finder({key: tuple(some) for key, some in kept.items()})


def _parts(row: str, groups: Groups) -> list[str]:
    named = _NAME.sub(lambda found: f"({'|'.join(groups[found[1]])})", row)
    return _PART.findall(named)


def _expression(parts: Sequence[str]) -> str:
    """The parts of a row as an expression; every word of it is led by a space."""
    found = "".join(_GLUE.get(part) or _literally(part) for part in parts)
    return found.removesuffix("?") if parts[-1] == "…" else found


def _literally(word: str) -> str:
    return f" {re.escape(word)}".replace(r"\*", r"\S*")


def _firsts(parts: Sequence[str]) -> dict[str, None]:
    """The beginnings of the words that a row may begin with, in order."""
    keys: dict[str, None] = {}
    _add_firsts(parts, 0, keys)
    return keys


def _add_firsts(parts: Sequence[str], place: int, keys: dict[str, None]) -> None:
    if place >= len(parts):
        return
    if parts[place] != "(":
        _add_key(parts[place], keys)
        return
    depth, begins = 0, False
    for end in range(place, len(parts)):
        part = parts[end]
        if part in (")", ")?"):
            depth -= 1
            if depth == 0:
                if part == ")?":
                    _add_firsts(parts, end + 1, keys)
                return
        elif part in ("(", "|"):
            depth += part == "("
            begins = True
        elif begins:
            begins = False
            _add_key(part, keys)


def _add_key(part: str, keys: dict[str, None]) -> None:
    word = part.partition("*")[0]
    if part == "…" or ("*" in part and len(word) < _KEY):
        raise ValueError(f"a cue must begin with a word, or {_KEY} letters of one: {part}")
    keys[word[:_KEY]] = None
