"""Who answers in person? Take a conversation over, write in it, give it back: only whoever has it
writes, for the prospect hears one voice.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from agent.errors import NotTheHolder
from console.access import Person
from console.gate import PATH
from console.inbox_query import asked_in
from console.inbox_showing import Names
from console.lead import Id, Query, back, cleaned, show_lead
from console.lead_showing import Written
from console.office import Office
from console.rendering import Pages
from console.translations import N_, Words

_THEY_ANSWER = N_("%(name)s answers now: take over from them before you write or give it back.")
_NOBODY_ANSWERS = N_("None of you answers now: take over before you write or give it back.")


def answering_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}/…`"""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]

    @router.post("/take-over")
    async def take_over(
        request: Request,
        person: Seller,
        conversation: Id,
        text: Annotated[str, Form()] = "",
        query: Query = "",
    ) -> Response:
        await office.conductor.take_over(conversation, person.email)
        await _see_to_it(office, conversation, person)
        await office.audit.record(person, "lead.taken_over", conversation)
        if text:  # it was refused before: now they may send it
            asked = asked_in(query)
            return await show_lead(
                office, pages, request, person, conversation, asked, Written(text)
            )
        return back(conversation, query, "#answer")

    @router.post("/say")
    async def say(
        request: Request,
        person: Seller,
        conversation: Id,
        text: Annotated[str, Form()],
        query: Query = "",
    ) -> Response:
        said = cleaned(text, pages.words(request, person))
        try:
            await office.conductor.say_holding(conversation, person.email, said)
        except NotTheHolder as holder:
            refused = await _refused(office, pages.words(request, person), holder, said)
            asked = asked_in(query)
            return await show_lead(office, pages, request, person, conversation, asked, refused)
        await _see_to_it(office, conversation, person)
        await office.audit.record(person, "lead.answered", conversation)
        return back(conversation, query, "#answer")

    @router.post("/typing", status_code=204)
    async def typing(person: Seller, conversation: Id) -> None:
        standing = await office.replies.standing(conversation)
        if standing.dialogue.answered_by == person.email:
            office.conductor.tell_typing(conversation, on=True)

    @router.post("/give-back")
    async def give_back(
        request: Request, person: Seller, conversation: Id, query: Query = ""
    ) -> Response:
        try:
            await office.conductor.give_back(conversation, person.email)
        except NotTheHolder as holder:
            refused = await _refused(office, pages.words(request, person), holder)
            asked = asked_in(query)
            return await show_lead(office, pages, request, person, conversation, asked, refused)
        await office.audit.record(person, "lead.given_back", conversation)
        return back(conversation, query, "#answer")

    return router


async def _refused(office: Office, words: Words, holder: NotTheHolder, text: str = "") -> Written:
    """Who answers, and what to do; the text is kept."""
    if holder.by is None:
        return Written(text, words.text(_NOBODY_ANSWERS))
    names = Names.of(await office.inbox.users.all(), None)
    name = names.by_email.get(holder.by.casefold(), holder.by)
    return Written(text, words.text(_THEY_ANSWER) % {"name": name})


async def _see_to_it(office: Office, conversation: str, person: Person) -> None:
    """Whoever answers sees to it, if nobody did and it was given to nobody."""
    line = await office.inbox.lines.line(
        conversation, await office.inbox.me(person.id, person.email)
    )
    if line.assignee is None and line.person is None:
        await office.inbox.handling.assign(conversation, person.id)
