"""How do others get the leads of somebody who has left? By a button, for admins."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from console.access import Person
from console.rendering import go_to
from console.teams.board import HOME, Board
from console.teams.overview import show_overview
from console.translations import N_
from storage.departures import StillThere

_STILL_THERE = N_(
    "They stand in the plan: take them out of it first, or give their leads to others one by one."
)


def departures_router(board: Board) -> APIRouter:
    """`/console/teams/hand-on`"""
    router = board.router()
    Writer = Annotated[Person, board.writer]

    @router.post(f"{HOME}/hand-on")
    async def hand_on(
        request: Request, person: Writer, who: Annotated[str, Form(max_length=60)]
    ) -> Response:
        await board.plan()
        departures, now = board.desk.acceptance.departures, board.desk.clock.now()
        try:
            moved = await departures.hand_on(who, person.email, now)
        except StillThere:
            error = board.pages.words(request, person).text(_STILL_THERE)
            return await show_overview(board, request, person, error=error)
        if moved:
            await board.office.audit.record(person, "leads.handed_on", who, {"leads": len(moved)})
        return go_to(f"{HOME}?said=handed")

    return router
