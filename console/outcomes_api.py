"""How do programs tell us how a lead ended? Accepted or rejected by sales, won or lost."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Response
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from agent.errors import UnknownConversation
from agent.ports import Clock
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from qualification.currencies import CURRENCIES
from qualification.values import plain_number
from storage.outcomes import LeadOutcome, OutcomeContradicts, Outcomes

BARE = StringConstraints(strip_whitespace=True)
"""Blanks around it are no part of it: a reason of blanks is none."""
Short = Annotated[str, BARE, Field(min_length=1, max_length=200, pattern=PLAIN)]
FIRST_YEAR = 2000
CLOCKS_APART = timedelta(minutes=5)
"""So far in the future may the sender's clock be."""


class OutcomeIn(BaseModel):
    """What sales says of a lead."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={
            "examples": [{"id": "crm-77", "outcome": "won", "amount": 3000, "currency": "EUR"}]
        },
    )

    id: Short | None = None
    """Your own id of it: sent again under the same id, nothing happens twice."""
    outcome: Literal["accepted", "rejected", "won", "lost"]
    reason: Annotated[str, BARE, Field(min_length=1, max_length=500, pattern=PLAIN)] | None = None
    """Why; a rejection needs one."""
    amount: Annotated[Decimal, Field(ge=0, le=10**12, decimal_places=2)] | None = None
    """What it was won or lost for."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 4217."""
    person: Short | None = None
    """Who of sales says it."""
    at: AwareDatetime | None = None
    """When it happened; now if left out."""

    @field_validator("currency")
    @classmethod
    def _known(cls, code: str | None) -> str | None:
        if code is not None and code not in CURRENCIES:
            raise ValueError(f"there is no currency {code}: write its code of ISO 4217, like EUR")
        return code

    @field_validator("at")
    @classmethod
    def _recent(cls, at: datetime | None) -> datetime | None:
        if at is not None and at.year < FIRST_YEAR:
            raise ValueError(
                f"it lies before the year {FIRST_YEAR}: check the unit of your timestamps"
            )
        return at

    @model_validator(mode="after")
    def _complete(self) -> "OutcomeIn":
        if self.outcome == "rejected" and self.reason is None:
            raise ValueError("a rejection needs its `reason`: it teaches the script")
        if (self.amount is None) != (self.currency is None):
            raise ValueError("give `amount` and `currency` together")
        if self.amount is not None and self.outcome in ("accepted", "rejected"):
            raise ValueError("only what was won or lost has an `amount`")
        return self


class OutcomeOut(Document):
    """What is on record."""

    conversation: str
    id: str | None
    outcome: str
    reason: str | None
    amount: int | float | None
    currency: str | None
    person: str | None
    at: datetime


def outcomes_router(outcomes: Outcomes, clock: Clock, gate: ApiGate) -> APIRouter:
    """`/api/leads/{conversation}/outcome`"""
    router = APIRouter(
        prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("outcomes"))]
    )

    @router.post(
        "/leads/{conversation}/outcome",
        summary="Say how a lead ended",
        status_code=201,
        responses={
            200: {"model": OutcomeOut, "description": "It was on record already"},
            **documented(401, 403, 404, 409, 422, 503),
        },
    )
    async def record(
        conversation: Annotated[str, Path(pattern=PLAIN)], said: OutcomeIn, response: Response
    ) -> OutcomeOut:
        now = clock.now()
        if said.at is not None and said.at > now + CLOCKS_APART:
            raise Problem(
                422, "future", f"`at` is in the future (it is {now.isoformat()}): leave it out."
            )
        try:
            recorded = await outcomes.record(_outcome(conversation, said, now), now)
        except UnknownConversation:
            raise _unknown() from None
        except OutcomeContradicts:
            raise Problem(
                409,
                "other-outcome",
                f"Something else was recorded under the id {said.id!r}: send it under a new one.",
            ) from None
        if not recorded.new:
            response.status_code = 200
        return _document(recorded.outcome)

    @router.get(
        "/leads/{conversation}/outcome",
        summary="What sales said of a lead, oldest first",
        responses=documented(401, 403, 404, 422, 503),
    )
    async def said(conversation: Annotated[str, Path(pattern=PLAIN)]) -> list[OutcomeOut]:
        try:
            return [_document(one) for one in await outcomes.of(conversation)]
        except UnknownConversation:
            raise _unknown() from None

    return router


def _unknown() -> Problem:
    return Problem(
        404,
        "unknown-lead",
        "There is no such lead: use the `conversation` of the hand-over or of GET /api/leads.",
    )


def _outcome(conversation: str, said: OutcomeIn, now: datetime) -> LeadOutcome:
    return LeadOutcome(
        conversation=conversation,
        outcome=said.outcome,
        at=said.at or now,
        reason=said.reason,
        amount=said.amount,
        currency=said.currency,
        person=said.person,
        reference=said.id,
    )


def _document(outcome: LeadOutcome) -> OutcomeOut:
    return OutcomeOut(
        conversation=outcome.conversation,
        id=outcome.reference,
        outcome=outcome.outcome,
        reason=outcome.reason,
        amount=plain_number(outcome.amount),
        currency=outcome.currency,
        person=outcome.person,
        at=outcome.at,
    )
