"""Which pages tell how it is going? `/console/analytics`: figures in five views; near misses."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.analytics.breakdown import breakdown
from console.analytics.called import Called
from console.analytics.deals import deals
from console.analytics.figure import Section, found
from console.analytics.filters import SPANS, USUAL, Field, Filters, fields
from console.analytics.overview import Tile, overview, tiles
from console.analytics.questions import questions
from console.analytics.saying import Say
from console.analytics.shelf import FRESH
from console.analytics.speed import speed
from console.analytics.tabs import Tab, tabs
from console.analytics_reviewing import reviewing_router
from console.gate import PATH
from console.office import Office
from console.rendering import HEADERS, Pages
from console.translations import Words
from storage.reports import Report

HERE = f"{PATH}/analytics"
_BUILT: Mapping[str, Callable[[Report, Say], tuple[Section, ...]]] = {
    "overview": overview,
    "questions": questions,
    "breakdown": breakdown,
    "deals": deals,
    "speed": speed,
}
_NAME = r"^[a-z][a-z_]{0,30}$"
_FIGURE = r"^[\w.-]{1,120}$"


@dataclass(frozen=True, slots=True)
class AnalyticsPage:
    """analytics/page.html"""

    tabs: tuple[Tab, ...]
    fields: tuple[Field, ...]
    here: str
    """The address of this tab, without what was chosen."""
    query: str
    as_of: datetime | None
    """None while it is being counted for the first time."""
    fresh: int
    """Minutes after which it is counted anew."""
    leads: int
    tiles: tuple[Tile, ...]
    sections: tuple[Section, ...]


def chosen(
    days: Annotated[int, Query(ge=1, le=3_650)] = USUAL,
    script: Annotated[str, Query(max_length=60, pattern=PLAIN)] = "",
    channel: Annotated[str, Query(max_length=20, pattern=PLAIN)] = "",
    source: Annotated[str, Query(max_length=200, pattern=PLAIN)] = "",
) -> Filters:
    """What stands in the address."""
    return Filters(days if days in SPANS else USUAL, script, channel, source)


def analytics_router(office: Office, pages: Pages) -> APIRouter:
    """The pages of figures, their files, and the near misses."""
    router = APIRouter(route_class=pages.route_class())
    shelf = office.analytics.shelf
    Anybody = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    Chosen = Annotated[Filters, Depends(chosen)]
    router.include_router(reviewing_router(office, pages))

    async def shown(request: Request, person: Person, tab: str, filters: Filters) -> Response:
        kept = await shelf.get(filters.asked)
        words = pages.words(request, person)
        say = await _say(office, words)
        report = kept.report if kept else None
        page = AnalyticsPage(
            tabs=tabs(tab, filters.query),
            fields=fields(filters, kept.names if kept else None, words, say.called.scripts),
            here=HERE if tab == "overview" else f"{HERE}/{tab}",
            query=filters.query,
            as_of=kept.as_of if kept else None,
            fresh=int(FRESH.total_seconds() // 60),
            leads=report.leads if report else 0,
            tiles=tiles(report, say) if report and tab == "overview" else (),
            sections=_BUILT[tab](report, say) if report and report.leads else (),
        )
        return pages.show(request, person, "analytics/page.html", page, fragment="figures")

    @router.get(HERE)
    async def first(request: Request, person: Anybody, filters: Chosen) -> Response:
        return await shown(request, person, "overview", filters)

    @router.get(f"{HERE}/{{tab}}")
    async def figures(
        request: Request,
        person: Anybody,
        filters: Chosen,
        tab: Annotated[str, Path(pattern=_NAME)],
    ) -> Response:
        if tab not in _BUILT:
            raise Problem(404, "unknown-page", "There is no such page.")
        return await shown(request, person, tab, filters)

    @router.get(f"{HERE}/{{tab}}/{{figure}}.csv")
    async def file(
        request: Request,
        person: Anybody,
        filters: Chosen,
        tab: Annotated[str, Path(pattern=_NAME)],
        figure: Annotated[str, Path(pattern=_FIGURE)],
    ) -> Response:
        if tab not in _BUILT:
            raise Problem(404, "unknown-page", "There is no such page.")
        kept = await shelf.fetch(filters.asked)
        say = await _say(office, pages.words(request, person))
        one = found(_BUILT[tab](kept.report, say), figure)
        if one is None:
            raise Problem(404, "unknown-figure", "There is no such figure any more.")
        named = {"Content-Disposition": f'attachment; filename="banter-{figure}.csv"'}
        text = one.csv.encode("utf-8-sig")  # without the mark spreadsheets misread accents
        return Response(text, media_type="text/csv; charset=utf-8", headers={**HEADERS, **named})

    return router


async def _say(office: Office, words: Words) -> Say:
    """With the names that scripts, people and queues have now."""
    current, teams = await asyncio.gather(
        office.analytics.scripts.all_current(), office.teams.teams.current()
    )
    scripts = {one.key: one.script for one in current}
    plan = teams.plan if teams else None
    return Say(words, scripts, called=Called.of(scripts, plan, words))
