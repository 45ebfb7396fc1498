"""Whatever the network does becomes an outcome, and says whether the request may have arrived."""

import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

import delivery.wire
from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused
from delivery.wire import READ_AT_MOST, Unanswered, Wire, request_of
from tests.fakes.clock import FakeClock

Answer = Callable[[httpx.Request], httpx.Response]


def wire(answer: Answer) -> Wire:
    """A network that answers so."""
    return Wire(httpx.AsyncClient(transport=httpx.MockTransport(answer)), FakeClock())


def raising(error: httpx.RequestError | httpx.InvalidURL) -> Answer:
    """A network that fails so."""

    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    return answer


@pytest.mark.parametrize(
    ("error", "arrived"),
    [
        (httpx.ConnectError("refused"), False),
        (httpx.ConnectTimeout("slow"), False),
        (httpx.PoolTimeout("busy"), False),
        (httpx.ReadTimeout("slow"), True),
        (httpx.WriteTimeout("slow"), True),
        (httpx.RemoteProtocolError("cut"), True),
        (httpx.ReadError("cut"), True),
    ],
    ids=lambda one: type(one).__name__,
)
async def test_a_network_that_fails_is_tried_again(
    error: httpx.RequestError, *, arrived: bool
) -> None:
    with pytest.raises(Refused) as refused:
        await wire(raising(error)).send(request_of(Call("x", "GET", "/"), "https://x.test", {}))
    assert isinstance(refused.value, Unanswered) is arrived
    assert isinstance(refused.value.outcome, RetryAt)


async def test_an_address_that_cannot_be_used_is_the_admins() -> None:
    for url in ("ftp://x.test", "nonsense"):
        request = request_of(Call("x", "GET", "/"), url, {})
        async with httpx.AsyncClient() as client:
            with pytest.raises(Refused) as refused:
                await Wire(client, FakeClock()).send(request)
        assert isinstance(refused.value.outcome, Failed)
        assert refused.value.outcome.remedy == "fix_configuration"


async def test_an_answer_that_drips_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery.wire, "LONGEST", 0.01)

    async def never(_request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    client = httpx.AsyncClient(transport=httpx.MockTransport(never))
    with pytest.raises(Unanswered):
        await Wire(client, FakeClock()).send(httpx.Request("GET", "https://x.test"))


async def test_an_answer_without_end_is_cut() -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65_536

    reply = await wire(lambda _: httpx.Response(200, content=endless())).send(
        httpx.Request("GET", "https://x.test")
    )
    assert READ_AT_MOST < len(reply.body) <= READ_AT_MOST + 65_536
    assert reply.json() is None


async def test_a_redirect_is_not_followed() -> None:
    moved = wire(lambda _: httpx.Response(302, headers={"Location": "https://evil.test"}))
    assert (await moved.send(httpx.Request("GET", "https://x.test"))).status == 302


def test_a_request_is_json_or_a_form_below_the_address_or_whole() -> None:
    made = request_of(Call("x", "POST", "/a", body={"ñ": 1}), "https://x.test", {"A": "b"})
    assert (str(made.url), made.content) == ("https://x.test/a", '{"ñ":1}'.encode())
    assert made.headers["A"] == "b"
    form = request_of(
        Call("x", "POST", "https://y.test/b", form={"a": "1&2"}, params={"q": "ñ"}), "unused", {}
    )
    assert str(form.url) == "https://y.test/b?q=%C3%B1"
    assert form.content == b"a=1%262"
