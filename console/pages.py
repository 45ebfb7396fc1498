"""Which pages does the console have? The login, the two lists, and one lead."""

from fastapi import APIRouter

from console.lead import lead_router
from console.lists import lists_router
from console.login import login_router
from console.office import Office
from console.rendering import Pages


def console_router(office: Office) -> APIRouter:
    """`/console…` and the files of its pages."""
    pages = Pages()
    router = APIRouter(include_in_schema=False)
    for part in (
        pages.assets.router(),
        login_router(office, pages),
        lists_router(office, pages),
        lead_router(office, pages),
    ):
        router.include_router(part)
    return router
