"""What can be seen of one lead, and done: answer it in person, give it back, send it again."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import Response

from channels.incoming import LONGEST_MESSAGE, PLAIN, Empty, TooLong, clean
from channels.problems import Problem
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.showing import lead_page

Token = Annotated[str, Form(max_length=200)]
Id = Annotated[str, Path(pattern=PLAIN)]


def lead_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}…`"""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())

    @router.get("")
    async def show(request: Request, conversation: Id) -> Response:
        signed = await office.signed(request)
        lead = await office.leads.lead(conversation)
        script = (await office.replies.standing(conversation)).script
        page = lead_page(signed, lead, script, office.clock.now())
        return pages.html("lead.html", page)

    @router.post("/take-over")
    async def take_over(request: Request, conversation: Id, token: Token) -> Response:
        by = await office.acting(request, token)
        await office.conductor.take_over(conversation, by)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/say")
    async def say(
        request: Request, conversation: Id, token: Token, text: Annotated[str, Form()]
    ) -> Response:
        by = await office.acting(request, token)
        try:
            cleaned = clean(text)
        except Empty:
            raise Problem(422, "empty", "There was nothing to send.") from None
        except TooLong:
            detail = f"A message may have {LONGEST_MESSAGE} characters: send it in parts."
            raise Problem(413, "too-long", detail) from None
        await office.conductor.say(conversation, by, cleaned)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/give-back")
    async def give_back(request: Request, conversation: Id, token: Token) -> Response:
        await office.acting(request, token)
        await office.conductor.give_back(conversation)
        return go_to(f"{PATH}/leads/{conversation}#answer")

    @router.post("/deliveries/{delivery}/retry")
    async def send_again(
        request: Request, conversation: Id, delivery: Id, token: Token
    ) -> Response:
        await office.acting(request, token)
        if not await office.outbox.put_back(delivery, office.clock.now()):
            raise Problem(409, "not-failed", "It is under way or was delivered already.")
        return go_to(f"{PATH}/leads/{conversation}#deliveries")

    return router
