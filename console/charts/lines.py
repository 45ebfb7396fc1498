"""How is time drawn? From left to right: lines with their bands, and little ones without a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from console.charts.rows import Say
from console.charts.scales import along, share_marks
from console.charts.svg import Words, dot, frame, line, percent, tag, text

HEIGHT, TOP, FOOT = 220.0, 10.0, 24.0
LEFT = 0.09
"""So much of the width is for the figures of the axis."""
_WIDE = 1000
"""Of the inner drawing, which is stretched to its place."""
LABELS = 5
"""Of the moments; a telephone has room for no more."""


@dataclass(frozen=True, slots=True)
class Point:
    """A share at one moment, with its interval."""

    moment: int
    """Its place among the moments of the chart."""
    share: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line."""

    name: str
    points: tuple[Point, ...]


def lines(words: Words, moments: Sequence[str], series: Sequence[Series], say: Say) -> Markup:
    """Shares over time, each in the band in which the true one lies."""
    points = [point for one in series for point in one.points]
    axis = share_marks(max((point.high for point in points), default=0))
    body = []
    for mark in axis:
        y = _down(mark, axis)
        body.append(line(percent(LEFT), y, "100%", y, "chart-grid"))
        body.append(text(say(mark), percent(LEFT - 0.015), y + 4, of="chart-mark", anchor="end"))
    for place, label in _labelled(moments):
        at = percent(_across(place, len(moments)))
        last = place == len(moments) - 1
        anchor = "end" if last and place else "middle"
        body.append(text(label, at, HEIGHT - 6, of="chart-mark", anchor=anchor))
    stretched = [
        part
        for number, one in enumerate(series, 1)
        for part in _line(one, number, axis, len(moments))
    ]
    body.append(
        tag(
            "svg",
            *stretched,
            x=0,
            y=0,
            width="100%",
            height=HEIGHT,
            viewBox=f"0 0 {_WIDE} {HEIGHT:.0f}",
            preserveAspectRatio="none",
        )
    )
    for number, one in enumerate(series, 1):
        for point in one.points:
            at, y = percent(_across(point.moment, len(moments))), _down(point.share, axis)
            body.append(dot(at, y, f"chart-dot chart-series-{number}", 3.5, point.said))
    return frame("lines", words, HEIGHT, *body)


def sparkline(words: Words, values: Sequence[float]) -> Markup:
    """How something went, at a glance."""
    most = max(values, default=0) or 1
    step = _WIDE / max(1, len(values) - 1)
    path = " ".join(
        f"{place * step:.0f},{30 - 26 * value / most:.1f}" for place, value in enumerate(values)
    )
    inner = tag(
        "svg",
        tag("polyline", points=path, class_="chart-line chart-series-1"),
        width="100%",
        height=32,
        viewBox=f"0 0 {_WIDE} 32",
        preserveAspectRatio="none",
    )
    return frame("sparkline", words, 32, inner)


def _line(one: Series, number: int, axis: Sequence[float], moments: int) -> list[Markup]:
    across = [round(_WIDE * _across(point.moment, moments), 1) for point in one.points]
    ups = [f"{x},{_down(p.high, axis):.1f}" for x, p in zip(across, one.points, strict=True)]
    downs = [f"{x},{_down(p.low, axis):.1f}" for x, p in zip(across, one.points, strict=True)]
    middle = [f"{x},{_down(p.share, axis):.1f}" for x, p in zip(across, one.points, strict=True)]
    band = " ".join((*ups, *reversed(downs)))
    return [
        tag("polygon", points=band, class_=f"chart-band chart-series-{number}"),
        tag("polyline", points=" ".join(middle), class_=f"chart-line chart-series-{number}"),
    ]


def _across(place: int, moments: int) -> float:
    return LEFT + 0.02 + (0.97 - LEFT) * place / max(1, moments - 1)


def _down(share: float, axis: Sequence[float]) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * along(share, axis)


def _labelled(moments: Sequence[str]) -> list[tuple[int, str]]:
    """The last one, and as many before it as there is room for."""
    every = max(1, -(-len(moments) // LABELS))
    last = len(moments) - 1
    return [(place, one) for place, one in enumerate(moments) if (last - place) % every == 0]
