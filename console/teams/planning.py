"""How is the plan written as a whole? Its text with its mistakes, its versions, the way back."""

import asyncio
from dataclasses import asdict
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Form, Path, Query, Request
from starlette.responses import JSONResponse, Response

from channels.problems import Problem
from console.access import Person
from console.rendering import HEADERS, go_to
from console.scripts.bench import unix
from console.scripts.comparison import compare
from console.scripts.editing import Text, Typed
from console.scripts.vocabulary import Node, folded
from console.teams.board import HOME, Board
from console.teams.contexts import VersionsPage
from console.teams.editor import show_plan
from console.teams.trying import trying_router
from console.translations import N_
from qualification.routing.planfile import schema
from storage.scripts import PublishedMeanwhile

FIRST = """# Who gets a lead. Everything is explained in docs/routing.md.
timezone: Europe/Madrid
hours: {days: [mon, tue, wed, thu, fri], from: "09:00", to: "18:00"}

people:
  - id: ana
    name: Ana
    email: ana@your-company.example
    languages: [es, en]

teams:
  - id: sales
    name: {es: Ventas, en: Sales}
    people: [ana]

queues:
  - id: general
    name: {es: Cola general, en: General queue}
    email: sales@your-company.example
    escalate_to: ana

rules:
  - name: Everything
    to: {team: sales}

fallback: {queue: general}
"""
"""What somebody begins with who has no plan yet."""
Number = Annotated[int, Path(ge=1, le=10**9)]
_NO_VERSION = N_("There is no such version of the teams.")
_BROKEN = N_("It cannot be published while there are mistakes in it.")


def planning_router(board: Board) -> APIRouter:
    """`/console/teams/plan…`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]
    Writer = Annotated[Person, board.writer]

    @router.get(f"{HOME}/plan")
    async def plan(request: Request, person: Reader) -> Response:
        version = await board.desk.teams.current()
        return await show_plan(board, request, person, version, version.text if version else FIRST)

    @router.get(f"{HOME}/plan/vocabulary")
    async def words(_: Reader) -> Response:
        known = await asyncio.to_thread(_vocabulary)
        return JSONResponse(known, headers=HEADERS | {"Cache-Control": "private, max-age=3600"})

    @router.post(f"{HOME}/plan/check")
    async def check(request: Request, person: Reader, typed: Typed) -> Response:
        words = board.pages.words(request, person)
        found = (await board.findings(typed.text)).told(words)
        return JSONResponse({"findings": [asdict(one) for one in found.all]}, headers=HEADERS)

    @router.post(f"{HOME}/plan")
    async def publish(
        request: Request,
        person: Writer,
        text: Text,
        onto: Annotated[int, Form(ge=0, le=10**9)],
    ) -> Response:
        mine = unix(text)
        if (await board.findings(mine)).errors:
            version = await board.desk.teams.current()
            return await show_plan(
                board, request, person, version, mine, notice=_BROKEN, status=422
            )
        try:
            published = await board.desk.teams.publish(
                mine, origin="console", by=person.email, onto=onto
            )
        except PublishedMeanwhile:
            version = await board.desk.teams.current()
            return await show_plan(
                board, request, person, version, mine, overtaken=True, status=409
            )
        details = {"version": published.number, "before": onto}
        await board.office.audit.record(person, "teams.published", "teams", details)
        return go_to(f"{HOME}?said=published")

    router.include_router(trying_router(board))
    return router


def versions_router(board: Board) -> APIRouter:
    """`/console/teams/versions`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]
    Writer = Annotated[Person, board.writer]

    @router.get(f"{HOME}/versions")
    async def versions(
        request: Request,
        person: Reader,
        before: Annotated[int, Query(ge=0, le=10**9)] = 0,
        after: Annotated[int, Query(ge=0, le=10**9)] = 0,
    ) -> Response:
        listed = await board.desk.teams.all()
        comparison = None
        if before and after:
            old, new = await _text(board, before), await _text(board, after)
            comparison = await asyncio.to_thread(compare, old, new)
        head = board.head(person, listed[0] if listed else None, "versions")
        page = VersionsPage(head, listed, before, after, comparison)
        return board.pages.show(request, person, "teams/versions.html", page)

    @router.get(f"{HOME}/versions/{{number}}/download")
    async def download(_: Reader, number: Number) -> Response:
        named = {"Content-Disposition": f'attachment; filename="teams-{number}.yaml"'}
        text = await _text(board, number)
        return Response(text, media_type="application/yaml; charset=utf-8", headers=HEADERS | named)

    @router.post(f"{HOME}/versions/{{number}}/restore")
    async def restore(
        request: Request,
        person: Writer,
        number: Number,
        onto: Annotated[int, Form(ge=1, le=10**9)],
    ) -> Response:
        text = await _text(board, number)
        try:
            published = await board.desk.teams.publish(
                text, origin="console", by=person.email, onto=onto
            )
        except PublishedMeanwhile:
            version = await board.desk.teams.current()
            return await show_plan(
                board, request, person, version, text, overtaken=True, status=409
            )
        details = {"version": published.number, "of": number, "before": onto}
        await board.office.audit.record(person, "teams.rolled_back", "teams", details)
        return go_to(f"{HOME}/versions")

    return router


async def _text(board: Board, number: int) -> str:
    try:
        return (await board.desk.teams.get(number)).text
    except KeyError:
        raise Problem(404, "unknown-version", _NO_VERSION) from None


@cache
def _vocabulary() -> Node:
    return {"root": folded(schema()), "frameworks": {}}
