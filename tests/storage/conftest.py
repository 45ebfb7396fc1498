"""What the tests of storage start from: a published script and an open conversation, on either
database.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest
from sqlalchemy import Connection

from agent.dialogue import Dialogue
from agent.messages import Message, Opening
from agent.ports import Claim, Job, Utterance
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.inbox import StoredInbox
from storage.leads import Leads
from storage.outbox import StoredOutbox
from storage.replies import StoredReplies
from storage.scripts import Scripts
from storage.workspace import StoredWorkspace
from tests.databases import (
    bare_database_url,
    database,
    database_url,
    sqlite_template,
)
from tests.fakes.clock import FakeClock
from tests.storage.records import NOW, inbound, script_text
from tests.storage.working import handler, idle, jobs, set_status, start_worker

__all__ = [
    "bare_database_url",
    "database",
    "database_url",
    "handler",
    "idle",
    "jobs",
    "set_status",
    "sqlite_template",
    "start_worker",
]

LEASE = timedelta(seconds=5)
parsed = cache(parse_script)
"""Each text is parsed once for all tests: a script cannot be changed."""


@dataclass
class Store:
    """Everything a process has of storage; two of them are two processes."""

    database: Database
    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW))
    jobs: list[Job] = field(default_factory=list)
    """What was enqueued, also in transactions that failed."""

    def __post_init__(self) -> None:
        self.scripts = Scripts(self.database, parsed, self.clock)
        self.inbox = StoredInbox(self.database)
        self.replies = StoredReplies(self.database, self.scripts)
        self.outbox = StoredOutbox(
            self.database, self.enqueue, ["webhook"], "https://banter.example/"
        )
        self.workspace = StoredWorkspace(self.database, self.scripts, self.outbox)
        self.leads = Leads(self.database)

    def enqueue(self, _connection: Connection, job: Job) -> None:
        self.jobs.append(job)

    async def open(self, greeting: str | None = "Hello!") -> str:
        """A new conversation."""
        version = await self.scripts.publish(script_text(), origin="file")
        opening = Opening(
            uuid4().hex, "chat", uuid4().hex, version.id, "en", self.clock.now(), "/pricing"
        )
        said = None if greeting is None else Utterance(uuid4().hex, greeting)
        await self.inbox.open(opening, Dialogue("en"), said)
        return opening.conversation

    async def hear(self, conversation: str, *texts: str) -> None:
        """The prospect writes."""
        for text in texts:
            await self.inbox.receive(inbound(conversation, text, at=self.clock.now()))

    async def claim(self, conversation: str, *, steal: bool = False) -> Claim:
        """The conversation, which must be free."""
        claim = await self.workspace.claim(conversation, self.clock.now(), LEASE, steal=steal)
        assert claim is not None
        return claim

    async def transcript(self, conversation: str) -> tuple[Message, ...]:
        """Everything said."""
        return await self.leads.transcript_after(conversation, 0)


@pytest.fixture
def store(database: Database) -> Store:
    """One process."""
    return Store(database)
