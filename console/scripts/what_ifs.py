"""What would the draft have changed, and what do the ends of leads suggest? Asked of the past."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Path, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.scripts.bench import HOME, Bench, Key
from console.scripts.conflicts import conflict_page
from console.scripts.contexts import (
    LeadRow,
    MoveRow,
    SourceRow,
    SuggestedPoint,
    Suggestion,
    WhatIf,
    WhatIfPage,
)
from console.scripts.previews import BROKEN
from console.study_desk import ReplayAsked, SuggestionAsked
from console.translations import N_
from console.workshop import OnTheBench
from storage.drafts import SavedMeanwhile
from storage.studies import Study, StudyKind, TooManyStudies, UnknownStudy

DAYS = (7, 30, 90)
USUAL = 30
ROWS = 50
"""Leads of a page."""
LEARNS_FROM = timedelta(days=180)
MANY = N_("Others are not done yet: ask again when one of them has ended.")
GONE = N_("This was worked out more than a week ago, and is kept no longer: ask again.")
NO_DRAFT = N_("Nothing was suggested, so there is no draft to open.")
UNPUBLISHED = N_("There are no leads yet: nothing of this script was published.")

StudyId = Annotated[str, Path(max_length=60, pattern=PLAIN)]
Word = Annotated[str, Query(max_length=300, pattern=PLAIN)]


@dataclass(frozen=True, slots=True)
class Wished:
    """Which of the leads that change are to be shown, and from which on."""

    source: str = ""
    why: str = ""
    start: int = 0

    def fits(self, example: Mapping[str, Any]) -> bool:
        """Whether a lead is one of them."""
        of_source = not self.source or example["source"] == self.source
        return of_source and (not self.why or self.why in example["why"])

    def query(self, start: int) -> str:
        """What asks for the same ones from another on."""
        parts = {"source": self.source, "why": self.why, "start": str(start) if start else ""}
        return urlencode({name: value for name, value in parts.items() if value})


ALL = Wished()


def what_ifs_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/what-if…` and `…/suggestion…`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]
    Writer = Annotated[Person, bench.writer]

    @router.get(f"{HOME}/{{key}}/what-if")
    async def form(request: Request, person: Reader, key: Key) -> Response:
        piece = await bench.take(key)
        return _page(bench, request, person, piece, None)

    @router.post(f"{HOME}/{{key}}/what-if")
    async def ask(
        person: Writer, key: Key, days: Annotated[int, Form(ge=1, le=366)] = USUAL
    ) -> Response:
        piece = await bench.take(key)
        if (await bench.findings(key, piece.text)).script is None:
            raise Problem(422, "broken", BROKEN)
        since = bench.workshop.now - timedelta(days=days)
        asked = ReplayAsked(text=piece.text, script=key, since=since)
        study = await _asked(bench, "replay", asked.model_dump(mode="json"))
        await bench.office.audit.record(person, "script.tried_on_leads", key, {"days": days})
        return go_to(f"{HOME}/{key}/what-if/{study.id}")

    @router.post(f"{HOME}/{{key}}/suggestion")
    async def suggest(
        person: Writer, key: Key, target: Annotated[Literal["won", "accepted"], Form()] = "won"
    ) -> Response:
        if (await bench.take(key)).current is None:
            raise Problem(409, "unpublished", UNPUBLISHED)
        since = bench.workshop.now - LEARNS_FROM
        asked = SuggestionAsked(script=key, since=since, target=target)
        study = await _asked(bench, "suggestion", asked.model_dump(mode="json"))
        await bench.office.audit.record(person, "script.suggestion_asked", key)
        return go_to(f"{HOME}/{key}/what-if/{study.id}")

    @router.get(f"{HOME}/{{key}}/what-if/{{study}}")
    async def show(
        request: Request,
        person: Reader,
        key: Key,
        study: StudyId,
        source: Word = "",
        why: Word = "",
        start: Annotated[int, Query(ge=0, le=10**6)] = 0,
    ) -> Response:
        piece = await bench.take(key)
        found, wished = await _study(bench, key, study), Wished(source, why, start)
        return _page(bench, request, person, piece, found, wished)

    @router.post(f"{HOME}/{{key}}/suggestion/{{study}}/open")
    async def open_draft(request: Request, person: Writer, key: Key, study: StudyId) -> Response:
        """What was suggested becomes the draft; one that is there is never written over unasked."""
        piece = await bench.take(key)
        found = await _study(bench, key, study)
        text = found.result.get("draft") if found.result else None
        if not isinstance(text, str):
            raise Problem(409, "nothing-suggested", NO_DRAFT)
        try:
            await bench.workshop.drafts.save(
                key,
                text,
                onto=0,
                by=person.email,
                at=bench.workshop.now,
                based_on=piece.number,
            )
        except SavedMeanwhile as told:
            return await conflict_page(bench, request, person, key, text, told.there)
        await bench.office.audit.record(person, "script.suggestion_opened", key)
        return go_to(f"{HOME}/{key}")

    return router


async def _asked(bench: Bench, kind: StudyKind, request: Mapping[str, Any]) -> Study:
    try:
        return await bench.workshop.studies.ask(kind, request, bench.workshop.now)
    except TooManyStudies:
        raise Problem(429, "too-many-studies", MANY) from None


async def _study(bench: Bench, key: str, study: str) -> Study:
    try:
        found = await bench.workshop.studies.get(study)
    except UnknownStudy:
        raise Problem(404, "unknown-study", GONE) from None
    if found.request.get("script") != key:
        raise Problem(404, "unknown-study", GONE)
    return found


def _page(
    bench: Bench,
    request: Request,
    person: Person,
    piece: OnTheBench,
    study: Study | None,
    wished: Wished = ALL,
) -> Response:
    asked = study.request if study else {}
    result: Mapping[str, Any] | None = study.result if study else None
    replay = result.get("replay") if result and study and study.kind == "suggestion" else result
    since = datetime.fromisoformat(str(asked["since"])) if "since" in asked else None
    page = WhatIfPage(
        head=bench.head(person, piece, "what-if"),
        study=study.id if study else "",
        state=study.state if study else "",
        done=study.done if study else 0,
        leads=study.leads if study else None,
        trouble=(study.trouble or "") if study else "",
        stale=study is not None and study.kind == "replay" and asked.get("text") != piece.text,
        days=DAYS,
        chosen=_days(study, since),
        result=_what_if(replay, wished) if replay else None,
        suggestion=_suggestion(study, result) if study and study.kind == "suggestion" else None,
    )
    return bench.pages.show(request, person, "scripts/what_if.html", page, fragment="outcome")


def _days(study: Study | None, since: datetime | None) -> int:
    return (study.asked_at - since).days if study and since else USUAL


def _what_if(found: Mapping[str, Any], wished: Wished) -> WhatIf:
    fitting = [one for one in found["examples"] if wished.fits(one)]
    rows = tuple(
        LeadRow(
            lead=one["lead"],
            source=one["source"],
            verdict=(one["verdict"][0], one["verdict"][1]),
            tier=(one["tier"][0], one["tier"][1]),
            why=tuple(one["why"]),
        )
        for one in fitting[wished.start : wished.start + ROWS]
    )
    moves = [
        *(MoveRow("verdict", **one) for one in found["verdicts"]),
        *(MoveRow("tier", **one) for one in found["tiers"]),
    ]
    sources = [SourceRow(name, **counted) for name, counted in found["sources"].items()]
    return WhatIf(
        since=datetime.fromisoformat(found["since"]),
        leads=found["leads"],
        changed=found["changed"],
        moves=tuple(moves),
        sources=tuple(sorted(sources, key=lambda one: -one.changed)),
        why=tuple(found["why"].items()),
        rows=rows,
        first=wished.start + 1,
        found=len(fitting),
        named=len(found["examples"]),
        before=wished.query(max(0, wished.start - ROWS)) if wished.start else "",
        after=wished.query(wished.start + ROWS) if wished.start + ROWS < len(fitting) else "",
        source=wished.source,
        reason=wished.why,
    )


def _suggestion(study: Study, found: Mapping[str, Any] | None) -> Suggestion | None:
    if found is None:
        return None
    points = found.get("points") or ()
    return Suggestion(
        study=study.id,
        enough=bool(found["enough"]),
        note=str(found["note"]),
        points=tuple(
            SuggestedPoint(
                question=one["question"],
                state=one["state"],
                before=one["before"],
                after=one["after"],
                hits=one["share"]["hits"],
                of=one["share"]["of"],
                rest_hits=one["share_of_the_rest"]["hits"],
                rest_of=one["share_of_the_rest"]["of"],
            )
            for one in points
        ),
        draft=found.get("draft"),
    )
