"""channels.chat.farewell_routes: the visitor ends the chat, says how it was, has it sent."""

from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from channels.chat.desk import Desk
from channels.chat.farewell_routes import farewell_router
from channels.chat.lobby import Lobby
from channels.problems import answer_with_problems
from qualification.answers import Answer
from qualification.values import Contact
from tests.channels.conftest import Visitor
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor
from tests.fakes.widgets import FakeWidgets


@pytest.fixture
def reachable(visitor: Visitor, conductor: FakeConductor, clock: FakeClock) -> Visitor:
    """A visitor whose e-mail is known."""
    known = conductor.conversations[visitor.session]
    email = Answer("email", Contact("email", "ana@acme.example"), clock.now(), None, "prefill")
    known.dialogue = replace(known.dialogue, sheet=known.dialogue.sheet.with_answer(email))
    return visitor


async def test_who_has_ended_it_is_not_written_to_unasked(
    visitor: Visitor, conductor: FakeConductor
) -> None:
    response = await visitor.client.post("/chat/end", headers=visitor.headers)
    assert response.status_code == 204
    assert conductor.conversations[visitor.session].dialogue.left_alone == "visitor"


async def test_the_stars_are_one_to_five(visitor: Visitor, widgets: FakeWidgets) -> None:
    for stars, status in [(0, 422), (6, 422), (4, 204)]:
        response = await visitor.client.put(
            "/chat/rating", json={"stars": stars, "comment": " fine\x00 "}, headers=visitor.headers
        )
        assert response.status_code == status
    assert widgets.ratings == {visitor.session: (4, "fine")}


class TestTheTranscript:
    async def test_goes_to_the_address_that_is_known(
        self, reachable: Visitor, widgets: FakeWidgets
    ) -> None:
        response = await reachable.client.post("/chat/transcript", headers=reachable.headers)
        assert response.status_code == 204
        assert widgets.letters == [reachable.session]

    async def test_needs_one(self, visitor: Visitor, widgets: FakeWidgets) -> None:
        response = await visitor.client.post("/chat/transcript", headers=visitor.headers)
        assert response.status_code == 409
        assert response.json()["type"] == "urn:banter:problem:no-email"
        assert widgets.letters == []

    async def test_fills_nobodys_mailbox(self, reachable: Visitor, widgets: FakeWidgets) -> None:
        for _ in range(4):
            last = await reachable.client.post("/chat/transcript", headers=reachable.headers)
        assert last.status_code == 429
        assert len(widgets.letters) == 3

    async def test_that_could_not_be_sent_says_so(
        self, reachable: Visitor, widgets: FakeWidgets
    ) -> None:
        widgets.mail_works = False
        response = await reachable.client.post("/chat/transcript", headers=reachable.headers)
        assert response.status_code == 503

    async def test_without_a_mail_server_there_is_none(
        self, reachable: Visitor, desk: Desk, lobby: Lobby
    ) -> None:
        app = FastAPI()
        answer_with_problems(app)
        app.include_router(farewell_router(desk, replace(lobby, post=None)))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            response = await client.post("/chat/transcript", headers=reachable.headers)
        assert response.status_code == 501
