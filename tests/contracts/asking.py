"""Every request that we make of a system, sent to whatever stands in its place."""

import httpx

from agent.grants import Grant
from delivery.calls import Call, Reply
from delivery.doctor import Checks, Finding
from delivery.system import System
from delivery.wire import request_of
from tests.delivery.walking import NOW
from tests.fakes.crm import FakeCrm


def looked_at(checks: Checks | None, system: System, fake: FakeCrm) -> list[Call]:
    """The look-ups of `doctor`, answered by a fake."""
    assert checks is not None
    calls: list[Call] = []
    grant = Grant(fake.token)
    try:
        asked = next(checks)
        while True:
            if isinstance(asked, Finding):
                asked = next(checks)
                continue
            calls.append(asked)
            request = request_of(asked, system.address(grant), system.headers(grant))
            said = fake.answer(request)
            asked = checks.send(Reply(said.status_code, dict(said.headers), said.content, NOW))
    except StopIteration:
        return calls


async def status(system: System, url: str, call: Call, token: str = "token") -> int:  # noqa: S107
    """What a request of ours is answered at an address; without a token it shows none."""
    grant = Grant(token, address=url)
    headers = system.headers(grant) if token else {}
    request = request_of(call, system.address(grant), headers)
    async with httpx.AsyncClient(timeout=20) as client:
        return (await client.send(request)).status_code
