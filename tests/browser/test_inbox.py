"""The inbox in a real browser: a visitor chats elsewhere, sales sees it, answers, gives back."""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

from tests.browser.conftest import Look, Server, Site, Visit

HOSTILE = (
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
    "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "\"><svg/onload=window.hacked=1>' onmouseover='window.hacked=1",
    "\u202eevil\u2066 \u0000\ufeff مرحبا 👩‍👩‍👧‍👦 " + "w" * 400,
    "]]></textarea></li></ol><h1>owned</h1><a href=javascript:window.hacked=1>x</a>",
    'data-lead="x" hx-get="/console/audit" hx-trigger="load"',
)
ADVERSARIAL = Path(os.environ.get("CORPORA", "corpora"), "adversarial.jsonl")
"""The folder is the one that `make eval` is told of."""
SEVERAL = 15
LOWEST_HEAD = 180


def begin(server: Server, *texts: str) -> str:
    """A conversation over the chat's HTTP API; its id."""
    with httpx.Client(base_url=server.url, timeout=30) as client:
        opened = client.post("/chat/sessions", json={"script": "crm-suite", "language": "en"})
        opened.raise_for_status()
        token = opened.json()["token"]
        for number, text in enumerate(texts):
            said = client.post(
                "/chat/messages",
                json={"client_id": f"m{number}", "text": text},
                headers={"Authorization": f"Bearer {token}"},
            )
            if said.status_code != httpx.codes.UNPROCESSABLE_ENTITY:
                said.raise_for_status()
        session: str = opened.json()["session"]
        return session


def opened(server: Server) -> tuple[str, str]:
    """A conversation that can be gone on with: its id and its token."""
    answer = httpx.post(
        f"{server.url}/chat/sessions", json={"script": "crm-suite", "language": "en"}, timeout=30
    ).raise_for_status()
    return answer.json()["session"], answer.json()["token"]


def write(server: Server, token: str, text: str) -> None:
    """A message in it."""
    httpx.post(
        f"{server.url}/chat/messages",
        json={"client_id": f"{text} {time.monotonic_ns()}", "text": text},
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    ).raise_for_status()


def see(page: Page, *, seen: bool) -> None:
    """Put a tab before the others or behind them, which a headless browser does to none."""
    page.evaluate(
        "value => { Object.defineProperty(document, 'hidden', {value, configurable: true});"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        not seen,
    )


def slowly(route: Route) -> None:
    """An answer that takes its time."""
    time.sleep(0.6)
    route.continue_()


def row(page: Page, conversation: str) -> Any:
    """A line of the list."""
    return page.locator(f'[data-lead="{conversation}"]')


@pytest.fixture
def visitor(
    site: Site, server: Server, open_context: Callable[..., BrowserContext]
) -> Iterator[tuple[Page, FrameLocator]]:
    """Somebody on a site of another origin with the chat open."""
    site.html = (
        "<!doctype html><html lang=en><title>Shop</title><h1>Shop</h1>"
        f'<script async src="{server.url}/widget.js" data-script="crm-suite" data-lang="en">'
        "</script>"
    )
    page = open_context().new_page()
    page.goto(site.url)
    page.wait_for_function("window.banter")
    page.evaluate("window.banter.open()")
    frame = page.frame_locator("iframe")
    frame.locator("#box").wait_for()
    yield page, frame
    site.html = "<!doctype html><title>A site</title>"


def say(frame: FrameLocator, text: str) -> None:
    """Write in the chat."""
    frame.locator("#box").fill(text)
    frame.locator("#box").press("Enter")


class TestAVisitorAndSales:
    def test_meet_without_a_reload(self, visitor: tuple[Page, FrameLocator], visit: Visit) -> None:
        _, frame = visitor
        page = visit("sales")
        page.goto("/console")
        expect(page.locator("#list")).to_be_visible()
        marker = f"We sell boats in Vigo {os.getpid()}"
        say(frame, marker)
        arrived = page.locator(".lead-row", has_text=re.compile("Agent|They")).first
        expect(arrived).to_be_visible()
        arrived.locator("a").click()
        transcript = page.locator("#transcript")
        expect(transcript).to_contain_text(marker)
        page.keyboard.press("t")
        expect(page.locator("#answer-text")).to_be_visible()
        page.locator("#answer-text").fill("Good morning, Eva from sales here.")
        page.keyboard.press("Control+Enter")
        expect(transcript).to_contain_text("Eva from sales here")
        expect(page.locator("#answer-text")).to_have_value("")
        expect(frame.locator("#log")).to_contain_text("Eva from sales here")
        say(frame, "How nice to meet a person")
        expect(transcript).to_contain_text("How nice to meet a person")
        expect(transcript.locator("li").last).to_contain_text("How nice to meet a person")
        page.get_by_role("button", name="Give back to the agent").click()
        expect(page.locator("[data-key=t]")).to_be_visible()
        say(frame, "What does it cost?")
        expect(transcript.locator("li.agent").last).to_be_visible()
        expect(frame.locator("#log li.agent").last).to_be_visible()

    def test_a_note_is_for_colleagues_only(self, visit: Visit, server: Server) -> None:
        conversation = begin(server, "We need a CRM")
        page = visit("sales")
        page.goto(f"/console/leads/{conversation}")
        page.locator(".noting summary").click()
        page.locator("#note-text").fill("Be careful with this one")
        page.get_by_role("button", name="Keep the note").click()
        expect(page.locator("#transcript li.note")).to_contain_text("Be careful with this one")


