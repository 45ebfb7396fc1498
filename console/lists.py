"""Which leads are there? The hand-overs, newest first, and the conversations still without one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from channels.incoming import PLAIN
from console.access import Person
from console.contexts import HandoversPage, Signed, UnfinishedPage
from console.gate import PATH
from console.office import Office
from console.rendering import Pages
from console.showing import handover_row, unfinished_row

ROWS = 50
After = Annotated[str | None, Query(max_length=100, pattern=PLAIN)]


def lists_router(office: Office, pages: Pages) -> APIRouter:
    """`/console` and `/console/unfinished`."""
    router = APIRouter(route_class=pages.route_class())
    Anybody = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]

    @router.get(PATH)
    async def handovers(person: Anybody, after: After = None) -> Response:
        signed = Signed(person.email, person.token)
        found = await office.leads.handovers(ROWS, after)
        rows = tuple(map(handover_row, found.items))
        return pages.html("handovers.html", HandoversPage(signed, rows, found.next))

    @router.get(f"{PATH}/unfinished")
    async def unfinished(person: Anybody, after: After = None) -> Response:
        signed = Signed(person.email, person.token)
        found = await office.leads.conversations(ROWS, after, handed_over=False)
        rows = tuple(map(unfinished_row, found.items))
        return pages.html("unfinished.html", UnfinishedPage(signed, rows, found.next))

    return router
