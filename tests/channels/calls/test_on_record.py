"""Calls over the database, answered by two processes at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from agent.acquaintance import Acquaintance, recall
from agent.conductor import Conductor
from agent.texting import Note
from channels.answering import Answering
from channels.calls.arrivals import CallArrivals
from channels.calls.lines import Switchboard
from channels.calls.pages import CallPages
from channels.calls.voice import VoiceDesk, voice_router
from channels.calls.voicing import Voicing
from channels.problems import answer_with_problems
from channels.twilio import TwilioSignatures, sign
from storage.calls_record import StoredCalls
from storage.database import Database
from storage.roster import StoredRoster
from storage.routing_tables import RingRow
from tests.channels.telephone import (
    ACCOUNT,
    ADDRESS,
    LEG,
    OURS,
    SID,
    THEIRS,
    TOKEN,
    WEBHOOKS,
    Document,
)
from tests.databases import database, database_url, sqlite_template
from tests.storage.conftest import Store
from tests.storage.routed import Desk

__all__ = ["database", "database_url", "sqlite_template"]

SCRIPT = """\
script: crm
title: CRM
framework: none
languages: [es, en]
persona: {name: Lucía, company: Acme}
disclosure: {es: Soy una IA., en: I am an AI.}
criteria:
  - {key: need, kind: text, ask: {es: ¿Qué quiere mejorar?, en: What would you like to improve?}}
qualify: {all_of: [need]}
transfer:
  people: [{name: Ana, phone: "+34911000001"}, {name: Luis, phone: "+34911000002"}]
  hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "0:00", to: "23:59", timezone: UTC}
"""


class Exchange:
    """One process that answers calls."""

    def __init__(self, database: Database, client: httpx.AsyncClient, app: FastAPI) -> None:
        self.store = Store(database)
        self.desk = Desk(database)
        self.client = client
        self.notes: list[str] = []
        self.calls = StoredCalls(database)
        self.conductor = Conductor(
            inbox=self.store.inbox,
            workspace=self.store.workspace,
            replies=self.store.replies,
            catalogue=self.store.scripts,
            readers={},
            clock=self.store.clock,
        )
        board = Switchboard(
            conversations=self.conductor,
            record=self.store.leads,
            calls=self.calls,
            notes=self,
            pages=CallPages(ADDRESS, Voicing(mode="gather")),
            clock=self.store.clock,
            roster=StoredRoster(database, self.desk.teams, self.desk.acceptance),
        )
        answering = Answering(self.store.scripts)
        arrivals = CallArrivals(
            self.conductor, answering, self, self.calls, self.store.clock, "gather"
        )
        desk = VoiceDesk(TwilioSignatures(ACCOUNT, TOKEN, ADDRESS), arrivals, board)
        app.include_router(voice_router(desk))

    async def meet(self, number: str, script_key: str, *, proven: bool) -> Acquaintance:
        """agent.acquaintance.Acquaintances: nobody was met before."""
        published = await self.store.scripts.current(script_key)
        assert published is not None
        return recall(published.script, number, (), self.store.clock.now(), proven=proven)

    async def tell(self, note: Note, _now: object) -> None:
        """channels.calls.lines.Notes."""
        self.notes.append(note.body)

    async def page(self, address: str, **params: str) -> Document:
        """The TwiML that a signed webhook answers."""
        address = address if address.startswith("http") else f"{WEBHOOKS}/{address}"
        given = {"AccountSid": ACCOUNT, "CallSid": SID, "From": THEIRS, "To": OURS, **params}
        response = await self.client.post(
            address.removeprefix(ADDRESS),
            data=given,
            headers={"X-Twilio-Signature": sign(TOKEN, address, given)},
        )
        assert response.status_code == 200, response.text
        return Document(response.text)


@pytest.fixture
async def exchanges(database: Database) -> AsyncIterator[list[Exchange]]:
    """Two processes on one database."""
    async with AsyncExitStack() as stack:
        both = []
        for _ in range(2):
            app = FastAPI()
            answer_with_problems(app)
            client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here")
            both.append(Exchange(database, await stack.enter_async_context(client), app))
        await both[0].store.scripts.publish(SCRIPT, origin="file")
        yield both
        for one in both:
            await one.conductor.aclose()


async def test_a_call_that_reaches_both_at_once_is_one(exchanges: list[Exchange]) -> None:
    pages = await asyncio.gather(*(one.page("voice") for one in exchanges * 3))
    assert len({page.text for page in pages}) == 1
    call = await exchanges[0].calls.of(SID)
    assert call is not None
    assert len(await exchanges[1].store.transcript(call.conversation)) == 1


async def test_every_step_may_be_answered_by_either(exchanges: list[Exchange]) -> None:
    one, other = exchanges
    page = await one.page("voice")
    asked = page.of("Gather")["action"]
    wish = {"SpeechResult": "Quiero hablar con una persona"}
    page, again = await asyncio.gather(other.page(asked, **wish), one.page(asked, **wish))
    assert page.text == again.text
    assert page.root.findtext("Dial/Number") == "+34911000001"
    dialled = page.of("Dial")["action"]
    pages = await asyncio.gather(*(each.page(dialled) for each in exchanges * 2))
    assert {each.root.findtext("Dial/Number") for each in pages} == {"+34911000002"}
    whisper = await one.page(pages[0].of("Number")["url"], CallSid=LEG)
    key = whisper.of("Gather")["action"]
    taken = await asyncio.gather(
        *(each.page(key, CallSid=LEG, Digits="1") for each in exchanges * 2)
    )
    assert [each.verbs for each in taken] == [[]] * 4
    call = await other.calls.of(SID)
    assert call is not None
    assert (call.state, call.accepted_by) == ("transferred", "Luis")
    said = await one.store.transcript(call.conversation)
    assert [message.author for message in said] == ["agent", "prospect", "agent"]
    standing = await one.store.replies.standing(call.conversation)
    assert standing.dialogue.answered_by == "Luis"
    assert await rings(one) == [(None, "Ana", "missed"), (None, "Luis", "accepted")]


async def rings(exchange: Exchange) -> list[tuple[str | None, str, str | None]]:
    """Who was rung, and what became of it."""
    wanted = select(RingRow.person, RingRow.name, RingRow.answer).order_by(RingRow.place)
    rows = await exchange.desk.database.read(lambda connection: connection.execute(wanted).all())
    return [(row.person, row.name, row.answer) for row in rows]


TEAM = """\
timezone: UTC
hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "0:00", to: "23:59"}
people:
  - {id: grace, name: Grace, email: grace@acme.example, phone: "+34911000007"}
  - {id: vera, name: Vera, email: vera@acme.example, phone: "+34911000008"}
