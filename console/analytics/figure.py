"""What is a figure on a page? A chart, its table, what it counts, and the same as a file."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from qualification.analytics.definitions import DEFINITIONS
from qualification.analytics.rates import Rate

Raw = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as people read it, and as programs do."""

    said: str
    raw: Raw
    number: bool = True


@dataclass(frozen=True, slots=True)
class Key:
    """What a colour of the chart stands for."""

    of: str
    """A class of static/charts.css."""
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One card of a page; `note` says what is missing where there is no chart."""

    name: str
    """In addresses, and of the ids of its chart."""
    title: str
    counts: tuple[str, ...]
    """What is counted, and from where: names of DEFINITIONS."""
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: Markup | None = None
    keys: tuple[Key, ...] = ()
    note: str = ""
    remark: str = ""
    """How to take it."""
    wide: bool = False

    @property
    def definitions(self) -> tuple[str, ...]:
        """In English; shown in the person's language."""
        return tuple(DEFINITIONS[one] for one in self.counts)

    @property
    def csv(self) -> str:
        """The table as a file (RFC 4180)."""
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow(self.head)
        writer.writerows([[_tame(cell.raw) for cell in row] for row in self.rows])
        return written.getvalue()


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one thing, like a script."""

    title: str
    figures: tuple[Figure, ...]


def label(text: str, raw: str | None = None) -> Cell:
    """A cell with words."""
    return Cell(text, text if raw is None else raw, number=False)


def low_high(rate: Rate) -> tuple[Raw, Raw]:
    """The interval as a file has it."""
    low, high = rate.interval
    return round(low, 4), round(high, 4)


def found(sections: Sequence[Section], name: str) -> Figure | None:
    """The figure of this name."""
    every = (figure for section in sections for figure in section.figures)
    return next((figure for figure in every if figure.name == name), None)


def _tame(raw: Raw) -> Raw:
    """No cell begins like a formula of a spreadsheet (OWASP, CSV injection)."""
    risky = isinstance(raw, str) and raw.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{raw}" if risky else raw
