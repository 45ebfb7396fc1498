"""What would a draft change? It is tried on the stored leads of its script; nothing is written."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from qualification.analytics.what_if import Change, change, standing
from qualification.script import Script
from storage.database import Database
from storage.looking_back import LookingBack, PastLead
from storage.scripts import Scripts

EXAMPLES = 50
UNNAMED = "(none)"


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


class Replays:
    """Tries drafts on what is on record."""

    def __init__(self, database: Database, scripts: Scripts) -> None:
        self._past = LookingBack(database)
        self._scripts = scripts

    async def count(self, draft: Script, since: datetime) -> int:
        """How many leads it would be tried on."""
        return await self._past.count(draft.script, since)

    async def replay(
        self, draft: Script, since: datetime, done: Callable[[int], None] = lambda _: None
    ) -> Replay:
        """Try the draft on all leads of its script since then; `done` hears of each page."""
        found = Replay(draft.script, since)
        async for page in self._past.pages(draft.script, since):
            versions = {lead.script_version for lead in page}
            own = {one: (await self._scripts.get(one)).script for one in versions}
            changes = await asyncio.to_thread(_changes, draft, own, page)
            for lead, one in zip(page, changes, strict=True):
                found.take(lead, one)
            done(len(page))
        return found


def _changes(
    draft: Script, own: Mapping[str, Script], page: Sequence[PastLead]
) -> list[Change | None]:
    return [_changed(draft, own[lead.script_version], lead) for lead in page]


def _changed(draft: Script, own: Script, lead: PastLead) -> Change | None:
    """Who would stand as they do on record needs no second look; whoever would not is decided by
    their own version again, for only what the draft does counts.
    """
    known = lead.known()
    after = standing(draft, known.sheet, known.signals, lead.decided_at, lead.behaviour)
    if (after.verdict.outcome, after.card.tier) == (lead.outcome, lead.tier):
        return None
    before = standing(own, known.sheet, known.signals, lead.decided_at, lead.behaviour)
    return change(own, before, draft, after)
