"""How are the chats of our web sites set up? One page a chat: settings, how it looks, what to put
into the site, and the secret by which the site vouches for its visitors.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import JSONResponse, Response

from agent.widget import DEFAULT, Widget
from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.translations import N_
from console.widget_contexts import NewWidgetPage, WidgetSettingsPage
from console.widget_form import Read, changes, read_form
from console.widget_page import (
    SERVER,
    draft_config,
    field_rows,
    snippet,
    swatches,
    tabs,
)
from storage.widgets import ChangedMeanwhile, StoredWidget

HERE = f"{PATH}/widget"
Key = Annotated[str, Path(pattern=PLAIN, max_length=60)]
KEY = re.compile(r"[a-z][a-z0-9-]{1,39}")
NO_KEY = N_("The key has 2 to 40 small letters, digits and hyphens, and begins with a letter.")
TAKEN = N_("There is a chat with this key already.")
RESERVED = frozenset({"new"})
LARGEST_FORM = 60


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of a form that are text, each once."""
    form = await request.form(max_fields=LARGEST_FORM, max_files=0)
    return {name: value for name, value in form.items() if isinstance(value, str)}


Form = Annotated[Mapping[str, str], Depends(form_of)]


class WidgetPages:
    """Renders them."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self.office = office
        self.desk = office.widgets
        self._pages = pages

    async def stored(self, key: str) -> StoredWidget:
        """The chat, or the 404."""
        found = await self.desk.widgets.find(key)
        if found is None:
            raise Problem(404, "unknown-widget", "There is no such chat (any more).")
        return found

    async def scripts(self) -> tuple[tuple[str, str], ...]:
        """Those that can be chosen."""
        current = await self.office.workshop.scripts.all_current()
        return tuple((one.script.script, one.script.title) for one in current)

    async def settings(
        self,
        request: Request,
        person: Person,
        stored: StoredWidget,
        *,
        read: Read | None = None,
        form: Mapping[str, str] | None = None,
        secret: str | None = None,
        changed: bool = False,
    ) -> Response:
        """The page of one chat; `read` and `form`: what was sent and could not be saved so."""
        widget = read.widget if read else stored.widget
        written = form or {}
        key = stored.widget.key
        reply = "" if widget.reply_minutes is None else str(widget.reply_minutes)
        page = WidgetSettingsPage(
            tabs=tabs(await self.desk.widgets.all(), key),
            widget=widget,
            title=stored.widget.name or key,
            sites=written.get("sites", "\n".join(widget.sites)),
            reply_minutes=written.get("reply_minutes", reply),
            colour=written.get("colour", widget.colour),
            version=stored.version,
            updated_at=stored.updated_at,
            updated_by=stored.updated_by,
            secret_at=stored.secret_at,
            secret=secret,
            scripts=await self.scripts(),
            rows=field_rows(widget),
            swatches=swatches(widget.colour),
            wrong=read.wrong if read else {},
            saved=request.query_params.get("saved") == "1",
            changed_meanwhile=changed,
            may_change=person.role == "admin",
            open_to_all=not widget.sites,
            snippet=snippet(self.desk.address, key),
            server_snippet=SERVER % {"key": key},
            preview=f"/widget?widget={key}&preview=1",
            teams_have_hours=await self.desk.hours_known(),
        )
        status = 409 if changed else 422 if page.wrong else 200
        return self._pages.show(request, person, "widget_settings.html", page, status=status)

    async def new(
        self, request: Request, person: Person, name: str = "", key: str = "", wrong: str = ""
    ) -> Response:
        """The page on which one is added."""
        page = NewWidgetPage(tabs(await self.desk.widgets.all(), ""), name, key, wrong)
        status = 422 if wrong else 200
        return self._pages.show(request, person, "widget_new.html", page, status=status)


def widget_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/widget…`"""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    shown = WidgetPages(office, pages)
    reads = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get("")
    async def default(request: Request, person: reads) -> Response:
        return await shown.settings(request, person, await shown.stored(DEFAULT))

    @router.get("/new")
    async def blank(request: Request, person: reads) -> Response:
        return await shown.new(request, person)

    @router.get("/{key}")
    async def show(request: Request, person: reads, key: Key) -> Response:
        return await shown.settings(request, person, await shown.stored(key))

    router.include_router(changing_router(office, shown, pages))
    router.include_router(secrets_router(office, shown, pages))
    return router


def changing_router(office: Office, shown: WidgetPages, pages: Pages) -> APIRouter:
    """What only admins may do."""
    router = APIRouter(route_class=pages.route_class())
    changes_it = Annotated[Person, Depends(office.gate.permits("admin"))]
    widgets = shown.desk.widgets

    @router.post("/new")
    async def add(request: Request, person: changes_it, form: Form) -> Response:
        name = " ".join(form.get("name", "").split())[:80]
        key = form.get("key", "").strip().lower()
        if not KEY.fullmatch(key) or key in RESERVED:
            return await shown.new(request, person, name, key, NO_KEY)
        try:
            await widgets.save(Widget(key=key, name=name or key), 0, person.email)
        except ChangedMeanwhile:
            return await shown.new(request, person, name, key, TAKEN)
        await office.audit.record(person, "widget.added", key)
        return go_to(f"{HERE}/{key}")

    @router.post("/{key}")
    async def save(request: Request, person: changes_it, key: Key, form: Form) -> Response:
        stored = await shown.stored(key)
        read = read_form(form, key, [one for one, _ in await shown.scripts()])
        if read.wrong:
            return await shown.settings(request, person, stored, read=read, form=form)
        seen = form.get("version", "")
        seen = seen if seen.isascii() and seen.isdigit() else "0"
        try:
            await widgets.save(read.widget, int(seen[:9]), person.email)
        except ChangedMeanwhile:
            return await shown.settings(
                request, person, await shown.stored(key), read=read, form=form, changed=True
            )
        changed: list[str] = changes(stored.widget, read.widget)
        await office.audit.record(person, "widget.changed", key, {"changed": [*changed]})
        return go_to(f"{HERE}/{key}?saved=1")

    @router.post("/{key}/draft")
    async def draft(person: changes_it, key: Key, form: Form) -> Response:  # noqa: ARG001
        read = read_form(form, key, [one for one, _ in await shown.scripts()])
        language = form.get("preview_language", "en")
        config = draft_config(
            replace(read.widget, key=key), language, form=form.get("preview_form") == "1"
        )
        shades = [
            {"ink": one.ink, "ground": one.ground, "ratio": one.ratio, "given": one.given}
            for one in swatches(read.widget.colour)
        ]
        return JSONResponse({"config": config, "swatches": shades, "fits": not read.wrong})

    return router


def secrets_router(office: Office, shown: WidgetPages, pages: Pages) -> APIRouter:
    """What makes a chat another one for its site."""
    router = APIRouter(route_class=pages.route_class())
    changes_it = Annotated[Person, Depends(office.gate.permits("admin"))]
    widgets = shown.desk.widgets

    @router.post("/{key}/secret")
    async def rotate(request: Request, person: changes_it, key: Key) -> Response:
        await shown.stored(key)
        secret = await widgets.rotate(key, person.email)
        await office.audit.record(person, "widget.secret_made", key)
        return await shown.settings(request, person, await shown.stored(key), secret=secret)

    @router.post("/{key}/remove")
    async def remove(person: changes_it, key: Key) -> Response:
        if await widgets.remove(key):
            await office.audit.record(person, "widget.removed", key)
        return go_to(HERE)

    return router
