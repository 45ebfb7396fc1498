"""What is asked between the password and the console? A code, or to set codes up first."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from channels.problems import Problem
from console.accounts_contexts import CodePage, RecoveryPage
from console.gate import PATH
from console.login import TOO_MANY, Then, address_of, enter, ours
from console.office import Office
from console.refusals import Why
from console.rendering import Pages
from console.totp import readable
from console.totp_check import TooManyCodes, first_code, proposed, right_code, svg
from console.translations import N_
from storage.user_sessions import Session

NOTHING = N_("There is nothing to see here.")
WRONG_CODE = N_("This is not the code of this moment, or it was used already.")
Code = Annotated[str, Form(max_length=100)]


def code_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/login/code`"""
    router = APIRouter(prefix=f"{PATH}/login", route_class=pages.route_class())
    step = _SecondStep(office, pages)
    Halfway = Annotated[Session, Depends(office.gate.asks_code())]

    @router.get("/code")
    async def ask(request: Request, session: Halfway, next: str = PATH) -> Response:
        return await step.page(request, session, next)

    @router.get("/code.svg")
    async def show_secret(session: Halfway) -> Response:
        if session.standing != "enrol":
            raise Problem(404, "no-secret", NOTHING)
        return svg(await proposed(office, session.user), session.user)

    @router.post("/code")
    async def take(request: Request, session: Halfway, code: Code, next: Then = PATH) -> Response:
        try:
            if session.standing == "enrol":
                return await step.set_up(request, session, code, next)
            return await step.check(request, session, code, next)
        except TooManyCodes as error:
            await step.note(request, session, "too_many")
            words = pages.words(request, None)
            said = words.text(TOO_MANY) % {"seconds": words.number(error.seconds)}
            return await step.page(request, session, next, said, 429)

    return router


class _SecondStep:
    """The page, and what becomes of a code that was typed into it."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self._office = office
        self._pages = pages

    async def page(
        self, request: Request, session: Session, then: str, error: str = "", status: int = 200
    ) -> Response:
        """With the secret, for whoever must set it up."""
        enrol = session.standing == "enrol"
        gate = self._office.gate
        page = CodePage(
            token=gate.form_token(gate.visit(request)),
            next=ours(then),
            error=error,
            enrol=enrol,
            secret=readable(await proposed(self._office, session.user)) if enrol else "",
        )
        return self._pages.html("code.html", page, status, request=request)

    async def check(self, request: Request, session: Session, code: str, then: str) -> Response:
        """Into the console, or once more."""
        if not await right_code(self._office, session.user, code):
            return await self._wrong(request, session, then)
        return await enter(self._office, request, session.user, ours(then), "password")

    async def set_up(self, request: Request, session: Session, code: str, then: str) -> Response:
        """Into the console with recovery codes, or once more."""
        user = session.user
        codes = await first_code(self._office, user, code)
        if codes is None:
            return await self._wrong(request, session, then)
        page = RecoveryPage(codes, ours(then))
        response = self._pages.html("recovery.html", page, request=request)
        await self._office.gate.open(response, request, user, "password", "open")
        await self._office.audit.record(user, "session.begun", user.id, {"how": "password"})
        return response

    async def note(self, request: Request, session: Session, why: Why) -> None:
        """In the log: whoever tries has the password already."""
        refusals = self._office.accounts.refusals
        await refusals.of_user(session.user.id, address_of(request), "code", why)

    async def _wrong(self, request: Request, session: Session, then: str) -> Response:
        await self.note(request, session, "wrong")
        said = self._pages.words(request, None).text(WRONG_CODE)
        return await self.page(request, session, then, said, 401)
