"""Does what was said of leads come true? Points beside the line on which they should lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from console.charts.rows import Say
from console.charts.scales import along, share_marks
from console.charts.svg import Words, dot, frame, line, percent, text

HEIGHT, TOP, FOOT, LEFT = 280.0, 10.0, 40.0, 0.12


@dataclass(frozen=True, slots=True)
class Came:
    """Leads of which about the same was said, and how often it came true."""

    said: float
    came: float
    low: float
    high: float
    told: str


def reliability(words: Words, points: Sequence[Came], say: Say, across: str) -> Markup:
    """`across`: what the axis along the foot shows."""
    axis = share_marks(max((max(one.said, one.high) for one in points), default=1))
    body = []
    for mark in axis:
        x, y = _across(mark, axis), _down(mark, axis)
        body.append(line(percent(LEFT), y, "100%", y, "chart-grid"))
        body.append(text(say(mark), percent(LEFT - 0.015), y + 4, of="chart-mark", anchor="end"))
        anchor = "end" if mark == axis[-1] else "middle"
        body.append(text(say(mark), x, HEIGHT - FOOT + 16, of="chart-mark", anchor=anchor))
    body.append(text(across, "100%", HEIGHT - 6, of="chart-mark", anchor="end"))
    body.append(line(percent(LEFT), _down(0, axis), "100%", _down(axis[-1], axis), "chart-overall"))
    for one in points:
        x = _across(one.said, axis)
        body.append(line(x, _down(one.low, axis), x, _down(one.high, axis), "chart-whisker"))
        body.append(dot(x, _down(one.came, axis), "chart-dot", 5, one.told))
    return frame("reliability", words, HEIGHT, *body)


def _across(share: float, axis: Sequence[float]) -> str:
    return percent(LEFT + (1 - LEFT) * along(share, axis))


def _down(share: float, axis: Sequence[float]) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * along(share, axis)
