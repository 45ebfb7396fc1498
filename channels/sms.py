"""How does a prospect write by SMS or WhatsApp? Twilio calls us for each message, and we answer
from a job.

Nothing is sent in the answer to a webhook: it has to come at once, whatever a model takes, and two
of the same would send twice (Twilio docs: webhooks, 15 s and retries).
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import Response

from agent.acquaintance import Acquaintances
from agent.conductor import Answered, Known
from agent.errors import AlreadyOpen, UnknownConversation
from agent.messages import Channel, InboundMessage, Receipt
from agent.ports import Clock
from agent.texting import Ledger, Report, Texts
from channels.answering import Answering, Openings, language_of
from channels.bodies import BoundedRoute
from channels.incoming import TooLong
from channels.operations import Count
from channels.problems import Problem, documented
from channels.signed import Signatures, read_signed
from channels.text_frames import Frame, InboundText, TextStatus
from qualification.answers import Answer
from qualification.normalise.contact import read_contact
from qualification.script import ChoiceQuestion, Script
from qualification.values import Contact

log = logging.getLogger(__name__)

SETTLE = 2.5
"""Seconds of quiet after which a turn begins: people send several short texts."""
LONGEST = 10.0
"""Seconds after which it begins even if they go on."""
LONGEST_NAME = 60
AnyFrame = TypeVar("AnyFrame", bound=Frame)


class Conversations(Openings, Protocol):
    """agent.conductor.Conductor, as far as texts need it."""

    async def thread(self, channel: Channel, theirs: str, ours: str) -> str | None: ...

    async def standing(self, conversation: str) -> Answered: ...

    async def receive(self, message: InboundMessage) -> Receipt: ...

    def expect_turn(self, conversation: str, settle: float, longest: float = ...) -> None: ...


@dataclass(frozen=True, slots=True)
class TextDesk:
    """What the webhooks of texts work with."""

    signatures: Signatures
    conversations: Conversations
    answering: Answering
    acquaintances: Acquaintances
    texts: Texts
    ledger: Ledger
    clock: Clock
    received: Count

    async def take(self, text: InboundText, channel: Channel) -> None:
        """Put a message on record; a repeat changes nothing. Raises Unavailable and TooLong."""
        try:
            await self._take(text, channel)
        except UnknownConversation:  # erased at this very moment: it begins anew
            await self._take(text, channel)

    async def _take(self, text: InboundText, channel: Channel) -> None:
        now, words = self.clock.now(), text.words
        conversation = await self._conversation(text, channel)
        if text.payload:
            script = (await self.conversations.standing(conversation)).script
            words = _with_answer(words, text.payload, script)
        for said in text.told_the_carrier:  # a late repeat must not undo what came after it
            once = f"{text.sid}.{said}"
            await self.ledger.carrier(text.theirs, channel, said, now, reference=once)
        message = InboundMessage(channel, text.sid, conversation, text.text(words), now)
        receipt = await self.conversations.receive(message)
        if not receipt.repeat:
            self.received.value += 1
            self.conversations.expect_turn(conversation, SETTLE, LONGEST)

    async def _conversation(self, text: InboundText, channel: Channel) -> str:
        """The one that goes on between the two numbers, begun if there is none."""
        found = await self.conversations.thread(channel, text.theirs, text.ours)
        if found is not None:
            return found
        placed = await self.answering.script_for(channel, text.ours)
        met = await self.acquaintances.meet(text.theirs, placed.script, proven=True)
        try:
            opened = await self.conversations.open(
                channel,
                text.theirs,
                placed.script,
                met.language or language_of(text.theirs),
                text.ours,
                ours=text.ours,
                greet=False,
                known=_with_profile(met.known, text.profile, self.clock.now()),
                chosen_by=placed.by,
            )
        except AlreadyOpen as already:
            return already.conversation
        return opened.conversation


def sms_router(desk: TextDesk) -> APIRouter:
    """`/webhooks/twilio/messaging` and `/webhooks/twilio/status`"""
    router = APIRouter(prefix="/webhooks/twilio", tags=["twilio"], route_class=BoundedRoute)

    @router.post(
        "/messaging",
        summary="A prospect wrote (Twilio calls this)",
        responses=documented(403, 413, 422, 503),
        response_class=Response,
    )
    async def messaging(request: Request) -> Response:
        text = await _read(InboundText.model_validate, request, desk.signatures)
        channel = text.channel
        if channel is None:
            log.warning("A message to %s is not answered: not by SMS or WhatsApp", text.ours)
            return _no_reply()
        try:
            await desk.take(text, channel)
        except TooLong as error:
            raise Problem(413, "too-long", str(error)) from None
        return _no_reply()

    @router.post(
        "/status",
        summary="How a text fares (Twilio calls this)",
        status_code=204,
        responses=documented(403, 413, 422, 503),
        response_class=Response,
    )
    async def status(request: Request) -> Response:
        frame = await _read(TextStatus.model_validate, request, desk.signatures)
        report = Report(frame.sid, frame.status, frame.code, request.query_params.get("text"))
        await desk.texts.report(report, desk.clock.now())
        return Response(status_code=204)

    return router


async def _read(
    parse: Callable[[object], AnyFrame], request: Request, signatures: Signatures
) -> AnyFrame:
    params = await read_signed(request, signatures)
    try:
        return parse(params)
    except ValidationError as error:
        fields = ", ".join(sorted({str(one["loc"][0]) for one in error.errors()}))
        raise Problem(422, "invalid", f"Not what Twilio sends: {fields}.") from None


def _no_reply() -> Response:
    """TwiML that says nothing: what we say is sent by a job."""
    return Response("<Response/>", media_type="text/xml")


def _with_profile(known: Known, profile: str, now: datetime) -> Known:
    """The name of their profile, if it reads like one: kept for sales, and asked for all the
    same.
    """
    profile = profile.strip()
    named = read_contact(profile, "es", asked="name") if len(profile) <= LONGEST_NAME else ()
    whole = next(
        (one for one in named if one.kind == "name" and one.span == (0, len(profile))), None
    )
    if whole is None or "name" in known.sheet.answers:
        return known
    answer = Answer("name", Contact("name", whole.value), now, source="profile")
    return replace(known, sheet=known.sheet.with_answer(answer))


def _with_answer(words: str, payload: str, script: Script) -> str:
    """What a button stands for, said in words that the script knows: an option, or `key:value`."""
    key, _, value = payload.partition(":")
    if value.strip() and script.criterion(key.strip()) is not None:
        return _joined(words, re.sub(r"[_\s]+", " ", value).strip())
    options = {
        option
        for criterion in script.criteria
        if isinstance(criterion, ChoiceQuestion)
        for option in criterion.options
    }
    if payload in options or not words:
        return _joined(words, payload)
    return words


def _joined(words: str, answer: str) -> str:
    return words if answer.casefold() in words.casefold() else f"{words}\n{answer}".strip()
