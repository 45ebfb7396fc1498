"""How soon is a qualified lead where sales work, and is each there once?

`python -m bench.delivering --help`
"""

import argparse
import asyncio
import os
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import httpx
from rich.console import Console
from rich.table import Table

from agent.dialogue import Dialogue, verdict_on
from agent.messages import Opening
from bench.driver import Banter, prospect
from bench.processes import ROOT, cpu_seconds, machine
from bench.receiver import Receiver
from bench.rig import server_running, stub_running
from bench.turns import goodbye
from delivery.dispatcher import Dispatcher
from delivery.webhook import Webhook
from qualification.handover import Handover, make_handover
from qualification.scoring import score
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.inbox import StoredInbox
from storage.jobs import DurableJobs, Kind, Lane, prepare_jobs
from storage.migrate import migrate
from storage.outbox import KIND, StoredOutbox
from storage.scripts import Scripts

A_MINUTE, MINUTES = 50, 1.0
GOAL_P50, GOAL_P99 = timedelta(seconds=1), timedelta(seconds=5)
DELIVERIES, FAILING = 1000, 0.3
FASTER = 1000
"""So many times as fast runs the clock of pauses: eight hours are half a minute."""
AT_ONCE = 20
SECRET = "for-measuring-on-this-machine-only!"  # noqa: S105
TEXT = (ROOT / "prompts" / "scripts" / "crm-suite.yaml").read_text(encoding="utf-8")
screen = Console(width=None if os.isatty(1) else 150)


class FastClock:
    """agent.ports.Clock that runs faster, and knows when a moment of its own comes about."""

    def __init__(self, faster: int) -> None:
        self._faster = faster
        self._began = datetime.now(UTC)

    def now(self) -> datetime:
        return self._began + (datetime.now(UTC) - self._began) * self._faster

    def really(self, moment: datetime) -> datetime:
        """When that is, for everybody else."""
        return self._began + (moment - self._began) / self._faster


@dataclass(frozen=True, slots=True)
class Soon:
    """How long leads took from the turn that qualified them to the receiver."""

    leads: int
    arrived: int
    doubled: int
    p50: timedelta
    p99: timedelta
    longest: timedelta
    cpu: float
    """Milliseconds of the server's processor time a lead: its six turns and its delivery."""


@dataclass(frozen=True, slots=True)
class Sure:
    """What became of deliveries to a receiver that fails."""

    deliveries: int
    arrived: int
    doubled: int
    requests: int
    faults: int
    repeats: int
    given_up: int
    """Failed seven times, visibly; put back by hand, as a person would."""
    seconds: float


