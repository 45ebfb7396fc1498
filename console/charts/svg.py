"""What is a drawing made of? Elements whose every text is escaped, and the frame around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

LONGEST = 30
"""Characters of a label that fit beside its figure on a telephone; its table has all of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart says to those who do not see it."""

    name: str
    """Unlike every other on its page: ids are made of it."""
    title: str
    told: str
    """The chart in a sentence or two."""


def tag(name: str, *children: str, **attributes: object) -> Markup:
    """An element; `class_` and `stroke_width` are written as HTML writes them."""
    written = "".join(
        f' {_name(key)}="{escape(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(map(escape, children))
    return Markup(f"<{name}{written}>{inside}</{name}>")  # noqa: S704 - all that is in it is escaped


def frame(kind: str, words: Words, height: float, *body: str) -> Markup:
    """The whole chart."""
    title, told = f"{words.name}-title", f"{words.name}-told"
    return tag(
        "svg",
        tag("title", words.title, id=title),
        tag("desc", words.told, id=told),
        *body,
        class_=f"chart chart-{kind}",
        role="img",
        aria_labelledby=f"{title} {told}",
        width="100%",
        height=height,
    )


def text(words: str, x: str, y: float, *, of: str, anchor: str = "start") -> Markup:
    """Words of the class `of`; what is too long is cut, and whole in its tooltip."""
    short = words if len(words) <= LONGEST or of != "chart-label" else f"{words[: LONGEST - 1]}…"
    whole = [tag("title", words)] if short != words else []
    return tag("text", *whole, escape(short), x=x, y=y, class_=of, text_anchor=anchor)


def line(x1: str, y1: float, x2: str, y2: float, of: str) -> Markup:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=of)


def box(x: str, y: float, width: str, height: float, of: str, radius: float = 2) -> Markup:
    """A bar."""
    return tag("rect", x=x, y=y, width=width, height=height, rx=radius, class_=of)


def dot(x: str, y: float, of: str, radius: float = 4, said: str = "") -> Markup:
    """A point; `said` is shown to whoever rests on it."""
    told = [tag("title", said)] if said else []
    return tag("circle", *told, cx=x, cy=y, r=radius, class_=of)


def percent(share: float) -> str:
    """A place across the chart: 0 is its left edge, 1 its right one."""
    return f"{_number(100 * min(1.0, max(0.0, share)))}%"


def joined(parts: Iterable[str]) -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


def _name(key: str) -> str:
    return {"viewBox": "viewBox", "preserveAspectRatio": "preserveAspectRatio"}.get(
        key, key.rstrip("_").replace("_", "-")
    )


def _number(value: object) -> str:
    """Two decimals at most: a hundredth of a pixel is seen by nobody."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
