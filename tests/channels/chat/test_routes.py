"""channels.chat.routes: the plain HTTP side."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI

from channels.chat.desk import Desk
from channels.chat.sessions import Sessions
from qualification.script import Script
from tests.channels.conftest import SECRET, Visitor
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor


class TestOpeningASession:
    async def test_it_comes_with_a_token_and_the_greeting_in_the_scripts_first_language(
        self, client: httpx.AsyncClient
    ) -> None:
        response = await client.post("/chat/sessions", json={"script": "crm-suite"})
        assert response.status_code == 201
        session = response.json()
        assert session.pop("token").startswith("conversation-1.")
        assert session == {
            "session": "conversation-1",
            "script": "crm-suite",
            "language": "es",
            "phase": "open",
            "messages": [
                {
                    "seq": 1,
                    "id": "conversation-1-m1",
                    "author": "agent",
                    "text": "Soy Lucía, la asistente virtual de Acme.",
                    "at": "2026-03-02T09:00:00Z",
                }
            ],
            "choices": [],
        }

    async def test_without_a_script_it_is_chosen_by_the_page(
        self, client: httpx.AsyncClient, conductor: FakeConductor, script: Script
    ) -> None:
        works = script.model_copy(update={"script": "works", "pages": ("/es/works/**",)})
        conductor.publish(works)
        new = {"page": "https://acme.example/es/works/kitchens?from=ad"}
        session = (await client.post("/chat/sessions", json=new)).json()
        assert (session["script"], session["choices"]) == ("works", [])

    async def test_where_the_page_shows_nothing_the_visitor_may_choose(
        self, client: httpx.AsyncClient, conductor: FakeConductor, script: Script
    ) -> None:
        conductor.publish(script.model_copy(update={"script": "works", "title": "Works"}))
        session = (await client.post("/chat/sessions", json={"language": "en"})).json()
        assert session["script"] == "reception"
        assert session["choices"] == ['CRM <Suite> & "friends"', "Works"]
        headers = {"Authorization": f"Bearer {session['token']}"}
        missed = (await client.get("/chat/messages", headers=headers)).json()
        assert missed["choices"] == session["choices"]

    async def test_the_visitors_language_and_page_are_passed_on(
        self, client: httpx.AsyncClient, conductor: FakeConductor
    ) -> None:
        new = {"script": "crm-suite", "language": "en", "page": "https://acme.example/prices"}
        session = (await client.post("/chat/sessions", json=new)).json()
        assert session["messages"][0]["text"] == "I'm Lucía, Acme's AI assistant."
        assert conductor.conversations[session["session"]].source == "https://acme.example/prices"

    @pytest.mark.parametrize(
        ("behind", "source"),
        [
            ("?email=zoe@x.example&token=abc#frag", "https://acme.example/prices"),
            ("?email=zoe@x.example&utm_source=Ads&utm_medium=cpc&gclid=x", "ads / cpc"),
        ],
    )
    async def test_of_the_pages_address_nothing_personal_is_the_source(
        self, client: httpx.AsyncClient, conductor: FakeConductor, behind: str, source: str
    ) -> None:
        new = {"script": "crm-suite", "page": f"https://acme.example/prices{behind}"}
        session = (await client.post("/chat/sessions", json=new)).json()
        assert conductor.conversations[session["session"]].source == source

    async def test_an_unknown_script_is_a_404_that_names_it(
        self, client: httpx.AsyncClient
    ) -> None:
        response = await client.post("/chat/sessions", json={"script": "nope"})
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json() == {
            "type": "urn:banter:problem:unknown-script",
            "title": "Not Found",
            "status": 404,
            "detail": "No script 'nope' is published.",
        }

    @pytest.mark.parametrize(
        ("new", "field"),
        [
            ({"script": 7}, "body.script"),
            ({"script": "crm-suite", "language": "fr"}, "body.language"),
            ({"script": "crm-suite", "score": 100}, "body.score"),
            ({"script": "crm-suite", "page": "x" * 2001}, "body.page"),
            ({"script": "crm-suite", "page": "x\x00"}, "body.page"),
            ({"script": "crm\x00"}, "body.script"),
        ],
    )
    async def test_fields_that_are_wrong_are_named(
        self, client: httpx.AsyncClient, new: dict[str, object], field: str
    ) -> None:
        response = await client.post("/chat/sessions", json=new)
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"
        assert [error["field"] for error in response.json()["errors"]] == [field]

    async def test_an_address_that_opens_too_many_is_told_when_to_come_back(
        self, client: httpx.AsyncClient, clock: FakeClock
    ) -> None:
        for _ in range(3):
            opened = await client.post("/chat/sessions", json={"script": "crm-suite"})
            assert opened.status_code == 201
        refused = await client.post("/chat/sessions", json={"script": "crm-suite"})
        assert refused.status_code == 429
        assert refused.json()["type"] == "urn:banter:problem:rate-limited"
        clock.pass_by(seconds=int(refused.headers["retry-after"]))
        again = await client.post("/chat/sessions", json={"script": "crm-suite"})
        assert again.status_code == 201

    async def test_a_database_that_is_away_is_a_503_with_a_time_to_retry(
        self, client: httpx.AsyncClient, conductor: FakeConductor
    ) -> None:
        conductor.away = True
        response = await client.post("/chat/sessions", json={"script": "crm-suite"})
        assert response.status_code == 503
        assert int(response.headers["retry-after"]) > 0
        assert response.json()["type"] == "urn:banter:problem:unavailable"


class TestSendingAMessage:
    async def test_the_reply_has_the_words_and_the_state_and_nothing_of_the_verdict(
        self, visitor: Visitor
    ) -> None:
        response = await visitor.say("We need a CRM")
        assert response.status_code == 200
        assert response.json() == {
            "reply": "Tell me more.",
            "phase": "open",
            "asked": "need",
            "language": "es",
            "seq": 2,
            "messages": [
                {
                    "seq": 3,
                    "id": "conversation-1-m3",
                    "author": "agent",
                    "text": "Tell me more.",
                    "at": "2026-03-02T09:00:00Z",
                }
            ],
            "choices": [],
        }

    async def test_the_same_client_id_twice_is_one_message_with_one_reply(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        first, second = await asyncio.gather(visitor.say("Hi", "a"), visitor.say("Hi", "a"))
        third = await visitor.say("Hi", "a")
        assert first.json() == second.json() == third.json()
        assert len(conductor.conversations[visitor.session].messages) == 3

    async def test_a_new_client_id_is_a_new_message(self, visitor: Visitor) -> None:
        await visitor.say("Hi", "a")
        assert (await visitor.say("Hi", "b")).json()["seq"] == 4

    async def test_the_same_client_id_in_another_session_is_another_message(
        self, visitor: Visitor, client: httpx.AsyncClient
    ) -> None:
        await visitor.say("Hi", "a")
        other = (await client.post("/chat/sessions", json={"script": "crm-suite"})).json()
        reply = await Visitor(client, other["session"], other["token"]).say("Hi", "a")
        assert reply.json()["messages"][0]["id"] == f"{other['session']}-m3"

    async def test_control_characters_are_removed_and_everything_else_is_kept(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        await visitor.say("  a\x00b\x1b[31m\r\nc\td \u202eRTL مرحبا 👩‍👩‍👧 <b>&amp;</b>\x07  ")
        stored = conductor.conversations[visitor.session].messages[1].text
        assert stored == "ab[31m\nc\td \u202eRTL مرحبا 👩‍👩‍👧 <b>&amp;</b>"

    @pytest.mark.parametrize("text", ["", "   \n\t ", "\x00\x01"])
    async def test_an_empty_message_is_a_422_and_leaves_nothing(
        self, visitor: Visitor, conductor: FakeConductor, text: str
    ) -> None:
        response = await visitor.say(text)
        assert response.status_code == 422
        assert response.json()["type"] == "urn:banter:problem:empty"
        assert len(conductor.conversations[visitor.session].messages) == 1

    async def test_twenty_thousand_characters_are_taken_whole(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        assert (await visitor.say("🙂" * 20_000)).status_code == 200
        assert len(conductor.conversations[visitor.session].messages[1].text) == 20_000

    @pytest.mark.parametrize("length", [20_001, 2_000_000])
    async def test_a_longer_one_is_a_413_and_is_not_cut(
        self, visitor: Visitor, conductor: FakeConductor, length: int
    ) -> None:
        response = await visitor.say("x" * length)
        assert response.status_code == 413
        assert response.headers["content-type"] == "application/problem+json"
        assert len(conductor.conversations[visitor.session].messages) == 1

    @pytest.mark.parametrize(
        "body",
        [
            b"{",
            b"null",
            b'{"client_id": "a"}',
            b'{"client_id": "", "text": "x"}',
            b'{"client_id": "a\\u0000b", "text": "x"}',
            b'{"client_id": "\\ud800", "text": "x"}',
            b'{"client_id": "a", "text": 5}',
            b'{"client_id": "a", "text": "x", "verdict": "qualified"}',
        ],
    )
    async def test_a_body_that_is_not_the_documented_one_is_a_422(
        self, visitor: Visitor, body: bytes
    ) -> None:
        headers = visitor.headers | {"Content-Type": "application/json"}
        response = await visitor.client.post("/chat/messages", content=body, headers=headers)
        assert response.status_code == 422
        assert response.json()["type"] == "urn:banter:problem:invalid"

    async def test_a_session_that_writes_too_fast_is_told_when_to_come_back(
        self, visitor: Visitor, clock: FakeClock
    ) -> None:
        for number in range(5):
            assert (await visitor.say("Hi", f"c{number}")).status_code == 200
        refused = await visitor.say("Hi", "c5")
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == "2"
        clock.pass_by(seconds=2)
        assert (await visitor.say("Hi", "c5")).status_code == 200

    async def test_an_address_with_many_sessions_has_a_limit_too(
        self, client: httpx.AsyncClient, desk: Desk
    ) -> None:
        statuses = []
        for _ in range(3):
            session = (await client.post("/chat/sessions", json={"script": "crm-suite"})).json()
            visitor = Visitor(client, session["session"], session["token"])
            statuses += [(await visitor.say("Hi", f"c{n}")).status_code for n in range(3)]
        assert statuses == [200] * 8 + [429]
        assert desk.received.value == 8

    async def test_a_message_that_cannot_be_stored_is_a_503_and_may_be_sent_again(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        conductor.away = True
        refused = await visitor.say("Hi")
        assert refused.status_code == 503
        assert "retry-after" in refused.headers
        conductor.away = False
        assert (await visitor.say("Hi")).json()["reply"] == "Tell me more."

    async def test_while_a_person_answers_there_is_no_reply(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        await conductor.take_over(visitor.session, "ana@acme.example")
        reply = (await visitor.say("Hi")).json()
        assert (reply["reply"], reply["phase"], reply["messages"]) == ("", "held", [])


class TestTheToken:
    @pytest.mark.parametrize("token", ["x", "conversation-1", "ñ", "a.b.c", "x" * 5000])
    async def test_a_bad_one_is_a_401(self, visitor: Visitor, token: str) -> None:
        stranger = Visitor(visitor.client, visitor.session, token)
        headers = {b"Authorization": f"Bearer {token}".encode()}
        response = await visitor.client.get("/chat/messages", headers=list(headers.items()))
        assert stranger.session == visitor.session
        assert response.status_code == 401
        assert response.json()["type"] == "urn:banter:problem:bad-token"
        assert response.headers["www-authenticate"] == "Bearer"

    async def test_one_signed_elsewhere_is_a_401(self, visitor: Visitor, clock: FakeClock) -> None:
        foreign = Sessions("another secret", clock).token(visitor.session)
        assert foreign != Sessions(SECRET, clock).token(visitor.session)
        response = await Visitor(visitor.client, visitor.session, foreign).say("Hi")
        assert response.status_code == 401

    async def test_none_at_all_is_a_401_that_says_what_to_send(
        self, client: httpx.AsyncClient
    ) -> None:
        response = await client.get("/chat/messages")
        assert response.status_code == 401
        assert "Authorization: Bearer" in response.json()["detail"]

    async def test_a_year_later_it_is_over(self, visitor: Visitor, clock: FakeClock) -> None:
        clock.pass_by(days=364)
        assert (await visitor.replay()).status_code == 200
        clock.pass_by(days=2)
        assert (await visitor.replay()).status_code == 401

    async def test_of_an_erased_conversation_is_a_404(
        self, visitor: Visitor, conductor: FakeConductor
    ) -> None:
        conductor.conversations.clear()
        assert (await visitor.replay()).status_code == 404
        assert (await visitor.say("Hi")).status_code == 404


class TestReplay:
    async def test_it_gives_what_came_after(self, visitor: Visitor) -> None:
        await visitor.say("Hi")
        replay = (await visitor.replay(after=1)).json()
        assert [message["author"] for message in replay["messages"]] == ["prospect", "agent"]
        assert replay["phase"] == "open"
        assert (await visitor.replay(after=3)).json()["messages"] == []

    async def test_looking_counts_like_writing(self, visitor: Visitor) -> None:
        assert [(await visitor.replay()).status_code for _ in range(6)] == [200] * 5 + [429]
        assert (await visitor.say("Hi")).status_code == 429
        events = await visitor.client.get("/chat/events", headers=visitor.headers)
        assert events.status_code == 429
        assert events.headers["retry-after"] == "2"

    @pytest.mark.parametrize("after", ["-1", "x", "99999999999"])
    async def test_a_sequence_number_that_is_none_is_a_422(
        self, visitor: Visitor, after: str
    ) -> None:
        response = await visitor.client.get(
            f"/chat/messages?after={after}", headers=visitor.headers
        )
        assert response.status_code == 422


class TestTheDocumentation:
    def test_every_route_names_its_problems(self, app: FastAPI) -> None:
        paths = app.openapi()["paths"]
        for path, method, statuses in [
            ("/chat/sessions", "post", {"201", "403", "404", "413", "422", "429", "503"}),
            ("/chat/messages", "post", {"200", "401", "404", "413", "422", "429", "503"}),
            ("/chat/messages", "get", {"200", "401", "404", "422", "429", "503"}),
            ("/chat/events", "get", {"200", "401", "404", "422", "429", "503"}),
        ]:
            responses = paths[path][method]["responses"]
            assert set(responses) == statuses
            for status in statuses - {"200", "201"}:
                assert list(responses[status]["content"]) == ["application/problem+json"]

    def test_no_field_of_it_is_for_sales_only(self, app: FastAPI) -> None:
        schemas = app.openapi()["components"]["schemas"]
        names = {name for schema in schemas.values() for name in schema.get("properties", {})}
        assert names.isdisjoint({"verdict", "score", "tier", "quote", "outcome", "answers"})
