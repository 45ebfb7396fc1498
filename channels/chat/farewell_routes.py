"""How does a visitor leave? They end the chat, say how it was, and have it sent to them."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field
from starlette.responses import Response

from channels.bodies import BoundedRoute
from channels.chat.desk import Desk
from channels.chat.frames import Request
from channels.chat.lobby import Lobby
from channels.chat.routes import VISITOR, Bearer, address_of, visitor_of
from channels.incoming import Empty, clean
from channels.limits import Limiter, Rate
from channels.problems import Problem, TooMany, documented
from qualification.handover import contact_of

LETTERS = Rate(burst=3, per_second=1 / 3600)
"""Transcripts to one address: nobody's mailbox is filled by us."""
LONGEST_COMMENT = 1000


class RatingIn(Request):
    """How it was."""

    stars: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[str, Field(max_length=LONGEST_COMMENT)] = ""


def farewell_router(desk: Desk, lobby: Lobby) -> APIRouter:
    """`/chat/end`, `/chat/rating` and `/chat/transcript`."""
    router = APIRouter(prefix="/chat", tags=["chat"], route_class=BoundedRoute)
    letters = Limiter(LETTERS, lambda: desk.clock.now().timestamp())

    def enter(request: HttpRequest, bearer: Bearer) -> str:
        conversation = visitor_of(desk, bearer)
        desk.admit(conversation, address_of(request))
        return conversation

    @router.post(
        "/end",
        status_code=204,
        summary="End the conversation: nothing is said any more unasked",
        responses=documented(401, 404, 429, 503),
        response_class=Response,
    )
    async def end(request: HttpRequest, bearer: Bearer) -> Response:
        await desk.conversations.leave_alone(enter(request, bearer), VISITOR)
        return Response(status_code=204)

    @router.put(
        "/rating",
        status_code=204,
        summary="Say how it was",
        responses=documented(401, 404, 422, 429, 503),
        response_class=Response,
    )
    async def rate(request: HttpRequest, bearer: Bearer, told: RatingIn) -> Response:
        await lobby.guests.rate(enter(request, bearer), told.stars, _words(told.comment))
        return Response(status_code=204)

    @router.post(
        "/transcript",
        status_code=204,
        summary="Have the conversation sent by e-mail",
        description="To the address that is known of the visitor; there may be none (409). It "
        "leaves as soon as the mail server takes it.",
        responses=documented(401, 404, 409, 429, 501, 503),
        response_class=Response,
    )
    async def transcript(request: HttpRequest, bearer: Bearer) -> Response:
        conversation = enter(request, bearer)
        if lobby.post is None:
            raise Problem(501, "no-mail", "No mail can be sent from here.")
        dialogue = (await desk.replies.standing(conversation)).dialogue
        email = contact_of(dialogue.sheet).get("email")
        if email is None:
            raise Problem(409, "no-email", "Leave an e-mail address first: PUT /chat/contact.")
        wait = letters.take(email.casefold())
        if wait:
            raise TooMany(wait)
        await lobby.post.send_transcript(conversation)
        return Response(status_code=204)

    return router


def _words(comment: str) -> str:
    """What they wrote, if they wrote anything."""
    try:
        return clean(comment)
    except Empty:
        return ""
