"""What else is on record where a firm works with its leads? Names, transcripts, hand-overs with
their deliveries and places, colleagues, and a log of who looked at what.
"""

import asyncio
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    Connection,
    Engine,
    Row,
    bindparam,
    create_engine,
    event,
    func,
    or_,
    select,
    text,
    update,
)

from agent.dialogue import verdict_on
from agent.reading import Reading
from agent.rehearsal.rehearsal import SystemClock
from bench.past import stored, write_rows
from bench.processes import ROOT
from qualification.handover import make_handover
from qualification.routing.planfile import parse_teams
from qualification.routing.record import Routed
from qualification.routing.routing import Situation, route
from qualification.routing.wishes import LeadFacts
from qualification.scoring import score
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Contact
from storage.access_tables import AuditRow, UserRow
from storage.database import Database, prepare_sqlite, synchronous
from storage.documents import dialogue_from, object_text, reading_text, value_text
from storage.inbox_tables import InboxLineRow
from storage.routing_tables import AssignmentRow
from storage.scripts import Scripts
from storage.tables import (
    AnswerRow,
    ConversationRow,
    DeliveryRow,
    HandoverRow,
    MessageRow,
    TurnRow,
)
from storage.teams import Teams, TeamVersion
from storage.writer import begin_immediately

MESSAGES_EACH = 8
"""Beside the two that every lead of bench.past has: a million for 100 000 leads."""
AT_ONCE = 10_000
COLLEAGUES = 30
LOOKS_EACH = 3
"""Entries of the audit log for each lead."""
SYSTEMS = ("hubspot", "slack")
WORKED_ON = timedelta(days=14)
"""What is older has been put aside, but for one in fifty."""
WORDS = "we need a crm for the team and the price per year is what matters most to us"
COMMON = WORDS.split(" ")
NAMES = ("Ana", "Luis", "Eva", "Iván", "Marta", "John", "Grace", "Noa", "Sara", "Hugo")
SURNAMES = ("López", "Ruiz", "Vega", "Soto", "Calvo", "Smith", "Baker", "Núñez", "Prieto", "Roca")
ACTIONS = ("lead.viewed", "lead.viewed", "lead.viewed", "lead.taken_over", "lead.noted")
_NOTHING_READ = reading_text(Reading("plain"))
_Line = InboxLineRow
_ROUTED: TypeAdapter[Routed] = TypeAdapter(Routed)
_LEADS = select(
    ConversationRow.id,
    ConversationRow.created_at,
    ConversationRow.updated_at,
    ConversationRow.channel,
    ConversationRow.outcome,
    ConversationRow.tier,
    ConversationRow.dialogue,
).order_by(ConversationRow.id)
_NAME = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("of"))
    .values(contact_name=bindparam("who"), last_seq=2 + MESSAGES_EACH)
)
_HAND_OVER = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("of"))
    .values(handover=bindparam("handed"))
)


