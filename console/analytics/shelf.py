"""How can a page show at once what takes seconds to count? Reports are kept, and say as of when.

A report over 100 000 leads takes seconds, a page has a tenth of one. So the first who asks is told
that it is being counted; whoever asks within FRESH gets what was counted then; after that they get
the old one at once while a new one is being counted. One is counted at a time.
"""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.errors import Unavailable
from agent.ports import Clock
from storage.report_scope import EVERYBODY, Scope
from storage.reports import Names, Report, Reports

FRESH = timedelta(minutes=10)
SOON = timedelta(seconds=5)
"""After that a report without a lead is forgotten: its first lead is what somebody waits for."""
MOST = 60
"""Kept at a time; the one that was asked for longest ago goes first."""
PATIENCE = 0.04
"""Seconds that a page waits for a report that is counted quickly."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report."""

    days: int = 90
    scope: Scope = EVERYBODY


@dataclass(frozen=True, slots=True)
class Kept:
    """A report, as of a moment."""

    report: Report
    names: Names
    """What it may be narrowed to."""
    as_of: datetime


class ReportShelf:
    """Keeps reports for everybody of this process."""

    def __init__(self, reports: Reports, clock: Clock) -> None:
        self._reports = reports
        self._clock = clock
        self._kept: OrderedDict[Asked, Kept] = OrderedDict()
        self._under_way: dict[Asked, asyncio.Task[None]] = {}
        self._turn = asyncio.Lock()

    async def get(self, asked: Asked) -> Kept | None:
        """It, perhaps of some minutes ago; None while it is being counted for the first time."""
        kept = self._kept.get(asked)
        age = self._clock.now() - kept.as_of if kept is not None else timedelta()
        if kept is not None and not kept.report.leads and age > SOON:
            del self._kept[asked]
            kept = None
        if kept is None or age > FRESH:
            counting = self._begin(asked)
            if kept is None:
                await asyncio.wait([counting], timeout=PATIENCE)
                kept = self._kept.get(asked)
        if kept is not None:
            self._kept.move_to_end(asked)
        return kept

    async def fetch(self, asked: Asked) -> Kept:
        """It, however long that takes: for a file to be downloaded. Raises Unavailable."""
        kept = await self.get(asked)
        if kept is None:
            await asyncio.wait([self._begin(asked)])
            kept = self._kept.get(asked)
        if kept is None:
            raise Unavailable("the report could not be counted")
        return kept

    def forget(self) -> None:
        """Leads were taken away: what was counted with them is not shown any more."""
        self._kept.clear()

    def _begin(self, asked: Asked) -> asyncio.Task[None]:
        task = self._under_way.get(asked)
        if task is None:
            task = asyncio.create_task(self._count(asked))
            self._under_way[asked] = task
            task.add_done_callback(lambda _: self._under_way.pop(asked, None))
        return task

    async def _count(self, asked: Asked) -> None:
        async with self._turn:
            now = self._clock.now()
            since = now - timedelta(days=asked.days)
            try:
                report = await self._reports.report(since, now, scope=asked.scope)
                names = await self._reports.names(since)
            except Unavailable as error:
                _LOG.warning("A report could not be counted: %s", error)
                return
            self._kept[asked] = Kept(report, names, now)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
