"""How do leads that nobody has come to somebody? By a button, for admins."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from console.access import Person
from console.rendering import go_to
from console.teams.board import HOME, Board


def unplaced_router(board: Board) -> APIRouter:
    """`/console/teams/give-out`"""
    router = board.router()
    Writer = Annotated[Person, board.writer]

    @router.post(f"{HOME}/give-out")
    async def give_out(person: Writer) -> Response:
        await board.plan()
        leads = await board.desk.acceptance.unplaced.route(board.desk.clock.now())
        if leads:
            await board.office.audit.record(person, "leads.given_out", None, {"leads": leads})
        return go_to(f"{HOME}?said=given_out")

    return router
