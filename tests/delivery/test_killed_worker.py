"""A worker is killed for good in the middle of a step: another one ends what it had begun."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from qualification.handover import Handover
from qualification.profile.account import Account
from storage.database import Database
from storage.jobs import DurableJobs
from storage.outbox import StoredOutbox
from storage.workspace import StoredWorkspace
from tests.fakes.hubspot import FakeHubSpot
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

LEADS = 4
Start = Callable[[str], Awaitable[Process]]


@pytest.fixture
async def start(database_url: str) -> AsyncIterator[Start]:
    """Starts workers; all are killed at the end."""
    started: list[Process] = []

    async def one(host: str) -> Process:
        arguments = ("-m", "tests.delivery.worker", database_url, host)
        process = await asyncio.create_subprocess_exec(sys.executable, *arguments)
        started.append(process)
        return process

    yield one
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def hand_over(store: Store, jobs: DurableJobs) -> None:
    """Leads on their way, their jobs with them."""
    store.outbox = StoredOutbox(
        store.database, jobs.enqueue, ["hubspot"], "https://banter.example", lanes=["hubspot"]
    )
    store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
    for number in range(LEADS):
        claim = await store.claim(await store.open())
        email, domain = f"ana@example{number}.com", f"example{number}.com"
        handed = turn(claim, handover=_of(email, domain))
        await store.workspace.commit(claim, handed, seen=claim.inbound_seq)


def _of(email: str, domain: str) -> Handover:
    return replace(handover(), contact={"email": email}, account=Account("b2b", domain=domain))


async def states(store: Store) -> Counter[str]:
    """How many deliveries stand how."""
    found = (await store.leads.handovers()).items
    return Counter(one.state for each in found for one in each.deliveries)


async def test_what_a_killed_worker_had_begun_is_ended_once(
    database: Database, start: Start
) -> None:
    store, fake = Store(database), FakeHubSpot()
    jobs = DurableJobs(database)
    await hand_over(store, jobs)
    killed = asyncio.Event()
    workers: list[Process] = []

    def kill(where: str) -> None:
        if where == "after" and not killed.is_set() and fake.records()["note"]:
            workers[0].kill()  # what it asked for is done, and it never hears of it
            killed.set()

    fake.kill = kill
    server = await fake.serve()
    host = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        workers.append(await start(host))
        async with asyncio.timeout(90):
            await killed.wait()
            await start(host)
            while (await states(store))["delivered"] < LEADS:  # noqa: ASYNC110 - of another process
                await asyncio.sleep(0.1)
    finally:
        server.close()
        await jobs.stop()
    assert set(fake.records().values()) == {LEADS}
