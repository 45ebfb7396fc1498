"""console.login and console.gate: who gets in."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from console.accounts_own import account_router
from console.lead import lead_router
from console.lead_answering import answering_router
from console.login import login_router
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm

PARTS = (login_router, account_router, lead_router, answering_router)


@pytest.fixture
async def stranger(firm: Firm) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with, at these pages alone."""
    await firm.users.add(EMAIL, PASSWORD)
    browser = Browser(firm.app(*PARTS))
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def attacker(firm: Firm, stranger: Browser) -> AsyncIterator[Browser]:
    """Another browser of the same address, at the same server."""
    browser = Browser(firm.app(*PARTS), "198.51.100.9")
    assert browser.client is not stranger.client
    yield browser
    await browser.client.aclose()


class TestSigningIn:
    async def test_a_stranger_is_sent_to_the_login_and_then_back(self, stranger: Browser) -> None:
        sent_away = await stranger.see("/console/account")
        assert sent_away.status_code == 303
        assert sent_away.headers["location"] == "/console/login?next=%2Fconsole%2Faccount"
        back = await stranger.sign_in(path=sent_away.headers["location"])
        assert (back.status_code, back.headers["location"]) == (303, "/console/account")
        assert (await stranger.see("/console/account")).status_code == 200

    @pytest.mark.parametrize(
        "path",
        [
            "https://evil.example",
            "//evil.example",
            "/console//evil.example",
            "/consoles",
            "/console/\\evil.example",
            "",
        ],
    )
    async def test_nobody_is_sent_elsewhere_afterwards(self, stranger: Browser, path: str) -> None:
        await stranger.see("/console/login")
        response = await stranger.send("/console/login", email=EMAIL, password=PASSWORD, next=path)
        assert response.headers["location"] == "/console"

    async def test_the_address_is_taken_in_any_case(self, stranger: Browser) -> None:
        assert (await stranger.sign_in(email=f" {EMAIL.upper()}")).status_code == 303

    @pytest.mark.parametrize(
        ("email", "password"), [(EMAIL, "wrong"), ("nobody@acme.example", PASSWORD)]
    )
    async def test_wrong_ones_are_told_no_more_than_that(
        self, stranger: Browser, email: str, password: str
    ) -> None:
        response = await stranger.sign_in(email=email, password=password)
        assert response.status_code == 401
        assert "do not go together" in response.text
        assert (await stranger.see("/console/account")).status_code == 303

    async def test_what_was_typed_comes_back_escaped(self, stranger: Browser) -> None:
        response = await stranger.sign_in(email='"><script>alert(1)</script>')
        assert "<script" not in response.text
        assert "&#34;&gt;&lt;script&gt;" in response.text

    async def test_an_incomplete_form_is_a_page_that_says_so(self, stranger: Browser) -> None:
        await stranger.see("/console/login")
        response = await stranger.send("/console/login", email=EMAIL)
        assert response.status_code == 422
        assert "password" in response.text


