"""Rehearsal, SQLite and PostgreSQL keep conversations in the same way."""

import pytest
from sqlalchemy import Connection

from agent.backlog import KIND
from agent.messages import Message
from agent.ports import Job
from agent.rehearsal.rehearsal import Rehearsal
from qualification.scriptfile import parse_script
from storage.backlog import StoredBacklog
from storage.database import Database
from storage.inbox import StoredInbox
from storage.leads import Leads
from storage.outbox import StoredOutbox
from storage.replies import StoredReplies
from storage.scripts import Scripts
from storage.workspace import StoredWorkspace
from tests.contracts.keeping import BacklogContract, KeepingContract, Office
from tests.fakes.clock import FakeClock
from tests.storage.records import NOW, script_text


class TestInMemory(KeepingContract, BacklogContract):
    """agent.rehearsal.rehearsal.Rehearsal."""

    @pytest.fixture
    def office(self) -> Office:
        rehearsal = Rehearsal(parse_script(script_text()))

        async def transcript(conversation: str) -> tuple[Message, ...]:
            return tuple(rehearsal.messages_after(conversation, 0))

        seen: list[str] = []

        def entries() -> list[str]:
            seen.extend(one for one in rehearsal.backlog() if one not in seen)
            return seen

        return Office(rehearsal, rehearsal, rehearsal, "crm-suite", transcript, rehearsal, entries)


class TestInTheDatabase(KeepingContract, BacklogContract):
    """storage.inbox, storage.workspace, storage.replies and storage.backlog."""

    @pytest.fixture
    async def office(self, database: Database) -> Office:
        scripts = Scripts(database, parse_script, FakeClock(NOW))
        version = await scripts.publish(script_text(), origin="file")

        jobs: list[Job] = []

        def enqueue(_connection: Connection, job: Job) -> None:
            """No place is configured: all that is ever enqueued is to be read again."""
            assert job.kind == KIND
            jobs.append(job)

        outbox = StoredOutbox(database, enqueue, [], "https://banter.example/")
        backlog = StoredBacklog(database, scripts, enqueue)
        workspace = StoredWorkspace(database, scripts, outbox, backlog=backlog)
        leads = Leads(database)

        async def transcript(conversation: str) -> tuple[Message, ...]:
            return await leads.transcript_after(conversation, 0)

        replies = StoredReplies(database, scripts)
        return Office(
            StoredInbox(database),
            workspace,
            replies,
            version.id,
            transcript,
            backlog,
            lambda: [job.row for job in jobs],
        )
