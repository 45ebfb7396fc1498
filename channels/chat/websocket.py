"""How does a visitor chat live? One socket: hello with the token, then frames both ways."""

import asyncio
from collections.abc import Mapping
from typing import Any, assert_never

from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from agent.errors import Unavailable, UnknownConversation
from channels.bodies import LONGEST_BODY
from channels.chat.desk import Desk
from channels.chat.feed import Feed
from channels.chat.frames import (
    FRAME_IN,
    Ack,
    ErrorFrame,
    FrameIn,
    FrameOut,
    Hello,
    MessageIn,
    Ping,
    Pong,
    StopIn,
    TypingFrame,
    TypingIn,
)
from channels.problems import Problem, TooMany, unavailable, unknown_conversation

HELLO_SECONDS = 10
SETTLE_SECONDS = 0.6
"""Quiet for so long, the visitor is answered."""
STILL_TYPING_SECONDS = 2.0
"""The same, after a sign that another message is being typed."""
PING_SECONDS = 25.0
"""The server's own ping of each socket: proxies cut silent lines, and a dead one is noticed."""
UVICORN: Mapping[str, Any] = {
    "ws_ping_interval": PING_SECONDS,
    "ws_max_size": LONGEST_BODY,
    "ws_per_message_deflate": False,  # a small frame may not swell, and contexts cost memory
}
"""What our sockets ask of the server that runs them."""
PATIENCE = 20
"""So many frames that make no sense before the line is closed."""
CLOSE_CODES = {401: 4401, 404: 4404, 429: 1013, 503: 1013}
"""By the status of the problem; 4400 for any other."""


async def serve_socket(desk: Desk, socket: WebSocket) -> None:
    """One visitor's line from hello to goodbye."""
    await socket.accept()
    desk.sockets.value += 1
    try:
        try:
            with desk.limits.lines_of_address.enter(_address(socket)):
                await _converse(desk, socket)
        except Problem as problem:
            await _hang_up(socket, problem)
        except Unavailable:
            await _hang_up(socket, unavailable())
        except UnknownConversation:
            await _hang_up(socket, unknown_conversation())
    except WebSocketDisconnect:
        pass  # a visitor who is gone misses nothing: it is all on record
    finally:
        desk.sockets.value -= 1


async def _converse(desk: Desk, socket: WebSocket) -> None:
    hello = await _hello(socket)
    conversation = desk.visitor(hello.token)
    with (
        desk.limits.lines_of_session.enter(conversation),
        desk.conversations.listen(conversation) as listener,
    ):
        feed = desk.feed(conversation, hello.after, listener)
        await Line(desk, socket, conversation, feed).run()


class Line:
    """An open socket after its hello: one task takes what comes in, another sends what happens."""

    __slots__ = ("_address", "_conversation", "_desk", "_feed", "_nonsense", "_socket", "_waiting")

    def __init__(self, desk: Desk, socket: WebSocket, conversation: str, feed: Feed) -> None:
        self._desk = desk
        self._socket = socket
        self._conversation = conversation
        self._address = _address(socket)
        self._feed = feed
        self._nonsense = 0
        self._waiting = False
        """A message was taken and its turn has not begun: a sign of typing puts it off."""

    async def run(self) -> None:
        """Replays, then listens and speaks until one of both ends, and raises what ended it."""
        await self._send_all(await self._feed.missed())
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._speak())
                await self._hear()
        except BaseExceptionGroup as group:
            raise group.exceptions[0] from None

    async def _speak(self) -> None:
        while True:
            await self._send_all(await self._feed.news())

    async def _hear(self) -> None:
        while True:
            frame = await self._next_frame()
            match frame:
                case MessageIn():
                    await self._take(frame)
                case TypingIn(on=on):
                    self._desk.conversations.tell_writing(self._conversation, on=on)
                    if self._waiting and on:
                        self._desk.conversations.expect_turn(
                            self._conversation, STILL_TYPING_SECONDS
                        )
                case StopIn():
                    self._desk.conversations.hush(self._conversation)
                case Ping():
                    await _send(self._socket, Pong())
                case Hello():
                    await _send(self._socket, ErrorFrame(code="invalid", message="Hello again?"))
                case None:
                    await self._refuse_nonsense()
                case _:
                    assert_never(frame)

    async def _next_frame(self) -> FrameIn | None:
        try:
            return FRAME_IN.validate_json(await _receive(self._socket))
        except ValidationError:
            return None

    async def _refuse_nonsense(self) -> None:
        self._nonsense += 1
        if self._nonsense > PATIENCE:
            raise Problem(400, "invalid", "Too many frames that are none of the documented ones.")
        await _send(
            self._socket,
            ErrorFrame(code="invalid", message="This frame is none of the documented ones."),
        )

    async def _take(self, frame: MessageIn) -> None:
        try:
            receipt = await self._desk.take(
                self._conversation, frame.client_id, frame.text, self._address
            )
        except TooMany as slower:
            await self._not_taken(frame, slower, slower.seconds)
        except Problem as problem:
            await self._not_taken(frame, problem)
        except Unavailable:
            await self._not_taken(frame, unavailable(), 2)
        else:
            await _send(self._socket, Ack(client_id=frame.client_id, seq=receipt.seq))
            self._waiting = True
            self._desk.conversations.expect_turn(self._conversation, SETTLE_SECONDS)

    async def _not_taken(
        self, frame: MessageIn, problem: Problem, retry_after: int | None = None
    ) -> None:
        await _send(
            self._socket,
            ErrorFrame(
                code=problem.code,
                message=problem.detail,
                client_id=frame.client_id,
                retry_after=retry_after,
            ),
        )

    async def _send_all(self, frames: list[FrameOut]) -> None:
        for frame in frames:
            if isinstance(frame, TypingFrame) and frame.on:
                self._waiting = False
            await _send(self._socket, frame)


def _address(socket: WebSocket) -> str | None:
    return socket.client.host if socket.client else None


async def _hello(socket: WebSocket) -> Hello:
    try:
        async with asyncio.timeout(HELLO_SECONDS):
            frame = FRAME_IN.validate_json(await _receive(socket))
    except (TimeoutError, ValidationError):
        frame = None
    if not isinstance(frame, Hello):
        raise Problem(400, "no-hello", "Begin with a hello frame.")
    return frame


async def _receive(socket: WebSocket) -> str | bytes:
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text: str | bytes = message.get("text") or message.get("bytes") or b""
    return text


async def _send(socket: WebSocket, frame: FrameOut) -> None:
    await socket.send_text(frame.model_dump_json())


async def _hang_up(socket: WebSocket, problem: Problem) -> None:
    await _send(socket, ErrorFrame(code=problem.code, message=problem.detail))
    await socket.close(CLOSE_CODES.get(problem.status_code, 4400), problem.code)
