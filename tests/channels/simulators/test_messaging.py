"""channels.simulators: what the carrier brings to a server is what Twilio would bring."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from agent.texting import Accepted, Refused, Text
from channels.simulators.messaging import Carrier
from channels.twilio import TwilioSignatures
from tests.fakes.twilio_server import ACCOUNT, TOKEN, TwilioServer, twilio_server

ADDRESS = "https://agent.test"
ANA, OURS = "+34600111222", "+34911222333"
TEXT = Text("t1", "c1", "sms", ANA, OURS, "¿Qué presupuesto tienen?", "reply", 1)


@dataclass
class Listening:
    """A server that only checks what comes."""

    signatures: TwilioSignatures
    came: list[tuple[str, str, str]] = field(default_factory=list)
    """The path with its query, the idempotency token, and the status or text."""
    refuses: int = 0
    """So many connections break before one is answered."""

    async def answer(self, request: Request) -> Response:
        form = await request.form()
        if not self.signatures.signed(request, form):
            return Response(status_code=403)
        if self.refuses:
            self.refuses -= 1
            raise httpx.ConnectError("refused")
        token = request.headers["i-twilio-idempotency-token"]
        target = f"{request.url.path}?{request.url.query}".rstrip("?")
        self.came.append((target, token, str(form.get("MessageStatus", form.get("Body")))))
        return Response("<Response/>", media_type="text/xml")


@pytest.fixture
def listening() -> Listening:
    return Listening(TwilioSignatures(ACCOUNT, TOKEN, ADDRESS))


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with twilio_server(f"{ADDRESS}/webhooks/twilio/status") as server:
        yield server


@pytest.fixture
async def carrier(listening: Listening, twilio: TwilioServer) -> AsyncIterator[Carrier]:
    app = Starlette(routes=[Route("/{path:path}", listening.answer, methods=["POST"])])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://server.test") as client:
        carrier = Carrier(twilio.api, client, ADDRESS)
        yield carrier
        await carrier.settle()


async def test_a_webhook_is_signed_and_a_repeat_has_the_same_token(
    carrier: Carrier, listening: Listening
) -> None:
    inbound = await carrier.text(ANA, OURS, "Hola, ¿qué tal? 👋")
    await carrier.repeat(inbound)
    assert inbound.response.status_code == 200
    first, second = listening.came
    assert first == second == ("/webhooks/twilio/messaging", inbound.token, "Hola, ¿qué tal? 👋")


async def test_a_connection_that_breaks_is_tried_once_more(
    carrier: Carrier, listening: Listening
) -> None:
    listening.refuses = 1
    assert (await carrier.text(ANA, OURS, "Hola")).response.status_code == 200
    listening.refuses = 2
    with pytest.raises(httpx.ConnectError):
        await carrier.text(ANA, OURS, "Hola")


async def test_what_the_server_sends_comes_to_the_telephone_and_is_reported(
    carrier: Carrier, listening: Listening, twilio: TwilioServer
) -> None:
    coming = asyncio.create_task(carrier.next_to(ANA, 0))
    sent = await twilio.account.send(TEXT)
    assert isinstance(sent, Accepted)
    assert [text["body"] for text in await coming] == [TEXT.body]
    await carrier.settle()
    path = "/webhooks/twilio/status?text=t1"
    assert [(came[0], came[2]) for came in listening.came] == [
        (path, "sending"),
        (path, "sent"),
        (path, "delivered"),
    ]


async def test_reports_may_come_in_any_order(carrier: Carrier, listening: Listening) -> None:
    await carrier.report("SM" + "1" * 32, "delivered", "sent", "delivered")
    assert [came[2] for came in listening.came] == ["delivered", "sent", "delivered"]


async def test_waiting_for_a_text_that_never_comes_ends(carrier: Carrier) -> None:
    with pytest.raises(TimeoutError):
        await carrier.next_to(ANA, 0, seconds=0.01)


async def test_whoever_has_opted_out_gets_no_text(twilio: TwilioServer) -> None:
    twilio.api.opted_out.add(ANA)
    outcome = await twilio.account.send(TEXT)
    assert isinstance(outcome, Refused)
    assert outcome.code == 21610
