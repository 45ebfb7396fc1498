"""Does the chat work in a real browser? By hand: python -m tests.browser.check [--photos FOLDER]

Starts a server of its own on a loopback port with a fresh database, and a headless Chromium. Every
check prints a line; the first that fails ends it with status 1. Not part of `make test`.
"""

import argparse
import asyncio
import json
import os
import re
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.browser.chromium import Page, chromium

ROOT = Path(__file__).parents[2]
HOST = "[...document.querySelectorAll('body > div')].find(d => d.shadowRoot)"
FRAME = f"{HOST}.shadowRoot.querySelector('iframe')"
CHAT = f"{FRAME}.contentDocument"
NO_SOCKETS = """
    window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.({code: 1006}), 20); }
    close() {} send() {} }; window.WebSocket.OPEN = 1;"""
NO_STREAMS = """
    const plain = window.fetch; window.fetch = (path, options) =>
    String(path).startsWith('/chat/events') ? Promise.reject(new TypeError('blocked'))
    : plain(path, options);"""
NO_STORAGE = """
    if (window !== window.parent) Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('blocked', 'SecurityError'); } });"""
API_TOKEN = "for-the-checks"
HOSTILE = '<img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script>'


@dataclass(frozen=True)
class Server:
    """Where it is, and how to get into its console."""

    url: str
    email: str
    password: str


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    """The whole application, with a database that is thrown away."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DEMO": "1",
            "PORT": str(port),
            "DATABASE_URL": f"sqlite:///{folder}/check.db",
            "API_TOKEN": API_TOKEN,
            "COLUMNS": "200",
        }
        app = str(ROOT / "app.py")
        migrated = await asyncio.create_subprocess_exec(
            sys.executable, app, "migrate", env=environment, cwd=folder
        )
        await migrated.wait()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            app,
            "serve",
            env=environment,
            cwd=folder,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            yield Server(f"http://127.0.0.1:{port}", *await credentials(process.stdout))
        finally:
            process.terminate()
            await process.wait()


async def credentials(output: asyncio.StreamReader | None) -> tuple[str, str]:
    """The demo's user and password, which the server prints."""
    assert output is not None
    async with asyncio.timeout(60):
        text = ""
        while not (found := re.search(r"\((\S+@\S+),\s+password\s+(\S+)\)", text)):
            text += (await output.readline()).decode()
    await asyncio.sleep(1)
    return found[1], found[2]


