"""A conversation ends without a lead for sales: who agreed is on the list, and nobody else is."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from agent.rehearsal.rehearsal import SystemClock
from app import Settings
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.scripts import Scripts
from storage.story import Stories, Story
from tests.fakes.mailchimp import FakeMailchimp
from tests.serving import Visitor, running, settings_in

SCRIPT = """\
script: garden
title: Garden
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I am an assistant.}
criteria:
  - key: marketing_consent
    kind: yes_no
    required: yes
    ask: {en: May we send you news by e-mail?}
  - key: garden
    kind: yes_no
    ask: {en: Do you have a garden of your own?}
    positive: {answer: yes}
    knock_out: yes
contact: {ask: [email], when: first}
qualify: {all_of: [garden]}
"""
TOKEN = {"Authorization": "Bearer token"}


@asynccontextmanager
async def listening(fake: FakeMailchimp) -> AsyncIterator[str]:
    server = await fake.serve()
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def story(settings: Settings, lead: str) -> Story:
    """What was done about the lead, once it is done."""
    database = Database(settings.database_url)
    deadline = time.monotonic() + 20
    try:
        while True:
            told = await Stories(database).of(lead)
            if told and told[-1].state == "delivered":
                return told[-1]
            assert time.monotonic() < deadline, told
            await asyncio.sleep(0.1)
    finally:
        await database.close()


async def conversation(client: httpx.AsyncClient) -> str:
    """The only one there is."""
    (found,) = (await client.get("/api/leads", headers=TOKEN)).json()["items"]
    identity: str = found["conversation"]
    return identity


@pytest.mark.parametrize("agrees", [True, False])
async def test_who_does_not_qualify_is_nurtured_if_they_agreed(
    tmp_path: Path, agrees: bool
) -> None:
    fake = FakeMailchimp()
    async with listening(fake) as url:
        given = settings_in(
            tmp_path,
            mailchimp_api_key=SecretStr("0123-us6"),
            mailchimp_audience="a1",
            mailchimp_base_url=url,
        )
        database = Database(given.database_url)
        await Scripts(database, parse_script, SystemClock()).publish(SCRIPT, origin="console")
        await database.close()
        async with running(given) as client:
            visitor = await Visitor.opens(client, "garden", "en")
            await visitor.says("ana@example.com")
            await visitor.says("Yes, please" if agrees else "No, thanks")
            assert (await visitor.says("No, I don't have one"))["phase"] == "closed"
            told = await story(given, await conversation(client))
            assert (await client.get("/api/handovers", headers=TOKEN)).json()["items"] == []
    assert told.why == "nurture"
    if agrees:
        (member,) = fake.members.values()
        assert (member["email"], member["status"]) == ("ana@example.com", "pending")
    else:
        assert fake.requests == []
        assert told.response == "nothing sent: no consent to marketing is on record"
