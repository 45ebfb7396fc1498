"""How are a script's texts changed by those who write no YAML? In a form of its words alone."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from console.access import Person
from console.rendering import go_to
from console.saying import in_words
from console.scripts.bench import HOME, Bench, Key, unix
from console.scripts.conflicts import conflict_page
from console.scripts.contexts import TextsPage
from console.scripts.wordings import NotRewordable, Section, reworded, sections
from console.workshop import OnTheBench
from qualification.errors import ScriptError
from storage.drafts import SavedMeanwhile

TYPED, SHOWN = "text.", "was."
"""The names of the fields begin so: what was typed, and what the form had shown there."""


def texts_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/texts`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}/texts")
    async def show(request: Request, person: Reader, key: Key) -> Response:
        piece = await bench.take(key)
        return await _page(bench, request, person, piece)

    @router.post(f"{HOME}/{{key}}/texts")
    async def save(request: Request, person: Writer, key: Key) -> Response:
        """Only what was changed in the form is changed, whatever others saved meanwhile; where they
        changed the same text, nothing is saved and both are shown.
        """
        piece = await bench.take(key)
        sent = await request.form()
        typed = _named(sent, TYPED)
        shown = _named(sent, SHOWN)
        changes = {name: text for name, text in typed.items() if unix(text) != unix(shown[name])}
        try:
            meanwhile = await asyncio.to_thread(_moved, piece.text, {n: shown[n] for n in changes})
            if meanwhile:
                return await _page(bench, request, person, piece, "", typed, meanwhile)
            text = await asyncio.to_thread(reworded, piece.text, changes)
        except NotRewordable as refused:
            told = in_words(refused.said, bench.pages.words(request, person))
            return await _page(bench, request, person, piece, told, typed)
        except ScriptError:  # the page says that it is broken
            return await _page(bench, request, person, piece, "", typed)
        if text == piece.text:
            return go_to(f"{HOME}/{key}/texts")
        words = bench.pages.words(request, person)
        found = (await bench.findings(key, text)).told(words)
        if found.errors:  # a gap that nothing fills, a text that is too long
            trouble = "\n".join(
                f"{one.message}: {one.hint}" for one in found.all if one.severity == "error"
            )
            return await _page(bench, request, person, piece, trouble, typed)
        try:
            await bench.workshop.drafts.save(
                key,
                text,
                onto=piece.revision,
                by=person.email,
                at=bench.workshop.now,
                based_on=piece.number,
            )
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, text, told.there)
        await bench.office.audit.record(person, "script.saved", key)
        return go_to(f"{HOME}/{key}/texts")

    return router


def _named(sent: FormData, prefix: str) -> dict[str, str]:
    found = {
        name.removeprefix(prefix): value
        for name, value in sent.multi_items()
        if name.startswith(prefix) and isinstance(value, str)
    }
    return defaultdict(str, found)


def _moved(text: str, shown: Mapping[str, str]) -> dict[str, str]:
    """What others have written meanwhile where the form had shown something else."""
    now = {
        f"{field.name}.{one.language}": one.text
        for section in sections(text)
        for field in section.fields
        for one in field.wordings
    }
    return {name: now.get(name, "") for name, was in shown.items() if now.get(name) != unix(was)}


async def _page(
    bench: Bench,
    request: Request,
    person: Person,
    piece: OnTheBench,
    trouble: str = "",
    typed: Mapping[str, str] | None = None,
    meanwhile: Mapping[str, str] | None = None,
) -> Response:
    found: tuple[Section, ...] = ()
    broken = False
    try:
        found = await bench.sections(piece.text)
    except ScriptError:
        broken = True
    page = TextsPage(
        head=bench.head(person, piece, "texts"),
        sections=found,
        trouble=trouble,
        broken=broken,
        typed=typed or {},
        meanwhile=meanwhile or {},
    )
    status = 409 if meanwhile else 422 if trouble else 200
    return bench.pages.show(request, person, "scripts/texts.html", page, status=status)
