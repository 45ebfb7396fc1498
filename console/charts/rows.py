"""How are bars drawn? A row each: its label and figure on one line, its bar below them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from console.charts.scales import (
    along,
    along_times,
    marks,
    share_marks,
    spread_marks,
    time_marks,
)
from console.charts.svg import Words, box, dot, frame, joined, line, percent, text

ROW = 44.0
LABEL, BAR, THICK = 15.0, 23.0, 12.0
"""Down a row: the line that its words stand on, the top of its bar, and how thick that is."""
FOOT = 22.0

_RowT = TypeVar("_RowT")
Say = Callable[[float], str]
"""A figure of the axis in words."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A question of the funnel: of those who reached it, so many did each."""

    label: str
    said: str
    parts: tuple[int, ...]
    """In the order of the legend."""


@dataclass(frozen=True, slots=True)
class Share:
    """A rate with its interval; None where nothing was counted."""

    label: str
    said: str
    share: float | None
    low: float
    high: float
    enough: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference with its interval, to one side of nothing or to both."""

    label: str
    said: str
    gap: float
    low: float
    high: float
    stands_out: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A number that came, and where it was expected to lie."""

    label: str
    said: str
    came: float
    expected: float
    low: float
    high: float
    stands_out: bool


@dataclass(frozen=True, slots=True)
class Span:
    """How long something takes, in seconds: the middle and the slow end."""

    label: str
    said: str
    median: float
    slow: float


def funnel(words: Words, stages: Sequence[Stage]) -> Markup:
    """Bars as long as many reached the question, in parts."""
    most = max((sum(stage.parts) for stage in stages), default=0) or 1
    body = []
    for top, stage in _placed(stages):
        body.append(_words(top, stage.label, stage.said))
        start = 0.0
        for place, part in enumerate(stage.parts):
            if part:
                width = part / most
                of = f"chart-part chart-part-{place + 1}"
                body.append(box(percent(start), top + BAR, percent(width), THICK, of, 0))
                start += width
    return frame("funnel", words, ROW * len(stages), *body)


def shares(words: Words, rows: Sequence[Share], say: Say, overall: float | None = None) -> Markup:
    """Bars with whiskers; `overall` is drawn through all of them."""
    axis = share_marks(max((row.high if row.enough else row.share or 0 for row in rows), default=0))
    body = [_axis(axis, len(rows), along, say)]
    if overall is not None:
        at = percent(along(overall, axis))
        body.append(line(at, 0, at, ROW * len(rows), "chart-overall"))
    for top, row in _placed(rows):
        body.append(_words(top, row.label, row.said))
        body.append(box("0%", top + BAR, "100%", THICK, "chart-track"))
        if row.share is not None:
            of = "chart-bar" if row.enough else "chart-bar chart-faint"
            body.append(box("0%", top + BAR, percent(along(row.share, axis)), THICK, of))
            body.append(_whisker(top, along(row.low, axis), along(row.high, axis)))
    return frame("shares", words, ROW * len(rows) + FOOT, *body)


def gaps(words: Words, rows: Sequence[Gap], say: Say) -> Markup:
    """Points with whiskers, to both sides of nothing."""
    axis = spread_marks(max((max(abs(row.low), abs(row.high)) for row in rows), default=0))
    nothing = percent(along(0, axis))
    body = [_axis(axis, len(rows), along, say)]
    body.append(line(nothing, 0, nothing, ROW * len(rows), "chart-zero"))
    for top, row in _placed(rows):
        of = "chart-dot" if row.stands_out else "chart-dot chart-faint"
        body.append(_words(top, row.label, row.said))
        body.append(_whisker(top, along(row.low, axis), along(row.high, axis)))
        body.append(dot(percent(along(row.gap, axis)), top + BAR + THICK / 2, of, 5))
    return frame("gaps", words, ROW * len(rows) + FOOT, *body)


def counts(words: Words, rows: Sequence[Count], say: Say) -> Markup:
    """What came as a point, what chance alone allows as a bar, what was expected as a mark."""
    axis = marks(max((max(row.came, row.high) for row in rows), default=0))
    body = [_axis(axis, len(rows), along, say)]
    for top, row in _placed(rows):
        low, high = along(row.low, axis), along(row.high, axis)
        at = percent(along(row.expected, axis))
        of = "chart-dot chart-alarm" if row.stands_out else "chart-dot"
        body.append(_words(top, row.label, row.said))
        width = percent(max(high - low, 0.004))
        body.append(box(percent(low), top + BAR, width, THICK, "chart-range"))
        body.append(line(at, top + BAR - 2, at, top + BAR + THICK + 2, "chart-expected"))
        body.append(dot(percent(along(row.came, axis)), top + BAR + THICK / 2, of, 5))
    return frame("counts", words, ROW * len(rows) + FOOT, *body)


def spans(words: Words, rows: Sequence[Span], say: Say) -> Markup:
    """From the middle to the slow end, by the logarithm."""
    axis = time_marks(max((row.slow for row in rows), default=0))
    body = [_axis(axis, len(rows), along_times, say)]
    for top, row in _placed(rows):
        middle, slow = along_times(row.median, axis), along_times(row.slow, axis)
        body.append(_words(top, row.label, row.said))
        body.append(box("0%", top + BAR, "100%", THICK, "chart-track"))
        body.append(box("0%", top + BAR, percent(slow), THICK, "chart-range"))
        body.append(box("0%", top + BAR, percent(max(middle, 0.004)), THICK, "chart-bar"))
    return frame("spans", words, ROW * len(rows) + FOOT, *body)


def _placed(rows: Sequence[_RowT]) -> Iterable[tuple[float, _RowT]]:
    return ((ROW * place, row) for place, row in enumerate(rows))


def _words(top: float, label: str, said: str) -> Markup:
    return joined(
        (
            text(label, "0%", top + LABEL, of="chart-label"),
            text(said, "100%", top + LABEL, of="chart-said", anchor="end"),
        )
    )


def _whisker(top: float, low: float, high: float) -> Markup:
    y = top + BAR + THICK / 2
    ends = (line(percent(one), y - 4, percent(one), y + 4, "chart-whisker") for one in (low, high))
    across = line(percent(low), y, percent(high), y, "chart-halo")
    return joined((across, line(percent(low), y, percent(high), y, "chart-whisker"), *ends))


def _axis(
    axis: Sequence[float],
    rows: int,
    place: Callable[[float, Sequence[float]], float],
    say: Say,
) -> Markup:
    """Lines down the rows, and their figures at the foot."""
    foot = ROW * rows
    parts = []
    for number, mark in enumerate(axis):
        at = percent(place(mark, axis))
        ends = {0: "start", len(axis) - 1: "end"}
        parts.append(line(at, 0, at, foot, "chart-grid"))
        anchor = ends.get(number, "middle")
        parts.append(text(say(mark), at, foot + 15, of="chart-mark", anchor=anchor))
    return joined(parts)
