"""How do programs get the report? The same as at a terminal, as JSON."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import JsonValue

from agent.ports import Clock
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from console.looking_back import since as ago
from console.report_document import document
from storage.report_scope import Scope
from storage.reports import Reports


class RateOut(Document):
    """So many of so many."""

    hits: int
    of: int
    share: float | None
    """None of nothing."""
    interval: tuple[float, float]
    """Wilson's, 95 %."""
    enough: bool
    """Whether there are cases enough to rest something on it."""


class WeekOut(Document):
    """Those who wrote in one week and were asked by one version of a script."""

    monday: date
    script: str
    version: int
    qualified: RateOut


class NearMissesOut(Document):
    """Leads that did not qualify, left for people to look at."""

    leads: int
    found: RateOut


class PaceOut(Document):
    """How long something took, in seconds."""

    of: int
    median: float | None
    slow: float | None
    """Nine in ten took no longer."""


class HandlingOut(Document):
    """What happens between a hand-over and the first word of a person."""

    assigned: PaceOut
    accepted_in: PaceOut
    touched: PaceOut
    in_time: RateOut
    """Accepted by the time it was due."""
    in_time_by: dict[str, dict[str, RateOut]]
    """By `tier` and `person`."""
    waiting: int


class ScopeOut(Document):
    """Which leads it is about; null: of any."""

    script: str | None
    channel: str | None
    source: str | None


class ReportOut(Document):
    """How it went since a day."""

    since: str
    until: str
    scope: ScopeOut
    leads: int
    """Everybody who wrote."""
    undecided: int
    qualified: RateOut
    accepted: RateOut
    """Of those on which sales has said."""
    won: RateOut
    near_misses: NearMissesOut
    """Worth a call after all, of those on which people have said."""
    amounts: dict[str, float]
    """What was won, by currency."""
    rates: dict[str, dict[str, dict[str, RateOut]]]
    """`qualified`, `accepted`, `won`; by dimension; by its value."""
    handling: HandlingOut
    weeks: list[WeekOut]
    """Oldest first."""
    fairness: list[dict[str, JsonValue]]
    """Each language and channel beside all the others (docs/analytics.md)."""
    scripts: list[dict[str, JsonValue]]
    """For each: funnel, separation, calibration, lift, expectation, suggestion, expected, drift and
    pace (docs/analytics.md).
    """
    definitions: dict[str, str]
    """What each figure means."""


def reports_router(reports: Reports, clock: Clock, gate: ApiGate) -> APIRouter:
    """`/api/report`"""
    router = APIRouter(
        prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("reports"))]
    )

    @router.get(
        "/report",
        summary="Rates, questions, and what the points are worth",
        responses=documented(401, 403, 422, 503),
    )
    async def report(
        since: Annotated[str, Query(max_length=20, examples=["90d"])] = "90d",
        capacity: Annotated[
            int | None, Query(ge=1, description="Leads that can be called.")
        ] = None,
        script: Annotated[str | None, Query(max_length=60, pattern=PLAIN)] = None,
        channel: Annotated[str | None, Query(max_length=20, pattern=PLAIN)] = None,
        source: Annotated[
            str | None, Query(max_length=200, pattern=PLAIN, description='"(none)": of no source.')
        ] = None,
    ) -> ReportOut:
        now = clock.now()
        try:
            start = ago(since, now)
        except ValueError as error:
            raise Problem(422, "bad-since", str(error)) from None
        found = await reports.report(
            start, now, capacity=capacity, scope=Scope(script, channel, source)
        )
        return ReportOut.model_validate(document(found))

    return router
