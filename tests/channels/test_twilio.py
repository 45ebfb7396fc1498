"""channels.twilio: the vectors of Twilio's own tests, and its REST API on a loopback port."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import respx
from starlette.datastructures import FormData
from starlette.requests import HTTPConnection

from agent.errors import Unavailable
from agent.texting import Accepted, Busy, Refused, Template, Text, Unclear
from channels.simulators.twilio_api import OVERLOADED, Fault
from channels.twilio import TwilioAccount, TwilioSignatures
from tests.fakes.twilio_server import ACCOUNT, TOKEN, TwilioServer, twilio_server

CALL = {
    "CallSid": "CA1234567890ABCDE",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
    "Caller": "+14158675309",
}
BODY = '{"property": "value", "boolean": true}'
BODY_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = Text(
    id="3f1c",
    conversation="c1",
    channel="sms",
    to="+34600111222",
    sender="+34911222333",
    body="¿Qué presupuesto tienen?",
    purpose="reply",
    attempt=1,
)


def request(
    signature: str | None,
    query: str = "foo=1&bar=2",
    *,
    path: str = "/myapp.php",
    kind: str = "http",
    settings: str = "",
) -> HTTPConnection:
    """A request with Host and forwarding headers that lie."""
    headers = {"host": "evil.example", "x-forwarded-host": "evil.example"}
    if signature is not None:
        headers["x-twilio-signature"] = signature
    if settings:
        headers["x-twilio-webhooks-signature-settings"] = settings
    return HTTPConnection(
        {
            "type": kind,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
    )


class TestSignatures:
    @pytest.mark.parametrize(
        ("address", "params", "signature"),
        [
            ("https://mycompany.com", CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            ("https://mycompany.com", CALL, "kvajT1Ptam85bY51eRf/AJRuM3w="),
            ("https://mycompany.com:443", CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            ("https://mycompany.com/", CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            ("http://mycompany.com", CALL, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
            ("http://mycompany.com:1234", CALL, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
            (
                "https://mycompany.com",
                FormData(
                    [
                        ("Sid", "CA123"),
                        ("SidAccount", "AC123"),
                        ("Digits", "5678"),
                        ("Digits", "1234"),
                        ("Digits", "1234"),
                    ]
                ),
                "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
            ),
        ],
    )
    def test_the_vectors_of_twilios_own_tests_pass(
        self, address: str, params: Any, signature: str
    ) -> None:
        signatures = TwilioSignatures("AC1", "12345", address)
        assert signatures.signed(request(signature), params)
        assert not TwilioSignatures("AC1", "12346", address).signed(request(signature), params)

    def test_a_json_body_is_signed_by_its_hash(self) -> None:
        signatures = TwilioSignatures("AC1", "12345", "https://mycompany.com")
        signed = request("a9nBmqA0ju/hNViExpshrM61xv4=", f"foo=1&bar=2&bodySHA256={BODY_HASH}")
        assert signatures.signed(signed, BODY)
        assert not signatures.signed(signed, BODY + " ")

    def test_a_json_body_without_its_hash_is_not_signed_though_its_address_is(self) -> None:
        signatures = TwilioSignatures("AC1", "12345", "https://mycompany.com")
        address = b"https://mycompany.com/myapp.php?foo=1&bar=2"
        signature = base64.b64encode(hmac.digest(b"12345", address, "sha1")).decode()
        assert signatures.signed(request(signature), {})
        assert not signatures.signed(request(signature), BODY)

    @pytest.mark.parametrize("signature", [None, "", "x", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "ñ"])
    def test_none_or_a_wrong_one_is_refused(self, signature: str | None) -> None:
        signatures = TwilioSignatures("AC1", "12345", "https://mycompany.com")
        assert not signatures.signed(request(signature), CALL)

    def test_without_an_auth_token_nothing_is_believed(self) -> None:
        empty = base64.b64encode(
            hmac.digest(b"", b"https://mycompany.com/myapp.php?foo=1&bar=2", hashlib.sha1)
        ).decode()
        signatures = TwilioSignatures("AC1", "", "https://mycompany.com")
        assert not signatures.signed(request(empty), {})

    @pytest.mark.parametrize(
        ("base", "believed"), [("wss://mycompany.com", True), ("https://mycompany.com", False)]
    )
    def test_a_socket_is_signed_on_its_wss_address(self, base: str, believed: bool) -> None:
        address = f"{base}/webhooks/twilio/relay".encode()
        signature = base64.b64encode(hmac.digest(b"12345", address, "sha1")).decode()
        signatures = TwilioSignatures("AC1", "12345", "https://mycompany.com")
        socket = request(signature, "", path="/webhooks/twilio/relay", kind="websocket")
        assert signatures.signed(socket) is believed

    @pytest.mark.parametrize(
        ("settings", "secret", "algorithm", "believed"),
        [
            ("key=ours,algorithm=HMAC_SHA256", b"shared", "sha256", True),
            ("algorithm=HMAC_SHA256, key=ours", b"shared", "sha256", True),
            ("key=ours,algorithm=HMAC_SHA256", b"12345", "sha256", False),
            ("key=ours,algorithm=HMAC_SHA256", b"shared", "sha1", False),
            ("key=theirs,algorithm=HMAC_SHA256", b"", "sha256", False),
            ("key=ours,algorithm=HMAC_MD5", b"shared", "md5", False),
            ("algorithm=HMAC_SHA256", b"12345", "sha256", True),
        ],
    )
    def test_a_shared_key_signs_by_its_own_secret_and_algorithm(
        self, settings: str, secret: bytes, algorithm: str, believed: bool
    ) -> None:
        address = b"https://mycompany.com/myapp.php?foo=1&bar=2"
        signature = base64.b64encode(hmac.digest(secret, address, algorithm)).decode()
        signatures = TwilioSignatures("AC1", "12345", "https://mycompany.com", {"ours": "shared"})
        assert signatures.signed(request(signature, settings=settings), {}) is believed


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioServer]:
    async with twilio_server() as server:
        yield server


class TestSending:
    async def test_a_text_goes_out_with_its_callback_and_does_not_wait_for_hours(
        self, twilio: TwilioServer
    ) -> None:
        outcome = await twilio.account.send(TEXT)
        (sid,) = twilio.api.texts
        assert outcome == Accepted(sid, "queued")
        ((method, path, fields),) = twilio.api.requests
        assert (method, path) == ("POST", f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json")
        assert fields == {
            "To": "+34600111222",
            "From": "+34911222333",
            "Body": "¿Qué presupuesto tienen?",
            "StatusCallback": "https://agent.test/webhooks/twilio/status?text=3f1c",
            "ValidityPeriod": "3600",
        }

    async def test_whatsapp_is_a_prefix_of_both_numbers(self, twilio: TwilioServer) -> None:
        await twilio.account.send(replace(TEXT, channel="whatsapp"))
        (sent,) = twilio.api.texts.values()
        assert (sent["to"], sent["from"]) == ("whatsapp:+34600111222", "whatsapp:+34911222333")

    async def test_a_template_goes_without_a_body(self, twilio: TwilioServer) -> None:
        template = Template("HX" + "b" * 32, {"1": "Lucía"})
        await twilio.account.send(replace(TEXT, channel="whatsapp", template=template))
        fields = twilio.api.requests[0][2]
        assert "Body" not in fields
        assert fields["ContentSid"] == template.content_sid
        assert json.loads(fields["ContentVariables"]) == {"1": "Lucía"}

    async def test_a_messaging_service_chooses_the_number(self, twilio: TwilioServer) -> None:
        service = "MG" + "c" * 32
        outcome = await twilio.account.send(replace(TEXT, sender=service))
        fields = twilio.api.requests[0][2]
        assert "From" not in fields
        assert fields["MessagingServiceSid"] == service
        assert isinstance(outcome, Accepted)
        assert outcome.status == "accepted"


class TestOutcomes:
    @pytest.mark.parametrize(
        ("fault", "outcome"),
        [
            (Fault(400, 21610, "unsubscribed"), Refused(21610, "unsubscribed")),
            (Fault(401, 20003, "Authenticate"), Refused(20003, "Authenticate")),
            (Fault(404, 20404, "not found"), Refused(20404, "not found")),
            (Fault(400, None, "nothing known"), Refused(0, "nothing known")),
            (Fault(400, body="<html>no</html>"), Refused(0, "")),
            (Fault(301, body=""), Refused(0, "")),
            (OVERLOADED, Busy("Too many requests")),
            (Fault(429, 63018, "rate"), Busy("rate")),
            (Fault(500), Unclear("Twilio answered 500")),
            (Fault(503, body="<html>away</html>"), Unclear("Twilio answered 503")),
            (Fault(201, body="<html>portal</html>"), Unclear("no answer from Twilio")),
            (Fault(201, body="[]"), Unclear("not an answer of Twilio's")),
            (Fault(201, body="{}"), Unclear("names no text")),
        ],
    )
    async def test_what_twilio_answers_decides_what_may_be_done_next(
        self, twilio: TwilioServer, fault: Fault, outcome: Refused | Busy | Unclear
    ) -> None:
        twilio.api.faults.append(fault)
        got = await twilio.account.send(TEXT)
        assert not isinstance(got, Accepted)
        assert outcome.why in got.why
        assert got == replace(outcome, why=got.why)

    @pytest.mark.parametrize(
        ("error", "outcome"),
        [
            (httpx.ConnectError("refused"), Busy),
            (httpx.ConnectTimeout("slow"), Busy),
            (httpx.PoolTimeout("full"), Busy),
            (httpx.ReadTimeout("silence"), Unclear),
            (httpx.ReadError("reset"), Unclear),
            (httpx.WriteTimeout("stuck"), Unclear),
            (httpx.RemoteProtocolError("hung up"), Unclear),
        ],
    )
    async def test_only_what_surely_never_left_may_be_sent_again(
        self, error: httpx.HTTPError, outcome: type[Busy | Unclear]
    ) -> None:
        with respx.mock(base_url="https://api.twilio.com") as twilio:
            route = twilio.post(url__regex=r".*/Messages\.json").mock(side_effect=error)
            async with httpx.AsyncClient() as client:
                account = TwilioAccount(ACCOUNT, TOKEN, client, callback="https://agent.test/s")
                assert isinstance(await account.send(TEXT), outcome)
            assert route.call_count == 1

    @pytest.mark.parametrize("account", [ACCOUNT, "AC" + "b" * 32])
    async def test_an_account_that_twilio_does_not_know_is_refused(
        self, twilio: TwilioServer, account: str
    ) -> None:
        async with httpx.AsyncClient() as client:
            stranger = TwilioAccount(
                account, "wrong", client, callback="https://agent.test/s", base_url=twilio.url
            )
            assert await stranger.send(TEXT) == Refused(20003, "Authenticate")

    async def test_a_region_in_the_environment_changes_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TWILIO_REGION", "au1")
        monkeypatch.setenv("TWILIO_EDGE", "sydney")
        async with twilio_server() as server:
            assert isinstance(await server.account.send(TEXT), Accepted)


class TestFinding:
    async def test_a_text_whose_answer_was_lost_is_found_under_its_sid(
        self, twilio: TwilioServer
    ) -> None:
        began = datetime.now(UTC)
        twilio.api.faults.append(Fault(500, taken=True))
        assert isinstance(await twilio.account.send(TEXT), Unclear)
        (sid,) = twilio.api.texts
        assert await twilio.account.find(TEXT, began) == Accepted(sid, "queued")

    @pytest.mark.parametrize(
        "other",
        [
            {"body": "¿Para cuándo?"},
            {"sender": "+34911222334"},
            {"to": "+34600111223"},
            {"channel": "whatsapp"},
        ],
    )
    async def test_another_text_is_not_taken_for_it(
        self, twilio: TwilioServer, other: Mapping[str, Any]
    ) -> None:
        began = datetime.now(UTC)
        await twilio.account.send(replace(TEXT, **other))
        assert await twilio.account.find(TEXT, began) is None

    async def test_one_of_long_before_is_not_taken_for_it(self, twilio: TwilioServer) -> None:
        await twilio.account.send(TEXT)
        later = datetime.now(UTC) + timedelta(minutes=1)
        assert await twilio.account.find(TEXT, later) is None

    async def test_one_that_the_prospect_wrote_is_not_taken_for_it(
        self, twilio: TwilioServer
    ) -> None:
        await twilio.account.send(TEXT)
        for text in twilio.api.texts.values():
            text["direction"] = "inbound"
        assert await twilio.account.find(TEXT, datetime.now(UTC)) is None

    async def test_what_a_trial_account_writes_before_it_does_not_hide_it(
        self, twilio: TwilioServer
    ) -> None:
        await twilio.account.send(TEXT)
        for text in twilio.api.texts.values():
            text["body"] = f"Sent from your Twilio trial account - {text['body']}"
        assert await twilio.account.find(TEXT, datetime.now(UTC)) is not None

    async def test_texts_of_a_service_and_templates_are_found_too(
        self, twilio: TwilioServer
    ) -> None:
        text = replace(TEXT, sender="MG" + "c" * 32, template=Template("HX" + "b" * 32))
        began = datetime.now(UTC)
        await twilio.account.send(text)
        assert await twilio.account.find(text, began) is not None

    @pytest.mark.parametrize("fault", [OVERLOADED, Fault(500), Fault(200, body="<html>")])
    async def test_when_the_list_cannot_be_had_it_says_so(
        self, twilio: TwilioServer, fault: Fault
    ) -> None:
        twilio.api.faults.append(fault)
        with pytest.raises(Unavailable):
            await twilio.account.find(TEXT, MORNING)


class TestErasing:
    async def test_a_text_goes_with_its_media(self, twilio: TwilioServer) -> None:
        sent = await twilio.account.send(TEXT)
        assert isinstance(sent, Accepted)
        twilio.api.texts[sent.sid]["status"] = "delivered"
        twilio.api.media[sent.sid] = ["ME" + "1" * 32, "ME" + "2" * 32]
        await twilio.account.erase("message", sent.sid)
        assert twilio.api.texts == {}
        assert twilio.api.media[sent.sid] == []

    async def test_a_call_goes_with_its_recordings(self, twilio: TwilioServer) -> None:
        call, other = "CA" + "d" * 32, "CA" + "e" * 32
        twilio.api.add_call(call)
        twilio.api.add_recording("RE" + "1" * 32, call)
        twilio.api.add_recording("RE" + "2" * 32, other)
        await twilio.account.erase("call", call)
        assert twilio.api.calls == {}
        assert [*twilio.api.recordings] == ["RE" + "2" * 32]
        await twilio.account.erase("recording", "RE" + "2" * 32)
        assert twilio.api.recordings == {}

    async def test_what_is_gone_already_is_done(self, twilio: TwilioServer) -> None:
        await twilio.account.erase("message", "SM" + "9" * 32)
        await twilio.account.erase("call", "CA" + "9" * 32)
        await twilio.account.erase("recording", "RE" + "9" * 32)

    async def test_a_text_on_its_way_cannot_be_erased_yet(self, twilio: TwilioServer) -> None:
        sent = await twilio.account.send(TEXT)
        assert isinstance(sent, Accepted)
        with pytest.raises(Unavailable, match="20009"):
            await twilio.account.erase("message", sent.sid)

    @pytest.mark.parametrize("fault", [OVERLOADED, Fault(500), Fault(401, 20003, "Authenticate")])
    async def test_what_twilio_refuses_now_is_to_be_tried_later(
        self, twilio: TwilioServer, fault: Fault
    ) -> None:
        twilio.api.always = fault
        with pytest.raises(Unavailable):
            await twilio.account.erase("recording", "RE" + "9" * 32)
