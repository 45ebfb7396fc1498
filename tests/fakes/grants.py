"""agent.grants.Grants without a database: one process."""

from datetime import datetime

from agent.grants import Grant, Held


class FakeGrants:
    """Remembers the newest grant of each system."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], Held] = {}

    async def read(self, system: str, settings: str) -> Held:
        return self.held.get((system, settings), Held(None, 0))

    async def claim(
        self, system: str, settings: str, number: int, now: datetime, until: datetime
    ) -> bool:
        assert now < until
        return (await self.read(system, settings)).number == number

    async def renew(self, system: str, settings: str, number: int, grant: Grant) -> None:
        self.held[system, settings] = Held(grant, number + 1)

    async def let_go(self, system: str, number: int) -> None:
        assert all(one.number >= number for one in self.held.values()), system
