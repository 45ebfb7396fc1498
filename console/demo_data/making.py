"""How are the demo leads made? With the real parts over a database of their own, in memory: ninety
days pass in it in seconds, nothing leaves this machine, and nobody who uses the real one waits.
What has come of it is then copied, some leads at a time.
"""

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from random import Random

from sqlalchemy import Connection, select, update

from agent.conductor import Conductor
from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.plain.readiness import prepare_reading
from agent.preparing import KIND as PREPARE
from agent.preparing import Preparing
from agent.rehearsal.rehearsal import SetClock
from agent.router import KIND as ASSIGNMENT
from agent.router import Router
from agent.texting import RANK
from console.demo_data.cast import SCRIPTS, newcomers
from console.demo_data.order import Order
from console.demo_data.sales import Fact, Sales, chance_of
from console.demo_data.talks import Talks
from console.demo_data.timeline import Timeline
from delivery.dispatcher import Dispatcher
from qualification.routing.planfile import parse_teams
from qualification.script import Script
from qualification.scriptfile import parse_script
from storage.acceptance import Acceptance
from storage.assignments import StoredAssignments
from storage.database import Database
from storage.demo import TOGETHER, DemoLeads
from storage.demo_copy import leads_in, published_in, rows_of, shares_in, write_rows
from storage.inbox import StoredInbox
from storage.outbox import StoredOutbox
from storage.outcomes import Outcomes
from storage.owners import OwnRecord
from storage.parcels import KIND as DELIVER
from storage.preparations import StoredAnnouncing, StoredPreparations
from storage.reach_tables import TextRow
from storage.replies import StoredReplies
from storage.sayings import Sayings
from storage.scripts import Scripts
from storage.suppressions import Suppressions
from storage.tables import ConversationRow, Row
from storage.teams import Teams
from storage.workspace import StoredWorkspace

SYSTEM = "demo"
PATIENCE = 30.0
"""Seconds: whoever uses the real database goes first."""
HOLDOUT = 0.9
"""So many near misses are left for people: a script of ours need not say so for the demo to."""


