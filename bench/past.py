"""What if there are very many leads to look back on? Written as rows, with a truth that is known:
whether a deal is won hangs on who decides and on the budget, and on nothing else.
"""

import asyncio
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice, product
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Engine, create_engine, event, insert, text

from agent.dialogue import Dialogue, verdict_on
from agent.rehearsal.rehearsal import SystemClock
from bench.processes import ROOT
from qualification.answers import Answer, AnswerSheet, Declined, Evidence
from qualification.scoring import score
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, Value
from storage.database import Database, prepare_sqlite, synchronous
from storage.documents import dialogue_text
from storage.migrate import migrate
from storage.outcome_tables import OutcomeRow
from storage.score_tables import BehaviourRow, VerdictChangeRow
from storage.scripts import Scripts, ScriptVersion
from storage.tables import AnswerRow, ConversationRow, MessageRow
from storage.tables import Row as Table
from storage.writer import begin_immediately

SCRIPT = (ROOT / "prompts" / "scripts" / "crm-suite.yaml").read_text(encoding="utf-8")
DAYS = 180
AT_ONCE = 20_000
SOURCES = ("/pricing", "/", "ads", "webinar", "partner", None)
CHANNELS = ("chat", "chat", "sms", "whatsapp", "voice")
LANGUAGES = ("es", "en")
PEOPLE = ("bea@acme.example", "leo@acme.example", "eva@acme.example")

_BASE = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
_SOON, _LATER = date(2001, 4, 5), date(2001, 5, 6)
_BUDGETS = (None, 900, 2_500, 6_000, 20_000)
_ROLES = (None, "decides", "influences", "neither")
_SIZES = (None, 4, 30, 200)
_TIMES = (
    None,
    Timeframe("asap"),
    Timeframe("none"),
    Timeframe("range", _SOON, _LATER),
)

