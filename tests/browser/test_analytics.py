"""Analytics and the demo leads in a real browser: what is seen, chosen, downloaded and removed."""

import asyncio
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from console.demo_data.making import make
from console.demo_data.order import Order
from storage.database import Database
from storage.demo import DemoLeads
from tests.browser.conftest import Look, Server, Visit, serving

HOME = "/console/analytics"
VIEWS = ("", "/questions", "/breakdown", "/deals", "/speed")
LEADS = 60


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Server]:
    """A server of its own, as soon as there is a browser: these tests take all its leads away."""
    assert browser.is_connected()
    with serving(tmp_path_factory.mktemp("analytics"), {}) as started:
        with ThreadPoolExecutor(1) as beside:  # this thread's loop is the browser's
            beside.submit(lambda: asyncio.run(filled(started))).result()
        yield started


async def filled(server: Server) -> None:
    """The demo's leads, some of them."""
    now = datetime.now(UTC)
    database = Database(server.database_url)
    demo = DemoLeads(database)
    await demo.begin(1, now)
    await make(Order(server.database_url, 1, LEADS, 0, 1, now, server.url))
    await demo.finish(now)
    await database.close()


def figures(page: Page, path: str) -> None:
    """Open a view and wait until its figures are there."""
    page.goto(path)
    expect(page.locator("#figures:not(.counting)")).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_every_view_can_be_read_by_everybody(
    visit: Visit, axe: Callable[[Page], list[str]], overflows: Callable[[Page], bool], look: Look
) -> None:
    page = visit("admin", look=look)
    for view in VIEWS:
        figures(page, f"{HOME}{view}")
        expect(page.locator("article.plot").first).to_be_visible()
        page.evaluate("for (const one of document.querySelectorAll('.more')) one.open = true")
        assert axe(page) == [], view
        assert not overflows(page), view
    for path in (f"{HOME}/near-misses", f"{HOME}/near-misses?judged=true", "/console/demo"):
        page.goto(path)
        assert axe(page) == [], path
        assert not overflows(page), path


def test_the_words_of_a_chart_stay_within_it(visit: Visit) -> None:
    page = visit("admin", look="phone", language="es")
    for view in VIEWS:
        figures(page, f"{HOME}{view}")
        over = page.evaluate(
            """() => [...document.querySelectorAll('.chart-label')].filter(label => {
              const said = label.nextElementSibling;
              return said && said.classList.contains('chart-said')
                && label.getBoundingClientRect().right > said.getBoundingClientRect().left;
            }).map(label => label.textContent)"""
        )
        assert over == [], view


def test_what_is_chosen_is_shown_at_once_and_stands_in_the_address(visit: Visit) -> None:
    page = visit("sales")
    figures(page, HOME)
    page.get_by_role("combobox", name="Channel").select_option("whatsapp")
    page.wait_for_url("**channel=whatsapp**")
    expect(page.locator("#figures:not(.counting)")).to_be_visible()
    expect(page.get_by_role("combobox", name="Channel")).to_have_value("whatsapp")
    chart = page.locator("article", has=page.get_by_role("heading", name="Qualified, by channel"))
    expect(chart.locator(".chart-label")).to_have_text(["WhatsApp"])
    page.get_by_role("link", name="Questions").click()
    assert "channel=whatsapp" in page.url


def test_a_figure_can_be_had_as_a_file(visit: Visit) -> None:
    page = visit("auditor")
    figures(page, HOME)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile("CSV.*Qualified, by source")).click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert waiting.value.suggested_filename == "banter-source.csv"
    assert text.startswith("Source,Hits,Cases,Share")
    assert "/pricing" in text


def test_one_click_takes_the_demo_leads_away(visit: Visit) -> None:
    """The last of these tests: there is nothing left after it."""
    page = visit("admin")
    page.goto("/console/demo")
    figures(page, HOME)
    page.locator(".banner a").click()
    page.get_by_role("button", name="Remove the demo leads").click()
    expect(page.get_by_role("heading", name="There are no demo leads")).to_be_visible()
    expect(page.locator(".banner")).to_have_count(0)
    figures(page, HOME)
    expect(page.get_by_role("heading", name="No leads yet")).to_be_visible()
