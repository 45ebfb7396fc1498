"""How do programs ask what a draft would change, or which draft the deals suggest? They ask, get an
address at once, and look there how far it is.
"""

import asyncio
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from agent.ports import Clock
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from console.looking_back import since as ago
from console.study_desk import ReplayAsked, SuggestionAsked
from qualification.errors import ScriptError
from qualification.scriptfile import parse_script
from qualification.source import MAX_CHARACTERS
from qualification.values import Json
from storage.studies import Studies, Study, StudyKind, TooManyStudies, UnknownStudy

Since = Annotated[str, Field(min_length=1, max_length=20, examples=["30d"])]
WAIT = 30
"""Seconds after which to ask again while too many are under way."""


OF_SCRIPTS: frozenset[StudyKind] = frozenset({"replay", "suggestion"})
"""What those may see who may see scripts."""


class ReplayIn(BaseModel):
    """A draft to be tried."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]
    """The whole script, as YAML."""
    since: Since = "30d"
    """How far back the leads go."""


class SuggestionIn(BaseModel):
    """From what a draft is to be made."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    since: Since = "180d"
    target: Literal["won", "accepted"] = "won"
    """What counts as a good end."""
    win: Annotated[float, Field(ge=0, le=1e12)] | None = None
    """What a deal brings."""
    call: Annotated[float, Field(ge=0, le=1e12)] | None = None
    """What a call costs; without both no threshold is looked for."""
    capacity: Annotated[int, Field(ge=1, le=10**9)] | None = None
    """How many leads can be called."""

    @model_validator(mode="after")
    def _together(self) -> "SuggestionIn":
        if (self.win is None) != (self.call is None):
            raise ValueError("give `win` and `call` together")
        if self.capacity is not None and self.win is None:
            raise ValueError("`capacity` needs `win` and `call`")
        return self


class StudyOut(Document):
    """A question about the past, and how far it is."""

    id: str
    kind: StudyKind
    state: Literal["waiting", "running", "done", "failed"]
    leads: int | None
    """How many leads it is tried on, once that is known."""
    done: int
    """So many of them are done."""
    result: dict[str, JsonValue] | None
    """What came out, as `scripts replay --json` and `scripts suggest --json` print it."""
    trouble: str | None
    """Why nothing did."""
    asked_at: datetime
    ended_at: datetime | None


def studies_router(studies: Studies, clock: Clock, gate: ApiGate) -> APIRouter:
    """`/api/scripts/replay`, `/api/scripts/{script}/suggestion` and `/api/studies/{study}`; without
    a token they are off.
    """
    router = APIRouter(
        prefix="/api", tags=["scripts"], dependencies=[Depends(gate.permits("scripts"))]
    )

    @router.post(
        "/scripts/replay",
        summary="Ask what a draft would change for the leads that there are",
        status_code=202,
        responses=documented(401, 403, 422, 429, 503),
    )
    async def replay(asked: ReplayIn, response: Response) -> StudyOut:
        try:
            draft = await asyncio.to_thread(parse_script, asked.text)
        except ScriptError as error:
            raise Problem(422, "no-script", str(error)) from None
        start = _since(asked.since, clock)
        request = ReplayAsked(text=asked.text, script=draft.script, since=start)
        return await _asked(studies, "replay", request, clock, response)

    @router.post(
        "/scripts/{script}/suggestion",
        summary="Ask which points and thresholds the ends of leads suggest",
        status_code=202,
        responses=documented(401, 403, 422, 429, 503),
    )
    async def suggestion(
        script: Annotated[str, Path(max_length=60, pattern=PLAIN)],
        asked: SuggestionIn,
        response: Response,
    ) -> StudyOut:
        start = _since(asked.since, clock)
        given = asked.model_dump(exclude={"since"})
        request = SuggestionAsked(script=script, since=start, **given)
        return await _asked(studies, "suggestion", request, clock, response)

    @router.get(
        "/studies/{study}",
        summary="How far it is, and what came out",
        responses=documented(401, 403, 404, 422, 503),
    )
    async def one(study: Annotated[str, Path(max_length=60, pattern=PLAIN)]) -> StudyOut:
        try:
            found = await studies.get(study)
            if found.kind not in OF_SCRIPTS:
                raise UnknownStudy(study)
            return _document(found)
        except UnknownStudy:
            raise Problem(
                404, "unknown-study", "There is no such study, or not any more: ask again."
            ) from None

    return router


def _since(written: str, clock: Clock) -> datetime:
    try:
        return ago(written, clock.now())
    except ValueError as error:
        raise Problem(422, "bad-since", str(error)) from None


async def _asked(
    studies: Studies,
    kind: StudyKind,
    request: ReplayAsked | SuggestionAsked,
    clock: Clock,
    response: Response,
) -> StudyOut:
    written: dict[str, Json] = request.model_dump(mode="json")
    try:
        study = await studies.ask(kind, written, clock.now())
    except TooManyStudies:
        raise Problem(
            429,
            "too-many-studies",
            "Others are not done yet: ask again when one of them has ended.",
            headers={"Retry-After": str(WAIT)},
        ) from None
    response.headers["Location"] = f"/api/studies/{study.id}"
    return _document(study)


def _document(study: Study) -> StudyOut:
    return StudyOut(
        id=study.id,
        kind=study.kind,
        state=study.state,
        leads=study.leads,
        done=study.done,
        result=None if study.result is None else {**study.result},
        trouble=study.trouble,
        asked_at=study.asked_at,
        ended_at=study.ended_at,
    )
