"""What did the model read? Every prompt's text is kept once, under its content hash."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from storage.database import Database
from storage.tables import PromptRow

Texts = Callable[[], Mapping[str, str]]
"""The texts in use under their hashes: agent.prompts.Prompts.texts."""


class StoredPrompts:
    """Keeps prompts, so that a call's record can name one by its hash."""

    def __init__(self, database: Database, clock: Clock, texts: Texts) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._kept: set[str] = set()

    async def keep(self, used: Iterable[str]) -> None:
        """Keep the texts with these hashes, unless they are kept already."""
        new = set(used) - self._kept
        if not new:
            return
        texts = self._texts()
        for content_hash in new & texts.keys():
            await self._insert(content_hash, texts[content_hash])
            self._kept.add(content_hash)

    async def get(self, content_hash: str) -> str | None:
        """The text with this hash."""
        wanted = select(PromptRow.text).where(PromptRow.hash == content_hash)
        return await self._database.read(lambda connection: connection.execute(wanted).scalar())

    async def _insert(self, content_hash: str, text: str) -> None:
        row = {"hash": content_hash, "text": text, "first_used_at": self._clock.now()}
        with suppress(IntegrityError):  # kept already, before this process began or by another
            await self._database.write(
                lambda connection: connection.execute(insert(PromptRow), row)
            )
