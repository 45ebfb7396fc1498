"""Where are conversation tests written and played? On a page of the script."""

import asyncio
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from agent.dialogue import verdict_on
from channels.incoming import NotTaken
from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.scripts.bench import HOME, Bench, Key, unix
from console.scripts.conflicts import conflict_page
from console.scripts.contexts import Result, Simulation, TestsPage
from console.scripts.previews import BROKEN, heard
from console.scripts.recording import Recorded, with_test
from console.scripts.rehearsals import Talk
from console.scripts.trials import played, simulated
from console.translations import N_
from console.workshop import OnTheBench
from qualification.source import MAX_CHARACTERS
from qualification.values import Json, to_json
from storage.drafts import SavedMeanwhile

Text = Annotated[str, Form(max_length=2 * MAX_CHARACTERS)]
MaybeText = Annotated[str | None, Form(max_length=2 * MAX_CHARACTERS)]
Revision = Annotated[int, Form(ge=0, le=10**9)]
NOTHING_SAID = N_("Say something in the preview first: what is said there becomes the test.")


def testing_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/tests`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}/tests")
    async def tests(request: Request, person: Reader, key: Key) -> Response:
        piece = await bench.take(key)
        return await _page(bench, request, person, piece)

    @router.post(f"{HOME}/{{key}}/tests")
    async def save(
        request: Request, person: Writer, key: Key, text: Text, revision: Revision
    ) -> Response:
        await bench.take(key)
        mine = unix(text)
        drafts, now = bench.workshop.drafts, bench.workshop.now
        try:
            await drafts.save(key, mine, onto=revision, by=person.email, at=now, part="tests")
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, mine, told.there, "tests")
        await bench.office.audit.record(person, "script.tests_saved", key)
        return go_to(f"{HOME}/{key}/tests")

    return router


def playing_router(bench: Bench) -> APIRouter:
    """What is tried on a draft: its tests, simulated prospects; nothing is kept."""
    router = bench.router()
    Talker = Annotated[Person, bench.talker]

    @router.post(f"{HOME}/{{key}}/tests/run")
    async def run(request: Request, person: Talker, key: Key, text: MaybeText = None) -> Response:
        piece = await bench.take(key)
        script = (await bench.findings(key, piece.text)).script
        written = unix(text) if text is not None else (await _text(bench, piece))[0]
        if script is None:
            return await _page(bench, request, person, piece, written, trouble=BROKEN)
        if (await bench.findings_of_tests(key, written)).all:
            return await _page(bench, request, person, piece, written)
        results = await played(written, script)
        return await _page(bench, request, person, piece, written, results=results)

    @router.post(f"{HOME}/{{key}}/simulate")
    async def simulate(request: Request, person: Talker, key: Key) -> Response:
        piece = await bench.take(key)
        script = (await bench.findings(key, piece.text)).script
        if script is None:
            return await _page(bench, request, person, piece, trouble=BROKEN)
        return await _page(bench, request, person, piece, simulation=await simulated(script))

    return router


def recording_router(bench: Bench) -> APIRouter:
    """A preview that went well becomes a test."""
    router = bench.router()
    Writer = Annotated[Person, bench.writer]

    @router.post(f"{HOME}/{{key}}/tests/record")
    async def record(
        request: Request,
        person: Writer,
        key: Key,
        name: Annotated[str, Form(min_length=1, max_length=120)],
        language: Annotated[str, Form(max_length=5)],
        said: Annotated[str, Form(max_length=300_000)] = "[]",
    ) -> Response:
        """What was said in the preview becomes a test of what the draft makes of it now."""
        piece = await bench.take(key)
        script = (await bench.findings(key, piece.text)).script
        texts = heard(said)
        if script is None or not texts:
            raise Problem(422, "nothing-said", NOTHING_SAID if script else BROKEN)
        spoken = next((o for o in script.languages if o == language), script.default_language)
        try:
            talk = await bench.rehearsals.talk(script, spoken, texts)
        except NotTaken as refused:
            raise Problem(422, "not-taken", str(refused)) from None
        before, revision, _ = await _text(bench, piece)
        after = with_test(before, key, name, spoken, recorded(talk))
        drafts, now = bench.workshop.drafts, bench.workshop.now
        try:
            await drafts.save(key, after, onto=revision, by=person.email, at=now, part="tests")
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, after, told.there, "tests")
        await bench.office.audit.record(person, "script.tests_saved", key)
        return go_to(f"{HOME}/{key}/tests")

    return router


def recorded(talk: Talk) -> list[Recorded]:
    """The turns of a conversation with what each brought."""
    turns, known = list[Recorded](), dict[str, Mapping[str, Json]]()
    for one in talk.exchanges:
        dialogue = one.answered.dialogue
        states = verdict_on(one.answered.script, dialogue).states
        now: dict[str, Mapping[str, Json]] = {
            key: {
                **({"state": states[key]} if key in states else {}),
                "value": to_json(answer.value),
            }
            for key, answer in dialogue.sheet.answers.items()
        }
        new = {key: value for key, value in now.items() if known.get(key) != value}
        known = now
        outcome = one.answered.verdict.outcome
        turns.append(Recorded(one.said, dialogue.asked, dialogue.phase, outcome, new))
    return turns


async def _text(bench: Bench, piece: OnTheBench) -> tuple[str, int, bool]:
    """The tests of a script, their revision, and whether they are the firm's own."""
    saved = await bench.workshop.tests(piece.key)
    if saved is not None:
        return saved.text, saved.revision, True
    path = bench.workshop.sample_tests / f"{piece.key}.yaml"
    if not await asyncio.to_thread(path.is_file):
        return "", 0, False
    return await asyncio.to_thread(path.read_text, encoding="utf-8"), 0, False


async def _page(
    bench: Bench,
    request: Request,
    person: Person,
    piece: OnTheBench,
    written: str | None = None,
    *,
    results: tuple[Result, ...] | None = None,
    simulation: Simulation | None = None,
    trouble: str = "",
) -> Response:
    stored, revision, saved = await _text(bench, piece)
    text = stored if written is None else written
    found = await bench.findings_of_tests(piece.key, text) if text.strip() else None
    page = TestsPage(
        head=bench.head(person, piece, "tests"),
        text=text,
        revision=revision,
        saved=saved,
        findings=found.told(bench.pages.words(request, person)).all if found else (),
        results=results,
        simulation=simulation,
        trouble=trouble,
    )
    return bench.pages.show(request, person, "scripts/tests.html", page, fragment="outcome")
