"""Who is to hear from us? As JSON; and whoever has the token may cancel it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from agent.conductor import Conductor
from agent.errors import UnknownConversation
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from console.planned_documents import PlanOut
from storage.planned import MOST, NoSuchPage, Planned, PlannedLead

Limit = Annotated[int, Query(ge=1, le=MOST)]
After = Annotated[
    str | None,
    Query(max_length=100, pattern=PLAIN, description="The `next` of the page before this one."),
]
By = Annotated[str, Query(min_length=1, max_length=200, pattern=PLAIN, description="Who says so.")]


class PlannedOut(Document):
    """A lead that is to hear from us."""

    conversation: str
    channel: str
    name: str | None
    email: str | None
    phone: str | None
    tier: str | None
    score: int
    plans: list[PlanOut]


class PlannedListPage(Document):
    """Some leads, soonest first; `next` is where the later ones begin."""

    items: list[PlannedOut]
    next: str | None


def planned_out(lead: PlannedLead) -> PlannedOut:
    """A lead with its plans and their reasons."""
    return PlannedOut(
        conversation=lead.conversation,
        channel=lead.channel,
        name=lead.name,
        email=lead.email,
        phone=lead.phone,
        tier=lead.tier,
        score=lead.score,
        plans=[PlanOut.of(one, lead.script, lead.dialogue) for one in lead.plans],
    )


def planned_router(planned: Planned, conductor: Conductor, gate: ApiGate) -> APIRouter:
    """`/api/planned` and `/api/leads/{conversation}/planned`; without a token they are off."""
    router = APIRouter(prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("leads"))])

    @router.get(
        "/planned",
        summary="Who is to hear from us, soonest first",
        responses=documented(401, 403, 422, 503),
    )
    async def planned_list(limit: Limit = 50, after: After = None) -> PlannedListPage:
        try:
            page = await planned.page(limit, after)
        except NoSuchPage:
            detail = "`after` is not the `next` of an earlier page: leave it out."
            raise Problem(422, "bad-cursor", detail) from None
        return PlannedListPage(items=list(map(planned_out, page.items)), next=page.next)

    @router.delete(
        "/leads/{conversation}/planned",
        summary="Leave a lead alone until they write",
        status_code=204,
        responses=documented(401, 403, 404, 422, 503),
        response_class=Response,
    )
    async def leave_alone(
        conversation: Annotated[str, Path(pattern=PLAIN)], by: By = "api"
    ) -> Response:
        try:
            await conductor.leave_alone(conversation, by)
        except UnknownConversation:
            detail = "There is no such lead: GET /api/leads lists them."
            raise Problem(404, "unknown-lead", detail) from None
        return Response(status_code=204)

    return router