class TestTheKeyboard:
    def test_moves_resolves_searches_and_goes_anywhere(
        self, visit: Visit, server: Server, axe: Callable[[Page], list[str]]
    ) -> None:
        older, newer = begin(server, "First of two"), begin(server, "Second of two")
        page = visit("sales")
        page.goto("/console")
        expect(row(page, newer)).to_be_visible()
        page.keyboard.press("j")
        expect(page.locator(f'article.lead[data-conversation="{newer}"]')).to_be_visible()
        page.keyboard.press("j")
        expect(page.locator(f'article.lead[data-conversation="{older}"]')).to_be_visible()
        assert page.url.endswith(f"/console/leads/{older}")
        page.keyboard.press("k")
        expect(page.locator(f'article.lead[data-conversation="{newer}"]')).to_be_visible()
        page.keyboard.press("e")
        expect(row(page, newer)).to_have_count(0)
        page.keyboard.press("/")
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.press("Escape")
        page.keyboard.press("Control+k")
        expect(page.locator("#palette-words")).to_be_focused()
        page.keyboard.type("second")
        expect(page.locator("#palette-list [role=option]").nth(1)).to_be_visible()
        assert axe(page) == []
        page.locator("#palette-words").fill("analyt")
        expect(page.locator("#palette-list [role=option]")).to_have_count(1)
        page.keyboard.press("Enter")
        page.wait_for_url("**/console/analytics")

    def test_acts_on_the_lead_that_was_chosen_not_on_the_one_still_shown(
        self, visit: Visit, server: Server
    ) -> None:
        older, newer = begin(server, "Shown at first"), begin(server, "Chosen next")
        page = visit("sales")
        page.goto(f"/console/leads/{older}")
        expect(row(page, newer)).to_be_visible()
        page.route(f"**/console/leads/{newer}**", slowly)
        page.keyboard.press("k")
        page.keyboard.press("e")
        expect(row(page, newer)).to_have_count(0)
        expect(row(page, older)).to_be_visible()

    def test_shows_the_last_of_those_chosen_in_a_hurry(self, visit: Visit, server: Server) -> None:
        last, middle, first = (begin(server, f"Hurry {number}") for number in range(3))
        page = visit("sales")
        page.goto("/console")
        expect(row(page, last)).to_be_visible()
        page.route(f"**/console/leads/{middle}**", slowly)
        row(page, first).locator("a").click()
        for _ in range(2):
            page.keyboard.press("j")
        expect(page.locator(f'article.lead[data-conversation="{last}"]')).to_be_visible()
        page.wait_for_url(f"**/console/leads/{last}")
        expect(row(page, last).locator("a")).to_have_attribute("aria-current", "true")


class TestLongNames:
    NAME = "María de los Ángeles Fernández de Córdoba y Martínez de la Rosa-Echeverría"
    PAGE = "https://shop.example/" + "a-very-long-way/" * 20

    @pytest.mark.parametrize("look", ["light", "phone"])
    def test_and_addresses_leave_the_page_as_wide_as_it_is(
        self, look: Look, visit: Visit, server: Server, overflows: Callable[[Page], bool]
    ) -> None:
        with httpx.Client(base_url=server.url, timeout=30) as client:
            new = {"script": "crm-suite", "language": "es", "page": self.PAGE}
            answer = client.post("/chat/sessions", json=new).raise_for_status()
            conversation = answer.json()["session"]
        for text in (f"Me llamo {self.NAME}", "Necesitamos un CRM"):
            write(server, answer.json()["token"], text)
        page = visit("sales", look)
        page.goto("/console")
        expect(row(page, conversation)).to_contain_text("María de los Ángeles")
        assert not overflows(page)
        wide = row(page, conversation).evaluate("one => [one.scrollWidth, one.clientWidth]")
        assert wide[0] <= wide[1]
        expect(row(page, conversation).locator(".when")).to_be_in_viewport()
        page.goto(f"/console/leads/{conversation}")
        expect(page.locator("#transcript")).to_be_visible()
        assert not overflows(page)
        assert page.locator(".lead-head").evaluate("one => one.clientHeight") < LOWEST_HEAD


class TestAnAnswer:
    def test_that_was_begun_is_there_when_one_comes_back(
        self, visit: Visit, server: Server
    ) -> None:
        other, one = begin(server, "Somebody else"), begin(server, "Write to me")
        page = visit("sales")
        page.goto(f"/console/leads/{one}")
        page.keyboard.press("t")
        answer = page.locator("#answer-text")
        answer.fill("Dear visitor, I was about to")
        row(page, other).locator("a").click()
        expect(page.locator(f'article.lead[data-conversation="{other}"]')).to_be_visible()
        row(page, one).locator("a").click()
        expect(answer).to_have_value("Dear visitor, I was about to")
        page.reload()
        expect(answer).to_have_value("Dear visitor, I was about to")
        answer.press("Control+Enter")
        expect(page.locator("#transcript")).to_contain_text("I was about to")
        page.reload()
        expect(answer).to_have_value("")