async def soon(a_minute: int, minutes: float) -> Soon:
    """Prospects talk to our server on SQLite, one more every so often; a webhook waits for them."""
    receiver, leads = Receiver(), round(a_minute * minutes)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        async with receiver.listening() as address, stub_running() as stub:
            more = {"WEBHOOK_URL": address, "WEBHOOK_SECRET": SECRET}
            async with server_running(url, stub, more=more) as (bot, port):
                banter, before = Banter(port, goodbye()), cpu_seconds(bot.process)
                async with asyncio.TaskGroup() as talking:
                    for _ in range(leads):
                        talking.create_task(_converse(banter))
                        await asyncio.sleep(60 / a_minute)
                await _until_arrived(receiver, leads)
                used = cpu_seconds(bot.process) - before
                banter.close()
    times = sorted(receiver.after.values())
    return Soon(
        leads=leads,
        arrived=len(receiver.leads),
        doubled=sum(count - 1 for count in receiver.leads.values()),
        p50=times[len(times) // 2],
        p99=times[min(len(times) - 1, int(len(times) * 0.99))],
        longest=times[-1],
        cpu=1000 * used / leads,
    )


async def sure(url: str, deliveries: int, failing: float, faster: int = FASTER) -> Sure:
    """Hand-overs by themselves, delivered by jobs on a migrated database."""
    receiver, clock, database = Receiver(failing), FastClock(faster), Database(url)
    jobs = DurableJobs(database)
    outbox = StoredOutbox(
        database, jobs.enqueue, [Webhook.system], "http://127.0.0.1", lanes=[Webhook.system]
    )
    began = time.perf_counter()
    async with receiver.listening() as address, httpx.AsyncClient() as client:
        places = [Webhook(address, SECRET, client, clock)]
        dispatcher = Dispatcher(outbox, places, clock)

        async def send(parcel: str) -> datetime | None:
            again = await dispatcher.send(parcel)
            return None if again is None else clock.really(again)

        lanes = [Lane(Webhook.system, per_process=AT_ONCE)]
        await jobs.start([Kind(KIND, send, lanes=lanes)])
        parcels = await _hand_over(database, outbox, deliveries, clock)
        await _until_done(jobs)
        given_up = [parcel for parcel in parcels if await dispatcher.retry(parcel)]
        await _until_done(jobs)
        await jobs.stop()
    await database.close()
    return Sure(
        deliveries=deliveries,
        arrived=len(receiver.leads),
        doubled=sum(count - 1 for count in receiver.leads.values()),
        requests=receiver.requests,
        faults=receiver.faults.total(),
        repeats=receiver.repeats,
        given_up=len(given_up),
        seconds=time.perf_counter() - began,
    )


async def _converse(banter: Banter) -> None:
    ending = await banter.converse(prospect(), lambda _seconds: True)
    if ending != "qualified":
        raise RuntimeError(f"a prospect who told everything ended {ending!r}")


async def _hand_over(
    database: Database, outbox: StoredOutbox, many: int, clock: FastClock
) -> list[str]:
    """So many leads at once, each in a transaction of its own; their parcels."""
    version = await Scripts(database, parse_script, clock).publish(TEXT, origin="file")
    conversation, at = uuid4().hex, datetime.now(UTC)
    opening = Opening(conversation, "chat", uuid4().hex, version.id, "en", at, None)
    await StoredInbox(database).open(opening, Dialogue("en"), None)
    lead, parcels = _lead(at), list[str]()

    async def one() -> None:
        identity, now = outbox.new_handover(), clock.now()
        await database.write(
            lambda connection: outbox.hand_over(connection, identity, conversation, lead, now)
        )
        parcels.append(f"{identity}.1.{Webhook.system}")

    for _ in range(0, many, AT_ONCE):
        await asyncio.gather(*(one() for _ in range(min(AT_ONCE, many - len(parcels)))))
    return parcels


def _lead(at: datetime) -> Handover:
    script, dialogue = parse_script(TEXT), Dialogue("en")
    return make_handover(
        script,
        dialogue.sheet,
        verdict_on(script, dialogue),
        score(script, dialogue.sheet, at),
        why="qualified",
        language="en",
        channel="chat",
        source="/prices",
        open_questions=(),
    )


async def _until_arrived(receiver: Receiver, leads: int) -> None:
    """At most a minute: what has not arrived by then is told as lost."""
    for _ in range(600):
        if len(receiver.leads) >= leads:
            return
        await asyncio.sleep(0.1)


async def _until_done(jobs: DurableJobs) -> None:
    """However long it takes: each has its last try at some time."""
    while await jobs.waiting():  # noqa: ASYNC110
        await asyncio.sleep(0.1)


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--a-minute", type=int, default=A_MINUTE)
    asked.add_argument("--minutes", type=float, default=MINUTES)
    asked.add_argument("--deliveries", type=int, default=DELIVERIES)
    asked.add_argument("--failing", type=float, default=FAILING)
    given = asked.parse_args()
    screen.print(f"Delivering: {machine()}; SQLite, one process")
    if given.minutes:
        screen.print(_soon_table(asyncio.run(soon(given.a_minute, given.minutes)), given.a_minute))
    if given.deliveries:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'bench.db'}"
            migrate(url)
            prepare_jobs(url)
            screen.print(_sure_table(asyncio.run(sure(url, given.deliveries, given.failing))))


def _soon_table(found: Soon, a_minute: int) -> Table:
    table = Table(title=f"From the turn that qualifies to the receiver, {a_minute} leads a minute")
    for name in ("Leads", "arrived", "doubled", "p50", "p99", "longest", "CPU ms a lead", "goal"):
        table.add_column(name)
    good = found.p50 < GOAL_P50 and found.p99 < GOAL_P99 and found.arrived == found.leads
    table.add_row(
        *(str(one) for one in (found.leads, found.arrived, found.doubled)),
        *(f"{one.total_seconds() * 1000:.0f} ms" for one in (found.p50, found.p99, found.longest)),
        f"{found.cpu:.0f}",
        "[green]held[/]" if good and not found.doubled else "[red]missed[/]",
    )
    return table


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


if __name__ == "__main__":
    main()
