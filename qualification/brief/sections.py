"""What is a brief made of? Sections with lines and points, and the plain text that they are kept
as. PURE.

A heading ends with a colon and a point begins with "- "; nothing that is quoted can pass for
either, for it is brought into one line first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_LINE = 600
_POINT = "- "
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines of text, then points."""

    title: str
    lines: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


def one_line(text: str, most: int = LONGEST_LINE) -> str:
    """A text in one line, without characters that cannot be seen, cut where it is too long."""
    joined = _SPACE.sub(" ", text[: most * 4]).strip()
    return joined if len(joined) <= most else f"{joined[: most - 1].rstrip()}…"


def text_of(sections: Iterable[Section]) -> str:
    """The plain text of sections; those with nothing in them are left out."""
    return "\n\n".join(
        "\n".join([f"{_heading(one.title)}:", *map(_line, one.lines), *map(_point, one.points)])
        for one in sections
        if one.lines or one.points
    )


def sections_of(text: str) -> tuple[Section, ...]:
    """The sections of a plain text; what stands before the first heading has none."""
    found: list[tuple[str, list[str], list[str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.endswith(":") and not line.startswith(_POINT):
            found.append((line[:-1], [], []))
            continue
        if not found:
            found.append(("", [], []))
        _, lines, points = found[-1]
        if line.startswith(_POINT):
            points.append(line.removeprefix(_POINT))
        else:
            lines.append(line)
    return tuple(Section(title, tuple(lines), tuple(points)) for title, lines, points in found)


def _heading(title: str) -> str:
    return one_line(title).rstrip(":").removeprefix(_POINT)


def _line(text: str) -> str:
    return one_line(text).lstrip("- ").rstrip(": ")


def _point(text: str) -> str:
    return f"{_POINT}{one_line(text)}"
