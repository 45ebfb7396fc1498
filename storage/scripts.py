"""Which scripts are published? Every text is an immutable version; the newest is current."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Row, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from qualification.choosing import Written, conflicts
from qualification.errors import ScriptError
from qualification.reception import make_reception
from qualification.script import RECEPTION, Script
from storage.database import Database
from storage.tables import ScriptVersionRow

log = logging.getLogger(__name__)

Origin = Literal["file", "console", "api", "reception"]
Parse = Callable[[str], Script]


class PublishedMeanwhile(Exception):
    """Another version has come since the one that this text was to follow: compare them first."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
        """The newest one."""


@dataclass(frozen=True, slots=True)
class ScriptVersion:
    """A published script: its text, what it means, and where it came from."""

    id: str
    key: str
    number: int
    text: str
    script: Script
    origin: str
    published_at: datetime
    published_by: str | None


_Columns = tuple[str, str, int, str, str, datetime, str | None]
_SELECT = select(
    ScriptVersionRow.id,
    ScriptVersionRow.key,
    ScriptVersionRow.number,
    ScriptVersionRow.text,
    ScriptVersionRow.origin,
    ScriptVersionRow.published_at,
    ScriptVersionRow.published_by,
)
_CURRENT = (
    select(ScriptVersionRow.id)
    .where(ScriptVersionRow.key == bindparam("of_key"))
    .order_by(ScriptVersionRow.number.desc())
    .limit(1)
)
_NEWEST = (
    select(ScriptVersionRow.key, func.max(ScriptVersionRow.number).label("number"))
    .where(ScriptVersionRow.key != RECEPTION)
    .group_by(ScriptVersionRow.key)
    .subquery()
)
_ALL_CURRENT = (
    select(ScriptVersionRow.id)
    .join(
        _NEWEST,
        (ScriptVersionRow.key == _NEWEST.c.key) & (ScriptVersionRow.number == _NEWEST.c.number),
    )
    .order_by(ScriptVersionRow.key)
)


