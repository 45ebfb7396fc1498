"""Which plan of teams holds? Each published text is a version for ever; the newest is current."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import IntegrityError

from agent.leaving import beginnings
from agent.ports import Clock, Job
from qualification.errors import ScriptError
from qualification.routing.plan import TeamPlan
from storage.database import Database
from storage.routing_tables import TeamVersionRow
from storage.scripts import Origin, PublishedMeanwhile

log = logging.getLogger(__name__)

Parse = Callable[[str], TeamPlan]
Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""


@dataclass(frozen=True, slots=True)
class TeamVersion:
    """A published plan: its text, what it means, and where it came from."""

    number: int
    text: str
    plan: TeamPlan
    origin: str
    published_at: datetime
    published_by: str | None


_Columns = tuple[int, str, str, datetime, str | None]
_SELECT = select(
    TeamVersionRow.number,
    TeamVersionRow.text,
    TeamVersionRow.origin,
    TeamVersionRow.published_at,
    TeamVersionRow.published_by,
)
_NEWEST = _SELECT.add_columns(TeamVersionRow.sha256).order_by(TeamVersionRow.number.desc()).limit(1)
_NUMBER = select(TeamVersionRow.number).order_by(TeamVersionRow.number.desc()).limit(1)


class Teams:
    """Publishes plans and gives them back, each version parsed once."""

    def __init__(
        self, database: Database, parse: Parse, clock: Clock, enqueue: Enqueue | None = None
    ) -> None:
        """`enqueue`: where jobs are asked for; without it nothing happens when an absence that is
        written in a plan begins.
        """
        self._database = database
        self._parse = parse
        self._clock = clock
        self._enqueue = enqueue
        self._known: dict[int, TeamVersion] = {}

    async def publish(
        self, text: str, *, origin: Origin, by: str | None = None, onto: int | None = None
    ) -> TeamVersion:
        """Make a text current; returns what is current then. One that does not parse raises.

        A text that is current already changes nothing, nor does a file whose content was ever
        published: an edit made in the console is not undone by the next start. `onto`: the number
        of the version that it is to follow (0: none); after another, PublishedMeanwhile is raised.
        """
        self._parse(text)
        at = self._clock.now()
        for last in (False, True):
            try:
                number = await self._database.write(
                    lambda connection: self._publish(connection, text, origin, by, at, onto)
                )
            except IntegrityError:
                if last:
                    raise
                continue  # another process published at this very moment: look again
            return await self.get(number)
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def publish_file(self, path: Path) -> None:
        """Publish a file whose content was never seen; a missing or broken one changes nothing."""
        text = await asyncio.to_thread(_text_of, path)
        if text is None:
            return
        try:
            version = await self.publish(text, origin="file")
            log.info("The teams are at version %d", version.number)
        except ScriptError as error:
            log.error("%s was not published; the version before it stays:\n%s", path.name, error)

    async def current(self) -> TeamVersion | None:
        """The plan by which leads are routed now; None while nothing is published."""
        return await self._database.read_loosely(self.newest)

    async def get(self, number: int) -> TeamVersion:
        """One version; KeyError when there is none."""
        return await self._database.read(lambda connection: self.version(connection, number))

    async def all(self) -> tuple[TeamVersion, ...]:
        """Every version, newest first."""
        wanted = _SELECT.order_by(TeamVersionRow.number.desc())
        return await self._database.read(
            lambda connection: tuple(map(self._version, connection.execute(wanted).all()))
        )

    def newest(self, connection: Connection) -> TeamVersion | None:
        """The plan that holds, in the caller's transaction."""
        number = connection.execute(_NUMBER).scalar()
        return None if number is None else self.version(connection, number)

    def version(self, connection: Connection, number: int) -> TeamVersion:
        """One version, in the caller's transaction; KeyError when there is none."""
        if number not in self._known:
            row = connection.execute(_SELECT.where(TeamVersionRow.number == number)).first()
            if row is None:
                raise KeyError(f"no version {number} of the teams is stored")
            return self._version(row)
        return self._known[number]

    def _publish(
        self,
        connection: Connection,
        text: str,
        origin: Origin,
        by: str | None,
        at: datetime,
        onto: int | None,
    ) -> int:
        """With the jobs for absences that were not written in the version before."""
        last = connection.execute(_NUMBER).scalar() or 0
        number = _publish(connection, text, origin, by, at, onto)
        if self._enqueue is not None and number > last:
            before = self._readable(connection, last)
            for job in beginnings(self._parse(text), before, number, at):
                self._enqueue(connection, job)
        return number

    def _readable(self, connection: Connection, number: int) -> TeamPlan | None:
        """A version, if there is one that can still be read."""
        try:
            return self.version(connection, number).plan
        except (KeyError, ScriptError):
            return None

    def _version(self, row: Row[*_Columns]) -> TeamVersion:
        if row.number not in self._known:
            self._known[row.number] = TeamVersion(
                number=row.number,
                text=row.text,
                plan=self._parse(row.text),
                origin=row.origin,
                published_at=row.published_at,
                published_by=row.published_by,
            )
        return self._known[row.number]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _publish(
    connection: Connection,
    text: str,
    origin: Origin,
    by: str | None,
    at: datetime,
    onto: int | None,
) -> int:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    newest = connection.execute(_NEWEST).first()
    if onto is not None and onto != (newest.number if newest else 0):
        raise PublishedMeanwhile(newest.number if newest else 0)
    if newest is not None:
        known = select(TeamVersionRow.number).where(TeamVersionRow.sha256 == sha256)
        seen = origin == "file" and connection.execute(known).first() is not None
        if newest.sha256 == sha256 or seen:
            return int(newest.number)
    number = 1 if newest is None else int(newest.number) + 1
    row = {
        "number": number,
        "text": text,
        "sha256": sha256,
        "origin": origin,
        "published_at": at,
        "published_by": by,
    }
    connection.execute(insert(TeamVersionRow), row)
    return number
