"""What the inbox works with, over a database of the tests."""

from sqlalchemy import Connection

from agent.ports import Clock, Job
from console.inbox_desk import InboxDesk
from console.watching import Watching
from qualification.routing.planfile import parse_teams
from storage.acceptance import Acceptance
from storage.assignments import StoredAssignments
from storage.database import Database
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.inbox_handling import InboxHandling
from storage.inbox_lines import InboxLines
from storage.outcomes import Outcomes
from storage.people import People
from storage.scripts import Scripts
from storage.suppressions import Suppressions
from storage.teams import Teams
from storage.user_sessions import UserSessions
from storage.users import Users


def inbox_desk_of(
    database: Database, scripts: Scripts, users: Users, clock: Clock, jobs: list[Job]
) -> InboxDesk:
    """Jobs are only listed."""

    def enqueue(_connection: Connection, job: Job) -> None:
        jobs.append(job)

    async def cancel(_kind: str, _key: str) -> None:
        """The handler looks at its row anyway."""

    lines, teams = InboxLines(database), Teams(database, parse_teams, clock)
    suppressions = Suppressions(database, "a secret of the tests that is long enough")
    return InboxDesk(
        database=database,
        lines=lines,
        handling=InboxHandling(database),
        watching=Watching(lines, UserSessions(database, clock), clock),
        users=users,
        teams=teams,
        scripts=scripts,
        assignments=StoredAssignments(database, teams, enqueue),
        acceptance=Acceptance(database, teams, enqueue, cancel),
        outcomes=Outcomes(database),
        people=People(database, scripts, clock),
        exports=Exports(database, suppressions, clock),
        erasures=StoredErasures(database, suppressions, enqueue, clock),
    )