class Check:
    """One browser at one server."""

    def __init__(self, page: Page, server: Server, photos: Path | None) -> None:
        self.page = page
        self.server = server
        self.photos = photos

    async def photograph(self, name: str) -> None:
        """Keep what can be seen, in light and dark, on a desk and on a phone."""
        if self.photos is None:
            return
        for dark in (False, True):
            for phone in (False, True):
                width, height = (390, 780) if phone else (1200, 900)
                await self.page.look(width=width, height=height, dark=dark, phone=phone)
                await asyncio.sleep(0.3)
                kind = f"{'dark' if dark else 'light'}-{'phone' if phone else 'desk'}"
                await self.page.photograph(self.photos / f"{name}-{kind}.png")
        await self.page.look(width=1200, height=900)

    async def open_chat(self, lang: str = "en", script: str = "crm-suite") -> None:
        """The demo page, and the chat of a card opened by keyboard."""
        await self.page.go(f"{self.server.url}/?lang={lang}")
        await self.page.until("window.banter")
        card = f"button[data-script={json.dumps(script)}][data-lang={lang}]"
        await self.page.run(f"document.querySelector({json.dumps(card)}).focus()")
        await self.page.press("Enter")
        await self.page.until(f"{CHAT}?.querySelectorAll('li.agent').length > 0")
        await self.page.until(f"{CHAT}.activeElement.id === 'box'")

    async def messages(self) -> list[str]:
        """Everything in the chat."""
        found: list[str] = await self.page.run(
            f"[...{CHAT}.querySelectorAll('#log li p')].map(p => p.textContent)"
        )
        return found

    async def say(self, text: str) -> str:
        """Write, send, and wait for the agent's answer."""
        count = f"{CHAT}.querySelectorAll('li.agent').length"
        before = await self.page.run(count)
        await self.page.type(text)
        await self.page.press("Enter")
        await self.page.until(f"{count} > {before}")
        await self.page.until(f"!{CHAT}.querySelector('.sending')")
        return (await self.messages())[-1]

    async def the_pages_are_clean(self) -> None:
        """No error and no violation of a policy so far."""
        assert self.page.errors == [], self.page.errors

    async def a_chat_by_keyboard(self) -> None:
        """Opens, says, breaks lines, closes; the focus comes back."""
        await self.page.go(f"{self.server.url}/?lang=en")
        await self.photograph("demo")
        await self.open_chat()
        await self.page.type("We need a CRM")
        await self.page.press("Enter", shift=True)
        await self.say(HOSTILE)
        assert f"We need a CRM\n{HOSTILE}" in await self.messages()
        assert await self.page.run("window.hacked === undefined")
        assert await self.page.run(f"{CHAT}.querySelectorAll('#log img, #log script').length") == 0
        assert await self.page.run(f"{CHAT}.getElementById('log').ariaLive") == "polite"
        await self.photograph("chat")
        await self.page.press("Escape")
        await self.page.until(f"!{HOST}.hasAttribute('data-open')")
        assert await self.page.run("document.activeElement.dataset.lang") == "en"
        assert await self.page.run(f"{FRAME}.inert")
        await self.the_pages_are_clean()

    async def a_reload_goes_on_with_the_conversation(self) -> None:
        """The session is kept."""
        await self.open_chat()
        before = await self.messages()
        await self.open_chat()
        assert await self.messages() == before
        assert len(before) >= 3

    async def no_connection_for_a_while(self) -> None:
        """What is written waits, is sent once, and the answer comes."""
        await self.open_chat()
        count = len(await self.messages())
        await self.page.do("Network.enable")
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        await self.page.do("Network.emulateNetworkConditions", **offline)
        await self.page.type("about 5000 euros a year")
        await self.page.press("Enter")
        await asyncio.sleep(1)
        online = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        await self.page.do("Network.emulateNetworkConditions", **online)
        await self.page.until(f"{CHAT}.querySelectorAll('#log li').length === {count + 2}")
        assert (await self.messages())[count] == "about 5000 euros a year"
        self.page.errors.clear()

    async def without(self, blocked: str) -> None:
        """A conversation in Spanish where something is blocked."""
        added = await self.page.do("Page.addScriptToEvaluateOnNewDocument", source=blocked)
        try:
            await self.open_chat("es", "reformas")
            count = len(await self.messages())
            await self.say("Queremos reformar el baño")
            await self.say("Unos 12.000 euros")
            after = await self.messages()
            assert len(after) == count + 4, after
        finally:
            await self.page.do(
                "Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"]
            )

    async def sockets_blocked(self) -> None:
        """Events and posts do it."""
        await self.without(NO_SOCKETS)

    async def sockets_and_streams_blocked(self) -> None:
        """Posts alone do it."""
        await self.without(NO_SOCKETS + NO_STREAMS)

    async def storage_blocked_in_the_frame(self) -> None:
        """The host page keeps the session."""
        await self.without(NO_STORAGE)
        kept = await self.page.run("Object.keys(localStorage).filter(k => k.includes('http'))")
        assert len(kept) == 1, kept

    async def an_unclear_page_offers_buttons(self) -> None:
        """Without a script the reception asks; a click on a product line is an answer."""
        await self.page.go(f"{self.server.url}/?lang=en")
        await self.page.until("window.banter")
        await self.page.run("window.banter.open({script: '', lang: 'en'})")
        buttons = f"[...({CHAT}?.querySelectorAll('#choices button') ?? [])]"
        await self.page.until(f"{buttons}.length > 1")
        await self.photograph("choices")
        label = await self.page.run(f"{buttons}[0].textContent")
        await self.page.run(f"{buttons}[0].click()")
        await self.page.until(f"{CHAT}.querySelectorAll('li.agent').length > 1")
        assert label in await self.messages()
        assert await self.page.run(f"{CHAT}.getElementById('choices').hidden")
        await self.the_pages_are_clean()

    async def visits_are_told_after_consent_only(self) -> None:
        """Nothing is kept or sent before; what was left is told; taken back, it is forgotten."""
        kept = "Object.keys(localStorage).filter(k => /:(consent|views|session)$/.test(k))"
        views = "JSON.parse(Object.entries(localStorage).find(([k]) => k.endsWith(':views'))[1])"
        requests = "performance.getEntriesByType('resource').map(e => e.name).join()"
        inner = f"{FRAME}.contentWindow.{requests}"
        await self.open_chat()
        await self.look_at("/crm/pricing", "/")
        assert await self.page.run(kept) == []
        assert "/chat/events/" not in await self.page.run(inner)
        await self.page.run("window.banter.consent(true)")
        await self.look_at("/crm/pricing", "/")
        await self.page.until(f"{inner}.includes('/chat/events/views')")
        await self.page.until(f"{views}.length === 0")
        assert "price_page" in await self.known_of_them()
        await self.page.run("window.banter.consent(false)")
        assert await self.page.run(kept) == []
        await self.look_at("/crm/demo", "/")
        assert await self.page.run(kept) == []
        assert "demo_video" not in await self.known_of_them()
        await self.the_pages_are_clean()

    async def look_at(self, *paths: str) -> None:
        """Go from page to page without loading them, as many sites do."""
        for path in paths:
            await self.page.run(f"history.pushState(null, '', {json.dumps(path)})")
            await asyncio.sleep(0.3)

    async def known_of_them(self) -> str:
        """What the API tells of the lead of this chat."""
        session = await self.page.run(
            "JSON.parse(localStorage['banter:crm-suite:en']).token.split('.')[0]"
        )
        async with httpx.AsyncClient(base_url=self.server.url) as client:
            headers = {"Authorization": f"Bearer {API_TOKEN}"}
            return (await client.get(f"/api/leads/{session}", headers=headers)).text

    async def a_person_answers(self) -> None:
        """Sales sees the lead and answers; the visitor finds the answer in the chat."""
        await self.open_chat()
        await self.say("I'd like a demo. I'm Ana López, ana@acme.example")
        session = await self.page.run(
            "JSON.parse(localStorage['banter:crm-suite:en']).token.split('.')[0]"
        )
        visible = len(await self.messages())
        await self.page.go(f"{self.server.url}/console/login")
        await self.photograph("login")
        await self.page.run(
            f"document.querySelector('[name=email]').value = {json.dumps(self.server.email)};"
            f"document.querySelector('[name=password]').value = {json.dumps(self.server.password)};"
            "document.querySelector('form').submit()"
        )
        await self.page.until("document.title.startsWith('Hand-overs')")
        assert "Ana López" in await self.page.run("document.body.innerText")
        await self.photograph("handovers")
        await self.page.go(f"{self.server.url}/console/leads/{session}")
        await self.page.run(
            "document.querySelector('textarea').value = 'Hello, this is Ana from sales.';"
            "document.querySelector('#answer form').submit()"
        )
        await self.page.until("!!document.querySelector('#transcript .person')")
        await self.photograph("lead")
        await self.the_pages_are_clean()
        await self.page.go(f"{self.server.url}/?lang=en")
        await self.open_chat()
        assert len(await self.messages()) == visible + 1
        assert await self.page.run(f"{CHAT}.querySelector('li.person p').textContent") == (
            "Hello, this is Ana from sales."
        )
        notice = await self.page.run(f"{CHAT}.getElementById('notice').innerText")
        assert "Someone on the team" in notice
        await self.photograph("held")


async def main(photos: Path | None) -> int:
    """Every check in order."""
    async with serving() as server, chromium() as page:
        check = Check(page, server, photos)
        await page.look(width=1200, height=900)
        checks: list[Callable[[], Awaitable[None]]] = [
            check.a_chat_by_keyboard,
            check.a_reload_goes_on_with_the_conversation,
            check.no_connection_for_a_while,
            check.sockets_blocked,
            check.sockets_and_streams_blocked,
            check.storage_blocked_in_the_frame,
            check.an_unclear_page_offers_buttons,
            check.visits_are_told_after_consent_only,
            check.a_person_answers,
        ]
        for one in checks:
            await one()
            sys.stdout.write(f"ok: {one.__name__.replace('_', ' ')}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, help="keep screenshots in this folder")
    arguments = parser.parse_args()
    if arguments.photos:
        arguments.photos.mkdir(parents=True, exist_ok=True)
    sys.exit(asyncio.run(main(arguments.photos)))
