"""Must-have 12: how fast leads come to people, what they do with them, and how fair it is."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert

from storage.absences import Absence
from storage.database import Database
from storage.outcomes import LeadOutcome, Outcomes
from storage.reach_tables import CallRow
from storage.routing_report import RoutingReports, Spread, spread
from storage.routing_tables import RingRow
from storage.tables import MessageRow
from tests.storage.routed import MONDAY, PLAN, Desk

DAY = MONDAY - timedelta(days=1)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """One process, with the plan of the tests."""
    made = Desk(database)
    await made.publish()
    return made


async def test_without_leads_there_is_nothing_to_tell(desk: Desk) -> None:
    report = await RoutingReports(desk.database).report(DAY)
    assert (report.leads, report.people, report.shares) == (0, (), ())
    assert report.to_accept == Spread(0, None, None)


async def test_each_person_has_a_line(desk: Desk) -> None:
    won, rejected, missed = await desk.given(), await desk.given(), await desk.given()
    assert [one.person for one in (won, rejected, missed)] == ["ana", "luis", "ana"]
    quick, slow = MONDAY + timedelta(minutes=2), MONDAY + timedelta(minutes=9)
    await desk.acceptance.accept(won.handover, "ana", quick)
    await Outcomes(desk.database).record(LeadOutcome(won.conversation, "won", slow), slow)
    await desk.acceptance.reject(rejected.handover, "luis", "spam", quick)
    moved = await desk.overdue(missed)
    assert moved is not None
    await desk.acceptance.accept(moved.handover, "luis", desk.clock.now() + timedelta(minutes=6))
    report = await RoutingReports(desk.database).report(DAY)
    lines = {one.person: one for one in report.people}
    ana, luis = lines["ana"], lines["luis"]
    assert (ana.given, ana.accepted.hits, ana.late.hits, ana.won.hits) == (2, 1, 1, 1)
    assert (luis.given, luis.rejected.hits, luis.accepted.hits) == (2, 1, 1)
    assert (luis.late.hits, luis.late.of, luis.won.hits) == (1, 2, 0)
    assert (report.leads, report.reassigned, report.escalated, report.queued) == (3, 1, 0, 0)
    assert report.to_accept == Spread(2, timedelta(minutes=2), timedelta(minutes=6))


async def test_everybody_gets_their_share(desk: Desk) -> None:
    for lead in await desk.leads(9):
        await desk.give(lead)
    report = await RoutingReports(desk.database).report(DAY)
    shares = {one.person: (one.got, round(one.due, 6)) for one in report.shares}
    assert shares == {"ana": (6, 6.0), "luis": (3, 3.0)}


async def test_how_long_leads_wait_for_a_place_and_for_a_word(desk: Desk) -> None:
    lead = await desk.lead()
    desk.clock.pass_by(seconds=3)
    given = await desk.give(lead)
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
    report = await RoutingReports(desk.database).report(DAY)
    assert report.to_assign.median == timedelta(seconds=3)
    assert report.to_first_touch.median == timedelta(minutes=4)


@pytest.mark.parametrize(("answered", "after"), [(-60, 0), (90, 90)])
async def test_who_takes_their_call_has_turned_to_them(
    desk: Desk, answered: int, after: int
) -> None:
    """Put through before the lead was written down, or rung when it was."""
    given = await desk.given()
    call = {
        "sid": "CA1",
        "conversation": given.conversation,
        "theirs": "+34600111222",
        "ours": "+34911222333",
        "mode": "relay",
        "state": "ended",
        "started_at": MONDAY,
    }
    rings = [
        {"place": 1, "name": "Ana", "answer": "missed", "answered_at": MONDAY},
        {
            "place": 2,
            "name": "Luis",
            "answer": "accepted",
            "answered_at": MONDAY + timedelta(seconds=answered),
        },
    ]
    same = {"call": "CA1", "conversation": given.conversation, "phone": "+34", "at": MONDAY}

    def ring(connection: Connection) -> None:
        connection.execute(insert(CallRow), call)
        connection.execute(insert(RingRow), [{**same, **one} for one in rings])

    await desk.database.write(ring)
    report = await RoutingReports(desk.database).report(DAY)
    assert report.to_first_touch == Spread(1, timedelta(seconds=after), timedelta(seconds=after))


async def test_what_waits_in_a_queue_is_counted(desk: Desk) -> None:
    await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
    await desk.given()
    report = await RoutingReports(desk.database).report(DAY)
    assert (report.leads, report.queued, report.people) == (1, 1, ())


async def test_queues_have_lines_of_their_own(desk: Desk) -> None:
    """Who took what out of them, and what nobody took in time."""
    await desk.publish(
        PLAN.replace("to: {team: sales}", "to: {queue: general}").replace(
            "email: leads@acme.example, escalate_to: marta", "email: leads@acme.example"
        )
    )
    taken, slow, late, waiting = [await desk.given() for _ in range(4)]
    minutes = [MONDAY + timedelta(minutes=count) for count in (2, 8)]
    for one, at in zip((taken, slow), minutes, strict=True):
        await desk.acceptance.accept(one.handover, "ana", at)
    await desk.overdue(late)
    report = await RoutingReports(desk.database).report(DAY)
    [line] = report.queues
    assert (line.queue, line.given, line.taken.hits, line.waiting) == ("general", 4, 2, 2)
    assert (line.late.hits, line.late.of) == (2, 4)
    [ana] = report.people
    assert (ana.person, ana.given, ana.late.hits) == ("ana", 2, 0)
    assert waiting.queue == "general"


async def test_who_was_away_was_not_late(desk: Desk) -> None:
    await desk.given()
    await desk.absences.add(
        Absence("ana", MONDAY, MONDAY + timedelta(days=1)), desk.acceptance, MONDAY
    )
    report = await RoutingReports(desk.database).report(DAY)
    [ana] = [one for one in report.people if one.person == "ana"]
    assert (ana.given, ana.late.hits, ana.late.of, report.reassigned) == (1, 0, 0, 1)


def test_a_spread_is_by_nearest_rank() -> None:
    ten = [timedelta(seconds=one) for one in range(1, 11)]
    assert spread(ten) == Spread(10, timedelta(seconds=5), timedelta(seconds=9))
