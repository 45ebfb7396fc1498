"""How does a prospect call? Twilio asks us what to do with the call, step by step.

Each answer is TwiML. What has a name (CallSid, turn, place) is done once, however often Twilio
asks (Twilio docs: webhooks, retries).
"""

import inspect
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import FileResponse, Response

from channels.bodies import BoundedRoute
from channels.calls.arrivals import CallArrivals
from channels.calls.frames import CallFrame, Gathered, Recorded, RelayEnd
from channels.calls.gathering import Gathering
from channels.calls.lines import Line, Switchboard
from channels.calls.pages import Page
from channels.calls.talks import Talks
from channels.calls.transfers import Transfers
from channels.calls.twiml import Hangup, write
from channels.problems import Problem, documented
from channels.signed import Signatures, read_signed

log = logging.getLogger(__name__)

FALLBACK = Path(__file__).parents[2] / "docs" / "fallback.xml"
"""What Twilio reads when we are down: an admin hosts it elsewhere."""
AnyFrame = TypeVar("AnyFrame", bound=CallFrame)


class VoiceDesk:
    """Answers the webhooks of calls."""

    def __init__(self, signatures: Signatures, arrivals: CallArrivals, board: Switchboard) -> None:
        self._signatures = signatures
        self._arrivals = arrivals
        self._board = board
        self._talks = Talks(board)
        self._transfers = Transfers(board, self._talks)
        self._gathering = Gathering(board, self._talks, self._transfers)

    async def voice(self, request: Request) -> Response:
        """A prospect calls."""
        frame = await self._read(CallFrame.model_validate, request)
        return _twiml(await self._talks.begin(await self._line(frame)))

    async def unrecorded(self, request: Request) -> Response:
        """A caller pressed a key while told that the call is recorded."""
        frame = await self._read(Gathered.model_validate, request)
        return _twiml(await self._talks.unrecorded(await self._line(frame), frame.digits))

    async def status(self, request: Request) -> Response:
        """How a call fares."""
        frame = await self._read(CallFrame.model_validate, request)
        if frame.over:
            await self._over(frame, frame.status)
        return Response(status_code=204)

    async def relay_end(self, request: Request) -> Response:
        """The relay of a call has ended."""
        frame = await self._read(RelayEnd.model_validate, request)
        if frame.over or frame.session == "completed":
            await self._over(frame, "hung_up")
            return _twiml()
        line = await self._line(frame)
        if line.call.state == "ended":
            return _twiml((Hangup(),))
        if frame.session == "failed" or frame.reason == "broken":
            log.warning("The relay of call %s failed: %s", frame.sid, frame.error or "by our word")
            return _twiml(await self._talks.go_on(await self._talks.without_relay(line)))
        if frame.reason in (None, "transfer", "finished") and line.why is not None:
            return _twiml(await self._transfers.begin(line))
        if frame.reason == "transfer":  # somebody else has taken it up meanwhile
            return _twiml(await self._talks.go_on(line))
        reason = frame.reason or "finished"
        await self._over(frame, reason)
        ending = self._board.pages.goodbye(line.language) if reason == "finished" else (Hangup(),)
        return _twiml(ending)

    async def gather(self, request: Request) -> Response:
        """What a caller said or keyed in."""
        frame = await self._read(Gathered.model_validate, request)
        if frame.over:
            await self._over(frame, "hung_up")
            return _twiml()
        line, seq = await self._line(frame), _number(request, "seq")
        line = await self._talks.without_relay(line)
        if seq:
            waited = _number(request, "waited")
            return _twiml(await self._gathering.look_again(line, seq, waited=waited))
        turn, silent = _number(request, "turn"), _number(request, "silent")
        return _twiml(await self._gathering.turn(line, frame, turn=turn, silent=silent))

    async def callback(self, request: Request) -> Response:
        """When a caller wants to be called back."""
        frame = await self._read(Gathered.model_validate, request)
        line, silent = await self._line(frame), _number(request, "silent")
        words = frame.speech or frame.digits
        return _twiml(await self._transfers.called_back(line, words, silent=silent))

    async def dial(self, request: Request) -> Response:
        """A colleague's telephone has stopped ringing."""
        frame = await self._read(CallFrame.model_validate, request)
        line = await self._line(frame)
        place = _number(request, "place", line.call.place)
        return _twiml(await self._transfers.dialled(line, place, over=frame.over))

    async def whisper(self, request: Request) -> Response:
        """A colleague has picked up."""
        await self._read(CallFrame.model_validate, request)
        line = await self._board.line(request.query_params.get("call", ""))
        if line is None:
            return _twiml((Hangup(),))
        return _twiml(self._transfers.whisper(line, _number(request, "place")))

    async def whisper_answer(self, request: Request) -> Response:
        """A colleague has pressed a key."""
        frame = await self._read(Gathered.model_validate, request)
        line = await self._board.line(request.query_params.get("call", ""))
        if line is None:
            return _twiml((Hangup(),))
        place = _number(request, "place")
        return _twiml(await self._transfers.take(line, place, frame.digits))

    async def voicemail(self, request: Request) -> Response:
        """A caller has left a message."""
        frame = await self._read(Recorded.model_validate, request)
        line = await self._line(frame)
        left = await self._transfers.message_left(line, frame.recording, frame.seconds)
        return _twiml(left)

    async def recording(self, request: Request) -> Response:
        """A recording is ready."""
        frame = await self._read(Recorded.model_validate, request)
        line = await self._board.line(frame.sid)
        if line is not None and frame.recording:
            await self._transfers.note(line.call, recording=frame.recording)
            if not frame.is_voicemail:
                await self._talks.agree(line, agreed=True)
        return Response(status_code=204)

    async def _read(self, parse: Callable[[object], AnyFrame], request: Request) -> AnyFrame:
        params = await read_signed(request, self._signatures)
        try:
            return parse(params)
        except ValidationError as error:
            fields = ", ".join(sorted({str(one["loc"][0]) for one in error.errors()}))
            raise Problem(422, "invalid", f"Not what Twilio sends: {fields}.") from None

    async def _line(self, frame: CallFrame) -> Line:
        """The call, which is put on record if it is not. Raises Unavailable and UnknownScript."""
        call = await self._arrivals.arrive(
            frame.sid, frame.theirs, frame.ours, attested=frame.attested
        )
        return Line(call, await self._board.conversations.standing(call.conversation))

    async def _over(self, frame: CallFrame, reason: str) -> None:
        """The caller is gone."""
        line = await self._board.line(frame.sid)
        if line is not None and line.call.state != "ended":
            await self._transfers.missed(line)
            await self._board.calls.end(frame.sid, reason, self._board.clock.now())


