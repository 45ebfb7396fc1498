"""Twilio's own OpenAPI, served by Prism between our client and our fake: both sides are held to it.

What channels.twilio is tried with is tried here once more, each request seen by Prism.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.texting import Refused, Unclear
from channels.simulators.loopback import served
from channels.simulators.twilio_api import OVERLOADED, Fault, TwilioApi
from channels.twilio import TwilioAccount
from tests.channels import test_twilio
from tests.channels.test_twilio import TEXT
from tests.contracts.node import prism
from tests.fakes.twilio_server import ACCOUNT, TOKEN, TwilioServer


@dataclass
class Upstream:
    """Whatever stands behind Prism in the test that runs."""

    app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        await self.app(scope, receive, send)


@dataclass(frozen=True)
class Seen:
    """Prism's address, and what stands behind it."""

    url: str
    upstream: Upstream


@pytest.fixture(scope="module")
async def seen(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Seen]:
    upstream = Upstream()
    async with served(upstream) as url, prism(url, tmp_path_factory.mktemp("prism")) as seeing:
        yield Seen(seeing, upstream)


@pytest.fixture
async def twilio(seen: Seen) -> AsyncIterator[TwilioServer]:
    api = TwilioApi(ACCOUNT, TOKEN)
    seen.upstream.app = api.app()
    callback = "https://agent.test/webhooks/twilio/status"
    async with httpx.AsyncClient() as client:
        account = TwilioAccount(ACCOUNT, TOKEN, client, callback=callback, base_url=seen.url)
        yield TwilioServer(api, seen.url, account)


class TestSending(test_twilio.TestSending):
    """Texts, WhatsApp, templates, messaging services."""


class TestFinding(test_twilio.TestFinding):
    """The list of texts."""


class TestErasing(test_twilio.TestErasing):
    """What is deleted at Twilio."""


class TestPrism:
    @pytest.mark.parametrize(
        "change",
        [
            {"to": "banana"},
            {"to": ""},
            {"sender": "MG12"},
            {"sender": "Acme"},
            {"body": ""},
            {"body": "x" * 1601},
        ],
    )
    async def test_what_twilio_would_not_take_does_not_pass(
        self, twilio: TwilioServer, change: Mapping[str, Any]
    ) -> None:
        assert isinstance(await twilio.account.send(replace(TEXT, **change)), Refused)
        assert twilio.api.requests == []

    async def test_an_answer_that_twilio_would_not_give_does_not_pass(
        self, twilio: TwilioServer
    ) -> None:
        bogus = '{"sid": "SM1", "status": "bogus"}'
        twilio.api.faults.append(Fault(201, body=bogus))
        assert isinstance(await twilio.account.send(TEXT), Unclear)

    async def test_refusals_pass_with_their_codes(self, twilio: TwilioServer) -> None:
        twilio.api.opted_out.add(TEXT.to)
        refused = await twilio.account.send(TEXT)
        assert isinstance(refused, Refused)
        assert refused.code == 21610
        twilio.api.faults.append(OVERLOADED)
        assert "Too many requests" in (await twilio.account.send(TEXT)).why  # type: ignore[union-attr]
