"""How do programs see the jobs, and take them in hand? As JSON, with the API token."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from agent.ports import JobState
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from console.jobs_document import JobBook, JobsOut

MOST = 500
Name = Annotated[str, Field(min_length=1, max_length=300, pattern=PLAIN)]


class JobIn(BaseModel):
    """Which job: as GET /api/jobs names it."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={
            "examples": [{"kind": "deliver", "key": "8a1f63f8fbd14ebd8dc6ffce2b7a2b4e.1.webhook"}]
        },
    )

    kind: Name
    key: Name


class JobDone(Document):
    """The job that it was done to."""

    kind: str
    key: str


def jobs_router(book: JobBook, gate: ApiGate) -> APIRouter:
    """`/api/jobs`"""
    router = APIRouter(
        prefix="/api/jobs", tags=["jobs"], dependencies=[Depends(gate.permits("jobs"))]
    )

    @router.get(
        "",
        summary="What is not done yet, and what was given up",
        responses=documented(401, 403, 422, 503),
    )
    async def listed(
        state: Annotated[
            list[JobState] | None, Query(description="Only these; may be named more than once.")
        ] = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
    ) -> JobsOut:
        return await book.listed(limit, state or ())

    @router.post(
        "/retry",
        summary="Do now what was given up, or waits for its time",
        responses=documented(401, 403, 409, 422, 503),
    )
    async def retry(job: JobIn) -> JobDone:
        if not await book.retry(job.kind, job.key):
            raise _not_so(
                "It was not given up and does not wait for its time: it is done, or runs, or there "
                "is no such job. See GET /api/jobs."
            )
        return JobDone(kind=job.kind, key=job.key)

    @router.post(
        "/cancel",
        summary="Forget what has not begun, or was given up",
        responses=documented(401, 403, 409, 422, 503),
    )
    async def cancel(job: JobIn) -> JobDone:
        if not await book.jobs.cancel(job.kind, job.key):
            raise _not_so(
                "It cannot be cancelled: it is done, or runs, or there is no such job. "
                "See GET /api/jobs."
            )
        return JobDone(kind=job.kind, key=job.key)

    return router


def _not_so(detail: str) -> Problem:
    return Problem(409, "job-not-waiting", detail)
