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
from console.services import services
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.people import Address
from storage.scripts import Scripts
from storage.story import Stories, Story
from tests.fakes.crm import FakeCrm
from tests.fakes.google_analytics import FakeGoogleAnalytics
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
async def listening(fake: FakeCrm) -> AsyncIterator[str]:
    server = await fake.serve()
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def story(settings: Settings, lead: str, why: str = "nurture") -> Story:
    """What was done about the lead, once it is done."""
    database = Database(settings.database_url)
    deadline = time.monotonic() + 60
    try:
        while True:
            told = await Stories(database).of(lead)
            if told and (told[-1].state, told[-1].why) == ("delivered", why):
                return told[-1]
            assert time.monotonic() < deadline, told
            await asyncio.sleep(0.1)
    finally:
        await database.close()


async def counted(fake: FakeGoogleAnalytics, events: int) -> None:
    """Wait until so many events have arrived."""
    deadline = time.monotonic() + 60
    while True:
        if len(fake.events) >= events:
            return
        assert time.monotonic() < deadline, fake.events
        await asyncio.sleep(0.1)


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


async def test_who_asks_us_to_stop_later_is_taken_off_the_list_and_erased_when_they_ask(
    tmp_path: Path,
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
            for text in ("ana@example.com", "Yes, please", "No, I don't have one"):
                await visitor.says(text)
            lead = await conversation(client)
            await story(given, lead)
            again = await Visitor.opens(client, "garden", "en")
            await again.says("ana@example.com")
            assert (await again.says("Stop. Don't write to me any more."))["phase"] == "stopped"
            told = await story(given, lead, "withdrawn")
        assert "unsubscribed" in (told.response or "")
        (member,) = fake.members.values()
        assert member["status"] == "unsubscribed"
        async with services(given) as parts:
            who = await parts.people.find(Address("email", "ana@example.com"))
            await parts.erasures.erase(who)
            for sid in await parts.erasures.waiting():
                assert await parts.erasing.erase(sid) is None
    assert (fake.members, len(fake.forgotten)) == ({}, 1)


async def test_what_sales_makes_of_a_lead_is_counted(tmp_path: Path) -> None:
    fake = FakeGoogleAnalytics()
    async with listening(fake) as url:
        given = settings_in(
            tmp_path,
            ga4_measurement_id="G-1",
            ga4_api_secret=SecretStr("secret"),
            ga4_base_url=url,
        )
        database = Database(given.database_url)
        await Scripts(database, parse_script, SystemClock()).publish(SCRIPT, origin="console")
        await database.close()
        async with running(given) as client:
            visitor = await Visitor.opens(client, "garden", "en")
            for text in ("ana@example.com", "No, thanks", "Yes, a big one"):
                await visitor.says(text)
            lead = await conversation(client)
            for said in (
                {"outcome": "accepted"},
                {"outcome": "won", "amount": 3000, "currency": "EUR"},
                {"outcome": "won", "amount": 3000, "currency": "EUR"},
            ):
                path = f"/api/leads/{lead}/outcome"
                assert (await client.post(path, json=said, headers=TOKEN)).is_success
            await story(given, lead, "outcome")
            await counted(fake, 4)
    names = [name for name, _ in fake.events]
    assert sorted(names) == ["close_convert_lead", "generate_lead", "qualify_lead", "working_lead"]
    assert "ana@example.com" not in str(fake.bodies)
