"""console.jobs_command and console.jobs_api: the jobs, to people and to programs."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI
from rich.console import Console
from typer.testing import CliRunner, Result

from agent.outbox import Parcel, RetryAt
from agent.ports import Job
from channels.problems import answer_with_problems
from console.jobs_api import jobs_router
from console.jobs_command import jobs_cli, show
from console.jobs_document import JobBook, JobsOut
from console.queues import Queues
from console.wiring import Trouble
from storage.job_leads import JobLeads
from storage.jobs import DurableJobs
from storage.outbox import StoredOutbox
from storage.waits import Waits
from tests.console.conftest import API_TOKEN, Firm
from tests.console.gates import api_gate
from tests.storage.working import amend

ADDRESS = "https://banter.example"


def queues_of(firm: Firm, jobs: DurableJobs) -> Queues:
    """What waits for systems; it moves jobs as a process does."""
    outbox = StoredOutbox(
        firm.database, jobs.enqueue, firm.systems, ADDRESS, lanes=firm.systems, move=jobs.move
    )
    return Queues(Waits(firm.database), outbox, firm.clock)


@pytest.fixture
async def jobs(firm: Firm) -> AsyncIterator[DurableJobs]:
    """Of a process that asks for jobs and does none."""
    asking = DurableJobs(firm.database)
    yield asking
    await asking.stop()


@pytest.fixture
def book(firm: Firm, jobs: DurableJobs) -> JobBook:
    return JobBook(jobs, JobLeads(firm.database), ADDRESS, queues_of(firm, jobs))


@pytest.fixture
async def api(book: JobBook) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(jobs_router(book, api_gate()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://console.test/api",
        headers={"Authorization": f"Bearer {API_TOKEN}"},
    ) as client:
        yield client


@pytest.fixture
async def delivery(firm: Firm, jobs: DurableJobs) -> str:
    """The lead whose delivery waits in its lane."""
    lead = await firm.lead()
    for job in firm.jobs:
        await jobs.add(Job(job.kind, job.row, job.key, lane="webhook"))
    return lead


async def test_a_job_is_told_with_its_lead_its_state_and_its_queue(
    api: httpx.AsyncClient, jobs: DurableJobs, delivery: str
) -> None:
    at = datetime.now(UTC) + timedelta(days=60)
    await jobs.add(Job("remind", delivery, key=f"{delivery}/1", at=at))
    await jobs.add(Job("erase", "SM123"))
    listed = JobsOut.model_validate((await api.get("/jobs")).json())
    by_kind = {one.kind: one for one in listed.items}
    assert by_kind["deliver"].queue == "deliver.webhook"
    assert by_kind["deliver"].lead == delivery
    assert by_kind["deliver"].link == f"{ADDRESS}/console/leads/{delivery}"
    assert (by_kind["remind"].state, by_kind["remind"].lead) == ("delayed", delivery)
    assert by_kind["remind"].at is not None
    assert abs(by_kind["remind"].at - at) < timedelta(seconds=5)
    assert (by_kind["erase"].lead, by_kind["erase"].why) == (None, None)
    assert [(one.queue, one.state, one.count) for one in listed.tally] == [
        ("deliver.webhook", "queued", 1),
        ("erase", "queued", 1),
        ("remind", "delayed", 1),
    ]


async def test_only_some_are_told_where_only_some_are_asked_for(
    api: httpx.AsyncClient, jobs: DurableJobs, firm: Firm
) -> None:
    for row in ("one", "two", "three"):
        await jobs.add(Job("work", row))
    await amend(firm.database, "work:two", status="ERROR")
    failed = (await api.get("/jobs", params={"state": "failed"})).json()
    assert [one["key"] for one in failed["items"]] == ["two"]
    assert failed["tally"] == [{"queue": "work", "state": "failed", "count": 1}]
    first = (await api.get("/jobs", params={"limit": 1})).json()
    assert [one["key"] for one in first["items"]] == ["one"]
    assert (await api.get("/jobs", params={"state": "lost"})).status_code == 422


async def test_what_waits_for_its_turn_too_long_says_what_to_look_at(
    book: JobBook, jobs: DurableJobs, firm: Firm
) -> None:
    await jobs.add(Job("deliver", "row", lane="crm"))
    (fresh,) = (await book.listed(10, ())).items
    assert fresh.why is None
    await amend(firm.database, "deliver:row", created_at=0)
    (old,) = (await book.listed(10, ())).items
    assert old.why is not None
    assert "is deliver.crm configured" in old.why


async def test_a_job_is_tried_again_and_cancelled_by_http(
    api: httpx.AsyncClient, jobs: DurableJobs
) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    await jobs.add(Job("work", "row", key="row/1", at=later))
    job = {"kind": "work", "key": "row/1"}
    tried = await api.post("/jobs/retry", json=job)
    assert (tried.status_code, tried.json()) == (200, job)
    assert [one.state for one in await jobs.pending()] == ["queued"]
    cancelled = await api.post("/jobs/cancel", json=job)
    assert (cancelled.status_code, cancelled.json()) == (200, job)
    assert await jobs.pending() == []
    for path in ("/jobs/retry", "/jobs/cancel"):
        refused = await api.post(path, json=job)
        assert refused.status_code == 409
        assert refused.json()["type"] == "urn:banter:problem:job-not-waiting"
        assert "GET /api/jobs" in refused.json()["detail"]


async def test_jobs_are_for_those_who_have_the_token(api: httpx.AsyncClient) -> None:
    api.headers["Authorization"] = "Bearer another"
    assert (await api.get("/jobs")).status_code == 401
    assert (await api.post("/jobs/retry", json={"kind": "a", "key": "b"})).status_code == 401


@dataclass
class Wiring:
    """console.jobs_command.JobWiring and its desk."""

    firm: Firm

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Wiring"]:
        jobs = DurableJobs(self.firm.database)
        self.job_book = JobBook(
            jobs, JobLeads(self.firm.database), ADDRESS, queues_of(self.firm, jobs)
        )
        yield self
        await jobs.stop()


def run(firm: Firm, *arguments: str) -> Result:
    return CliRunner().invoke(jobs_cli, arguments, obj=Wiring(firm))


async def test_the_command_lists_tries_again_and_cancels(firm: Firm, jobs: DurableJobs) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    await jobs.add(Job("work", "row", at=later))
    listed = await asyncio.to_thread(run, firm, "list", "--json", "--state", "delayed")
    assert [one["key"] for one in json.loads(listed.output)["items"]] == ["row"]
    shown = await asyncio.to_thread(run, firm)
    assert "work: 1 delayed" in shown.output
    assert "work:row" in shown.output
    tried = await asyncio.to_thread(run, firm, "retry", "work:row")
    assert "work:row is tried again" in tried.output
    cancelled = await asyncio.to_thread(run, firm, "cancel", "work:row", "--json")
    assert json.loads(cancelled.output) == {"kind": "work", "key": "row"}
    empty = await asyncio.to_thread(run, firm, "list")
    assert "Nothing waits" in empty.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("retry", "work:row"), "no such job"),
        (("cancel", "work:row"), "no such job"),
        (("retry", "row"), "names no job"),
        (("cancel", ":row"), "names no job"),
        (("list", "--state", "lost"), "is no state"),
    ],
)
async def test_what_cannot_be_done_is_said_plainly(
    firm: Firm, arguments: tuple[str, ...], words: str
) -> None:
    refused = await asyncio.to_thread(run, firm, *arguments)
    assert isinstance(refused.exception, Trouble)
    assert words in str(refused.exception)


async def test_a_failure_is_shown_with_its_reason_and_what_is_left_out_is_counted(
    book: JobBook, jobs: DurableJobs, firm: Firm
) -> None:
    for row in ("one", "two"):
        await jobs.add(Job("work", row))
        await amend(firm.database, f"work:{row}", status="MAX_RECOVERY_ATTEMPTS_EXCEEDED")
    console = Console(width=40, record=True)  # lines are not cut: addresses are copied from them
    show(await book.listed(1, ()), console)
    text = console.export_text()
    assert "work: 2 failed" in text
    assert "the processes that did it died" in text
    assert "and 1 more" in text


async def test_a_delivery_that_waits_says_why_and_is_really_tried_when_it_is_told_to(
    book: JobBook, jobs: DurableJobs, firm: Firm
) -> None:
    """Not put off again at once because its time has not come."""
    await firm.lead()
    parcel = next(job.row for job in firm.jobs if job.kind == "deliver")
    now = firm.clock.now()
    taken = await firm.outbox.take(parcel, now)
    assert isinstance(taken, Parcel)
    later = now + timedelta(hours=1)
    await firm.outbox.record(taken, RetryAt("answered 429", later, busy=True), now, later)
    await jobs.add(Job("deliver", parcel, at=datetime.now(UTC) + timedelta(hours=1)))
    (waiting,) = (await book.listed(10, ())).items
    assert (waiting.state, waiting.why) == ("delayed", "answered 429")
    assert await book.retry("deliver", parcel)
    assert [one.state for one in await jobs.pending()] == ["queued"]
    again = await firm.outbox.take(parcel, now)
    assert isinstance(again, Parcel)
    assert (again.urged, again.attempt) == ("person", taken.attempt + 1)
