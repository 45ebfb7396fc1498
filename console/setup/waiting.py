"""What waits, and what was given up? Jobs are looked at, done now, or forgotten."""

from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import Response

from agent.ports import JobState
from console.access import Person
from console.office import Office
from console.rendering import Pages, go_to
from console.setup.contexts import JobsPage
from console.setup.systems_page import HOME
from console.translations import N_

SHOWN = 200
STATES: tuple[JobState, ...] = get_args(JobState)
Name = Annotated[str, Form(min_length=1, max_length=300)]
_RETRIED = N_("It is done as soon as its turn comes.")
_CANCELLED = N_("It is forgotten.")
_GONE = N_("It is done, or runs already: nothing was changed.")


def waiting_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/settings/jobs`"""
    router = APIRouter(route_class=pages.route_class())
    desk = office.setup
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get(f"{HOME}/jobs")
    async def jobs(
        request: Request,
        person: Admin,
        state: Annotated[JobState | None, Query()] = None,
        said: Annotated[str, Query(pattern=r"^(retried|cancelled|)$")] = "",
    ) -> Response:
        return await _jobs(office, pages, request, person, state, said)

    @router.post(f"{HOME}/jobs/retry")
    async def retry(request: Request, person: Admin, kind: Name, key: Name) -> Response:
        if not await desk.book.retry(kind, key):
            return await _jobs(office, pages, request, person, error=_GONE)
        await office.audit.record(person, "job.retried", key, {"kind": kind})
        return go_to(f"{HOME}/jobs?said=retried")

    @router.post(f"{HOME}/jobs/cancel")
    async def cancel(request: Request, person: Admin, kind: Name, key: Name) -> Response:
        if not await desk.book.jobs.cancel(kind, key):
            return await _jobs(office, pages, request, person, error=_GONE)
        await office.audit.record(person, "job.cancelled", key, {"kind": kind})
        return go_to(f"{HOME}/jobs?said=cancelled")

    return router


async def _jobs(
    office: Office,
    pages: Pages,
    request: Request,
    person: Person,
    state: JobState | None = None,
    notice: str = "",
    error: str = "",
) -> Response:
    words = pages.words(request, person)
    found = await office.setup.book.listed(SHOWN + 1, (state,) if state else ())
    said = {"retried": words.text(_RETRIED), "cancelled": words.text(_CANCELLED)}
    page = JobsPage(
        tab="jobs",
        jobs=tuple(found.items[:SHOWN]),
        tally=tuple(found.tally),
        state=state,
        states=STATES,
        more=len(found.items) > SHOWN,
        may_change=person.role == "admin",
        now=office.clock.now(),
        notice=said.get(notice, ""),
        error=words.text(error) if error else "",
    )
    status = 409 if error else 200
    return pages.show(request, person, "setup/jobs.html", page, status=status)