teams:
  - {id: sales, name: {en: Sales}, people: [grace, vera]}
queues:
  - {id: general, name: {en: Queue}}
fallback: {queue: general}
"""


async def test_a_team_takes_calls_before_the_people_of_the_script(
    exchanges: list[Exchange],
) -> None:
    one, other = exchanges
    await one.desk.publish(TEAM)
    team = SCRIPT.replace("transfer:\n", "transfer:\n  team: sales\n")
    await one.store.scripts.publish(team, origin="console")
    page = await one.page("voice")
    wish = {"SpeechResult": "Quiero hablar con una persona"}
    page = await other.page(page.of("Gather")["action"], **wish)
    rung = []
    for _ in range(2):
        rung.append(page.root.findtext("Dial/Number"))
        page = await other.page(page.of("Dial")["action"])
    rung.append(page.root.findtext("Dial/Number"))
    assert rung == ["+34911000007", "+34911000008", "+34911000001"]
    assert await rings(one) == [
        ("grace", "Grace", "missed"),
        ("vera", "Vera", "missed"),
        (None, "Ana", None),
    ]


async def test_who_of_the_team_takes_the_call_is_on_record(exchanges: list[Exchange]) -> None:
    one, other = exchanges
    await one.desk.publish(TEAM)
    team = SCRIPT.replace("transfer:\n", "transfer:\n  team: sales\n")
    await one.store.scripts.publish(team, origin="console")
    page = await one.page("voice")
    wish = {"SpeechResult": "Quiero hablar con una persona"}
    page = await one.page(page.of("Gather")["action"], **wish)
    whisper = await other.page(page.of("Number")["url"], CallSid=LEG)
    taken = await one.page(whisper.of("Gather")["action"], CallSid=LEG, Digits="1")
    assert taken.verbs == []
    call = await other.calls.of(SID)
    assert call is not None
    assert (call.state, call.accepted_by) == ("transferred", "Grace")
    assert await rings(one) == [("grace", "Grace", "accepted")]
