"""Where do people look at the near misses? A list of those that our rules turned away by little."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from console.access import Person
from console.analytics.filters import named
from console.analytics.tabs import Tab, tabs
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.translations import N_
from storage.outcomes import LeadOutcome
from storage.report_scope import UNNAMED

HERE = f"{PATH}/analytics/near-misses"
ROWS = 50
SAID: dict[str, str] = {
    "accepted": N_("worth a call"),
    "won": N_("won"),
    "lost": N_("lost"),
    "rejected": N_("rightly turned away"),
}


@dataclass(frozen=True, slots=True)
class MissRow:
    """A lead of the list."""

    conversation: str
    name: str
    script: str
    channel: str
    source: str
    score: int
    since: datetime
    said: str
    good: bool


@dataclass(frozen=True, slots=True)
class NearMissesPage:
    """analytics/near_misses.html"""

    tabs: tuple[Tab, ...]
    rows: tuple[MissRow, ...]
    judged: bool
    next: str | None


def reviewing_router(office: Office, pages: Pages) -> APIRouter:
    """The list, and what people say of one."""
    router = APIRouter(route_class=pages.route_class())
    desk = office.analytics
    Anybody = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]

    @router.get(HERE)
    async def near_misses(
        request: Request,
        person: Anybody,
        judged: bool = False,
        after: Annotated[str | None, Query(max_length=100, pattern=PLAIN)] = None,
    ) -> Response:
        words = pages.words(request, person)
        found, _ = await asyncio.gather(
            desk.reviews.some(ROWS, after, judged=judged),
            office.audit.look(person, "near_misses.viewed"),
        )
        rows = tuple(
            [
                MissRow(
                    one.conversation,
                    one.name or words.text(N_("Somebody without a name")),
                    (await desk.scripts.get(one.script_version)).script.title,
                    named("channel", one.channel, words),
                    named("source", one.source or UNNAMED, words),
                    one.score,
                    one.since,
                    words.text(SAID[one.said]) if one.said else "",
                    one.said in ("accepted", "won"),
                )
                for one in found.items
            ]
        )
        page = NearMissesPage(tabs("near-misses", ""), rows, judged, found.next)
        return pages.show(request, person, "analytics/near_misses.html", page)

    @router.post(f"{HERE}/{{conversation}}")
    async def judge(
        person: Anybody,
        conversation: Annotated[str, Path(max_length=60, pattern=PLAIN)],
        outcome: Annotated[Literal["accepted", "rejected"], Form()],
    ) -> Response:
        now = office.clock.now()
        said = LeadOutcome(conversation, outcome, now, person=person.email)
        await desk.outcomes.record(said, now)
        await office.audit.record(
            person, action="lead.reviewed", subject=conversation, details={"outcome": outcome}
        )
        return go_to(HERE)

    return router
