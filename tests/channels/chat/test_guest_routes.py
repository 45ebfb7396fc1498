"""channels.chat.guest_routes and lobby: who a visitor is, told by the site, the page, or a form."""

from typing import Any

import httpx
import jwt
import pytest

from agent.widget import FormField, Identity, Widget
from qualification.values import Contact, ContactKind, Json, Language
from tests.channels.conftest import Visitor
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor
from tests.fakes.widgets import FakeWidgets

SECRET = "a secret that the site and we share, long enough"
BEFORE = "the secret before that one, which is long enough too"


@pytest.fixture
def shared(widgets: FakeWidgets) -> FakeWidgets:
    """The site and we share a secret."""
    widgets.known_secrets["default"] = SECRET, BEFORE
    return widgets


def token_of(clock: FakeClock, secret: str = SECRET, **claims: Any) -> str:
    """What the site's server makes."""
    told = {"sub": "u7", "exp": clock.now().timestamp() + 600, **claims}
    known = {name: value for name, value in told.items() if value is not None}
    return jwt.encode(known, secret, algorithm="HS256")


async def opened(client: httpx.AsyncClient, **more: Any) -> httpx.Response:
    return await client.post("/chat/sessions", json={"script": "crm-suite", **more})


class TestTheSiteVouches:
    async def test_for_somebody_from_the_beginning(
        self,
        client: httpx.AsyncClient,
        shared: FakeWidgets,
        conductor: FakeConductor,
        clock: FakeClock,
    ) -> None:
        told: dict[str, Json] = {"company_size": 40, "plan": "pro"}
        token = token_of(
            clock, email="Ana@Acme.example", name="Ana López", aud="default", attributes=told
        )
        session = (await opened(client, identity=token)).json()
        kept = shared.identities[session["session"]]
        contact: dict[ContactKind, str] = {"email": "ana@acme.example", "name": "Ana López"}
        assert kept == ("default", Identity("u7", contact, told))
        sheet = conductor.conversations[session["session"]].dialogue.sheet
        assert sheet.answers["email"].value == Contact("email", "ana@acme.example")
        assert sheet.answers["email"].source == "prefill"
        known = {(one.field, one.value, one.source) for one in sheet.found}
        assert known == {("name", "Ana López", "site"), ("company_size", "40", "site")}

    async def test_in_the_middle_of_a_conversation(
        self, visitor: Visitor, shared: FakeWidgets, clock: FakeClock
    ) -> None:
        token = token_of(clock, BEFORE, phone="+34600111222")
        response = await visitor.client.put(
            "/chat/identity", json={"token": token}, headers=visitor.headers
        )
        assert response.status_code == 204
        conversation, contact, _ = shared.introduced[0]
        assert (conversation, contact) == (visitor.session, {"phone": "+34600111222"})

    @pytest.mark.usefixtures("shared")
    async def test_and_the_conversation_goes_on_on_another_machine(
        self, client: httpx.AsyncClient, clock: FakeClock
    ) -> None:
        first = (await opened(client, identity=token_of(clock))).json()
        again = (await opened(client, identity=token_of(clock))).json()
        assert again["session"] == first["session"]
        assert again["messages"] == first["messages"]
        other = (await opened(client, identity=token_of(clock, sub="u8"))).json()
        assert other["session"] != first["session"]

    @pytest.mark.usefixtures("shared")
    async def test_one_that_they_have_ended_does_not(
        self, client: httpx.AsyncClient, clock: FakeClock
    ) -> None:
        first = (await opened(client, identity=token_of(clock))).json()
        headers = {"Authorization": f"Bearer {first['token']}"}
        assert (await client.post("/chat/end", headers=headers)).status_code == 204
        again = (await opened(client, identity=token_of(clock))).json()
        assert again["session"] != first["session"]

    async def test_never_for_somebody_else_in_the_same_conversation(
        self, visitor: Visitor, shared: FakeWidgets, clock: FakeClock
    ) -> None:
        for subject, status in [("u7", 204), ("u7", 204), ("u8", 409)]:
            body = {"token": token_of(clock, sub=subject)}
            response = await visitor.client.put(
                "/chat/identity", json=body, headers=visitor.headers
            )
            assert response.status_code == status
        assert shared.identities[visitor.session][1].subject == "u7"

    @pytest.mark.parametrize(
        ("claims", "secret", "why"),
        [
            ({}, "a secret that somebody has made up for this", "not signed with the secret"),
            ({"exp": -60}, SECRET, "has expired"),
            ({"exp": 30 * 86_400}, SECRET, "more than a day"),
            ({"exp": None}, SECRET, "no 'exp'"),
            ({"sub": None}, SECRET, "no 'sub'"),
            ({"nbf": 3600}, SECRET, "not good yet"),
            ({"aud": "other"}, SECRET, "`aud` has to be 'default'"),
            ({"attributes": {"deep": {"er": 1}}}, SECRET, "'deep'"),
            ({"name": "x" * 201}, SECRET, "no token of ours"),
        ],
    )
    @pytest.mark.usefixtures("shared")
    async def test_a_token_that_proves_nothing_is_refused(
        self,
        client: httpx.AsyncClient,
        conductor: FakeConductor,
        clock: FakeClock,
        claims: dict[str, Any],
        secret: str,
        why: str,
    ) -> None:
        moments = {
            name: clock.now().timestamp() + value
            for name, value in claims.items()
            if name in ("exp", "nbf") and value is not None
        }
        response = await opened(client, identity=token_of(clock, secret, **{**claims, **moments}))
        assert response.status_code == 403
        assert response.json()["type"] == "urn:banter:problem:bad-identity"
        assert why in response.json()["detail"]
        assert not conductor.conversations

    @pytest.mark.usefixtures("shared")
    async def test_nor_one_without_a_signature_or_with_another_algorithm(
        self, client: httpx.AsyncClient, clock: FakeClock
    ) -> None:
        told = {"sub": "u7", "exp": clock.now().timestamp() + 600}
        unsigned = jwt.encode(told, "", algorithm="none")
        other = jwt.encode(told, SECRET * 2, algorithm="HS512")
        for token in (unsigned, other, "nonsense"):
            assert (await opened(client, identity=token)).status_code == 403

    async def test_where_no_secret_is_shared_nobody_is_believed(
        self, client: httpx.AsyncClient, clock: FakeClock
    ) -> None:
        response = await opened(client, identity=token_of(clock))
        assert (response.status_code, "shares no secret" in response.text) == (403, True)

    async def test_a_chat_may_be_for_them_alone(
        self, client: httpx.AsyncClient, shared: FakeWidgets, clock: FakeClock
    ) -> None:
        shared.put(Widget(identified_only=True))
        stranger = await opened(client)
        assert stranger.json()["type"] == "urn:banter:problem:identity-required"
        assert (await opened(client, identity=token_of(clock))).status_code == 201


