"""What does it look like? The pictures of the README: `python -m bench.screenshots`

The demo starts with a database that is thrown away, makes its leads, and Chromium photographs it.
"""

import argparse
import asyncio
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    StorageState,
    ViewportSize,
    sync_playwright,
)
from sqlalchemy import create_engine, text

from agent.rehearsal.rehearsal import SystemClock
from bench.processes import ROOT, free_port, listening, run, running
from storage.database import Database, synchronous
from storage.users import Users

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run")
IMAGES = ROOT / "docs" / "images"
EMAIL, NAME = "ana.vidal@acme.example", "Ana Vidal"
WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE_SECONDS = 600.0
"""For the demo leads: half a minute on a machine with nothing else to do."""
PATIENCE_MS = 60_000
SETTLES_MS = 600
"""What a page still does after it is there: the editor and the preview come by a script."""
LIST, LEADS, EDITOR, ANALYTICS = (
    "/console",
    "/console?status=every&tier=hot&language=en",
    "/console/scripts/crm-suite",
    "/console/analytics",
)
LOOKS = ("light", "dark", "phone")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the console: its name, where it is, and what is there when it is whole."""

    name: str
    path: str
    whole: str


def pictures(lead: str) -> tuple[Picture, ...]:
    """Those of the console."""
    return (
        Picture("inbox", LIST, ".lead-row"),
        Picture("lead", lead, "#transcript li"),
        Picture("scripts", EDITOR, "#script-editor .cm-content"),
        Picture("analytics", ANALYTICS, "main svg"),
    )


@contextmanager
def demo(folder: Path) -> Iterator[tuple[str, str]]:
    """The demo with all its leads: its address, and the password of EMAIL."""
    database, port = f"sqlite:///{folder}/demo.db", free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        "DEMO": "1",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PUBLIC_BASE_URL": address,
        "DATABASE_URL": database,
    }
    app = str(ROOT / "app.py")
    run(app, "migrate", environment=environment)
    password = secrets.token_urlsafe(12)
    asyncio.run(_let_in(database, password))
    with running(app, "serve", environment=environment):
        asyncio.run(listening(port))
        _await_leads(database)
        yield address, password


async def _let_in(url: str, password: str) -> None:
    database = Database(url)
    await Users(database, SystemClock()).add(EMAIL, password, name=NAME)
    await database.close()


def _await_leads(url: str) -> None:
    engine = create_engine(synchronous(url))
    until = time.monotonic() + PATIENCE_SECONDS
    there = False
    while not there:
        if time.monotonic() > until:
            raise SystemExit("The demo leads were not made: `python app.py demo status` says more.")
        time.sleep(1)
        with engine.connect() as connection:
            there = connection.scalar(text("SELECT state FROM demo_sets")) == "there"
    engine.dispose()


def opened(browser: Browser, look: str, address: str, kept: StorageState | None) -> BrowserContext:
    """A window for pictures of this look."""
    phone = look == "phone"
    window = browser.new_context(
        base_url=address,
        storage_state=kept,
        viewport=PHONE if phone else WIDE,
        color_scheme="dark" if look == "dark" else "light",
        has_touch=phone,
        is_mobile=phone,
        locale="en-GB",
        timezone_id="Europe/Madrid",
        reduced_motion="reduce",
    )
    window.set_default_timeout(PATIENCE_MS)
    return window


def photograph(browser: Browser, address: str, password: str, folder: Path) -> Iterator[Path]:
    """Each picture in each look, as it is made."""
    kept: StorageState | None = None
    for look in LOOKS:
        window = opened(browser, look, address, kept)
        page = window.new_page()
        if kept is None:
            _sign_in(page, password)
            kept = window.storage_state()
        page.goto(LEADS)
        lead = page.locator(".lead-row a").first.get_attribute("href") or LEADS
        for one in pictures(lead.partition("?")[0]):
            page.goto(one.path)
            page.locator(one.whole).first.wait_for()
            yield _taken(page, folder / f"{one.name}-{look}.png")
        _chat(page)
        yield _taken(page, folder / f"widget-{look}.png")
        window.close()


def _sign_in(page: Page, password: str) -> None:
    page.goto("/console/login")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)


def _chat(page: Page) -> None:
    """A visitor on the demo page, who has had an answer."""
    page.goto("/")
    page.wait_for_function("window.banter")
    page.evaluate("void window.banter.open()")
    frame = page.frame_locator("iframe")
    frame.locator("li.agent").first.wait_for()
    said = frame.locator("li.agent").count()
    frame.locator("#box").fill("We are 12 people and lose the leads that write at night.")
    frame.locator("#box").press("Enter")
    frame.locator("li.agent").nth(said).wait_for()


def _taken(page: Page, path: Path) -> Path:
    page.wait_for_timeout(SETTLES_MS)
    page.screenshot(path=path)
    return path


def main() -> None:
    """Make them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=IMAGES, help="the folder for the pictures")
    folder: Path = parser.parse_args().into
    if not Path(CHROMIUM).exists():
        raise SystemExit(f"There is no browser at {CHROMIUM}: install chromium, or set CHROMIUM.")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        demo(Path(scratch)) as (address, password),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for path in photograph(browser, address, password, folder):
            print(f"{path}  {path.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
