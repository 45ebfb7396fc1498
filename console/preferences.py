"""In which language and colours is the console seen? Chosen in its frame, kept with the person."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from channels.incoming import PLAIN
from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.shell import Theme
from console.translations import Tongue


def preferences_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/preferences`"""
    router = APIRouter(prefix=PATH, route_class=pages.route_class())
    Anybody = Annotated[Person, Depends(office.gate.permits("sales", "admin", own=True))]

    @router.post("/preferences")
    async def choose(
        person: Anybody,
        language: Annotated[Tongue | None, Form()] = None,
        theme: Annotated[Theme | None, Form()] = None,
        next: Annotated[str, Form(max_length=500, pattern=PLAIN)] = PATH,
    ) -> Response:
        await office.inbox.users.prefer(person.id, language=language, theme=theme)
        return go_to(ours(next))

    return router


def ours(path: str) -> str:
    """A path of the console, or its first page: nobody is sent elsewhere."""
    inside = path == PATH or path.startswith(f"{PATH}/")
    return path if inside and "\\" not in path and "//" not in path else PATH
