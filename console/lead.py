"""What can be seen of one lead? Its page, the notes of colleagues, a delivery sent again."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from starlette.responses import Response

from channels.incoming import LONGEST_MESSAGE, PLAIN, Empty, TooLong, clean
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.inbox import DeskPage, list_part
from console.inbox_desk import person_with
from console.inbox_query import Asked, asked_for, asked_in
from console.inbox_showing import Names
from console.lead_showing import NOTHING_WRITTEN, Viewed, Written, lead_part
from console.office import Office
from console.rendering import Pages, go_to, is_partial
from console.translations import N_, Words
from storage.briefs import brief_of
from storage.inbox_filters import Me
from storage.widget_guests import StoredGuests

Id = Annotated[str, Path(pattern=PLAIN, max_length=64)]
AskedFor = Annotated[Asked, Depends(asked_for)]
Query = Annotated[str, Form(max_length=1000, pattern=PLAIN)]
_EMPTY = N_("There was nothing to send.")
_TOO_LONG = N_("A message may have %(number)s characters: send it in parts.")
_NOT_FAILED = N_("It is under way or was delivered already.")


def lead_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}…`"""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]

    @router.get("")
    async def show(request: Request, person: Seller, conversation: Id, asked: AskedFor) -> Response:
        return await show_lead(office, pages, request, person, conversation, asked)

    @router.post("/notes")
    async def note(
        request: Request,
        person: Seller,
        conversation: Id,
        text: Annotated[str, Form()],
        query: Query = "",
    ) -> Response:
        said = cleaned(text, pages.words(request, person))
        await office.inbox.handling.note(conversation, person.id, said, office.clock.now())
        await office.audit.record(person, "lead.noted", conversation)
        return back(conversation, query, "#answer")

    @router.post("/deliveries/{delivery}/retry")
    async def send_again(
        request: Request, person: Seller, conversation: Id, delivery: Id, query: Query = ""
    ) -> Response:
        if not await office.outbox.put_back(delivery, office.clock.now()):
            detail = pages.words(request, person).text(_NOT_FAILED)
            raise Problem(409, "not-failed", detail)
        await office.audit.record(person, "delivery.retried", conversation)
        return back(conversation, query, "#deliveries")

    return router


async def view(office: Office, person: Person, conversation: str) -> Viewed:
    """All that the page of a lead is made of. Raises UnknownConversation."""
    desk = office.inbox
    guests = StoredGuests(desk.database, office.clock)
    lead, users, plan, others = await asyncio.gather(
        office.leads.lead(conversation),
        desk.users.all(),
        desk.plan(),
        desk.lines.together(conversation),
    )
    me = Me(person.id, person_with(plan, person.email))
    line, notes, places, outcomes = await asyncio.gather(
        desk.lines.line(conversation, me),
        desk.handling.notes([conversation, *(one.conversation for one in others)]),
        desk.assignments.of(conversation),
        desk.outcomes.of(conversation),
    )
    brief, guest, rating, version = await asyncio.gather(
        brief_of(desk.database, conversation),
        guests.known(conversation),
        guests.rating(conversation),
        desk.scripts.get(lead.line.script_version),
    )
    return Viewed(
        lead=lead,
        script=version.script,
        line=line,
        notes=notes,
        together=tuple([await office.leads.lead(one.conversation) for one in others]),
        places=places,
        outcomes=outcomes,
        brief=brief,
        users=users,
        names=Names.of(users, plan),
        changes=person.role != "auditor",
        person=me.person,
        email=person.email,
        admin=person.role == "admin",
        plan=plan,
        guest=guest,
        rating=rating,
    )


async def show_lead(
    office: Office,
    pages: Pages,
    request: Request,
    person: Person,
    conversation: str,
    asked: Asked,
    written: Written = NOTHING_WRITTEN,
) -> Response:
    """The page of a lead: a conflict where something was refused."""
    viewed = await view(office, person, conversation)
    answer, _ = await asyncio.gather(
        _answer(office, pages, request, person, asked, viewed, written),
        office.audit.record(person, "lead.viewed", conversation),
    )  # the log reaches the disk while the page is made: before it is shown, but nobody waits
    return answer


async def _answer(
    office: Office,
    pages: Pages,
    request: Request,
    person: Person,
    asked: Asked,
    viewed: Viewed,
    written: Written,
) -> Response:
    """The lead beside the list it was opened from; alone when only it is asked for."""
    words, status = pages.words(request, person), 409 if written.refused else 200
    await _have_read(office, viewed, person)
    part = lead_part(viewed, asked, words, office.clock.now(), written)
    if is_partial(request):
        page = DeskPage(None, part)
        return pages.show(request, person, "desk.html", page, status=status, fragment="lead")
    listed = await list_part(office, person, words, asked, here=part.conversation)
    return pages.show(request, person, "desk.html", DeskPage(listed, part), status=status)


async def _have_read(office: Office, viewed: Viewed, person: Person) -> None:
    """Noted where there was something new: a look alone is no reason to write."""
    line = viewed.line
    if line.read_seq < line.last_seq:
        await office.inbox.handling.read(line.conversation, person.id, line.last_seq)


def back(conversation: str, query: str = "", anchor: str = "") -> Response:
    """To the lead again, beside the list that it was opened from."""
    return go_to(asked_in(query).path(conversation) + anchor)


def cleaned(text: str, words: Words) -> str:
    """What was typed, without what no message may hold. Raises Problem."""
    try:
        return clean(text)
    except Empty:
        raise Problem(422, "empty", words.text(_EMPTY)) from None
    except TooLong:
        detail = words.text(_TOO_LONG) % {"number": words.number(LONGEST_MESSAGE)}
        raise Problem(413, "too-long", detail) from None
