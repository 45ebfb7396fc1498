"""How soon do all see it who watch the inbox? `python -m bench.watching`

A real server in a process of its own; in this one 200 people, each with a connection, and a message
that is stored without the server's help, as another process would. It ends with 1 where the last of
them sees it later than the goal.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import httpx
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, insert

from agent.dialogue import Dialogue
from agent.messages import InboundMessage, Opening
from agent.rehearsal.rehearsal import SystemClock
from bench.processes import (
    cpu_seconds,
    folder_for,
    free_port,
    listening,
    machine,
    new_database,
    postgres,
    run,
    running,
)
from channels.signing import DatedSigner
from qualification.scriptfile import parse_script
from storage.access_tables import UserRow
from storage.database import Database
from storage.inbox import StoredInbox
from storage.scripts import Scripts
from storage.user_sessions import UserSessions
from storage.users import User

WATCHERS, EVENTS = 200, 10
GOAL_SECONDS = 1.0
PATIENCE_SECONDS = 20.0
IDLE_SECONDS = 5.0
SECRET = "for-measuring-on-this-machine-only!"  # noqa: S105 - of a server that is thrown away
SCRIPT = "crm-suite"
screen = Console(width=None if os.isatty(1) else 140)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run came to."""

    firsts: tuple[float, ...]
    """Seconds until the first of those who watch saw each event."""
    lasts: tuple[float, ...]
    """The same until all had seen it."""
    idle: float
    """Of a core that the server uses while they only watch."""
    busy: float
    """Milliseconds of its processor that one event takes, beyond that."""

    @property
    def good(self) -> bool:
        """Whether nobody saw anything too late."""
        return max(self.lasts) < GOAL_SECONDS


class Crowd:
    """People who watch, each over a connection of their own."""

    def __init__(self, streams: Sequence[AsyncIterator[str]]) -> None:
        self._streams = streams

    async def see(self, conversation: str) -> list[float]:
        """When each of them is told of this conversation."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await asyncio.gather(*(_told(one, conversation) for one in self._streams))


async def _told(stream: AsyncIterator[str], conversation: str) -> float:
    async for line in stream:
        if line.startswith("data:") and conversation in line:
            return time.perf_counter()
    raise RuntimeError("the server ended the line of somebody who watches")


@asynccontextmanager
async def crowd(address: str, cookies: Sequence[str]) -> AsyncIterator[Crowd]:
    """Everybody watches, for as long as the block runs."""
    limits = httpx.Limits(max_connections=None)
    async with (
        httpx.AsyncClient(base_url=address, limits=limits, timeout=PATIENCE_SECONDS) as client,
        AsyncExitStack() as stack,
    ):
        streams = []
        for cookie in cookies:
            asked = client.stream("GET", "/console/watch", headers={"Cookie": f"banter={cookie}"})
            answer = await stack.enter_async_context(asked)
            answer.raise_for_status()
            lines = answer.aiter_lines()
            await anext(lines)  # they are told at once that they watch
            streams.append(lines)
        yield Crowd(streams)


async def signed_in(database: Database, count: int) -> list[str]:
    """So many people with a session: their cookies."""
    clock, found = SystemClock(), []
    sessions = UserSessions(database, clock)
    signer = DatedSigner(SECRET, "banter.console.visit", clock)
    for number in range(count):
        user = User(f"watcher-{number}", f"watcher{number}@acme.example", "sales", "!")
        row = {
            "id": user.id,
            "email": user.email,
            "role": user.role,
            "password": "!",
            "theme": "auto",
            "created_at": clock.now(),
        }
        await database.write(partial(Connection.execute, statement=insert(UserRow), parameters=row))
        found.append(signer.sign(await sessions.begin(user, "password", "bench")).decode())
    return found


async def opened(database: Database) -> str:
    """A conversation in the inbox, whose agent is not at work."""
    published = await Scripts(database, parse_script, SystemClock()).current(SCRIPT)
    if published is None:
        raise RuntimeError(f"the server has not published {SCRIPT}")
    conversation, now = uuid4().hex, datetime.now(UTC)
    opening = Opening(conversation, "chat", conversation, published.id, "en", now)
    held = Dialogue("en", phase="held", answered_by="watcher0@acme.example")
    await StoredInbox(database).open(opening, held, None)
    return conversation


async def measured(url: str, port: int, process: int, watchers: int, events: int) -> Figures:
    """Events one after the other, seen by everybody."""
    await listening(port)
    database, firsts, lasts = Database(url), [], []
    conversation, inbox = await opened(database), StoredInbox(database)
    async with crowd(f"http://127.0.0.1:{port}", await signed_in(database, watchers)) as people:
        await people.see(await opened(database))
        began, spent = time.perf_counter(), cpu_seconds(process)
        await asyncio.sleep(IDLE_SECONDS)
        idle = (cpu_seconds(process) - spent) / (time.perf_counter() - began)
        began, spent = time.perf_counter(), cpu_seconds(process)
        for _ in range(events):
            now = datetime.now(UTC)
            message = InboundMessage("chat", uuid4().hex, conversation, "Are you there?", now)
            seeing = asyncio.create_task(people.see(conversation))
            stored = time.perf_counter()
            await inbox.receive(message)
            times = await seeing
            firsts.append(min(times) - stored)
            lasts.append(max(times) - stored)
        used = cpu_seconds(process) - spent - idle * (time.perf_counter() - began)
    await database.close()
    return Figures(tuple(firsts), tuple(lasts), idle, 1000 * max(0.0, used) / events)


def watched(url: str, watchers: int, events: int) -> Figures:
    """The same with a server that is started for it."""
    port = free_port()
    environment = {
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "LOG_LEVEL": "WARNING",
    }
    run("app.py", "migrate", environment=environment)
    with running("app.py", "serve", environment=environment) as process:
        return asyncio.run(measured(url, port, process, watchers, events))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--watchers", type=int, default=WATCHERS)
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgresql"])
    asked = parser.parse_args()
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    table = Table(
        f"{asked.watchers} people watch",
        "the first sees it after, s (latest)",
        "all see it after, s (latest)",
        "goal, s",
        "server while they watch, % of a core",
        "processor per event, ms",
    )
    results = []
    for kind in asked.databases:
        with ExitStack() as stack:
            if kind == "sqlite":
                url = f"sqlite:///{stack.enter_context(folder_for(None)) / Path('watching.db')}"
            else:
                url = new_database(stack.enter_context(postgres())[0], "watching")
            one = watched(url, asked.watchers, asked.events)
        results.append(one)
        table.add_row(
            kind,
            _usual(one.firsts),
            _usual(one.lasts),
            f"{GOAL_SECONDS:g}",
            f"{100 * one.idle:.0f}",
            f"{one.busy:.0f}",
        )
    screen.print(table)
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")
    sys.exit(not all(one.good for one in results))


def _usual(times: Sequence[float]) -> str:
    return f"{sorted(times)[len(times) // 2]:.2f} ({max(times):.2f})"


if __name__ == "__main__":
    main()
