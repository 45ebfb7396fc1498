"""What do all pages about teams share? The plan that holds, their head, a text's mistakes."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages
from console.scripts.findings import Findings, Found
from console.teams.contexts import Head, Tab
from console.translations import N_
from qualification.errors import ScriptError
from qualification.routing.planfile import parse_teams, warnings
from storage.teams import TeamVersion

HOME = f"{PATH}/teams"
Id = Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{0,59}$")]
NOBODY = N_("There is nobody of this name in the plan.")
_NO_PLAN = N_("No teams are set up yet: write the plan first.")


class Board:
    """Where teams are looked after: what the routes of these pages have in common."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self.office = office
        self.pages = pages
        self.desk = office.teams
        self.reader = Depends(office.gate.permits("sales", "admin"))
        self.writer = Depends(office.gate.permits("admin"))

    def router(self) -> APIRouter:
        """A router whose errors are pages."""
        return APIRouter(route_class=self.pages.route_class())

    async def plan(self) -> TeamVersion:
        """The plan that holds, or the page that says that there is none."""
        version = await self.desk.teams.current()
        if version is None:
            raise Problem(404, "no-teams", _NO_PLAN)
        return version

    def head(self, person: Person, version: TeamVersion | None, tab: Tab) -> Head:
        """The head of a page."""
        return Head(tab, version.number if version else 0, person.role == "admin")

    async def findings(self, text: str) -> Findings:
        """Mistakes and warnings of a plan, beside the scripts that there are."""
        known = [one.key for one in await self.desk.scripts.all_current()]
        return await asyncio.to_thread(_findings, text, known)


def _findings(text: str, scripts: list[str]) -> Findings:
    try:
        plan = parse_teams(text)
    except ScriptError as error:
        return Findings(
            None,
            tuple(
                Found("error", one.line, one.column, one.message, one.hint)
                for one in error.problems
            ),
        )
    found = warnings(plan, text, scripts)
    return Findings(
        None,
        tuple(Found("warning", one.line, one.column, one.message, one.hint) for one in found),
    )
