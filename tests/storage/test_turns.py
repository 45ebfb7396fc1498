"""What was no lead was nobody's turn, whoever says so: a button, a CRM, the outcomes API."""

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeAlias

import pytest
from sqlalchemy import insert, update

from agent.news import About, Rejected
from agent.routing import Assignment
from qualification.routing.rotation import LEAD
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.news import StoredNews
from storage.outcomes import LeadOutcome, Outcomes
from storage.routing_report import RoutingReports
from storage.routing_tables import ShareRow
from tests.storage.routed import MONDAY, PLAN, Desk

SOON = MONDAY + timedelta(minutes=1)
Rejection: TypeAlias = Callable[[Desk, Assignment], Awaitable[object]]


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Ana gets two leads for each one of Luis."""
    made = Desk(database)
    await made.publish()
    return made


async def by_button(desk: Desk, lead: Assignment) -> None:
    await desk.acceptance.reject(lead.handover, lead.person or "", "a student", SOON)


async def by_outcome(desk: Desk, lead: Assignment) -> None:
    said = LeadOutcome(lead.conversation, "rejected", SOON, "a student")
    await Outcomes(desk.database).record(said, SOON)


async def by_crm(desk: Desk, lead: Assignment) -> None:
    made = {
        "handover": lead.handover,
        "system": "hubspot",
        "step": "contact",
        "remote": lead.id,
        "revision": 1,
        "unsure": False,
        "at": MONDAY,
    }
    await desk.database.write(lambda connection: connection.execute(insert(DeliveryStepRow), made))
    news = StoredNews(desk.database, desk.teams, desk.acceptance)
    said = Rejected(About("contact", lead.id, SOON), "UNQUALIFIED")
    assert await news.hear("hubspot", [said], None, SOON) == 1


EVERY_WAY = pytest.mark.parametrize("reject", [by_button, by_outcome, by_crm])


async def shares(desk: Desk) -> dict[str, tuple[int, float]]:
    report = await RoutingReports(desk.database).report(MONDAY - timedelta(days=1))
    return {one.person: (one.got, round(one.due, 6)) for one in report.shares}


async def owed(desk: Desk) -> dict[str, int]:
    """What everybody is owed when the next lead is given out."""
    ((_, routed),) = await desk.assignments.of((await desk.given()).conversation)
    return {one: debt for one, debt in routed.situation.debts.get("sales", {}).items() if debt}


@EVERY_WAY
async def test_a_rejected_lead_is_given_back_wherever_it_is_rejected(
    desk: Desk, reject: Rejection
) -> None:
    first, second = await desk.given(), await desk.given()
    assert (first.person, second.person) == ("ana", "luis")
    await reject(desk, first)
    await reject(desk, second)
    assert await owed(desk) == {}
    got = Counter([(await desk.give(lead)).person for lead in await desk.leads(5)])
    assert got == {"ana": 3, "luis": 2}, "with the one before: two thirds and one third"


@EVERY_WAY
async def test_a_rejected_lead_counts_in_nobodys_share(desk: Desk, reject: Rejection) -> None:
    given = [await desk.given() for _ in range(6)]
    for lead in given[:3]:
        await reject(desk, lead)
    assert await shares(desk) == {"ana": (2, 2.0), "luis": (1, 1.0)}


@EVERY_WAY
async def test_what_is_rejected_twice_is_given_back_once(desk: Desk, reject: Rejection) -> None:
    given = await desk.given()
    await reject(desk, given)
    for again in (by_button, by_outcome):
        await again(desk, given)
    assert await owed(desk) == {}
    assert await shares(desk) == {"ana": (1, round(2 / 3, 6)), "luis": (0, round(1 / 3, 6))}


@EVERY_WAY
async def test_it_is_given_back_as_it_was_shared_out_then(desk: Desk, reject: Rejection) -> None:
    given = await desk.given()
    await desk.publish(PLAN.replace("weight: 2", "weight: 9"))
    await reject(desk, given)
    assert await owed(desk) == {}


@EVERY_WAY
async def test_it_is_given_back_on_the_day_of_the_lead(desk: Desk, reject: Rejection) -> None:
    """A quarter to one at night in Madrid, still Sunday in UTC."""
    desk.clock.pass_by(seconds=-(9 * 3600 + 900))
    given = await desk.given()
    await reject(desk, given)
    assert await shares(desk) == {"ana": (0, 0.0), "luis": (0, 0.0)}


@EVERY_WAY
async def test_a_lead_that_was_nobodys_turn_gives_nothing_back(
    desk: Desk, reject: Rejection
) -> None:
    await desk.publish(PLAN.replace("to: {team: sales}", "to: {person: ana}"))
    await reject(desk, await desk.given())
    await desk.publish()
    assert await owed(desk) == {}


async def test_a_rejection_told_after_a_newer_acceptance_takes_the_lead_from_nobody(
    desk: Desk,
) -> None:
    given = await desk.given()
    await desk.acceptance.accept(given.handover, "ana", SOON + timedelta(minutes=5))
    await by_outcome(desk, given)
    now = await desk.assignments.current(given.handover)
    assert now is not None
    assert (now.state, now.ended_at) == ("accepted", None)
    assert await owed(desk) == {"ana": -LEAD // 3, "luis": LEAD // 3}


async def test_a_lead_won_while_it_lies_in_a_queue_is_not_chased(desk: Desk) -> None:
    await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
    given = await desk.given()
    await Outcomes(desk.database).record(LeadOutcome(given.conversation, "won", SOON), SOON)
    assert await desk.assignments.remind(given.id, SOON) is None
    assert await desk.overdue(given) is None


async def test_a_day_of_thousands_of_leads_is_no_error(desk: Desk) -> None:
    """A call centre that is one person of the plan: more than 64 bits hold of parts of a lead."""
    await desk.publish(PLAN.replace("people: [ana, luis]", "people: [ana]"))
    await desk.given()
    so_far = update(ShareRow).values(got=1726, due=1726 * LEAD)
    await desk.database.write(lambda connection: connection.execute(so_far))
    given = [await desk.given() for _ in range(3)]
    assert {one.person for one in given} == {"ana"}
    assert await shares(desk) == {"ana": (1729, 1729.0)}
    await by_button(desk, given[-1])
    assert await shares(desk) == {"ana": (1728, 1728.0)}