class TestTheForm:
    @pytest.fixture
    def asking(self, widgets: FakeWidgets) -> FakeWidgets:
        consent: dict[Language, str] = {"es": "Acepto.", "en": "I agree."}
        fields = (FormField("email", required=True), FormField("name"))
        widgets.put(Widget("shop", fields=fields, consent=consent))
        return widgets

    async def test_what_it_tells_is_known_and_what_was_agreed_to_is_kept(
        self, client: httpx.AsyncClient, asking: FakeWidgets, conductor: FakeConductor
    ) -> None:
        contact = {"email": " ana@acme.example ", "name": ""}
        session = (
            await opened(
                client,
                widget="shop",
                language="en",
                contact=contact,
                consent=True,
                page="https://shop.example/prices?utm_source=ads&email=zoe@x.example",
                timezone="Europe/Madrid",
            )
        ).json()
        conversation = session["session"]
        sheet = conductor.conversations[conversation].dialogue.sheet
        assert {key: one.value for key, one in sheet.answers.items()} == {
            "email": Contact("email", "ana@acme.example")
        }
        assert [(one.field, one.value) for one in sheet.found] == [("time_zone", "Europe/Madrid")]
        assert asking.agreements == [(conversation, "I agree.", "https://shop.example/prices")]

    @pytest.mark.parametrize(
        ("told", "code"),
        [
            ({}, "form-required"),
            ({"contact": {"name": "Ana"}, "consent": True}, "form-required"),
            ({"contact": {"email": "ana@acme.example"}}, "consent-required"),
            ({"contact": {"email": "ana at acme"}, "consent": True}, "bad-email"),
        ],
    )
    @pytest.mark.usefixtures("asking")
    async def test_without_it_no_chat_begins(
        self,
        client: httpx.AsyncClient,
        conductor: FakeConductor,
        told: dict[str, Any],
        code: str,
    ) -> None:
        response = await opened(client, widget="shop", **told)
        assert response.status_code == 422
        assert response.json()["type"] == f"urn:banter:problem:{code}"
        assert not conductor.conversations

    async def test_whom_the_site_vouches_for_fills_in_none(
        self, client: httpx.AsyncClient, asking: FakeWidgets, clock: FakeClock
    ) -> None:
        asking.known_secrets["shop"] = (SECRET,)
        response = await opened(client, widget="shop", identity=token_of(clock))
        assert response.status_code == 201
        assert asking.agreements == []

    async def test_nothing_begins_with_attributes_that_are_none(
        self, client: httpx.AsyncClient, conductor: FakeConductor, widgets: FakeWidgets
    ) -> None:
        assert (await opened(client, attributes={"deep": {"er": 1}})).status_code == 422
        assert not conductor.conversations
        session = (await opened(client, attributes={"plan": "pro"})).json()["session"]
        assert widgets.attributes == {session: {"plan": "pro"}}

    async def test_a_time_zone_that_is_none_is_nothing(
        self, client: httpx.AsyncClient, conductor: FakeConductor
    ) -> None:
        session = (await opened(client, timezone="Mars/Olympus")).json()["session"]
        assert conductor.conversations[session].dialogue.sheet.found == ()

    async def test_a_chat_that_is_not_set_up_is_a_404(self, client: httpx.AsyncClient) -> None:
        assert (await opened(client, widget="nope")).status_code == 404