class Scripts:
    """Publishes scripts and gives them back, each version parsed once."""

    def __init__(self, database: Database, parse: Parse, clock: Clock, default: str = "") -> None:
        """`default`: see agent.catalogue.Catalogue."""
        self.default = default
        self._database = database
        self._parse = parse
        self._clock = clock
        self._known: dict[str, ScriptVersion] = {}
        self._reception: tuple[tuple[str, ...], ScriptVersion] | None = None
        """The versions that the newest reception was made of, and itself."""

    async def publish(
        self,
        text: str,
        *,
        origin: Origin,
        by: str | None = None,
        note: str | None = None,
        onto: int | None = None,
    ) -> ScriptVersion:
        """Make a text current; returns what is current then. One that does not parse raises.

        A text that is current already changes nothing, nor does a file whose content was ever
        published: an edit made in the console is not undone by the next start. One that claims
        what another script has raises too. `onto`: the number of the version that it is to follow
        (0: none); after another one, PublishedMeanwhile is raised.
        """
        script = self._parse(text)
        if script.pages or script.forms:
            others = [one.script for one in await self.all_current() if one.key != script.script]
            if problems := conflicts(Written(script.script, text, script), others):
                raise ScriptError(problems, script.script)
        return await self._keep(_New(script.script, text, origin, by, note, onto), script)

    async def _keep(self, new: "_New", script: Script | None = None) -> ScriptVersion:
        at = self._clock.now()
        for last in (False, True):
            try:
                row = await self._database.write(lambda connection: _publish(connection, new, at))
            except IntegrityError:
                if last:
                    raise
                continue  # another process published at this very moment: look again
            return self._version(row, script if row.text == new.text else None)
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def publish_folder(self, folder: Path) -> None:
        """Publish the files whose content was never seen; a broken one changes nothing."""
        for path in await asyncio.to_thread(lambda: sorted(folder.glob("*.yaml"))):
            try:
                version = await self.publish(path.read_text(encoding="utf-8"), origin="file")
                log.info("Script %s is at version %d", version.key, version.number)
            except ScriptError as error:
                log.error(
                    "%s was not published; the version before it stays:\n%s", path.name, error
                )

    async def current(self, key: str) -> ScriptVersion | None:
        """The version new conversations begin with; of the name RECEPTION, the reception of the
        scripts that are published now.
        """
        if key == RECEPTION:
            return await self._current_reception()
        version = await self._database.read(
            lambda connection: connection.execute(_CURRENT, {"of_key": key}).scalar()
        )
        return None if version is None else await self.get(version)

    async def get(self, version: str) -> ScriptVersion:
        """One version, for the conversations that began with it; KeyError when there is none."""
        known = self._known.get(version)
        if known is not None:
            return known
        wanted = _SELECT.where(ScriptVersionRow.id == version)
        row = await self._database.read(lambda connection: connection.execute(wanted).first())
        if row is None:
            raise KeyError(f"no script version {version!r} is stored")
        return self._version(row)

    async def all_current(self) -> tuple[ScriptVersion, ...]:
        """The current version of every script, by key, without the reception."""

        def work(connection: Connection) -> tuple[Sequence[str], Sequence[Row[*_Columns]]]:
            """Texts are long: only those are read that are not known."""
            ids = connection.execute(_ALL_CURRENT).scalars().all()
            new = [one for one in ids if one not in self._known]
            wanted = _SELECT.where(ScriptVersionRow.id.in_(new))
            return ids, connection.execute(wanted).all() if new else ()

        ids, rows = await self._database.read_loosely(work)
        found = {row.id: self._version(row) for row in rows}
        return tuple(found.get(one) or self._known[one] for one in ids)

    async def _current_reception(self) -> ScriptVersion | None:
        """It is published when it is needed for the first time, and after every change; of one
        script alone, that script.
        """
        versions = await self.all_current()
        if len(versions) < 2:
            return versions[0] if versions else None
        made_of = tuple(one.id for one in versions)
        if self._reception is None or self._reception[0] != made_of:
            reception = make_reception([one.script for one in versions], self.default)
            text = reception.model_dump_json(by_alias=True)
            self._reception = made_of, await self._keep(_New(RECEPTION, text, "reception"))
        return self._reception[1]

    def _version(self, row: Row[*_Columns], script: Script | None = None) -> ScriptVersion:
        """`script`: what its text says, where that has been read a moment ago."""
        if row.id not in self._known:
            self._known[row.id] = ScriptVersion(
                id=row.id,
                key=row.key,
                number=row.number,
                text=row.text,
                script=script or self._read(row.key, row.text),
                origin=row.origin,
                published_at=row.published_at,
                published_by=row.published_by,
            )
        return self._known[row.id]

    def _read(self, key: str, text: str) -> Script:
        return Script.model_validate_json(text) if key == RECEPTION else self._parse(text)


@dataclass(frozen=True, slots=True)
class _New:
    """A text to be made current."""

    key: str
    text: str
    origin: Origin
    by: str | None = None
    note: str | None = None
    onto: int | None = None


def _publish(connection: Connection, new: _New, at: datetime) -> Row[*_Columns]:
    key, origin = new.key, new.origin
    sha256 = hashlib.sha256(new.text.encode()).hexdigest()
    of_key = (
        _SELECT.add_columns(ScriptVersionRow.sha256)
        .where(ScriptVersionRow.key == key)
        .order_by(ScriptVersionRow.number.desc())
    )
    newest = connection.execute(of_key.limit(1)).first()
    if new.onto is not None and new.onto != (newest.number if newest else 0):
        raise PublishedMeanwhile(newest.number if newest else 0)
    if newest is not None:
        seen = newest.sha256 == sha256 or (
            origin == "file"
            and connection.execute(of_key.where(ScriptVersionRow.sha256 == sha256)).first()
        )
        if seen:
            return connection.execute(_SELECT.where(ScriptVersionRow.id == newest.id)).one()
    number = 1 if newest is None else newest.number + 1
    identity = f"{key}@{number}"
    connection.execute(
        insert(ScriptVersionRow),
        {
            "id": identity,
            "key": key,
            "number": number,
            "text": new.text,
            "sha256": sha256,
            "origin": origin,
            "published_at": at,
            "published_by": new.by,
            "note": new.note,
        },
    )
    return connection.execute(_SELECT.where(ScriptVersionRow.id == identity)).one()
