"""A system whose credentials are refused midway: leads wait, admins hear of it once, and once it
lets us in again all go out by themselves.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from agent.rehearsal.rehearsal import SystemClock
from app import Settings
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.scripts import Scripts
from storage.standstills import Standstill, Standstills
from storage.users import Users
from storage.waits import Waiting, Waits
from tests.fakes.crm import FakeCrm
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.salesforce import FakeSalesforce
from tests.fakes.smtp import FakeMailServer
from tests.fakes.sugarcrm import FakeSugarCrm, told
from tests.fakes.zoho import FakeZoho
from tests.serving import Visitor, running, settings_in

SCRIPT = """\
script: garden
title: Garden
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I am an assistant.}
criteria:
  - key: garden
    kind: yes_no
    ask: {en: Do you have a garden of your own?}
    positive: {answer: yes}
contact: {ask: [email], when: first}
qualify: {all_of: [garden]}
"""
SECRET = SecretStr("secret")
LONGEST = 60.0


def hubspot(url: str) -> dict[str, Any]:
    refresh = SecretStr("refresh-1")
    return {
        "hubspot_client_id": "client",
        "hubspot_client_secret": SECRET,
        "hubspot_refresh_token": refresh,
        "hubspot_base_url": url,
    }


def zoho(url: str) -> dict[str, Any]:
    return {
        "zoho_client_id": "client",
        "zoho_client_secret": SECRET,
        "zoho_refresh_token": SecretStr("refresh-1"),
        "zoho_accounts_url": url,
    }


def salesforce(url: str) -> dict[str, Any]:
    return {
        "salesforce_instance": url,
        "salesforce_client_id": "client",
        "salesforce_client_secret": SECRET,
    }


def sugarcrm(url: str) -> dict[str, Any]:
    return {"sugarcrm_url": url, "sugarcrm_username": "banter", "sugarcrm_password": SECRET}


def grant_refused(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(400, json={"error": "invalid_grant"})


def code_refused(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"error": "invalid_code"})


def login_refused(_request: httpx.Request) -> httpx.Response:
    return told(401, "need_login", "You must specify a valid username and password.")


Refuse = Callable[[httpx.Request], httpx.Response]


class Office:
    """A database, and what is on record in it."""

    def __init__(self, settings: Settings) -> None:
        self.database = Database(settings.database_url)

    async def waiting(self) -> Waiting | None:
        """Leads that wait."""
        return next(iter(await Waits(self.database).waiting()), None)

    async def standing_still(self) -> Standstill | None:
        return next(iter(await Standstills(self.database).now()), None)

    async def prepare(self) -> None:
        """A script, and two admins."""
        await Scripts(self.database, parse_script, SystemClock()).publish(SCRIPT, origin="console")
        users = Users(self.database, SystemClock())
        for name in ("ana", "leo"):
            await users.add(f"{name}@acme.example", "correct horse", role="admin")


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait for it."""
    deadline = time.monotonic() + LONGEST
    while not await holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.1)


async def qualifies(client: httpx.AsyncClient, name: str) -> None:
    visitor = await Visitor.opens(client, "garden", "en")
    await visitor.says(f"{name}@example.com")
    assert (await visitor.says("Yes, I do"))["phase"] == "closed"


@asynccontextmanager
async def around(fake: FakeCrm, mail: FakeMailServer) -> AsyncIterator[tuple[str, int]]:
    """The system and a mail server, on this machine."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(await fake.serve())
        port = await stack.enter_async_context(mail.listening())
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", port


@pytest.mark.parametrize(
    ("make", "given", "refuse"),
    [
        (FakeHubSpot, hubspot, grant_refused),
        (FakeZoho, zoho, code_refused),
        (FakeSalesforce, salesforce, grant_refused),
        (FakeSugarCrm, sugarcrm, login_refused),
    ],
    ids=["hubspot", "zoho", "salesforce", "sugarcrm"],
)
async def test_leads_wait_for_new_credentials_and_all_go_out_once_there_are(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[], FakeCrm],
    given: Callable[[str], dict[str, Any]],
    refuse: Refuse,
) -> None:
    fake, mail, refusing = make(), FakeMailServer(), monkeypatch
    async with around(fake, mail) as (url, port):
        settings = settings_in(
            tmp_path,
            smtp_host="127.0.0.1",
            smtp_port=port,
            smtp_security="none",
            smtp_from="banter@acme.example",
            smtp_to="sales@acme.example",
            **given(url),
        )
        office = Office(settings)
        await office.prepare()

        async def arrived(leads: int) -> bool:
            return fake.records()["task"] == leads

        async def waits(leads: int) -> bool:
            found = await office.waiting()
            return found is not None and (found.leads, found.remedy) == (leads, "sign_in")

        async def nobody_waits() -> bool:
            return await office.waiting() is None

        async def told_all() -> bool:
            found = await office.standing_still()
            return found is not None and found.told_at is not None

        async with running(settings) as client:
            await qualifies(client, "first")
            await until(lambda: arrived(1))
            fake.token = "another"
            refusing.setattr(fake, "sign_in", refuse)
            for name in ("second", "third", "fourth"):
                await qualifies(client, name)
            await until(lambda: waits(3))
            await until(told_all)
        letters = [one for one in mail.received if "takes no leads" in str(one["subject"])]
        assert sorted(str(one["to"]) for one in letters) == ["ana@acme.example", "leo@acme.example"]

        refusing.undo()
        async with running(settings):  # as after new credentials: the process starts anew
            await until(lambda: arrived(4))
            await until(nobody_waits)
            assert await office.standing_still() is None
        await office.database.close()
    found = fake.records()
    assert (found["lead"], found["note"], found["task"]) == (4, 4, 4)
