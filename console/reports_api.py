"""How do programs get the report? The same as at a terminal, as JSON."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import JsonValue

from agent.ports import Clock
from channels.documents import Document
from channels.problems import Problem, documented
from console.bearer import bearer_of
from console.looking_back import since as ago
from console.report_document import document
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


class ReportOut(Document):
    """How it went since a day."""

    since: str
    until: str
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


def reports_router(reports: Reports, clock: Clock, token: str) -> APIRouter:
    """`/api/report`; without a token it is off."""
    router = APIRouter(prefix="/api", tags=["sales"], dependencies=[Depends(bearer_of(token))])

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
    ) -> ReportOut:
        now = clock.now()
        try:
            start = ago(since, now)
        except ValueError as error:
            raise Problem(422, "bad-since", str(error)) from None
        found = await reports.report(start, now, capacity=capacity)
        return ReportOut.model_validate(document(found))

    return router
