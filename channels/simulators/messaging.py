"""How does a text travel? Between simulated telephones and a server, as Twilio carries it: webhooks
signed, repeated, late and out of order.
"""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpx

from channels.simulators.twilio_api import Entry, TwilioApi
from channels.twilio import sign

MESSAGING = "/webhooks/twilio/messaging"
STATUS = "/webhooks/twilio/status"
RETRIES = 1
"""Twilio tries a webhook again when no connection came about, once unless told otherwise."""
DELIVERED = ("sending", "sent", "delivered")


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message of a prospect's on its way to the server, and what the server said."""

    sid: str
    params: Mapping[str, str]
    token: str
    """I-Twilio-Idempotency-Token: the same over all tries."""
    response: httpx.Response


@dataclass(slots=True)
class Carrier:
    """Carries texts between telephones and a server that works with `api`."""

    api: TwilioApi
    server: httpx.AsyncClient
    """Its base_url is where the server listens."""
    address: str
    """The address that the server is known under: what is signed."""
    reports: Sequence[str] = DELIVERED
    """The states of our texts that the server is told of, in this order."""
    _came: asyncio.Event = field(default_factory=asyncio.Event)
    _told: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.api.sent = self._sent

    async def text(
        self, theirs: str, ours: str, body: str, /, *, media: Sequence[str] = (), **more: str
    ) -> Inbound:
        """Somebody writes to us. Addresses as Twilio has them: with `whatsapp:` before the
        number.
        """
        sid = f"{'MM' if media else 'SM'}{secrets.token_hex(16)}"
        params = {
            "MessageSid": sid,
            "SmsSid": sid,
            "SmsMessageSid": sid,
            "AccountSid": self.api.account,
            "ApiVersion": "2010-04-01",
            "From": theirs,
            "To": ours,
            "Body": body,
            "NumSegments": "1",
            "NumMedia": str(len(media)),
            "SmsStatus": "received",
            "FromCity": "",
            "FromState": "",
            "FromZip": "",
            "FromCountry": "",
            "ToCountry": "",
        }
        for place, kind in enumerate(media):
            params[f"MediaContentType{place}"] = kind
            params[f"MediaUrl{place}"] = f"https://api.twilio.com/media/{sid}/{place}"
        return await self._deliver(sid, {**params, **more}, secrets.token_hex(16))

    async def repeat(self, inbound: Inbound) -> Inbound:
        """The very same webhook once more: its answer was lost."""
        return await self._deliver(inbound.sid, inbound.params, inbound.token)

    async def report(
        self, sid: str, *statuses: str, code: int | None = None, to: str | None = None
    ) -> list[httpx.Response]:
        """Tell the server how a text of its fares, in this order. `to`: the text's own
        StatusCallback, when it named one.
        """
        return [await self._report(sid, status, code, to) for status in statuses]

    def texts_to(self, theirs: str) -> list[Entry]:
        """What the server has sent to a telephone, oldest first."""
        return [text for text in self.api.texts.values() if text["to"] == theirs]

    async def next_to(self, theirs: str, seen: int, seconds: float | None = 20.0) -> list[Entry]:
        """What is new on a telephone after the first `seen`, waiting for it: for ever with None;
        TimeoutError when nothing comes.
        """
        async with asyncio.timeout(seconds):
            while len(self.texts_to(theirs)) <= seen:
                self._came.clear()
                await self._came.wait()
        return self.texts_to(theirs)[seen:]

    async def settle(self) -> None:
        """Wait until every report is delivered."""
        while self._told:
            await asyncio.wait(self._told)

    def _sent(self, text: Entry, callback: str | None) -> None:
        self._came.set()
        task = asyncio.create_task(self._fare(text, callback))
        self._told.add(task)
        task.add_done_callback(self._told.discard)

    async def _fare(self, text: Entry, callback: str | None) -> None:
        for status in self.reports:
            text["status"] = status
            if callback:
                try:
                    await self._report(text["sid"], status, None, callback)
                except httpx.HTTPError:  # the server is gone; Twilio would not wait either
                    return

    async def _report(
        self, sid: str, status: str, code: int | None, callback: str | None
    ) -> httpx.Response:
        text = self.api.texts.get(sid, {})
        params = {
            "MessageSid": sid,
            "SmsSid": sid,
            "AccountSid": self.api.account,
            "ApiVersion": "2010-04-01",
            "MessageStatus": status,
            "SmsStatus": status,
            "To": str(text.get("to") or ""),
            "From": str(text.get("from") or ""),
        }
        if code is not None:
            params["ErrorCode"] = str(code)
        address = callback or f"{self.address}{STATUS}"
        return await self._post(address, params, secrets.token_hex(16))

    async def _deliver(self, sid: str, params: Mapping[str, str], token: str) -> Inbound:
        response = await self._post(f"{self.address}{MESSAGING}", params, token)
        return Inbound(sid, params, token, response)

    async def _post(self, address: str, params: Mapping[str, str], token: str) -> httpx.Response:
        headers = {
            "X-Twilio-Signature": sign(self.api.token, address, params),
            "I-Twilio-Idempotency-Token": token,
            "User-Agent": "TwilioProxy/1.1",
        }
        target = address.removeprefix(self.address)
        for _ in range(RETRIES):
            try:
                return await self.server.post(target, data=dict(params), headers=headers)
            except httpx.ConnectError:
                await asyncio.sleep(0.1)
        return await self.server.post(target, data=dict(params), headers=headers)
