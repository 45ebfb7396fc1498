"""What `doctor` does with any system: it looks, and nothing is changed by it."""

import json
from datetime import timedelta

import httpx
import pytest

from delivery.calls import Call
from delivery.connection import Connection
from delivery.doctor import Checks, bad, examine, good, look
from delivery.hubspot import HubSpot
from delivery.hubspot_checks import hubspot
from delivery.salesforce import Salesforce
from delivery.salesforce_checks import salesforce
from delivery.signing_in import StaticToken
from delivery.system_checks import checks_of
from tests.delivery.checking import found_in, said, told
from tests.fakes.clock import FakeClock
from tests.fakes.grants import FakeGrants

SYSTEM = HubSpot(StaticToken("t"), base_url="https://crm.test", stage="")
OWNERS = {"/owners/2026-03": said(results=[])}


def connection(answer: httpx.Response) -> Connection:
    client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer))
    return Connection(SYSTEM, client, FakeGrants(), FakeClock())


def test_a_finding_is_a_sentence_whose_gaps_are_known() -> None:
    found = good("fields", "%(where)s has %(names)s", where="Lead", names="A")
    assert found.said == "Lead has A"
    assert (found.said.template, found.said.gaps["names"]) == ("%(where)s has %(names)s", "A")
    assert bad("token", "refused: 100%").said == "refused: 100%"


async def test_a_token_that_is_refused_ends_it() -> None:
    (one,) = told(await found_in(SYSTEM, {"/owners/2026-03": 401}))
    assert "put its credentials right" in one


async def test_what_was_found_before_it_ended_is_kept() -> None:
    def checks() -> Checks:
        yield good("account", "the account is there")
        yield look("gone", "/gone")
        yield good("rights", "never reached")

    found = await examine(connection(httpx.Response(503)), checks())
    assert [(one.about, one.level) for one in found] == [("account", "good"), ("connection", "bad")]
    assert "try again later" in found[-1].said


@pytest.mark.parametrize(("status", "cure"), [(400, "check its settings"), (410, "its address")])
async def test_what_ended_it_says_what_to_do(status: int, cure: str) -> None:
    def checks() -> Checks:
        yield look("one", "/one")

    (one,) = await examine(connection(httpx.Response(status)), checks())
    assert cure in one.said


async def test_clocks_that_are_apart_are_told() -> None:
    (one,) = [
        one.said
        for one in await found_in(SYSTEM, OWNERS, ahead=timedelta(minutes=9))
        if one.about == "clock"
    ]
    assert "540 s apart" in one


async def test_clocks_that_are_apart_are_told_to_whom_they_keep_out() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        late = {"date": "Mon, 02 Mar 2026 08:00:00 GMT"}
        assert request.method == "HEAD" or request.url.path.endswith("/oauth2/token")
        return httpx.Response(400, headers=late, json={"error": "invalid_grant"})

    clock = FakeClock()
    client = httpx.AsyncClient(transport=httpx.MockTransport(refuse))
    system = Salesforce("https://crm.test", "id", "s")
    found = await examine(Connection(system, client, FakeGrants(), clock), salesforce(system))
    assert [one.about for one in found] == ["clock", "sign-in"]
    assert "set ours (NTP)" in found[0].said
    assert "sign-in refused" in found[1].said


async def test_where_nobody_answers_nothing_is_said_of_clocks() -> None:
    def down(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    client = httpx.AsyncClient(transport=httpx.MockTransport(down))
    found = await examine(Connection(SYSTEM, client, FakeGrants(), FakeClock()), hubspot(SYSTEM))
    assert [one.about for one in found] == ["connection"]


async def test_a_check_that_would_change_something_is_our_mistake() -> None:
    def careless() -> Checks:
        yield Call("lead", "POST", "/x", body=json.loads("{}"))

    with pytest.raises(AssertionError, match="no look-up"):
        await examine(connection(httpx.Response(200)), careless())


def test_a_system_without_checks_has_none() -> None:
    class Other:
        name = "other"

    assert checks_of(Other()) is None  # type: ignore[arg-type]
