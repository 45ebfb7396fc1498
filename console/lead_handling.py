"""What can be done about a lead? See to it, put it aside, accept or reject it, say how it ended."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from agent.routing import Assignment
from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.inbox_desk import InboxDesk, person_with
from console.lead import Id, Query, back
from console.office import Office
from console.rendering import Pages
from console.translations import N_, Words
from qualification.currencies import CURRENCIES
from storage.acceptance import NotTheirs
from storage.outcomes import LeadOutcome, OutcomeName
from storage.placing import NotAssigned

Until = Literal["hours", "tomorrow", "week"]
Reason = Annotated[str, Form(max_length=500, pattern=PLAIN)]
A_WHILE = timedelta(hours=3)
MORNING = time(9)
_WHY = N_("Say why: it teaches the script.")
_NOT_THEIRS = N_("Somebody else has this lead now: %(name)s.")
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
        if user and user not in {one.id for one in await desk.colleagues()}:
            raise Problem(422, "no-such-user", pages.words(request, person).text(_NO_SUCH_USER))
        await desk.handling.assign(conversation, user or None)
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
        request: Request, person: Seller, conversation: Id, query: Query = ""
    ) -> Response:
        words = pages.words(request, person)
        await _accept(desk, person, conversation, clock.now(), words)
        await office.audit.record(person, "lead.accepted", conversation)
        return back(conversation, query, "#outcome")

    @router.post("/reject")
    async def reject(
        request: Request,
        person: Seller,
        conversation: Id,
        reason: Reason = "",
        query: Query = "",
    ) -> Response:
        words = pages.words(request, person)
        if not reason.strip():
            raise Problem(422, "no-reason", words.text(_WHY))
        await _reject(desk, person, conversation, reason.strip(), clock.now(), words)
        await office.audit.record(person, "lead.rejected", conversation)
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
            person=await _named(desk, person),
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


async def _accept(
    desk: InboxDesk, person: Person, conversation: str, now: datetime, words: Words
) -> None:
    place, who = await _place(desk, conversation), await _seller(desk, person)
    if place is None or who is None:
        await _say(desk, person, conversation, "accepted", None, now)
    else:
        try:
            await desk.acceptance.accept(place.handover, who, now)
        except NotTheirs as refused:
            raise await _refused(desk, refused.now, words) from None
    await desk.handling.assign(conversation, person.id)


async def _reject(
    desk: InboxDesk, person: Person, conversation: str, reason: str, now: datetime, words: Words
) -> None:
    place, who = await _place(desk, conversation), await _seller(desk, person)
    if place is None or who is None:
        await _say(desk, person, conversation, "rejected", reason, now)
    else:
        try:
            await desk.acceptance.reject(place.handover, who, reason, now)
        except NotTheirs as refused:
            raise await _refused(desk, refused.now, words) from None
    await desk.handling.stand(conversation, "resolved")


async def _place(desk: InboxDesk, conversation: str) -> Assignment | None:
    try:
        places = await desk.assignments.of(conversation)
    except NotAssigned:
        return None
    return places[-1][0] if places else None


async def _seller(desk: InboxDesk, person: Person) -> str | None:
    return person_with(await desk.plan(), person.email)


async def _named(desk: InboxDesk, person: Person) -> str:
    """Who says it: by their id in teams.yaml, or their address."""
    return await _seller(desk, person) or person.email


async def _say(
    desk: InboxDesk,
    person: Person,
    conversation: str,
    outcome: OutcomeName,
    reason: str | None,
    now: datetime,
) -> None:
    said = LeadOutcome(conversation, outcome, now, reason, person=await _named(desk, person))
    await desk.outcomes.record(said, now)


async def _refused(desk: InboxDesk, now: Assignment, words: Words) -> Problem:
    plan = await desk.plan()
    someone = plan.person(now.person) if plan else None
    name = someone.name if someone else now.person or now.queue or ""
    return Problem(409, "not-theirs", words.text(_NOT_THEIRS) % {"name": name})
