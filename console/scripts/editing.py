"""How is a script written? Its text with what is wrong in it; saved as a draft, or discarded."""

import asyncio
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from channels.problems import Problem
from console.access import Person
from console.rendering import HEADERS, go_to
from console.scripts.bench import HOME, Bench, Key, excerpts, unix
from console.scripts.conflicts import conflict_page
from console.scripts.contexts import EditorPage
from console.scripts.previews import opening
from console.scripts.vocabulary import vocabulary
from console.translations import N_
from qualification.source import MAX_CHARACTERS
from storage.drafts import SavedMeanwhile

Text = Annotated[str, Form(max_length=2 * MAX_CHARACTERS)]
Revision = Annotated[int, Form(ge=0, le=10**9)]
_NO_TEXT = N_("There is no such text.")


class Typed(BaseModel):
    """The text as it stands in somebody's editor."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=MAX_CHARACTERS)]


def typing_router(bench: Bench) -> APIRouter:
    """What an editor asks while somebody types."""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Talker = Annotated[Person, bench.talker]

    @router.get(f"{HOME}/-/vocabulary")
    async def words(_: Reader) -> Response:
        known = await asyncio.to_thread(vocabulary)
        return JSONResponse(known, headers=HEADERS | {"Cache-Control": "private, max-age=3600"})

    @router.post(f"{HOME}/{{key}}/check")
    async def check(request: Request, person: Talker, key: Key, typed: Typed) -> Response:
        words = bench.pages.words(request, person)
        found = (await bench.findings(key, typed.text)).told(words)
        rows = [asdict(one) for one in found.all]
        return JSONResponse({"findings": rows}, headers=HEADERS)

    return router


def editing_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}`: the editor, and what becomes of its text."""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}")
    async def editor(
        request: Request,
        person: Reader,
        key: Key,
        saved: Annotated[bool, Query()] = False,
    ) -> Response:
        return await _editor(bench, request, person, key, "saved" if saved else "")

    @router.post(f"{HOME}/{{key}}")
    async def save(
        request: Request, person: Writer, key: Key, text: Text, revision: Revision
    ) -> Response:
        piece = await bench.take(key)
        mine = unix(text)
        try:
            await bench.workshop.drafts.save(
                key,
                mine,
                onto=revision,
                by=person.email,
                at=bench.workshop.now,
                based_on=piece.number,
            )
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, mine, told.there)
        await bench.office.audit.record(person, "script.saved", key)
        return go_to(f"{HOME}/{key}?saved=1")

    @router.post(f"{HOME}/{{key}}/discard")
    async def discard(request: Request, person: Writer, key: Key, revision: Revision) -> Response:
        piece = await bench.take(key)
        try:
            await bench.workshop.drafts.discard(key, revision=revision)
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, piece.text, told.there)
        await bench.office.audit.record(person, "script.discarded", key, {"revision": revision})
        return go_to(f"{HOME}/{key}" if piece.current else HOME)

    @router.get(f"{HOME}/{{key}}/download")
    async def download(
        _: Reader, key: Key, version: Annotated[int | None, Query(ge=1, le=10**9)] = None
    ) -> Response:
        text: str | None
        if version is None:
            text, name = (await bench.take(key)).text, f"{key}.yaml"
        else:
            text = await bench.workshop.versions.text(key, version)
            name = f"{key}-{version}.yaml"
        if text is None:
            raise Problem(404, "unknown-version", _NO_TEXT)
        kind = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, media_type="application/yaml; charset=utf-8", headers=HEADERS | kind)

    return router


async def _editor(
    bench: Bench, request: Request, person: Person, key: str, notice: str
) -> Response:
    piece = await bench.take(key)
    words = bench.pages.words(request, person)
    found = await bench.findings(key, piece.text)
    page = EditorPage(
        head=bench.head(person, piece, "editor"),
        text=piece.text,
        findings=found.told(words),
        excerpts=excerpts(piece.text, found),
        preview=await opening(bench, words, found.script) if found.script else None,
        notice=notice,
    )
    return bench.pages.show(request, person, "scripts/editor.html", page)
