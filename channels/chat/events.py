"""How does a chat listen where sockets are blocked? Server-sent events; it speaks by POST."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from agent.errors import Unavailable
from channels.chat.desk import Desk
from channels.chat.feed import Feed
from channels.chat.frames import FrameOut, MessageFrame

BEAT_SECONDS = 25
"""Proxies cut lines that are silent for 60 s."""
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventStream(Response):
    """The happenings of one conversation; a message's event id is its seq, to resume there."""

    def __init__(self, desk: Desk, conversation: str, after: int, address: str | None) -> None:
        super().__init__(media_type="text/event-stream")
        self._address = address
        self._desk = desk
        self._conversation = conversation
        self._after = after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The replay is read before the first byte: its failure is still a problem document."""
        with (
            self._desk.limits.lines_of_address.enter(self._address),
            self._desk.limits.lines_of_session.enter(self._conversation),
            self._desk.conversations.listen(self._conversation) as listener,
        ):
            feed = self._desk.feed(self._conversation, self._after, listener)
            body = _events(feed, await feed.missed())
            stream = StreamingResponse(body, media_type=self.media_type, headers=HEADERS)
            await stream(scope, receive, send)


async def _events(feed: Feed, missed: Sequence[FrameOut]) -> AsyncGenerator[str]:
    for frame in missed:
        yield _event(frame)
    while True:
        waiting = asyncio.ensure_future(feed.news())
        try:
            while not (await asyncio.wait({waiting}, timeout=BEAT_SECONDS))[0]:
                yield ": still here\n\n"
            frames = waiting.result()
        except Unavailable:
            return  # the browser comes back with the last id it has
        finally:
            waiting.cancel()
        for frame in frames:
            yield _event(frame)


def _event(frame: FrameOut) -> str:
    name = f"id: {frame.seq}\n" if isinstance(frame, MessageFrame) else ""
    return f"{name}event: {frame.type}\ndata: {frame.model_dump_json()}\n\n"