def fill(url: str, leads: int) -> None:
    """So many leads with ten messages each, and all that there is beside them. What was filled
    once is left as it is.
    """
    engine = create_engine(synchronous(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_immediately)
    try:
        stored(url, leads)
        script, version = asyncio.run(_published(url))
        _furnish(engine, Firm(script, version))
    finally:
        engine.dispose()


def filled(url: str) -> bool:
    """Whether that has been done, to its end."""
    engine = create_engine(synchronous(url))
    with engine.connect() as connection:
        found = connection.execute(select(func.count()).select_from(AuditRow)).scalar_one()
    engine.dispose()
    return bool(found)


async def _published(url: str) -> tuple[Script, TeamVersion]:
    database, clock = Database(url), SystemClock()
    script = (await Scripts(database, parse_script, clock).all_current())[0].script
    plan = (ROOT / "prompts" / "teams.yaml").read_text(encoding="utf-8")
    version = await Teams(database, parse_teams, clock).publish(plan, origin="file")
    await database.close()
    return script, version


def _furnish(engine: Engine, firm: "Firm") -> None:
    with engine.begin() as connection:
        said = value_text(Contact("name", "Ana Ruiz"))
        connection.execute(update(AnswerRow).values(value=said))
        write_rows(connection, UserRow, firm.colleagues())
        leads = iter(connection.execute(_LEADS).all())
    while some := list(islice(leads, AT_ONCE)):
        with engine.begin() as connection:
            firm.furnish(connection, some)
    old = or_(_Line.last_at < firm.now - WORKED_ON, _Line.answering == "nobody")
    aside = update(_Line).where(_Line.position % 50 != 0, old).values(status="resolved")
    with engine.begin() as connection:
        connection.execute(aside)
        write_rows(connection, AuditRow, firm.looks())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        vacuum = "VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"
        connection.execute(text(vacuum))


class Firm:
    """Writes what people and the agent did, always the same."""

    def __init__(self, script: Script, teams: TeamVersion) -> None:
        self.now = SystemClock().now()
        self._script = script
        self._teams = teams
        self._dealt = random.Random(7)  # noqa: S311 - a yardstick, no secret
        self._seen = list[tuple[str, datetime]]()
        facts = LeadFacts(script.script, "es", "chat", "qualified", "hot", 80)
        self._routed = [
            Routed(at, facts, Situation(), route(teams.plan, facts, Situation(), at))
            for at in (self.now - timedelta(hours=hour) for hour in range(24))
        ]

    def colleagues(self) -> Sequence[Mapping[str, Any]]:
        """Who works there: nobody of them can sign in."""
        return [
            {
                "email": f"colleague{number}@acme.example",
                "id": _colleague(number),
                "password": "!",
                "role": "sales" if number else "admin",
                "name": f"{NAMES[number % 10]} {SURNAMES[number // 3]}",
                "theme": "auto",
                "created_at": self.now,
            }
            for number in range(COLLEAGUES)
        ]

    def furnish(self, connection: Connection, leads: Sequence[Row[*tuple[Any, ...]]]) -> None:
        """Everything about these leads."""
        self._seen += ((one.id, one.updated_at) for one in leads)
        connection.execute(_NAME, [{"of": one.id, "who": self._name()} for one in leads])
        write_rows(connection, MessageRow, [row for one in leads for row in self._said(one)])
        write_rows(connection, TurnRow, [row for one in leads for row in _turns(one)])
        handed = [one for one in leads if one.outcome == "qualified"]
        write_rows(connection, HandoverRow, [self._handover(one) for one in handed])
        write_rows(connection, DeliveryRow, [row for one in handed for row in _deliveries(one)])
        connection.execute(_HAND_OVER, [{"of": one.id, "handed": one.id} for one in handed])
        write_rows(connection, AssignmentRow, [self._place(one) for one in handed])

    def looks(self) -> Sequence[Mapping[str, Any]]:
        """Who looked at them, or did something."""
        return [
            {
                "at": at + timedelta(hours=self._dealt.randrange(1, 72)),
                "actor": _colleague(self._dealt.randrange(COLLEAGUES)),
                "action": self._dealt.choice(ACTIONS),
                "subject": lead,
                "details": "{}",
            }
            for lead, at in self._seen
            for _ in range(LOOKS_EACH)
        ]

    def _name(self) -> str:
        return f"{self._dealt.choice(NAMES)} {self._dealt.choice(SURNAMES)}"

    def _said(self, lead: Row[*tuple[Any, ...]]) -> Iterator[Mapping[str, Any]]:
        for seq in range(3, 3 + MESSAGES_EACH):
            words = [*self._dealt.sample(COMMON, 8), f"word{self._dealt.randrange(50_000)}"]
            if self._dealt.random() < 0.00002:
                words.append("zanzibar7")
            yield {
                "conversation": lead.id,
                "id": f"{lead.id}-{seq}",
                "seq": seq,
                "author": "prospect" if seq % 2 else "agent",
                "text": " ".join(words),
                "channel": lead.channel,
                "at": lead.created_at + timedelta(seconds=20 * seq),
            }

    def _handover(self, lead: Row[*tuple[Any, ...]]) -> Mapping[str, Any]:
        dialogue = dialogue_from(lead.dialogue)
        verdict = verdict_on(self._script, dialogue)
        document = make_handover(
            self._script,
            dialogue.sheet,
            verdict,
            score(self._script, dialogue.sheet, lead.updated_at, verdict=verdict),
            why="qualified",
            language=dialogue.language,
            channel=lead.channel,
            source=None,
            open_questions=(),
        )
        return {
            "id": lead.id,
            "revision": 1,
            "conversation": lead.id,
            "why": "qualified",
            "payload": object_text(document, id=lead.id, revision=1, conversation=lead.id),
            "created_at": lead.updated_at,
        }

    def _place(self, lead: Row[*tuple[Any, ...]]) -> Mapping[str, Any]:
        routed = self._dealt.choice(self._routed)
        at, decision = lead.updated_at, routed.decision
        return {
            "id": f"{lead.id}-1",
            "handover": lead.id,
            "number": 1,
            "conversation": lead.id,
            "plan": self._teams.number,
            "cause": "routed",
            "state": "accepted",
            "person": decision.person,
            "team": decision.team,
            "queue": decision.queue,
            "rule": decision.rule,
            "tier": lead.tier or "hot",
            "handed_over_at": at,
            "at": at,
            "due_at": at + timedelta(minutes=60),
            "accepted_at": at + timedelta(minutes=self._dealt.randrange(1, 90)),
            "closed_at": at + timedelta(days=7) if at < self.now - WORKED_ON else None,
            "routed": _ROUTED.dump_json(routed).decode(),
        }


def _colleague(number: int) -> str:
    return f"colleague-{number}"


def _turns(lead: Row[*tuple[Any, ...]]) -> Iterator[Mapping[str, Any]]:
    for seq in range(1, 2 + MESSAGES_EACH, 2):
        yield {
            "conversation": lead.id,
            "read_up_to": seq,
            "said_from": seq + 1,
            "said_to": seq + 1,
            "reader": "plain",
            "reading": _NOTHING_READ,
            "at": lead.created_at + timedelta(seconds=20 * seq + 2),
        }


def _deliveries(lead: Row[*tuple[Any, ...]]) -> Iterator[Mapping[str, Any]]:
    for system in SYSTEMS:
        yield {
            "id": f"{lead.id}.1.{system}",
            "handover": lead.id,
            "revision": 1,
            "system": system,
            "state": "delivered",
            "attempts": 1,
            "round": 0,
            "tries": 1,
            "created_at": lead.updated_at,
            "delivered_at": lead.updated_at + timedelta(seconds=2),
        }
