"""How does a person at a terminal call us, or text us? Twilio is simulated; the server is the real
one.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator

import httpx
from rich.console import Console
from rich.markup import escape
from websockets.exceptions import WebSocketException

from channels.simulators.loopback import served
from channels.simulators.messaging import Carrier
from channels.simulators.telephone import Telephone, Utterance
from channels.simulators.twilio_api import TwilioApi
from console.settings import SIMULATED_API, Account, Settings
from console.wiring import Trouble

HELP = {
    "voice": (
        "You are the caller: write what you say. !words cut in, #123 presses keys, an empty line "
        "is silence; Ctrl-D hangs up."
    ),
    "sms": "You are the prospect: write your texts; Ctrl-D ends.",
}
QUIET = 6.0
"""Seconds to wait for what is still said when nobody is at the terminal."""


class AtTerminal:
    """channels.simulators.telephone.Caller: the lines of a terminal, or of a file."""

    def __init__(self, lines: AsyncIterator[str], screen: Console) -> None:
        self._lines = lines
        self._screen = screen
        self._heard = asyncio.Event()

    def hear(self, text: str, by: str = "agent") -> None:
        """Show what is said."""
        self._heard.set()
        self._screen.print(f"[green]{by}:[/] {escape(text)}", soft_wrap=True, highlight=False)

    async def speak(self) -> Utterance | None:
        """The next line; one of a file waits until the last one was answered."""
        if not self._screen.is_terminal:
            await self._answered()
        line = await anext(self._lines, None)
        if line is None:
            await self._answered()
            return None
        text = line.strip()
        if not self._screen.is_terminal:
            self._screen.print(f"[blue]you:[/] {escape(text)}", soft_wrap=True, highlight=False)
        self._heard.clear()
        if text.startswith("#"):
            return Utterance(text[1:], "keys")
        if text.startswith("!"):
            return Utterance(text[1:].strip(), "cut_in")
        return Utterance(text)

    async def accepts(self, number: str, whisper: str) -> bool:
        """A colleague's telephone rings."""
        self.hear(whisper, by=f"to {number}")
        self._screen.print(f"{number} rings: does somebody press 1? (y/n)")
        line = await anext(self._lines, "n")
        return line.strip().lower().startswith(("y", "s"))

    async def _answered(self) -> None:
        try:
            async with asyncio.timeout(QUIET):
                await self._heard.wait()
        except TimeoutError:
            return


async def call(
    settings: Settings,
    server: str,
    theirs: str,
    ours: str,
    lines: AsyncIterator[str],
    screen: Console,
) -> None:
    """One call."""
    account = _account(settings)
    screen.print(HELP["voice"])
    async with httpx.AsyncClient(base_url=server, timeout=20) as client:
        telephone = Telephone(
            client,
            settings.address,
            account.sid,
            account.token,
            AtTerminal(lines, screen),
            theirs,
            ours,
        )
        try:
            await telephone.call()
        except (httpx.HTTPError, WebSocketException) as error:
            raise Trouble(_why(server, error)) from error
    screen.print("The call has ended.")


async def text(
    settings: Settings,
    server: str,
    theirs: str,
    ours: str,
    lines: AsyncIterator[str],
    screen: Console,
) -> None:
    """A conversation by texts: the server sends its own to the simulated API."""
    account = _account(settings)
    if account.base_url != SIMULATED_API:
        raise Trouble(
            f"Set TWILIO_BASE_URL={SIMULATED_API} and restart the server: its texts go there"
        )
    screen.print(HELP["sms"])
    api = TwilioApi(account.sid, account.token)
    port = int(SIMULATED_API.rpartition(":")[2])
    async with (
        served(api.app(), port),
        httpx.AsyncClient(base_url=server, timeout=20) as client,
    ):
        carrier = Carrier(api, client, settings.address)
        showing = asyncio.create_task(_show(carrier, theirs, screen))
        try:
            async for line in lines:
                if line.strip():
                    (await carrier.text(theirs, ours, line.strip())).response.raise_for_status()
                if not screen.is_terminal:
                    await asyncio.sleep(QUIET)
        except httpx.HTTPError as error:
            raise Trouble(_why(server, error)) from error
        finally:
            showing.cancel()
            await carrier.settle()


async def _show(carrier: Carrier, theirs: str, screen: Console) -> None:
    seen = 0
    while True:
        new = await carrier.next_to(theirs, seen, seconds=float("inf"))
        seen += len(new)
        for one in new:
            screen.print(f"[green]agent:[/] {escape(one['body'])}", soft_wrap=True, highlight=False)


def _account(settings: Settings) -> Account:
    account = settings.account()
    if account is None:
        raise Trouble(
            "The server needs an account to be called by. With DEMO=1, for it and for this "
            "command, it has a simulated one; or put any into .env, for both, and restart it:\n"
            f"TWILIO_ACCOUNT_SID=AC{secrets.token_hex(16)}\n"
            f"TWILIO_AUTH_TOKEN={secrets.token_hex(16)}\nPUBLIC_BASE_URL=https://banter.example\n"
            f"TWILIO_BASE_URL={SIMULATED_API}"
        )
    return account


def _why(server: str, error: httpx.HTTPError | WebSocketException) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return (
            f"{server} answered {error.response.status_code}: does it run with the same .env? "
            f"{error.response.text[:200]}"
        )
    return f"Nobody answers at {server} ({error}): start it with `python app.py serve`"
