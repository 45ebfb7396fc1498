"""How does a note to somebody of our own fare on its way to their phone? By the note's id."""

from sqlalchemy import Connection, select

from storage.database import Database
from storage.leads import SentText
from storage.reach_tables import TextRow

PARTS = 10
"""A note has no more: each part is a row of its own, its number behind the note's id."""


class SentNotes:
    """Reads what agent.texting.Texts keeps of notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, note: str) -> tuple[SentText, ...]:
        """Its parts, in order; nothing for a note that there is not."""
        ids = [f"{note}.{place}" for place in range(PARTS)]
        wanted = (
            select(TextRow.state, TextRow.code, TextRow.last_error, TextRow.next_at)
            .where(TextRow.id.in_(ids))
            .order_by(TextRow.position)
        )

        def work(connection: Connection) -> tuple[SentText, ...]:
            return tuple(
                SentText(note, state, code, why, next_at)
                for state, code, why, next_at in connection.execute(wanted)
            )

        return await self._database.read(work)