class TestWhatHappensMeanwhile:
    def test_is_shown_though_the_lead_was_being_read_anew(
        self, visit: Visit, server: Server
    ) -> None:
        session, token = opened(server)
        write(server, token, "First")
        page = visit("sales")
        page.goto(f"/console/leads/{session}")
        expect(page.locator("#transcript")).to_contain_text("First")
        page.route(f"**/console/leads/{session}**", slowly)
        for text in ("Second", "Third", "Fourth"):
            write(server, token, text)
            page.wait_for_timeout(700)  # the list is told twice a second
        expect(page.locator("#transcript")).to_contain_text("Fourth")

    def test_is_caught_up_with_when_a_tab_is_seen_again(self, visit: Visit, server: Server) -> None:
        page = visit("sales")
        page.goto("/console")
        tabs = [page]
        for _ in range(
            6
        ):  # a browser has six lines to a host: only a tab that is seen may hold one
            see(tabs[-1], seen=False)
            tabs.append(page.context.new_page())
            tabs[-1].goto("/console", timeout=20_000)
            expect(tabs[-1].locator("#list")).to_be_visible()
        conversation = begin(server, "While this tab was not seen")
        expect(row(tabs[-1], conversation)).to_be_visible()
        expect(row(page, conversation)).to_have_count(0)
        see(page, seen=True)
        expect(row(page, conversation)).to_be_visible()


class TestLitWords:
    def test_light_up_when_a_criterion_is_pointed_at(self, visit: Visit, server: Server) -> None:
        conversation = begin(server, "We need to answer leads at night", "About 9000 euros a year")
        page = visit("sales")
        page.goto(f"/console/leads/{conversation}")
        lights = page.locator(".criteria [data-lights]").first
        key = lights.get_attribute("data-lights")
        word = page.locator(f'mark[data-keys~="{key}"]').first
        expect(word).not_to_have_class(re.compile("lit"))
        lights.hover()
        expect(word).to_have_class(re.compile("lit"))
        page.locator("h1").first.hover()
        expect(word).not_to_have_class(re.compile("lit"))
        lights.locator("a").focus()
        expect(word).to_have_class(re.compile("lit"))


class TestHostileTexts:
    @pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
    def test_are_texts_and_nothing_else(
        self,
        visit: Visit,
        server: Server,
        text: str,
        overflows: Callable[[Page], bool],
    ) -> None:
        conversation = begin(server, text)
        page = visit("sales")
        page.goto("/console")
        page.goto(f"/console/leads/{conversation}")
        self.check(page, overflows)

    def test_of_others_are_texts_too(
        self, visit: Visit, server: Server, overflows: Callable[[Page], bool]
    ) -> None:
        if not ADVERSARIAL.exists():
            pytest.skip("the corpus of hostile texts is not here")
        rows = [json.loads(line) for line in ADVERSARIAL.read_text().split("\n") if line.strip()]
        texts = [str(one["text"]) for one in rows if isinstance(one.get("text"), str)]
        if not texts:
            pytest.skip("its rows have no `text`")
        page = visit("sales")
        for text in texts[:: max(1, len(texts) // SEVERAL)]:
            conversation = begin(server, text[:5000])
            page.goto(f"/console/leads/{conversation}")
            self.check(page, overflows)

    def check(self, page: Page, overflows: Callable[[Page], bool]) -> None:
        """Nothing ran, nothing was loaded, nothing broke out."""
        assert page.evaluate("window.hacked") is None
        forbidden = "main img, main script, main iframe, main h1:has-text('owned')"
        assert page.locator(forbidden).count() == 0
        assert page.locator("[hx-trigger=load]").count() == 0
        assert not overflows(page)


class TestEveryone:
    @pytest.mark.parametrize("look", ["light", "dark", "phone"])
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_can_use_it(
        self,
        visit: Visit,
        server: Server,
        axe: Callable[[Page], list[str]],
        overflows: Callable[[Page], bool],
        troubles: list[str],
        look: Look,
        language: str,
    ) -> None:
        conversation = begin(
            server, "We need a CRM for 40 people", "I'm Ana López, ana@acme.example"
        )
        page = visit("admin", look, language)
        for path in (
            "/console",
            f"/console/leads/{conversation}",
            f"/console/leads/{conversation}/erase",
            "/console/leads/nobody",
        ):
            page.goto(path)
            assert axe(page) == [], path
            assert not overflows(page), path
        assert [one for one in troubles if "404" not in one] == []
        troubles.clear()

    def test_of_the_auditors_sees_it_and_changes_nothing(
        self, visit: Visit, server: Server
    ) -> None:
        conversation = begin(server, "We need a CRM")
        page = visit("auditor")
        page.goto(f"/console/leads/{conversation}")
        expect(page.locator("#transcript")).to_contain_text("We need a CRM")
        expect(page.locator("article.lead form")).to_have_count(0)
