"""Who sells, who is there now, and where do leads go? The first page, and absences by hand."""

import asyncio
from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.inbox_showing import TIERS
from console.rendering import go_to
from console.teams.board import HOME, NOBODY, Board
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
LONGEST = timedelta(days=730)
_OTHERS = N_("others")
_NOT_YOURS = N_("You may only say this of yourself: ask an admin.")
_BACKWARDS = N_("The last day is before the first, or it is over already.")
_TOO_LONG = N_("Nobody is away for more than two years: take them out of the plan.")


def overview_router(board: Board) -> APIRouter:
    """`/console/teams`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]

    @router.get(HOME)
    async def overview(
        request: Request,
        person: Reader,
        said: Annotated[str, Query(pattern=r"^(away|back|removed|changed|published|)$")] = "",
    ) -> Response:
        return await _overview(board, request, person, notice=said)

    @router.post(f"{HOME}/absences")
    async def away(
        request: Request,
        person: Reader,
        who: Annotated[str, Form(max_length=60)],
        first: Annotated[str, Form(pattern=r"^\d{4}-\d\d-\d\d$")],
        last: Annotated[str, Form(pattern=r"^\d{4}-\d\d-\d\d$")],
        why: Annotated[str, Form(max_length=200)] = "",
    ) -> Response:
        member, plan = await _theirs(board, person, who)
        now, zone = board.desk.clock.now(), plan.zone_of(member)
        try:
            starts, ends = _day(first, zone), _day(last, zone) + timedelta(days=1)
        except (ValueError, OverflowError):
            return await _overview(board, request, person, error=_BACKWARDS)
        starts = max(starts, now)
        if ends <= starts:
            return await _overview(board, request, person, error=_BACKWARDS)
        if ends - starts > LONGEST:
            return await _overview(board, request, person, error=_TOO_LONG)
        reason = " ".join(why.split()) or None
        absence = Absence(member.id, starts, ends, reason, person.email)
        await board.desk.absences.add(absence, board.desk.acceptance, now)
        await board.office.audit.record(
            person, "absence.added", member.id, {"from": first, "to": last}
        )
        return go_to(f"{HOME}?said=away")

    @router.post(f"{HOME}/back")
    async def back(person: Reader, who: Annotated[str, Form(max_length=60)]) -> Response:
        member, _ = await _theirs(board, person, who)
        if await board.desk.absences.back(member.id, board.desk.clock.now()):
            await board.office.audit.record(person, "absence.ended", member.id)
        return go_to(f"{HOME}?said=back")

    @router.post(f"{HOME}/absences/remove")
    async def remove(
        person: Reader,
        who: Annotated[str, Form(max_length=60)],
        absence: Annotated[str, Form(max_length=60)],
    ) -> Response:
        member, _ = await _theirs(board, person, who)
        if await board.desk.absences.remove(member.id, absence, board.desk.clock.now()):
            await board.office.audit.record(person, "absence.ended", member.id)
        return go_to(f"{HOME}?said=removed")

    return router


async def _theirs(board: Board, person: Person, who: str) -> tuple[Member, TeamPlan]:
    """The member whose absence somebody may change: themselves, or anybody for an admin."""
    plan = (await board.plan()).plan
    member = plan.person(who)
    if member is None:
        raise Problem(404, "unknown-person", NOBODY)
    if who not in _mine(plan, person):
        raise Problem(403, "not-yours", _NOT_YOURS)
    return member, plan


def _mine(plan: TeamPlan, person: Person) -> tuple[str, ...]:
    if person.role == "admin":
        return tuple(one.id for one in plan.people)
    if person.role == "auditor":
        return ()
    return tuple(one.id for one in plan.people if one.email == person.email.lower())


async def _overview(
    board: Board, request: Request, person: Person, *, notice: str = "", error: str = ""
) -> Response:
    version = await board.desk.teams.current()
    words, now = board.pages.words(request, person), board.desk.clock.now()
    head = board.head(person, version, "overview")
    if version is None:
        page = OverviewPage(head, (), (), (), (), "", (), {}, DAYS, ())
        return board.pages.show(request, person, "teams/overview.html", page)
    plan = version.plan
    there, lines, absences = await asyncio.gather(
        board.desk.workloads.now(plan, now),
        board.desk.reports.people(now - timedelta(days=DAYS)),
        board.desk.absences.coming(now),
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
        absences=tuple(_gone(plan, one, now) for one in absences),
        names={one.id: one.name for one in plan.people},
        days=DAYS,
        mine=_mine(plan, person),
        notice=notice,
        error=words.text(error) if error else "",
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


def _gone(plan: TeamPlan, absence: Absence, now: datetime) -> Gone:
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


def _day(written: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(datetime.fromisoformat(written).date(), time(), zone)
