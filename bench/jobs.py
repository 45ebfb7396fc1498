"""What does a job cost? `python -m bench.jobs`; `--growth` adds what 10 000 of them leave."""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, create_engine, func, select, table, text

from agent.ports import Job
from bench.processes import cpu_seconds, machine, new_database, postgres
from storage.database import Database
from storage.jobs import DurableJobs, Kind, Lane, prepare_jobs
from storage.migrate import migrate
from storage.patience import patiently

KIND = "bench"
JOBS, ALONE, GROWTH, DELAYED = 1000, 50, 10_000, 100_000
AT_ONCE, ASKING_AT_ONCE = 20, 8
IDLE_SECONDS = 5.0
SYSTEMS = 12
"""Lanes of a process that delivers to every system there is."""
MEGABYTE = 1 << 20
screen = Console(width=None if os.isatty(1) else 150)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one job, in milliseconds of processor time, unless it says otherwise."""

    asking: float
    doing: float
    server: float
    """In PostgreSQL's own processes, both together; 0 on SQLite."""
    a_second: float
    """Jobs asked for and done, one process."""
    to_begin: tuple[float, float]
    """Milliseconds from the wish to the beginning, one at a time: half of them, 99 of 100."""
    idle: tuple[float, float]
    """Per cent of a core with nothing to do: one queue, and one for each system."""


@dataclass(frozen=True, slots=True)
class Size:
    """What jobs take up."""

    rows: int
    size: int
    """Bytes; with what was freed and will be used again."""


class Doer:
    """Does nothing, and knows when each job was begun."""

    def __init__(self) -> None:
        self.begun: dict[str, float] = {}
        self.all = asyncio.Event()
        self.wanted = 0

    async def __call__(self, row: str) -> datetime | None:
        self.begun[row] = time.perf_counter()
        if len(self.begun) >= self.wanted:
            self.all.set()
        return None

    async def has_done(self, many: int) -> None:
        """Wait until so many were begun."""
        self.wanted = many
        if len(self.begun) < many:
            self.all.clear()
            await self.all.wait()


async def cost(url: str, jobs_wanted: int, alone: int, server: int | None) -> Cost:
    """On a migrated database with nothing in it."""
    database, doer = Database(url), Doer()
    running = DurableJobs(database)
    await running.start([Kind(KIND, doer, per_process=AT_ONCE)])
    idle_one = await _idle()
    waited = [await _until_begun(running, doer, f"alone {place}") for place in range(alone)]
    await running.stop()
    asked = DurableJobs(database)
    server_before, began, cpu = _of(server), time.perf_counter(), time.process_time()
    await _ask(asked, [f"job {place}" for place in range(jobs_wanted)])
    asking = time.process_time() - cpu
    await asked.stop()
    running = DurableJobs(database)
    await running.start([Kind(KIND, doer, per_process=AT_ONCE)])
    cpu = time.process_time()
    await doer.has_done(alone + jobs_wanted)
    await _until_all_ended(running)
    doing, took = time.process_time() - cpu, time.perf_counter() - began
    in_server = _of(server) - server_before
    await running.stop()
    idle_many = await _idle_with_lanes(database, doer)
    await database.close()
    ordered = sorted(waited)
    return Cost(
        asking=asking / jobs_wanted * 1000,
        doing=doing / jobs_wanted * 1000,
        server=in_server / jobs_wanted * 1000,
        a_second=jobs_wanted / took,
        to_begin=(median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]),
        idle=(idle_one, idle_many),
    )


async def growth(url: str, jobs_wanted: int, rounds: int = 2) -> list[tuple[str, Size]]:
    """What jobs take up when they are done, cleaned, and so on again: nothing grows for ever."""
    database, doer = Database(url), Doer()
    found = [("before", await size(database))]
    running = DurableJobs(database)
    await running.start([Kind(KIND, doer, per_process=AT_ONCE)])
    for turn in range(1, rounds + 1):
        await _ask(running, [f"{turn}: {place}" for place in range(jobs_wanted)])
        await doer.has_done(turn * jobs_wanted)
        await _until_all_ended(running)
        found.append((f"{turn}. {jobs_wanted} done", await size(database)))
        began = time.perf_counter()
        await running.clean(keep_done=timedelta(seconds=-1))
        if database.dialect == "postgresql":
            await asyncio.to_thread(_vacuum, database.sync_url)
        took = time.perf_counter() - began
        found.append((f"{turn}. cleaned in {took:.1f} s", await size(database)))
    await running.stop()
    await database.close()
    return found


