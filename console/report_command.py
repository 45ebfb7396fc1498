"""How is it going? `report`: tables at a terminal, JSON, or CSV."""

import asyncio
import csv
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from console.looking_back import past_of
from console.looking_back import since as ago
from console.report_document import COLUMNS, document, measures, rows
from console.report_tables import (
    in_words,
    show_changes,
    show_fairness,
    show_handling,
    show_weeks,
)
from console.wiring import Trouble, screen
from qualification.analytics.calibration import Calibrated
from qualification.analytics.rates import Rate
from qualification.analytics.separation import Separating, Separation
from storage.report_scope import Scope
from storage.reports import Report
from storage.script_reports import ScriptReport

ROWS = 15
"""Of a table shown to a person; `--json` and `--csv` have all."""

report_cli = typer.Typer()


@report_cli.command()
def report(
    context: typer.Context,
    since: Annotated[str, typer.Option(help="How far back, like 90d.")] = "90d",
    as_json: Annotated[bool, typer.Option("--json", help="The report as one JSON object.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Its rates as rows.")] = False,
    capacity: Annotated[
        int | None, typer.Option(min=1, help="How many leads the team can call.")
    ] = None,
    script: Annotated[str | None, typer.Option(help="Of this script alone.")] = None,
    channel: Annotated[str | None, typer.Option(help="Of this channel alone.")] = None,
    source: Annotated[str | None, typer.Option(help='Of this source alone; "(none)": of none.')] = (
        None
    ),
) -> None:
    """Rates by source, channel and person, questions, and what the points are worth."""
    now = datetime.now(UTC)
    try:
        start = ago(since, now)
    except ValueError as error:
        raise Trouble(str(error)) from error

    scope = Scope(script, channel, source)

    async def work() -> Report:
        async with past_of(context).desk() as desk:
            return await desk.reports.report(start, now, capacity=capacity, scope=scope)

    found = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps(document(found), ensure_ascii=False, indent=2))
    elif as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(COLUMNS)
        writer.writerows(rows(found))
    else:
        show(found, screen)


def show(found: Report, console: Console) -> None:
    """The report for a person."""
    since = f"{found.since:%Y-%m-%d}"
    if not found.leads:
        console.print(f"Nobody has written since {since}.")
        return
    console.print(
        f"Leads since {since}: {found.leads}, {found.undecided} of them still undecided.",
        highlight=False,
    )
    ends = {"Qualified": found.qualified, "Accepted by sales": found.accepted, "Won": found.won}
    for name, rate in ends.items():
        console.print(f"{name}: {in_words(rate)}.", highlight=False)
    missed = found.near_misses
    if missed.leads:
        console.print(
            f"{missed.leads} near misses were left for people to look at; worth a call after all: "
            f"{in_words(missed.found)}.",
            highlight=False,
        )
    for currency, amount in sorted(found.amounts.items()):
        console.print(f"Won deals brought: {amount} {currency}", highlight=False)
    for measure, rates in measures(found).items():
        for dimension, values in rates.items():
            console.print(_rates(f"{measure} by {dimension}", values))
    show_weeks(found.weeks, console)
    show_handling(found.handling, console)
    show_fairness(found.fairness, console)
    for script in found.scripts:
        _show_script(script, console)
        show_changes(script, console)


def _rates(title: str, values: Mapping[str, Rate]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD, padding=0)
    table.add_column(title.rpartition(" ")[2])
    for column in ("hits", "of", "share", "95 %"):
        table.add_column(column, justify="right")
    table.add_column("")
    for name, rate in list(values.items())[:ROWS]:
        low, high = rate.interval
        table.add_row(
            escape(name),
            str(rate.hits),
            str(rate.of),
            f"{rate.share or 0:.0%}",
            f"{low:.0%} to {high:.0%}",
            "" if rate.enough else "not enough data",
        )
    left = len(values) - ROWS
    if left > 0:
        table.add_row(f"… and {left} more")
    return table


def _show_script(found: ScriptReport, console: Console) -> None:
    title = f"{found.script}: what became of each question ({found.looked_at} leads)"
    table = Table(title=title, box=SIMPLE_HEAD, padding=0)
    table.add_column("question")
    for column in ("reached", "answered", "declined", "left at it"):
        table.add_column(column, justify="right")
    for step in found.funnel:
        parts = (step.answered, step.declined, step.dropped)
        shares = ("" if one.share is None else f"{one.share:.0%}" for one in parts)
        table.add_row(step.key, str(step.reached), *shares)
    console.print(table)
    for one in found.separations:
        _show_separation(found.script, one, console)
    _show_calibration(found, console)


_ENDS = {"passed": "passed our rules", "accepted": "accepted by sales", "won": "won"}
_WHO = {"passed": "passes our rules", "accepted": "is accepted by sales", "won": "is won"}


def _show_separation(script: str, found: Separation, console: Console) -> None:
    console.print(f"Which questions tell who {_WHO[found.target]}? {found.note}")
    if not found.enough:
        return
    table = Table(title=f"{script}: {_ENDS[found.target]}", box=SIMPLE_HEAD, padding=0)
    table.add_column("question")
    for column in ("good answers", "95 %", "bits", "q"):
        table.add_column(column, justify="right")
    table.add_column("")
    for one in found.questions:
        low, high = one.interval or (0.0, 0.0)
        table.add_row(
            one.key,
            "" if one.effect is None else f"{one.effect:+.0%}",
            "" if one.interval is None else f"{low:+.0%} to {high:+.0%}",
            f"{one.information:.3f}",
            f"{one.q:.3f}",
            told_apart(one),
        )
    console.print(table)


def told_apart(one: Separating) -> str:
    """What may be said of a question: the test looks at all its answers, the effect at good ones
    beside the rest.
    """
    if not one.separates:
        return "may be chance"
    low, high = one.interval or (0.0, 0.0)
    return "separates" if low > 0 or high < 0 else "its answers differ, good or not"


def _show_calibration(found: ScriptReport, console: Console) -> None:
    one = found.calibration
    if not isinstance(one, Calibrated):
        console.print(f"What the points are worth: {one.note}")
        return
    table = Table(
        title=f"{found.script}: chances said and wins ({one.method}, {one.known} deals)",
        box=SIMPLE_HEAD,
        padding=0,
    )
    table.add_column("said", justify="right")
    table.add_column("won")
    for each in one.quality.bins:
        table.add_row(f"{each.said:.0%}", in_words(each.came_true))
    console.print(table)
    low, high = one.quality.area_interval
    console.print(
        f"Brier's skill against the base rate {one.quality.skill:+.2f}; "
        f"area under the curve {one.quality.area:.2f} ({low:.2f} to {high:.2f}).",
        highlight=False,
    )
    if found.lift:
        console.print(
            f"Calling the best {found.lift.called.of} first: {in_words(found.lift.called)} won, "
            f"{found.lift.times:.1f} times the average.",
            highlight=False,
        )
    if found.expectation:
        expected = found.expectation
        verdict = "more than chance explains" if expected.surprising else "within chance"
        console.print(
            f"Of the later {expected.leads} deals {expected.expected:.1f} were expected to be won "
            f"({expected.low} to {expected.high}), {expected.wins} were: {verdict}.",
            highlight=False,
        )
    if found.suggestion:
        for key, points in found.suggestion.points.items():
            text = ", ".join(f"{state} {worth:+d}" for state, worth in points.items())
            odd = " (works against the question: ask why)" if key in found.suggestion.odd else ""
            console.print(f"The deals suggest for {key}: {text}{odd}", highlight=False)
