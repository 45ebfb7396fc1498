"""agent.calling.Calls in memory."""

from dataclasses import replace
from datetime import datetime

from agent.calling import Call


class FakeCalls:
    """The calls on record."""

    def __init__(self) -> None:
        self.kept: dict[str, Call] = {}
        self.agreed: dict[str, bool] = {}
        """Whether the call may be recorded, by its sid."""

    async def begin(self, call: Call) -> Call:
        return self.kept.setdefault(call.sid, call)

    async def of(self, sid: str) -> Call | None:
        return self.kept.get(sid)

    async def change(self, before: Call, after: Call) -> bool:
        if self.kept.get(before.sid) != before:
            return False
        self.kept[before.sid] = after
        return True

    async def end(self, sid: str, reason: str, at: datetime) -> None:
        call = self.kept.get(sid)
        if call is not None and call.state != "ended":
            self.kept[sid] = replace(call, state="ended", end_reason=reason, ended_at=at)

    async def agree(self, call: Call, agreed: bool, words: str, at: datetime) -> None:  # noqa: ARG002
        self.agreed.setdefault(call.sid, agreed)