class TestBesideTheChat:
    async def test_they_leave_a_number(self, visitor: Visitor, widgets: FakeWidgets) -> None:
        response = await visitor.client.put(
            "/chat/contact", json={"phone": "600 111 222"}, headers=visitor.headers
        )
        assert response.status_code == 204
        assert widgets.introduced == [(visitor.session, {"phone": "+34600111222"}, ())]

    @pytest.mark.parametrize(
        ("told", "code"), [({}, "empty"), ({"phone": "no"}, "bad-phone"), ({"email": " "}, "empty")]
    )
    async def test_what_is_no_way_to_be_reached_is_refused(
        self, visitor: Visitor, widgets: FakeWidgets, told: dict[str, str], code: str
    ) -> None:
        response = await visitor.client.put("/chat/contact", json=told, headers=visitor.headers)
        assert response.status_code == 422
        assert response.json()["type"].endswith(code)
        assert widgets.introduced == []

    async def test_the_page_tells_something_of_them(
        self, visitor: Visitor, widgets: FakeWidgets
    ) -> None:
        for told, status in [({"plan": "pro"}, 204), ({"deep": [1]}, 422), ({"x": "y" * 501}, 422)]:
            response = await visitor.client.put(
                "/chat/attributes", json={"attributes": told}, headers=visitor.headers
            )
            assert response.status_code == status
        assert widgets.attributes == {visitor.session: {"plan": "pro"}}

    async def test_all_of_it_asks_for_the_token_and_counts(self, visitor: Visitor) -> None:
        for path in ("/chat/identity", "/chat/attributes", "/chat/contact", "/chat/rating"):
            assert (await visitor.client.put(path, json={})).status_code in (401, 422)
        for _ in range(6):
            last = await visitor.client.put(
                "/chat/contact", json={"name": "Ana"}, headers=visitor.headers
            )
        assert last.status_code == 429
