"""agent.ledger.Ledger in memory, for one hand-over in one system."""

from collections.abc import Sequence
from datetime import datetime

from agent.ledger import Attempt, Busy, Done, Line, Overtaken, Record, Share


class FakeLedger:
    """As storage.ledger.StoredLedger has it; nobody else holds the hand-over."""

    def __init__(self) -> None:
        self.done: dict[str, Done] = {}
        self.unsure: set[str] = set()
        self.delivered = 0
        self.lines: list[Line] = []

    async def begin(
        self, attempt: Attempt, now: datetime, until: datetime
    ) -> Record | Busy | Overtaken:
        assert until > now
        if self.delivered > attempt.revision:
            return Overtaken(self.delivered)
        return Record(attempt.revision, dict(self.done), frozenset(self.unsure), {}, self.delivered)

    async def share(
        self, attempt: Attempt, shares: Sequence[Share], now: datetime, until: datetime
    ) -> Sequence[Done | None] | Busy:
        del attempt
        assert until > now
        return [None for _ in shares]

    async def hold_on(self, attempt: Attempt, until: datetime) -> None:
        del attempt, until

    async def sending(self, attempt: Attempt, step: str, until: datetime) -> None:
        del attempt, until
        self.unsure.add(step)

    async def told(self, attempt: Attempt, line: Line, *, refused: bool) -> None:
        assert line.attempt == attempt.number
        self.lines.append(line)
        if refused:
            self.unsure.discard(line.step)

    async def kept(self, attempt: Attempt, step: str, remote: str, until: datetime) -> None:
        del until
        self.unsure.discard(step)
        self.done[step] = Done(remote, attempt.revision)

    async def end(self, attempt: Attempt, *, delivered: bool) -> None:
        if delivered:
            self.unsure.clear()
            self.delivered = max(self.delivered, attempt.revision)
