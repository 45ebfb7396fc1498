"""The console's page about the chats of the sites: what an admin sets up is what visitors get."""

import re
from collections.abc import Callable

import jwt
import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.browser.conftest import Server, Site, Visit

OpenContext = Callable[..., BrowserContext]


def test_what_is_set_up_is_seen_at_once_and_then_by_visitors(
    server: Server, site: Site, visit: Visit, open_context: OpenContext, troubles: list[str]
) -> None:
    page = visit("admin")
    page.goto("/console/widget")
    page.get_by_role("link", name="Add a site").click()
    page.get_by_label("Name").fill("The shop")
    page.get_by_label("Key").fill("shop")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/console/widget/shop")
    page.get_by_label("Sites that may embed it").fill(site.url)
    page.get_by_label("Script").select_option("crm-suite")
    page.locator("#colour").fill("#ffd400")
    page.get_by_label("Words on the button (English)").fill("Ask us")
    preview = page.frame_locator("#preview")
    header = preview.locator("header")
    expect(header).to_have_css("background-color", "rgb(255, 212, 0)")
    expect(header).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("#launch")).to_have_text("Ask us")
    page.get_by_label("E-mail: Required").check()
    page.get_by_label("Form").check()
    expect(preview.get_by_label("E-mail")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    assert page.locator("#snippet").text_content() == (
        f'<script async src="{server.url}/widget.js?widget=shop"></script>'
    )

    site.html = '<!doctype html><html lang="en"><title>Shop</title>' + (
        page.locator("#snippet").text_content() or ""
    )
    visitor = open_context().new_page()
    visitor.goto(site.url)
    visitor.get_by_role("button", name="Ask us").click()
    chat = visitor.frame_locator("iframe")
    chat.get_by_label("E-mail").fill("ana@acme.example")
    chat.get_by_role("button", name="Start the chat").click()
    expect(chat.locator("li.agent")).to_have_count(1)
    expect(chat.locator("header")).to_have_css("background-color", "rgb(255, 212, 0)")

    page.get_by_role("button", name="Make a secret").click()
    secret = (page.locator("#secret").text_content() or "").strip()
    page.goto("/console/widget/shop")
    assert secret not in page.content()
    token = jwt.encode(
        {"sub": "u7", "name": "Ana López", "email": "ana@acme.example", "exp": 4_000_000_000},
        secret,
        algorithm="HS256",
    )
    again = open_context().new_page()
    answers: list[int] = []

    def note(answer: Response) -> None:
        if answer.url.endswith("/chat/sessions"):
            answers.append(answer.status)

    again.on("response", note)
    again.goto(site.url)
    again.wait_for_function("window.banter")
    again.evaluate("token => window.banter.setUser(token)", token)
    again.get_by_role("button", name="Ask us").click()
    expect(again.frame_locator("iframe").get_by_label("E-mail")).to_be_visible()
    assert answers == [403]  # good for decades: it is not believed, and the form is shown
    assert ["403" in one for one in troubles] == [True]
    troubles.clear()


def test_mistakes_are_named_where_they_are(visit: Visit, troubles: list[str]) -> None:
    page = visit("admin")
    page.goto("/console/widget")
    page.get_by_label("Sites that may embed it").fill("acme.com")
    page.locator("#colour").fill("yellow")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#sites")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#sites")).to_have_value("acme.com")
    expect(page.locator("#sites-wrong")).to_contain_text("Write each site as its origin")
    expect(page.locator("#colour-wrong")).to_contain_text("six digits")
    assert all("422" in one for one in troubles)
    troubles.clear()


def test_auditors_look_and_change_nothing(visit: Visit) -> None:
    page = visit("auditor")
    page.goto("/console/widget")
    expect(page.get_by_label("Sites that may embed it")).to_be_disabled()
    expect(page.get_by_role("button", name=re.compile("Save|secret"))).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize("path", ["/console/widget", "/console/widget/new"])
def test_nobody_is_kept_out(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
    look: str,
    path: str,
) -> None:
    page = visit("admin", look=look, language="es")
    page.goto(path)
    expect(page.locator("main h1")).to_be_visible()
    assert axe(page) == []
    assert not overflows(page)
