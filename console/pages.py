"""Which pages does the console have?"""

from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.accounts_own import account_router, sessions_router
from console.accounts_totp import two_factor_router
from console.accounts_users import user_router, users_router
from console.accounts_welcome import welcome_router
from console.analytics_pages import analytics_router
from console.audit_pages import audit_router
from console.demo_pages import demo_router
from console.gate import PATH
from console.inbox import inbox_router
from console.keys_pages import keys_router
from console.lead import lead_router
from console.lead_answering import answering_router
from console.lead_handling import handling_router
from console.lead_privacy import privacy_router
from console.login import login_router
from console.office import Office
from console.oidc_pages import oidc_router
from console.palette import palette_router
from console.preferences import preferences_router
from console.rendering import Pages
from console.scripts.routes import scripts_router
from console.setup.pages import setup_router
from console.setup.waiting import waiting_router
from console.teams.routes import teams_router
from console.totp_pages import code_router
from console.translations import N_
from console.widget_routes import widget_router

_NOWHERE = N_("There is no page at this address.")


def console_router(office: Office) -> APIRouter:
    """`/console…` and the files of its pages."""
    pages = Pages(demo=lambda: office.samples.shown)
    router = APIRouter(include_in_schema=False)
    for part in PARTS:
        router.include_router(part(office, pages))
    return router


def assets_router(_: Office, pages: Pages) -> APIRouter:
    """Styles, scripts and pictures of the pages."""
    return pages.assets.router()


def nowhere_router(office: Office, pages: Pages) -> APIRouter:
    """Every other address under `/console`, and forms' addresses that somebody opens as pages; it
    comes last.
    """
    router = APIRouter(prefix=PATH, route_class=pages.route_class())
    permits = office.gate.permits

    @router.get("/{rest:path}")
    async def nowhere(
        request: Request,
        person: Annotated[Person, Depends(permits("sales", "admin"))],
    ) -> Response:
        raise Problem(404, "no-such-page", pages.words(request, person).text(_NOWHERE))

    return router


PARTS: Sequence[Callable[[Office, Pages], APIRouter]] = (
    assets_router,
    login_router,
    code_router,
    oidc_router,
    welcome_router,
    account_router,
    sessions_router,
    two_factor_router,
    users_router,
    user_router,
    keys_router,
    audit_router,
    inbox_router,
    lead_router,
    answering_router,
    handling_router,
    privacy_router,
    palette_router,
    preferences_router,
    widget_router,
    scripts_router,
    analytics_router,
    teams_router,
    setup_router,
    waiting_router,
    demo_router,
    nowhere_router,
)
"""In the order in which an address is looked for."""
