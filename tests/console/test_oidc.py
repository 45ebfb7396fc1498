"""console.oidc: whom the firm's sign-on vouches for comes in, and nobody else."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from joserfc.jwk import ECKey, OctKey, RSAKey

from console.accounts_own import account_router
from console.login import login_router
from console.oidc import SignOn
from console.oidc_pages import oidc_router
from console.oidc_provider import Provider
from console.oidc_settings import OidcSettings
from storage.audit import Sought
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm
from tests.fakes.oidc import CLIENT, ISSUER, SECRET, FakeProvider

CONFIGURED = Provider(
    name="Acme ID",
    issuer=ISSUER,
    client_id=CLIENT,
    client_secret=SECRET,
    scopes="openid email profile",
    domains=frozenset(),
    role_claim="",
    roles={},
    default_role="sales",
)


PARTS = (login_router, oidc_router, account_router)


@pytest.fixture
def provider(firm: Firm) -> FakeProvider:
    return FakeProvider(firm.clock)


class Door:
    """A browser at a console that has a sign-on."""

    def __init__(self, firm: Firm, provider: FakeProvider, configured: Provider) -> None:
        firm.sign_on = SignOn(
            configured,
            "a secret of the tests",
            firm.clock,
            "http://console.test",
            provider.client,
        )
        self.provider = provider
        self.firm = firm
        self.browser = Browser(firm.app(*PARTS))

    async def leave(self, then: str = "/console/account") -> str:
        """To the provider: its address."""
        response = await self.browser.client.get("/console/sso", params={"next": then})
        assert response.status_code == 303
        return str(response.headers["location"])

    async def come_back(self, answer: dict[str, str]) -> httpx.Response:
        """What the provider sends the browser back with."""
        return await self.browser.see(f"/console/sso/callback?{urlencode(answer)}")

    async def sign_on(self) -> httpx.Response:
        """There and back."""
        return await self.come_back(self.provider.authorise(await self.leave()))

    async def is_in(self) -> bool:
        """Whether the console opens."""
        return (await self.browser.see("/console/account")).status_code == 200


@pytest.fixture
async def door(firm: Firm, provider: FakeProvider) -> AsyncIterator[Door]:
    made = Door(firm, provider, CONFIGURED)
    yield made
    await made.browser.client.aclose()


class TestComingIn:
    async def test_somebody_new_comes_in_with_the_role_of_new_ones(
        self, door: Door, firm: Firm
    ) -> None:
        response = await door.sign_on()
        assert (response.status_code, response.headers["location"]) == (303, "/console/account")
        assert await door.is_in()
        eva = await firm.users.get("eva@acme.example")
        assert eva is not None
        assert (eva.role, eva.name, eva.has_password) == ("sales", "Eva Gil", False)
        assert await firm.users.verify("eva@acme.example", "") is None

    async def test_who_is_a_user_already_is_found_by_address_once_then_by_subject(
        self, door: Door, provider: FakeProvider, firm: Firm
    ) -> None:
        before = await firm.users.add("eva@acme.example", None, "auditor")
        await door.sign_on()
        assert await firm.users.by_subject(f"{ISSUER}|248289761001") == before
        provider.claims["email"] = "eva.gil@acme.example"
        await door.sign_on()
        assert await firm.users.get("eva.gil@acme.example") is None
        assert [one.email for one in await firm.users.all()] == ["eva@acme.example"]

    async def test_the_way_leads_on_to_the_page_they_wanted_and_never_elsewhere(
        self, door: Door, provider: FakeProvider
    ) -> None:
        for then, expected in (
            ("/console/account", "/console/account"),
            ("https://evil.example", "/console"),
        ):
            response = await door.come_back(provider.authorise(await door.leave(then)))
            assert response.headers["location"] == expected

    async def test_what_is_asked_for_has_state_nonce_and_proof_key(self, door: Door) -> None:
        address = await door.leave()
        assert address.startswith(f"{ISSUER}/authorize?")
        query = urlsplit(address).query
        for part in ("state=", "nonce=", "code_challenge=", "code_challenge_method=S256"):
            assert part in query
        assert SECRET not in address

    async def test_a_provider_that_takes_no_header_gets_the_secret_in_the_form(
        self, door: Door, provider: FakeProvider
    ) -> None:
        provider.ways = ("client_secret_post",)
        assert (await door.sign_on()).status_code == 303

    async def test_an_elliptic_key_signs_too(self, door: Door, provider: FakeProvider) -> None:
        provider.key = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})
        provider.algorithm = "ES256"
        assert (await door.sign_on()).status_code == 303

    async def test_what_only_userinfo_tells_is_asked_there(
        self, door: Door, provider: FakeProvider
    ) -> None:
        provider.in_userinfo = ("email", "email_verified", "name")
        assert (await door.sign_on()).status_code == 303

    async def test_it_is_in_the_log(self, door: Door, firm: Firm) -> None:
        await door.sign_on()
        (entry,) = (await firm.audit.entries(Sought(action="session.begun"), 5)).items
        assert entry.details == {"how": "sso"}


class TestKeysOfTheProvider:
    async def test_are_kept_and_fetched_again_when_they_change(
        self, door: Door, provider: FakeProvider, firm: Firm
    ) -> None:
        await door.sign_on()
        await door.sign_on()
        assert provider.asked.count("/keys") == 1
        firm.clock.pass_by(minutes=2)
        provider.rotate()
        assert (await door.sign_on()).status_code == 303
        assert provider.asked.count("/keys") == 2

    async def test_are_not_fetched_for_every_token_that_names_an_unknown_one(
        self, door: Door, provider: FakeProvider, firm: Firm
    ) -> None:
        await door.sign_on()
        firm.clock.pass_by(minutes=2)
        provider.signing_key = RSAKey.generate_key(2048, {"kid": "unknown"})
        provider.token_header = {"kid": "unknown"}
        for _ in range(5):
            assert (await door.sign_on()).status_code == 401
        assert provider.asked.count("/keys") == 2


class TestWhatIsNotTrusted:
    @pytest.mark.parametrize(
        "told",
        [
            {"iss": "https://evil.example"},
            {"aud": "another client"},
            {"aud": [CLIENT, "another"], "azp": "another"},
            {"aud": [CLIENT, "another"]},
            {"nonce": "of another sign-on"},
            {"nonce": None},
            {"exp": 1},
            {"exp": None},
            {"iat": 4_000_000_000},
            {"sub": None},
            {"email": None},
            {"email_verified": False},
            {"at_hash": "of another token"},
        ],
    )
    async def test_a_token_that_says_something_else(
        self, door: Door, provider: FakeProvider, told: dict[str, Any]
    ) -> None:
        provider.token_claims = told
        response = await door.sign_on()
        assert response.status_code == 401
        assert not await door.is_in()

    async def test_a_token_that_another_key_signed_under_the_same_name(
        self, door: Door, provider: FakeProvider
    ) -> None:
        provider.signing_key = RSAKey.generate_key(2048, {"kid": "first"})
        assert (await door.sign_on()).status_code == 401

    async def test_a_token_signed_with_a_secret_that_many_know(
        self, door: Door, provider: FakeProvider
    ) -> None:
        provider.algorithm = "HS256"
        provider.signing_key = OctKey.import_key(SECRET)
        assert (await door.sign_on()).status_code == 401

    async def test_a_token_that_nobody_signed(
        self, door: Door, provider: FakeProvider, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = await door.leave()
        answer = provider.authorise(address)
        grant = provider.codes[answer["code"]]
        now = int(provider.clock.now().timestamp())
        parts = (
            {"alg": "none"},
            {
                "iss": ISSUER,
                "aud": CLIENT,
                "iat": now,
                "exp": now + 300,
                "nonce": grant.nonce,
                **provider.claims,
            },
        )
        encoded = [
            urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts
        ]
        token = ".".join([*encoded, ""])
        monkeypatch.setattr(
            FakeProvider,
            "_token",
            lambda *_: httpx.Response(200, json={"id_token": token, "access_token": "x"}),
        )
        assert (await door.come_back(answer)).status_code == 401

    async def test_userinfo_of_somebody_else(self, door: Door, provider: FakeProvider) -> None:
        provider.in_userinfo = ("email",)
        provider.userinfo_subject = "another"
        assert (await door.sign_on()).status_code == 401

    async def test_a_state_that_this_browser_did_not_begin(
        self, door: Door, provider: FakeProvider
    ) -> None:
        answer = provider.authorise(await door.leave())
        assert (await door.come_back({**answer, "state": "x"})).status_code == 401
        assert not await door.is_in()
        answer = provider.authorise(await door.leave())
        await door.leave()
        assert (await door.come_back(answer)).status_code == 401

    async def test_a_sign_on_that_somebody_else_began(
        self, door: Door, provider: FakeProvider
    ) -> None:
        answer = provider.authorise(await door.leave())
        victim = Browser(door.browser.app, "198.51.100.9")
        async with victim.client:
            response = await victim.see(f"/console/sso/callback?{urlencode(answer)}")
            assert response.status_code == 401
            assert (await victim.see("/console/account")).status_code == 303

    async def test_an_answer_that_comes_twice(self, door: Door, provider: FakeProvider) -> None:
        answer = provider.authorise(await door.leave())
        assert (await door.come_back(answer)).status_code == 303
        await door.browser.see("/console/account")
        await door.browser.send("/console/logout")
        assert (await door.come_back(answer)).status_code == 401
        assert not await door.is_in()

    async def test_an_answer_of_another_issuer(self, door: Door, provider: FakeProvider) -> None:
        answer = provider.authorise(await door.leave())
        answer["iss"] = "https://evil.example"
        assert (await door.come_back(answer)).status_code == 401

    async def test_an_answer_that_took_too_long(
        self, door: Door, provider: FakeProvider, firm: Firm
    ) -> None:
        answer = provider.authorise(await door.leave())
        firm.clock.pass_by(minutes=11)
        assert (await door.come_back(answer)).status_code == 401

    async def test_an_answer_that_says_no(self, door: Door) -> None:
        await door.leave()
        response = await door.come_back({"error": "access_denied", "state": "x"})
        assert response.status_code == 401
        assert "Acme ID did not work" in response.text

    async def test_a_provider_that_is_away_or_calls_itself_otherwise(
        self, door: Door, provider: FakeProvider
    ) -> None:
        provider.issuer = "https://evil.example"
        response = await door.browser.see("/console/sso")
        assert response.status_code == 502
        provider.down = True
        response = await door.browser.see("/console/sso")
        assert response.status_code == 502
        assert "Acme ID does not answer" in response.text


class TestWhoMayComeIn:
    async def enter(self, firm: Firm, provider: FakeProvider, **changes: Any) -> int:
        """There and back, with another configuration."""
        door = Door(firm, provider, replace(CONFIGURED, **changes))
        async with door.browser.client:
            return (await door.sign_on()).status_code

    async def test_only_addresses_of_the_domains_that_are_let_in(
        self, firm: Firm, provider: FakeProvider
    ) -> None:
        assert await self.enter(firm, provider, domains=frozenset({"other.example"})) == 403
        assert await self.enter(firm, provider, domains=frozenset({"acme.example"})) == 303
        provider.claims |= {"sub": "2", "email": "eva@notacme.example"}
        assert await self.enter(firm, provider, domains=frozenset({"acme.example"})) == 403

    async def test_nobody_new_where_admins_add_people(
        self, firm: Firm, provider: FakeProvider
    ) -> None:
        assert await self.enter(firm, provider, default_role=None) == 403
        assert await firm.users.all() == ()
        await firm.users.add("eva@acme.example", None, "sales")
        assert await self.enter(firm, provider, default_role=None) == 303

    async def test_the_claim_decides_on_the_role_each_time_and_the_strongest_counts(
        self, firm: Firm, provider: FakeProvider
    ) -> None:
        by_claim: dict[str, Any] = {
            "role_claim": "groups",
            "roles": {"crm-admins": "admin", "crm-sales": "sales"},
            "default_role": None,
        }
        await firm.users.add(EMAIL, PASSWORD, "admin")
        for groups, status, role in (
            (["crm-sales", "crm-admins", {"not": "a name"}], 303, "admin"),
            ("crm-sales", 303, "sales"),
            (["others"], 403, "sales"),
            (None, 403, "sales"),
        ):
            provider.claims["groups"] = groups
            assert await self.enter(firm, provider, **by_claim) == status
            eva = await firm.users.get("eva@acme.example")
            assert eva is not None
            assert eva.role == role

    async def test_no_last_admin_goes_by_a_claim(self, firm: Firm, provider: FakeProvider) -> None:
        await firm.users.add("eva@acme.example", None, "admin")
        provider.claims["groups"] = ["crm-sales"]
        by_claim: dict[str, Any] = {"role_claim": "groups", "roles": {"crm-sales": "sales"}}
        assert await self.enter(firm, provider, **by_claim) == 303
        eva = await firm.users.get("eva@acme.example")
        assert eva is not None
        assert eva.role == "admin"

    async def test_nobody_whose_account_is_closed(self, firm: Firm, provider: FakeProvider) -> None:
        await firm.users.add(EMAIL, PASSWORD, "admin")
        assert await self.enter(firm, provider) == 303
        eva = await firm.users.get("eva@acme.example")
        assert eva is not None
        await firm.users.deactivate(eva.id)
        assert await self.enter(firm, provider) == 403

    async def test_nobody_takes_over_the_address_of_another_account_of_the_sign_on(
        self, firm: Firm, provider: FakeProvider
    ) -> None:
        assert await self.enter(firm, provider) == 303
        provider.claims["sub"] = "somebody else"
        assert await self.enter(firm, provider) == 403


class TestWithoutPasswords:
    async def test_the_login_offers_the_sign_on_alone(self, door: Door, firm: Firm) -> None:
        firm.passwords = False
        await firm.users.add(EMAIL, PASSWORD)
        browser = Browser(firm.app(*PARTS))
        async with browser.client:
            page = (await browser.see("/console/login")).text
            assert "Sign in with Acme ID" in page
            assert 'type="password"' not in page
            token = (await door.browser.see("/console/login")).text
            assert 'type="password"' in token
            door.browser.client.cookies.clear()
            response = await browser.client.post(
                "/console/login", data={"email": EMAIL, "password": PASSWORD, "token": "x"}
            )
            assert response.status_code == 403
            assert "set-cookie" in response.headers
            assert (await browser.see("/console/account")).status_code == 303

    async def test_a_right_password_opens_nothing(self, door: Door, firm: Firm) -> None:
        await firm.users.add(EMAIL, PASSWORD)
        page = (await door.browser.see("/console/login")).text
        token = page.split('name="token" value="')[1].split('"')[0]
        firm.passwords = False
        closed = Browser(firm.app(*PARTS))
        closed.client.cookies = door.browser.client.cookies
        async with closed.client:
            form = {"email": EMAIL, "password": PASSWORD, "token": token}
            response = await closed.client.post("/console/login", data=form)
            assert response.status_code == 403
            assert "Passwords are switched off" in response.text

    async def test_no_sign_on_is_offered_where_none_is_set_up(self, firm: Firm) -> None:
        browser = Browser(firm.app(*PARTS))
        async with browser.client:
            assert "/console/sso" not in (await browser.see("/console/login")).text
            assert (await browser.see("/console/sso")).status_code == 404


class TestSettings:
    def made(self, **values: Any) -> OidcSettings:
        """Settings that nobody reads from the environment."""
        return OidcSettings(_env_file=None, **values)

    def test_a_sign_on_is_configured_by_its_issuer_and_our_name_there(self) -> None:
        assert self.made().provider() is None
        provider = self.made(
            oidc_issuer=ISSUER,
            oidc_client_id="x",
            oidc_client_secret="hush",
            oidc_domains="Acme.example, other.example",
            oidc_role_claim="groups",
            oidc_roles="admin=crm-admins, sales=crm=sales",
        ).provider()
        assert provider is not None
        assert provider.domains == {"acme.example", "other.example"}
        assert provider.roles == {"crm-admins": "admin", "crm=sales": "sales"}
        assert "hush" not in repr(provider)

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"oidc_issuer": ISSUER}, "OIDC_CLIENT_ID"),
            ({"oidc_issuer": "http://id.example", "oidc_client_id": "x"}, "https"),
            ({"oidc_issuer": ISSUER, "oidc_client_id": "x", "oidc_scopes": "email"}, "openid"),
            ({"oidc_roles": "admin=x"}, "OIDC_ROLE_CLAIM"),
            ({"oidc_role_claim": "g", "oidc_roles": "boss=x"}, "role=value"),
            ({"oidc_default_role": "boss"}, "OIDC_DEFAULT_ROLE"),
            ({"local_passwords": False}, "no way in"),
        ],
    )
    def test_what_cannot_work_is_told(self, values: dict[str, Any], said: str) -> None:
        with pytest.raises(ValueError, match=said):
            self.made(**values)
