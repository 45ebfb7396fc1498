"""Which scripts are there? The list, a new one, and one that is brought as a file."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.responses import Response

from console.access import Person
from console.rendering import go_to
from console.scripts.beginnings import FRAMEWORKS, Beginning, beginning
from console.scripts.bench import HOME, SLUG, Bench, unix
from console.scripts.conflicts import conflict_page
from console.scripts.contexts import NewScript, ScriptRow, ScriptsPage
from console.translations import N_
from qualification.script import RECEPTION
from qualification.source import read_source
from qualification.values import LANGUAGES
from storage.drafts import SavedMeanwhile

Short = Annotated[str, Form(max_length=200)]
_NAME = re.compile(SLUG)
_WRITTEN = re.compile(r"^script:[ \t]*[\"']?([a-z][a-z0-9-]*)", re.MULTILINE)
TAKEN = N_("There is a script or a draft of this name already: choose another, or open it below.")
BAD_NAME = N_("A name is made of small letters, figures and hyphens, and begins with a letter.")
NEEDS_WORDS = N_("Give it a title, the name of your firm, and at least one language.")
NO_TEXT = N_("This file is no text: choose a script that was downloaded here, or written as YAML.")
NO_NAME = N_("This file has no line `script: name`, so nobody knows which script it is.")


def shelf_router(bench: Bench) -> APIRouter:
    """`/console/scripts` and `/console/scripts/-/upload`."""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(HOME)
    async def scripts(request: Request, person: Reader) -> Response:
        return await _list(bench, request, person)

    @router.post(HOME)
    async def begin(
        request: Request,
        person: Writer,
        key: Short = "",
        title: Short = "",
        company: Short = "",
        framework: Short = "bant",
        languages: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        spoken = tuple(one for one in LANGUAGES if one in (languages or ()))
        form = NewScript(key.strip(), title.strip(), company.strip(), framework, spoken)
        if not _NAME.fullmatch(form.key) or form.key == RECEPTION:
            return await _list(bench, request, person, BAD_NAME, form)
        if not (form.title and form.company and spoken) or framework not in FRAMEWORKS:
            return await _list(bench, request, person, NEEDS_WORDS, form)
        text = beginning(Beginning(form.key, form.title, form.company, framework, spoken))
        if not await _begun(bench, person, form.key, text):
            return await _list(bench, request, person, TAKEN, form)
        await bench.office.audit.record(person, "script.begun", form.key)
        return go_to(f"{HOME}/{form.key}")

    @router.post(f"{HOME}/-/upload")
    async def upload(request: Request, person: Writer, file: UploadFile) -> Response:
        try:
            text = unix((await file.read()).decode("utf-8-sig"))
        except UnicodeDecodeError:
            return await _list(bench, request, person, NO_TEXT)
        key = _key_of(text)
        if key is None:
            return await _list(bench, request, person, NO_NAME)
        try:
            await _save(bench, person, key, text)
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, text, told.there)
        await bench.office.audit.record(person, "script.uploaded", key)
        return go_to(f"{HOME}/{key}")

    return router


async def _list(
    bench: Bench,
    request: Request,
    person: Person,
    error: str = "",
    form: NewScript | None = None,
) -> Response:
    published = {one.key: one for one in await bench.workshop.scripts.all_current()}
    drafts = {one.script: one for one in await bench.workshop.drafts.resting()}
    rows = []
    for key in sorted({*published, *drafts}):
        version, draft = published.get(key), drafts.get(key)
        rows.append(
            ScriptRow(
                key=key,
                title=version.script.title if version else key,
                number=version.number if version else 0,
                published_at=version.published_at if version else None,
                published_by=version.published_by if version else None,
                questions=len(version.script.criteria) if version else 0,
                languages=version.script.languages if version else (),
                draft_by=draft.saved_by if draft else "",
                draft_at=draft.saved_at if draft else None,
            )
        )
    page = ScriptsPage(
        rows=tuple(rows),
        may_edit=person.role == "admin",
        now=bench.workshop.now,
        error=error,
        frameworks=FRAMEWORKS,
        form=form or NewScript(),
    )
    status = 422 if error else 200
    return bench.pages.show(request, person, "scripts/list.html", page, status=status)


async def _begun(bench: Bench, person: Person, key: str, text: str) -> bool:
    """Whether there was no script of this name."""
    if await bench.workshop.scripts.current(key) is not None:
        return False
    try:
        await _save(bench, person, key, text)
    except SavedMeanwhile:
        return False
    return True


async def _save(bench: Bench, person: Person, key: str, text: str) -> None:
    """A draft where there was none."""
    current = await bench.workshop.scripts.current(key)
    await bench.workshop.drafts.save(
        key,
        text,
        onto=0,
        by=person.email,
        at=bench.workshop.now,
        based_on=current.number if current else 0,
    )


def _key_of(text: str) -> str | None:
    """The name that a text gives itself, even one with mistakes in it."""
    data = read_source(text).data
    key = data.get("script") if isinstance(data, dict) else None
    if not isinstance(key, str):
        found = _WRITTEN.search(text)
        key = found[1] if found else ""
    return key if _NAME.fullmatch(key) and key != RECEPTION else None
