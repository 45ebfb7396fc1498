"""What does a page of the console take with very many leads? `python -m bench.pages`

The whole application answers in this process, signed in, over a database with 100 000 leads and a
million messages: the server's time for each page, without the network and the browser.
"""

import argparse
import asyncio
import os
import random
import re
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import httpx
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table
from sqlalchemy import bindparam, create_engine, event, select, text, update

from agent.rehearsal.rehearsal import SystemClock
from app import create_app
from bench.past import _write, stored
from bench.processes import machine, new_database, postgres
from console.settings import Settings
from qualification.values import Contact
from storage.database import Database, prepare_sqlite, synchronous
from storage.documents import value_text
from storage.inbox_tables import InboxLineRow
from storage.tables import AnswerRow, ConversationRow, MessageRow
from storage.users import UserExists, Users
from storage.writer import begin_immediately

LEADS, MESSAGES_EACH = 100_000, 8
"""Beside the two that every lead of bench.past has: a million in all."""
GOAL_MS = 100
RUNS = 7
AT_ONCE = 10_000
EMAIL, PASSWORD = "bench@acme.example", "correct horse battery staple"
WORDS = "we need a crm for the team and the price per year is what matters most to us"
COMMON = WORDS.split(" ")
NAMES = ("Ana", "Luis", "Eva", "Iván", "Marta", "John", "Grace", "Noa", "Sara", "Hugo")
SURNAMES = ("López", "Ruiz", "Vega", "Soto", "Calvo", "Smith", "Baker", "Núñez", "Prieto", "Roca")
PAGES: Sequence[tuple[str, str]] = (
    ("Inbox", "/console"),
    ("Inbox, every status", "/console?status=every"),
    ("Inbox, mine", "/console?whose=mine&status=every"),
    ("Inbox, four filters", "/console?status=every&channel=sms&language=es&tier=hot&source=ads"),
    ("Inbox, nothing fits", "/console?status=every&channel=whatsapp&team=nobody"),
    ("Inbox, far down", "/console?status=every&after={far}"),
    ("Search, a rare word", "/console?status=every&q=zanzibar7"),
    ("Search, a common word", "/console?status=every&q=price"),
    ("Search, two words", "/console?status=every&q=price+year"),
    ("Search, a name", "/console?status=every&q=l%C3%B3pez"),
    ("Search, begun", "/console?status=every&q=pri"),
    ("A lead", "/console/leads/{lead}"),
    ("Palette", "/console/palette?q=vega"),
    ("Scripts", "/console/scripts"),
    ("Analytics", "/console/analytics"),
    ("Users", "/console/users"),
    ("API keys", "/console/keys"),
    ("Audit log", "/console/audit"),
    ("Website chat", "/console/widget"),
    ("Own account", "/console/account"),
)
"""Every page, by what is measured of it."""
screen = Console(width=None if os.isatty(1) else 130)


def fill(url: str, leads: int) -> None:
    """So many leads with names and ten messages each."""
    stored(url, leads)
    engine = create_engine(synchronous(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_immediately)
    dealt = random.Random(7)  # noqa: S311 - a yardstick, no secret
    named = update(ConversationRow).where(ConversationRow.id == bindparam("of"))
    with engine.begin() as connection:
        said = value_text(Contact("name", "Ana Ruiz"))
        connection.execute(update(AnswerRow).values(value=said))
        known = connection.execute(select(ConversationRow.id, ConversationRow.created_at)).all()
    for first in range(0, len(known), AT_ONCE):
        some = known[first : first + AT_ONCE]
        with engine.begin() as connection:
            connection.execute(
                named.values(contact_name=bindparam("who"), last_seq=2 + MESSAGES_EACH),
                [
                    {"of": one.id, "who": f"{dealt.choice(NAMES)} {dealt.choice(SURNAMES)}"}
                    for one in some
                ],
            )
            rows = [
                {
                    "conversation": one.id,
                    "id": f"{one.id}-{seq}",
                    "seq": seq,
                    "author": "prospect" if seq % 2 else "agent",
                    "text": " ".join(
                        [*dealt.sample(COMMON, 8), f"word{dealt.randrange(50_000)}"]
                        + (["zanzibar7"] if dealt.random() < 0.00002 else [])
                    ),
                    "channel": "chat",
                    "at": one.created_at,
                }
                for one in some
                for seq in range(3, 3 + MESSAGES_EACH)
            ]
            _write(connection, MessageRow, rows)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        postgres = engine.dialect.name == "postgresql"
        connection.execute(text("VACUUM ANALYZE" if postgres else "ANALYZE"))
    engine.dispose()


async def measured(url: str) -> list[tuple[str, float, float, int]]:
    """Each page: its name, the median and the slowest milliseconds, and what it answered."""
    database = Database(url)
    with suppress(UserExists):
        await Users(database, SystemClock()).add(EMAIL, PASSWORD, "admin", name="Bench")
    middle = (
        select(InboxLineRow.last_at, InboxLineRow.position, InboxLineRow.conversation)
        .order_by(InboxLineRow.last_at)
        .offset(1000)
        .limit(1)
    )
    row = await database.read(lambda connection: connection.execute(middle).one())
    await database.close()
    micros = (row.last_at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000
    given = {"lead": row.conversation, "far": f"{micros:.0f}.{row.position}"}
    app = create_app(
        Settings(
            _env_file=None,
            database_url=url,
            secret_key=SecretStr("for-measuring-on-this-machine-only!"),
        )
    )
    found = []
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 4242))
        async with httpx.AsyncClient(transport=transport, base_url="http://bench.test") as client:
            await _sign_in(client)
            for name, path in PAGES:
                found.append((name, *await _timed(client, path.format(**given))))
    return found


async def _sign_in(client: httpx.AsyncClient) -> None:
    page = (await client.get("/console/login")).text
    token = unescape(re.findall(r'name="token" value="([^"]*)"', page)[0])
    form = {"token": token, "email": EMAIL, "password": PASSWORD, "next": "/console"}
    answer = await client.post("/console/login", data=form)
    if answer.status_code != httpx.codes.SEE_OTHER:
        raise RuntimeError(f"could not sign in: {answer.status_code}")


async def _timed(client: httpx.AsyncClient, path: str) -> tuple[float, float, int]:
    await client.get(path)
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        answer = await client.get(path)
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times), max(times), answer.status_code


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=LEADS)
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--keep", help="use, or make and keep, this SQLite file")
    asked = parser.parse_args()
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    table = Table("Page", *(f"{one}, ms (slowest)" for one in asked.databases), "goal, ms")
    results = []
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="banter-bench-"))
        for name in asked.databases:
            if name == "sqlite":
                file = Path(asked.keep or Path(folder) / "pages.db")
                url, there = f"sqlite:///{file}", file.exists()
            else:
                server, _ = stack.enter_context(postgres())
                url, there = new_database(server, "pages"), False
            began = time.perf_counter()
            if not there:
                fill(url, asked.leads)
            wrote = time.perf_counter() - began
            screen.print(f"{name}: {asked.leads:,} leads written in {wrote:.0f} s")
            results.append(asyncio.run(measured(url)))
    for rows in zip(*results, strict=True):
        cells = [
            f"{median:.0f} ({slowest:.0f})" + ("" if status == httpx.codes.OK else f" [{status}]")
            for _, median, slowest, status in rows
        ]
        table.add_row(rows[0][0], *cells, str(GOAL_MS))
    screen.print(table)
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
