"""A real server, a real Chromium, and people who are signed in: for the tests of pages.

Where there is no browser these tests are skipped and say so; with BROWSER=required they fail.
"""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal, cast

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from agent.rehearsal.rehearsal import SystemClock
from storage.database import Database
from storage.users import Role, Users

ROOT = Path(__file__).parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = ROOT / ".node" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
API_TOKEN = "for the browser tests"
PASSWORD = "correct horse battery staple"
PATIENCE_SECONDS = 180
"""A machine that runs everything at once takes long to start a server."""
ENOUGH_MS = 20_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Look = Literal["light", "dark", "phone"]
Visit = Callable[..., Page]
"""`visit(role="sales", look="light", language="en")`: a tab of somebody who is signed in."""


@dataclass(frozen=True)
class Server:
    """The whole application with a database that is thrown away."""

    url: str
    database_url: str
    people: dict[Role, str]
    """The e-mail addresses of a person of each role; their password is PASSWORD."""
    api_token: str = API_TOKEN


@dataclass
class Site:
    """Somebody's web site, of another origin: what it answers is `html`."""

    url: str
    html: str = "<!doctype html><title>A site</title><h1>A site</h1>"


def _port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _absent(what: str) -> None:
    """Skip, unless browsers are required."""
    if os.environ.get("BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A web site that embeds what a test writes into it."""
    here = Site("")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = here.html.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    here.url = f"http://localhost:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield here
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def server(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Shared by the tests of a process: each makes leads of its own."""
    if not CHROMIUM.exists():
        _absent(f"there is no browser at {CHROMIUM}: install chromium, or set CHROMIUM")
    folder = tmp_path_factory.mktemp("server")
    with serving(folder, {"CHAT_SITES": site.url}) as started:
        yield started


@contextmanager
def serving(folder: Path, more: dict[str, str]) -> Iterator[Server]:
    """A server with these settings, until the block ends."""
    port = _port()
    url, database_url = f"http://127.0.0.1:{port}", f"sqlite:///{folder}/browser.db"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PUBLIC_BASE_URL": url,
        "DATABASE_URL": database_url,
        "SECRET_KEY": "a secret of the browser tests, long enough",
        "API_TOKEN": API_TOKEN,
        **more,
    }
    app = [sys.executable, str(ROOT / "app.py")]
    subprocess.run([*app, "migrate"], env=environment, cwd=folder, check=True, timeout=120)
    with ThreadPoolExecutor(1) as beside:  # this thread's loop is the browser's, once it is there
        people = beside.submit(lambda: asyncio.run(_let_in(database_url))).result()
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*app, "serve"], env=environment, cwd=folder, stdout=output, stderr=output
        )
        try:
            _await(url, process, log)
            yield Server(url, database_url, people)
        finally:
            process.terminate()
            process.wait(30)


async def _let_in(database_url: str) -> dict[Role, str]:
    database = Database(database_url)
    users = Users(database, SystemClock())
    people: dict[Role, str] = {}
    for role in cast(tuple[Role, ...], ("sales", "admin", "auditor")):
        people[role] = f"{role}@acme.example"
        await users.add(people[role], PASSWORD, role, name=f"Ana {role.capitalize()}")
    await database.close()
    return people


def _await(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/readyz", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium with a fresh profile; its loop ends with it, or it would stand in the way
    of the next module's tests that wait."""
    if not CHROMIUM.exists():
        _absent(f"there is no browser at {CHROMIUM}: install chromium, or set CHROMIUM")
    expect.set_options(timeout=ENOUGH_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def troubles() -> Iterator[list[str]]:
    """What the pages of a test complained about, policy violations too: nothing, at its end."""
    found = list[str]()
    yield found
    assert found == []


@pytest.fixture
def open_context(browser: Browser, troubles: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of its own, without cookies: `open_context(look="dark")`."""
    opened = list[BrowserContext]()

    def open_one(look: Look = "light", language: str = "en", **more: Any) -> BrowserContext:
        phone = look == "phone"
        context = browser.new_context(
            viewport={"width": 390, "height": 844} if phone else {"width": 1440, "height": 900},
            color_scheme="dark" if look == "dark" else "light",
            has_touch=phone,
            is_mobile=phone,
            locale={"en": "en-GB", "es": "es-ES"}[language],
            timezone_id="Europe/Madrid",
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(ENOUGH_MS)
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        context.on(
            "console",
            lambda line: troubles.append(line.text) if line.type == "error" else None,
        )
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


_SIGNED_IN: dict[tuple[str, str], Any] = {}
"""The cookies of a person at a server: each signs in once."""


@pytest.fixture
def visit(server: Server, open_context: Callable[..., BrowserContext]) -> Visit:
    """A tab of somebody who is signed in: `visit("admin", look="phone", language="es")`."""

    def enter(role: Role = "sales", look: Look = "light", language: str = "en") -> Page:
        kept = _SIGNED_IN.get((server.url, role))
        context = open_context(look, language, base_url=server.url, storage_state=kept)
        page = context.new_page()
        if kept is None:
            page.goto("/console/login")
            page.fill("[name=email]", server.people[role])
            page.fill("[name=password]", PASSWORD)
            page.press("[name=password]", "Enter")
            page.wait_for_url(lambda url: "/login" not in url)
            _SIGNED_IN[server.url, role] = context.storage_state()
        return page

    return enter


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong on a page; nothing, one hopes."""
    if not AXE.exists():
        _absent("axe-core is not there: make node")
    source = AXE.read_text()

    def run(page: Page) -> list[str]:
        page.evaluate(source)  # through the debugger: the pages' policy forbids scripts of others
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES
        )
        return [
            f"{one['id']}: {one['help']}\n" + "\n".join(node["html"] for node in one["nodes"])
            for one in found["violations"]
        ]

    return run


@pytest.fixture
def overflows() -> Callable[[Page], bool]:
    """Whether a page can be scrolled sideways."""

    def look(page: Page) -> bool:
        wider: bool = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        return wider

    return look
