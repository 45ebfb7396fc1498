"""What would a draft change? It is tried on the stored leads of its script; nothing is written."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence, Set
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from qualification.analytics.what_if import Change, change
from qualification.script import Script
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.looking_back import LookingBack, PastLead
from storage.scripts import Scripts

EXAMPLES = 10_000
"""Leads that are named: more than anybody pages through, and some 1.5 MB."""
UNNAMED = "(none)"
PAGES_AHEAD = 4
"""So many pages are read before the first of them is decided."""


class Written(NamedTuple):
    """A script as it is written, and what it means."""

    text: str
    script: Script


@dataclass(frozen=True, slots=True)
class Example:
    """A lead that would stand differently."""

    lead: str
    source: str
    change: Change


@dataclass(slots=True)
class SourceCount:
    """The leads of one source."""

    leads: int = 0
    changed: int = 0
    gained: int = 0
    """Would qualify, and do not now."""
    lost: int = 0


@dataclass(slots=True)
class Replay:
    """What a draft would change."""

    script: str
    since: datetime
    leads: int = 0
    changed: int = 0
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Changes of the verdict: from, to."""
    tiers: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: dict[str, SourceCount] = field(default_factory=dict)
    why: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)
    """The first EXAMPLES of them."""

    def take(self, lead: PastLead, found: Change | None) -> None:
        """Count one lead."""
        source = lead.source or UNNAMED
        counted = self.sources.setdefault(source, SourceCount())
        self.leads += 1
        counted.leads += 1
        if found is None:
            return
        self.changed += 1
        counted.changed += 1
        counted.gained += found.gained
        counted.lost += found.lost
        if found.before != found.after:
            self.verdicts[found.before, found.after] += 1
        if found.tier_before != found.tier_after:
            self.tiers[found.tier_before, found.tier_after] += 1
        self.why.update(found.why)
        if len(self.examples) < EXAMPLES:
            self.examples.append(Example(lead.id, source, found))


Done = Callable[[int], Awaitable[None]]
"""Hears of so many leads more."""


class Crew(Protocol):
    """Those who decide page after page under a draft and under the leads' own versions."""

    def changes(
        self, draft: Written, own: Mapping[str, Written], page: Sequence[PastLead], at: datetime
    ) -> Awaitable[Sequence[Change | None]]:
        """What the draft changes for each lead of a page at that moment."""
        ...


class Hands(Protocol):
    """Where crews come from."""

    def crew(self, leads: int) -> AbstractAsyncContextManager[Crew]:
        """A crew for so many leads."""
        ...


class Replays:
    """Tries drafts on what is on record."""

    def __init__(self, database: Database, scripts: Scripts, hands: Hands | None = None) -> None:
        self._past = LookingBack(database)
        self._scripts = scripts
        self._hands = hands or Alone()

    async def count(self, script: str, since: datetime) -> int:
        """On how many leads a draft of this script would be tried."""
        return await self._past.count(script, since)

    async def replay(
        self, text: str, since: datetime, now: datetime, done: Done | None = None
    ) -> Replay:
        """Try a draft on all leads of its script since then, by all that they have said and done
        until now; `done` hears of each page. Raises ScriptError for a text that is no script.
        """
        draft = Written(text, parse_script(text))
        found = Replay(draft.script.script, since)
        leads = await self.count(found.script, since)
        waiting: deque[_Waiting] = deque()
        async with self._hands.crew(leads) as crew:
            try:
                async for page in self._past.pages(found.script, since):
                    own = await self._versions({lead.script_version for lead in page})
                    work = asyncio.ensure_future(crew.changes(draft, own, page, now))
                    waiting.append((page, work))
                    if len(waiting) > PAGES_AHEAD:
                        await _take(found, waiting, done)
                while waiting:
                    await _take(found, waiting, done)
            finally:
                for _, left in waiting:
                    left.cancel()
                await asyncio.gather(*(left for _, left in waiting), return_exceptions=True)
        return found

    async def _versions(self, wanted: Set[str]) -> dict[str, Written]:
        versions = [await self._scripts.get(one) for one in sorted(wanted)]
        return {one.id: Written(one.text, one.script) for one in versions}


_Waiting = tuple[tuple[PastLead, ...], asyncio.Future[Sequence[Change | None]]]


async def _take(found: Replay, waiting: deque[_Waiting], done: Done | None) -> None:
    """Count the oldest page, so that the same leads always give the same examples."""
    page, work = waiting[0]
    for lead, one in zip(page, await work, strict=True):
        found.take(lead, one)
    waiting.popleft()
    if done is not None:
        await done(len(page))


class Alone:
    """One thread of this process: enough for the leads of a small firm."""

    @asynccontextmanager
    async def crew(self, leads: int) -> AsyncIterator[Crew]:  # noqa: ARG002 - alone for any number
        """Itself."""
        yield self

    async def changes(
        self, draft: Written, own: Mapping[str, Written], page: Sequence[PastLead], at: datetime
    ) -> Sequence[Change | None]:
        """What the draft changes."""
        scripts = {version: text.script for version, text in own.items()}
        return await asyncio.to_thread(changes_of, draft.script, scripts, page, at)


def changes_of(
    draft: Script, own: Mapping[str, Script], page: Sequence[PastLead], at: datetime
) -> list[Change | None]:
    """What a draft changes for each of these leads."""
    return [_changed(draft, own[lead.script_version], lead, at) for lead in page]


def _changed(draft: Script, own: Script, lead: PastLead, at: datetime) -> Change | None:
    """Both scripts are asked, for the record is of another moment, and only what the draft does
    counts.
    """
    known = lead.known()
    before, after = lead.standing(own, known, at), lead.standing(draft, known, at)
    return change(own, before, draft, after)
