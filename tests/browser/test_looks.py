"""How the main pages look: against small pictures in looks/, and by rules that hold with any fonts.

The pictures are renewed by `LOOKS=renew python -m pytest tests/browser/test_looks.py`; look at them
before they are committed. They are compared where the fonts are those they were made with.
"""

import base64
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page

from storage.users import Role
from tests.browser.conftest import Look, Server, Visit, serving

KEPT = Path(__file__).parent / "looks"
FONTS = KEPT / "fonts.json"
RENEWED = os.environ.get("LOOKS") == "renew"
SMALL = {"light": 360, "dark": 360, "phone": 195}
"""The width of a kept picture: letters blur, places and colours stay."""
DIFFERENT, TOLERATED = 40, 0.015
"""From where on a dot (of 255) is another, and the share of dots that may be."""
SHIFT = 0.001
"""Of the layout while a page is built: less than anybody sees (web.dev calls 0.1 good)."""

STILL = r"""() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    node.data = node.data.replace(/\d{1,2} \p{L}{3,5} \d{4}/gu, '1 Jan 2026')
      .replace(/\b\d{1,2}:\d{2}\b/g, '09:00').replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:8000');
}"""
"""Times and the address are of the moment: the pictures have others in their place."""
COMPARE = """async ([now, kept, width, different]) => {
  const read = async url => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const height = Math.round(image.height * width / image.width);
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    return [canvas.toDataURL('image/png'), context.getImageData(0, 0, width, height).data];
  };
  const [small, dots] = await read(now);
  if (!kept) return [small, 1];
  const [, others] = await read(kept);
  if (dots.length !== others.length) return [small, 1];
  let count = 0;
  for (let at = 0; at < dots.length; at += 4)
    if ([0, 1, 2].some(of => Math.abs(dots[at + of] - others[at + of]) > different)) count += 1;
  return [small, count / (dots.length / 4)];
}"""
MEASURE = """() => {
  const context = document.createElement('canvas').getContext('2d');
  const measured = family => {
    context.font = `100px ${family}`;
    return Math.round(context.measureText('Qualified leads, 24 h: ñ').width);
  };
  return {text: measured(getComputedStyle(document.body).fontFamily), mono: measured('monospace')};
}"""
SHIFTED = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""
COVERED = """() => {
  const floats = element => {
    for (let at = element; at; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  const found = [];
  for (const one of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    const box = one.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (box.width < 2 || box.height < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)
      continue;
    if (!one.checkVisibility({visibilityProperty: true})) continue;
    if (getComputedStyle(one).clipPath !== 'none') continue;
    const top = document.elementFromPoint(x, y);
    if (!top || floats(top) || clipped(one, x, y)) continue;
    if (one.contains(top) || top.contains(one) || top.closest('label')?.control === one) continue;
    found.push(one.outerHTML.slice(0, 120));
  }
  return found;
  function clipped(element, x, y) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow === 'visible') continue;
      const box = at.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
    }
    return false;
  }
}"""
"""What lies under something else: it could not be pressed."""


@dataclass(frozen=True)
class Seen:
    """A page: what is in its file's name, where it is, what is there when it is whole, for whom."""

    name: str
    path: str
    whole: str
    role: Role = "admin"


PAGES = (
    Seen("inbox", "/console", ".lead-row"),
    Seen("lead", "/console/leads/{lead}", "#transcript li", "sales"),
    Seen("scripts", "/console/scripts", "table"),
    Seen("editor", "/console/scripts/curso-datos", "#script-editor .cm-content"),
    Seen("analytics", "/console/analytics", ".as-of"),
    Seen("teams", "/console/teams", "main .card"),
    Seen("users", "/console/users", "table"),
    Seen("keys", "/console/keys", "main .card"),
    Seen("account", "/console/account", "main .card"),
    Seen("settings", "/console/settings", ".steps li"),
    Seen("jobs", "/console/settings/jobs", "main .card"),
)
NAMES = [one.name for one in PAGES]
LOOKS: tuple[Look, ...] = get_args(Look)
Opened = Callable[[Seen, Look], Page]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of its own: with nothing in it but the lead of this module."""
    with serving(tmp_path_factory.mktemp("looks"), {}) as started:
        yield started


@pytest.fixture(scope="module")
def lead(server: Server) -> str:
    """A conversation without anything that changes from run to run."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        opened = client.post("/chat/sessions", json={"script": "crm-suite", "language": "en"})
        opened.raise_for_status()
        client.post(
            "/chat/messages",
            json={"client_id": "first", "text": "We lose the leads that write at night"},
            headers={"Authorization": f"Bearer {opened.json()['token']}"},
        ).raise_for_status()
        return cast(str, opened.json()["session"])


