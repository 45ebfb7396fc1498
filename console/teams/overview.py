"""Who sells, who is there now, and where do leads go? The first page about teams."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from console.access import Person
from console.inbox_showing import TIERS
from console.teams.board import HOME, Board
from console.teams.contexts import Gone, OverviewPage, Place, Seller, SentBy, State
from console.teams.wishes import wishes
from console.translations import N_
from qualification.routing.plan import OTHER, Queue, Rule, Team, TeamPlan
from qualification.routing.plan import Person as Member
from qualification.routing.routing import Workload
from storage.absences import Absence
from storage.routing_report import PersonLine
from storage.workloads import Presence

DAYS = 30
_OTHERS = N_("others")


def overview_router(board: Board) -> APIRouter:
    """`/console/teams`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]

    @router.get(HOME)
    async def overview(
        request: Request,
        person: Reader,
        said: Annotated[
            str, Query(pattern=r"^(away|back|removed|changed|published|handed|given_out|)$")
        ] = "",
    ) -> Response:
        return await show_overview(board, request, person, notice=said)

    return router


def mine(plan: TeamPlan, person: Person) -> tuple[str, ...]:
    """The people whose absences somebody may change."""
    if person.role == "admin":
        return tuple(one.id for one in plan.people)
    if person.role == "auditor":
        return ()
    return tuple(one.id for one in plan.people if one.email == person.email.lower())


async def show_overview(
    board: Board, request: Request, person: Person, *, notice: str = "", error: str = ""
) -> Response:
    """The page, with what has just been done, or why it was not."""
    version = await board.desk.teams.current()
    words, now = board.pages.words(request, person), board.desk.clock.now()
    head = board.head(person, version, "overview")
    if version is None:
        page = OverviewPage(head, (), (), (), (), "", (), {}, DAYS, ())
        return board.pages.show(request, person, "teams/overview.html", page)
    plan = version.plan
    there, lines, absences, departed, unplaced = await asyncio.gather(
        board.desk.workloads.now(plan, now),
        board.desk.reports.people(now - timedelta(days=DAYS)),
        board.desk.absences.coming(now),
        board.desk.acceptance.departures.all(),
        board.desk.acceptance.unplaced.all(now),
    )
    did = {one.person: one for one in lines}
    tongue = "es" if words.tongue == "es" else "en"
    page = OverviewPage(
        head=head,
        sellers=tuple(
            _seller(plan, one, there, did.get(one.id), now, tongue) for one in plan.people
        ),
        teams=tuple(_place(plan, one, there, tongue) for one in plan.teams),
        queues=tuple(_place(plan, one, there, tongue) for one in plan.queues),
        rules=tuple(_rule(plan, one, tongue) for one in plan.rules),
        fallback=_called(plan, None, None, plan.fallback.queue, tongue),
        absences=tuple(gone(plan, one, now) for one in absences),
        names={one.id: one.name for one in plan.people},
        days=DAYS,
        mine=mine(plan, person),
        departed=departed,
        unplaced=unplaced,
        notice=notice,
        error=error,
        tiers={key: words.text(word) for key, word in (TIERS | {OTHER: _OTHERS}).items()},
    )
    status = 422 if error else 200
    return board.pages.show(request, person, "teams/overview.html", page, status=status)


def _seller(
    plan: TeamPlan,
    person: Member,
    there: Presence,
    did: PersonLine | None,
    now: datetime,
    tongue: str,
) -> Seller:
    hours = plan.working_time(person, there.away.get(person.id, ()))
    begins = hours.begins(now)
    state: State = "working" if begins == now else "away" if hours.is_away(now) else "off"
    return Seller(
        person=person,
        teams=tuple(_name(one, tongue) for one in plan.teams if person.id in one.people),
        state=state,
        back=None if state == "working" else begins,
        work=there.work.get(person.id, Workload()),
        did=did,
    )


def gone(plan: TeamPlan, absence: Absence, now: datetime) -> Gone:
    """An absence by its days; the last moment of the last one is a day's end."""
    person = plan.person(absence.person)
    zone = plan.zone_of(person) if person else ZoneInfo(plan.timezone)
    last = absence.ends_at - timedelta(microseconds=1)
    first, last_day = (at.astimezone(zone).date() for at in (absence.starts_at, last))
    begun = absence.starts_at <= now
    return Gone(absence.id, absence.person, first, last_day, begun, absence.why)


def _place(plan: TeamPlan, desk: Team | Queue, there: Presence, tongue: str) -> Place:
    people = tuple(one.name for one in plan.people if one.id in desk.people)
    waiting = there.waiting.get(desk.id, 0) if isinstance(desk, Queue) else 0
    return Place(desk, _name(desk, tongue), people, waiting)


def _rule(plan: TeamPlan, rule: Rule, tongue: str) -> SentBy:
    to = _called(plan, rule.to.team, rule.to.person, rule.to.queue, tongue)
    return SentBy(rule, wishes(rule), to)


def _called(
    plan: TeamPlan, team: str | None, person: str | None, queue: str | None, tongue: str
) -> str:
    desk = plan.team(team) or plan.queue(queue)
    if desk is not None:
        return _name(desk, tongue)
    member = plan.person(person)
    return member.name if member else person or ""


def _name(desk: Team | Queue, tongue: str) -> str:
    names: dict[str, str] = {str(key): value for key, value in desk.name.items()}
    return names.get(tongue) or next(iter(names.values()))