async def among_many(url: str, delayed: int) -> tuple[float, float]:
    """Milliseconds to cancel and to move one job while so many wait for months."""
    database = Database(url)
    asking, later = DurableJobs(database), datetime.now(UTC) + timedelta(days=90)

    def ask(connection: Connection, first: int) -> None:
        for place in range(first, first + 1000):
            asking.enqueue(connection, Job(KIND, f"months {place}", at=later))

    for first in range(0, delayed, 1000):
        await database.write(partial(ask, first=first))
    if database.dialect == "postgresql":
        await asyncio.to_thread(_vacuum, database.sync_url)
    cancelling, moving = list[float](), list[float]()
    for place in range(0, delayed, max(1, delayed // 20)):
        began = time.perf_counter()
        await asking.reschedule(KIND, f"months {place}", later + timedelta(days=1))
        moved = time.perf_counter()
        await asking.cancel(KIND, f"months {place}")
        cancelling.append(time.perf_counter() - moved)
        moving.append(moved - began)
    await asking.stop()
    await database.close()
    return median(cancelling) * 1000, median(moving) * 1000


async def size(database: Database) -> Size:
    """Rows and bytes of what DBOS keeps; on SQLite the bytes of the whole file."""

    def look(connection: Connection) -> Size:
        schema = "dbos" if connection.dialect.name == "postgresql" else None
        kept = [
            table(name, schema=schema)
            for name in ("workflow_status", "workflow_input", "workflow_output")
        ]
        rows = sum(
            connection.execute(select(func.count()).select_from(one)).scalar_one() for one in kept
        )
        return Size(rows, connection.execute(_SIZES[connection.dialect.name]).scalar_one())

    return await database.read(look)


_SIZES = {
    "sqlite": text(
        "SELECT (SELECT page_count FROM pragma_page_count) "
        "* (SELECT page_size FROM pragma_page_size)"
    ),
    "postgresql": text(
        "SELECT sum(pg_total_relation_size(format('dbos.%I', tablename)::regclass))::bigint "
        "FROM pg_tables WHERE schemaname = 'dbos'"
    ),
}


def _vacuum(url: str) -> None:
    """What autovacuum does within a minute."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM ANALYZE dbos.workflow_status"))
        connection.execute(text("VACUUM ANALYZE dbos.workflow_input"))
        connection.execute(text("VACUUM ANALYZE dbos.workflow_output"))
    engine.dispose()


async def _ask(jobs: DurableJobs, rows: Sequence[str]) -> None:
    """One transaction each, as turns do; some at once, as turns come."""
    left = iter(rows)

    async def some() -> None:
        for row in left:
            await patiently(partial(jobs.add, Job(KIND, row)))

    await asyncio.gather(*(some() for _ in range(ASKING_AT_ONCE)))


async def _until_all_ended(jobs: DurableJobs) -> None:
    """Begun is not ended: DBOS writes it down a moment later."""
    for _ in range(600):
        if not await jobs.waiting():
            return
        await asyncio.sleep(0.1)
    raise TimeoutError("some jobs have not ended within a minute of the last one's beginning")


async def _until_begun(jobs: DurableJobs, doer: Doer, row: str) -> float:
    began = time.perf_counter()
    await jobs.add(Job(KIND, row))
    await doer.has_done(len(doer.begun) + (row not in doer.begun))
    await asyncio.sleep(0.05)
    return (doer.begun[row] - began) * 1000


async def _idle() -> float:
    cpu = time.process_time()
    await asyncio.sleep(IDLE_SECONDS)
    return (time.process_time() - cpu) / IDLE_SECONDS * 100


async def _idle_with_lanes(database: Database, doer: Doer) -> float:
    running = DurableJobs(database)
    lanes = [Lane(f"system {place}") for place in range(SYSTEMS)]
    await running.start([Kind(KIND, doer, lanes=lanes)])
    used = await _idle()
    await running.stop()
    return used


def _of(server: int | None) -> float:
    return 0.0 if server is None else cpu_seconds(server)


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--databases", default="sqlite,postgresql")
    asked.add_argument("--jobs", type=int, default=JOBS)
    asked.add_argument("--growth", action="store_true", help=f"also {GROWTH} jobs, twice; minutes")
    given = asked.parse_args()
    screen.print(f"Jobs: {machine()}")
    table = Table("Database", *_COLUMNS)
    sizes = Table("Database", "When", "Rows", "MB", "Bytes a row")
    many = Table("Database", f"cancel one of {DELAYED} that wait, ms", "move it, ms")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        for name in given.databases.split(","):
            make = _sqlite(Path(folder)) if name == "sqlite" else _postgres(stack)
            url, server = make("cost")
            _add(table, name, asyncio.run(cost(url, given.jobs, ALONE, server)))
            if given.growth:
                for when, found in asyncio.run(growth(make("growth")[0], GROWTH)):
                    each = f"{found.size / found.rows:.0f}" if found.rows > GROWTH else ""
                    sizes.add_row(name, when, str(found.rows), f"{found.size / MEGABYTE:.1f}", each)
                times = asyncio.run(among_many(make("many")[0], DELAYED))
                many.add_row(name, *(f"{one:.1f}" for one in times))
    screen.print(table)
    if given.growth:
        screen.print(sizes)
        screen.print(many)


_COLUMNS = (
    "ask, CPU ms",
    "do, CPU ms",
    "both, CPU ms",
    "server, CPU ms",
    "jobs/s",
    "to begin p50 / p99 ms",
    f"idle %, 1 / {SYSTEMS + 1} queues",
)


def _add(table: Table, name: str, found: Cost) -> None:
    table.add_row(
        name,
        f"{found.asking:.1f}",
        f"{found.doing:.1f}",
        f"{found.asking + found.doing:.1f}",
        f"{found.server:.1f}" if found.server else "-",
        f"{found.a_second:.0f}",
        f"{found.to_begin[0]:.0f} / {found.to_begin[1]:.0f}",
        f"{found.idle[0]:.1f} / {found.idle[1]:.1f}",
    )


Make = Callable[[str], tuple[str, int | None]]


def _sqlite(folder: Path) -> Make:
    def make(name: str) -> tuple[str, int | None]:
        return _migrated(f"sqlite:///{folder / name}.db"), None

    return make


def _postgres(stack: ExitStack) -> Make:
    server, process = stack.enter_context(postgres())

    def make(name: str) -> tuple[str, int | None]:
        return _migrated(new_database(server, name)), process

    return make


def _migrated(url: str) -> str:
    migrate(url)
    prepare_jobs(url)
    return url


if __name__ == "__main__":
    main()
