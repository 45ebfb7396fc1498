"""An outside service is asked as JSON by POST, and whatever it answers is sorted; the fake behaves
like the real one.
"""

import json
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from agent.enrichment import Answer, Provider, Subject, Told
from agent.outbox import Failed, RetryAt
from delivery.enrichment import HttpEnrichment
from delivery.wire import Wire
from tests.fakes.clock import FakeClock
from tests.fakes.enrichment import FakeEnrichment

URL, TOKEN = "https://data.example/people", "a token"
ANA = Subject("ana@acme.es", "Ana", "Ruiz", None, "acme.es", "ES")
CLOCK = FakeClock()


def service(answer: Callable[[httpx.Request], httpx.Response], url: str = URL) -> HttpEnrichment:
    """The real one, with a service behind it."""
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return HttpEnrichment(url, TOKEN, Wire(client, CLOCK))


def answering(response: httpx.Response) -> HttpEnrichment:
    """The real one, with this answer."""
    return service(lambda _request: response)


KNOWS: Answer = Told({"company": "Acme Tools", "company_size": "51-200"})
BOTH: list[tuple[Provider, Provider, Answer]] = [
    (
        answering(
            httpx.Response(
                200, json={"fields": {"company": "Acme Tools", "company_size": "51-200"}}
            )
        ),
        FakeEnrichment({"ana@acme.es": {"company": "Acme Tools", "company_size": "51-200"}}),
        KNOWS,
    ),
    (answering(httpx.Response(404)), FakeEnrichment(), Told()),
    (answering(httpx.Response(204)), FakeEnrichment({}, Told()), Told()),
    (
        answering(httpx.Response(429, headers={"Retry-After": "90"})),
        FakeEnrichment({}, RetryAt("answered 429", CLOCK.now() + timedelta(seconds=90))),
        RetryAt("answered 429", CLOCK.now() + timedelta(seconds=90)),
    ),
    (
        answering(httpx.Response(401)),
        FakeEnrichment({}, Failed("answered 401", "fix_configuration")),
        Failed("answered 401", "fix_configuration"),
    ),
]


@pytest.mark.parametrize("real", [True, False])
@pytest.mark.parametrize("which", range(len(BOTH)))
async def test_a_provider_tells_what_it_knows_or_why_not(which: int, *, real: bool) -> None:
    genuine, fake, expected = BOTH[which]
    provider = genuine if real else fake
    assert provider.name == "data.example"
    assert provider.source == "provider"
    assert await provider.look_up(ANA) == expected


async def test_it_is_told_what_finds_somebody_and_nothing_that_is_not_known() -> None:
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"fields": {}})

    assert await service(answer).look_up(ANA) == Told()
    (request,) = requests
    assert (request.method, str(request.url)) == ("POST", URL)
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert request.headers["Content-Type"] == "application/json"
    assert json.loads(request.content) == {
        "email": "ana@acme.es",
        "first_name": "Ana",
        "last_name": "Ruiz",
        "domain": "acme.es",
        "country": "ES",
    }


async def test_a_service_without_a_token_gets_none() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert "Authorization" not in request.headers
        return httpx.Response(204)

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    assert await HttpEnrichment(URL, "", Wire(client, CLOCK)).look_up(ANA) == Told()


@pytest.mark.parametrize(
    ("response", "kind"),
    [
        (httpx.Response(202), RetryAt),
        (httpx.Response(500), RetryAt),
        (httpx.Response(503, headers={"Retry-After": "soon"}), RetryAt),
        (httpx.Response(400), Failed),
        (httpx.Response(302, headers={"Location": "https://elsewhere.example"}), Failed),
        (httpx.Response(200, text="<html>"), Failed),
        (httpx.Response(200, json={"fields": ["company"]}), Failed),
        (httpx.Response(200, json=[1]), Failed),
    ],
)
async def test_other_answers_are_put_off_or_given_up(
    response: httpx.Response, kind: type[Answer]
) -> None:
    assert isinstance(await answering(response).look_up(ANA), kind)


async def test_a_service_that_is_still_looking_may_say_when_it_will_know() -> None:
    response = httpx.Response(202, headers={"Retry-After": "30"})
    at = CLOCK.now() + timedelta(seconds=30)
    assert await answering(response).look_up(ANA) == RetryAt("it is still looking", at)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ReadTimeout, httpx.ReadError])
async def test_a_broken_connection_is_tried_again(error: type[httpx.TransportError]) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error("no")

    assert isinstance(await service(answer).look_up(ANA), RetryAt)


async def test_an_address_that_is_none_is_for_an_admin() -> None:
    broken = service(lambda _request: httpx.Response(200), "https://data.example:port")
    assert isinstance(await broken.look_up(ANA), Failed)


async def test_what_cannot_be_used_is_left_out() -> None:
    told = {"company": "Acme", "company_country": "Spain", "shoe_size": 43}
    found = await answering(httpx.Response(200, json={"fields": told})).look_up(ANA)
    assert found == Told({"company": "Acme"})
