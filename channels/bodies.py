"""How large may a request be? Whatever is larger is refused while it comes in, not after."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.types import Message, Receive

from channels.problems import Problem

LONGEST_BODY = 400_000
"""Bytes: a message of 20 000 characters, each written as two JSON escapes, and some room."""


class BoundedRoute(APIRoute):
    """A route that reads no more than LONGEST_BODY of a request."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler over a bounded body."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            return await handle(Request(request.scope, _Bounded(request.receive).receive))

        return bounded


class _Bounded:
    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = LONGEST_BODY

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise Problem(413, "too-long", f"A request may have {LONGEST_BODY} bytes.")
        return message
