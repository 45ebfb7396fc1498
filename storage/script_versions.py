"""Which versions has a script had, and who still talks by an older one? Read for the console."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.study_tables import LEADS
from storage.tables import ConversationRow, ScriptVersionRow

MOST = 200
"""Versions in a list, the newest."""


@dataclass(frozen=True, slots=True)
class Version:
    """A published version without its text."""

    number: int
    origin: str
    published_at: datetime
    published_by: str | None
    note: str | None


class ScriptVersions:
    """Reads the versions of scripts as they were written; an old text may be no script today."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, script: str) -> Sequence[Version]:
        """The versions of a script, newest first."""
        wanted = (
            select(
                ScriptVersionRow.number,
                ScriptVersionRow.origin,
                ScriptVersionRow.published_at,
                ScriptVersionRow.published_by,
                ScriptVersionRow.note,
            )
            .where(ScriptVersionRow.key == script)
            .order_by(ScriptVersionRow.number.desc())
            .limit(MOST)
        )
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        return [Version(*row) for row in rows]

    async def text(self, script: str, number: int) -> str | None:
        """The text of a version; None where there is no such one."""
        wanted = select(ScriptVersionRow.text).where(
            ScriptVersionRow.key == script, ScriptVersionRow.number == number
        )
        found: str | None = await self._database.read(
            lambda connection: connection.execute(wanted).scalar()
        )
        return found

    async def running(self, script: str, since: datetime) -> int:
        """How many who began since then are still talked to by a version of this script."""

        def work(connection: Connection) -> int:
            versions = select(ScriptVersionRow.id).where(ScriptVersionRow.key == script)
            wanted = select(func.count()).where(
                ConversationRow.created_at >= since,
                ConversationRow.script_version.in_(versions),
                ConversationRow.phase == "open",
                LEADS,
            )
            return connection.execute(wanted).scalar_one()

        return await self._database.read(work)
