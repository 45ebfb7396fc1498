"""How is it going? Rates, funnels and ends since a day, counted by the database.

Counts are exact. Questions are looked at lead by lead, so of a script with more than SAMPLE leads a
sample is taken: the first by their ids, which are random. Shares are within two percentage points.
Of leads that sales accepted or rejected, and of those with a deal, the newest SAMPLE are looked at.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection

from qualification.analytics.fairness import DIMENSIONS as FAIR
from qualification.analytics.fairness import Group, groups
from qualification.analytics.observed import Observed
from qualification.analytics.pace import Pace, pace
from qualification.analytics.rates import Rate, ranked
from qualification.decision import judge
from qualification.script import Script
from storage import report_queries as queries
from storage.database import Database
from storage.ends import Ends, ends_of_script
from storage.handling import NOTHING_HANDLED, Handling, handling
from storage.known import known_from
from storage.outcomes import HUNDREDTHS
from storage.report_queries import SAMPLE, TIMED, EndsRow, LeadRow, Moments, PeopleRow, WeekRow
from storage.report_scope import EVERYBODY, UNNAMED, Scope
from storage.reviews import NO_NEAR_MISSES, NearMisses, near_misses
from storage.script_reports import Paces, ScriptReport, script_report
from storage.scripts import Scripts, ScriptVersion

DIMENSIONS = ("source", "channel", "language", "script")


@dataclass(frozen=True, slots=True)
class Rates:
    """How often leads qualify, are accepted and are won, by something they have in common."""

    qualified: Mapping[str, Mapping[str, Rate]]
    """By dimension (`source`, `channel`, `language`, `script`), by its value."""
    accepted: Mapping[str, Mapping[str, Rate]]
    """By `source` and `person`."""
    won: Mapping[str, Mapping[str, Rate]]


@dataclass(frozen=True, slots=True)
class Week:
    """All leads of one week and was asked by one version of a script."""

    monday: date
    script: str
    version: int
    qualified: Rate


@dataclass(frozen=True, slots=True)
class Report:
    """How it went since a day."""

    since: datetime
    until: datetime
    leads: int
    """Everybody who wrote, and whom a form told of."""
    qualified: Rate
    undecided: int
    accepted: Rate
    won: Rate
    amounts: Mapping[str, Decimal]
    """What was won, by currency: never added up across them."""
    rates: Rates
    scripts: tuple[ScriptReport, ...]
    weeks: tuple[Week, ...] = ()
    """Oldest first."""
    fairness: tuple[Group, ...] = ()
    near_misses: NearMisses = NO_NEAR_MISSES
    handling: Handling = NOTHING_HANDLED
    scope: Scope = EVERYBODY


@dataclass(frozen=True, slots=True)
class Names:
    """What a report may be narrowed to; the most leads first."""

    scripts: tuple[str, ...]
    channels: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """Hits and cases, by dimension and value."""

    counts: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, dimension: str, value: str | None, hits: int, of: int) -> None:
        """Count some."""
        cell = self.counts.setdefault(dimension, {}).setdefault(value or UNNAMED, [0, 0])
        cell[0] += hits
        cell[1] += of

    def rates(self) -> dict[str, dict[str, Rate]]:
        """The rate of each value, the most cases first."""
        return {
            dimension: ranked({name: (hits, of) for name, (hits, of) in values.items()})
            for dimension, values in self.counts.items()
        }


class Reports:
    """Looks back on what is on record."""

    def __init__(self, database: Database, scripts: Scripts) -> None:
        self._database = database
        self._scripts = scripts

    async def report(
        self,
        since: datetime,
        until: datetime,
        *,
        capacity: int | None = None,
        scope: Scope = EVERYBODY,
    ) -> Report:
        """The report since then; `capacity` is how many leads of a script the team can call."""
        people, ends, weeks, missed, handled = await self._database.read(
            lambda connection: (
                queries.people(connection, since, scope),
                queries.ends(connection, since, scope),
                queries.weeks(connection, since, scope),
                near_misses(connection, since, scope),
                handling(connection, since, scope),
            )
        )
        versions = {one: await self._scripts.get(one) for one in {row[3] for row in people}}
        by_script: dict[str, list[ScriptVersion]] = defaultdict(list)
        for one in sorted(versions.values(), key=lambda one: (one.key, one.number)):
            by_script[one.key].append(one)
        scripts = [
            await self._script(key, own, since, capacity, scope) for key, own in by_script.items()
        ]
        qualified = _qualified(people, versions)
        accepted, won = _ended(ends, "accepted", "rejected"), _ended(ends, "won", "lost")
        rates = qualified.rates()
        overall = rates.pop("all", {}).get(UNNAMED, Rate(0, 0))
        return Report(
            since=since,
            until=until,
            leads=overall.of,
            qualified=overall,
            undecided=sum(row.leads for row in people if row.outcome == "undecided"),
            accepted=_sum(accepted),
            won=_sum(won),
            amounts=_amounts(ends),
            rates=Rates(rates, accepted.rates(), won.rates()),
            scripts=tuple(scripts),
            weeks=_weeks(weeks, versions),
            fairness=tuple(one for name in FAIR for one in groups(name, rates.get(name, {}))),
            near_misses=missed,
            handling=handled,
            scope=scope,
        )

    async def names(self, since: datetime) -> Names:
        """Which scripts, channels and sources leads had since then."""
        people = await self._database.read(lambda connection: queries.people(connection, since))
        versions = {one: await self._scripts.get(one) for one in {row[3] for row in people}}
        rates = _qualified(people, versions).rates()
        return Names(*(tuple(rates.get(one, ())) for one in ("script", "channel", "source")))

    async def _script(
        self,
        key: str,
        versions: Sequence[ScriptVersion],
        since: datetime,
        capacity: int | None,
        scope: Scope,
    ) -> ScriptReport:
        ids = [one.id for one in versions]

        def work(connection: Connection) -> _Looked:
            sample = queries.sample(connection, ids, since, scope)
            ends = ends_of_script(connection, ids, since, SAMPLE, scope)
            timed = sorted(row.id for row in sample)[:TIMED]
            return (
                sample,
                queries.leads(connection, list(ends)),
                ends,
                queries.moments(connection, timed),
            )

        sample, ended, ends, moments = await self._database.read(work)
        current = await self._scripts.current(key) or versions[-1]
        own = {one.id: one.script for one in versions}

        def look() -> ScriptReport:
            seen = [_observed(row, own[row.script_version], Ends()) for row in sample]
            known = [_observed(row, own[row.script_version], ends[row.id]) for row in ended]
            return script_report(current.script, seen, known, capacity, _paces(moments))

        return await asyncio.to_thread(look)


_Looked = tuple[list[LeadRow], list[LeadRow], dict[str, Ends], list[Moments]]


def _qualified(people: Sequence[PeopleRow], versions: Mapping[str, ScriptVersion]) -> _Tally:
    tally = _Tally()
    for source, channel, language, version, outcome, leads in people:
        hits = leads if outcome == "qualified" else 0
        values = (source, channel, language, versions[version].key)
        for dimension, value in zip(DIMENSIONS, values, strict=True):
            tally.add(dimension, value, hits, leads)
        tally.add("all", None, hits, leads)
    return tally


def _weeks(rows: Sequence[WeekRow], versions: Mapping[str, ScriptVersion]) -> tuple[Week, ...]:
    counted: dict[tuple[date, str, int], list[int]] = defaultdict(lambda: [0, 0])
    for monday, version, outcome, leads in rows:
        if version in versions:  # a version may have got its first lead between two queries
            one = versions[version]
            cell = counted[monday, one.key, one.number]
            cell[0] += leads if outcome == "qualified" else 0
            cell[1] += leads
    return tuple(Week(*of, Rate(*counts)) for of, counts in sorted(counted.items()))


def _paces(moments: Sequence[Moments]) -> Paces:
    return Paces(
        _pace((one.wrote, one.replied) for one in moments),
        _pace((one.wrote, one.answered) for one in moments),
        _pace((one.wrote, one.decided) for one in moments),
    )


def _pace(moments: Iterable[tuple[datetime, datetime | None]]) -> Pace:
    """What was answered before the first message (a form) took no time."""
    return pace([max(0.0, (at - began).total_seconds()) for began, at in moments if at is not None])


def _observed(row: LeadRow, script: Script, ends: Ends) -> Observed:
    known = known_from(row.dialogue)
    judged = [judge(script, criterion, known.sheet) for criterion in script.criteria]
    return Observed(
        levels={one.key: one.rule if one.state == "unknown" else one.state for one in judged},
        points=row.score,
        asked=known.asked,
        passed=None if row.outcome == "undecided" else row.outcome == "qualified",
        accepted=ends.accepted,
        won=ends.won,
        language=row.language,
        channel=row.channel,
        source=row.source or UNNAMED,
        month=f"{row.created_at:%Y-%m}",
    )


def _ended(ends: Sequence[EndsRow], good: str, bad: str) -> _Tally:
    tally = _Tally()
    for source, person, outcome, _, leads, _ in ends:
        if outcome in (good, bad):
            hits = leads if outcome == good else 0
            tally.add("source", source, hits, leads)
            tally.add("person", person, hits, leads)
    return tally


def _sum(tally: _Tally) -> Rate:
    cells = tally.counts.get("source", {}).values()
    return Rate(sum(cell[0] for cell in cells), sum(cell[1] for cell in cells))


def _amounts(ends: Sequence[EndsRow]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for _, _, outcome, currency, _, hundredths in ends:
        if outcome == "won" and currency is not None:
            amount = Decimal(int(hundredths or 0)) / HUNDREDTHS
            found[currency] = found.get(currency, Decimal(0)) + amount
    return found
