"""Leads that are ready for somebody, and a desk that gives them out, in few words."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from agent.leaving import KIND as LEAVING
from agent.leaving import Leaving
from agent.ports import Job
from agent.router import KIND as ASSIGNMENT
from agent.router import Router
from agent.routing import Assignment, ExistingOwner
from qualification.routing.planfile import parse_teams
from qualification.values import Json
from storage.absences import Absences
from storage.acceptance import Acceptance
from storage.assignments import StoredAssignments
from storage.database import Database
from storage.owners import OwnRecord
from storage.tables import ConversationRow, HandoverRow, ScriptVersionRow
from storage.teams import Teams
from tests.fakes.assignments import FakeAnnouncing, FakeReminding
from tests.fakes.clock import FakeClock

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten in the morning in Madrid."""
PLAN = """\
timezone: Europe/Madrid
people:
  - {id: ana, name: Ana Ruiz, email: ana@acme.example, phone: "+34600111201", weight: 2,
     languages: [es, en], ids: {hubspot: "51001"}}
  - {id: luis, name: Luis Vega, email: luis@acme.example, languages: [es, en]}
  - {id: marta, name: Marta Soler, email: marta@acme.example}
teams:
  - {id: sales, name: {es: Ventas, en: Sales}, people: [ana, luis], escalate_to: marta}
queues:
  - {id: general, name: {es: Cola, en: Queue}, email: leads@acme.example, escalate_to: marta}
rules:
  - {name: everything, to: {team: sales}}
fallback: {queue: general}
"""


def document(**more: Json) -> dict[str, Json]:
    """A hand-over's document, as far as routing looks at it."""
    return {
        "why": "qualified",
        "script": "crm-suite",
        "language": "es",
        "channel": "chat",
        "source": "/pricing",
        "contact": {"email": f"{uuid4().hex}@gmail.com"},
        "tier": "hot",
        "score": 80,
        "criteria": [],
        **more,
    }


@dataclass
class Desk:
    """All that gives leads out in one process; two of them are two processes."""

    database: Database
    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY))
    jobs: list[Job] = field(default_factory=list)
    cancelled: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.teams = Teams(self.database, parse_teams, self.clock, self.enqueue)
        self.assignments = StoredAssignments(self.database, self.teams, self.enqueue)
        self.acceptance = Acceptance(self.database, self.teams, self.enqueue, self.cancel)
        self.absences = Absences(self.database, self.teams, self)
        self.leaving = Leaving(self.absences, self.acceptance, self.clock)
        self.reminding = FakeReminding()
        self.router = Router(self.assignments, (), FakeAnnouncing(), [self.reminding], self.clock)
        self.owners = OwnRecord(self.database)

    def enqueue(self, _connection: Connection, job: Job) -> None:
        self.jobs.append(job)

    def withdraw(self, _connection: Connection, kind: str, key: str) -> bool:
        found = [job for job in self.jobs if (job.kind, job.key or job.row) == (kind, key)]
        self.jobs = [job for job in self.jobs if job not in found]
        return bool(found)

    async def cancel(self, kind: str, key: str) -> None:
        self.cancelled.append((kind, key))

    async def publish(self, text: str = PLAN) -> int:
        """Make a plan current."""
        return (await self.teams.publish(text, origin="console")).number

    async def leads(self, count: int, **more: Json) -> list[str]:
        """Hand-overs that are nowhere yet, each with a conversation of its own."""
        return await self.database.write(
            lambda connection: [
                hand_over(connection, document(**more), self.clock.now()) for _ in range(count)
            ]
        )

    async def lead(self, **more: Json) -> str:
        """One of them."""
        return (await self.leads(1, **more))[0]

    async def give(self, handover: str, *known: ExistingOwner) -> Assignment:
        """Route it now."""
        found = await self.assignments.give(handover, known, self.clock.now())
        assert found is not None
        return found

    async def given(self, **more: Json) -> Assignment:
        """A new lead, routed."""
        return await self.give(await self.lead(**more))

    def due(self, assignment: Assignment) -> dict[str, datetime | None]:
        """The jobs about an assignment, and when they are due."""
        return {
            job.row.partition("/")[2]: job.at
            for job in self.jobs
            if job.row.startswith(assignment.id)
        }

    async def work_until(self, at: datetime, kind: str) -> None:
        """Do the jobs of a kind when they are due, in order, up to a moment."""
        handlers = {LEAVING: self.leaving.begin, ASSIGNMENT: self.router.look_after}
        while due := [
            job for job in self.jobs if job.kind == kind and (job.at or self.clock.now()) <= at
        ]:
            job = min(due, key=lambda one: one.at or self.clock.now())
            self.jobs.remove(job)
            ahead = ((job.at or self.clock.now()) - self.clock.now()).total_seconds()
            self.clock.pass_by(seconds=max(0.0, ahead))
            again = await handlers[kind](job.row)
            if again is not None:
                self.jobs.append(replace(job, at=again))
        self.clock.pass_by(seconds=max(0.0, (at - self.clock.now()).total_seconds()))

    async def overdue(self, assignment: Assignment) -> Assignment | None:
        """Let its time run out."""
        assert assignment.due_at is not None
        self.clock.pass_by(seconds=(assignment.due_at - self.clock.now()).total_seconds())
        return await self.assignments.overdue(assignment.id, self.clock.now())


def hand_over(connection: Connection, lead: dict[str, Json], at: datetime) -> str:
    """Write a conversation and its hand-over."""
    conversation, handover = uuid4().hex, uuid4().hex
    version = "crm-suite@1"
    known_script = select(ScriptVersionRow.id).where(ScriptVersionRow.id == version)
    if connection.execute(known_script).first() is None:
        connection.execute(
            insert(ScriptVersionRow),
            {
                "id": version,
                "key": "crm-suite",
                "number": 1,
                "text": "",
                "sha256": "",
                "origin": "file",
                "published_at": at,
            },
        )
    contact = lead["contact"]
    known = contact if isinstance(contact, dict) else {}
    connection.execute(
        insert(ConversationRow),
        {
            "id": conversation,
            "channel": "chat",
            "address": conversation,
            "script_version": version,
            "phase": "closed",
            "language": "es",
            "dialogue": "{}",
            "contact_email": known.get("email"),
            "contact_phone": known.get("phone"),
            "created_at": at,
            "updated_at": at,
        },
    )
    connection.execute(
        insert(HandoverRow),
        {
            "id": handover,
            "revision": 1,
            "conversation": conversation,
            "why": lead["why"],
            "payload": json.dumps(lead),
            "created_at": at,
        },
    )
    connection.execute(
        update(ConversationRow).where(ConversationRow.id == conversation).values(handover=handover)
    )
    return handover
