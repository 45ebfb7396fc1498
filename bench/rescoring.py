"""What does it cost to score a lead anew after an event? `python -m bench.rescoring`."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from agent.dialogue import Dialogue
from agent.messages import Opening
from agent.rehearsal.rehearsal import SystemClock
from bench.processes import ROOT
from qualification.answers import AnswerSheet
from qualification.scoring import BehaviourEvent, score
from qualification.scriptfile import parse_script
from storage.behaviour import MOST_EVENTS, Lead, StoredBehaviour, Told
from storage.database import Database
from storage.inbox import StoredInbox
from storage.migrate import migrate
from storage.scripts import Scripts

GOAL = 2.0
"""Milliseconds."""
ROUNDS = 200
TEXT = (ROOT / "prompts" / "scripts" / "crm-suite.yaml").read_text(encoding="utf-8")
KINDS = ("price_page", "demo_video", "support_request", "page_view")


def of_core(events: int) -> list[float]:
    """Milliseconds of CPU of the pure score of a lead with so many events."""
    script, now = parse_script(TEXT), datetime.now(UTC)
    did = [
        BehaviourEvent(KINDS[place % len(KINDS)], now - timedelta(hours=place))
        for place in range(events)
    ]
    times = []
    for _ in range(ROUNDS):
        began = time.thread_time()
        score(script, AnswerSheet(), now, did, last_message=now)
        times.append((time.thread_time() - began) * 1000)
    return times


async def of_an_event() -> list[float]:
    """Milliseconds from an event told to its score on disk (SQLite), one event a batch."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        await asyncio.to_thread(migrate, url)
        database, clock = Database(url), SystemClock()
        scripts = Scripts(database, parse_script, clock)
        version = await scripts.publish(TEXT, origin="file")
        lead = uuid4().hex
        opening = Opening(lead, "chat", uuid4().hex, version.id, "en", clock.now(), None)
        await StoredInbox(database).open(opening, Dialogue("en"), None)
        behaviour, times = StoredBehaviour(database, scripts, clock), []
        for place in range(ROUNDS):
            event = Told(str(place), Lead(lead), "price_page", clock.now())
            began = time.perf_counter()
            await behaviour.record([event])
            times.append((time.perf_counter() - began) * 1000)
        await database.close()
    return times


def main() -> None:
    """Print the table."""
    table = Table("What", "median ms", "95 % ms", "goal ms")
    for events in (10, 100, MOST_EVENTS):
        _add(table, f"score anew, {events} events", of_core(events), f"{GOAL:g}")
    _add(table, "an event told, kept and scored (SQLite)", asyncio.run(of_an_event()), "")
    Console().print(table)


def _add(table: Table, what: str, times: Sequence[float], goal: str) -> None:
    ordered = sorted(times)
    slow = ordered[int(len(ordered) * 0.95)]
    table.add_row(what, f"{median(ordered):.2f}", f"{slow:.2f}", goal)


if __name__ == "__main__":
    main()
