"""Rehearsal, SQLite and PostgreSQL keep conversations in the same way."""

import pytest
from sqlalchemy import Connection

from agent.messages import Message
from agent.ports import Job
from agent.rehearsal import Rehearsal
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.inbox import StoredInbox
from storage.leads import Leads
from storage.outbox import StoredOutbox
from storage.replies import StoredReplies
from storage.scripts import Scripts
from storage.workspace import StoredWorkspace
from tests.contracts.keeping import KeepingContract, Office
from tests.fakes.clock import FakeClock
from tests.storage.records import NOW, script_text


class TestInMemory(KeepingContract):
    """agent.rehearsal.Rehearsal."""

    @pytest.fixture
    def office(self) -> Office:
        rehearsal = Rehearsal(parse_script(script_text()))

        async def transcript(conversation: str) -> tuple[Message, ...]:
            return tuple(rehearsal.messages_after(conversation, 0))

        return Office(rehearsal, rehearsal, rehearsal, "crm-suite", transcript)


class TestInTheDatabase(KeepingContract):
    """storage.inbox, storage.workspace and storage.replies."""

    @pytest.fixture
    async def office(self, database: Database) -> Office:
        scripts = Scripts(database, parse_script, FakeClock(NOW))
        version = await scripts.publish(script_text(), origin="file")

        def enqueue(_connection: Connection, _job: Job) -> None:
            """No place is configured: nothing is ever enqueued."""
            raise AssertionError

        outbox = StoredOutbox(database, enqueue, [], "https://banter.example/")
        workspace = StoredWorkspace(database, scripts, outbox)
        leads = Leads(database)

        async def transcript(conversation: str) -> tuple[Message, ...]:
            return await leads.transcript_after(conversation, 0)

        replies = StoredReplies(database, scripts)
        return Office(StoredInbox(database), workspace, replies, version.id, transcript)
