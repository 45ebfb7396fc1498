"""A visitor's end of a chat socket, in JSON."""

import asyncio
import json
from typing import Any

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

PATIENCE_SECONDS = 5
NO_GOODBYE = 1006


class Socket:
    """Sends frames, and waits for frames with a time limit."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def send(self, frame: object) -> None:
        """One frame; text goes as it is."""
        await self._connection.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    async def next(self) -> dict[str, Any]:
        """The next frame."""
        text = await asyncio.wait_for(self._connection.recv(), PATIENCE_SECONDS)
        frame: dict[str, Any] = json.loads(text)
        return frame

    async def until(self, kind: str) -> list[dict[str, Any]]:
        """The frames up to one of this type, that one included."""
        frames = [await self.next()]
        while frames[-1]["type"] != kind:
            frames.append(await self.next())
        return frames

    async def hello(self, token: str, after: int = 0) -> list[dict[str, Any]]:
        """Say who it is; what was replayed, up to ready."""
        await self.send({"type": "hello", "token": token, "after": after})
        return await self.until("ready")

    async def closed(self) -> int:
        """The code that the server closed it with."""
        try:
            while True:
                await self.next()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else NO_GOODBYE

    async def drop(self) -> None:
        """Gone without a goodbye, like a phone in a tunnel."""
        self._connection.transport.abort()
        await self._connection.wait_closed()
