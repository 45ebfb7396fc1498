"""agent.erasing.Eraser, without Twilio."""

from agent.erasing import KeptKind
from agent.errors import Unavailable


class FakeEraser:
    """Deletes everything until it goes down."""

    def __init__(self, down_after: int | None = None) -> None:
        """`down_after`: so many are deleted, then nothing any more."""
        self.deleted: list[tuple[KeptKind, str]] = []
        self.down_after = down_after

    async def erase(self, kind: KeptKind, sid: str) -> None:
        if self.down_after is not None and len(self.deleted) >= self.down_after:
            raise Unavailable("Twilio does not answer")
        self.deleted.append((kind, sid))
