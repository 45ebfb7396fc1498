"""The console and the API as one application whose parts are made when they are first asked for:
to make them all takes longer than what most tests do. The whole is tried by tests/test_app.py.
"""

from collections.abc import Callable, Sequence
from functools import partial

from fastapi import APIRouter, FastAPI
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from channels.problems import answer_with_problems
from console.office import Office
from console.pages import PARTS
from console.rendering import Pages


class OnDemand:
    """An ASGI application of the console's parts and what lies under `/api`."""

    def __init__(self, office: Office, api: Callable[[], APIRouter]) -> None:
        pages = Pages(demo=lambda: office.samples.shown)
        self._makers: list[Callable[[], APIRouter]] = [
            *(partial(part, office, pages) for part in PARTS),
            api,
        ]
        self._made: dict[int, FastAPI] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        part = len(PARTS) if scope["path"].startswith("/api/") else self._part(scope)
        if part not in self._made:
            self._made[part] = answering(self._makers[part]())
        await self._made[part](scope, receive, send)

    @property
    def routes(self) -> list[BaseRoute]:
        """Of the console, in their order."""
        return [route for part in self._known() for route in part]

    def _known(self) -> Sequence[Sequence[BaseRoute]]:
        if not _KNOWN:
            _KNOWN.extend(make().routes for make in self._makers[:-1])
        return _KNOWN

    def _part(self, scope: Scope) -> int:
        """The first that has such an address, and takes such a request; none: the last one says
        that there is no such page.
        """
        found = [{route.matches(scope)[0] for route in part} for part in self._known()]
        for wanted in (Match.FULL, Match.PARTIAL):
            for place, matches in enumerate(found):
                if wanted in matches:
                    return place
        return len(PARTS) - 1


def answering(*routers: APIRouter) -> FastAPI:
    """An application of these."""
    app = FastAPI()
    answer_with_problems(app)
    for router in routers:
        app.include_router(router)
    return app


_KNOWN: list[Sequence[BaseRoute]] = []
"""The routes of each part: those of the first firm, since their addresses are always the same."""
