"""The webhook is signed, the same on every attempt, and what comes back says what to do next."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import respx

from agent.outbox import Brief, Delivered, Failed, Outcome, Owner, Parcel, RetryAt
from delivery.dispatcher import BACK_OFF, JITTER, Dispatcher
from delivery.webhook import KEPT, TOLERANCE, Webhook, sign, verify
from tests.fakes.clock import FakeClock
from tests.storage.conftest import Store

URL = "https://crm.example/hooks/banter"
SECRET = "a secret"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    """The one of the whole process."""
    async with httpx.AsyncClient() as opened:
        yield opened


@pytest.fixture
def webhook(client: httpx.AsyncClient) -> Webhook:
    """Configured."""
    return Webhook(URL, SECRET, client, FakeClock(NOW))


async def test_a_parcel_is_posted_as_it_is_and_signed(
    webhook: Webhook, parcel: Parcel, respx_mock: respx.MockRouter
) -> None:
    route = respx_mock.post(URL).respond(202, text="thanks")
    assert await webhook.deliver(parcel) == Delivered("202 thanks")
    request = route.calls.last.request
    assert request.content == parcel.body.encode()
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["Banter-Delivery"] == "h1.1.webhook"
    assert request.headers["Banter-Event"] == "lead.qualified"
    moment = int(NOW.timestamp())
    expected = hmac.new(
        SECRET.encode(), f"{moment}.".encode() + request.content, hashlib.sha256
    ).hexdigest()
    assert request.headers["Banter-Signature"] == f"t={moment},v1={expected}"
    assert verify(SECRET, request.headers["Banter-Signature"], request.content, NOW)


async def test_while_the_secret_is_changed_either_is_signed_with(
    client: httpx.AsyncClient, parcel: Parcel, respx_mock: respx.MockRouter
) -> None:
    route = respx_mock.post(URL).respond(200)
    await Webhook(URL, "new, old", client, FakeClock(NOW)).deliver(parcel)
    header, body = (
        route.calls.last.request.headers["Banter-Signature"],
        route.calls.last.request.content,
    )
    assert [verify(one, header, body, NOW) for one in ("new", "old", "new, old", "none")] == [
        *(True, True, True),
        False,
    ]
    assert sign("one", body, NOW).count("v1=") == 1


async def test_who_has_the_lead_and_the_brief_are_in_it(
    webhook: Webhook, parcel: Parcel, respx_mock: respx.MockRouter
) -> None:
    route = respx_mock.post(URL).respond(200)
    eva = Owner("eva", "Eva Ríos", "eva@acme.example", phone="+34600111222", ids={"erp": "7"})
    brief = Brief("es", "Peña: cualificado", "Resumen:\nPeña.", by="model")
    await webhook.deliver(replace(parcel, owner=eva, brief=brief))
    request = route.calls.last.request
    assert json.loads(request.content) == {
        "summary": "Peña",
        "owner": {
            "id": "eva",
            "name": "Eva Ríos",
            "email": "eva@acme.example",
            "ids": {"erp": "7"},
        },
        "brief": {
            "language": "es",
            "headline": "Peña: cualificado",
            "text": "Resumen:\nPeña.",
            "by": "model",
        },
    }
    assert verify(SECRET, request.headers["Banter-Signature"], request.content, NOW)


async def test_an_answer_that_drips_does_not_hold_a_worker_for_ever(
    client: httpx.AsyncClient, parcel: Parcel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delivery.webhook.LONGEST", 0.3)

    hung_up = asyncio.Event()

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n")
        with suppress(ConnectionResetError):  # how somebody hangs up who has not read everything
            while not reader.at_eof():
                writer.write(b"x")
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await reader.read(1000)
        writer.close()
        hung_up.set()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server, asyncio.timeout(5):
        outcome = await Webhook(url, SECRET, client, FakeClock(NOW)).deliver(parcel)
        await hung_up.wait()
    assert outcome == RetryAt("no answer in time; it may have arrived")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (httpx.Response(200), Delivered("200")),
        (httpx.Response(500, text="oops"), RetryAt("answered 500: oops")),
        (httpx.Response(503), RetryAt("answered 503")),
        (httpx.Response(408), RetryAt("answered 408")),
        (
            httpx.Response(429, headers={"Retry-After": "120"}),
            RetryAt("answered 429", NOW + timedelta(minutes=2), busy=True),
        ),
        (
            httpx.Response(503, headers={"Retry-After": "Mon, 02 Mar 2026 10:00:00 GMT"}),
            RetryAt("answered 503", NOW + timedelta(hours=1)),
        ),
        *(
            (
                httpx.Response(429, headers={"Retry-After": when} if when else {}),
                RetryAt("answered 429", busy=True),
            )
            for when in ("", "soon", "9" * 40)
        ),
        (httpx.Response(401), Failed("answered 401", "sign_in")),
        (
            httpx.Response(403, text="bad signature"),
            Failed("answered 403: bad signature", "sign_in"),
        ),
        (httpx.Response(404), Failed("answered 404", "fix_configuration")),
        (
            httpx.Response(301, headers={"Location": "https://elsewhere.example"}),
            Failed("answered 301", "fix_configuration"),
        ),
        (httpx.Response(410), Failed("answered 410", "final")),
        (httpx.Response(422, text="no e-mail"), Failed("answered 422: no e-mail", "fix_data")),
    ],
)
async def test_the_answer_says_what_to_do_next(
    webhook: Webhook,
    parcel: Parcel,
    respx_mock: respx.MockRouter,
    answer: httpx.Response,
    outcome: Outcome,
) -> None:
    respx_mock.post(URL).mock(return_value=answer)
    assert await webhook.deliver(parcel) == outcome


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (httpx.ConnectError("refused"), "no connection: refused"),
        (httpx.RemoteProtocolError(""), "no connection: RemoteProtocolError"),
        (httpx.ReadTimeout("slow"), "no answer in time; it may have arrived"),
        (httpx.DecodingError("not gzip"), "no connection: not gzip"),
    ],
)
async def test_no_answer_is_tried_again(
    webhook: Webhook,
    parcel: Parcel,
    respx_mock: respx.MockRouter,
    error: httpx.RequestError,
    why: str,
) -> None:
    respx_mock.post(URL).mock(side_effect=error)
    assert await webhook.deliver(parcel) == RetryAt(why)


@pytest.mark.parametrize("url", ["ftp://crm.example", "crm.example/hooks", "http://[::1"])
async def test_an_address_that_cannot_be_used_is_the_admins_to_mend(
    client: httpx.AsyncClient, parcel: Parcel, url: str
) -> None:
    outcome = await Webhook(url, SECRET, client, FakeClock(NOW)).deliver(parcel)
    assert isinstance(outcome, Failed)
    assert outcome.remedy == "fix_configuration"


async def test_a_long_answer_is_kept_short(
    webhook: Webhook, parcel: Parcel, respx_mock: respx.MockRouter
) -> None:
    respx_mock.post(URL).respond(500, text="x" * 100_000)
    outcome = await webhook.deliver(parcel)
    assert isinstance(outcome, RetryAt)
    assert len(outcome.why) < 600


class Streamed(httpx.AsyncByteStream):
    """An answer that comes in pieces, and how many of them were read."""

    def __init__(self, piece: bytes, pieces: int) -> None:
        self._piece = piece
        self._pieces = pieces
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self.read < self._pieces:
            self.read += 1
            yield self._piece


async def test_an_answer_that_cannot_be_unpacked_is_an_answer(parcel: Parcel) -> None:
    broken = Streamed(b"this is\x00no gzip \xff", 1)
    answer = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=broken)
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer)) as client:
        outcome = await Webhook(URL, SECRET, client, FakeClock(NOW)).deliver(parcel)
    assert outcome == Delivered("200 this is no gzip \ufffd")


async def test_no_more_of_an_answer_is_read_than_is_kept(parcel: Parcel) -> None:
    endless = Streamed(b"x" * 100, 1000)
    answer = httpx.Response(200, stream=endless)
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer)) as client:
        outcome = await Webhook(URL, SECRET, client, FakeClock(NOW)).deliver(parcel)
    assert outcome == Delivered("200 " + "x" * KEPT)
    assert endless.read <= 10


BODY = '{"summary": "Peña"}'.encode()
SIGNED = sign(SECRET, BODY, NOW)


def test_a_signature_holds_for_its_body_and_its_time() -> None:
    assert verify(SECRET, SIGNED, BODY, NOW)
    assert verify(SECRET, SIGNED, BODY, NOW + TOLERANCE)
    assert verify(SECRET, SIGNED, BODY, NOW - TOLERANCE)
    assert verify(SECRET, f"{SIGNED},v1={'0' * 64}", BODY, NOW), "one of several is enough"


@pytest.mark.parametrize(
    ("secret", "header", "body", "now"),
    [
        ("another", SIGNED, BODY, NOW),
        (SECRET, SIGNED, BODY + b" ", NOW),
        (SECRET, SIGNED, BODY, NOW + TOLERANCE + timedelta(seconds=1)),
        (SECRET, SIGNED, BODY, NOW - TOLERANCE - timedelta(seconds=1)),
        (SECRET, SIGNED.replace("t=1", "t=2"), BODY, NOW),
        (SECRET, f"t=1,{SIGNED}", BODY, NOW),
        (SECRET, SIGNED.partition(",")[0], BODY, NOW),
        (SECRET, SIGNED.partition(",")[2], BODY, NOW),
        (SECRET, "t=now,v1=00", BODY, NOW),
        (SECRET, "t=²,v1=00", BODY, NOW),
        (SECRET, f"t={'9' * 5000},v1=00", BODY, NOW),
        (SECRET, SIGNED.replace("v1=", "v1=\udcff"), BODY, NOW),
        (SECRET, SIGNED.replace("v1=", "v1=ñ"), BODY, NOW),
        (SECRET, "", BODY, NOW),
    ],
)
def test_anything_else_is_not_from_us(secret: str, header: str, body: bytes, now: datetime) -> None:
    assert not verify(secret, header, body, now)


class Receiver:
    """A system of the customer's: takes what is signed, once, after failing as often as told."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.leads: dict[str, object] = {}
        self.bodies: list[bytes] = []
        self.refused = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = {
            name.lower(): value
            for name, _, value in (line.partition(": ") for line in head.split("\r\n")[1:])
        }
        body = await reader.readexactly(int(headers["content-length"]))
        self.bodies.append(body)
        if not verify(SECRET, headers["banter-signature"], body, NOW):
            self.refused += 1
            status = "401 Unauthorized"
        elif self.failures > 0:
            self.failures -= 1
            status = "503 Service Unavailable"
        else:
            self.leads[headers["banter-delivery"]] = json.loads(body)
            status = "200 OK"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        await writer.drain()
        writer.close()


