"""What does it take to try a draft on very many leads? `python -m bench.replaying`;
`--leads 100000` for as many as the goal is about.
"""

import argparse
import asyncio
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.rehearsal.rehearsal import SystemClock
from bench.past import DAYS, SCRIPT, stored
from bench.processes import machine
from console.replay_crew import Processes
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.replays import Hands, Replay, Replays
from storage.scripts import Scripts

LEADS, GOAL_LEADS = 20_000, 100_000
GOAL = 60.0
"""Seconds, for GOAL_LEADS."""
BUDGET, TIERS = "overlaps: {min: 3000,", "tiers: {hot: 70, warm: 40,"
DRAFT = SCRIPT.replace(BUDGET, "overlaps: {min: 6500,").replace(TIERS, "tiers: {hot: 60, warm: 35,")
screen = Console(width=None if os.isatty(1) else 150)


async def replayed(url: str, hands: Hands | None) -> tuple[Replay, float]:
    """The replay, and its seconds."""
    database = Database(url)
    replays = Replays(database, Scripts(database, parse_script, SystemClock()), hands)
    began, now = time.perf_counter(), datetime.now(UTC)
    found = await replays.replay(DRAFT, now - timedelta(days=DAYS + 1), now)
    took = time.perf_counter() - began
    await database.close()
    return found, took


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=LEADS)
    asked = parser.parse_args()
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    table = Table("Replay (SQLite)", "leads", "changed", "seconds", "leads a second", "goal, s")
    with tempfile.TemporaryDirectory(prefix="banter-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'past.db'}"
        stored(url, asked.leads)
        for name, hands in (("a process for each core", Processes()), ("one thread", None)):
            found, took = asyncio.run(replayed(url, hands))
            goal = f"{GOAL * asked.leads / GOAL_LEADS:g}"
            table.add_row(
                name,
                f"{found.leads:,}",
                f"{found.changed:,}",
                f"{took:.1f}",
                f"{found.leads / took:,.0f}",
                goal,
            )
    screen.print(table)
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
