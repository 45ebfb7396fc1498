"""How does ConversationRelay reach us? A WebSocket for each talk: its signature, its setup, its
frames.

Twilio docs: ConversationRelay. Not signed: 403 before the line is accepted; of another account: no
row is written.
"""

import asyncio
import logging

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from agent.calling import Call
from agent.errors import AgentError
from agent.messages import Message
from channels.calls.frames import CallFrame
from channels.calls.phone import Phone
from channels.calls.relay_frames import FrameIn, FrameOut, NotAFrame, Setup, read_frame, write_frame
from channels.calls.talk import Beginning, Talk

log = logging.getLogger(__name__)

SETUP_SECONDS = 10.0
GOODBYE_SECONDS = 10.0
"""Twilio closes the line once it has our `end`."""
LAST_WORDS_SECONDS = 5.0
"""To keep what they said before they hung up."""
PATIENCE = 10
"""Frames in a row that make no sense, before the line is closed (Twilio does the same to us)."""
NO_SENSE, NOT_ALLOWED, TROUBLE = 1007, 1008, 1011


class HungUp(Exception):
    """The line is to be closed, or was; `code` is for who still hears it."""

    def __init__(self, code: int = 1000) -> None:
        super().__init__(code)
        self.code = code


def relay_router(phone: Phone) -> APIRouter:
    """`/webhooks/twilio/relay`"""
    router = APIRouter()

    @router.websocket("/webhooks/twilio/relay")
    async def relay(socket: WebSocket) -> None:
        if not phone.signatures.signed(socket):
            log.warning("Refused a relay that our Twilio account has not signed")
            await socket.close()  # before it is accepted: 403
            return
        await socket.accept()
        try:
            await Relay(phone, socket).run()
        except HungUp as end:
            if end.code:
                await _close(socket, end.code)

    return router


class Relay:
    """An open line."""

    def __init__(self, phone: Phone, socket: WebSocket) -> None:
        self._phone = phone
        self._socket = socket
        self._nonsense = 0
        self._greeted: int | None = None
        """The seq of our newest message that the TwiML's greeting says, where it is known."""
        self._gone = False
        """Nobody is on the line any more."""

    async def run(self) -> None:
        """From setup to end. Raises HungUp."""
        setup = await self._setup()
        try:
            call = await self._call(setup)
            standing = await self._phone.conversations.standing(call.conversation)
            begin = await self._beginning(call)
        except AgentError as error:
            log.error("The call %s cannot be taken: %r", setup.call_sid, error)
            raise HungUp(TROUBLE) from None
        talk = Talk(self._phone, call, standing, self._send)
        with self._phone.conversations.listen(call.conversation) as listener:
            talking = asyncio.create_task(talk.run(listener, begin))
            reading = asyncio.create_task(self._read(talk))
            try:
                await asyncio.wait({talking, reading}, return_when=asyncio.FIRST_COMPLETED)
                if not talking.done():
                    talk.hang_up()
                    await asyncio.wait({talking}, timeout=LAST_WORDS_SECONDS)
                elif talking.exception() is None:
                    await asyncio.wait({reading}, timeout=GOODBYE_SECONDS)
            finally:
                for task in (talking, reading):
                    task.cancel()
                ends = await asyncio.gather(talking, reading, return_exceptions=True)
        self._close_after(call, *ends)

    def _close_after(self, call: Call, *ends: BaseException | None) -> None:
        """Close the line as its tasks ended; anything but a hang-up is for the log."""
        for end in ends:
            if isinstance(end, HungUp):
                raise end
        for end in ends:
            if isinstance(end, Exception) and not isinstance(end, WebSocketDisconnect):
                log.error("The talk of %s broke", call.sid, exc_info=end)
                raise HungUp(TROUBLE)
        raise HungUp

    async def _setup(self) -> Setup:
        try:
            async with asyncio.timeout(SETUP_SECONDS):
                frame = await self._next()
        except TimeoutError:
            raise HungUp(NOT_ALLOWED) from None
        if not isinstance(frame, Setup):
            raise HungUp(NOT_ALLOWED)
        if frame.account_sid != self._phone.signatures.account:
            log.warning("Refused a relay of another Twilio account: check TWILIO_ACCOUNT_SID")
            raise HungUp(NOT_ALLOWED)
        self._greeted = frame.said
        return frame

    async def _call(self, setup: Setup) -> Call:
        call = await self._phone.calls.of(setup.call_sid)
        if call is not None:
            return call
        try:
            frame = CallFrame.model_validate(
                {
                    "CallSid": setup.call_sid,
                    "From": setup.theirs or "",
                    "To": setup.ours or "",
                    "Direction": setup.direction,
                }
            )
        except ValidationError:
            log.warning("Refused a relay whose CallSid is none of Twilio's")
            raise HungUp(NOT_ALLOWED) from None
        log.warning("The call %s has no webhook on record: opened by its relay", frame.sid)
        self._greeted = 0  # whatever TwiML was carried out, it was not ours
        return await self._phone.arrivals.arrive(frame.sid, frame.theirs, frame.ours)

    async def _beginning(self, call: Call) -> Beginning:
        """After a line that dropped, our last message is said again: it may not have been heard."""
        last: Message | None = None
        seq = 0
        while page := await self._phone.record.transcript_after(call.conversation, seq):
            last = page[-1]
            seq = last.seq
        return Beginning(last, told=self._greeted is None or seq <= self._greeted)

    async def _read(self, talk: Talk) -> None:
        while True:
            talk.put(await self._next())

    async def _next(self) -> FrameIn:
        """The next frame that makes sense. Raises HungUp."""
        while True:
            try:
                frame = read_frame(await self._receive())
            except NotAFrame as error:
                self._nonsense += 1
                log.warning("No frame of ConversationRelay: %s", str(error).splitlines()[0])
                if self._nonsense >= PATIENCE:
                    raise HungUp(NO_SENSE) from None
            else:
                self._nonsense = 0
                return frame

    async def _receive(self) -> str | bytes:
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            self._gone = True
            raise HungUp(0)
        text: str | bytes = message.get("text") or message.get("bytes") or b""
        return text

    async def _send(self, frame: FrameOut) -> None:
        """Say it to whoever is still there; that they are not is read, after their last words."""
        if self._gone:
            return
        try:
            await self._socket.send_text(write_frame(frame))
        except (WebSocketDisconnect, RuntimeError):
            self._gone = True


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await socket.close(code)
    except (WebSocketDisconnect, RuntimeError):
        log.debug("The line was gone already")
