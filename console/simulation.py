"""How does a run of simulated prospects look at a terminal? Progress, tables, and the offenders."""

from collections.abc import AsyncIterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agent.simulation.report import Report, Tally
from agent.simulation.rules import RULES
from agent.simulation.simulation import Simulated
from console.progress import bar

MISREADINGS = 20
"""Shown to a person; `--json` has all of them."""


async def watched(
    talks: AsyncIterator[Simulated], count: int, console: Console
) -> tuple[Simulated, ...]:
    """The conversations, with a bar while they run (on a terminal only)."""
    done: list[Simulated] = []
    with bar("conversations", count, console) as advance:
        async for one in talks:
            done.append(one)
            advance(1)
    return tuple(done)


def show(report: Report, console: Console) -> None:
    """The report for a person."""
    for one in report.broken():
        console.print(escape(str(one)), soft_wrap=True, highlight=False)
        console.print()
    console.print(_people(report))
    console.print(_readings(report))
    for _, read in report.misread()[:MISREADINGS]:
        text = f"{read.grade}: {read.wrote!r} meant {read.meant}; got {read.got or 'nothing'}"
        console.print(escape(text), soft_wrap=True, highlight=False)
    left = len(report.misread()) - MISREADINGS
    if left > 0:
        console.print(f"… and {left} more: --json lists them all", highlight=False)
    for rule, count in report.rules().items():
        console.print(f"[red]{rule}[/]: {RULES[rule]} ({count} conversations)")
    if not report.rules():
        console.print("[green]No rule was broken.[/]")


def _people(report: Report) -> Table:
    title = f"{report.script}, seed {report.seed}"
    table = Table(title=title, box=SIMPLE_HEAD, padding=0)
    table.add_column("prospect", no_wrap=True)
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for one in report.tallies():
        table.add_row(f"{one.name}, {one.language}", *_cells(one))
    table.add_section()
    table.add_row("all", *_cells(report.total()), style="bold")
    return table


_COLUMNS = (
    "talks",
    "qual.",
    "turns",
    "most",
    "again",
    "silent",
    "dead",
    "broken",
)


def _cells(one: Tally) -> tuple[str, ...]:
    return (
        str(one.conversations),
        f"{one.rate:.0%}",
        f"{one.average_turns:.1f}",
        str(one.most_turns),
        str(one.asked_again),
        str(one.unanswered),
        str(one.dead_ends),
        str(one.broken),
    )


def _readings(report: Report) -> Table:
    title = "What was said in words, and is on record at the end"
    table = Table(title=title, box=SIMPLE_HEAD, padding=0)
    table.add_column("kind")
    for column in ("right", "missed", "wrong", "right of all"):
        table.add_column(column, justify="right")
    for kind, grades in report.readings().items():
        cells = [str(grades[one]) for one in ("right", "missed", "wrong")]
        table.add_row(kind, *cells, f"{grades['right'] / sum(grades.values()):.0%}")
    return table
