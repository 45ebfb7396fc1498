"""Where are the demo leads taken away? At `/console/demo`; every page leads there by a banner."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to


@dataclass(frozen=True, slots=True)
class DemoPage:
    """demo/page.html"""

    state: Literal["none", "making", "there", "removed"]
    leads: int


def demo_router(office: Office, pages: Pages) -> APIRouter:
    """The page, and its button."""
    router = APIRouter(route_class=pages.route_class())
    Anybody = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get(f"{PATH}/demo")
    async def demo(request: Request, person: Anybody) -> Response:
        found = await office.samples.look()
        page = DemoPage(found.state, found.leads) if found else DemoPage("none", 0)
        return pages.show(request, person, "demo/page.html", page)

    @router.post(f"{PATH}/demo/remove")
    async def remove(person: Admin) -> Response:
        removed = await office.samples.remove()
        office.analytics.shelf.forget()
        await office.audit.record(person, action="demo.removed", details={"leads": removed})
        return go_to(f"{PATH}/demo")

    return router