class TestTheCookie:
    async def test_scripts_and_other_sites_do_not_get_it(self, stranger: Browser) -> None:
        cookie = (await stranger.sign_in()).headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert '"' not in cookie
        assert "Path=/;" in cookie
        assert "Secure" not in cookie

    async def test_over_https_it_never_travels_without(self, firm: Firm) -> None:
        firm.secure = True
        async with Browser(firm.app(*PARTS)).client as client:
            cookie = (await client.get("/console/login")).headers["set-cookie"]
        assert cookie.startswith("__Host-banter=")
        assert "Secure" in cookie.split("; ")

    async def test_it_changes_with_the_login(self, stranger: Browser) -> None:
        ids = []
        for response in (
            await stranger.see("/console/login"),
            await stranger.sign_in(),
            await stranger.sign_in(),
        ):
            cookie = response.headers["set-cookie"]
            ids.append(cookie.removeprefix("banter=").split(".")[0])
        assert len(set(ids)) == 3

    async def test_an_altered_one_is_worth_nothing(self, ana: Browser) -> None:
        value = ana.client.cookies["banter"]
        forged = f"{value[1:9]}{value}"
        ana.client.cookies.clear()
        ana.client.cookies.set("banter", forged)
        assert (await ana.see("/console/account")).status_code == 303

    async def test_it_ends_after_a_working_day(self, ana: Browser, firm: Firm) -> None:
        for _ in range(4):
            firm.clock.pass_by(hours=2, minutes=59)
            assert (await ana.see("/console/account")).status_code == 200
        firm.clock.pass_by(minutes=5)
        assert (await ana.see("/console/account")).status_code == 303

    async def test_it_ends_earlier_when_nobody_uses_it(self, ana: Browser, firm: Firm) -> None:
        firm.clock.pass_by(hours=4)
        assert (await ana.see("/console/account")).status_code == 303

    async def test_a_new_password_ends_it_everywhere(self, ana: Browser, firm: Firm) -> None:
        assert (await ana.see("/console/account")).status_code == 200
        assert await firm.users.set_password(EMAIL, "another password")
        assert (await ana.see("/console/account")).status_code == 303
        await ana.sign_in(password="another password")
        assert (await ana.see("/console/account")).status_code == 200

    async def test_it_says_nothing_of_the_password(self, ana: Browser) -> None:
        assert "argon2" not in ana.client.cookies["banter"]

    async def test_signing_out_ends_it(self, ana: Browser) -> None:
        await ana.see("/console/account")
        assert (await ana.send("/console/logout")).headers["location"] == "/console/login"
        assert (await ana.see("/console/account")).status_code == 303


class TestForms:
    @pytest.mark.parametrize("token", ["x", "ñ"])
    async def test_one_from_elsewhere_is_refused(
        self, ana: Browser, firm: Firm, token: str
    ) -> None:
        lead = await firm.lead()
        response = await ana.client.post(f"/console/leads/{lead}/take-over", data={"token": token})
        assert response.status_code == 403
        assert (await firm.replies.standing(lead)).dialogue.phase == "closed"

    async def test_one_of_another_visit_is_refused(
        self, ana: Browser, attacker: Browser, firm: Firm
    ) -> None:
        lead = await firm.lead()
        page = (await attacker.see("/console/login")).text
        stolen = re.findall(r'name="token" value="([^"]*)"', page)[0]
        response = await ana.client.post(f"/console/leads/{lead}/take-over", data={"token": stolen})
        assert response.status_code == 403

    async def test_a_login_without_its_cookie_is_asked_for_again(self, stranger: Browser) -> None:
        await stranger.see("/console/login")
        stranger.client.cookies.clear()
        response = await stranger.send("/console/login", email=EMAIL, password=PASSWORD)
        assert response.status_code == 403
        assert "set-cookie" in response.headers


class TestWrongPasswords:
    async def test_after_five_the_account_is_closed_to_that_address_for_a_while(
        self, stranger: Browser, firm: Firm
    ) -> None:
        for _ in range(5):
            assert (await stranger.sign_in(password="guess")).status_code == 401
        refused = await stranger.sign_in()
        assert refused.status_code == 429
        assert "wait" in refused.text
        firm.clock.pass_by(seconds=int(refused.headers["retry-after"]))
        assert (await stranger.sign_in()).status_code == 303

    async def test_somebody_elsewhere_can_still_sign_in(self, firm: Firm) -> None:
        await firm.users.add(EMAIL, PASSWORD)
        app = firm.app(*PARTS)
        guesser, owner = Browser(app, "198.51.100.9"), Browser(app, "203.0.113.7")
        async with guesser.client, owner.client:
            for _ in range(8):
                await guesser.sign_in(password="guess")
            assert (await owner.sign_in()).status_code == 303

    async def test_an_address_that_tries_many_accounts_is_slowed_down_too(
        self, stranger: Browser
    ) -> None:
        responses: list[httpx.Response] = [
            await stranger.sign_in(email=f"user{number}@acme.example") for number in range(31)
        ]
        assert [one.status_code for one in responses] == [401] * 30 + [429]


class TestTheDemo:
    async def test_it_says_that_its_data_are_made_up(self, firm: Firm) -> None:
        firm.demo = True
        async with Browser(firm.app(*PARTS)).client as client:
            assert "its data are made up" in (await client.get("/console/login")).text

    async def test_and_only_there(self, stranger: Browser) -> None:
        assert "demo" not in (await stranger.see("/console/login")).text
