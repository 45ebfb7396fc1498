"""channels.chat.visits: what a page tells of its visitor, over HTTP."""

from collections.abc import Sequence

import httpx
import pytest
from fastapi import FastAPI

from agent.visits import NotAgreed, Unplaced, View
from channels.chat.desk import Desk
from channels.chat.visits import visits_router
from tests.channels.conftest import Visitor

VIEW = {"id": "v1", "page": "https://acme.example/pricing", "seconds": 12, "ago": 3}


class Kept:
    """agent.visits.Visits in memory."""

    def __init__(self) -> None:
        self.agreed: dict[str, bool] = {}
        self.views: list[View] = []
        self.placed = True

    async def agree(self, conversation: str, *, agreed: bool) -> None:
        self.agreed[conversation] = agreed

    async def record(self, conversation: str, views: Sequence[View]) -> int:
        if not self.agreed.get(conversation):
            raise NotAgreed(conversation)
        if not self.placed:
            raise Unplaced(conversation)
        self.views += views
        return len(views)


@pytest.fixture
def kept(app: FastAPI, desk: Desk) -> Kept:
    kept = Kept()
    app.include_router(visits_router(desk, kept))
    return kept


async def agree(
    visitor: Visitor, headers: dict[str, str] | None = None, *, page_views: bool = True
) -> httpx.Response:
    return await visitor.client.put(
        "/chat/events/consent",
        json={"page_views": page_views},
        headers=visitor.headers | (headers or {}),
    )


async def tell(visitor: Visitor, *views: object, **headers: str) -> httpx.Response:
    return await visitor.client.post(
        "/chat/events/views",
        json={"views": views or [VIEW]},
        headers=visitor.headers | headers,
    )


async def test_visits_are_taken_after_consent(visitor: Visitor, kept: Kept) -> None:
    assert (await agree(visitor)).status_code == 204
    told = await tell(visitor)
    assert (told.status_code, told.json()) == (202, {"recorded": 1})
    (view,) = kept.views
    assert (view.id, view.page, view.seconds, view.ago.seconds) == ("v1", VIEW["page"], 12, 3)


async def test_without_consent_or_after_it_was_taken_back_it_is_a_403(
    visitor: Visitor, kept: Kept
) -> None:
    refused = await tell(visitor)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:banter:problem:no-consent")
    await agree(visitor)
    await agree(visitor, page_views=False)
    assert (await tell(visitor)).status_code == 403
    assert kept.views == []


@pytest.mark.parametrize("header", ["Sec-GPC", "DNT"])
async def test_a_browser_that_asks_for_peace_has_it(
    visitor: Visitor, kept: Kept, header: str
) -> None:
    await agree(visitor, {header: "1"})
    assert kept.agreed == {visitor.session: False}
    await agree(visitor)
    assert (await tell(visitor, **{header: "1"})).json() == {"recorded": 0}
    assert kept.views == []
    assert (await tell(visitor, **{header: "0"})).json() == {"recorded": 1}


async def test_while_the_script_is_not_known_it_is_a_409(visitor: Visitor, kept: Kept) -> None:
    await agree(visitor)
    kept.placed = False
    told = await tell(visitor)
    assert (told.status_code, told.json()["type"]) == (409, "urn:banter:problem:unplaced")


@pytest.mark.parametrize(
    "view",
    [
        {**VIEW, "seconds": -1},
        {**VIEW, "seconds": 86_401},
        {**VIEW, "ago": 31 * 86_400},
        {**VIEW, "page": ""},
        {**VIEW, "page": "x" * 2001},
        {**VIEW, "id": "x\x00"},
        {**VIEW, "score": 100},
    ],
)
async def test_what_is_no_visit_is_not_taken(
    visitor: Visitor, kept: Kept, view: dict[str, object]
) -> None:
    await agree(visitor)
    assert (await tell(visitor, VIEW, view)).status_code == 422
    assert kept.views == []


async def test_only_the_visitor_speaks_for_the_visitor(visitor: Visitor, kept: Kept) -> None:
    nobody = await visitor.client.post("/chat/events/views", json={"views": [VIEW]})
    forged = {"Authorization": "Bearer made-up"}
    stranger = await visitor.client.put(
        "/chat/events/consent", json={"page_views": True}, headers=forged
    )
    assert (nobody.status_code, stranger.status_code) == (401, 401)
    assert kept.agreed == {}
