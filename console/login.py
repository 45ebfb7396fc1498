"""How does somebody get in, and out again? By password and code; the firm's sign-on has a page of
its own (console/oidc_pages.py).
"""

import math
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.accounts_contexts import LoginPage
from console.gate import PATH, Visit
from console.office import Office
from console.refusals import Why
from console.rendering import Pages, go_to
from console.translations import N_
from storage.user_sessions import How, Standing
from storage.users import ROLES, User

LONGEST_PASSWORD = 1000
WRONG = N_("This e-mail address and password do not go together.")
TOO_MANY = N_("Too many tries: wait %(seconds)s seconds, then try again.")
NO_PASSWORDS = N_("Passwords are switched off: sign in with %(name)s.")
Then = Annotated[str, Form(max_length=500)]


def login_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/login…` and `/console/logout`."""
    router = APIRouter(prefix=PATH, route_class=pages.route_class())
    accounts = office.accounts
    Anybody = Annotated[Person, Depends(office.gate.permits(*ROLES.values(), own=True))]

    def login_page(
        request: Request,
        visit: Visit,
        then: str,
        *,
        email: str = "",
        error: str = "",
        status: int = 200,
    ) -> Response:
        page = LoginPage(
            token=office.gate.form_token(visit),
            email=email,
            next=ours(then),
            error=error,
            demo=office.demo,
            passwords=accounts.passwords,
            sign_on=accounts.sign_on.provider.name if accounts.sign_on else "",
        )
        response = pages.html("login.html", page, status, request=request)
        office.gate.remember(response, visit)
        return response

    @router.get("/login")
    async def show(request: Request, next: str = PATH) -> Response:
        return login_page(request, office.gate.visit(request), next)

    @router.post("/login")
    async def sign_in(
        request: Request,
        email: Annotated[str, Form(max_length=320, pattern=PLAIN)],
        password: Annotated[str, Form(max_length=LONGEST_PASSWORD)],
        token: Annotated[str, Form(max_length=200)],
        next: Then = PATH,
    ) -> Response:
        visit, words = office.gate.visit(request), pages.words(request, None)
        try:
            office.gate.check_form(request, token)
        except Problem as stale:
            said = words.text(stale.detail)
            return login_page(request, visit, next, email=email, error=said, status=403)
        if not accounts.passwords:
            name = accounts.sign_on.provider.name if accounts.sign_on else ""
            said = words.text(NO_PASSWORDS) % {"name": name}
            return login_page(request, visit, next, email=email, error=said, status=403)
        user, wait = await office.gate.sign_in(email, password, address_of(request))
        if wait or user is None:
            why: Why = "too_many" if wait else "wrong"
            await accounts.refusals.of_name(email, address_of(request), "password", why)
        if wait:
            error = words.text(TOO_MANY) % {"seconds": words.number(math.ceil(wait))}
            response = login_page(request, visit, next, email=email, error=error, status=429)
            response.headers["Retry-After"] = str(math.ceil(wait))
            return response
        if user is None:
            error = words.text(WRONG)
            return login_page(request, visit, next, email=email, error=error, status=401)
        return await let_in(office, request, user, ours(next))

    @router.post("/logout")
    async def sign_out(request: Request, person: Anybody) -> Response:
        response = go_to(f"{PATH}/login")
        await office.gate.close(response, request)
        await office.audit.record(person, "session.ended", person.id)
        return response

    return router


async def let_in(office: Office, request: Request, user: User, then: str) -> Response:
    """After the right password: into the console, or to the second step."""
    if not user.has_codes and not await office.accounts.factors.for_all():
        return await enter(office, request, user, then, "password")
    response = go_to(f"{PATH}/login/code?{query_of(then)}")
    standing: Standing = "code" if user.has_codes else "enrol"
    await office.gate.open(response, request, user, "password", standing)
    return response


async def enter(office: Office, request: Request, user: User, then: str, how: How) -> Response:
    """Into the console, with a session of its own."""
    response = go_to(then)
    await office.gate.open(response, request, user, how, "open")
    await office.audit.record(user, "session.begun", user.id, {"how": how})
    return response


def address_of(request: Request) -> str | None:
    """Where a request comes from."""
    return request.client.host if request.client else None


def query_of(then: str) -> str:
    """What leads on to `then`."""
    return urlencode({"next": then})


def ours(path: str) -> str:
    """A path of the console, or its first page: nobody is sent elsewhere after the login."""
    inside = path == PATH or path.startswith(f"{PATH}/")
    return path if inside and "\\" not in path and "//" not in path else PATH
