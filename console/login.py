"""How does somebody get in, and out again?"""

import math
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.contexts import LoginPage
from console.gate import PATH, Visit
from console.office import Office
from console.rendering import Pages, go_to

LONGEST_PASSWORD = 1000
WRONG = "This e-mail address and password do not go together."


def login_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/login` and `/console/logout`."""
    router = APIRouter(prefix=PATH, route_class=pages.route_class())

    def login_page(
        visit: Visit, then: str, *, email: str = "", error: str = "", status: int = 200
    ) -> Response:
        page = LoginPage(
            token=office.gate.form_token(visit),
            email=email,
            next=_ours(then),
            error=error,
            demo=office.demo,
        )
        response = pages.html("login.html", page, status)
        office.gate.remember(response, visit)
        return response

    @router.get("/login")
    async def show(request: Request, next: str = PATH) -> Response:
        return login_page(office.gate.visit(request), next)

    @router.post("/login")
    async def sign_in(
        request: Request,
        email: Annotated[str, Form(max_length=320, pattern=PLAIN)],
        password: Annotated[str, Form(max_length=LONGEST_PASSWORD)],
        token: Annotated[str, Form(max_length=200)],
        next: Annotated[str, Form(max_length=500)] = PATH,
    ) -> Response:
        visit = office.gate.visit(request)
        try:
            office.gate.check_form(request, token)
        except Problem as stale:
            return login_page(visit, next, email=email, error=stale.detail, status=403)
        address = request.client.host if request.client else None
        user, wait = await office.gate.sign_in(email, password, address)
        if wait:
            error = f"Too many tries: wait {math.ceil(wait)} seconds, then try again."
            response = login_page(visit, next, email=email, error=error, status=429)
            response.headers["Retry-After"] = str(math.ceil(wait))
            return response
        if user is None:
            return login_page(visit, next, email=email, error=WRONG, status=401)
        response = go_to(_ours(next))
        await office.gate.open(response, request, user, "password", "open")
        await office.audit.record(user, "session.begun", user.id)
        return response

    @router.post("/logout")
    async def sign_out(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
        office.gate.check_form(request, token)
        response = go_to(f"{PATH}/login")
        await office.gate.close(response, request)
        return response

    return router


def _ours(path: str) -> str:
    """A path of the console, or its first page: nobody is sent elsewhere after the login."""
    inside = path == PATH or path.startswith(f"{PATH}/")
    return path if inside and "\\" not in path and "//" not in path else PATH
