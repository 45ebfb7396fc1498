"""A system that is looked at by `doctor`: it answers by path, and what leaves is held down."""

from collections.abc import Mapping
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import httpx

from delivery.connection import Connection
from delivery.doctor import Finding, examine
from delivery.system import System
from delivery.system_checks import checks_of
from tests.fakes.clock import FakeClock
from tests.fakes.grants import FakeGrants

READS = frozenset({"GET", "HEAD"})
TOKEN_INFO = "/oauth/v2/private-apps/get/access-token-info"
"""The one look-up that is a POST: the token is no part of its address."""


class Served:
    """Answers by the end of a path, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Any], clock: FakeClock) -> None:
        self.answers = answers
        self.asked: list[httpx.Request] = []
        self.ahead = timedelta()
        self._clock = clock

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": "t", "expires_in": 3600})
        self.asked.append(request)
        found = next(
            (one for end, one in self.answers.items() if request.url.path.endswith(end)), 404
        )
        headers = {"date": format_datetime(self._clock.now() + self.ahead, usegmt=True)}
        if isinstance(found, int):
            return httpx.Response(found, headers=headers, json={"message": "no"})
        return httpx.Response(200, headers=headers | found.get("headers", {}), json=found["json"])


async def found_in(
    system: System, answers: Mapping[str, Any], ahead: timedelta = timedelta()
) -> list[Finding]:
    """What is found; all that leaves is a reading request."""
    clock = FakeClock()
    served = Served(answers, clock)
    served.ahead = ahead
    client = httpx.AsyncClient(transport=httpx.MockTransport(served.answer))
    checks = checks_of(system)
    assert checks is not None
    found = await examine(Connection(system, client, FakeGrants(), clock), checks)
    changing = [one for one in served.asked if one.method not in READS]
    assert {one.url.path for one in changing} <= {TOKEN_INFO}
    return found


def told(found: list[Finding], level: str = "bad") -> list[str]:
    """What was said at this level."""
    return [one.said for one in found if one.level == level]


def said(**body: Any) -> dict[str, Any]:
    """An answer."""
    return {"json": body}