class Shelf:
    """delivery.base.Place: leads are put here, and nothing is sent to anybody."""

    system = SYSTEM

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Now and then it goes as it goes: not at once, or not at all."""
        drawn = self._rng.random()
        if drawn < 0.015:
            return Failed("Demo: this system refuses the lead, as some do", "fix_data")
        if drawn < 0.05 and parcel.tries == 1:
            return RetryAt("Demo: this system was away for a moment")
        return Delivered("Demo: kept here; nothing was sent to anybody")


@dataclass(frozen=True, slots=True)
class Workshop:
    """The parts that leads are made with."""

    database: Database
    scripts: Scripts
    conductor: Conductor
    timeline: Timeline
    dispatcher: Dispatcher
    preparing: Preparing
    router: Router
    assignments: StoredAssignments
    acceptance: Acceptance
    outcomes: Outcomes
    teams: Teams


async def make(order: Order) -> int:
    """Make a part of the leads and put them with the others; how many they are."""
    prepare_reading()
    target = Database(order.url, patience=PATIENCE)
    try:
        async with _workshop(order, target) as shop:
            await _play(order, shop)
            return await _hand_in(shop.database, DemoLeads(target))
    finally:
        await target.close()


@asynccontextmanager
async def _workshop(order: Order, target: Database) -> AsyncIterator[Workshop]:
    """The same scripts and plans as in the database that the leads are for."""
    database = Database("sqlite://")
    published = await target.read(published_in)

    def furnish(connection: Connection) -> None:
        Row.metadata.create_all(connection)
        write_rows(connection, published)

    await database.write(furnish)
    try:
        yield _parts(order, database)
    finally:
        await database.close()


def _parts(order: Order, database: Database) -> Workshop:
    clock = SetClock(order.until)
    timeline = Timeline(clock)
    scripts = Scripts(database, _parsed, clock)
    suppressions = Suppressions(database, secrets.token_hex(32))
    outbox = StoredOutbox(database, timeline.enqueue, [SYSTEM], order.address, prepares=True)
    teams = Teams(database, parse_teams, clock)
    assignments = StoredAssignments(database, teams, timeline.enqueue)
    conductor = Conductor(
        inbox=StoredInbox(database),
        workspace=StoredWorkspace(
            database, scripts, outbox, sayings=Sayings(suppressions, timeline.enqueue)
        ),
        replies=StoredReplies(database, scripts),
        catalogue=scripts,
        readers={},
        clock=clock,
    )
    router = Router(
        assignments,
        owners=[OwnRecord(database)],
        announcing=StoredAnnouncing(database, outbox, clock),
        reminding=[],
        clock=clock,
    )
    rng = Random(f"demo:{order.seed}:shelf:{order.part}")  # noqa: S311
    return Workshop(
        database=database,
        scripts=scripts,
        conductor=conductor,
        timeline=timeline,
        dispatcher=Dispatcher(outbox, [Shelf(rng)], clock, rng),
        preparing=Preparing(StoredPreparations(database, outbox), router, None, clock),
        router=router,
        assignments=assignments,
        acceptance=Acceptance(database, teams, timeline.enqueue, timeline.cancel),
        outcomes=Outcomes(database),
        teams=teams,
    )


def _parsed(text: str) -> Script:
    script = parse_script(text)
    return script.model_copy(update={"holdout": HOLDOUT})


async def _play(order: Order, shop: Workshop) -> None:
    """First they all talk; then sales has ninety days."""
    timeline = shop.timeline
    talks = Talks(shop.database, shop.scripts, shop.conductor, timeline.clock, order.until)
    keys = [key for key in SCRIPTS if await shop.scripts.current(key) is not None]
    conversations = [
        await talks.play(one)
        for one in newcomers(order.seed, order.leads, order.until, keys)
        if one.number % order.parts == order.part
    ]
    rng = Random(f"demo:{order.seed}:sales:{order.part}")  # noqa: S311
    sales = Sales(
        timeline,
        shop.assignments,
        shop.acceptance,
        shop.outcomes,
        shop.teams,
        shop.conductor,
        rng,
        {one.conversation: one for one in await _facts(shop, conversations, rng)},
    )
    sales.review(await shop.database.read(_to_review))

    async def prepare(row: str) -> datetime | None:
        again = await shop.preparing.prepare(row)
        await sales.look_at(row.rpartition(".")[0])
        return again

    async def look_after(row: str) -> datetime | None:
        again = await shop.router.look_after(row)
        found = await shop.assignments.get(row.partition("/")[0])
        if found is not None:
            await sales.look_at(found.handover)
        return again

    handlers = {PREPARE: prepare, DELIVER: shop.dispatcher.send, ASSIGNMENT: look_after}
    await timeline.run(order.until, handlers)


async def _facts(shop: Workshop, conversations: Sequence[str], rng: Random) -> list[Fact]:
    found = []
    for one in conversations:
        standing = await shop.conductor.standing(one)
        sheet = standing.dialogue.sheet
        chance = chance_of(standing.script, sheet, rng)
        found.append(Fact(one, standing.dialogue.language, chance))
    return found


def _to_review(connection: Connection) -> list[tuple[str, datetime]]:
    query = select(ConversationRow.id, ConversationRow.review_since).where(
        ConversationRow.review_since.is_not(None)
    )
    return [
        (one, since)
        for one, since in connection.execute(query.order_by(ConversationRow.created_at))
        if since
    ]


async def _hand_in(database: Database, demo: DemoLeads) -> int:
    await database.write(_leave_in_peace)
    leads = await database.read(leads_in)
    for start in range(0, len(leads), TOGETHER):
        some = leads[start : start + TOGETHER]
        await demo.add(some, await database.read(partial(rows_of, leads=some)))
    await demo.add_shares(await database.read(shares_in))
    return len(leads)


def _leave_in_peace(connection: Connection) -> None:
    """Nothing is due for anybody of them: whoever is not there must not be reminded, and their
    texts are where nobody sends them from.
    """
    still = {"remind_at": None, "remind_why": None, "rescore_at": None, "lease_until": None}
    connection.execute(update(ConversationRow).values(**still, person_due_at=None))
    sent = {"state": "delivered", "rank": RANK["delivered"], "attempts": 1, "next_at": None}
    connection.execute(
        update(TextRow)
        .where(TextRow.state == "waiting")
        .values(**sent, tried_at=TextRow.created_at)
    )
