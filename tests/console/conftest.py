"""The console over a real database (SQLite) and a real conductor; only the job queue is fake."""

import re
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import APIRouter, FastAPI
from sqlalchemy import Connection, insert, update

from agent.conductor import Conductor
from agent.dialogue import Dialogue, verdict_on
from agent.messages import InboundMessage, Message, Opening
from agent.outbox import Remedy
from agent.ports import Job, Turn, Utterance
from agent.reminding import Mailbox, Notes
from console.accounts import make_accounts
from console.analytics.desk import make_analytics
from console.api import api_router
from console.bearer import ApiGate
from console.check_ups import CheckUps
from console.demo_data.desk import DemoDesk
from console.gate import Gate
from console.jobs_document import JobBook
from console.office import Office
from console.oidc import SignOn
from console.places import Places
from console.queues import Queues
from console.rendering import Pages
from console.settings import Settings
from console.setup_desk import EXPLAINED, SetupDesk
from console.teams_desk import TeamsDesk
from console.trials import Trials
from console.widget_desk import WidgetDesk
from console.workshop import Workshop
from delivery.doctor import Finding
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.handover import make_handover
from qualification.routing.planfile import parse_teams
from qualification.scoring import score
from qualification.scriptfile import parse_script
from qualification.values import Contact, Text
from storage.absences import Absences
from storage.audit import Audit
from storage.database import Database
from storage.demo import DemoLeads
from storage.drafts import Drafts
from storage.inbox import StoredInbox
from storage.job_leads import JobLeads
from storage.jobs import DurableJobs
from storage.leads import Leads
from storage.outbox import StoredOutbox
from storage.outcomes import Outcomes
from storage.reach_tables import TextRow
from storage.replies import StoredReplies
from storage.reports import Reports
from storage.routing_report import RoutingReports
from storage.script_versions import ScriptVersions
from storage.scripts import Scripts
from storage.sent_notes import SentNotes
from storage.studies import Studies
from storage.tables import ConversationRow, DeliveryRow
from storage.teams import Teams
from storage.user_sessions import UserSessions
from storage.users import Users
from storage.waits import Waits
from storage.widgets import StoredWidgets
from storage.workloads import Workloads
from storage.workspace import StoredWorkspace
from tests.builders import money
from tests.console.gates import API_TOKEN
from tests.console.inboxes import inbox_desk_of
from tests.console.on_demand import OnDemand, answering
from tests.databases import sqlite_template
from tests.delivery.pauses import no_pauses
from tests.fakes.clock import FakeClock

__all__ = ["API_TOKEN", "no_pauses", "sqlite_template"]

EMAIL, PASSWORD = "ana@acme.example", "correct horse"
SCRIPT = """\
script: crm-suite
title: CRM Suite
framework: none
languages: [en]
persona: {name: Lucía, company: Acme}
disclosure: {en: I am an assistant.}
criteria:
  - {key: need, kind: text, ask: {en: What do you need?}, points: {positive: 20}}
  - key: budget
    kind: money
    per: year
    ask: {en: What is your budget?}
    positive: {overlaps: {min: 3000, currency: EUR}}
    points: {positive: 25}
qualify: {all_of: [need, budget]}
"""


Part: TypeAlias = Callable[[Office, Pages], APIRouter]