def voice_router(desk: VoiceDesk) -> APIRouter:
    """`/webhooks/twilio/voice` and what follows from it: `/relay-end`, `/gather`, `/dial`..."""
    router = APIRouter(prefix="/webhooks/twilio", tags=["twilio"], route_class=BoundedRoute)
    webhooks: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/voice": desk.voice,
        "/unrecorded": desk.unrecorded,
        "/voice/status": desk.status,
        "/relay-end": desk.relay_end,
        "/gather": desk.gather,
        "/callback": desk.callback,
        "/dial": desk.dial,
        "/whisper": desk.whisper,
        "/whisper-answer": desk.whisper_answer,
        "/voicemail": desk.voicemail,
        "/recording": desk.recording,
    }
    for path, webhook in webhooks.items():
        router.add_api_route(
            path,
            webhook,
            methods=["POST"],
            summary=f"{inspect.getdoc(webhook)} (Twilio calls this)",
            responses=documented(403, 404, 413, 422, 503),
            response_class=Response,
        )
    return router


def static_router() -> APIRouter:
    """`/static-twiml`: the file to host elsewhere, for when we are down."""
    router = APIRouter(tags=["twilio"])

    @router.get("/static-twiml", summary="TwiML for when this server is down")
    async def static() -> Response:
        return FileResponse(FALLBACK, media_type="text/xml")

    return router


def _number(request: Request, name: str, otherwise: int = 0) -> int:
    """A number of ours in the address."""
    written = request.query_params.get(name, "")
    return int(written) if written.isdecimal() and len(written) < 10 else otherwise


def _twiml(page: Page = ()) -> Response:
    return Response(write(*page), media_type="text/xml")
