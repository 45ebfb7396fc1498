"""What did the author write, and where? YAML text to plain data with the place of every part.

Every value stays the text that was written (or None where nothing was): `no`, `21:00` and `3000`
mean what the script's format makes of them, never what YAML guesses. Anchors, tags and deep nesting
have no use in a script and are refused, so the work is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NoReturn, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from qualification.errors import Problem
from qualification.saying import Said

Data: TypeAlias = bool | int | str | list["Data"] | dict[str, "Data"] | None
Path: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12
REMEMBERED = 8
"""So many texts are not read again: it takes a hundred times as long as to copy what was read."""
_NONE = Said()

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_WIDE_ESCAPE = re.compile(r"\\U(?!000|0010)")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


@dataclass
class Source:
    """The data, the place of each key and each value by its path, and what could not be taken."""

    data: Data = None
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def key_at(self, path: Path) -> Place:
        """Where a key stands; for a part that was not written, where the part around it does."""
        return self._nearest(self.keys, path)

    def value_at(self, path: Path) -> Place:
        """Where a value stands; for a part that was not written, where the part around it does."""
        return self._nearest(self.values, path)

    def _nearest(self, wanted: dict[Path, Place], path: Path) -> Place:
        for end in range(len(path), 0, -1):
            place = wanted.get(path[:end]) or self.keys.get(path[:end])
            if place is not None:
                return place
            wanted = self.keys
        return (1, 1)


def read_source(text: str) -> Source:
    """The data of a YAML text. When it has problems, the data may be incomplete."""
    read = _read(text.removeprefix("\ufeff"))
    return Source(deepcopy(read.data), dict(read.keys), dict(read.values), list(read.problems))


@lru_cache(maxsize=REMEMBERED)
def _read(text: str) -> Source:
    """One text is read many times in a row: checked, shown as a form, saved."""
    source = Source(problems=_unreadable(text))
    if source.problems:
        return source
    try:
        _Builder(source, YAML(typ="safe", pure=True).parse(text)).build()
    except _Refused as refused:
        source.problems.append(refused.problem)
    except MarkedYAMLError as error:
        source.problems.append(_syntax(error, text))
    except ReaderError as error:  # pragma: no cover - a reader stricter than _UNREADABLE
        source.problems.append(
            _at(text, error.position, Said("a character that YAML does not allow"))
        )
    return source


class _Refused(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Builder:
    """Builds data from the parser's events."""

    def __init__(self, source: Source, events: Iterator[Event]) -> None:
        self._source = source
        self._events = events

    def build(self) -> None:
        """Reads the one document."""
        next(self._events)
        event = next(self._events)
        if not isinstance(event, DocumentStartEvent):
            raise _Refused(
                Problem(1, 1, Said("the script is empty"), Said("see docs/scripts.md for a start"))
            )
        self._source.data = self._node(next(self._events), (), 0)
        next(self._events)
        event = next(self._events)
        if not isinstance(event, StreamEndEvent):
            self._refuse(
                event, Said("a second document begins here"), Said("one file holds one script")
            )

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        self._source.values[path] = self._written(event, path)
        self._plain(event, depth)
        match event:
            case MappingStartEvent():
                return self._mapping(path, depth + 1)
            case SequenceStartEvent():
                return self._sequence(path, depth + 1)
            case ScalarEvent():
                return self._scalar(event)
            case _:  # pragma: no cover - the parser gives nothing else in this place
                self._refuse(
                    event, Said("this is not YAML"), Said("see docs/scripts.md for the form")
                )

    def _plain(self, event: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._refuse(
                event, Said("too many levels, one inside another"), Said("a script needs far fewer")
            )
        if isinstance(event, AliasEvent):
            self._refuse(
                event,
                Said("`*` at the beginning of a value has a meaning of its own in YAML"),
                Said('put the text in quotes, like "*text*"'),
            )
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self._refuse(
                event,
                Said("`&` at the beginning of a value has a meaning of its own in YAML"),
                Said('put the text in quotes, like "& Co."'),
            )
        if getattr(event, "tag", None) is not None:
            self._refuse(
                event,
                Said("`!` at the beginning of a value has a meaning of its own in YAML"),
                Said('put the text in quotes, like "!Hola!"'),
            )

    def _scalar(self, event: ScalarEvent) -> str | None:
        value: str = event.value
        if _UNREADABLE.search(value):
            self._refuse(
                event, Said("an escape for a character that no text needs"), Said("delete it")
            )
        return None if event.style is None and value in _NOTHING else value

    def _written(self, event: Event, path: Path) -> Place:
        """Where a value stands: one that is left out, where its key does."""
        empty = isinstance(event, ScalarEvent) and event.start_mark.index == event.end_mark.index
        return self._source.keys.get(path, (1, 1)) if empty else _place(event.start_mark)

    def _mapping(self, path: Path, depth: int) -> dict[str, Data]:
        found: dict[str, Data] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._refuse(
                    event,
                    Said("this cannot be the name of a key"),
                    Said("put quotes around a text that begins with `{` or `[`"),
                )
            self._plain(event, depth)
            name: str = event.value
            inner = (*path, name)
            if name in found:
                self._duplicate(event, inner)
                self._node(next(self._events), (*path, f"{name} (again)"), depth)
                continue
            self._source.keys[inner] = _place(event.start_mark)
            found[name] = self._node(next(self._events), inner, depth)
        return found

    def _sequence(self, path: Path, depth: int) -> list[Data]:
        found: list[Data] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            inner = (*path, len(found))
            self._source.keys[inner] = _place(event.start_mark)
            found.append(self._node(event, inner, depth))
        return found

    def _duplicate(self, event: ScalarEvent, path: Path) -> None:
        line, column = _place(event.start_mark)
        first = self._source.keys[path][0]
        self._source.problems.append(
            Problem(
                line,
                column,
                Said(
                    "`%(name)s` stands here a second time, after line %(line)s",
                    name=event.value,
                    line=first,
                ),
                Said("keep one of the two"),
            )
        )

    def _refuse(self, event: Event, message: Said, hint: Said) -> NoReturn:
        raise _Refused(Problem(*_place(event.start_mark), message, hint))


def _place(mark: StringMark) -> Place:
    return mark.line + 1, mark.column + 1


def _unreadable(text: str) -> list[Problem]:
    if len(text) > MAX_CHARACTERS:
        return [
            Problem(
                1,
                1,
                Said(
                    "the script has %(number)s characters, more than %(most)s",
                    number=len(text),
                    most=MAX_CHARACTERS,
                ),
                Said("split it into several scripts"),
            )
        ]
    found = _UNREADABLE.search(text)
    if found is not None:
        code = f"U+{ord(found[0]):04X}"
        message = Said("an invisible character (%(code)s) that no text needs", code=code)
        return [_at(text, found.start(), message, Said("delete it"))]
    wide = _WIDE_ESCAPE.search(text)
    if wide is not None:
        return [
            _at(
                text,
                wide.start(),
                Said("`\\U` names no character here"),
                Said("write the character"),
            )
        ]
    return [
        _at(
            text,
            tab.end() - 1,
            Said("a tab at the beginning of a line"),
            Said("indent with spaces"),
        )
        for tab in _TAB_INDENT.finditer(text)
        if text[tab.end() : tab.end() + 1] not in ("\n", "\r", "#", "")
    ]


def _at(text: str, position: int, message: Said, hint: Said = _NONE) -> Problem:
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    return Problem(line, column, message, hint)


_SYNTAX: Sequence[tuple[str, Said, Said]] = (
    (
        "mapping values are not allowed here",
        Said("a second `:` in this line, or a line indented too far"),
        Said('quote a text with a colon, like "Note: …"; keys of one group begin in one column'),
    ),
    (
        "could not find expected ':'",
        Said("a `:` is missing"),
        Said("write `key: value`; continue a long text on lines indented further than its key"),
    ),
    (
        "found unexpected end of stream",
        Said("a quote is opened here and never closed"),
        Said("close it"),
    ),
    (
        "expected ',' or",
        Said("a bracket or a comma is missing"),
        Said(
            "write lists as `[a, b]` and groups as `{key: value}`; quote texts with "
            "commas inside them"
        ),
    ),
    (
        "found unknown escape character",
        Said("a backslash in double quotes has a meaning of its own"),
        Said("use single quotes, or write it twice"),
    ),
    (
        "cannot start any token",
        Said("a value cannot begin with this character"),
        Said("put the text in quotes"),
    ),
    (
        "expected <block end>",
        Said("this line does not fit the ones above it"),
        Said("begin the keys (or the `-`) of one group in one column, and quote whole texts"),
    ),
)


_SHOWN_WHERE_THEY_BEGIN = ("unexpected end of stream", "could not find expected ':'")


def _syntax(error: MarkedYAMLError, text: str) -> Problem:
    said = str(error.problem or error.context or "")
    mark = error.problem_mark or error.context_mark
    place = (1, 1) if mark is None else _place(mark)
    if error.context_mark is not None and any(one in said for one in _SHOWN_WHERE_THEY_BEGIN):
        place = _place(error.context_mark)
    lines = text.count("\n") + 1
    line = min(place[0], lines)
    for part, message, hint in _SYNTAX:
        if part in said:
            return Problem(line, place[1], message, hint)
    return Problem(
        line,
        place[1],
        Said("this is not YAML (%(said)s)", said=said),
        Said("see docs/scripts.md for the form"),
    )
