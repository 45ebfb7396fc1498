"""What is told of the jobs that are not done? The same to people and to programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from agent.ports import JobState, PendingJob
from channels.documents import Document
from console.queues import Queues
from storage.job_leads import JobLeads
from storage.jobs import DurableJobs, queue_name
from storage.parcels import KIND as DELIVER

PATIENCE = timedelta(minutes=1)
"""What waits longer for its turn waits for something that may not come by itself."""


class JobOut(Document):
    """A job that is not done, or was given up."""

    kind: str
    """`deliver`, `text`, `reread`, ..."""
    key: str
    """Names it, together with its kind."""
    queue: str
    """Where it waits: `deliver.hubspot` is the lane `hubspot` of the kind `deliver`."""
    state: JobState
    """`delayed` (until `at`), `queued`, `running` or `failed` (given up)."""
    since: datetime
    at: datetime | None
    """When it may begin, if it had to wait."""
    runs: int
    """Those before this one."""
    errors: int
    """Runs that ended in an error of ours, in a row."""
    why: str | None
    """The newest of these errors, or what it waits for."""
    row: str
    """The id of what it is about: a delivery, a text, ..."""
    lead: str | None
    """The conversation of the lead that it concerns."""
    link: str | None
    """The lead's page."""


class TallyOut(Document):
    """How many jobs of a queue are in a state."""

    queue: str
    state: JobState
    count: int


class JobsOut(Document):
    """The jobs that are not done and those that were given up, oldest first."""

    items: list[JobOut]
    tally: list[TallyOut]
    """All there are, by queue and state; `items` may be fewer."""


@dataclass(frozen=True, slots=True)
class JobBook:
    """Where they are looked up."""

    jobs: DurableJobs
    leads: JobLeads
    address: str
    """Ours, that links begin with."""
    queues: Queues

    async def retry(self, kind: str, key: str) -> bool:
        """Do now what was given up, or waits for its time; False when it is neither. A delivery is
        tried although the system asked for a pause.
        """
        if kind == DELIVER:
            return await self.queues.try_job(key.partition("/")[0]) or await self.jobs.retry(
                kind, key
            )
        return await self.jobs.retry(kind, key)

    async def listed(self, limit: int, states: Sequence[JobState]) -> JobsOut:
        """Some of those in these states (in any, if none is named), and how many there are."""
        found = await self.jobs.pending(limit, states)
        leads = await self.leads.of([one.row for one in found])
        now = datetime.now(UTC)
        reasons = await self.queues.reasons([one.row for one in found if one.kind == DELIVER])
        return JobsOut(
            items=[self._item(one, leads.get(one.row), reasons.get(one.row), now) for one in found],
            tally=[
                TallyOut(queue=one.queue, state=one.state, count=one.count)
                for one in await self.jobs.tally()
                if not states or one.state in states
            ],
        )

    def _item(self, job: PendingJob, lead: str | None, reason: str | None, now: datetime) -> JobOut:
        queue = queue_name(job.kind, job.lane)
        return JobOut(
            kind=job.kind,
            key=job.key,
            queue=queue,
            state=job.state,
            since=job.since,
            at=job.at,
            runs=job.runs,
            errors=job.errors,
            why=job.why or reason or _waits_for(job, queue, now),
            row=job.row,
            lead=lead,
            link=f"{self.address}/console/leads/{lead}" if lead else None,
        )


def _waits_for(job: PendingJob, queue: str, now: datetime) -> str | None:
    if job.state != "queued" or now - (job.at or job.since) < PATIENCE:
        return None
    return f"its turn does not come: is {queue} configured where jobs are done, and not too busy?"
