"""Where do tokens live? The port that keeps them for all processes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Grant:
    """What a system gave us to show with each call."""

    token: str
    expires: datetime | None = None
    refresh: str | None = None
    """Shown once to get the next grant; some systems give a new one each time."""
    address: str = ""
    """Where our API is, for systems that tell it with the token."""


@dataclass(frozen=True, slots=True)
class Held:
    """A grant, and how often it was renewed."""

    grant: Grant | None
    number: int


class Grants(Protocol):
    """Keeps the newest grant of each system; one process at a time renews it."""

    async def read(self, system: str, settings: str) -> Held:
        """The newest one; none where it was given for other `settings` (their fingerprint)."""
        ...

    async def claim(
        self, system: str, settings: str, number: int, now: datetime, until: datetime
    ) -> bool:
        """Whether it is ours to renew the grant with this number: nobody else does until then."""
        ...

    async def renew(self, system: str, settings: str, number: int, grant: Grant) -> None:
        """The next one; with it the refresh token that goes on."""
        ...

    async def let_go(self, system: str, number: int) -> None:
        """It could not be renewed: whoever needs it may try."""
        ...
