"""agent.texting.Texts and Ledger in memory, as far as webhooks use them."""

from datetime import datetime
from typing import Literal

from agent.errors import Unavailable
from agent.messages import Channel
from agent.texting import Lost, Missing, Note, Report, SendOutcome, Text


class FakeTexts:
    """Keeps what Twilio tells."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.away = False
        """The database cannot be used."""

    async def take(self, text: str, now: datetime) -> Text | Lost | datetime | None:
        raise NotImplementedError

    async def record(
        self, text: Text, outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        raise NotImplementedError

    async def report(self, report: Report, now: datetime) -> bool:  # noqa: ARG002
        if self.away:
            raise Unavailable("the database is locked")
        self.reports.append(report)
        return True

    async def tell(self, note: Note, now: datetime) -> None:
        raise NotImplementedError


class FakeLedger:
    """Keeps who stopped and started us."""

    def __init__(self) -> None:
        self.said: list[tuple[str, Channel, str]] = []
        self._known: set[str | None] = set()

    async def carrier(
        self,
        address: str,
        channel: Channel,
        said: Literal["stop", "start", "help"],
        at: datetime,  # noqa: ARG002
        reference: str | None = None,
    ) -> None:
        if reference is None or reference not in self._known:
            self.said.append((address, channel, said))
        self._known.add(reference)
