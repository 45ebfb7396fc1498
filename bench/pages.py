"""What does a page of the console take with very many leads? `python -m bench.pages`

The whole application answers in this process, signed in, over a database with 100 000 leads and a
million messages: the server's time for each page, without the network and the browser. It ends with
1 where a page takes longer than the goal.
"""

import argparse
import asyncio
import os
import re
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import httpx
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from agent.rehearsal.rehearsal import SystemClock
from app import create_app
from bench.firm import fill, filled
from bench.processes import folder_for, machine, new_database, postgres
from console.settings import Settings
from storage.database import Database
from storage.inbox_tables import InboxLineRow
from storage.migrate import migrate
from storage.users import UserExists, Users

LEADS = 100_000
GOAL_MS = 100
RUNS = 20
TABS = ("overview", "questions", "breakdown", "deals", "speed")
COUNTED_SECONDS = 120.0
"""For a report to be counted for the first time: until then its page says that it is."""
EMAIL, PASSWORD = "bench@acme.example", "correct horse battery staple"
SCRIPT = "/console/scripts/crm-suite"
PAGES: Sequence[tuple[str, str]] = (
    ("Inbox", "/console"),
    ("Inbox, open", "/console?status=open"),
    ("Inbox, every status", "/console?status=every"),
    ("Inbox, mine", "/console?whose=mine&status=every"),
    ("Inbox, unassigned", "/console?whose=unassigned&status=open"),
    ("Inbox, four filters", "/console?status=every&channel=sms&language=es&tier=hot&source=ads"),
    ("Inbox, nothing fits", "/console?status=every&channel=whatsapp&team=nobody"),
    ("Inbox, far down", "/console?status=every&after={far}"),
    ("Search, a rare word", "/console?status=every&q=zanzibar7"),
    ("Search, a common word", "/console?status=every&q=price"),
    ("Search, two words", "/console?status=every&q=price+year"),
    ("Search, a name", "/console?status=every&q=l%C3%B3pez"),
    ("Search, begun", "/console?status=every&q=pri"),
    ("Palette", "/console/palette?q=vega"),
    ("A lead", "/console/leads/{lead}"),
    ("A lead, erase", "/console/leads/{lead}/erase"),
    ("Scripts", "/console/scripts"),
    ("Script editor", SCRIPT),
    ("Script, texts", f"{SCRIPT}/texts"),
    ("Script, tests", f"{SCRIPT}/tests"),
    ("Script, what if", f"{SCRIPT}/what-if"),
    ("Script, versions", f"{SCRIPT}/versions"),
    ("Analytics", "/console/analytics"),
    *((f"Analytics, {tab}", f"/console/analytics/{tab}") for tab in TABS[1:]),
    ("Analytics, near misses", "/console/analytics/near-misses"),
    ("Teams", "/console/teams"),
    ("Teams, a person", "/console/teams/people/ana"),
    ("Teams, the plan", "/console/teams/plan"),
    ("Teams, versions", "/console/teams/versions"),
    ("Settings", "/console/settings"),
    ("Systems", "/console/settings/systems"),
    ("Jobs", "/console/settings/jobs"),
    ("Website chat", "/console/widget"),
    ("Users", "/console/users"),
    ("API keys", "/console/keys"),
    ("Audit log", "/console/audit"),
    ("Audit log, of a lead", "/console/audit?lead={lead}"),
    ("Audit log, of a person", "/console/audit?actor=colleague-3&action=lead.noted"),
    ("Own account", "/console/account"),
)
"""Every page, by what is measured of it."""
screen = Console(width=None if os.isatty(1) else 140)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a page took, in milliseconds."""

    page: str
    status: int
    times: tuple[float, ...]
    used: float
    """Of the processor, in this process alone: half of the runs used less."""

    @property
    def median(self) -> float:
        """Half of the runs were quicker."""
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """All but one in twenty were quicker."""
        return statistics.quantiles(self.times, n=20, method="inclusive")[-1]

    @property
    def good(self) -> bool:
        """Whether it is as quick as it should be."""
        return self.status == httpx.codes.OK and self.p95 < GOAL_MS

    @property
    def cell(self) -> str:
        """It, in a table; what is too slow is in red, also where there are no colours."""
        said = f"{self.median:.0f} / {self.p95:.0f} ({self.used:.0f})"
        if self.status != httpx.codes.OK:
            said += f" answers {self.status}"
        return said if self.good else f"[red]! {said}[/red]"


async def measured(url: str, runs: int) -> list[Taken]:
    """Each page."""
    database = Database(url)
    with suppress(UserExists):
        await Users(database, SystemClock()).add(EMAIL, PASSWORD, "admin", name="Bench")
    given = await _places(database)
    await database.close()
    secret = SecretStr("for-measuring-on-this-machine-only!")
    app = create_app(Settings(_env_file=None, database_url=url, secret_key=secret))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 4242))
        async with httpx.AsyncClient(transport=transport, base_url="http://bench.test") as client:
            await sign_in(client)
            await _counted(client)
            return [await _timed(client, name, path.format(**given), runs) for name, path in PAGES]


async def _places(database: Database) -> dict[str, str]:
    """A lead that was handed over and has been seen by many, and a place far down in the list."""
    line = select(InboxLineRow.last_at, InboxLineRow.position, InboxLineRow.conversation)
    middle = line.order_by(InboxLineRow.last_at).offset(1000).limit(1)
    newest = (
        line.where(InboxLineRow.handover.is_not(None))
        .order_by(InboxLineRow.last_at.desc())
        .limit(1)
    )
    far = await database.read(lambda connection: connection.execute(middle).one())
    lead = await database.read(lambda connection: connection.execute(newest).one())
    micros = (far.last_at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000
    return {"lead": lead.conversation, "far": f"{micros:.0f}.{far.position}"}


async def sign_in(client: httpx.AsyncClient) -> None:
    """As the bench's own user."""
    page = (await client.get("/console/login")).text
    token = unescape(re.findall(r'name="token" value="([^"]*)"', page)[0])
    form = {"token": token, "email": EMAIL, "password": PASSWORD, "next": "/console"}
    answer = await client.post("/console/login", data=form)
    if answer.status_code != httpx.codes.SEE_OTHER:
        raise RuntimeError(f"could not sign in: {answer.status_code}")


