"""Does it work? What doctor finds, tests that are sent, and what would be sent.

Admins try it, auditors read what was found.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from starlette.responses import Response

from console.access import Person
from console.office import Office
from console.rendering import Pages, go_to
from console.setup.contexts import Rehearsal
from console.setup.systems_page import SYSTEMS, Shown
from console.setup.trying import try_mail, try_message, try_text
from delivery.calls import Refused

SAID = r"^(again|checked|mailed|now|posted|taken|texted|)$"
System = Annotated[str, Form(min_length=1, max_length=60)]


def systems_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/settings/systems…`"""
    router = APIRouter(route_class=pages.route_class())
    desk, trials = office.setup, office.setup.trials
    shown = Shown(office, pages)
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get(SYSTEMS)
    async def systems(
        request: Request,
        person: Admin,
        said: Annotated[str, Query(pattern=SAID)] = "",
        text: Annotated[str, Query(pattern=r"^([0-9a-f]{32}|)$")] = "",
    ) -> Response:
        fate = await trials.fate(text) if text else None
        return await shown.page(request, person, notice=said, fate=fate)

    @router.post(f"{SYSTEMS}/check")
    async def check(person: Admin) -> Response:
        found = await desk.check_ups.make()
        await office.audit.record(person, "systems.checked", "systems", {"bad": found.bad})
        return go_to(f"{SYSTEMS}?said=checked")

    @router.post(f"{SYSTEMS}/mail")
    async def mail(request: Request, person: Admin) -> Response:
        return await try_mail(office, pages, request, person)

    @router.post(f"{SYSTEMS}/try")
    async def try_out(request: Request, person: Admin, system: System) -> Response:
        return await try_message(office, pages, request, person, system)

    @router.post(f"{SYSTEMS}/text")
    async def text(request: Request, person: Admin) -> Response:
        return await try_text(office, pages, request, person)

    @router.post(f"{SYSTEMS}/rehearse")
    async def rehearse(request: Request, person: Admin, system: System) -> Response:
        if system not in trials.places.systems:
            raise HTTPException(404)
        tongue = pages.words(request, person).tongue
        try:
            requests = await trials.shown(system, person, tongue, office.clock.now())
            rehearsal = Rehearsal(system, requests)
        except Refused as refused:
            rehearsal = Rehearsal(system, (), refused.outcome.why)
        await office.audit.record(person, "systems.rehearsed", "systems", {"system": system})
        return await shown.page(request, person, rehearsal=rehearsal)

    return router
