"""How soon is a qualified lead where sales work, and is each there once?

`python -m bench.delivering --help`
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from bench.processes import machine
from bench.soon import LATENCY, Soon, Times, soon
from bench.sure import Sure, SureOfAll, sure, sure_of_all
from storage.jobs import prepare_jobs
from storage.migrate import migrate

A_MINUTE, MINUTES = 50, 1.0
GOAL_P50, GOAL_P99 = timedelta(seconds=1), timedelta(seconds=5)
DELIVERIES, IN_STEPS, FAILING = 1000, 200, 0.3
screen = Console(width=None if os.isatty(1) else 150)
T = TypeVar("T")


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--a-minute", type=int, default=A_MINUTE)
    asked.add_argument("--minutes", type=float, default=MINUTES, help="of each of the two runs")
    asked.add_argument("--deliveries", type=int, default=DELIVERIES, help="to a webhook that fails")
    asked.add_argument("--in-steps", type=int, default=IN_STEPS, help="to a CRM that fails")
    asked.add_argument("--failing", type=float, default=FAILING)
    given = asked.parse_args()
    screen.print(f"Delivering: {machine()}, load {os.getloadavg()[0]:.1f}; SQLite, one process")
    if given.minutes:
        runs = [
            asyncio.run(soon(given.a_minute, given.minutes, model=model)) for model in (False, True)
        ]
        screen.print(_soon_table(runs, given.a_minute))
    if given.deliveries:
        found = _on_a_database(lambda url: sure(url, given.deliveries, given.failing))
        screen.print(_sure_table(found))
    if given.in_steps:
        all_of_it = _on_a_database(lambda url: sure_of_all(url, given.in_steps, given.failing))
        screen.print(_all_table(all_of_it))
    screen.print(f"Load at the end: {os.getloadavg()[0]:.1f}")


def _on_a_database(work: Callable[[str], Awaitable[T]]) -> T:
    async def run(url: str) -> T:
        return await work(url)

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        prepare_jobs(url)
        return asyncio.run(run(url))


def _soon_table(runs: Sequence[Soon], a_minute: int) -> Table:
    table = Table(title=f"From the turn that qualifies to the place, {a_minute} leads a minute")
    names = ("Model", "place", "leads", "arrived", "doubled", "p50", "p99", "longest")
    for name in (*names, "CPU ms a lead", "goal"):
        table.add_column(name)
    for run in runs:
        model = f"{LATENCY} s a call" if run.model else "none"
        for found in run.times:
            table.add_row(model, *_shown(found), f"{run.cpu:.0f}", _judged(found))
        if run.better is not None:
            table.add_row(model, *_shown(run.better), "", "")
    return table


def _shown(found: Times) -> Sequence[str]:
    counts = (found.leads, found.arrived, found.doubled)
    times = (found.p50, found.p99, found.longest)
    return (
        found.where,
        *map(str, counts),
        *(f"{one.total_seconds() * 1000:.0f} ms" for one in times),
    )


def _judged(found: Times) -> str:
    good = found.p50 < GOAL_P50 and found.p99 < GOAL_P99 and found.arrived == found.leads
    return "[green]held[/]" if good and not found.doubled else "[red]missed[/]"


def _sure_table(found: Sure) -> Table:
    table = Table(title="Deliveries to a receiver that fails")
    names = ("Deliveries", "lost", "doubled", "requests", "faults", "repeats known", "given up")
    for name in (*names, "deliveries/s"):
        table.add_column(name)
    lost = found.deliveries - found.arrived
    colour = "red" if lost or found.doubled else "green"
    table.add_row(
        str(found.deliveries),
        f"[{colour}]{lost}[/]",
        f"[{colour}]{found.doubled}[/]",
        str(found.requests),
        f"{found.faults} ({found.faults / found.requests:.0%})",
        str(found.repeats),
        str(found.given_up),
        f"{found.deliveries / found.seconds:.0f}",
    )
    return table


def _all_table(found: SureOfAll) -> Table:
    title = "Deliveries to HubSpot (a fake of it) that fails; of each kind of record: lost, doubled"
    table = Table(title=title)
    for name in ("Deliveries", *found.there, "requests", "faults", "given up", "deliveries/s"):
        table.add_column(name)
    colour = "green" if found.good else "red"
    table.add_row(
        str(found.deliveries),
        *(f"[{colour}]{lost}, {more}[/]" for lost, more in found.there.values()),
        str(found.requests),
        f"{found.faults} ({found.faults / found.requests:.0%})",
        str(found.given_up),
        f"{found.deliveries / found.seconds:.1f}",
    )
    return table


if __name__ == "__main__":
    main()
