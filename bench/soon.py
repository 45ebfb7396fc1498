"""How soon is a qualified lead where sales work? In a webhook's receiver, and in a CRM."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence, Sized
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.crm import MeasuredHubSpot
from bench.driver import Banter, prospect
from bench.people import comer
from bench.processes import ROOT, cpu_seconds
from bench.receiver import Receiver
from bench.rig import server_running, stub_running
from bench.sure import SECRET
from bench.turns import goodbye

SHARED = {"contacts": "email", "companies": "domain"}
"""What leads may have in common is there once."""
TEAMS = ROOT / "bench" / "teams.yaml"
LATENCY = 2.5
"""Seconds that the model takes."""
PATIENCE = 60.0
"""Seconds after the last conversation: what has not arrived by then is told as lost."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long after their hand-over leads were somewhere."""

    where: str
    leads: int
    arrived: int
    doubled: int
    p50: timedelta
    p99: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Soon:
    """One run."""

    model: bool
    times: tuple[Times, ...]
    better: Times | None
    """The brief with a model's sentences in the note; None without a model."""
    cpu: float
    """Milliseconds of the server's processor time a lead: its six turns and its deliveries."""


async def soon(a_minute: int, minutes: float, *, model: bool) -> Soon:
    """Prospects talk to our server on SQLite, one more every so often, and who comes twice at once;
    each lead gets an owner of three, whom the CRM is asked for as well, and goes to a webhook and
    to the CRM. With a model, it reads every turn and writes every brief.
    """
    receiver, crm, leads = Receiver(), MeasuredHubSpot(), round(a_minute * minutes)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        async with (
            receiver.listening() as address,
            _served(crm) as hubspot,
            stub_running(latency=LATENCY) as stub,
        ):
            more = {
                "WEBHOOK_URL": address,
                "WEBHOOK_SECRET": SECRET,
                "HUBSPOT_TOKEN": crm.token,
                "HUBSPOT_BASE_URL": hubspot,
                **({} if model else {"OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}),
            }
            async with server_running(url, stub, more=more, teams=TEAMS) as (bot, port):
                banter, before = Banter(port, goodbye()), cpu_seconds(bot.process)
                async with asyncio.TaskGroup() as talking:
                    for number, texts in enumerate(_everybody(leads)):
                        talking.create_task(_converse(banter, texts))
                        if comer(number) != comer(number + 1):
                            await asyncio.sleep(60 / a_minute)
                await _until_arrived(receiver, crm, leads, model=model)
                used = cpu_seconds(bot.process) - before
                banter.close()
    in_crm = _after(receiver, crm.whole)
    doubled = sum(count - 1 for kind in ("notes", "tasks") for count in crm.each(kind).values())
    for kind, name in SHARED.items():
        there = crm.values(kind, name)
        doubled += len(there) - len(set(there))
    again = sum(count - 1 for count in receiver.leads.values())
    return Soon(
        model=model,
        times=(
            _times("webhook", leads, receiver.after, again),
            _times("HubSpot", leads, in_crm, doubled),
        ),
        better=_times("better note", leads, _after(receiver, crm.rewritten)) if model else None,
        cpu=1000 * used / leads,
    )


@asynccontextmanager
async def _served(crm: MeasuredHubSpot) -> AsyncIterator[str]:
    """Its address."""
    server = await crm.serve()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def _converse(banter: Banter, texts: Sequence[str]) -> None:
    ending = await banter.converse(texts, lambda _seconds: True)
    if ending != "qualified":
        raise RuntimeError(f"a prospect who told everything ended {ending!r}")


def _everybody(many: int) -> Iterator[list[str]]:
    """What each will say, at an address of their company; no company has an owner there."""
    said: dict[str, list[str]] = {}
    for number in range(many):
        one = comer(number)
        if one.person not in said:
            at = f"@{one.company}.example"
            said[one.person] = [text.replace("@example.com", at) for text in prospect()]
        yield said[one.person]


async def _until_arrived(
    receiver: Receiver, crm: MeasuredHubSpot, leads: int, *, model: bool
) -> None:
    wanted: list[Sized] = [receiver.after, crm.whole, *([crm.rewritten] if model else [])]
    try:
        async with asyncio.timeout(PATIENCE):
            while any(len(one) < leads for one in wanted):  # noqa: ASYNC110 - of other processes
                await asyncio.sleep(0.1)
    except TimeoutError:
        pass  # told as lost


def _after(receiver: Receiver, at: Mapping[str, datetime]) -> Mapping[str, timedelta]:
    """Since the hand-over, of which the receiver knows when it was."""
    return {lead: at[lead] - since for lead, since in receiver.since.items() if lead in at}


def _times(where: str, leads: int, after: Mapping[str, timedelta], doubled: int = 0) -> Times:
    times = sorted(after.values()) or [timedelta(0)]
    return Times(
        where=where,
        leads=leads,
        arrived=len(after),
        doubled=doubled,
        p50=times[len(times) // 2],
        p99=times[min(len(times) - 1, int(len(times) * 0.99))],
        longest=times[-1],
    )
