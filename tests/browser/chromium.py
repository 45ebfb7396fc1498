"""A headless Chromium over its DevTools protocol: just enough to click, type, read and photograph.

For the browser checks only, which `make test` does not run.
"""

import asyncio
import base64
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)
PATIENCE_SECONDS = 15


class Page:
    """One tab."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._last = 0
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reader = asyncio.create_task(self._read())
        self.session: str | None = None
        self.errors: list[str] = []
        """What the pages complained about, policy violations too."""

    async def _read(self) -> None:
        async for text in self._connection:
            message = json.loads(text)
            if "id" in message:
                waiting = self._waiting.pop(message["id"])
                if not waiting.done():
                    waiting.set_result(message)
            else:
                self._happened(message["method"], message["params"])

    def _happened(self, method: str, params: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            self.errors.append(str(params["exceptionDetails"].get("exception", params)))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")

    async def do(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol."""
        self._last += 1
        waiting: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[self._last] = waiting
        command = {"id": self._last, "method": method, "params": params}
        if self.session:
            command["sessionId"] = self.session
        await self._connection.send(json.dumps(command))
        answer = await asyncio.wait_for(waiting, PATIENCE_SECONDS)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    async def run(self, script: str) -> Any:
        """The value of a JavaScript expression (or promise) in the page."""
        answer = await self.do(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"].get("exception")))
        return answer["result"].get("value")

    async def until(self, script: str) -> Any:
        """Wait until an expression is true, and give its value."""
        for _ in range(int(PATIENCE_SECONDS / 0.05)):
            if value := await self.run(script):
                return value
            await asyncio.sleep(0.05)
        raise TimeoutError(f"never true: {script}")

    async def go(self, url: str) -> None:
        """Open an address and wait for it."""
        await self.do("Page.navigate", url=url)
        await self.until(f"document.readyState === 'complete' && location.href.startsWith('{url}')")

    async def type(self, text: str) -> None:
        """Put text where the cursor is."""
        await self.do("Input.insertText", text=text)

    async def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key."""
        texts = {"Enter": "\r"}
        codes = {"Enter": 13, "Escape": 27, "Tab": 9}
        event: dict[str, Any] = {
            "key": key,
            "code": key,
            "windowsVirtualKeyCode": codes[key],
            "modifiers": 8 if shift else 0,
        }
        if key in texts:
            event["text"] = texts[key]
        await self.do("Input.dispatchKeyEvent", type="keyDown", **event)
        event.pop("text", None)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **event)

    async def look(
        self, *, width: int, height: int, dark: bool = False, phone: bool = False
    ) -> None:
        """Be a window of this size, light or dark."""
        await self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.do("Emulation.setEmulatedMedia", features=[scheme])

    async def photograph(self, file: Path) -> None:
        """What can be seen now, as PNG."""
        shot = await self.do("Page.captureScreenshot", format="png")
        await asyncio.to_thread(file.write_bytes, base64.b64decode(shot["data"]))


@asynccontextmanager
async def chromium() -> AsyncIterator[Page]:
    """A browser with a fresh profile, for as long as the block runs."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            binary,
            *FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            assert process.stderr is not None
            async with asyncio.timeout(PATIENCE_SECONDS):
                while b"listening on " not in (line := await process.stderr.readline()):
                    pass
            address = line.decode().split("listening on ")[1].strip()
            async with connect(address, max_size=None) as connection:
                page = Page(connection)
                target = await page.do("Target.createTarget", url="about:blank")
                attached = await page.do(
                    "Target.attachToTarget", targetId=target["targetId"], flatten=True
                )
                page.session = attached["sessionId"]
                for domain in ("Page", "Runtime", "Log"):
                    await page.do(f"{domain}.enable")
                yield page
        finally:
            process.terminate()
            await process.wait()
