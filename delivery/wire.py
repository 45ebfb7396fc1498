"""How does a call become a request, and its answer a Reply? The one place that sends."""

import asyncio
import json
from collections.abc import Mapping

import httpx

from agent.outbox import Failed, RetryAt
from agent.ports import Clock
from delivery.calls import Call, Refused, Reply
from qualification.saying import Said

TIMEOUT = httpx.Timeout(20.0, connect=5.0)
LONGEST = 30.0
"""Seconds that one call may take in all: an answer may also drip."""
READ_AT_MOST = 4 << 20
"""Bytes of an answer."""


class Unanswered(Refused):
    """No whole answer came: the request may have arrived."""


def request_of(call: Call, address: str, headers: Mapping[str, str]) -> httpx.Request:
    """The request that is sent, and that a dry run shows. Raises Refused."""
    url = call.url if "://" in call.url else address + call.url
    content, more = None, {"Accept": "application/json", "User-Agent": "Banter", **headers}
    if call.body is not None:
        content = json.dumps(call.body, ensure_ascii=False, separators=(",", ":")).encode()
        more["Content-Type"] = "application/json"
    try:
        return httpx.Request(
            call.method,
            url,
            params=call.params or None,
            headers=more | dict(call.headers),
            content=content,
            data=call.form,
        )
    except (httpx.InvalidURL, ValueError) as error:
        why = Said("the request cannot be made: %(error)s", error=type(error).__name__)
        raise Refused(Failed(why, "fix_configuration")) from error


class Wire:
    """Sends requests, and turns whatever happens into a Reply or Unanswered."""

    def __init__(self, client: httpx.AsyncClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock

    async def send(self, request: httpx.Request) -> Reply:
        """The answer. Raises Unanswered, or Refused where it cannot have been sent."""
        request.extensions.setdefault("timeout", TIMEOUT.as_dict())
        try:
            async with asyncio.timeout(LONGEST):
                response = await self._client.send(request, stream=True, follow_redirects=False)
                try:
                    body = await _read(response)
                finally:
                    await response.aclose()
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            why = Said("the address cannot be used: %(error)s", error=type(error).__name__)
            raise Refused(Failed(why, "fix_configuration")) from error
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            why = Said("no connection: %(error)s", error=type(error).__name__)
            raise Refused(RetryAt(why)) from error
        except (httpx.TimeoutException, TimeoutError) as error:
            why = Said("no answer in time; it may have arrived")
            raise Unanswered(RetryAt(why)) from error
        except httpx.RequestError as error:
            broken = type(error).__name__
            why = Said("the connection broke, it may have arrived: %(error)s", error=broken)
            raise Unanswered(RetryAt(why)) from error
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status_code, headers, body, self._clock.now())


async def _read(response: httpx.Response) -> bytes:
    read = bytearray()
    async for chunk in response.aiter_bytes():
        read += chunk
        if len(read) > READ_AT_MOST:
            break
    return bytes(read)
