"""What do the inbox and the page of a lead work with? Everything they are given, in one place."""

from dataclasses import dataclass

from agent.ports import Clock
from console.services import Services
from console.watching import Watching
from qualification.routing.plan import TeamPlan
from storage.acceptance import Acceptance
from storage.assignments import StoredAssignments
from storage.database import Database
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.inbox_filters import Me
from storage.inbox_handling import InboxHandling
from storage.inbox_lines import InboxLines
from storage.outcomes import Outcomes
from storage.people import People
from storage.scripts import Scripts
from storage.teams import Teams
from storage.user_sessions import UserSessions
from storage.users import User, Users


@dataclass(frozen=True, slots=True)
class InboxDesk:
    """The dependencies of the inbox."""

    database: Database
    lines: InboxLines
    handling: InboxHandling
    watching: Watching
    users: Users
    teams: Teams
    scripts: Scripts
    assignments: StoredAssignments
    acceptance: Acceptance
    outcomes: Outcomes
    people: People
    exports: Exports
    erasures: StoredErasures

    async def plan(self) -> TeamPlan | None:
        """The teams that hold; None where none are published."""
        version = await self.teams.current()
        return None if version is None else version.plan

    async def me(self, user: str, email: str) -> Me:
        """Whoever looks: in teams.yaml they are known by their e-mail."""
        plan = await self.plan()
        return Me(user, person_with(plan, email))

    async def colleagues(self) -> tuple[User, ...]:
        """Everybody who may be given a conversation."""
        return tuple(one for one in await self.users.all() if one.active and one.role != "auditor")


def person_with(plan: TeamPlan | None, email: str) -> str | None:
    """Who has this e-mail in teams.yaml."""
    people = plan.people if plan else ()
    same = (one.id for one in people if (one.email or "").casefold() == email.casefold())
    return next(same, None)


def inbox_desk(parts: Services, clock: Clock) -> InboxDesk:
    """The desk over the parts of a process."""
    lines = InboxLines(parts.database)
    return InboxDesk(
        database=parts.database,
        lines=lines,
        handling=InboxHandling(parts.database),
        watching=Watching(lines, UserSessions(parts.database, clock), clock),
        users=parts.users,
        teams=parts.teams,
        scripts=parts.scripts,
        assignments=parts.assignments,
        acceptance=parts.acceptance,
        outcomes=parts.outcomes,
        people=parts.people,
        exports=parts.exports,
        erasures=parts.erasures,
    )
