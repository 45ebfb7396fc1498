"""How is it set up? Read by admins and auditors."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from console.access import Person
from console.office import Office
from console.rendering import Pages
from console.setup.configured import groups
from console.setup.contexts import SettingsPage
from console.setup.first_steps import FirstStep, Standing, first_steps
from console.setup.hurrying import hurrying_router
from console.setup.systems import systems_router
from console.setup.systems_page import HOME


def setup_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/settings…`"""
    router = APIRouter(route_class=pages.route_class())
    desk = office.setup
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get(HOME)
    async def settings(request: Request, person: Admin) -> Response:
        steps = first_steps(await _standing(office, person))
        done = sum(one.done for one in steps)
        page = SettingsPage(
            tab="settings",
            steps=steps if done < len(steps) else tuple[FirstStep, ...](),
            done=done,
            groups=groups(desk.explained, desk.settings),
        )
        return pages.show(request, person, "setup/settings.html", page)

    router.include_router(systems_router(office, pages))
    router.include_router(hurrying_router(office, pages))
    return router


async def _standing(office: Office, person: Person) -> Standing:
    desk = office.setup
    scripts = await desk.scripts.all_current()
    teams = await desk.teams.current()
    everybody = [one for one in await desk.users.all() if one.active]
    sites = await desk.widgets.all()
    me = next((one for one in everybody if one.id == person.id), None)
    return Standing(
        model=desk.settings.has_model,
        address=desk.settings.address.startswith("https://"),
        script=any(one.origin != "file" for one in scripts),
        teams=teams is not None and teams.origin != "file",
        place=bool(desk.places),
        site=len(sites) > 1 or bool(desk.settings.twilio_account_sid),
        colleague=sum(one.role == "admin" for one in everybody) > 1,
        codes=me is not None and (me.has_codes or not me.has_password),
    )
