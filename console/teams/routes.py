"""Which pages are there about teams?"""

from fastapi import APIRouter

from console.office import Office
from console.rendering import Pages
from console.teams.absences import absences_router
from console.teams.board import Board
from console.teams.departures import departures_router
from console.teams.overview import overview_router
from console.teams.people import people_router
from console.teams.planning import planning_router, versions_router
from console.teams.unplaced import unplaced_router


def teams_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/teams…`"""
    board = Board(office, pages)
    router = APIRouter()
    for part in (
        overview_router,
        absences_router,
        departures_router,
        unplaced_router,
        people_router,
        planning_router,
        versions_router,
    ):
        router.include_router(part(board))
    return router
