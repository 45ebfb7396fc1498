"""Who has left keeps nobody waiting: their open leads are seen, and others get them."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from storage.audit import TERMINAL
from storage.database import Database
from storage.departures import AT_ONCE, Departed, StillThere
from storage.outcomes import LeadOutcome, Outcomes
from storage.placing import NotAssigned
from tests.storage.routed import MONDAY, PLAN, Desk

WITHOUT_ANA = PLAN.replace("id: ana, name: Ana Ruiz", "id: eva, name: Eva Gil").replace(
    "people: [ana, luis]", "people: [eva, luis]"
)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """One process, with the plan of the tests."""
    made = Desk(database)
    await made.publish()
    return made


async def test_who_is_in_the_plan_has_not_left(desk: Desk) -> None:
    await desk.given()
    assert await desk.acceptance.departures.all() == ()
    with pytest.raises(StillThere):
        await desk.acceptance.departures.hand_on("ana", TERMINAL.id, MONDAY)


async def test_without_a_plan_nobody_has(database: Database) -> None:
    desk = Desk(database)
    assert await desk.acceptance.departures.all() == ()
    with pytest.raises(NotAssigned):
        await desk.acceptance.departures.hand_on("ana", TERMINAL.id, MONDAY)


async def test_what_they_have_accepted_goes_to_others_by_the_rules(desk: Desk) -> None:
    kept, theirs, won = await desk.given(), await desk.given(), await desk.given()
    assert [one.person for one in (kept, theirs, won)] == ["ana", "luis", "ana"]
    for one in (kept, won):
        await desk.acceptance.accept(one.handover, "ana", MONDAY)
    await Outcomes(desk.database).record(LeadOutcome(won.conversation, "won", MONDAY), MONDAY)
    await desk.publish(WITHOUT_ANA)
    assert await desk.acceptance.departures.all() == (Departed("ana", "Ana Ruiz", 1),)
    moved = await desk.acceptance.departures.hand_on("ana", "boss@acme.example", MONDAY)
    assert [(one.handover, one.cause, one.by) for one in moved] == [
        (kept.handover, "away", "boss@acme.example")
    ]
    [after] = moved
    assert after.person in ("eva", "luis")
    assert after.due_at is not None, "it is to be accepted again"
    assert after.why.startswith("Ana Ruiz is not in the teams any more; in turn")
    assert await desk.acceptance.departures.all() == ()
    assert await desk.acceptance.departures.hand_on("ana", TERMINAL.id, MONDAY) == ()


async def test_a_hundred_leads_are_given_out_a_few_at_a_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New leads wait for each transaction only."""
    await desk.publish(PLAN.replace("[ana, luis]", "[ana]"))
    count = AT_ONCE * 2 + 1
    for one in await desk.leads(count):
        await desk.give(one)
    await desk.publish(WITHOUT_ANA)
    writes, write = list[int](), desk.database.write

    async def counted(work: Callable[[Connection], tuple[object, ...]]) -> tuple[object, ...]:
        done = await write(work)
        writes.append(len(done))
        return done

    monkeypatch.setattr(desk.database, "write", counted)
    moved = await desk.acceptance.departures.hand_on("ana", TERMINAL.id, MONDAY)
    assert (len(moved), writes) == (count, [AT_ONCE, AT_ONCE, 1, 0])
    assert len({one.handover for one in moved}) == count
