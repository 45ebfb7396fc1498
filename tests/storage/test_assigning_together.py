"""Must-have 8: two processes give out a thousand leads: one place each, exact weights."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections import Counter

from sqlalchemy import Connection, select

from qualification.routing.rotation import LEAD
from storage.database import Database
from storage.routing_tables import AssignmentRow, DebtRow, ShareRow
from tests.storage.routed import Desk

LEADS = 1000
PEOPLE = {"p1": 4, "p2": 3, "p3": 2, "p4": 1}
PLAN = """\
timezone: Europe/Madrid
people:
{people}
teams:
  - {{id: sales, name: {{en: Sales}}, people: [p1, p2, p3, p4]}}
queues:
  - {{id: general, name: {{en: Queue}}}}
rules:
  - {{name: everything, to: {{team: sales}}}}
fallback: {{queue: general}}
"""
PERSON = "  - {{id: {id}, name: {id}, email: {id}@acme.example, weight: {weight}}}"


async def test_two_processes_keep_the_weights_exactly(
    database: Database, database_url: str
) -> None:
    desk = Desk(database)
    written = [PERSON.format(id=person, weight=weight) for person, weight in PEOPLE.items()]
    await desk.publish(PLAN.format(people="\n".join(written)))
    leads = await desk.leads(LEADS)

    async def give(some: list[str]) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.storage.assigning",
            database_url,
            stdin=PIPE,
            stderr=PIPE,
        )
        _, errors = await process.communicate("\n".join(some).encode())
        assert process.returncode == 0, errors.decode()

    # some are given out by both: who comes second finds the lead in its place
    await asyncio.gather(give(leads[:550]), give(leads[450:]))

    def read(connection: Connection) -> tuple[Counter[str], int, dict[str, int], dict[str, int]]:
        people = connection.execute(select(AssignmentRow.person)).scalars().all()
        placed = connection.execute(select(AssignmentRow.handover).distinct()).scalars().all()
        owed = connection.execute(select(DebtRow.person, DebtRow.owed)).all()
        shares = connection.execute(select(ShareRow.person, ShareRow.due)).all()
        return (
            Counter(one for one in people if one),
            len(placed),
            {one.person: one.owed for one in owed},
            {one.person: one.due for one in shares},
        )

    counted, placed, owed, due = await database.read(read)
    assert placed == LEADS
    assert counted == {person: weight * LEADS // 10 for person, weight in PEOPLE.items()}
    assert owed == dict.fromkeys(PEOPLE, 0)
    assert due == {person: weight * LEADS // 10 * LEAD for person, weight in PEOPLE.items()}