@dataclass
class Firm:
    """Everything behind the console, and leads to fill it with."""

    database: Database
    clock: FakeClock = field(default_factory=FakeClock)
    jobs: list[Job] = field(default_factory=list)
    demo: bool = False
    secure: bool = False
    sign_on: SignOn | None = None
    passwords: bool = True
    systems: Sequence[str] = ("webhook",)
    mailbox: Mailbox | None = None
    notes: Notes | None = None
    places: Places = field(default_factory=lambda: Places((), ()))
    """What tests are sent to."""
    settings: Settings = field(default_factory=lambda: Settings(_env_file=None))
    found: dict[str, list[Finding]] = field(default_factory=dict)
    """What doctor finds."""

    def __post_init__(self) -> None:
        self.users = Users(
            self.database, self.clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        )
        self.scripts = Scripts(self.database, parse_script, self.clock)
        self.inbox = StoredInbox(self.database)
        self.replies = StoredReplies(self.database, self.scripts)
        self.outbox = StoredOutbox(
            self.database, self.enqueue, self.systems, "https://banter.example"
        )
        self.workspace = StoredWorkspace(self.database, self.scripts, self.outbox)
        self.leads = Leads(self.database)
        self.durable = DurableJobs(self.database)
        self.queues = Queues(Waits(self.database), self.outbox, self.clock)
        self.samples = DemoDesk(DemoLeads(self.database), "", "http://console.test", self.clock)
        self.audit = Audit(self.database, self.clock)
        self.sessions = UserSessions(self.database, self.clock)
        self.inbox_desk = inbox_desk_of(
            self.database, self.scripts, self.users, self.clock, self.jobs
        )
        self.teams = Teams(self.database, parse_teams, self.clock)
        self.workshop = Workshop(
            scripts=self.scripts,
            drafts=Drafts(self.database),
            versions=ScriptVersions(self.database),
            studies=Studies(self.database, self.enqueue),
            readers={},
            clock=self.clock,
        )
        self.conductor = Conductor(
            inbox=self.inbox,
            workspace=self.workspace,
            replies=self.replies,
            catalogue=self.scripts,
            readers={},
            clock=self.clock,
        )

    def enqueue(self, _connection: Connection, job: Job) -> None:
        self.jobs.append(job)

    async def examine(self) -> dict[str, list[Finding]]:
        return self.found

    def office(self) -> Office:
        """What the pages work with."""
        secret = "a secret of the tests"
        accounts = make_accounts(
            self.database,
            self.users,
            self.clock,
            secret,
            "http://console.test",
            sign_on=self.sign_on,
            passwords=self.passwords,
        )
        return Office(
            gate=Gate(accounts, self.teams, secret, self.clock, secure=self.secure),
            audit=accounts.audit,
            accounts=accounts,
            leads=self.leads,
            replies=self.replies,
            conductor=self.conductor,
            outbox=self.outbox,
            inbox=self.inbox_desk,
            workshop=self.workshop,
            analytics=make_analytics(
                self.database,
                Reports(self.database, self.scripts),
                Outcomes(self.database),
                self.scripts,
                self.clock,
            ),
            samples=self.samples,
            widgets=WidgetDesk(
                StoredWidgets(self.database, secret, self.clock),
                self.teams,
                "https://banter.example",
            ),
            teams=TeamsDesk(
                teams=self.teams,
                scripts=self.scripts,
                absences=Absences(self.database, self.teams, self.durable),
                acceptance=self.inbox_desk.acceptance,
                reports=RoutingReports(self.database),
                workloads=Workloads(self.database),
                clock=self.clock,
            ),
            setup=SetupDesk(
                settings=self.settings,
                explained=EXPLAINED.read_text(encoding="utf-8"),
                check_ups=CheckUps(self.examine, self.clock),
                book=JobBook(
                    self.durable, JobLeads(self.database), "http://console.test", self.queues
                ),
                queues=self.queues,
                mailbox=self.mailbox,
                places=tuple(self.systems),
                scripts=self.scripts,
                teams=self.teams,
                users=self.users,
                widgets=StoredWidgets(self.database, secret, self.clock),
                trials=Trials(
                    places=self.places,
                    payloads=self.outbox,
                    notes=self.notes,
                    sender="+34911234567",
                    sent=SentNotes(self.database),
                    teams=self.teams,
                ),
            ),
            clock=self.clock,
            demo=self.demo,
        )

    def app(self, *parts: Part) -> FastAPI | OnDemand:
        """The console and the API; of the console only these parts, where some are named."""
        office, pages = self.office(), Pages()
        if parts:
            return answering(*(part(office, pages) for part in parts), self._api(office))
        return OnDemand(office, lambda: self._api(office))

    def _api(self, office: Office) -> APIRouter:
        gate = ApiGate(API_TOKEN, office.accounts.keys, office.audit)
        return api_router(self.leads, self.replies, self.clock, gate)

    async def conversation(self, *texts: str, source: str | None = "/prices") -> str:
        """A conversation in which the prospect has written this."""
        version = await self.scripts.publish(SCRIPT, origin="file")
        self.clock.pass_by(minutes=1)
        identity = uuid4().hex
        opening = Opening(identity, "chat", uuid4().hex, version.id, "en", self.clock.now(), source)
        greeting = Utterance(uuid4().hex, "I am an assistant.")
        await self.inbox.open(opening, Dialogue("en", asked="need"), greeting)
        for text in texts:
            await self.hear(identity, text)
        return identity

    async def text(
        self, conversation: str, state: str, why: str | None = None, *, place: int = 0
    ) -> None:
        """The first message of a conversation went to a phone, and this became of one part."""
        message = (await self.transcript(conversation))[0]
        now = self.clock.now()
        row = {
            "id": f"{message.id}.{place}",
            "position": place,
            "message": message.id,
            "conversation": conversation,
            "channel": "sms",
            "to_address": "+34600111222",
            "sender": "+34911234567",
            "body": message.text,
            "purpose": "reply",
            "state": state,
            "last_error": why,
            "next_at": now if state == "waiting" else None,
            "created_at": now,
            "updated_at": now,
        }
        await self.database.write(lambda connection: connection.execute(insert(TextRow), row))

    async def reached_at(self, conversation: str, email: str) -> None:
        """They gave an e-mail."""
        given = update(ConversationRow).where(ConversationRow.id == conversation)
        await self.database.write(
            lambda connection: connection.execute(given.values(contact_email=email))
        )

    async def hear(self, conversation: str, text: str) -> None:
        """The prospect writes."""
        await self.inbox.receive(
            InboundMessage("chat", uuid4().hex, conversation, text, self.clock.now())
        )

    async def lead(
        self,
        *,
        need: str = "We need a CRM",
        budget: str = "about 4000 euros a year",
        name: str = "Ana López",
    ) -> str:
        """A qualified lead, handed over, whose messages are its answers."""
        conversation = await self.conversation(need, budget, f"I'm {name}")
        said = await self.transcript(conversation)
        await self.hand_over(
            conversation,
            Answer("need", Text(need), self.clock.now(), Evidence(said[1].id, need)),
            Answer(
                "budget",
                money(4000, period="year"),
                self.clock.now(),
                Evidence(said[2].id, budget),
            ),
            Answer("name", Contact("name", name), self.clock.now(), Evidence(said[3].id, name)),
        )
        return conversation

    async def hand_over(
        self, conversation: str, *answers: Answer, replaced: tuple[Answer, ...] = ()
    ) -> None:
        """The turn that makes a lead of it."""
        now = self.clock.now()
        claim = await self.workspace.claim(conversation, now, timedelta(seconds=5))
        assert claim is not None
        dialogue = replace(
            claim.dialogue,
            sheet=AnswerSheet({one.key: one for one in answers}, replaced=replaced),
            open_questions=("Do you ship to Malta?",),
            phase="closed",
        )
        verdict = verdict_on(claim.script, dialogue)
        card = score(claim.script, dialogue.sheet, now)
        handover = make_handover(
            claim.script,
            dialogue.sheet,
            verdict,
            card,
            why="qualified",
            language="en",
            channel="chat",
            source=claim.source,
            open_questions=dialogue.open_questions,
        )
        turn = Turn(
            dialogue=dialogue,
            at=now,
            read_up_to=claim.inbound_seq,
            said=(Utterance(uuid4().hex, "Thank you. Someone will be in touch."),),
            answers=answers,
            verdict=verdict,
            score=card,
            handover=handover,
        )
        await self.workspace.commit(claim, turn, seen=claim.inbound_seq)

    async def fail_deliveries(self, error: str, remedy: Remedy | None = None) -> None:
        """Every delivery has ended badly."""
        failed = update(DeliveryRow).values(
            state="failed", attempts=6, last_error=error, remedy=remedy
        )
        await self.database.write(lambda connection: connection.execute(failed))

    async def transcript(self, conversation: str) -> tuple[Message, ...]:
        """Everything said."""
        return await self.leads.transcript_after(conversation, 0)


