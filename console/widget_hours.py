"""When are people there, for visitors of the chat? In the hours of the teams, without holidays."""

from dataclasses import dataclass

from agent.ports import Clock
from agent.widget import Office
from storage.teams import Teams


@dataclass(frozen=True, slots=True)
class TeamHours:
    """agent.widget.OfficeHours by the plan of the teams; without one nobody knows, so they are."""

    teams: Teams
    clock: Clock

    async def office(self) -> Office:
        """Whether people are there now."""
        version = await self.teams.current()
        if version is None:
            return Office(open=True)
        now = self.clock.now()
        begins = version.plan.office_time().begins(now)
        if begins is not None and begins <= now:
            return Office(open=True)
        return Office(open=False, opens=begins)
