"""How is it going? Rates, funnels and ends since a day, counted by the database.

Counts are exact. Questions are looked at lead by lead, so of a script with more than SAMPLE leads a
sample is taken: the first by their ids, which are random. Shares are within two percentage points.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, Row, bindparam, func, select

from qualification.analytics.observed import Observed
from qualification.analytics.rates import Rate, ranked
from qualification.decision import judge
from qualification.script import Script
from storage.database import Database
from storage.ends import NEWEST, ends_from
from storage.known import known_from
from storage.outcomes import HUNDREDTHS
from storage.script_reports import ScriptReport, script_report
from storage.scripts import Scripts
from storage.tables import ConversationRow, ScriptVersionRow

SAMPLE = 2_500
UNNAMED = "(none)"
DIMENSIONS = ("source", "channel", "language", "script")

_WROTE = (ConversationRow.created_at >= bindparam("since")) & (ConversationRow.inbound_seq > 0)
_SCRIPT = ScriptVersionRow.id == ConversationRow.script_version
_PEOPLE = (
    select(
        ConversationRow.source,
        ConversationRow.channel,
        ConversationRow.language,
        ConversationRow.script_version,
        ConversationRow.outcome,
        func.count().label("leads"),
    )
    .where(_WROTE)
    .group_by(
        ConversationRow.source,
        ConversationRow.channel,
        ConversationRow.language,
        ConversationRow.script_version,
        ConversationRow.outcome,
    )
)
_ENDS = (
    select(
        ConversationRow.source,
        NEWEST.c.person,
        NEWEST.c.outcome,
        NEWEST.c.currency,
        func.count().label("leads"),
        func.sum(NEWEST.c.hundredths).label("hundredths"),
    )
    .join(ConversationRow, ConversationRow.id == NEWEST.c.conversation)
    .where(ConversationRow.created_at >= bindparam("since"))
    .group_by(ConversationRow.source, NEWEST.c.person, NEWEST.c.outcome, NEWEST.c.currency)
)
_LOOKED_AT = (
    select(
        ConversationRow.id,
        ConversationRow.script_version,
        ConversationRow.dialogue,
        ConversationRow.outcome,
        ConversationRow.score,
        ConversationRow.created_at,
    )
    .join(ScriptVersionRow, _SCRIPT)
    .where(_WROTE, ScriptVersionRow.key == bindparam("script"))
    .order_by(ConversationRow.id)
    .limit(SAMPLE)
)
_WITH_AN_END = _LOOKED_AT.where(ConversationRow.id.in_(select(NEWEST.c.conversation)))
_ENDS_OF = select(NEWEST.c.conversation, NEWEST.c.outcome).where(
    NEWEST.c.conversation.in_(bindparam("leads", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often leads qualify, are accepted and are won, by something they have in common."""

    qualified: Mapping[str, Mapping[str, Rate]]
    """By dimension (`source`, `channel`, `language`, `script`), by its value."""
    accepted: Mapping[str, Mapping[str, Rate]]
    """By `source` and `person`."""
    won: Mapping[str, Mapping[str, Rate]]


@dataclass(frozen=True, slots=True)
class Report:
    """How it went since a day."""

    since: datetime
    until: datetime
    leads: int
    """Everybody who wrote."""
    qualified: Rate
    undecided: int
    accepted: Rate
    won: Rate
    amounts: Mapping[str, Decimal]
    """What was won, by currency: never added up across them."""
    rates: Rates
    scripts: tuple[ScriptReport, ...]


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
        self, since: datetime, until: datetime, *, capacity: int | None = None
    ) -> Report:
        """The report since then; `capacity` is how many leads of a script the team can call."""
        wanted = {"since": since}
        people, ends = await self._database.read(
            lambda connection: (
                connection.execute(_PEOPLE, wanted).all(),
                connection.execute(_ENDS, wanted).all(),
            )
        )
        keys = {one: (await self._scripts.get(one)).key for one in {row[3] for row in people}}
        scripts = [await self._script(key, since, capacity) for key in sorted(set(keys.values()))]
        qualified = _Tally()
        for source, channel, language, version, outcome, leads in people:
            hits = leads if outcome == "qualified" else 0
            values = (source, channel, language, keys[version])
            for dimension, value in zip(DIMENSIONS, values, strict=True):
                qualified.add(dimension, value, hits, leads)
            qualified.add("all", None, hits, leads)
        overall = qualified.rates().pop("all", {}).get(UNNAMED, Rate(0, 0))
        accepted, won = _ended(ends, "accepted", "rejected"), _ended(ends, "won", "lost")
        return Report(
            since=since,
            until=until,
            leads=overall.of,
            qualified=overall,
            undecided=sum(row.leads for row in people if row.outcome == "undecided"),
            accepted=_sum(accepted),
            won=_sum(won),
            amounts=_amounts(ends),
            rates=Rates(
                {one: rates for one, rates in qualified.rates().items() if one != "all"},
                accepted.rates(),
                won.rates(),
            ),
            scripts=tuple(scripts),
        )

    async def _script(self, key: str, since: datetime, capacity: int | None) -> ScriptReport:
        wanted = {"since": since, "script": key}

        def work(connection: Connection) -> tuple[Sequence[_Looked], Sequence[_Looked], _Ends]:
            sample = connection.execute(_LOOKED_AT, wanted).all()
            ended = connection.execute(_WITH_AN_END, wanted).all()
            return sample, ended, _ends_of(connection, since, [row.id for row in ended])

        sample, ended, ends = await self._database.read(work)
        current = await self._scripts.current(key)
        if current is None:
            raise KeyError(f"no script {key!r} is published")
        versions = {row.script_version for row in (*sample, *ended)}
        own = {one: (await self._scripts.get(one)).script for one in versions}

        def look() -> ScriptReport:
            seen = [_observed(row, own[row.script_version], frozenset()) for row in sample]
            known = [
                _observed(row, own[row.script_version], ends[row.id])
                for row in sorted(ended, key=lambda row: row.created_at)
            ]
            return script_report(current.script, seen, known, capacity)

        return await asyncio.to_thread(look)


_Looked = Row[str, str, str, str, int, datetime]
_End = tuple[str | None, str | None, str, str | None, int, int | None]
_Ends = Mapping[str, frozenset[str]]


def _ends_of(connection: Connection, since: datetime, leads: Sequence[str]) -> _Ends:
    found: dict[str, frozenset[str]] = {lead: frozenset() for lead in leads}
    rows = connection.execute(_ENDS_OF, {"since": since, "leads": leads})
    for lead, outcome in rows:
        found[lead] |= {outcome}
    return found


def _observed(row: _Looked, script: Script, ends: frozenset[str]) -> Observed:
    known, end = known_from(row.dialogue), ends_from(ends)
    judged = [judge(script, criterion, known.sheet) for criterion in script.criteria]
    return Observed(
        levels={one.key: one.rule if one.state == "unknown" else one.state for one in judged},
        points=row.score,
        asked=known.asked,
        passed=None if row.outcome == "undecided" else row.outcome == "qualified",
        accepted=end.accepted,
        won=end.won,
    )


def _ended(ends: Sequence[Row[*_End]], good: str, bad: str) -> _Tally:
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


def _amounts(ends: Sequence[Row[*_End]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for _, _, outcome, currency, _, hundredths in ends:
        if outcome == "won" and currency is not None:
            amount = Decimal(int(hundredths or 0)) / HUNDREDTHS
            found[currency] = found.get(currency, Decimal(0)) + amount
    return found
