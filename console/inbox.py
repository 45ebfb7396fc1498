"""What is in the inbox? The list by its filters, what changes in it, views that people keep."""

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import Response, StreamingResponse

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.inbox_desk import person_with
from console.inbox_query import Asked, asked_for, asked_in
from console.inbox_showing import (
    WHOSE,
    ListPart,
    Names,
    Pinned,
    Row,
    Tab,
    narrowings_of,
    row_of,
    statuses_of,
)
from console.lead_pages import LeadPart
from console.office import Office
from console.rendering import Pages, go_to
from console.shell import Shell
from console.translations import N_, Words
from console.watching import Render, Watcher
from storage.inbox_filters import WHOSE as EVERYBODYS
from storage.inbox_filters import Filters, Line, Me
from storage.inbox_handling import TooManyViews, ViewExists
from storage.inbox_lines import COUNTED

After = Annotated[str | None, Query(max_length=100, pattern=PLAIN)]
AskedFor = Annotated[Asked, Depends(asked_for)]
EVERYTHING = Filters(status="every")
STREAM = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
VIEWED, SEARCHED = "inbox.viewed", "inbox.searched"
"""What the log has of lists: never what was searched for."""
_A_SEARCH = N_("A search is not kept, as it may name somebody: narrow the list before you keep it.")
_EXISTS = N_("You have a view of this name: choose another.")
_TOO_MANY = N_("You keep as many views as there is room for: remove one first.")


@dataclass(frozen=True, slots=True)
class DeskPage:
    """desk.html"""

    list: ListPart | None
    """None where only the lead is asked for."""
    lead: LeadPart | None


@dataclass(frozen=True, slots=True)
class RowPage:
    """inbox_row.html"""

    row: Row


def inbox_router(office: Office, pages: Pages) -> APIRouter:
    """`/console`, its stream of changes, and the views that people keep."""
    router = APIRouter(prefix=PATH, route_class=pages.route_class())
    permits = office.gate.permits
    Reader = Annotated[Person, Depends(permits("sales", "admin"))]
    Owner = Annotated[Person, Depends(permits("sales", "admin", own=True))]

    @router.get("")
    async def inbox(
        request: Request, person: Reader, asked: AskedFor, after: After = None
    ) -> Response:
        words = pages.words(request, person)
        page = DeskPage(await list_part(office, person, words, asked, after), None)
        return pages.show(request, person, "desk.html", page, fragment="list")

    @router.get("/watch")
    async def watch(request: Request, person: Reader, asked: AskedFor) -> Response:
        desk, words = office.inbox, pages.words(request, person)
        await office.audit.look(person, VIEWED)
        names = Names.of(await desk.users.all(), await desk.plan())
        shell = replace(pages.shell(request, person), token="")
        watcher = Watcher(
            me=await desk.me(person.id, person.email),
            mark=office.gate.mark(request),
            role=person.role,
            words=words,
            filters=replace(asked.filters, sought=""),
            render=_renderer(office, pages, shell, names),
        )
        events = desk.watching.events(watcher)
        return StreamingResponse(events, media_type="text/event-stream", headers=STREAM)

    @router.post("/inbox/views")
    async def keep(
        request: Request,
        person: Owner,
        name: Annotated[str, Form(min_length=1, max_length=60, pattern=PLAIN)],
        query: Annotated[str, Form(max_length=1000, pattern=PLAIN)] = "",
    ) -> Response:
        asked, words = asked_in(query), pages.words(request, person)
        handling, kept = office.inbox.handling, asked.unsought
        if asked.filters.sought and not kept.query:
            raise Problem(422, "search-not-kept", words.text(_A_SEARCH))
        try:
            await handling.keep_view(person.id, name.strip(), kept.query, office.clock.now())
        except ViewExists:
            raise Problem(409, "view-exists", words.text(_EXISTS)) from None
        except TooManyViews:
            raise Problem(409, "too-many-views", words.text(_TOO_MANY)) from None
        return go_to(asked.path())

    @router.post("/inbox/views/{view}/remove")
    async def drop(person: Owner, view: str) -> Response:
        await office.inbox.handling.drop_view(person.id, view)
        return go_to(PATH)

    return router


async def list_part(
    office: Office,
    person: Person,
    words: Words,
    asked: Asked,
    after: str | None = None,
    here: str = "",
) -> ListPart:
    """The pane of the list. Raises BadCursor."""
    desk, now = office.inbox, office.clock.now()
    plan, users, current, views, _ = await asyncio.gather(
        desk.plan(),
        desk.users.all(),
        desk.scripts.all_current(),
        desk.handling.views(person.id),
        office.audit.look(person, SEARCHED if asked.filters.sought else VIEWED),
    )
    me, names = Me(person.id, person_with(plan, person.email)), Names.of(users, plan)
    counted = [Filters(whose, "open") for whose in EVERYBODYS if whose != "all"]
    found = await desk.lines.listed(asked.filters, me, now, after, counted=counted)
    counts = {of.whose: count for of, count in zip(counted, found.counts, strict=True)}
    scripts = {one.key: one.script.title for one in current}
    tabs = [
        Tab(
            href=asked.path(here, whose="" if whose == "all" else whose),
            word=words.text(WHOSE[whose]),
            here=whose == asked.filters.whose,
            count=_counted(counts.get(whose, 0), words),
        )
        for whose in EVERYBODYS
    ]
    empty = not found.lines and after is None
    return ListPart(
        rows=tuple(row_of(line, names, words, now, asked, here) for line in found.lines),
        next=asked.path(after=found.next) if found.next else "",
        tabs=tuple(tabs),
        views=tuple(
            Pinned(one.id, one.name, asked_in(one.query).path(), one.query == asked.query)
            for one in views
        ),
        narrowings=narrowings_of(asked, words, scripts, plan),
        status=statuses_of(asked, words),
        whose=asked.filters.whose,
        sought=asked.filters.sought,
        query=asked.query,
        narrowed=asked.narrowed,
        none_at_all=empty and not (await desk.lines.listed(EVERYTHING, me, now, limit=1)).lines,
    )


def _counted(count: int, words: Words) -> str:
    """How many wait for somebody; nothing where none do."""
    return "" if not count else f"{COUNTED}+" if count > COUNTED else words.number(count)


def _renderer(office: Office, pages: Pages, shell: Shell, names: Names) -> Render:
    def render(line: Line, words: Words) -> str:
        row = row_of(line, names, words, office.clock.now(), Asked())
        return pages.templates.render_with("inbox_row.html", {"row": row, "shell": shell})

    return render
