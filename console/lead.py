"""What can be seen of one lead, and done: answer it in person, give it back, send it again."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path
from starlette.responses import Response

from channels.incoming import LONGEST_MESSAGE, PLAIN, Empty, TooLong, clean
from channels.problems import Problem
from console.access import Person
from console.contexts import Signed
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.showing import lead_page

Id = Annotated[str, Path(pattern=PLAIN)]


def lead_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}…`"""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]

    @router.get("")
    async def show(person: Seller, conversation: Id) -> Response:
        lead = await office.leads.lead(conversation)
        await office.audit.record(person, "lead.viewed", conversation)
        signed = Signed(person.email, person.token)
        script = (await office.replies.standing(conversation)).script
        page = lead_page(signed, lead, script, office.clock.now())
        return pages.html("lead.html", page)

    @router.post("/take-over")
    async def take_over(person: Seller, conversation: Id) -> Response:
        await office.conductor.take_over(conversation, person.email)
        await office.audit.record(person, "lead.taken_over", conversation)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/say")
    async def say(person: Seller, conversation: Id, text: Annotated[str, Form()]) -> Response:
        try:
            cleaned = clean(text)
        except Empty:
            raise Problem(422, "empty", "There was nothing to send.") from None
        except TooLong:
            detail = f"A message may have {LONGEST_MESSAGE} characters: send it in parts."
            raise Problem(413, "too-long", detail) from None
        await office.conductor.say(conversation, person.email, cleaned)
        await office.audit.record(person, "lead.answered", conversation)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/give-back")
    async def give_back(person: Seller, conversation: Id) -> Response:
        await office.conductor.give_back(conversation)
        await office.audit.record(person, "lead.given_back", conversation)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/deliveries/{delivery}/retry")
    async def send_again(person: Seller, conversation: Id, delivery: Id) -> Response:
        if not await office.outbox.put_back(delivery, office.clock.now()):
            raise Problem(409, "not-failed", "It is under way or was delivered already.")
        await office.audit.record(person, "delivery.retried", conversation, {"delivery": delivery})
        return go_to(f"{PATH}/leads/{conversation}#deliveries")

    return router