async def _counted(client: httpx.AsyncClient) -> None:
    """Wait until the report that analytics shows has been counted; that page is measured whole."""
    async with asyncio.timeout(COUNTED_SECONDS):
        while "<svg" not in (await client.get("/console/analytics/questions")).text:  # noqa: ASYNC110 - a page tells of no event
            await asyncio.sleep(0.2)


async def _timed(client: httpx.AsyncClient, name: str, path: str, runs: int) -> Taken:
    await client.get(path)
    times, used, status = [], [], 0
    for _ in range(runs):
        began, spent = time.perf_counter(), time.process_time()
        answer = await client.get(path)
        times.append(1000 * (time.perf_counter() - began))
        used.append(1000 * (time.process_time() - spent))
        status = max(status, answer.status_code)
    return Taken(name, status, tuple(times), statistics.median(used))


@contextmanager
def database(kind: str, leads: int, keep: Path | None) -> Iterator[str]:
    """A database with so many leads; one that is kept is made only once."""
    began = time.perf_counter()
    if kind == "sqlite":
        with folder_for(keep) as folder:
            yield _ready(f"sqlite:///{folder / f'pages_{leads}.db'}", leads, began)
    else:
        with postgres(keep) as (server, _):
            yield _ready(new_database(server, f"pages_{leads}"), leads, began)


def _ready(url: str, leads: int, began: float) -> str:
    migrate(url)
    if not filled(url):
        fill(url, leads)
    kind = url.partition(":")[0]
    screen.print(f"{kind}: {leads:,} leads ready in {time.perf_counter() - began:.0f} s")
    return url


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=LEADS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument(
        "--keep", type=Path, help="make the databases in this folder, and keep them"
    )
    asked = parser.parse_args()
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    results = []
    for kind in asked.databases:
        with database(kind, asked.leads, asked.keep) as url:
            results.append(asyncio.run(measured(url, asked.runs)))
    heads = (f"{kind}: p50 / p95 (processor)" for kind in asked.databases)
    table = Table("Page, ms", *heads, "goal, p95")
    for rows in zip(*results, strict=True):
        table.add_row(rows[0].page, *(one.cell for one in rows), str(GOAL_MS))
    screen.print(table)
    slow = [one for rows in results for one in rows if not one.good]
    screen.print(f"{len(slow)} of {sum(map(len, results))} over the goal")
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