@pytest.fixture
async def firm(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Firm]:
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield Firm(database)
    await database.close()


class Browser:
    """Somebody at the console: keeps cookies, and sends the forms of the page they see."""

    def __init__(self, app: FastAPI | OnDemand, address: str = "203.0.113.7") -> None:
        self.app = app
        transport = httpx.ASGITransport(app, client=(address, 4242))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://console.test")
        self.page = ""

    async def see(self, path: str) -> httpx.Response:
        """Open a page."""
        response = await self.client.get(path)
        self.page = response.text
        return response

    async def send(self, path: str, **fields: str | list[str]) -> httpx.Response:
        """Send a form, with the token of the page that is open."""
        token = re.search(r'name="token" value="([^"]*)"', self.page)
        if token is not None:
            fields = {"token": unescape(token[1]), **fields}
        response = await self.client.post(path, data=fields)
        self.page = response.text or self.page
        return response

    async def sign_in(
        self, email: str = EMAIL, password: str = PASSWORD, path: str = "/console/login"
    ) -> httpx.Response:
        """Go to the login and send it."""
        await self.see(path)
        return await self.send(
            "/console/login",
            email=email,
            password=password,
            next=unescape(re.findall(r'name="next" value="([^"]*)"', self.page)[0]),
        )


@pytest.fixture
async def stranger(firm: Firm) -> AsyncIterator[Browser]:
    """A browser that nobody has signed in with."""
    await firm.users.add(EMAIL, PASSWORD)
    browser = Browser(firm.app())
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def ana(stranger: Browser) -> Browser:
    """A salesperson who has signed in."""
    assert (await stranger.sign_in()).status_code == 303
    return stranger
