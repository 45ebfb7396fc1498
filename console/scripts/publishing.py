"""How does a draft become what new conversations follow? With its consequences looked at first."""

import asyncio
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.scripts.bench import HOME, Bench, Key, excerpts
from console.scripts.comparison import compare
from console.scripts.contexts import PublishPage
from console.scripts.histories import NO_VERSION
from console.translations import N_
from console.workshop import OnTheBench
from qualification.errors import ScriptError
from storage.drafts import SavedMeanwhile
from storage.scripts import PublishedMeanwhile, ScriptVersion

RUNNING = timedelta(days=1)
"""Conversations that began so lately and are open may well be going on."""
NOTHING_NEW = N_("There is nothing to publish: the draft is the version that is published.")
BROKEN = N_("This text has mistakes, so it was not published: mend them first.")
MOVED = N_("The draft was changed while you looked at it: look at it again before you publish.")
Note = Annotated[str, Form(max_length=500)]
Number = Annotated[int, Form(ge=0, le=10**9)]


def publishing_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/publish`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}/publish")
    async def look(request: Request, person: Reader, key: Key) -> Response:
        piece = await bench.take(key)
        return await _page(bench, request, person, piece, piece.text)

    @router.post(f"{HOME}/{{key}}/publish")
    async def publish(
        request: Request,
        person: Writer,
        key: Key,
        revision: Number,
        onto: Number,
        note: Note = "",
    ) -> Response:
        piece = await bench.take(key)
        if not piece.changed:
            raise Problem(409, "nothing-new", NOTHING_NEW)
        if piece.revision != revision:
            raise Problem(409, "draft-moved", MOVED)
        try:
            version = await _published(bench, person, key, piece.text, note, onto)
        except PublishedMeanwhile:
            return await _page(
                bench, request, person, await bench.take(key), piece.text, note, overtaken=True
            )
        try:
            await bench.workshop.drafts.discard(key, revision=revision)
        except SavedMeanwhile as told:  # somebody went on writing: their draft follows this version
            if told.there is not None:
                await bench.workshop.drafts.rebase(
                    key, revision=told.there.revision, based_on=version.number
                )
        details = {"version": version.number, "before": onto}
        await bench.office.audit.record(person, "script.published", key, details)
        return go_to(f"{HOME}/{key}/versions")

    return router


def restoring_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/versions/{number}/restore`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}/versions/{{number}}/restore")
    async def look_back(
        request: Request, person: Reader, key: Key, number: Annotated[int, Path(ge=1, le=10**9)]
    ) -> Response:
        piece = await bench.take(key)
        text = await _old(bench, key, number)
        return await _page(bench, request, person, piece, text, restores=number)

    @router.post(f"{HOME}/{{key}}/versions/{{number}}/restore")
    async def restore(
        request: Request,
        person: Writer,
        key: Key,
        number: Annotated[int, Path(ge=1, le=10**9)],
        onto: Number,
        note: Note = "",
    ) -> Response:
        """The old text as the newest version; a draft that somebody is writing stays."""
        piece = await bench.take(key)
        text = await _old(bench, key, number)
        try:
            version = await _published(bench, person, key, text, note, onto)
        except PublishedMeanwhile:
            piece = await bench.take(key)
            return await _page(
                bench, request, person, piece, text, note, restores=number, overtaken=True
            )
        details = {"version": version.number, "of": number, "before": onto}
        await bench.office.audit.record(person, "script.rolled_back", key, details)
        return go_to(f"{HOME}/{key}/versions")

    return router


async def _old(bench: Bench, key: str, number: int) -> str:
    text = await bench.workshop.versions.text(key, number)
    if text is None:
        raise Problem(404, "unknown-version", NO_VERSION)
    return text


async def _published(
    bench: Bench, person: Person, key: str, text: str, note: str, onto: int
) -> ScriptVersion:
    """Refused as the page says it would be: also by whoever sends a form of their own."""
    if (await bench.findings(key, text)).errors:
        raise Problem(422, "broken", BROKEN)
    try:
        return await bench.workshop.scripts.publish(
            text, origin="console", by=person.email, note=" ".join(note.split()) or None, onto=onto
        )
    except ScriptError:  # another script has taken a page or a form at this very moment
        raise Problem(422, "broken", BROKEN) from None


async def _page(
    bench: Bench,
    request: Request,
    person: Person,
    piece: OnTheBench,
    text: str,
    note: str = "",
    *,
    restores: int | None = None,
    overtaken: bool = False,
) -> Response:
    found = await bench.findings(piece.key, text)
    before = piece.current.text if piece.current else ""
    page = PublishPage(
        head=bench.head(person, piece, "publish" if restores is None else "versions"),
        findings=found.told(bench.pages.words(request, person)),
        excerpts=excerpts(text, found),
        comparison=await asyncio.to_thread(compare, before, text),
        running=await bench.workshop.versions.running(piece.key, bench.workshop.now - RUNNING),
        note=note,
        overtaken=overtaken or (restores is None and piece.overtaken),
        restores=restores,
    )
    status = 409 if overtaken else 200
    return bench.pages.show(request, person, "scripts/publish.html", page, status=status)
