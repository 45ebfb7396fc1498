"""storage.audit.Audit, in memory."""

from collections.abc import Mapping

from qualification.values import Json
from storage.audit import Actor


class FakeAudit:
    """Keeps what is recorded."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, str, str | None, Mapping[str, Json]]] = []

    async def record(
        self,
        actor: Actor,
        action: str,
        subject: str | None = None,
        details: Mapping[str, Json] | None = None,
    ) -> None:
        self.entries.append((actor.id, action, subject, details or {}))
