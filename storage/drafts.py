"""What are admins writing? Drafts of scripts and of their tests, each with a revision: who saves
over a text that they have not read is told, and nothing is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.draft_tables import DraftRow

Part = Literal["script", "tests"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is being written."""

    script: str
    part: Part
    text: str
    revision: int
    based_on: int
    """The number of the version that it began as a copy of; 0 where there was none."""
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A draft without its text."""

    script: str
    revision: int
    saved_at: datetime
    saved_by: str


class SavedMeanwhile(Exception):
    """Somebody else has saved or discarded it since it was read: show both texts, let them choose.

    `there` is what is stored now; None where it has been discarded or published.
    """

    def __init__(self, there: Draft | None) -> None:
        super().__init__(there.saved_by if there else "gone")
        self.there = there


_Columns = tuple[str, str, str, int, int, datetime, str]
_SELECT = select(
    DraftRow.script,
    DraftRow.part,
    DraftRow.text,
    DraftRow.revision,
    DraftRow.based_on,
    DraftRow.saved_at,
    DraftRow.saved_by,
)


class Drafts:
    """Keeps what is being written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, script: str, part: Part = "script") -> Draft | None:
        """The draft of a script, or of its tests."""
        return await self._database.read(lambda connection: _get(connection, script, part))

    async def resting(self) -> Sequence[Resting]:
        """Every draft of a script, by its name, without the texts."""
        wanted = (
            select(DraftRow.script, DraftRow.revision, DraftRow.saved_at, DraftRow.saved_by)
            .where(DraftRow.part == "script")
            .order_by(DraftRow.script)
        )
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        return [Resting(*row) for row in rows]

    async def save(
        self,
        script: str,
        text: str,
        *,
        onto: int,
        by: str,
        at: datetime,
        part: Part = "script",
        based_on: int = 0,
    ) -> Draft:
        """Keep a text written over revision `onto` (0: over none). Raises SavedMeanwhile.

        `based_on` counts for a new draft alone. The same text again changes nothing.
        """
        fresh = Draft(script, part, text, 1, based_on, at, by)

        def work(connection: Connection) -> Draft:
            there = _get(connection, script, part)
            if (there.revision if there else 0) != onto:
                raise SavedMeanwhile(there)
            if there is None:
                connection.execute(insert(DraftRow), _values(fresh))
                return fresh
            if there.text == text:
                return there
            changed = connection.execute(
                update(DraftRow)
                .where(*_of(script, part), DraftRow.revision == onto)
                .values(text=text, revision=onto + 1, saved_at=at, saved_by=by)
            )
            if not changed.rowcount:
                raise SavedMeanwhile(_get(connection, script, part))
            return Draft(script, part, text, onto + 1, there.based_on, at, by)

        try:
            return await self._database.write(work)
        except IntegrityError:  # another process began a draft at this very moment
            raise SavedMeanwhile(await self.get(script, part)) from None

    async def rebase(self, script: str, *, revision: int, based_on: int) -> bool:
        """The draft has taken up what this version brought; False when it was saved meanwhile."""
        change = (
            update(DraftRow)
            .where(*_of(script, "script"), DraftRow.revision == revision)
            .values(based_on=based_on, revision=revision + 1)
        )
        changed = await self._database.write(lambda connection: connection.execute(change).rowcount)
        return changed > 0

    async def discard(self, script: str, *, revision: int) -> None:
        """Forget the draft of a script, as it was read. Raises SavedMeanwhile."""

        def work(connection: Connection) -> None:
            there = _get(connection, script, "script")
            gone = delete(DraftRow).where(*_of(script, "script"), DraftRow.revision == revision)
            if not connection.execute(gone).rowcount and there is not None:
                raise SavedMeanwhile(there)

        await self._database.write(work)


def _of(script: str, part: Part) -> tuple[ColumnElement[bool], ...]:
    return (DraftRow.script == script, DraftRow.part == part)


def _get(connection: Connection, script: str, part: Part) -> Draft | None:
    row = connection.execute(_SELECT.where(*_of(script, part))).first()
    return None if row is None else _draft(row)


def _draft(row: Row[*_Columns]) -> Draft:
    return Draft(
        script=row.script,
        part=cast(Part, row.part),
        text=row.text,
        revision=row.revision,
        based_on=row.based_on,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
    )


def _values(draft: Draft) -> dict[str, object]:
    return {
        "script": draft.script,
        "part": draft.part,
        "text": draft.text,
        "revision": draft.revision,
        "based_on": draft.based_on,
        "saved_at": draft.saved_at,
        "saved_by": draft.saved_by,
    }
