"""Charts of made-up figures, as they were drawn when somebody last looked at them.

`python -m tests.console.charts.drawings` draws them anew: look at each before it is committed.
"""

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from console.charts.lines import Point, Series, lines, sparkline
from console.charts.reliability import Came, reliability
from console.charts.rows import (
    Count,
    Gap,
    Share,
    Span,
    Stage,
    counts,
    funnel,
    gaps,
    shares,
    spans,
)
from console.charts.svg import Words

FOLDER = Path(__file__).parent / "drawn"


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _words(name: str) -> Words:
    return Words(name, f"The {name}", f"What the {name} shows, in words")


def drawings() -> Mapping[str, Markup]:
    """Every kind of chart."""
    return {
        "funnel": funnel(
            _words("funnel"),
            [Stage("Need", "90 reached", (80, 4, 6)), Stage("Budget", "70 reached", (40, 0, 30))],
        ),
        "shares": shares(
            _words("shares"),
            [
                Share("/pricing", "41% (33/80)", 0.4125, 0.311, 0.522),
                Share("ads", "20% (1/5)", 0.2, 0.036, 0.624, enough=False),
                Share("(none)", "nothing yet", None, 0.0, 1.0, enough=False),
            ],
            _percent,
            0.39,
        ),
        "gaps": gaps(
            _words("gaps"),
            [
                Gap("Authority", "+31 points", 0.31, 0.2, 0.41, stands_out=True),
                Gap("Company size", "-2 points", -0.02, -0.12, 0.08, stands_out=False),
            ],
            _percent,
        ),
        "counts": counts(
            _words("counts"),
            [
                Count("2026-09", "21 won", 21, 20.4, 14, 27, stands_out=False),
                Count("2026-10", "35 won", 35, 24.1, 17, 31, stands_out=True),
            ],
            lambda number: f"{number:g}",
        ),
        "spans": spans(
            _words("spans"),
            [Span("To our reply", "2 s", 2, 5), Span("To the verdict", "4 min", 240, 90_000)],
            lambda seconds: f"{seconds:g} s",
        ),
        "lines": lines(
            _words("lines"),
            ["2 Nov", "9 Nov", "16 Nov"],
            [
                Series(
                    "version 1",
                    (
                        Point(0, 0.3, 0.2, 0.42, "30%"),
                        Point(1, 0.35, 0.25, 0.47, "35%"),
                        Point(2, 0.5, 0.38, 0.62, "50%"),
                    ),
                ),
                Series("version 2", (Point(2, 0.6, 0.4, 0.77, "60%"),)),
            ],
            _percent,
        ),
        "sparkline": sparkline(_words("sparkline"), [3, 5, 4, 9]),
        "reliability": reliability(
            _words("reliability"),
            [Came(0.2, 0.18, 0.1, 0.3, "20, 18"), Came(0.7, 0.65, 0.5, 0.78, "70, 65")],
            _percent,
            "said to be won",
        ),
    }


if __name__ == "__main__":
    for _name, _drawing in drawings().items():
        (FOLDER / f"{_name}.svg").write_text(f"{_drawing}\n", encoding="utf-8")
