"""How does a lead reach a system of your own? As signed JSON by POST: see docs/webhook.md."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

import httpx

from agent.outbox import Delivered, Event, Failed, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.faults import PASSING, retry_after
from qualification.values import Json

TOLERANCE = timedelta(minutes=5)
"""How old a signature may be, and how far ahead the sender's clock."""
LONGEST_MOMENT = 12
"""Digits: enough for thirty thousand years."""
TIMEOUT = httpx.Timeout(20.0, connect=5.0)
LONGEST = 30.0
"""Seconds that one attempt may take in all: an answer may also drip."""
KEPT = 500
"""So many bytes of a response are read, for the record."""


class Webhook:
    """A place (delivery.base.Place) reached by signed POST requests."""

    system = "webhook"

    def __init__(self, url: str, secret: str, client: httpx.AsyncClient, clock: Clock) -> None:
        self.url = url
        self._secret = secret
        self._client = client
        self._clock = clock

    def headers(self, parcel: Parcel, now: datetime) -> dict[str, str]:
        """Those of an attempt: only the signature's time differs from one to the next."""
        return self._headers(parcel.event, parcel.id, body_of(parcel), now)

    async def deliver(self, parcel: Parcel) -> Outcome:
        """POST it; without an answer it may have arrived, and is sent again under its id."""
        return await self.post(parcel.event, parcel.id, body_of(parcel))

    async def post(self, event: Event | Literal["test"], delivery: str, body: bytes) -> Outcome:
        """POST one event under an id, signed now."""
        now = self._clock.now()
        try:
            async with (
                asyncio.timeout(LONGEST),
                self._client.stream(
                    "POST",
                    self.url,
                    content=body,
                    headers=self._headers(event, delivery, body, now),
                    timeout=TIMEOUT,
                    follow_redirects=False,
                ) as response,
            ):
                return _outcome(response, await _said(response), now)
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            return Failed(f"the webhook's address cannot be used: {error}", "fix_configuration")
        except (httpx.TimeoutException, TimeoutError):
            return RetryAt("no answer in time; it may have arrived")
        except httpx.RequestError as error:
            return RetryAt(f"no connection: {str(error) or type(error).__name__}")

    def _headers(self, event: str, delivery: str, body: bytes, now: datetime) -> dict[str, str]:
        return {
            "Content-Type": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "Banter",
            "Banter-Signature": sign(self._secret, body, now),
            "Banter-Delivery": delivery,
            "Banter-Event": event,
        }


def body_of(parcel: Parcel) -> bytes:
    """The hand-over, with who has it and what they read first, where that was made; the same at
    each attempt.
    """
    owner, brief, more = parcel.owner, parcel.brief, dict[str, Json]()
    if owner is not None:
        ids: dict[str, Json] = {**owner.ids}
        more["owner"] = {"id": owner.id, "name": owner.name, "email": owner.email, "ids": ids}
    if brief is not None:
        more["brief"] = {
            "language": brief.language,
            "headline": brief.headline,
            "text": brief.text,
            **({"by": brief.by} if brief.by is not None else {}),
        }
    if not more:
        return parcel.body.encode()
    return json.dumps({**json.loads(parcel.body), **more}, ensure_ascii=False).encode()


async def _said(response: httpx.Response) -> str:
    """The beginning of an answer, as it came: nothing is unpacked, and a long one is not read."""
    read = bytearray()
    async for chunk in response.aiter_raw(KEPT):
        read += chunk
        if len(read) >= KEPT:
            break
    text = bytes(read[:KEPT]).decode(errors="replace")
    return "".join(one if one.isprintable() else " " for one in text)


def _outcome(response: httpx.Response, said: str, now: datetime) -> Outcome:
    status = response.status_code
    if response.is_success:
        return Delivered(f"{status} {said}".rstrip())
    why = f"answered {status}: {said}".rstrip(": ")
    at = retry_after(response.headers.get("Retry-After", ""), now)
    if status == 429:
        return RetryAt(why, at, busy=True)
    if status in PASSING or status >= 500:
        return RetryAt(why, at)
    if status in (401, 403):
        return Failed(why, "sign_in")
    if status in (404, 405) or response.is_redirect:
        return Failed(why, "fix_configuration")
    if status == 410:
        return Failed(why, "final")
    return Failed(why, "fix_data")


def sign(secret: str, body: bytes, at: datetime) -> str:
    """The value of the Banter-Signature header: when it was signed, and the signature of both, by
    each of several secrets.
    """
    moment = str(int(at.timestamp()))
    signatures = [f"v1={_digest(one, moment, body)}" for one in secrets_of(secret)]
    return ",".join((f"t={moment}", *signatures))


def secrets_of(written: str) -> tuple[str, ...]:
    """While a secret is changed, the new one and the one of before: `new,old`. What was one secret
    with a comma in it stays one as well.
    """
    several = tuple(one.strip() for one in written.split(",") if one.strip())
    return several if several == (written,) else (*several, written)


def verify(secret: str, header: str, body: bytes, now: datetime) -> bool:
    """For receivers: whether a body is from us and new enough. `body` is the bytes as they came."""
    parts = [part.strip().partition("=") for part in header.split(",")]
    moments = [value for name, _, value in parts if name == "t"]
    signatures = [value for name, _, value in parts if name == "v1"]
    if len(moments) != 1 or not moments[0].isdecimal() or len(moments[0]) > LONGEST_MOMENT:
        return False
    if abs(now.timestamp() - int(moments[0])) > TOLERANCE.total_seconds():
        return False
    return _any_equal(signatures, _digest(secret, moments[0], body))


def _any_equal(signatures: Sequence[str], expected: str) -> bool:
    """Compared as bytes, in constant time: a header may hold any characters."""
    return any(
        hmac.compare_digest(one.encode(errors="replace"), expected.encode()) for one in signatures
    )


def _digest(secret: str, moment: str, body: bytes) -> str:
    return hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
