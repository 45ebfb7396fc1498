"""Who of ours is not there, by hand? Entered and taken out by themselves, or by an admin."""

from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.teams.board import HOME, NOBODY, Board
from console.teams.overview import gone, mine, show_overview
from console.translations import N_, Words
from qualification.routing.plan import Person as Member
from qualification.routing.plan import TeamPlan
from storage.absences import Absence, AlreadyAway

LONGEST = timedelta(days=730)
_NOT_YOURS = N_("You may only say this of yourself: ask an admin.")
_BACKWARDS = N_("The last day is before the first, or it is over already.")
_ALREADY = N_(
    "%(who)s is already away from %(first)s to %(last)s. Enter only the days that are new, or take"
    " that absence out first."
)
_PLANNED = N_("%(who)s is already away from %(first)s to %(last)s: it stands in the plan.")
_TOO_LONG = N_("Nobody is away for more than two years: take them out of the plan.")


def absences_router(board: Board) -> APIRouter:
    """`/console/teams/absences…`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]

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
        words = board.pages.words(request, person)
        try:
            starts, ends = _day(first, zone), _day(last, zone) + timedelta(days=1)
        except (ValueError, OverflowError):
            return await show_overview(board, request, person, error=words.text(_BACKWARDS))
        starts = max(starts, now)
        if ends <= starts:
            return await show_overview(board, request, person, error=words.text(_BACKWARDS))
        if ends - starts > LONGEST:
            return await show_overview(board, request, person, error=words.text(_TOO_LONG))
        reason = " ".join(why.split()) or None
        absence = Absence(member.id, starts, ends, reason, person.email)
        try:
            await board.desk.absences.add(absence, board.desk.acceptance, now)
        except AlreadyAway as refused:
            error = _already(words, plan, member, refused)
            return await show_overview(board, request, person, error=error)
        await board.office.audit.record(
            person, "absence.added", member.id, {"from": first, "to": last}
        )
        return go_to(f"{HOME}?said=away")

    @router.post(f"{HOME}/back")
    async def back(person: Reader, who: Annotated[str, Form(max_length=60)]) -> Response:
        member, _ = await _theirs(board, person, who)
        now = board.desk.clock.now()
        if await board.desk.absences.back(member.id, board.desk.acceptance, now):
            await board.office.audit.record(person, "absence.ended", member.id)
        return go_to(f"{HOME}?said=back")

    @router.post(f"{HOME}/absences/remove")
    async def remove(
        person: Reader,
        who: Annotated[str, Form(max_length=60)],
        absence: Annotated[str, Form(max_length=60)],
    ) -> Response:
        member, _ = await _theirs(board, person, who)
        desk = board.desk
        if await desk.absences.remove(member.id, absence, desk.acceptance, desk.clock.now()):
            await board.office.audit.record(person, "absence.ended", member.id)
        return go_to(f"{HOME}?said=removed")

    return router


async def _theirs(board: Board, person: Person, who: str) -> tuple[Member, TeamPlan]:
    """The member whose absence somebody may change: themselves, or anybody for an admin."""
    plan = (await board.plan()).plan
    member = plan.person(who)
    if member is None:
        raise Problem(404, "unknown-person", NOBODY)
    if who not in mine(plan, person):
        raise Problem(403, "not-yours", _NOT_YOURS)
    return member, plan


def _already(words: Words, plan: TeamPlan, member: Member, refused: AlreadyAway) -> str:
    """Since when and until when somebody is away, by the days of their calendar."""
    there = gone(plan, refused.absence, refused.absence.starts_at)
    days = {"first": words.day(there.first), "last": words.day(there.last)}
    said = words.text(_PLANNED if refused.planned else _ALREADY)
    return said % {"who": member.name, **days}


def _day(written: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(datetime.fromisoformat(written).date(), time(), zone)
