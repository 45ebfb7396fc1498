"""What is different between two texts? PURE: lines side by side, and the words that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

AROUND = 3
"""Lines shown before and after a change."""
ALIKE = 0.4
"""Two lines with less in common are shown as gone and come, not word by word."""
LONG_LINE = 2_000
"""Characters; of longer lines the words are not compared."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")

Side = Literal["same", "gone", "come", "none"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; `lit` where it is different."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a row; without a number there is no line here."""

    number: int | None
    kind: Side
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The line."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it was, and as it is."""

    before: Half
    after: Half

    @property
    def changed(self) -> bool:
        """Whether they differ."""
        return self.before.kind != "same"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Rows that lie together, and how many equal ones are left out before them."""

    skipped: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side."""

    hunks: tuple[Hunk, ...]
    gone: int
    """Lines that are in the first only."""
    come: int
    rest: int = 0
    """Equal lines after the last hunk."""

    @property
    def equal(self) -> bool:
        """Whether there is nothing to see."""
        return not self.hunks


NOWHERE = Half(None, "none")


def compare(before: str, after: str, around: int = AROUND) -> Comparison:
    """The differences, with a few equal lines around each."""
    rows = list(_rows(before.splitlines(), after.splitlines()))
    near = [False] * len(rows)
    for index, row in enumerate(rows):
        if row.changed:
            start, end = max(0, index - around), min(len(rows), index + around + 1)
            near[start:end] = [True] * (end - start)
    hunks, taken, skipped = list[Hunk](), list[Row](), 0
    left_out = 0
    for row, shown in zip(rows, near, strict=True):
        if shown:
            if not taken:
                skipped = left_out
            taken.append(row)
            left_out = 0
        else:
            if taken:
                hunks.append(Hunk(skipped, tuple(taken)))
                taken = []
            left_out += 1
    if taken:
        hunks.append(Hunk(skipped, tuple(taken)))
    return Comparison(
        tuple(hunks),
        gone=sum(row.before.kind == "gone" for row in rows),
        come=sum(row.after.kind == "come" for row in rows),
        rest=left_out,
    )


def _rows(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, b_start, b_end, a_start, a_end in matcher.get_opcodes():
        if tag == "equal":
            for offset, line in enumerate(before[b_start:b_end]):
                same = (Piece(line),)
                yield Row(
                    Half(b_start + offset + 1, "same", same),
                    Half(a_start + offset + 1, "same", same),
                )
        else:
            yield from _replaced(before[b_start:b_end], after[a_start:a_end], b_start, a_start)


def _replaced(
    before: Sequence[str], after: Sequence[str], b_start: int, a_start: int
) -> Iterator[Row]:
    """Lines opposite each other in their order: editors of YAML seldom move lines about."""
    for offset, (was, now) in enumerate(zip_longest(before, after)):
        b_number, a_number = b_start + offset + 1, a_start + offset + 1
        if was is None:
            yield Row(NOWHERE, Half(a_number, "come", (Piece(now or ""),)))
        elif now is None:
            yield Row(Half(b_number, "gone", (Piece(was),)), NOWHERE)
        else:
            lit = _lit(was, now)
            yield Row(Half(b_number, "gone", lit[0]), Half(a_number, "come", lit[1]))


def _lit(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if max(len(was), len(now)) > LONG_LINE:
        return (Piece(was),), (Piece(now),)
    b_words, a_words = _WORDS.findall(was), _WORDS.findall(now)
    matcher = SequenceMatcher(None, b_words, a_words, autojunk=False)
    if matcher.ratio() < ALIKE:
        return (Piece(was),), (Piece(now),)
    left, right = list[Piece](), list[Piece]()
    for tag, b_start, b_end, a_start, a_end in matcher.get_opcodes():
        lit = tag != "equal"
        if b_end > b_start:
            left.append(Piece("".join(b_words[b_start:b_end]), lit))
        if a_end > a_start:
            right.append(Piece("".join(a_words[a_start:a_end]), lit))
    return tuple(left), tuple(right)
