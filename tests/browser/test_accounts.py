"""Coming in, one's own account, users, keys and the log, in a real browser."""

import re
import time
from collections.abc import Callable

import pyotp
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Look, Server, Visit

PASSWORD = "seven green bicycles"
LOOKS: tuple[Look, ...] = ("light", "dark", "phone")
PATHS = (
    "/console/account",
    "/console/account/two-factor",
    "/console/users",
    "/console/keys",
    "/console/audit",
)


def code_on(page: Page) -> pyotp.TOTP:
    """What an authenticator app makes of the secret on a page."""
    return pyotp.TOTP(page.locator(".secret").inner_text().replace(" ", ""))


def next_code(codes: pyotp.TOTP, used: str) -> str:
    """The next code that was not used yet; the one after this counts already."""
    following: str = codes.at(time.time() + 30)
    assert following != used
    return following


def test_somebody_is_invited_sets_up_codes_and_comes_in_with_one(
    server: Server, visit: Visit, open_context: Callable[..., BrowserContext]
) -> None:
    admin = visit("admin")
    admin.goto("/console/users")
    admin.get_by_label("E-mail address").fill("eva@acme.example")
    admin.get_by_label("Name", exact=True).fill("Eva Gil")
    admin.get_by_role("button", name="Add, and make a link").click()
    link = admin.get_by_role("textbox", name="Link").input_value()
    expect(admin.get_by_role("row", name="Eva Gil")).to_contain_text("Invited")

    eva = open_context(base_url=server.url).new_page()
    eva.goto(link)
    eva.get_by_label("Password").fill(PASSWORD)
    eva.get_by_label("The same again").fill(PASSWORD)
    eva.get_by_role("button", name="Save and sign in").click()
    eva.wait_for_url("**/console")
    eva.goto("/console/account/two-factor")
    picture = eva.locator("img.qr")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")
    codes = code_on(eva)
    first = codes.now()
    eva.get_by_label("Code").fill(first)
    eva.get_by_role("button", name="Switch codes on").click()
    expect(eva.locator(".codes code")).to_have_count(10)
    recovery = eva.locator(".codes code").first.inner_text()
    eva.get_by_role("link", name="I have kept them").click()
    eva.get_by_role("button", name="Sign out", exact=True).click()

    for given in (next_code(codes, first), recovery):
        eva.goto("/console/account")
        eva.get_by_label("E-mail address").fill("eva@acme.example")
        eva.get_by_label("Password").fill(PASSWORD)
        eva.get_by_role("button", name="Sign in").click()
        eva.wait_for_url(re.compile("/console/login/code"))
        eva.get_by_label("Code").fill(given)
        eva.get_by_role("button", name="Continue").click()
        eva.wait_for_url("**/console/account")
        eva.get_by_role("button", name="Sign out", exact=True).click()


def test_a_program_gets_a_key_that_works_until_it_is_revoked(server: Server, visit: Visit) -> None:
    admin = visit("admin")
    admin.goto("/console/keys")
    admin.get_by_label("Program").fill("Import of the fair")
    admin.get_by_label("Leads: read").check()
    admin.get_by_role("button", name="Make the key").click()
    key = admin.get_by_role("textbox", name="Key").input_value()
    headers = {"Authorization": f"Bearer {key}"}
    ask = admin.request.get(f"{server.url}/api/leads", headers=headers)
    assert ask.status == 200
    row = admin.get_by_role("row", name="Import of the fair")
    row.get_by_role("button", name="Revoke").click()
    expect(admin.get_by_role("row", name="Import of the fair")).to_contain_text("Revoked")
    assert admin.request.get(f"{server.url}/api/leads", headers=headers).status == 401
    admin.goto("/console/audit?action=key.revoked")
    expect(admin.get_by_role("row", name="Revoked an API key")).to_have_count(1)


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_can_be_used_by_everybody(
    visit: Visit,
    look: Look,
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
) -> None:
    page = visit("admin", look=look)
    for path in PATHS:
        page.goto(path)
        assert axe(page) == [], path
        assert not overflows(page), path


@pytest.mark.parametrize("look", LOOKS)
def test_the_login_can_be_used_by_everybody(
    server: Server,
    open_context: Callable[..., BrowserContext],
    look: Look,
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
) -> None:
    page = open_context(look, base_url=server.url).new_page()
    page.goto("/console/login")
    assert axe(page) == []
    assert not overflows(page)


def test_the_pages_speak_spanish(visit: Visit) -> None:
    page = visit("auditor", language="es")
    page.goto("/console/audit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Registro de auditoría")
    page.goto("/console/users")
    expect(page.get_by_role("heading", level=1)).to_have_text("Usuarios")
    expect(page.locator("main form")).to_have_count(0)
