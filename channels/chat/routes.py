"""How does a visitor chat by plain HTTP? Open a session, send a message, get the reply."""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi import Request as HttpRequest
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.responses import Response
from starlette.websockets import WebSocket

from agent.errors import UnknownConversation
from agent.reception import choices
from channels.bodies import BoundedRoute
from channels.chat.desk import Desk
from channels.chat.events import EventStream
from channels.chat.frames import MessageOut, NewMessage, NewSession, Replay, Reply, Seq, Session
from channels.chat.lobby import Lobby
from channels.chat.websocket import serve_socket
from channels.chat.whence import source_of
from channels.problems import Problem, TooMany, documented
from qualification.choosing import Arrival

EVENTS: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {}}}}

VISITOR = "visitor"
"""Who has ended a chat, where nobody of ours has."""

Bearer = Annotated[
    HTTPAuthorizationCredentials | None,
    Depends(
        HTTPBearer(
            auto_error=False,
            scheme_name="ChatSession",
            description="The token of `POST /chat/sessions`.",
        )
    ),
]


def chat_router(desk: Desk, lobby: Lobby) -> APIRouter:
    """`/chat/…`"""
    router = APIRouter(prefix="/chat", tags=["chat"], route_class=BoundedRoute)

    @router.post(
        "/sessions",
        status_code=201,
        summary="Open a conversation",
        responses=documented(403, 404, 413, 422, 429, 503),
    )
    async def open_session(request: HttpRequest, new: NewSession) -> Session:
        wait = desk.limits.opening(address_of(request))
        if wait:
            raise TooMany(wait)
        arrived = await lobby.arrive(new)
        if arrived.identity is not None:
            theirs = await lobby.guests.conversation_of(new.widget, arrived.identity.subject)
            if theirs is not None and (going_on := await _take_up(desk, theirs, new.script)):
                return going_on
        opened = await desk.conversations.open(
            "chat",
            f"chat:{secrets.token_urlsafe(16)}",
            new.script or arrived.widget.script or None,
            new.language or arrived.widget.language,
            source_of(new.page),
            known=arrived.known,
            arrival=Arrival(page=new.page or ""),
        )
        await lobby.remember(opened.conversation, arrived, new)
        return Session(
            session=opened.conversation,
            token=desk.sessions.token(opened.conversation),
            script=opened.script.script,
            language=opened.dialogue.language,
            phase=opened.dialogue.phase,
            messages=[MessageOut.of(message) for message in opened.messages],
            choices=list(opened.choices),
        )

    @router.post(
        "/messages",
        summary="Say something and get the reply",
        responses=documented(401, 404, 413, 422, 429, 503),
    )
    async def send_message(request: HttpRequest, bearer: Bearer, new: NewMessage) -> Reply:
        conversation = visitor_of(desk, bearer)
        receipt = await desk.take(conversation, new.client_id, new.text, address_of(request))
        answered = await desk.conversations.answer(receipt)
        return Reply(
            reply="\n\n".join(message.text for message in answered.messages),
            phase=answered.dialogue.phase,
            asked=answered.dialogue.asked,
            language=answered.dialogue.language,
            messages=[MessageOut.of(message) for message in answered.messages],
            seq=receipt.seq,
            choices=list(answered.choices),
        )

    @router.get(
        "/messages",
        summary="What was said after a sequence number",
        description="Some hundred messages at most: ask again after the last one until none comes.",
        responses=documented(401, 404, 422, 429, 503),
    )
    async def replay(
        request: HttpRequest, bearer: Bearer, after: Annotated[Seq, Query()] = 0
    ) -> Replay:
        conversation = visitor_of(desk, bearer)
        desk.admit(conversation, address_of(request))
        now = await desk.replies.standing(conversation)
        messages = await desk.record.transcript_after(conversation, after)
        return Replay(
            phase=now.dialogue.phase,
            messages=[MessageOut.of(message) for message in messages],
            choices=list(choices(now.script, now.dialogue)),
        )

    @router.get(
        "/events",
        summary="What happens, as server-sent events",
        responses=documented(401, 404, 422, 429, 503) | EVENTS,
        response_class=Response,
    )
    async def events(
        request: HttpRequest, bearer: Bearer, after: Annotated[Seq, Query()] = 0
    ) -> EventStream:
        conversation, address = visitor_of(desk, bearer), address_of(request)
        desk.admit(conversation, address)
        return EventStream(desk, conversation, _resume_at(request, after), address)

    @router.websocket("/socket")
    async def socket(socket: WebSocket) -> None:
        await serve_socket(desk, socket)

    return router


async def _take_up(desk: Desk, conversation: str, script: str | None) -> Session | None:
    """The conversation that somebody whom the site vouches for goes on with, from whichever
    machine; None where it has ended, or is about something else.
    """
    try:
        now = await desk.replies.standing(conversation)
    except UnknownConversation:
        return None
    ended = now.dialogue.left_alone == VISITOR or now.dialogue.phase not in ("open", "held")
    if ended or script not in (None, "", now.script.script):
        return None
    messages = await desk.record.transcript_after(conversation, 0)
    return Session(
        session=conversation,
        token=desk.sessions.token(conversation),
        script=now.script.script,
        language=now.dialogue.language,
        phase=now.dialogue.phase,
        messages=[MessageOut.of(message) for message in messages],
        choices=list(choices(now.script, now.dialogue)),
    )


def visitor_of(desk: Desk, bearer: HTTPAuthorizationCredentials | None) -> str:
    if bearer is None:
        raise Problem(
            401,
            "no-token",
            "Send the session's token: `Authorization: Bearer …`.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return desk.visitor(bearer.credentials)


def address_of(request: HttpRequest) -> str | None:
    return request.client.host if request.client else None


def _resume_at(request: HttpRequest, after: int) -> int:
    last = request.headers.get("last-event-id", "")
    return max(after, int(last)) if last.isascii() and last.isdigit() and len(last) < 10 else after