async def test_a_receiver_that_takes_no_more_just_now_uses_up_no_tries(
    store: Store, parcel_id: str, webhook: Webhook, respx_mock: respx.MockRouter
) -> None:
    """Decision 31: as often as there are tries, and a real failure after that is the first."""
    busy = httpx.Response(429, headers={"Retry-After": "60"})
    answers = [busy] * (len(BACK_OFF) + 1) + [httpx.Response(503), httpx.Response(200)]
    route = respx_mock.post(URL).mock(side_effect=answers)
    dispatcher = Dispatcher(store.outbox, [webhook], store.clock)
    pauses = []
    while (again := await dispatcher.send(parcel_id)) is not None:
        pauses.append(again - store.clock.now())
        store.clock.pass_by(seconds=pauses[-1].total_seconds())
    assert route.call_count == len(answers)
    assert max(pauses) <= timedelta(minutes=1)
    assert pauses[-1] <= BACK_OFF[0] * (1 + JITTER)
    stored = (await store.leads.handovers()).items[0]
    assert stored.deliveries[0].state == "delivered"


async def test_a_lead_reaches_a_real_receiver_once_in_spite_of_its_failures(
    store: Store, parcel_id: str, client: httpx.AsyncClient
) -> None:
    receiver = Receiver(failures=2)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    webhook = Webhook(f"http://127.0.0.1:{port}/", SECRET, client, FakeClock(NOW))
    dispatcher = Dispatcher(store.outbox, [webhook], store.clock)
    while (again := await dispatcher.send(parcel_id)) is not None:
        store.clock.pass_by(seconds=(again - store.clock.now()).total_seconds())
    server.close()
    await server.wait_closed()
    assert receiver.refused == 0
    assert len(receiver.bodies) == 3
    assert len(set(receiver.bodies)) == 1
    stored = (await store.leads.handovers()).items[0]
    assert receiver.leads == {parcel_id: stored.document}
    assert stored.deliveries[0].state == "delivered"
