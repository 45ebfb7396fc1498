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
    id: str | None = None
    """By which it is kept, where that is not what it is called."""


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
        """The table as a file (RFC 4180), with the ids of what has names of its own."""
        ids = [[cell.id for cell in row if cell.id is not None] for row in self.rows]
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow([*self.head, "id"] if any(ids) else self.head)
        for row, of in zip(self.rows, ids, strict=True):
            writer.writerow([_tame(one) for one in (*(cell.raw for cell in row), *of)])
        return written.getvalue()


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one thing, like a script."""

    title: str
    figures: tuple[Figure, ...]


def label(text: str, raw: str | None = None, of: str | None = None) -> Cell:
    """A cell with words; `of`: the id of what they name."""
    return Cell(text, text if raw is None else raw, number=False, id=of)


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
