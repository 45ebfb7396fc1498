"""A firm with teams behind it, for the tests of what people do with their leads."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from agent.ports import Job
from agent.routing import Assignment
from console.accepting import SignedLinks
from qualification.routing.planfile import parse_teams
from storage.absences import Absences
from storage.acceptance import Acceptance
from storage.assignments import StoredAssignments
from storage.routing_past import RoutingPast
from storage.teams import Teams
from tests.console.conftest import Firm
from tests.storage.routed import PLAN

SECRET = "a secret of the tests that is long enough"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, ten in the morning in Madrid."""


@dataclass
class RoutingFirm:
    """Whose leads are whose, and what is done about it."""

    firm: Firm

    def __post_init__(self) -> None:
        database, clock = self.firm.database, self.firm.clock
        clock.pass_by(seconds=(MORNING - clock.now()).total_seconds())
        self.teams = Teams(database, parse_teams, clock)
        self.assignments = StoredAssignments(database, self.teams, self.enqueue)
        self.acceptance = Acceptance(database, self.teams, self.enqueue, self.cancel)
        self.absences = Absences(database, self.teams, self)
        self.routing_past = RoutingPast(database)
        self.links = SignedLinks(SECRET, "https://banter.example", clock)

    def enqueue(self, _connection: Connection, job: Job) -> None:
        self.firm.jobs.append(job)

    def withdraw(self, _connection: Connection, kind: str, key: str) -> bool:
        left = [job for job in self.firm.jobs if (job.kind, job.key or job.row) != (kind, key)]
        gone = len(left) < len(self.firm.jobs)
        self.firm.jobs[:] = left
        return gone

    async def cancel(self, kind: str, key: str) -> None:
        """The handler looks at its row anyway."""

    async def publish(self, text: str = PLAN) -> None:
        """Make a plan current."""
        await self.teams.publish(text, origin="console")

    async def given(self) -> Assignment:
        """A lead that was handed over, and given to somebody."""
        conversation = await self.firm.lead()
        handover = (await self.firm.leads.lead(conversation)).line.handover
        assert handover is not None
        found = await self.assignments.give(handover, (), self.firm.clock.now())
        assert found is not None
        return found
