"""How do web sites and mailing tools tell what a lead did? In batches, each event once."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from starlette.responses import Response

from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import FieldProblem, Problem, documented, problem_response
from console.bearer import ApiGate
from storage.behaviour import EventsRefused, Lead, StoredBehaviour, Told
from storage.people import address_of

MOST = 1_000
"""Events in one batch."""

Short = Annotated[str, Field(min_length=1, max_length=200, pattern=PLAIN)]


class EventIn(BaseModel):
    """Something that a lead did; the lead is named in one way."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    id: Short
    """Your own id of the event: told again, it counts once."""
    kind: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    """`page_view`, `price_page`, `download`, `email_open`, `email_click`, `event_attended`,
    `support_request`, `purchase`, or one that the script names.
    """
    at: AwareDatetime
    """When it happened, with its offset from UTC."""
    seconds: Annotated[int, Field(ge=0, le=86_400)] | None = None
    """How long a page was looked at."""
    lead: Short | None = None
    """The `conversation` of a lead."""
    session: Short | None = None
    """The `session` of a web chat."""
    email: Annotated[str, Field(min_length=3, max_length=320, pattern=PLAIN)] | None = None
    """An address that the lead gave; it counts in each conversation it was given in."""
    phone: Annotated[str, Field(min_length=3, max_length=40, pattern=PLAIN)] | None = None
    """A number with its prefix (+34…) that the lead gave, wrote or called from."""

    @model_validator(mode="after")
    def _one_lead(self) -> "EventIn":
        named = [self.lead, self.session, self.email, self.phone]
        if sum(one is not None for one in named) != 1:
            raise ValueError("name the lead by one of `lead`, `session`, `email`, `phone`")
        if self.at.year < 2000:
            raise ValueError("`at` lies before the year 2000: check the unit of your timestamps")
        if self.email is not None and "@" not in self.email:
            raise ValueError("`email` is no address: it has no @")
        if self.phone is not None and ("@" in self.phone or address_of(self.phone) is None):
            raise ValueError("`phone` is no number with its prefix: write it like +34600000000")
        return self


class EventsIn(BaseModel):
    """A batch: all of it is taken, or nothing."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "events": [
                        {
                            "id": "web-1",
                            "kind": "price_page",
                            "at": "2026-03-02T09:00:00Z",
                            "email": "ana@example.com",
                        }
                    ]
                }
            ]
        },
    )

    events: Annotated[list[EventIn], Field(min_length=1, max_length=MOST)]


class EventsOut(Document):
    """What the batch came to."""

    recorded: int
    repeated: int
    """Events that were on record already."""
    leads: int
    """Conversations that were scored anew."""


def events_router(behaviour: StoredBehaviour, gate: ApiGate) -> APIRouter:
    """`/api/events`"""
    router = APIRouter(
        prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("events"))]
    )

    @router.post(
        "/events",
        summary="Tell what leads did",
        responses=documented(401, 403, 422, 503),
        response_model=EventsOut,
    )
    async def tell(batch: EventsIn) -> EventsOut | Response:
        try:
            recorded = await behaviour.record(list(map(_told, batch.events)))
        except EventsRefused as refused:
            return _refused(refused)
        return EventsOut.model_validate(recorded, from_attributes=True)

    return router


def _told(event: EventIn) -> Told:
    address = address_of(event.email or event.phone or "")
    return Told(
        id=event.id,
        lead=Lead(
            conversation=event.lead or event.session,
            email=address.value if address and event.email else None,
            phone=address.value if address and event.phone else None,
        ),
        kind=event.kind,
        at=event.at,
        seconds=event.seconds,
    )


def _refused(refused: EventsRefused) -> Response:
    """Each event that was not taken, and why; the problem is the first one's."""
    first = refused.refusals[0]
    errors = [
        FieldProblem(field=f"body.events.{one.place}", message=f"{one.why}: {one.detail}")
        for one in refused.refusals
    ]
    detail = f"Nothing was recorded. Event {first.place}: {first.detail}"
    return problem_response(Problem(422, first.why, detail), errors)
