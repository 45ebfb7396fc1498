"""What can be done about a lead? See to it, put it aside, accept or reject it, say how it ended."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.inbox_desk import person_with
from console.lead import Id, Query, back
from console.lead_owners import Ownership
from console.office import Office
from console.rendering import Pages
from console.translations import N_, Words
from qualification.currencies import CURRENCIES
from storage.outcomes import LeadOutcome

Until = Literal["hours", "tomorrow", "week"]
Reason = Annotated[str, Form(max_length=500, pattern=PLAIN)]
InsteadOf = Annotated[str, Form(max_length=64, pattern=PLAIN)]
"""The person of the teams in whose name an admin does it."""
A_WHILE = timedelta(hours=3)
MORNING = time(9)
_WHY = N_("Say why: it teaches the script.")
_NO_SUCH_USER = N_("Nobody of this name can see to it: choose somebody of the list.")
_AMOUNT = N_("Write the amount as a number, like 12000 or 12000.50, and choose its currency.")
MOST = Decimal(10**12)


def handling_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}/…`"""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    desk, clock = office.inbox, office.clock

    @router.post("/assign")
    async def assign(
        request: Request,
        person: Seller,
        conversation: Id,
        user: Annotated[str, Form(max_length=64, pattern=PLAIN)] = "",
        query: Query = "",
    ) -> Response:
        to = next((one for one in await desk.colleagues() if one.id == user), None)
        words = pages.words(request, person)
        if user and to is None:
            raise Problem(422, "no-such-user", words.text(_NO_SUCH_USER))
        await Ownership(desk, person, words, clock.now()).give(conversation, to)
        await office.audit.record(person, "lead.assigned", conversation, {"to": user or None})
        return back(conversation, query)

    @router.post("/stand")
    async def stand(
        person: Seller,
        conversation: Id,
        status: Annotated[Literal["open", "resolved"], Form()],
        query: Query = "",
    ) -> Response:
        await desk.handling.stand(conversation, status)
        await office.audit.record(person, _STOOD[status], conversation)
        return back(conversation, query)

    @router.post("/snooze")
    async def snooze(
        person: Seller,
        conversation: Id,
        until: Annotated[Until, Form()],
        query: Query = "",
    ) -> Response:
        moment = waking(until, clock.now(), person.zone)
        await desk.handling.snooze(conversation, moment)
        details = {"until": moment.isoformat()}
        await office.audit.record(person, "lead.snoozed", conversation, details)
        return back(conversation, query)

    @router.post("/accept")
    async def accept(
        request: Request,
        person: Seller,
        conversation: Id,
        instead_of: InsteadOf = "",
        query: Query = "",
    ) -> Response:
        words = pages.words(request, person)
        await Ownership(desk, person, words, clock.now()).accept(conversation, instead_of)
        details = {"instead_of": instead_of} if instead_of else {}
        await office.audit.record(person, "lead.accepted", conversation, details)
        return back(conversation, query, "#outcome")

    @router.post("/reject")
    async def reject(
        request: Request,
        person: Seller,
        conversation: Id,
        reason: Reason = "",
        instead_of: InsteadOf = "",
        query: Query = "",
    ) -> Response:
        words = pages.words(request, person)
        if not reason.strip():
            raise Problem(422, "no-reason", words.text(_WHY))
        ownership = Ownership(desk, person, words, clock.now())
        await ownership.reject(conversation, reason.strip(), instead_of)
        details = {"instead_of": instead_of} if instead_of else {}
        await office.audit.record(person, "lead.rejected", conversation, details)
        return back(conversation, query, "#outcome")

    @router.post("/deal")
    async def deal(
        request: Request,
        person: Seller,
        conversation: Id,
        ended: Annotated[Ended, Depends(ended_as)],
        query: Query = "",
    ) -> Response:
        words, now = pages.words(request, person), clock.now()
        amount = amount_of(ended, words)
        outcome = LeadOutcome(
            conversation=conversation,
            outcome=ended.outcome,
            at=now,
            reason=ended.reason.strip() or None,
            amount=amount,
            currency=ended.currency if amount is not None else None,
            person=person_with(await desk.plan(), person.email) or person.email,
        )
        await desk.outcomes.record(outcome, now)
        await office.audit.record(person, _ENDED[ended.outcome], conversation)
        return back(conversation, query, "#outcome")

    return router


_STOOD = {"open": "lead.reopened", "resolved": "lead.resolved"}
_ENDED = {"won": "lead.won", "lost": "lead.lost"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a lead ended, as somebody typed it."""

    outcome: Literal["won", "lost"]
    reason: str
    amount: str
    currency: str


def ended_as(
    outcome: Annotated[Literal["won", "lost"], Form()],
    reason: Reason = "",
    amount: Annotated[str, Form(max_length=30, pattern=PLAIN)] = "",
    currency: Annotated[str, Form(max_length=3, pattern=PLAIN)] = "EUR",
) -> Ended:
    """The fields of the form."""
    return Ended(outcome, reason, amount, currency)


def amount_of(ended: Ended, words: Words) -> Decimal | None:
    """What it was won or lost for; None where nothing was written. Raises Problem."""
    written = ended.amount.strip().replace(" ", "").replace(",", ".")
    if not written:
        return None
    try:
        amount = Decimal(written)
    except ArithmeticError:
        amount = Decimal("NaN")
    fits = amount.is_finite() and 0 <= amount <= MOST and amount == round(amount, 2)
    if not fits or ended.currency not in CURRENCIES:
        raise Problem(422, "amount", words.text(_AMOUNT))
    return amount


def waking(until: Until, now: datetime, zone: str) -> datetime:
    """When a lead that is put aside comes back: mornings are those of whoever put it aside."""
    if until == "hours":
        return now + A_WHILE
    here = now.astimezone(ZoneInfo(zone))
    days = 1 if until == "tomorrow" else 7 - here.weekday()
    return datetime.combine(here.date() + timedelta(days=days), MORNING, ZoneInfo(zone))
