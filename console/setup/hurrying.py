"""What waits for a system, or was given up, is seen to: tried now, sent again."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from console.access import Person
from console.office import Office
from console.rendering import Pages, go_to
from console.setup.systems_page import SYSTEMS, Shown
from console.translations import N_
from qualification.values import Json

_NOBODY_WAITS = N_("No lead waits for it any more.")
_NOTHING_FAILED = N_("No lead was given up there, or they are sent again already.")
System = Annotated[str, Form(min_length=1, max_length=60)]


def hurrying_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/settings/systems/now`, `…/again`"""
    router = APIRouter(route_class=pages.route_class())
    queues, shown = office.setup.queues, Shown(office, pages)
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.post(f"{SYSTEMS}/now")
    async def try_now(request: Request, person: Admin, system: System) -> Response:
        if not await queues.try_now(system):
            error = pages.words(request, person).text(_NOBODY_WAITS)
            return await shown.page(request, person, error=error, status=409)
        await office.audit.record(person, "deliveries.tried", "systems", {"system": system})
        return go_to(f"{SYSTEMS}?said=now#waiting")

    @router.post(f"{SYSTEMS}/again")
    async def send_again(request: Request, person: Admin, system: System) -> Response:
        sent = await queues.send_again(system)
        if not sent:
            error = pages.words(request, person).text(_NOTHING_FAILED)
            return await shown.page(request, person, error=error, status=409)
        told: dict[str, Json] = {"system": system, "leads": sent}
        await office.audit.record(person, "deliveries.sent_again", "systems", told)
        return go_to(f"{SYSTEMS}?said=again#waiting")

    return router
