"""How is it set up, and does it work? Read by admins and auditors, changed by admins."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from agent.outbox import Delivered, Owner
from agent.reminding import Letter
from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.setup.configured import groups
from console.setup.contexts import SettingsPage, SystemsPage
from console.setup.first_steps import FirstStep, Standing, first_steps
from console.translations import N_

HOME = f"{PATH}/settings"
_SUBJECT = N_("A test from Banter")
_TEXT = N_("Mail from Banter arrives: the server takes it, and so do you.")
_NO_MAIL = N_("No mail server is configured: set SMTP_HOST.")
_NOT_SENT = N_("It was not sent: %(why)s")


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

    @router.get(f"{HOME}/systems")
    async def systems(
        request: Request,
        person: Admin,
        said: Annotated[str, Query(pattern=r"^(checked|sent|)$")] = "",
    ) -> Response:
        return _systems(office, pages, request, person, said)

    @router.post(f"{HOME}/systems/check")
    async def check(person: Admin) -> Response:
        found = await desk.check_ups.make()
        await office.audit.record(person, "systems.checked", "systems", {"bad": found.bad})
        return go_to(f"{HOME}/systems?said=checked")

    @router.post(f"{HOME}/systems/mail")
    async def mail(request: Request, person: Admin) -> Response:
        words = pages.words(request, person)
        if desk.mailbox is None:
            return _systems(office, pages, request, person, error=words.text(_NO_MAIL))
        identity = uuid4().hex
        letter = Letter(
            id=identity,
            thread=identity,
            to=Owner(id=person.id, name=person.name or person.email, email=person.email),
            subject=words.text(_SUBJECT),
            text=words.text(_TEXT),
            at=office.clock.now(),
        )
        outcome = await desk.mailbox.send(letter)
        await office.audit.record(
            person, "mail.tested", "systems", {"sent": isinstance(outcome, Delivered)}
        )
        if isinstance(outcome, Delivered):
            return go_to(f"{HOME}/systems?said=sent")
        error = words.text(_NOT_SENT) % {"why": outcome.why}
        return _systems(office, pages, request, person, error=error)

    return router


def _systems(
    office: Office,
    pages: Pages,
    request: Request,
    person: Person,
    notice: str = "",
    error: str = "",
) -> Response:
    desk = office.setup
    page = SystemsPage(
        tab="systems",
        check_up=desk.check_ups.last,
        places=desk.places,
        mail=desk.mailbox is not None,
        may_change=person.role == "admin",
        now=office.clock.now(),
        email=person.email,
        notice=notice,
        error=error,
    )
    status = 422 if error else 200
    return pages.show(request, person, "setup/systems.html", page, status=status)


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
