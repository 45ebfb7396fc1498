"""How does somebody who is signed in set up codes by telephone, renew them, switch them off?"""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from channels.problems import Problem, TooMany
from console.access import Person
from console.accounts_contexts import RecoveryPage, TwoFactorPage
from console.accounts_own import HERE
from console.office import Office
from console.rendering import Pages, go_to
from console.totp import readable
from console.totp_check import TooManyCodes, first_code, proposed, right_code, svg
from console.totp_pages import WRONG_CODE, Code
from console.translations import N_
from storage.users import ROLES, User

REQUIRED = N_("An admin asks everybody for codes: they cannot be switched off.")
SET_UP = N_("Codes are set up already.")


def two_factor_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/account/two-factor…`"""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    Anybody = Annotated[Person, Depends(office.gate.permits(*ROLES.values(), own=True))]

    async def page(
        request: Request, person: Person, user: User, error: str = "", status: int = 200
    ) -> Response:
        shown = TwoFactorPage(readable(await proposed(office, user)), error)
        return pages.show(request, person, "two_factor.html", shown, status=status)

    @router.get("/two-factor")
    async def begin(request: Request, person: Anybody) -> Response:
        return await page(request, person, await _without(office, person))

    @router.get("/two-factor.svg")
    async def show_secret(person: Anybody) -> Response:
        user = await _without(office, person)
        return svg(await proposed(office, user), user)

    @router.post("/two-factor")
    async def confirm(request: Request, person: Anybody, code: Code) -> Response:
        user = await _without(office, person)
        try:
            codes = await first_code(office, user, code)
        except TooManyCodes as error:
            raise TooMany(error.seconds) from None
        if codes is None:
            said = pages.words(request, person).text(WRONG_CODE)
            return await page(request, person, user, said, 422)
        await office.accounts.sessions.end_all(person.id, but=office.gate.mark(request))
        return pages.html("recovery.html", RecoveryPage(codes, HERE), request=request)

    @router.post("/recovery-codes")
    async def renew(request: Request, person: Anybody, code: Code) -> Response:
        await _checked(office, person, code)
        codes = await office.accounts.factors.renew_codes(person.id)
        await office.audit.record(person, "codes.renewed", person.id)
        return pages.html("recovery.html", RecoveryPage(codes, HERE), request=request)

    @router.post("/two-factor/off")
    async def switch_off(request: Request, person: Anybody, code: Code) -> Response:
        if await office.accounts.factors.for_all():
            raise Problem(409, "codes-required", REQUIRED)
        user = await _checked(office, person, code)
        await office.accounts.users.reset_codes(user.email)
        await office.audit.record(person, "codes.switched_off", person.id)
        response = go_to(f"{HERE}?done=codes_off")
        await office.gate.open(response, request, user, "password", "open")
        return response

    return router


async def _without(office: Office, person: Person) -> User:
    """The user, who has no codes yet."""
    user = await office.accounts.users.by_id(person.id)
    if user is None or user.has_codes:
        raise Problem(409, "codes-set-up", SET_UP)
    return user


async def _checked(office: Office, person: Person, code: str) -> User:
    """The user, after a code of theirs."""
    user = await office.accounts.users.by_id(person.id)
    try:
        if user is not None and user.has_codes and await right_code(office, user, code):
            return user
    except TooManyCodes as error:
        raise TooMany(error.seconds) from None
    raise Problem(422, "wrong-code", WRONG_CODE)