@pytest.fixture
def opened(visit: Visit, lead: str) -> Opened:
    """A page as it is when it is whole."""

    def open_one(seen: Seen, look: Look) -> Page:
        page = visit(seen.role, look)
        page.goto(seen.path.format(lead=lead))
        page.locator(seen.whole).first.wait_for()
        page.wait_for_load_state("networkidle") if seen.name == "editor" else None
        return page

    return open_one


@pytest.fixture
def compared(open_context: Callable[..., BrowserContext]) -> Callable[[Page, str, Look], float]:
    """Which share of a picture is not as it was; the browser itself reads the pictures."""

    def compare(page: Page, name: str, look: Look) -> float:
        page.evaluate(STILL)
        path = KEPT / f"{name}-{look}.png"
        kept = path.read_bytes() if path.exists() and not RENEWED else None
        now = page.screenshot(animations="disabled", caret="hide")
        desk = open_context().new_page()
        small, share = desk.evaluate(
            COMPARE,
            [_url(now), kept and _url(kept), SMALL[look], DIFFERENT],
        )
        if RENEWED:
            path.write_bytes(base64.b64decode(small.split(",", 1)[1]))
            FONTS.write_text(json.dumps(page.evaluate(MEASURE)) + "\n")
            return 0.0
        assert kept is not None, f"no picture {path.name}: renew them as this module says"
        return float(share)

    return compare


def _url(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def fonts_are_those_of_the_pictures(page: Page) -> bool:
    """With others every line is broken elsewhere."""
    here: dict[str, Any] = page.evaluate(MEASURE)
    return RENEWED or (FONTS.exists() and json.loads(FONTS.read_text()) == here)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("seen", PAGES, ids=NAMES)
class TestAPage:
    def test_is_built_in_place_with_nothing_over_anything(
        self, seen: Seen, look: Look, opened: Opened, overflows: Callable[[Page], bool]
    ) -> None:
        page = opened(seen, look)
        assert page.evaluate(SHIFTED) <= SHIFT
        assert page.evaluate(COVERED) == []
        assert not overflows(page)

    def test_looks_as_it_did(
        self, seen: Seen, look: Look, opened: Opened, compared: Callable[[Page, str, Look], float]
    ) -> None:
        page = opened(seen, look)
        if not fonts_are_those_of_the_pictures(page):
            pytest.skip("the pictures in looks/ were made with other fonts: LOOKS=renew makes new")
        assert compared(page, seen.name, look) <= TOLERATED


class TestATableOnASlowMachine:
    def test_is_painted_once_all_its_rows_are_there(self, visit: Visit) -> None:
        page = visit("admin")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 10})
        for _ in range(4):
            page.goto("/console/users")
            assert page.evaluate(SHIFTED) == 0


class TestThePictures:
    def test_tell_a_page_with_another_colour(
        self, opened: Opened, compared: Callable[[Page, str, Look], float]
    ) -> None:
        page = opened(PAGES[2], "light")
        if RENEWED or not fonts_are_those_of_the_pictures(page):
            pytest.skip("there are no pictures to compare with")
        page.evaluate("document.querySelector('.side').style.background = '#888'")
        assert compared(page, "scripts", "light") > TOLERATED

    def test_tell_a_page_whose_parts_have_moved(
        self, opened: Opened, compared: Callable[[Page, str, Look], float]
    ) -> None:
        page = opened(PAGES[2], "light")
        if RENEWED or not fonts_are_those_of_the_pictures(page):
            pytest.skip("there are no pictures to compare with")
        page.evaluate("document.querySelector('main').style.paddingTop = '56px'")
        assert compared(page, "scripts", "light") > TOLERATED


class TestTheRules:
    def test_tell_what_is_covered(self, opened: Opened) -> None:
        page = opened(PAGES[2], "light")
        assert page.evaluate(COVERED) == []
        page.evaluate(
            "() => { const cover = document.createElement('div'); document.body.append(cover);"
            " Object.assign(cover.style, {position: 'absolute', inset: '0'}); }"
        )
        assert page.evaluate(COVERED) != []
