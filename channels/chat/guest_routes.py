"""How do we hear who a visitor is, beside what they say? From the site, the page, or a form."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field, JsonValue
from starlette.responses import Response

from agent.widget import DEFAULT, OtherPerson
from channels.bodies import BoundedRoute
from channels.chat.desk import Desk
from channels.chat.frames import ContactIn, Key, Request
from channels.chat.identity import LONGEST_TOKEN
from channels.chat.lobby import Lobby, attributes_of, contact_of, vouched_for
from channels.chat.routes import Bearer, address_of, visitor_of
from channels.problems import Problem, documented


class IdentityIn(Request):
    """The site's word for who it is."""

    widget: Key = DEFAULT
    token: Annotated[str, Field(max_length=LONGEST_TOKEN)]


class AttributesIn(Request):
    """What the page tells of its visitor; nobody vouches for it."""

    attributes: dict[str, JsonValue]


def guests_router(desk: Desk, lobby: Lobby) -> APIRouter:
    """`/chat/identity`, `/chat/attributes` and `/chat/contact`."""
    router = APIRouter(prefix="/chat", tags=["chat"], route_class=BoundedRoute)

    def enter(request: HttpRequest, bearer: Bearer) -> str:
        conversation = visitor_of(desk, bearer)
        desk.admit(conversation, address_of(request))
        return conversation

    @router.put(
        "/identity",
        status_code=204,
        summary="The site says who the visitor is",
        description="`token`: a JSON Web Token of the site's server, see docs/widget.md.",
        responses=documented(401, 403, 404, 409, 422, 429, 503),
        response_class=Response,
    )
    async def identify(request: HttpRequest, bearer: Bearer, told: IdentityIn) -> Response:
        conversation = enter(request, bearer)
        widget = await lobby.widget(told.widget)
        identity = await lobby.identity(widget.key, told.token)
        try:
            await lobby.guests.identify(conversation, widget.key, identity)
        except OtherPerson:
            raise Problem(
                409, "other-person", "This conversation is somebody else's: open a new session."
            ) from None
        findings = vouched_for(identity, widget.key, desk.clock.now())
        await lobby.introductions.introduce(conversation, identity.contact, findings)
        return Response(status_code=204)

    @router.put(
        "/attributes",
        status_code=204,
        summary="The page tells something of the visitor",
        responses=documented(401, 404, 422, 429, 503),
        response_class=Response,
    )
    async def describe(request: HttpRequest, bearer: Bearer, told: AttributesIn) -> Response:
        conversation = enter(request, bearer)
        await lobby.guests.describe(conversation, attributes_of(told.attributes))
        return Response(status_code=204)

    @router.put(
        "/contact",
        status_code=204,
        summary="Leave a way to be reached",
        responses=documented(401, 404, 422, 429, 503),
        response_class=Response,
    )
    async def leave_contact(request: HttpRequest, bearer: Bearer, told: ContactIn) -> Response:
        conversation = enter(request, bearer)
        language = (await desk.replies.standing(conversation)).dialogue.language
        contact = contact_of(told, language)
        if not contact:
            raise Problem(422, "empty", "Leave a telephone number or an e-mail address.")
        await lobby.introductions.introduce(conversation, contact)
        return Response(status_code=204)

    return router
