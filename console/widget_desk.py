"""What does the page about the chats of our web sites work with?"""

from dataclasses import dataclass

from storage.teams import Teams
from storage.widgets import StoredWidgets


@dataclass(frozen=True, slots=True)
class WidgetDesk:
    """The chats that are set up, and where they are found."""

    widgets: StoredWidgets
    teams: Teams
    address: str
    """Where the sites' pages find us."""

    async def hours_known(self) -> bool:
        """Whether it is known when the teams work."""
        return await self.teams.current() is not None
