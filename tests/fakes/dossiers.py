"""Dossiers kept in memory."""

from collections.abc import Sequence
from datetime import datetime

from agent.briefing import Dossier
from agent.reading import CallRecord


class FakeDossiers:
    """Satisfies agent.briefing.Dossiers."""

    def __init__(self, **dossiers: Dossier) -> None:
        self.dossiers = dossiers
        self.calls: list[tuple[str, CallRecord]] = []

    async def dossier(self, handover_id: str) -> Dossier | None:
        return self.dossiers.get(handover_id)

    async def keep_calls(
        self,
        conversation: str,
        calls: Sequence[CallRecord],
        at: datetime,  # noqa: ARG002 - the port's
    ) -> None:
        self.calls += [(conversation, call) for call in calls]
