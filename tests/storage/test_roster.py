"""storage.roster: must-have 6, callers are put through to whoever of the team is free now."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from agent.calling import Call, Turn
from qualification.reaching import Colleague, TransferPlan
from storage.calls_record import StoredCalls
from storage.database import Database
from storage.roster import StoredRoster
from storage.routing_tables import RingRow
from storage.tables import ConversationRow
from tests.storage.routed import MONDAY, PLAN, Desk

HOURS = {"days": ["mon"], "from": "0:00", "to": "23:59", "timezone": "UTC"}
PHONES = PLAN.replace("email: luis@", 'phone: "+34600111202", email: luis@')
ANA, LUIS, BOSS = "+34600111201", "+34600111202", "+34911000009"


def transfer(**changes: object) -> TransferPlan:
    """Calls go to the team, then to the boss."""
    people = [{"name": "Boss", "phone": BOSS}]
    return TransferPlan.model_validate(
        {"team": "sales", "people": people, "hours": HOURS, **changes}
    )


class Telephone:
    """A call that is to be put through."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.roster = StoredRoster(desk.database, desk.teams, desk.acceptance)
        self.calls = StoredCalls(desk.database)

    async def call(self, sid: str = "CA1") -> Call:
        """A caller whose lead is nowhere yet."""
        handover = await self.desk.lead(contact={"phone": "+34699000111"})
        wanted = select(ConversationRow.id).where(ConversationRow.handover == handover)

        def work(connection: Connection) -> str:
            return connection.execute(wanted).scalar_one()

        conversation = await self.desk.database.read(work)
        call = Call(sid, conversation, "+34699000111", "+34911222333", "relay", MONDAY)
        return await self.calls.begin(call)

    async def next(self, call: Call, plan: TransferPlan | None = None) -> Turn | None:
        """Who is tried next."""
        now = self.desk.clock.now()
        return await self.roster.next(call, plan or transfer(), "wants_human", "es", now)

    async def rung(self, call: Call, plan: TransferPlan | None = None) -> Turn:
        """Their telephone rings."""
        turn = await self.next(call, plan)
        assert turn is not None
        return await self.roster.ring(call, turn, self.desk.clock.now())

    async def answers(self) -> list[tuple[str | None, str | None]]:
        """Who was rung, and what became of it."""
        wanted = select(RingRow.person, RingRow.answer).order_by(RingRow.call, RingRow.place)
        rows = await self.desk.database.read(lambda connection: connection.execute(wanted).all())
        return [(one.person, one.answer) for one in rows]


@pytest.fixture
async def telephone(database: Database) -> Telephone:
    """With the plan published."""
    desk = Desk(database)
    await desk.publish(PHONES)
    return Telephone(desk)


async def test_the_team_is_rung_before_the_people_of_the_script(telephone: Telephone) -> None:
    call = await telephone.call()
    rung = []
    for place in range(3):
        call = replace(call, place=place)
        turn = await telephone.rung(call)
        await telephone.roster.answered(call, place, "missed", MONDAY)
        rung.append(turn.colleague.phone)
    assert rung == [ANA, LUIS, BOSS]
    assert await telephone.next(replace(call, place=3)) is None
    assert await telephone.answers() == [("ana", "missed"), ("luis", "missed"), (None, "missed")]


async def test_at_one_place_of_a_call_it_stays_the_same_person(telephone: Telephone) -> None:
    call = await telephone.call()
    first = await telephone.rung(call)
    assert await telephone.next(call) == Turn(0, Colleague(name="Ana Ruiz", phone=ANA))
    other = Turn(0, Colleague(name="Luis", phone=LUIS))
    again = await telephone.roster.ring(call, other, MONDAY)
    assert again.colleague.phone == first.colleague.phone == ANA
    found = await telephone.roster.colleague(call, transfer(), 0)
    assert found is not None
    assert found.name == "Ana Ruiz"
    assert await telephone.roster.colleague(call, transfer(), 7) is None


async def test_who_talks_or_is_being_rung_is_not_rung_for_another(telephone: Telephone) -> None:
    call, other = await telephone.call(), await telephone.call("CA2")
    await telephone.rung(call)
    assert (await telephone.rung(other)).colleague.phone == LUIS
    await telephone.roster.answered(call, 0, "accepted", MONDAY)
    third = await telephone.call("CA3")
    telephone.desk.clock.pass_by(minutes=3)
    turn = await telephone.next(third)
    assert turn is not None
    assert turn.colleague.phone == LUIS  # whose telephone has stopped ringing long ago
    await telephone.calls.end("CA1", "over", MONDAY + timedelta(minutes=4))
    turn = await telephone.next(third)
    assert turn is not None
    assert turn.colleague.phone == ANA


async def test_who_takes_the_call_gets_the_lead(telephone: Telephone) -> None:
    desk, call = telephone.desk, await telephone.call()
    turn = await telephone.rung(call)
    await telephone.roster.answered(call, turn.place, "accepted", MONDAY)
    await telephone.roster.answered(call, turn.place, "missed", MONDAY)
    assert await telephone.answers() == [("ana", "accepted")]
    known = await desk.owners.owner_of({"phone": "+34699000111"})
    assert known is not None
    assert (known.id, known.why) == ("ana", "call")


async def test_a_lead_that_another_was_given_goes_to_whoever_took_the_call(
    telephone: Telephone,
) -> None:
    desk, call = telephone.desk, await telephone.call()
    await desk.given()
    line = select(ConversationRow.handover).where(ConversationRow.id == call.conversation)
    handover = await desk.database.read(lambda connection: connection.execute(line).scalar_one())
    assert handover is not None
    given = await desk.give(handover)
    assert given.person == "luis"
    await telephone.rung(call)
    await telephone.roster.answered(call, 0, "accepted", MONDAY)
    now = await desk.assignments.current(handover)
    assert now is not None
    assert (now.person, now.state, now.cause, now.rule) == ("ana", "accepted", "taken", "by call")


async def test_without_teams_the_people_of_the_script_are_rung(database: Database) -> None:
    bare = Telephone(Desk(database))
    call = await bare.call()
    turn = await bare.rung(call)
    assert turn.colleague.phone == BOSS
    await bare.roster.answered(call, 0, "accepted", MONDAY)
    assert await bare.roster.everybody(transfer(), "es") == (Colleague(name="Boss", phone=BOSS),)
    assert await bare.roster.everybody(None, "es") == ()
    assert await bare.roster.next(call, None, "hot", "es", MONDAY) is None
    assert await bare.roster.next(call, transfer(when=["hot"]), "qualified", "es", MONDAY) is None


async def test_everybody_hears_of_a_call_that_nobody_took(telephone: Telephone) -> None:
    told = await telephone.roster.everybody(transfer(), "es")
    assert [one.phone for one in told] == [ANA, LUIS, BOSS]
    assert await telephone.roster.everybody(transfer(team="gone", people=()), "es") == ()
