"""What did the model read? Every prompt's text is kept once, under its content hash."""

from contextlib import suppress

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from storage.database import Database
from storage.tables import PromptRow


class Prompts:
    """Keeps prompts, so that a call's record can name one by its hash."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: set[str] = set()

    async def keep(self, content_hash: str, text: str) -> None:
        """Keep a text, unless it is kept already."""
        if content_hash in self._kept:
            return
        row = {"hash": content_hash, "text": text, "first_used_at": self._clock.now()}

        with suppress(IntegrityError):  # kept already, before this process began or by another
            await self._database.write(
                lambda connection: connection.execute(insert(PromptRow), row)
            )
        self._kept.add(content_hash)

    async def get(self, content_hash: str) -> str | None:
        """The text with this hash."""
        wanted = select(PromptRow.text).where(PromptRow.hash == content_hash)
        return await self._database.read(lambda connection: connection.execute(wanted).scalar())
