"""How is the text of a plan shown? With its mistakes, and with what it would have changed."""

import asyncio

from fastapi import Request
from starlette.responses import Response

from console.access import Person
from console.scripts.bench import excerpts
from console.scripts.comparison import compare
from console.teams.board import Board
from console.teams.contexts import PlanPage, PlanTrial
from storage.teams import TeamVersion


async def show_plan(
    board: Board,
    request: Request,
    person: Person,
    version: TeamVersion | None,
    text: str,
    *,
    onto: int | None = None,
    notice: str = "",
    overtaken: bool = False,
    trial: PlanTrial | None = None,
    status: int = 200,
) -> Response:
    """The editor with this text in it; `onto`: the version that it was written over, if that is
    not the one that holds.
    """
    found = await board.findings(text)
    there = version.text if version else ""
    holds = version.number if version else 0
    page = PlanPage(
        head=board.head(person, version, "plan"),
        text=text,
        onto=holds if onto is None else onto,
        findings=found.told(board.pages.words(request, person)),
        excerpts=excerpts(text, found),
        notice=board.pages.words(request, person).text(notice) if notice else "",
        overtaken=overtaken,
        comparison=await asyncio.to_thread(compare, there, text) if overtaken else None,
        trial=trial,
    )
    return board.pages.show(
        request, person, "teams/plan.html", page, status=status, fragment="outcome"
    )
