"""Twilio's REST API on a loopback port: channels.simulators.twilio_api, with what a test wants to
go wrong.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from channels.simulators.loopback import served
from channels.simulators.twilio_api import TwilioApi
from channels.twilio import TwilioAccount

ACCOUNT = "AC" + "a" * 32
TOKEN = "an auth token of the tests"


@dataclass(frozen=True)
class TwilioServer:
    """The API, its address, and a client of ours that asks it."""

    api: TwilioApi
    url: str
    account: TwilioAccount


@asynccontextmanager
async def twilio_server(
    callback: str = "https://agent.test/webhooks/twilio/status",
) -> AsyncIterator[TwilioServer]:
    """A server for as long as the block runs."""
    api = TwilioApi(ACCOUNT, TOKEN)
    async with served(api.app()) as url, httpx.AsyncClient() as client:
        account = TwilioAccount(ACCOUNT, TOKEN, client, callback=callback, base_url=url)
        yield TwilioServer(api, url, account)
