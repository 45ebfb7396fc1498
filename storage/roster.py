"""Who takes a call, and who took it? The people of a team who are free now, then the script's."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select, update

from agent.calling import Call, RingAnswer, Turn, WhyTransfer
from qualification.reaching import Colleague, TransferPlan
from qualification.routing.calls import free_for_calls
from qualification.routing.plan import Person
from qualification.values import Language
from storage.acceptance import Acceptance
from storage.assignment_rows import situation
from storage.database import Database
from storage.reach_tables import CallRow
from storage.routing_tables import RingRow
from storage.suppressions import inserting
from storage.teams import Teams

RINGS = timedelta(minutes=2)
"""So long a telephone may ring: who was rung longer ago and has not answered is free again."""
_OF_CALL = (
    select(*RingRow.__table__.c).where(RingRow.call == bindparam("of")).order_by(RingRow.place)
)
_BUSY = (
    select(RingRow.person)
    .join(CallRow, CallRow.sid == RingRow.call)
    .where(
        RingRow.person.is_not(None),
        RingRow.call != bindparam("of"),
        or_(
            (RingRow.answer == "accepted") & (CallRow.ended_at.is_(None)),
            RingRow.answer.is_(None) & (RingRow.at > bindparam("since")),
        ),
    )
)
_ANSWER = (
    update(RingRow)
    .where(
        RingRow.call == bindparam("of"),
        RingRow.place == bindparam("at_place"),
        or_(RingRow.answer.is_(None), RingRow.answer != "accepted"),
    )
    .values(answer=bindparam("new_answer"), answered_at=bindparam("now"))
    .returning(RingRow.person)
)


class StoredRoster:
    """agent.calling.Roster over the teams that are published."""

    def __init__(self, database: Database, teams: Teams, acceptance: Acceptance) -> None:
        self._database = database
        self._teams = teams
        self._acceptance = acceptance

    async def next(
        self,
        call: Call,
        plan: TransferPlan | None,
        why: WhyTransfer,
        language: Language,
        now: datetime,
    ) -> Turn | None:
        """Whoever of the team is owed most, then the people of the script; each once in a call."""
        if plan is None or why not in plan.when:
            return None

        def work(connection: Connection) -> Turn | None:
            rung = connection.execute(_OF_CALL, {"of": call.sid}).all()
            here = next((one for one in rung if one.place == call.place), None)
            if here is not None:
                return Turn(call.place, _colleague(here))
            known = {one.phone for one in rung}
            for one in self._free(connection, call, plan, language, now):
                if one.phone not in known:
                    return Turn(call.place, one)
            return None

        return await self._database.read(work)

    async def ring(self, call: Call, turn: Turn, now: datetime) -> Turn:
        """Put on record whose telephone rings; whoever was written down first at this place."""

        def work(connection: Connection) -> Turn:
            person = self._person(connection, turn.colleague)
            new = inserting(connection, RingRow).values(
                call=call.sid,
                place=turn.place,
                conversation=call.conversation,
                person=None if person is None else person.id,
                name=turn.colleague.name,
                phone=turn.colleague.phone,
                at=now,
            )
            connection.execute(new.on_conflict_do_nothing(index_elements=["call", "place"]))
            rung = connection.execute(_OF_CALL, {"of": call.sid}).all()
            here = next(one for one in rung if one.place == turn.place)
            return Turn(turn.place, _colleague(here))

        return await self._database.write(work)

    async def colleague(
        self, call: Call, _plan: TransferPlan | None, place: int
    ) -> Colleague | None:
        """Who was rung at a place of the call."""

        def work(connection: Connection) -> Sequence[Row[Any]]:
            return connection.execute(_OF_CALL, {"of": call.sid}).all()

        rung = await self._database.read(work)
        return next((_colleague(one) for one in rung if one.place == place), None)

    async def answered(self, call: Call, place: int, answer: RingAnswer, now: datetime) -> None:
        """What became of it; whoever takes the call has the lead from then on."""
        said = {"of": call.sid, "at_place": place, "new_answer": answer, "now": now}
        person = await self._database.write(
            lambda connection: connection.execute(_ANSWER, said).scalar()
        )
        if answer == "accepted" and person is not None:
            await self._acceptance.spoke(call.conversation, person, now)

    async def everybody(
        self, plan: TransferPlan | None, language: Language
    ) -> tuple[Colleague, ...]:
        """All of the team who take calls, in or not, and the people of the script."""
        if plan is None:
            return ()

        def work(connection: Connection) -> list[Colleague]:
            version = self._teams.newest(connection)
            team = None if version is None else version.plan.team(plan.team)
            if version is None or team is None:
                return []
            people = [one for one in version.plan.people if one.id in team.people]
            return [_of_team(one) for one in people if one.phone and one.takes_calls]

        found = [*await self._database.read(work), *plan.people]
        by_phone = {one.phone: one for one in reversed(found)}
        speaking = (one for one in found if by_phone.get(one.phone) is one)
        return tuple(one for one in speaking if not one.languages or language in one.languages)

    def _free(
        self,
        connection: Connection,
        call: Call,
        plan: TransferPlan,
        language: Language,
        now: datetime,
    ) -> list[Colleague]:
        """Those who may be called now, in the order in which to try them."""
        version = self._teams.newest(connection)
        team: tuple[Person, ...] = ()
        if version is not None and plan.team is not None:
            since = {"of": call.sid, "since": now - RINGS}
            busy = {one for one in connection.execute(_BUSY, since).scalars() if one}
            rests_on = situation(connection, version.plan, now)
            team = free_for_calls(version.plan, plan.team, language, rests_on, now, busy)
        return [*map(_of_team, team), *plan.free(language, now)]

    def _person(self, connection: Connection, colleague: Colleague) -> Person | None:
        """Who of the teams that is, by their telephone."""
        version = self._teams.newest(connection)
        people = () if version is None else version.plan.people
        return next((one for one in people if one.phone == colleague.phone), None)


def _of_team(person: Person) -> Colleague:
    return Colleague(name=person.name, phone=person.phone or "", languages=person.languages)


def _colleague(row: Row[Any]) -> Colleague:
    return Colleague(name=row.name, phone=row.phone)