Rows = Mapping[type[Table], Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Leads that said the same."""

    dialogue: str
    outcome: str
    tier: str
    score: int
    chance: float
    """That a deal with one of them is won."""


def stored(url: str, leads: int) -> None:
    """A migrated database with so many leads of one script."""
    migrate(url)
    version = asyncio.run(_published(url))
    Past(version.script, version.id, datetime.now(UTC)).load(url, leads)


async def _published(url: str) -> ScriptVersion:
    database = Database(url)
    version = await Scripts(database, parse_script, SystemClock()).publish(SCRIPT, origin="file")
    await database.close()
    return version


def kinds(script: Script) -> list[Kind]:
    """Every combination of answers."""
    return [
        _kind(script, *said) for said in product((True, False), _BUDGETS, _ROLES, _SIZES, _TIMES)
    ]


def _kind(
    script: Script,
    need: bool,
    budget: int | None,
    role: str | None,
    size: int | None,
    when: Timeframe | None,
) -> Kind:
    said: list[tuple[str, Value]] = [
        ("name", Contact("name", "Ana Ruiz")),
        ("email", Contact("email", "ana.ruiz@acme.example")),
    ]
    if need:
        said.append(("need", Text("we lose leads because nobody follows them up in time")))
    if budget is not None:
        amount = Decimal(budget)
        said.append(("budget", Money(amount, amount, "EUR", "year")))
    if role is not None:
        said.append(("authority", Choice(role)))
    if size is not None:
        said.append(("company_size", Number(Decimal(size), Decimal(size))))
    if when is not None:
        said.append(("timeline", when))
    answers = {
        key: Answer(key, value, _BASE, Evidence(f"m{place}", "what they said of it, word for word"))
        for place, (key, value) in enumerate(said)
    }
    declined = {} if need else {"need": Declined("need", "does_not_know")}
    dialogue = Dialogue("en", phase="closed", sheet=AnswerSheet(answers, declined), turns=6)
    card = score(script, dialogue.sheet, _BASE)
    chance = 0.1 + 0.4 * (role == "decides") + 0.3 * ((budget or 0) >= 5_000)
    outcome = verdict_on(script, dialogue).outcome
    return Kind(dialogue_text(dialogue), outcome, card.tier, card.total, chance)


class Past:
    """Writes leads, always the same ones."""

    def __init__(self, script: Script, version: str, now: datetime) -> None:
        self._kinds = kinds(script)
        self._version = version
        self._now = now
        self._random = random.Random(5)  # noqa: S311 - a yardstick, no secret
        self._dealt = self._random.choice

    def load(self, url: str, leads: int) -> None:
        """Put so many on record."""
        engine = create_engine(synchronous(url))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", prepare_sqlite)
            event.listen(engine, "begin", begin_immediately)
        numbers = iter(range(leads))
        try:
            while some := list(islice(numbers, AT_ONCE)):
                rows = self._rows(some)
                with engine.begin() as connection:
                    for table, records in rows.items():
                        write_rows(connection, table, records)
            _gather_statistics(engine)
        finally:
            engine.dispose()

    def _rows(self, numbers: Iterable[int]) -> Rows:
        found: dict[type[Table], list[Mapping[str, Any]]] = {
            table: []
            for table in (
                ConversationRow,
                MessageRow,
                AnswerRow,
                VerdictChangeRow,
                BehaviourRow,
                OutcomeRow,
            )
        }
        for _ in numbers:
            for table, row in self._lead():
                found[table].append(row)
        return found

    def _lead(self) -> Iterator[tuple[type[Table], Mapping[str, Any]]]:
        kind, lead = self._dealt(self._kinds), f"{self._random.getrandbits(128):032x}"
        opened = self._now - timedelta(seconds=self._random.randrange(60, DAYS * 86_400))
        settled = opened + timedelta(seconds=self._random.randrange(60, 900))
        channel, source = self._dealt(CHANNELS), self._dealt(SOURCES)
        dialogue = kind.dialogue.replace("2001-02-03T04:05:06Z", settled.isoformat())
        for place, day in enumerate((_SOON, _LATER), 2):
            moved = settled.date() + timedelta(days=30 * place)
            dialogue = dialogue.replace(day.isoformat(), moved.isoformat())
        yield (
            ConversationRow,
            {
                "id": lead,
                "channel": channel,
                "address": lead,
                "script_version": self._version,
                "source": source,
                "phase": "closed",
                "language": self._dealt(LANGUAGES),
                "dialogue": dialogue,
                "outcome": kind.outcome,
                "tier": kind.tier,
                "score": kind.score,
                "fit": kind.score,
                "engagement": 0,
                "last_seq": 2,
                "inbound_seq": 1,
                "read_seq": 1,
                "lease_token": 3,
                "created_at": opened,
                "updated_at": settled,
            },
        )
        of = {"conversation": lead}
        heard = opened + timedelta(seconds=20)
        for seq, author, words in ((1, "prospect", "Hello, we need a CRM"), (2, "agent", "Hi!")):
            yield (
                MessageRow,
                of
                | {
                    "id": f"{lead}-{seq}",
                    "seq": seq,
                    "author": author,
                    "text": words,
                    "channel": channel,
                    "at": heard + timedelta(seconds=2 * seq - 2),
                },
            )
        yield (
            AnswerRow,
            of
            | {
                "key": "name",
                "value": "{}",
                "source": "prospect",
                "given": heard,
                "at": heard + timedelta(seconds=self._random.randrange(5, 50)),
            },
        )
        if kind.outcome != "undecided":
            yield (
                VerdictChangeRow,
                of | {"outcome": kind.outcome, "reasons": "[]", "at": settled},
            )
        if self._random.random() < 0.2:
            yield (
                BehaviourRow,
                of
                | {
                    "client_id": lead,
                    "kind": "page_view",
                    "at": opened,
                    "received_at": opened,
                },
            )
        if kind.outcome == "qualified":
            lead_of = {"source": source, "script_version": self._version, "opened_at": opened}
            yield from self._ends({**of, **lead_of}, kind, settled)

    def _ends(
        self, of: Mapping[str, Any], kind: Kind, settled: datetime
    ) -> Iterator[tuple[type[Table], Mapping[str, Any]]]:
        """Three in four of the qualified are judged by sales, half of those come to an end."""
        if self._random.random() < 0.25:
            return
        fits = self._random.random() < 0.5 + kind.chance / 2
        said = {**of, "person": self._dealt(PEOPLE), "recorded_at": self._now, "holds": True}
        first = settled + timedelta(hours=2)
        outcome = "accepted" if fits else "rejected"
        yield OutcomeRow, {**said, "stage": "acceptance", "outcome": outcome, "at": first}
        if fits and self._random.random() < 0.5:
            won = self._random.random() < kind.chance
            deal = {"outcome": "won" if won else "lost", "stage": "deal", "at": first}
            money = {"hundredths": 300_000, "currency": "EUR"} if won else {}
            yield OutcomeRow, {**said, **deal, **money}


def _gather_statistics(engine: Engine) -> None:
    """VACUUM runs outside a transaction; SQLite's ANALYZE in one, which has to be committed."""
    if engine.dialect.name == "sqlite":
        with engine.begin() as connection:
            connection.execute(text("ANALYZE"))
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def write_rows(
    connection: Connection, table: type[Table], rows: Sequence[Mapping[str, Any]]
) -> None:
    """By COPY where there is one."""
    if not rows:
        return
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), [{one: row.get(one) for one in columns} for row in rows])
        return
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(str(table.__tablename__)), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([row.get(one) for one in columns])
