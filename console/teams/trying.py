"""Who would have got the leads of late under a plan that is being written? Asked of the past."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.scripts.bench import unix
from console.scripts.editing import Text
from console.study_desk import RoutingAsked
from console.teams.board import HOME, Board
from console.teams.contexts import PlaceRow, PlanTrial, ReroutedRow
from console.teams.editor import show_plan
from console.translations import N_, Words
from qualification.errors import ScriptError
from qualification.routing.plan import TeamPlan
from qualification.routing.planfile import parse_teams
from qualification.routing.what_if import queue_of
from qualification.values import Language
from storage.studies import Study, TooManyStudies, UnknownStudy
from storage.teams import TeamVersion

ROWS = 50
"""Leads that are named."""
_BROKEN = N_("It cannot be tried while there are mistakes in it.")
_MANY = N_("Others are not done yet: ask again when one of them has ended.")
_GONE = N_("This was worked out more than a week ago, and is kept no longer: ask again.")
_QUEUE = N_("Queue: %(name)s")


def trying_router(board: Board) -> APIRouter:
    """`/console/teams/plan/try…`"""
    router = board.router()
    Writer = Annotated[Person, board.writer]
    studies = board.office.workshop.studies

    @router.post(f"{HOME}/plan/try")
    async def ask(
        request: Request,
        person: Writer,
        text: Text,
        onto: Annotated[int, Form(ge=0, le=10**9)],
        days: Annotated[int, Form(ge=1, le=366)],
    ) -> Response:
        mine = unix(text)
        if (await board.findings(mine)).errors:
            version = await board.desk.teams.current()
            return await show_plan(
                board, request, person, version, mine, onto=onto, notice=_BROKEN, status=422
            )
        now = board.desk.clock.now()
        asked = RoutingAsked(text=mine, onto=onto, since=now - timedelta(days=days))
        try:
            study = await studies.ask("routing", asked.model_dump(mode="json"), now)
        except TooManyStudies:
            raise Problem(429, "too-many-studies", _MANY) from None
        await board.office.audit.record(person, "teams.tried_on_leads", "teams", {"days": days})
        return go_to(f"{HOME}/plan/try/{study.id}")

    @router.get(f"{HOME}/plan/try/{{study}}")
    async def show(
        request: Request,
        person: Writer,
        study: Annotated[str, Path(max_length=60, pattern=PLAIN)],
    ) -> Response:
        try:
            found = await studies.get(study)
        except UnknownStudy:
            raise Problem(404, "unknown-study", _GONE) from None
        if found.kind != "routing":
            raise Problem(404, "unknown-study", _GONE)
        asked = RoutingAsked.model_validate(found.request)
        version = await board.desk.teams.current()
        trial = _trial(
            found, asked, _Names(version, asked.text, board.pages.words(request, person))
        )
        return await show_plan(
            board, request, person, version, asked.text, onto=asked.onto, trial=trial
        )

    return router


def _trial(study: Study, asked: RoutingAsked, names: "_Names") -> PlanTrial:
    trial = PlanTrial(
        study=study.id,
        state=study.state,
        leads=study.leads,
        trouble=study.trouble or "",
        since=asked.since,
        days=(study.asked_at - asked.since).days,
    )
    return trial if study.result is None else _told(trial, study.result, names)


def _told(trial: PlanTrial, result: Mapping[str, Any], names: "_Names") -> PlanTrial:
    places = [
        PlaceRow(names.of(one["place"]), one["before"], one["after"]) for one in result["places"]
    ]
    return replace(
        trial,
        leads=result["leads"],
        moved=result["moved"],
        places=tuple(sorted(places, key=lambda one: one.name.casefold())),
        rows=tuple(
            ReroutedRow(
                lead=one["lead"],
                at=datetime.fromisoformat(one["at"]),
                before=names.of(one["before"]),
                after=names.of(one["after"]),
                rule=one["rule_after"],
            )
            for one in result["examples"][:ROWS]
        ),
    )


class _Names:
    """What people call the places of two plans: the one that was tried, and the one that holds."""

    def __init__(self, version: TeamVersion | None, text: str, words: Words) -> None:
        self._plans = [*_read(text), *([version.plan] if version is not None else [])]
        self._words = words

    def of(self, place: str) -> str:
        """The name; the id of whoever is in neither plan any more."""
        queue = queue_of(place)
        for plan in self._plans:
            if queue is None and (person := plan.person(place)) is not None:
                return person.name
            if queue is not None and (found := plan.queue(queue)) is not None:
                return self._queue(self._said(found.name))
        return place if queue is None else self._queue(queue)

    def _said(self, name: Mapping[Language, str]) -> str:
        names: dict[str, str] = {str(key): said for key, said in name.items()}
        return names.get(self._words.tongue) or next(iter(names.values()))

    def _queue(self, name: str) -> str:
        return self._words.text(_QUEUE) % {"name": name}


def _read(text: str) -> list[TeamPlan]:
    try:
        return [parse_teams(text)]
    except ScriptError:
        return []  # it was good when it was tried; since then what is allowed has changed
