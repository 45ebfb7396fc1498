"""What does a report over very many leads take? `python -m bench.reports`; `--million` for a
million of them (some ten minutes, most of it to write them).
"""

import argparse
import asyncio
import os
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.rehearsal.rehearsal import SystemClock
from bench.past import DAYS, stored
from bench.processes import machine, new_database, postgres
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.reports import Reports
from storage.scripts import Scripts

LEADS, MILLION = 50_000, 1_000_000
GOAL = 5.0
"""Seconds, for a million on PostgreSQL."""
RUNS = 3
SPANS = (DAYS, 30)
screen = Console(width=None if os.isatty(1) else 150)


async def reported(url: str, days: int) -> tuple[int, float, float]:
    """The leads of a report that far back, the seconds of the first and of the quickest."""
    database, now = Database(url), datetime.now(UTC)
    reports, times, leads = Reports(database, Scripts(database, parse_script, SystemClock())), [], 0
    for _ in range(RUNS):
        began = time.perf_counter()
        leads = (await reports.report(now - timedelta(days=days), now)).leads
        times.append(time.perf_counter() - began)
    await database.close()
    return leads, times[0], min(times)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=LEADS)
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgresql"])
    asked = parser.parse_args()
    leads = MILLION if asked.million else asked.leads
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    table = Table("Report", "leads in it", "written in, s", "first, s", "again, s", "goal, s")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="banter-bench-"))
        for name in asked.databases:
            if name == "sqlite":
                url = f"sqlite:///{Path(folder) / 'past.db'}"
            else:
                server, _ = stack.enter_context(postgres())
                url = new_database(server, "past")
            began = time.perf_counter()
            stored(url, leads)
            wrote = time.perf_counter() - began
            for days in SPANS:
                found, first, again = asyncio.run(reported(url, days))
                goal = f"{GOAL:g}" if found == MILLION and name != "sqlite" else ""
                table.add_row(
                    f"{name}, {leads:,} stored, {days} days",
                    f"{found:,}",
                    f"{wrote:.0f}",
                    f"{first:.2f}",
                    f"{again:.2f}",
                    goal,
                )
    screen.print(table)
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
