"""How do we hear which pages a visitor looks at? After they have agreed, and never before.

A browser that asks not to be tracked (Sec-GPC or DNT) is taken at its word: nothing is kept, even
if they have agreed somewhere.
"""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field
from starlette.responses import Response

from agent.visits import NotAgreed, Unplaced, View, Visits
from channels.bodies import BoundedRoute
from channels.chat.desk import Desk
from channels.chat.frames import Request
from channels.chat.routes import Bearer, address_of, visitor_of
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented

MOST = 50
"""Visits told at once."""
A_DAY = 86_400
LONGEST_AGO = 30 * A_DAY


class ConsentIn(Request):
    """What the visitor agrees to."""

    page_views: bool


class ViewIn(Request):
    """A page that the visitor has looked at."""

    id: Annotated[str, Field(min_length=1, max_length=64, pattern=PLAIN)]
    """New for every visit: told again, it counts once."""
    page: Annotated[str, Field(min_length=1, max_length=2000, pattern=PLAIN)]
    """Its address. It is not kept: only the event that the script counts."""
    seconds: Annotated[int, Field(ge=0, le=A_DAY)]
    """How long they have looked at it."""
    ago: Annotated[int, Field(ge=0, le=LONGEST_AGO)] = 0
    """How many seconds ago they left it."""


class ViewsIn(Request):
    """Some visits."""

    views: Annotated[list[ViewIn], Field(min_length=1, max_length=MOST)]


class ViewsOut(Document):
    """What became of them."""

    recorded: int
    """Those that the script counts, and that are new."""


def visits_router(desk: Desk, visits: Visits) -> APIRouter:
    """`/chat/events/consent` and `/chat/events/views`"""
    router = APIRouter(prefix="/chat/events", tags=["chat"], route_class=BoundedRoute)

    @router.put(
        "/consent",
        status_code=204,
        summary="Agree that the pages one looks at are told, or take it back",
        responses=documented(401, 404, 422, 429, 503),
        response_class=Response,
    )
    async def consent(request: HttpRequest, bearer: Bearer, said: ConsentIn) -> Response:
        conversation = visitor_of(desk, bearer)
        desk.admit(conversation, address_of(request))
        await visits.agree(conversation, agreed=said.page_views and not _asks_for_peace(request))
        return Response(status_code=204)

    @router.post(
        "/views",
        status_code=202,
        summary="Tell which pages were looked at",
        responses=documented(401, 403, 404, 409, 422, 429, 503),
    )
    async def views(request: HttpRequest, bearer: Bearer, told: ViewsIn) -> ViewsOut:
        conversation = visitor_of(desk, bearer)
        if _asks_for_peace(request):
            return ViewsOut(recorded=0)
        desk.admit(conversation, address_of(request))
        try:
            recorded = await visits.record(conversation, list(map(_view, told.views)))
        except NotAgreed:
            raise Problem(
                403, "no-consent", "The visitor has not agreed: PUT /chat/events/consent first."
            ) from None
        except Unplaced:
            raise Problem(
                409, "unplaced", "It is not known yet which script is meant: tell it again later."
            ) from None
        return ViewsOut(recorded=recorded)

    return router


def _asks_for_peace(request: HttpRequest) -> bool:
    return "1" in (request.headers.get("sec-gpc"), request.headers.get("dnt"))


def _view(view: ViewIn) -> View:
    return View(view.id, view.page, timedelta(seconds=view.ago), view.seconds)
