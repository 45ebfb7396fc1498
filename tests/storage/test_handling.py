"""How fast leads get to people, and whether people accept them by the time they are due."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert

from qualification.analytics.pace import Pace
from qualification.analytics.rates import Rate
from storage.database import Database
from storage.handling import NOTHING_HANDLED, Handling, handling
from storage.report_scope import Scope
from storage.tables import MessageRow
from tests.storage.routed import MONDAY, PLAN, Desk

DAY = MONDAY - timedelta(days=1)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """One process, with the plan of the tests."""
    made = Desk(database)
    await made.publish(PLAN)
    return made


async def found(desk: Desk, scope: Scope | None = None) -> Handling:
    """What is on record."""
    return await desk.database.read(lambda one: handling(one, DAY, scope or Scope()))


async def test_where_nobody_got_a_lead_nothing_is_said(desk: Desk) -> None:
    nothing = await found(desk)
    assert nothing.in_time_by == {"tier": {}, "person": {}}
    assert (nothing.in_time, nothing.accepted) == (NOTHING_HANDLED.in_time, Pace(0, None, None))


async def test_a_lead_accepted_in_time_and_one_too_late_are_counted_at_each_place(
    desk: Desk,
) -> None:
    quick, late = await desk.given(), await desk.given()
    await desk.acceptance.accept(quick.handover, "ana", MONDAY + timedelta(minutes=2))
    moved = await desk.overdue(late)
    assert moved is not None
    told = await found(desk)
    assert told.in_time == Rate(1, 2)
    assert told.in_time_by["person"] == {"ana": Rate(1, 1), "luis": Rate(0, 1)}
    assert told.in_time_by["tier"] == {"hot": Rate(1, 2)}
    assert told.waiting == 1
    assert told.accepted == Pace(1, 120.0, 120.0)


async def test_the_first_acceptance_of_a_lead_counts_from_its_hand_over(desk: Desk) -> None:
    given = await desk.given()
    moved = await desk.overdue(given)
    assert moved is not None
    await desk.acceptance.accept(given.handover, moved.person or "", desk.clock.now())
    told = await found(desk)
    assert told.accepted.of == 1
    assert told.accepted.median == (desk.clock.now() - MONDAY).total_seconds()


async def test_the_first_word_of_a_person_is_looked_for(desk: Desk) -> None:
    given = await desk.given()
    message = {
        "id": "m1",
        "conversation": given.conversation,
        "seq": 1,
        "author": "person",
        "text": "Hello, this is Ana",
        "channel": "chat",
        "at": MONDAY + timedelta(minutes=4),
    }

    def speak(connection: Connection) -> None:
        connection.execute(insert(MessageRow), message)

    await desk.database.write(speak)
    assert (await found(desk)).touched == Pace(1, 240.0, 240.0)


async def test_only_the_leads_in_question_are_looked_at(desk: Desk) -> None:
    given = await desk.given()
    await desk.acceptance.accept(given.handover, "ana", MONDAY + timedelta(minutes=2))
    assert (await found(desk, Scope(channel="chat"))).in_time == Rate(1, 1)
    assert (await found(desk, Scope(channel="voice"))).in_time == Rate(0, 0)
    assert (await found(desk, Scope(source="nowhere"))).accepted.of == 0
