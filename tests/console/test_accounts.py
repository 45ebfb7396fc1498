"""The pages of users, keys, the log and one's own account, as an admin and others meet them."""

import re
from collections.abc import AsyncIterator
from html import unescape

import httpx
import pyotp
import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from console.accounts_own import account_router, browser_name, sessions_router
from console.accounts_totp import two_factor_router
from console.accounts_users import user_router, users_router
from console.accounts_welcome import welcome_router
from console.audit_pages import audit_router
from console.keys_pages import keys_router
from console.lead import lead_router
from console.login import login_router
from console.totp_pages import code_router
from storage.access_tables import AuditRow, UserRow
from storage.audit import Entry, Sought
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm

NEW_PASSWORD = "seven green bicycles"
PARTS = (
    login_router,
    code_router,
    welcome_router,
    account_router,
    sessions_router,
    two_factor_router,
    users_router,
    user_router,
    keys_router,
    audit_router,
    lead_router,
)


@pytest.fixture
async def stranger(firm: Firm) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with, at these pages alone."""
    await firm.users.add(EMAIL, PASSWORD)
    browser = Browser(firm.app(*PARTS))
    yield browser
    await browser.client.aclose()


async def entries(firm: Firm, action: str) -> tuple[Entry, ...]:
    """What the log has of one kind, the newest first."""
    return (await firm.audit.entries(Sought(action=action), 50)).items


def shown(page: str, pattern: str) -> str:
    """The first thing on a page that looks like this."""
    found = re.search(pattern, page)
    assert found is not None, pattern
    return unescape(found[1])


async def code_of(firm: Firm, page: str, minutes: float = 0) -> str:
    """What an authenticator app shows for the secret on a page, so many minutes from now."""
    secret = shown(page, r'class="secret">([A-Z2-7 ]+)<').replace(" ", "")
    return pyotp.TOTP(secret).at(firm.clock.now().timestamp() + minutes * 60)


@pytest.fixture
async def other(stranger: Browser) -> AsyncIterator[Browser]:
    """Another browser at the same server as `ana`."""
    browser = Browser(stranger.app, "198.51.100.7")
    yield browser
    await browser.client.aclose()


async def colleague(firm: Firm, browser: Browser, role: str) -> httpx.Response:
    """Somebody with this role signs in."""
    await firm.users.add(f"{role}@acme.example", NEW_PASSWORD, role)  # type: ignore[arg-type]
    return await browser.sign_in(f"{role}@acme.example", NEW_PASSWORD)


class TestUsers:
    async def test_somebody_is_added_and_comes_in_by_a_link_that_holds_once(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await ana.see("/console/users")
        response = await ana.send(
            "/console/users", email="Eva@Acme.example", name="Eva", role="sales"
        )
        assert response.status_code == 201
        link = shown(response.text, r'value="(http://console.test/console/welcome/[^"]+)"')
        assert "eva" not in link
        path = link.removeprefix("http://console.test")
        await other.see(path)
        short = await other.send(path, password="short", again="short")
        assert short.status_code == 422
        unlike = await other.send(path, password=NEW_PASSWORD, again=NEW_PASSWORD + "!")
        assert unlike.status_code == 422
        assert (await other.send(path, password=NEW_PASSWORD, again=NEW_PASSWORD)).headers[
            "location"
        ] == "/console"
        assert (await other.see("/console/account")).status_code == 200
        assert (await other.see(path)).status_code == 404
        eva = await firm.users.get("eva@acme.example")
        assert eva is not None
        assert eva.role == "sales"
        assert {one.subject for one in await entries(firm, "user.added")} == {eva.id}
        assert not any("eva@" in str(one.details) for one in await entries(firm, "user.added"))

    async def test_a_link_ends_after_three_days(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await ana.see("/console/users")
        page = await ana.send("/console/users", email="eva@acme.example", role="sales")
        path = shown(page.text, r'value="http://console.test(/console/welcome/[^"]+)"')
        firm.clock.pass_by(days=3, seconds=1)
        assert (await other.see(path)).status_code == 404

    async def test_a_forged_link_opens_nothing(self, ana: Browser, other: Browser) -> None:
        await ana.see("/console/users")
        page = await ana.send("/console/users", email="eva@acme.example", role="sales")
        link = shown(page.text, r'value="http://console.test(/console/welcome/[^"]+)"')
        head, _, tail = link.rpartition(".")
        for forged in (f"{head}.{tail[::-1]}", "/console/welcome/x", f"{link}~"):
            assert (await other.see(forged)).status_code == 404

    async def test_the_last_admin_cannot_go(self, ana: Browser, firm: Firm) -> None:
        me = await firm.users.get(EMAIL)
        assert me is not None
        await ana.see("/console/users")
        assert (await ana.send(f"/console/users/{me.id}/deactivate")).status_code == 409
        await ana.see("/console/users")
        role = await ana.send(f"/console/users/{me.id}/role", role="sales")
        assert role.status_code == 409
        assert (await firm.users.get(EMAIL)) == me

    async def test_whose_account_is_closed_is_out_at_once_and_stays_out(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await colleague(firm, other, "sales")
        assert (await other.see("/console/account")).status_code == 200
        user = await firm.users.get("sales@acme.example")
        assert user is not None
        await ana.see("/console/users")
        await ana.send(f"/console/users/{user.id}/deactivate")
        assert (await other.see("/console/account")).status_code == 303
        assert (await other.sign_in("sales@acme.example", NEW_PASSWORD)).status_code == 401
        await ana.see("/console/users")
        await ana.send(f"/console/users/{user.id}/activate")
        assert (await other.sign_in("sales@acme.example", NEW_PASSWORD)).status_code == 303

    async def test_a_role_counts_from_the_next_request_on(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await colleague(firm, other, "sales")
        assert (await other.see("/console/keys")).status_code == 403
        user = await firm.users.get("sales@acme.example")
        assert user is not None
        await ana.see("/console/users")
        await ana.send(f"/console/users/{user.id}/role", role="admin")
        assert (await other.see("/console/keys")).status_code == 200

    async def test_an_address_is_taken_once_and_has_to_be_one(self, ana: Browser) -> None:
        await ana.see("/console/users")
        assert (await ana.send("/console/users", email=EMAIL, role="sales")).status_code == 409
        await ana.see("/console/users")
        response = await ana.send("/console/users", email="no address", role="sales")
        assert response.status_code == 422
        assert 'value="no address"' in response.text


class TestSecondStep:
    async def set_up(self, ana: Browser, firm: Firm) -> tuple[str, list[str]]:
        """Codes for ana: her secret and her recovery codes."""
        page = (await ana.see("/console/account/two-factor")).text
        secret = shown(page, r'class="secret">([A-Z2-7 ]+)<').replace(" ", "")
        response = await ana.send("/console/account/two-factor", code=await code_of(firm, page))
        return secret, re.findall(r"<code>([a-z0-9-]+)</code>", response.text)

    async def test_a_code_is_asked_once_it_is_set_up_and_each_is_taken_once(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        secret, codes = await self.set_up(ana, firm)
        assert len(set(codes)) == 10
        firm.clock.pass_by(minutes=2)
        asked = await other.sign_in()
        assert asked.headers["location"].startswith("/console/login/code?")
        assert (await other.see("/console/account")).status_code == 303, "not in yet"
        await other.see("/console/login/code")
        assert (await other.send("/console/login/code", code="000000")).status_code == 401
        code = pyotp.TOTP(secret).at(firm.clock.now().timestamp())
        assert (await other.send("/console/login/code", code=code)).status_code == 303
        assert (await other.see("/console/account")).status_code == 200
        again = Browser(ana.app, "192.0.2.1")
        async with again.client:
            await again.sign_in()
            await again.see("/console/login/code")
            assert (await again.send("/console/login/code", code=code)).status_code == 401

    async def test_a_recovery_code_opens_once(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        _, codes = await self.set_up(ana, firm)
        for expected in (303, 401):
            await other.sign_in()
            await other.see("/console/login/code")
            response = await other.send("/console/login/code", code=f" {codes[0].upper()} ")
            assert response.status_code == expected
            await other.see("/console/account")
            if expected == 303:
                assert "9 recovery codes are left" in other.page
                await other.send("/console/logout")
        assert len(await entries(firm, "recovery_code.used")) == 1

    async def test_guesses_are_slowed_down_also_over_several_logins(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await self.set_up(ana, firm)
        firm.clock.pass_by(minutes=30)
        seen = []
        for _ in range(7):
            await other.sign_in()
            await other.see("/console/login/code")
            seen.append((await other.send("/console/login/code", code="000000")).status_code)
            firm.clock.pass_by(seconds=31)
        assert seen[:5] == [401] * 5
        assert 429 in seen[5:]

    async def test_the_secret_is_sealed_and_gone_once_it_counts(
        self, ana: Browser, firm: Firm
    ) -> None:
        secret, _ = await self.set_up(ana, firm)
        kept = await firm.database.read(
            lambda connection: connection.execute(text("SELECT totp_sealed FROM users")).scalar()
        )
        assert kept
        assert secret not in kept
        assert (await ana.see("/console/account/two-factor.svg")).status_code == 409
        assert (await ana.see("/console/account/two-factor")).status_code == 409

    async def test_an_admin_can_ask_it_of_all_who_then_set_it_up_at_the_door(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await ana.see("/console/users")
        await ana.send("/console/users/codes", ask="true")
        await colleague(firm, other, "sales")
        page = (await other.see("/console/login/code")).text
        picture = await other.see("/console/login/code.svg")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert "no-store" in picture.headers["cache-control"]
        assert (await other.see("/console/account")).status_code == 303
        await other.see("/console/login/code")
        done = await other.send("/console/login/code", code=await code_of(firm, page))
        assert len(re.findall(r"<code>", done.text)) == 10
        assert (await other.see("/console/account")).status_code == 200
        other.page = (await other.see("/console/account")).text
        off = await other.send(
            "/console/account/two-factor/off", code=await code_of(firm, page, minutes=1)
        )
        assert off.status_code == 409

    async def test_another_admin_resets_it(self, ana: Browser, other: Browser, firm: Firm) -> None:
        await self.set_up(ana, firm)
        await colleague(firm, other, "admin")
        me = await firm.users.get(EMAIL)
        assert me is not None
        await other.see("/console/users")
        await other.send(f"/console/users/{me.id}/reset-codes")
        assert (await ana.see("/console/account")).status_code == 303, "signed out"
        assert (await ana.sign_in()).headers["location"] == "/console"

    async def test_it_is_switched_off_with_a_code(self, ana: Browser, firm: Firm) -> None:
        secret, _ = await self.set_up(ana, firm)
        await ana.see("/console/account")
        wrong = await ana.send("/console/account/two-factor/off", code="000000")
        assert wrong.status_code == 422
        firm.clock.pass_by(minutes=1)
        await ana.see("/console/account")
        code = pyotp.TOTP(secret).at(firm.clock.now().timestamp())
        await ana.send("/console/account/two-factor/off", code=code)
        assert (await ana.sign_in()).headers["location"] == "/console"

    async def test_nobody_waits_at_the_second_step_for_ever(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        secret, _ = await self.set_up(ana, firm)
        await other.sign_in()
        await other.see("/console/login/code")
        firm.clock.pass_by(minutes=10)
        code = pyotp.TOTP(secret).at(firm.clock.now().timestamp())
        assert (
            (await other.send("/console/login/code", code=code))
            .headers["location"]
            .startswith("/console/login?")
        )


class TestOwnAccount:
    async def test_what_they_choose_is_kept(self, ana: Browser, firm: Firm) -> None:
        await ana.see("/console/account")
        response = await ana.send(
            "/console/account",
            name="Ana López",
            language="es",
            zone="Europe/Madrid",
            theme="dark",
        )
        assert response.headers["location"] == "/console/account?done=saved"
        user = await firm.users.get(EMAIL)
        assert user is not None
        assert (user.name, user.language, user.zone, user.theme) == (
            "Ana López",
            "es",
            "Europe/Madrid",
            "dark",
        )
        page = (await ana.see("/console/account")).text
        assert '<html lang="es"' in page
        assert 'data-theme="dark"' in page

    async def test_a_new_password_needs_the_old_one_and_ends_what_is_open_elsewhere(
        self, ana: Browser, other: Browser
    ) -> None:
        await other.sign_in()
        await ana.see("/console/account")
        fields = {"password": NEW_PASSWORD, "again": NEW_PASSWORD}
        wrong = await ana.send("/console/account/password", current="guess", **fields)
        assert wrong.status_code == 422
        right = await ana.send("/console/account/password", current=PASSWORD, **fields)
        assert right.status_code == 303
        assert (await ana.see("/console/account")).status_code == 200
        assert (await other.see("/console/account")).status_code == 303
        assert (await other.sign_in()).status_code == 401
        assert (await other.sign_in(password=NEW_PASSWORD)).status_code == 303

    async def test_the_old_cookie_is_worth_nothing_after_signing_out(
        self, ana: Browser, other: Browser
    ) -> None:
        kept = ana.client.cookies["banter"]
        await ana.see("/console/account")
        await ana.send("/console/logout")
        other.client.cookies.set("banter", kept)
        assert (await other.see("/console/account")).status_code == 303

    async def test_other_browsers_are_signed_out_one_by_one_or_all_together(
        self, ana: Browser, other: Browser
    ) -> None:
        await other.sign_in()
        page = (await ana.see("/console/account")).text
        await ana.send(shown(page, r'action="(/console/account/sessions/[0-9a-f]{64}/end)"'))
        assert (await other.see("/console/account")).status_code == 303
        await other.sign_in()
        await ana.see("/console/account")
        await ana.send("/console/account/sessions/end")
        assert (await other.see("/console/account")).status_code == 303
        assert (await ana.see("/console/account")).status_code == 200

    async def test_nobody_ends_the_session_of_somebody_else(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        await colleague(firm, other, "sales")
        mine = (await firm.sessions.of((await firm.users.get(EMAIL)).id))[0]  # type: ignore[union-attr]
        await other.see("/console/account")
        await other.send(f"/console/account/sessions/{mine.mark}/end")
        assert (await ana.see("/console/account")).status_code == 200

    @pytest.mark.parametrize(
        ("told", "called"),
        [
            ("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.0", ""),
            ("", ""),
        ],
    )
    def test_a_browser_is_called_what_people_call_it(self, told: str, called: str) -> None:
        assert browser_name(told) == called


class TestKeys:
    async def key(self, ana: Browser, **fields: str) -> str:
        """A new key, from its page."""
        await ana.see("/console/keys")
        response = await ana.send("/console/keys", name="Import", **fields)
        assert response.status_code == 201
        return shown(response.text, r'value="(banter_[^"]+)"')

    async def api(self, browser: Browser, key: str, path: str = "/api/leads") -> int:
        """What the API answers to a key."""
        headers = {"Authorization": f"Bearer {key}"}
        return (await browser.client.get(path, headers=headers)).status_code

    async def test_a_key_is_shown_once_and_opens_what_it_is_for(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        key = await self.key(ana, scopes="leads:read")
        assert key not in (await ana.see("/console/keys")).text
        assert "leads:read" in ana.page
        assert await self.api(other, key) == 200
        assert await self.api(other, key + "x") == 401
        only_events = await self.key(ana, scopes="events:write")
        assert await self.api(other, only_events) == 403
        stored = await firm.database.read(
            lambda connection: connection.execute(text("SELECT * FROM api_keys")).all()
        )
        assert key not in str(stored)

    async def test_its_calls_are_in_the_log_under_its_name(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        key = await self.key(ana, scopes="leads:read")
        await self.api(other, key)
        (entry,) = await entries(firm, "api.read")
        assert (entry.who, entry.details["route"]) == ("Import", "GET /api/leads")

    async def test_it_ends_when_it_is_revoked_or_too_old(
        self, ana: Browser, other: Browser, firm: Firm
    ) -> None:
        old = await self.key(ana, scopes="leads:read", days="90")
        firm.clock.pass_by(days=90)
        await ana.sign_in()
        assert await self.api(other, old) == 401
        young = await self.key(ana, scopes="leads:read", days="0")
        page = (await ana.see("/console/keys")).text
        await ana.send(shown(page, r'action="(/console/keys/[0-9a-f]{16}/revoke)"'))
        assert await self.api(other, young) == 401

    async def test_nothing_is_made_without_a_name_and_something_to_do(self, ana: Browser) -> None:
        for fields in ({"name": "Import"}, {"name": " ", "scopes": "leads:read"}):
            await ana.see("/console/keys")
            response = await ana.send("/console/keys", **fields)
            assert response.status_code == 422
        await ana.see("/console/keys")
        unknown = await ana.send("/console/keys", name="x", scopes="everything:write")
        assert unknown.status_code == 422


class TestTheLog:
    async def test_tells_who_looked_at_which_lead_without_naming_them(
        self, ana: Browser, firm: Firm
    ) -> None:
        lead = await firm.lead(name="Ana López")
        await ana.see(f"/console/leads/{lead}")
        (entry,) = await entries(firm, "lead.viewed")
        assert (entry.who, entry.subject) == (EMAIL, lead)
        rows = await firm.database.read(
            lambda connection: connection.execute(text("SELECT * FROM audit_log")).all()
        )
        assert "López" not in str(rows)
        assert EMAIL not in str(rows)

    async def test_is_narrowed_by_person_action_lead_and_time(
        self, ana: Browser, firm: Firm
    ) -> None:
        me = await firm.users.get(EMAIL)
        assert me is not None
        await firm.audit.record(me, "lead.viewed", "lead-1")
        firm.clock.pass_by(days=2)
        await ana.sign_in()
        await firm.audit.record(me, "lead.viewed", "lead-2")
        day = firm.clock.now().date()
        for query, there, not_there in (
            ("lead=lead-1", "lead-1", "lead-2"),
            (f"action=lead.viewed&since={day}", "lead-2", "lead-1"),
            (f"action=lead.viewed&until={day.replace(day=day.day - 1)}", "lead-1", "lead-2"),
            (f"actor={me.id}&action=lead.viewed", "lead-1", "codes.set_up"),
        ):
            page = (await ana.see(f"/console/audit?{query}")).text
            table = page.split("<tbody>")[1]
            assert there in table, query
            assert not_there not in table, query
        empty = (await ana.see("/console/audit?actor=nobody")).text
        assert "Nothing of this kind" in empty

    async def test_is_read_in_pages_and_as_a_file(self, ana: Browser, firm: Firm) -> None:
        me = await firm.users.get(EMAIL)
        assert me is not None
        for number in range(130):
            await firm.audit.record(me, "lead.viewed", f"lead-{number:03}")
        first = (await ana.see("/console/audit?action=lead.viewed")).text
        older = shown(first, r'href="(/console/audit\?[^"]*after=[^"]+)"')
        second = (await ana.see(older)).text
        seen = re.findall(r">(lead-\d{3})<", first) + re.findall(r">(lead-\d{3})<", second)
        assert seen == [f"lead-{number:03}" for number in reversed(range(130))]
        file = (await ana.client.get("/console/audit.csv?action=lead.viewed")).text
        assert len(file.splitlines()) == 131
        assert (await ana.see("/console/audit?after=x")).status_code == 404

    async def test_no_cell_of_the_file_is_a_formula(self, ana: Browser, firm: Firm) -> None:
        me = await firm.users.get(EMAIL)
        assert me is not None
        await firm.users.choose(me.id, name="=1+1", language=None, zone=None, theme="auto")
        await firm.audit.record(me, "lead.viewed", "-1")
        file = (await ana.client.get("/console/audit.csv")).text
        assert ",'=1+1," in file
        assert ",'-1," in file

    async def test_auditors_read_it_and_sales_do_not(self, other: Browser, firm: Firm) -> None:
        await colleague(firm, other, "sales")
        assert (await other.see("/console/audit")).status_code == 403
        await colleague(firm, other, "auditor")
        assert (await other.see("/console/audit")).status_code == 200
        assert (await other.see("/console/users")).status_code == 200
        assert "<form" not in other.page.split('id="main"')[1].split("</main>")[0]

    @pytest.mark.usefixtures("ana")
    async def test_is_only_added_to(self, firm: Firm) -> None:
        for statement in (
            update(AuditRow).values(actor="somebody else"),
            delete(AuditRow),
        ):
            with pytest.raises(DBAPIError, match="only added to"):
                await firm.database.write(lambda c, s=statement: c.execute(s))  # type: ignore[misc]
        assert await entries(firm, "session.begun")

    @pytest.mark.usefixtures("ana")
    async def test_keeps_the_id_of_who_is_no_user_any_more(self, firm: Firm) -> None:
        me = await firm.users.get(EMAIL)
        assert me is not None
        renamed = update(UserRow).values(id="f" * 16)
        await firm.sessions.end_all(me.id)
        await firm.database.write(lambda connection: connection.execute(renamed))
        (entry,) = await entries(firm, "session.begun")
        assert entry.who == me.id
